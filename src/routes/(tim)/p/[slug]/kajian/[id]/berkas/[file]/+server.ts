import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { checkStudyOf, studyFile } from '#server/features/study/queries.ts';
import { idIn, inProgramme } from '../../../../../programme.server.ts';

/** A file as it was handed in. Always a download: what somebody uploaded is never shown as a page of ours. */
export const GET: RequestHandler = async (event) => {
	const file = await inProgramme(event, async (tx, { orgId }, { programmeId }) => {
		const studyId = idIn(event.params.id);
		await checkStudyOf(tx, orgId, programmeId, studyId);
		const found = await studyFile(tx, orgId, idIn(event.params.file));
		if (found.studyId !== studyId) error(404, 'not_found');
		return found;
	});
	return new Response(new Uint8Array(file.bytes), {
		headers: {
			'content-type': 'application/octet-stream',
			'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
			'cache-control': 'no-store',
			digest: `sha-256=${Buffer.from(file.sha256, 'hex').toString('base64')}`,
		},
	});
};
