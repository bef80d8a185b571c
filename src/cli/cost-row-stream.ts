/** Streams a row-wise cost table through the Hayami arithmetic to stdout, to a file, or into one JSON object. */
import { m } from '#words/messages.js';
import { parseRows } from '#files/csv-rows.ts';
import { csvRows } from '#files/csv-stream.ts';
import { decodeWindows1252 } from '#files/decode-text.ts';
import type { Problem } from '#inputs/problem.ts';
import { writeNumber } from '#inputs/number-writer.ts';
import { hayami } from '#methods/value-added/hayami.ts';
import { hayamiFigures } from '#methods/value-added/hayami-figures.ts';
import { rowLabel } from '#reports/row-label.ts';
import { noteText } from '#reports/note-text.ts';
import { placeText, problemText } from '#reports/problem-text.ts';
import { Failure, optionOf } from './call.ts';
import type { Answer, Call, Spoken } from './call.ts';
import { CostRowReader, learnStyles, missingColumns } from './cost-rows.ts';
import type { CostHeader, CostStyles } from './cost-rows.ts';
import type { PeekedRows } from './peek-source.ts';
import { plainLine } from './plain-line.ts';
import type { PlainLine } from './plain-line.ts';
import { sinkFor } from './row-sink.ts';
import type { Sink } from './row-sink.ts';
import { RowWriter } from './row-writer.ts';
import { writeNote, writeOut } from './streams.ts';
import { fixesOf } from './workbook.ts';

/** So many rows teach how columns write numbers. */
const LEARN_FROM = 200;
/** Bytes of the beginning that hold so many rows. */
const ENOUGH_TO_LEARN = 60 * 1024;
/** So many faulty rows are told one by one. */
const MOST_TOLD = 20;

interface Faults {
	readonly told: Spoken[];
	count: number;
	leftOut: number;
}

function tell(problem: Problem, file: string, call: Call, faults: Faults, computed: boolean): void {
	faults.count += 1;
	if (!computed) faults.leftOut += 1;
	if (faults.told.length >= MOST_TOLD) return;
	const { locale } = call.screen;
	const located = { ...problem, at: { file, ...problem.at } };
	const words = problemText(located, locale);
	const content = problem.content ? m.cli_content({ content: problem.content }, { locale }) : '';
	const text = [placeText(located.at, locale), content, words.what].filter(Boolean).join('; ');
	faults.told.push({
		code: problem.code,
		text: `${text} ${words.todo}`,
		file,
		row: problem.at?.row ?? null,
		column: problem.at?.column ?? null,
		content: problem.content ?? null,
	});
	if (!call.json) writeNote(`${m.cli_note({}, { locale })}: ${text} ${words.todo}`);
}

/** `--perbaiki 14:upah=5000` and `--perbaiki B14=...` by line and column of the file. */
function fixesBy(header: CostHeader, call: Call): Map<number, Map<number, string>> {
	const fixes = new Map<number, Map<number, string>>();
	for (const fix of fixesOf(call)) {
		const cell = /([A-Z]+)(\d+)$/.exec(fix.cell ?? '');
		const line = cell ? Number(cell[2]) : (fix.row as number);
		const at = cell
			? [...(cell[1] as string)].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
			: header.headings.findIndex((heading) => heading.toLowerCase() === fix.heading?.toLowerCase());
		if (at < 0 || at >= header.headings.length) {
			throw new Failure([
				{ code: 'CELL_NOT_FOUND', params: { cell: fix.cell ?? `${fix.row}:${fix.heading}` } },
			]);
		}
		fixes.set(line, (fixes.get(line) ?? new Map<number, string>()).set(at, fix.text));
	}
	return fixes;
}

