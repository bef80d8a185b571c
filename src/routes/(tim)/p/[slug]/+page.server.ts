import type { PageServerLoad } from './$types';
import { may } from '#server/access/roles.ts';
import { programmeCard } from '#server/features/programme/queries.ts';
import { today } from '../../team.server.ts';
import { reading } from '../programme.server.ts';

export const load: PageServerLoad = (event) =>
	reading(event, async (tx, actor) => ({
		programme: await programmeCard(tx, actor, event.params.slug, today()),
		mayChange: may(actor.role, 'change-programme'),
		mayInvite: may(actor.role, 'change-access'),
		maySeePeople: may(actor.role, 'see-people'),
		mayExport: may(actor.role, 'export'),
	}));
