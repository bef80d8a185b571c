/** Writing down that somebody takes records away: before the first byte does. */
import { command } from '../../db/command.ts';
import { programmeToExport } from './queries.ts';
import { madeExport } from './schema.ts';
import type { ExportReceipt } from './schema.ts';

export const exportMake = command('export.make', {
	right: 'export',
	schema: madeExport,
	// The file of a form that is sent twice is made twice, with another moment in it; the choice is the same.
	hashed: ({ programmeId, kinds, form, use, purpose }) => ({ programmeId, kinds, form, use, purpose }),
	async run({ tx, actor, input }) {
		const { exportId, ...made } = input;
		const { name: programme } = await programmeToExport(tx, actor, input.programmeId);
		const { programmeId, fileName, form, rows, heldBack, bytes, sha256 } = input;
		const receipt: ExportReceipt = {
			exportId,
			accountId: actor.accountId,
			programmeId,
			fileName,
			form,
			rows,
			heldBack,
			bytes,
			sha256,
		};
		const after = { ...made, programme, villages: actor.villages, ownRecords: actor.personId !== null };
		return { receipt, traces: [{ kind: 'export', id: exportId, after }] };
	},
});
