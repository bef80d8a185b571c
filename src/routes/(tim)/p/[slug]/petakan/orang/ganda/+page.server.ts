import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { may } from '#server/access/roles.ts';
import { possibleDoubles } from '#server/features/person/queries.ts';
import { inProgramme } from '../../../../programme.server.ts';

export const load: PageServerLoad = (event) =>
	inProgramme(event, async (tx, actor, { name, slug }) => {
		if (!may(actor.role, 'see-doubles')) error(403, 'not_allowed');
		return { programme: { name, slug }, doubles: await possibleDoubles(tx, actor) };
	});
