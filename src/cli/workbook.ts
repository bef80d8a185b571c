/** A source as rows with cell addresses, with the sheet and the corrections asked for on the command line. */
import { cellAddress } from '#inputs/grid.ts';
import type { Grid, Workbook } from '#inputs/grid.ts';
import { readWorkbook } from '#files/read-workbook.ts';
import { hasNoteWords, noteText } from '#reports/note-text.ts';
import { placeText, problemText } from '#reports/problem-text.ts';
import type { Doubt } from '#inputs/printed-number.ts';
import { writeNumber } from '#inputs/number-writer.ts';
import { Failure, optionOf, optionsOf } from './call.ts';
import type { Call, Locale, Source, Spoken } from './call.ts';
import { nearestWord } from './nearest.ts';
import { readSource } from './read-source.ts';
import type { SourceBytes } from './read-source.ts';

export interface OpenWorkbook {
	readonly workbook: Workbook;
	readonly source: Source;
	/** Address to text, as the readers of `inputs` take them. */
	readonly corrections: Readonly<Record<string, string>>;
	/** Repairs made while reading, in words. */
	readonly warnings: readonly Spoken[];
}

export interface Fix {
	readonly typed: string;
	/** Counted from 1, with the heading of the column; or a cell's address. */
	readonly row?: number;
	readonly heading?: string;
	readonly cell?: string;
	readonly text: string;
}

/** Every `--perbaiki`: `B12=4078,64`, `Tabel!B12=...` or `14:Keuntungan=4078,64`. */
export function fixesOf(call: Call): readonly Fix[] {
	return optionsOf(call, 'fix').map((typed): Fix => {
		const cell = /^((?:[^!=]+!)?[A-Za-z]{1,3}[1-9]\d{0,6})=(.*)$/s.exec(typed);
		if (cell) return { typed, cell: upperAddress(cell[1] as string), text: cell[2] as string };
		const place = /^([1-9]\d{0,6}):([^=]+)=(.*)$/s.exec(typed);
		if (place)
			return { typed, row: Number(place[1]), heading: (place[2] as string).trim(), text: place[3] as string };
		throw new Failure([{ code: 'USAGE_FIX', params: { typed } }]);
	});
}

const upperAddress = (address: string): string => {
	const at = address.lastIndexOf('!') + 1;
	return address.slice(0, at) + address.slice(at).toUpperCase();
};

const same = (left: string, right: string): boolean =>
	left.trim().toLowerCase().replace(/\s+/g, ' ') === right.trim().toLowerCase().replace(/\s+/g, ' ');

function columnUnder(heading: string, grid: Grid): number {
	for (const row of grid.rows) {
		const at = row.findIndex((cell) => same(cell.text, heading));
		if (at >= 0) return at;
	}
	return -1;
}

function correctionsFor(workbook: Workbook, call: Call): Record<string, string> {
	const corrections: Record<string, string> = {};
	for (const fix of fixesOf(call)) {
		if (fix.cell !== undefined) {
			const plain = fix.cell.slice(fix.cell.lastIndexOf('!') + 1);
			const known = workbook.grids.some((grid) =>
				grid.rows.some((row) => row.some((cell) => cell.address === plain)),
			);
			if (!known) throw new Failure([{ code: 'CELL_NOT_FOUND', params: { cell: fix.cell } }]);
			corrections[fix.cell] = fix.text;
			continue;
		}
		const found = workbook.grids.map((grid) => columnUnder(fix.heading ?? '', grid)).find((at) => at >= 0);
		if (found === undefined) {
			throw new Failure([{ code: 'CELL_NOT_FOUND', params: { cell: `${fix.row}:${fix.heading}` } }]);
		}
		corrections[cellAddress((fix.row ?? 1) - 1, found)] = fix.text;
	}
	return corrections;
}

function chosenSheet(workbook: Workbook, call: Call, file: string): Workbook {
	const sheet = optionOf(call, 'sheet');
	if (sheet === undefined) return workbook;
	const grids = workbook.grids.filter((grid) => same(grid.name, sheet));
	if (grids.length > 0) return { ...workbook, grids };
	const names = workbook.grids.map((grid) => grid.name);
	const near = nearestWord(sheet, names);
	throw new Failure([
		{
			code: 'SHEET_NOT_FOUND',
			at: { file, sheet },
			params: { sheets: names.join(', '), ...(near ? { near } : {}) },
		},
	]);
}

/** Opens bytes that were read already. Fails with the reader's problems (exit 4), a missing sheet (3) or cell (3). */
export async function openWorkbook(bytes: SourceBytes, call: Call): Promise<OpenWorkbook> {
	const outcome = await readWorkbook(bytes.bytes, { name: bytes.name });
	if (!outcome.ok) {
		throw new Failure(
			outcome.problems.map((problem) => ({ ...problem, at: { file: bytes.name, ...problem.at } })),
		);
	}
	const workbook = chosenSheet(outcome.value, call, bytes.name);
	const { locale } = call.screen;
	return {
		workbook,
		source: { kind: bytes.kind === 'example' ? 'example' : 'file', id: bytes.name },
		corrections: correctionsFor(workbook, call),
		warnings: workbook.notes.map((note) => ({
			code: note.code,
			text: noteText(note.code, note.params, locale),
			cell: note.address ?? null,
		})),
	};
}

/** Opens a file, stdin or an example. */
export async function workbookOf(typed: string, call: Call): Promise<OpenWorkbook> {
	return openWorkbook(await readSource(typed), call);
}

/** A cell that was left out: what stands there, why, and what was probably meant. */
function refusedText(doubt: Doubt, locale: Locale): string {
	const proposal = doubt.alternatives[0]?.text;
	const words = problemText({ code: doubt.code, ...(proposal ? { params: { proposal } } : {}) }, locale);
	return `"${doubt.text}". ${words.what} ${words.todo}`;
}

/** Cells read in one of several ways, in words: the reading used and the others. */
export function doubtWarnings(doubts: readonly Doubt[], call: Call): readonly Spoken[] {
	const { locale } = call.screen;
	return doubts.map((doubt) => {
		const second = doubt.alternatives.find((other) => other.value !== doubt.value) ?? doubt.alternatives[0];
		const params = {
			text: doubt.text,
			first: doubt.value === null ? '–' : writeNumber(doubt.value, locale),
			second: second ? writeNumber(second.value, locale) : '–',
		};
		const place = placeText({ sheet: doubt.table, cell: doubt.cell }, locale);
		return {
			code: doubt.code,
			text: `${place}: ${hasNoteWords(doubt.code) ? noteText(doubt.code, params, locale) : refusedText(doubt, locale)}`,
			table: doubt.table,
			cell: doubt.cell,
			content: doubt.text,
			value: doubt.value,
			alternatives: doubt.alternatives.map((other) => other.value),
		};
	});
}
