/**
 * An .xlsx workbook as grids: every sheet in its order, numbers exact and as shown, formulas with their results.
 */
import type { Grid, Workbook } from '#inputs/grid.ts';
import { done, failed, type Outcome } from '#inputs/problem.ts';
import { fileProblem, type FileNote } from './codes.ts';
import {
	readFormats,
	readRelationships,
	readSharedStrings,
	readSheetList,
	type Relationship,
} from './xlsx-parts.ts';
import { mostCells } from './grid-limits.ts';
import { readSheet } from './xlsx-sheet.ts';
import type { ZipArchive } from './zip.ts';

/**
 * Reads the workbook whose main part is `part` (`xl/workbook.xml`). `source` is the file's name.
 * Numbers: `number` is exact, `text` is what an Indonesian Excel shows (`1.700,50`, `53,17%`); dates are ISO text
 * without `number`. Notes: `SHEET_HIDDEN` {sheet}, `FORMULA_WITHOUT_RESULT`, `MERGED_CELL_HIDES_VALUE` and the
 * repairs of cell-text.ts, each with the first address, {table, count}.
 * Errors: `FILE_DAMAGED` {part}, `SHEET_TOO_LARGE`, `NO_TABLE_INSIDE` (no worksheet), and those of zip and XML.
 */
export function readXlsx(
	zip: ZipArchive,
	part: string,
	source: string,
	limit = mostCells,
): Outcome<Workbook> {
	const main = zip.read(part);
	if (!main.ok) return main;
	const list = readSheetList(main.value, part);
	if (!list.ok) return list;
	const relationships = readRelationships(zip, part);
	if (!relationships.ok) return relationships;
	const strings = readSide(zip, relationships.value, 'sharedStrings', readSharedStrings);
	if (!strings.ok) return strings;
	const formats = readSide(zip, relationships.value, 'styles', readFormats);
	if (!formats.ok) return formats;

	const grids: Grid[] = [];
	const notes: FileNote[] = [];
	const context = {
		strings: strings.value,
		formats: formats.value,
		date1904: list.value.date1904,
		mostCells: limit,
		held: { rows: 0 },
	};
	for (const entry of list.value.sheets) {
		const relationship = relationships.value.get(entry.relationship);
		// Chart sheets and macro sheets hold no cells.
		if (relationship?.type !== 'worksheet') continue;
		const bytes = zip.read(relationship.target);
		if (!bytes.ok) return bytes;
		const sheet = readSheet(bytes.value, relationship.target, entry.name, context);
		if (!sheet.ok) return sheet;
		grids.push(sheet.value.grid);
		if (entry.hidden) notes.push({ code: 'SHEET_HIDDEN', params: { sheet: entry.name } });
		notes.push(...sheet.value.notes);
	}
	if (grids.length === 0) return failed(fileProblem('NO_TABLE_INSIDE', { file: source }, { format: 'xlsx' }));
	return done({ source, format: 'xlsx', grids, notes });
}

/** A part that a workbook may do without. */
function readSide(
	zip: ZipArchive,
	relationships: ReadonlyMap<string, Relationship>,
	type: string,
	read: (bytes: Uint8Array, part: string) => Outcome<string[]>,
): Outcome<string[]> {
	const found = [...relationships.values()].find((relationship) => relationship.type === type);
	if (!found || !zip.names.includes(found.target)) return done([]);
	const bytes = zip.read(found.target);
	return bytes.ok ? read(bytes.value, found.target) : bytes;
}
