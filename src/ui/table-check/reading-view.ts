import type { Workbook } from '#inputs/grid.ts';
import type { RowMapping } from '#inputs/hayami-table.ts';
import { writeNumber } from '#inputs/number-writer.ts';
import type { ReadTables } from '#inputs/printed-tables.ts';
import { hayamiRows } from '#methods/value-added/hayami-rows.ts';
import { noteText } from '#reports/note-text.ts';
import { placeText } from '#reports/problem-text.ts';
import { rowLabel } from '#reports/row-label.ts';
import type { Locale } from '#words/runtime.js';
import type { DoubtfulCell, Reading, ReadRow, ReadTable } from './check-view.ts';

function readRow(row: RowMapping): ReadRow {
	return { id: `${row.table}!${row.cell}`, label: row.label, key: row.key ?? '', values: row.values };
}

function readTables(read: ReadTables): ReadTable[] {
	const names = new Set([...read.mapping, ...read.unknown].map((row) => row.table));
	return [...names].map((name) => {
		const table = read.tables.hayami.find((one) => one.name === name);
		return {
			name,
			columns: table?.products.map((product) => product.name) ?? [],
			rows: read.mapping.filter((row) => row.table === name).map(readRow),
			unknown: read.unknown.filter((row) => row.table === name).map(readRow),
		};
	});
}

function doubtfulCells(read: ReadTables, locale: Locale): DoubtfulCell[] {
	const shown = (value: number) => writeNumber(value, locale, { min: 0, max: 6 });
	const several = new Set(read.doubts.map((doubt) => doubt.table)).size > 1;
	return read.doubts.map((doubt) => ({
		id: `${doubt.table}!${doubt.cell}`,
		cell: placeText(several ? { sheet: doubt.table, cell: doubt.cell } : { cell: doubt.cell }, locale),
		text: doubt.text,
		used: doubt.value === null ? '' : shown(doubt.value),
		choices: doubt.alternatives.map((one) => ({
			// A correction is read like typed text; this spelling has one meaning in both styles.
			text: plainSpelling(one.value),
			shown: shown(one.value),
		})),
	}));
}

/** A number without group marks; `1000,5`. A comma before three decimals would be read as thousands, so one more follows. */
export function plainSpelling(value: number): string {
	const [whole = '0', decimals = ''] = value.toString().split('.');
	if (decimals === '') return whole;
	return `${whole},${decimals.length === 3 ? `${decimals}0` : decimals}`;
}

/** Every table that was read and is no Hayami table. */
export function otherTables({ tables }: ReadTables): readonly { readonly name: string }[] {
	const { costs, depreciation, summaries, levels, periods, changes, rankings, comparisons, splits } = tables;
	const further = [levels, periods, changes, rankings, comparisons, splits];
	return [costs, depreciation, summaries, ...further].flatMap(
		(list): readonly { readonly name: string }[] => list ?? [],
	);
}

/** How the tables were read, for the step "Begini kami membacanya". */
export function readingView(workbook: Workbook, read: ReadTables, locale: Locale): Reading {
	return {
		tables: readTables(read),
		otherTables: [...new Set(otherTables(read).map((table) => table.name))],
		doubts: doubtfulCells(read, locale),
		notes: workbook.notes.map((note) => {
			const where = note.address ? placeText({ cell: note.address }, locale) : '';
			const text = noteText(note.code, note.params, locale);
			return where ? `${text} (${where})` : text;
		}),
		meanings: hayamiRows.map((row) => ({
			key: row.key,
			label: `${row.row} ${rowLabel(row.key, locale)}`.trim(),
		})),
	};
}
