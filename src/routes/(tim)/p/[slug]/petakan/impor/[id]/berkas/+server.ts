import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { intakeFile } from '#server/features/intake/queries.ts';
import { idIn, inProgramme } from '../../../../../programme.server.ts';

/** The file as it was handed in. Always a download: what somebody uploaded is never shown as a page of ours. */
export const GET: RequestHandler = async (event) => {
	const file = await inProgramme(event, async (tx, actor, { programmeId }) => {
		const found = await intakeFile(tx, actor, idIn(event.params.id));
		if (found.programmeId !== programmeId) error(404, 'not_found');
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
