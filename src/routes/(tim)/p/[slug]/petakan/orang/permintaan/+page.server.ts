import type { PageServerLoad } from './$types';
import { peopleToForget } from '#server/features/person/forgetting-queries.ts';
import { inProgramme } from '../../../../programme.server.ts';

export const load: PageServerLoad = (event) =>
	inProgramme(event, async (tx, actor, { name, slug, villages }) => ({
		programme: { name, slug },
		asking: await peopleToForget(
			tx,
			actor,
			villages.map(({ code }) => code),
		),
	}));