/** What the heading and the first rows leave open, told once. */
function headerWarnings(header: CostHeader, styles: CostStyles, call: Call): Spoken[] {
	const { locale } = call.screen;
	const missing = missingColumns(header);
	const columns = missing.map((key) => rowLabel(key, locale)).join(', ');
	return [
		...(missing.length > 0
			? [
					{
						code: 'HEADER_MISSING_COLUMNS',
						text: problemText({ code: 'HEADER_MISSING_COLUMNS', params: { columns } }, locale).what,
					},
				]
			: []),
		...(header.columns.otherInputs < 0
			? [{ code: 'OTHER_INPUTS_UNKNOWN', text: m.cli_other_inputs_unknown({}, { locale }) }]
			: []),
		...(header.unknown.length > 0
			? [
					{
						code: 'COLUMNS_NOT_USED',
						text: m.cli_columns_not_used({ columns: header.unknown.join(', ') }, { locale }),
					},
				]
			: []),
		...styles.ambiguous.map((open) => ({
			code: 'AMBIGUOUS_NUMBER',
			text: `${placeText({ column: open.heading }, locale)}: ${noteText('AMBIGUOUS_NUMBER', { text: open.text, first: writeNumber(open.first, locale), second: writeNumber(open.second, locale) }, locale)}`,
			column: open.heading,
			content: open.text,
			value: open.first,
			alternatives: [open.second],
		})),
	];
}

/** Everything one table needs while it streams. */
interface Work {
	readonly peeked: PeekedRows;
	readonly sink: Sink;
	readonly call: Call;
	readonly faults: Faults;
	readonly reader: CostRowReader;
	rows: number;
	line: number;
}

/** One row through the full reader. */
function fullRow(work: Work, row: readonly string[]): void {
	const { reader, sink, faults, peeked, call } = work;
	if (row.length === 1 && row[0] === '') return;
	const read = reader.read(row, work.line);
	if (read.row !== null) {
		sink.add(read.row);
		work.rows += 1;
	}
	if (read.fault !== null) tell(read.fault.problem, peeked.name, call, faults, read.fault.computed);
}

async function* joined(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
	yield first;
	for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** The rest of a table in which quotes stand: a quoted field may hold delimiters and line breaks. */
async function quotedRows(work: Work, first: Uint8Array): Promise<void> {
	const { peeked, sink, call, faults } = work;
	const broken: Problem[] = [];
	const batches = csvRows(joined(first, peeked.rest), {
		delimiter: peeked.delimiter,
		onProblem: (problem) => broken.push(problem),
	});
	const before = work.line;
	for await (const batch of batches) {
		for (const row of batch) {
			work.line += 1;
			fullRow(work, row);
			if (sink.full) await sink.flush();
		}
		if (call.signal.aborted) break;
	}
	for (const problem of broken) {
		const row = (problem.at?.row ?? 0) + before;
		tell({ ...problem, at: { ...problem.at, row } }, peeked.name, call, faults, false);
	}
}

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
/** A line longer than this is no row of figures. */
const LONGEST_LINE = 1024 * 1024;

/** Every complete line of the bytes; answers where the first line that is not complete begins. */
async function plainRows(
	work: Work,
	bytes: Uint8Array,
	final: boolean,
	plain: PlainLine | null,
): Promise<number> {
	const { sink, peeked } = work;
	const writer = sink instanceof RowWriter && sink.takesPlain ? sink : null;
	let start = 0;
	while (start < bytes.length) {
		let end = bytes.indexOf(LINE_FEED, start);
		if (end < 0) {
			if (!final) return start;
			end = bytes.length;
		}
		const last = end > start && bytes[end - 1] === CARRIAGE_RETURN ? end - 1 : end;
		work.line += 1;
		if (
			writer !== null &&
			plain !== null &&
			!work.reader.fixes(work.line) &&
			plain.read(bytes, start, last)
		) {
			writer.addPlain(bytes, plain.nameStart, plain.nameEnd, hayamiFigures(plain.values));
			work.rows += 1;
		} else {
			const [row] = parseRows(lineText(bytes.subarray(start, last)), peeked.delimiter, true).rows;
			if (row) fullRow(work, row);
		}
		if (sink.full) await sink.flush();
		start = end + 1;
	}
	return bytes.length;
}

/** One line as text: UTF-8, or Windows-1252 where the bytes are no UTF-8. */
function lineText(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return decodeWindows1252(bytes);
	}
}

