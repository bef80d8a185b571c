import type { PageServerLoad } from './$types';
import { may } from '#server/access/roles.ts';
import { tasksOn } from '#server/features/home/queries.ts';
import { programmeCard } from '#server/features/programme/queries.ts';
import { listStudies } from '#server/features/study/queries.ts';
import { saidByStudies } from '#server/features/study/said.ts';
import { today } from '../../team.server.ts';
import { reading } from '../programme.server.ts';

export const load: PageServerLoad = (event) =>
	reading(event, async (tx, actor) => {
		const on = today();
		const programme = await programmeCard(tx, actor, event.params.slug, on);
		const { programmeId } = programme;
		return {
			programme,
			tasks: (await tasksOn(tx, actor, on)).filter((task) => task.programmeId === programmeId),
			studies: await listStudies(tx, actor.orgId, programmeId),
			said: await saidByStudies(tx, actor.orgId, programmeId, event.locals.locale),
			mayChange: may(actor.role, 'change-programme'),
			mayInvite: may(actor.role, 'change-access'),
			maySeePeople: may(actor.role, 'see-people'),
		};
	});
