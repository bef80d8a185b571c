import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { writeCsv } from '#files/csv-writer.ts';
import { writeXlsx } from '#files/xlsx-writer.ts';
import { faultyTable } from '#reports/intake-faulty.ts';
import { faultyRows } from '#server/features/intake/queries.ts';
import { m } from '#words/messages.js';
import { today } from '../../../../../../team.server.ts';
import { idIn, inProgramme } from '../../../../../programme.server.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The faulty rows as they came, each with what to correct: mended and uploaded again they are a list like any other. */
export const GET: RequestHandler = async (event) => {
	const { locale } = event.locals;
	const { card, rows } = await inProgramme(event, async (tx, actor, { programmeId }) => {
		const found = await faultyRows(tx, actor, idIn(event.params.id), today());
		if (found.card.programmeId !== programmeId) error(404, 'not_found');
		return found;
	});
	const table = faultyTable({ kind: card.kind, layout: card.layout, rows }, locale);
	const csv = event.url.searchParams.get('bentuk') === 'csv';
	const body = csv
		? // The mark tells Excel that it is UTF-8.
			`\uFEFF${writeCsv(table, { style: locale })}`
		: new Uint8Array(
				writeXlsx({
					title: m.intake_sheet_faulty(),
					sheets: [
						{
							name: m.intake_sheet_faulty(),
							frozenRows: 1,
							rows: table.map((row, index) =>
								row.map((value) => ({ value, ...(index === 0 ? { style: 'header' as const } : {}) })),
							),
						},
					],
				}),
			);
	const name = `${m.intake_sheet_file_name()}.${csv ? 'csv' : 'xlsx'}`;
	return new Response(body, {
		headers: {
			'content-type': csv ? 'text/csv; charset=utf-8' : XLSX,
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'no-store',
		},
	});
};
