import type { PageServerLoad } from './$types';
import { checkStudyOf, studyPublication } from '#server/features/study/queries.ts';
import { idIn, inProgramme } from '../../../programme.server.ts';

export const load: PageServerLoad = (event) =>
	inProgramme(event, async (tx, actor, programme) => {
		const { results, ...publication } = await studyPublication(tx, actor.orgId, idIn(event.params.id));
		await checkStudyOf(tx, actor.orgId, programme.programmeId, publication.studyId);
		return { programme, publication, blocks: results[event.locals.locale].blocks };
	});