/** Where the rows begin: behind the heading. Also how many lines that took. */
function behindHeading({ beginning, header, delimiter }: PeekedRows): { start: number; lines: number } {
	const wanted = header.headings.join('\u0000');
	let start = beginning[0] === 0xef && beginning[1] === 0xbb && beginning[2] === 0xbf ? 3 : 0;
	for (let lines = 1; start < beginning.length; lines += 1) {
		const found = beginning.indexOf(LINE_FEED, start);
		const end = found < 0 ? beginning.length : found;
		const [cells = []] = parseRows(
			lineText(beginning.subarray(start, end)).replace(/\r$/, ''),
			delimiter,
			true,
		).rows;
		start = end + 1;
		if (cells.map((cell) => cell.trim()).join('\u0000') === wanted) return { start, lines };
	}
	return { start: beginning.length, lines: 0 };
}

/** Pulls every row through the sink. Answers how many were computed and what was wrong with the others. */
async function pump(peeked: PeekedRows, sink: Sink, call: Call) {
	const { header, delimiter, beginning } = peeked;
	const faults: Faults = { told: [], count: 0, leftOut: 0 };
	const { start, lines } = behindHeading(peeked);
	const sample = parseRows(
		lineText(beginning.subarray(start, start + ENOUGH_TO_LEARN)),
		delimiter,
		true,
	).rows;
	const styles = learnStyles(header, sample.slice(0, LEARN_FROM));
	const warnings = headerWarnings(header, styles, call);
	if (!call.json) {
		for (const warning of warnings) writeNote(`${m.cli_note({}, call.screen)}: ${warning.text}`);
	}
	const reader = new CostRowReader(header, styles.styles, fixesBy(header, call));
	const work: Work = { peeked, sink, call, faults, reader, rows: 0, line: lines };
	const plain = plainLine(header, styles.styles, delimiter);
	let held: Uint8Array = beginning.subarray(start);
	for (;;) {
		if (held.includes(QUOTE) || held.length > LONGEST_LINE) {
			await quotedRows(work, held);
			break;
		}
		const left = held.subarray(await plainRows(work, held, false, plain));
		const next = await peeked.rest.next();
		if (next.done || call.signal.aborted) {
			await plainRows(work, left, true, plain);
			break;
		}
		held = left.length === 0 ? next.value : Buffer.concat([left, next.value]);
	}
	return { rows: work.rows, faults, warnings };
}

/** Computes a row-wise table. Exit 4 when any row was left out or incomplete; the good rows are written all the same. */
export async function streamCostRows(peeked: PeekedRows, call: Call): Promise<Answer> {
	const { locale } = call.screen;
	const { sink, pending } = await sinkFor(call);
	let done: Awaited<ReturnType<typeof pump>>;
	try {
		done = await pump(peeked, sink, call);
		await sink.flush();
	} catch (error) {
		await pending?.abandon();
		throw error;
	}
	const { rows, faults, warnings } = done;
	const target = optionOf(call, 'to');
	const notes: string[] = [];
	if (call.signal.aborted) {
		await pending?.abandon();
		notes.push(m.cli_interrupted({ count: rows }, { locale }));
	} else if (pending) {
		await pending.commit();
		notes.push(m.cli_written({ file: target as string }, { locale }));
	}
	const exit = faults.count > 0 || rows === 0 ? 4 : 0;
	const more = faults.count - faults.told.length;
	if (more > 0) notes.push(m.cli_error_more({ count: more }, { locale }));
	notes.push(
		m.cli_rows_done(
			{ count: writeNumber(rows, locale), left: writeNumber(faults.leftOut, locale) },
			{ locale },
		),
	);
	const all = [...warnings, ...faults.told];
	const sources = [
		{ kind: 'method' as const, id: hayami.id, version: hayami.version, source: hayami.source },
		{ kind: 'file' as const, id: peeked.name },
	];
	if (call.json && target === undefined) {
		const tail = { findings: [], warnings: all, sources };
		await writeOut(`],"rows":${rows},"leftOut":${faults.leftOut}},${JSON.stringify(tail).slice(1)}\n`);
		return { exit, result: null, written: true };
	}
	const result = { rows, leftOut: faults.leftOut, ...(target ? { written: target } : {}) };
	return { exit, result, warnings: all, sources, notes, text: '' };
}
