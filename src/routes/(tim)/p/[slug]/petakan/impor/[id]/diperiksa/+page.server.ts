/** A long list while it is judged: how far it is, until its own page is there. */
import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { intakeCard } from '#server/features/intake/queries.ts';
import { receivingOf } from '#server/features/intake/receiving.ts';
import { Problem } from '#server/problems.ts';
import { link } from '#ui/locale-link.ts';
import { idIn, inProgramme } from '../../../../../programme.server.ts';
import { mapPage } from '../../../mapping.server.ts';

export const load: PageServerLoad = async (event) => {
	const intakeId = idIn(event.params.id);
	const { there, ...rest } = await inProgramme(event, async (tx, actor, { programmeId, name, slug }) => {
		const receiving = receivingOf(actor, programmeId, intakeId);
		const card = await intakeCard(tx, actor, intakeId).catch((reason: unknown) => {
			if (reason instanceof Problem && reason.code === 'not_found') return null;
			throw reason;
		});
		const problem = receiving?.failed instanceof Problem ? receiving.failed : null;
		return {
			there: card !== null,
			programme: { name, slug },
			/** Null: no server is at it any more, and nothing of it was kept. */
			work:
				receiving === null || receiving.failed !== null
					? null
					: { name: receiving.name, done: receiving.done, of: receiving.of },
			refused:
				problem === null
					? null
					: { problem: { code: problem.code, field: problem.field, params: problem.params } },
		};
	});
	if (there) redirect(303, link(mapPage(event, `impor/${intakeId}`)));
	return rest;
};
