import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { writeWorkFile } from '#inputs/work-file.ts';
import { slugOf } from '#server/features/programme/schema.ts';
import { checkStudyOf, studyVersion } from '#server/features/study/queries.ts';
import { idIn, inProgramme } from '../../../../../programme.server.ts';

/** A version as the tool's own file, to be opened on any device. */
export const GET: RequestHandler = async (event) => {
	if (!/^[1-9]\d{0,8}$/.test(event.params.number)) error(404, 'not_found');
	const { kind, title, content, number } = await inProgramme(
		event,
		async (tx, { orgId }, { programmeId }) => {
			const studyId = idIn(event.params.id);
			await checkStudyOf(tx, orgId, programmeId, studyId);
			return studyVersion(tx, orgId, studyId, Number(event.params.number));
		},
	);
	return new Response(writeWorkFile([{ tool: kind, title, content }]), {
		headers: {
			'content-type': 'application/json',
			'content-disposition': `attachment; filename="${slugOf(title)}-${number}.sentra.json"`,
			'cache-control': 'no-store',
		},
	});
};
