/**
 * A CSV file as one grid.
 */
import { cellAddress, type GridCell, type Workbook } from '#inputs/grid.ts';
import { done, failed, type Outcome } from '#inputs/problem.ts';
import { cleanCellText, repairLog } from './cell-text.ts';
import { fileProblem, type FileNote } from './codes.ts';
import { declaredDelimiter, detectDelimiter, parseRows, type Delimiter } from './csv-rows.ts';
import { guardedText } from './csv-writer.ts';
import { mostCells } from './grid-limits.ts';

/**
 * Reads delimited text; the delimiter is found unless given. `source` names the file in problems; `table` the grid.
 * Notes: `DELIMITER_GUESSED` {delimiter, other} when two fit, `LEADING_APOSTROPHE_REMOVED`, the repairs of cell text.
 * Errors: `FILE_EMPTY`, `CSV_QUOTE_UNCLOSED` at its row, `SHEET_TOO_LARGE` {limit}.
 */
export function readCsv(
	text: string,
	options: { readonly source?: string; readonly delimiter?: Delimiter; readonly mostCells?: number } = {},
): Outcome<Workbook> {
	const source = options.source ?? 'csv';
	const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
	const declared = declaredDelimiter(body);
	// The line `sep=;` stays counted: addresses are those a text editor shows.
	const skipped = declared ? 1 : 0;
	const content = declared ? body.slice(declared.length) : body;
	if (content.trim() === '') return failed(fileProblem('FILE_EMPTY', { file: source }));
	const given = options.delimiter ?? declared?.delimiter;
	const guess = given ? null : detectDelimiter(content);
	const delimiter = given ?? guess?.delimiter ?? ',';

	const limit = options.mostCells ?? mostCells;
	if (countFields(content, delimiter) > limit) {
		return failed(fileProblem('SHEET_TOO_LARGE', { file: source }, { limit }));
	}
	const piece = parseRows(content, delimiter, true);
	if (piece.openQuoteRow !== null) {
		const problem = fileProblem('CSV_QUOTE_UNCLOSED', {
			file: source,
			row: piece.openQuoteRow + 1 + skipped,
		});
		return failed({ ...problem, content: content.slice(piece.rest, piece.rest + 200) });
	}
	const log = repairLog();
	const rows: GridCell[][] = piece.rows.map((row, index) =>
		row.map((field, column) => {
			const address = cellAddress(index + skipped, column);
			return {
				text: cleanCellText(
					withoutGuard(field, () => log.add('LEADING_APOSTROPHE_REMOVED', address)),
					log,
					address,
				),
				address,
			};
		}),
	);
	if (declared) rows.unshift([]);
	const notes: FileNote[] = log.notes(source);
	if (guess?.other) notes.unshift({ code: 'DELIMITER_GUESSED', params: { delimiter, other: guess.other } });
	return done({ source, format: 'csv', grids: [{ name: source, rows }], notes });
}

/** Spreadsheets keep a text from being a formula by an apostrophe: it is no part of the text. */
function withoutGuard(field: string, removed: () => void): string {
	if (!field.startsWith("'") || guardedText(field.slice(1)) !== field) return field;
	removed();
	return field.slice(1);
}

/** About how many fields there are, without making any: what is too much is refused before it costs memory. */
function countFields(text: string, delimiter: Delimiter): number {
	const mark = delimiter.charCodeAt(0);
	let fields = 1;
	let quoted = false;
	for (let index = 0; index < text.length; index += 1) {
		const code = text.charCodeAt(index);
		if (code === 34) quoted = !quoted;
		else if (!quoted && (code === mark || code === 10)) fields += 1;
	}
	return fields;
}
