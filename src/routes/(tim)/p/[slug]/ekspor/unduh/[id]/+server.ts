import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { openExport } from '#server/features/export/making.ts';
import { exportToFetch } from '#server/features/export/queries.ts';
import { Problem } from '#server/problems.ts';
import { house } from '../../../../../team.server.ts';
import { idIn, inProgramme } from '../../../../programme.server.ts';

/** The file of an export, for who made it. Always a download, kept by nobody on the way. */
export const GET: RequestHandler = async (event) => {
	const receipt = await inProgramme(event, async (tx, actor, { programmeId }) => {
		const found = await exportToFetch(tx, actor, idIn(event.params.id), new Date());
		if (found.programmeId !== programmeId) throw new Problem('not_found');
		return found;
	});
	const { folder } = await house();
	const body = await openExport(folder, receipt).catch((reason: unknown) => {
		if (reason instanceof Problem) error(reason.status, reason.code);
		throw reason;
	});
	return new Response(body, {
		headers: {
			'content-type': 'application/octet-stream',
			'content-length': String(receipt.bytes),
			'content-disposition': `attachment; filename="${receipt.fileName}"`,
			'cache-control': 'no-store',
			'x-content-type-options': 'nosniff',
			digest: `sha-256=${Buffer.from(receipt.sha256, 'hex').toString('base64')}`,
		},
	});
};
