/** A step of a programme: what it asks, what of it is on record, which tools answer it, and what there is no page for yet. */
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { may } from '#server/access/roles.ts';
import { programmeCard } from '#server/features/programme/queries.ts';
import { steps } from '#server/features/programme/step.ts';
import { listStudies } from '#server/features/study/queries.ts';
import { stepPaths, toolsOf } from '#ui/team/step-pages.ts';
import { today } from '../../../team.server.ts';
import { reading } from '../../programme.server.ts';

export const load: PageServerLoad = (event) => {
	const step = steps.find((one) => stepPaths[one] === event.params.langkah);
	if (step === undefined) error(404, 'not_found');
	return reading(event, async (tx, actor) => {
		const programme = await programmeCard(tx, actor, event.params.slug, today());
		const studies = await listStudies(tx, actor.orgId, programme.programmeId);
		const kinds = toolsOf(step).map(({ id }) => id);
		return {
			step,
			programme,
			studies: studies.filter(({ kind, publishedVersion }) =>
				step === 'report' ? publishedVersion !== null || kinds.includes(kind) : kinds.includes(kind),
			),
			mayAdd: may(actor.role, 'change-study'),
		};
	});
};
