/**
 * How the lines of one block of text are columns: by tabs, pipes, semicolons, wide gaps, `label: value`, or a label
 * and numbers.
 */
import { detectDelimiter, parseRows, type Delimiter } from './csv-rows.ts';
import { splitTailNumbers, type SplitLines } from './text-tail-numbers.ts';

/** No table has such a line; splitting it in six ways would only cost time. */
const longestLine = 20_000;

/** Rows of fields, or null when the block is no table but prose. */
export function splitColumns(lines: readonly string[]): SplitLines | null {
	const tabs = splitTabs(lines);
	if (tabs) return tabs;
	if (lines.some((line) => line.length > longestLine)) return null;
	return (
		splitPipes(lines) ??
		splitDelimited(lines, ';') ??
		splitWideGaps(lines) ??
		splitPairs(lines) ??
		splitValueUnit(lines) ??
		splitTailNumbers(lines) ??
		splitDelimited(lines, ',')
	);
}

const sure = (rows: string[][]): SplitLines => ({ rows, unsure: [] });

function splitTabs(lines: readonly string[]): SplitLines | null {
	const tabbed = lines.filter((line) => line.includes('\t')).length;
	return tabbed > 0 && tabbed >= lines.length / 2 ? sure(lines.map((line) => line.split('\t'))) : null;
}

/** Rules of Markdown and drawn tables: `|---|:--:|`, `+-----+`, `-----`. */
const rule = /^[\s|:+\-=_─]{3,}$/;

function splitPipes(lines: readonly string[]): SplitLines | null {
	const piped = lines.filter((line) => line.includes('|')).length;
	if (piped < 2 || piped < lines.length * 0.6) return null;
	const rows = lines
		.filter((line) => !rule.test(line))
		.map((line) =>
			line
				.trim()
				.replace(/^\|/, '')
				.replace(/(?<!\\)\|$/, '')
				.split(/(?<!\\)\|/)
				.map((field) => field.trim().replaceAll('\\|', '|')),
		);
	return rows.length > 0 ? sure(rows) : null;
}

function splitDelimited(lines: readonly string[], delimiter: Delimiter): SplitLines | null {
	if (lines.length < 2) return null;
	const text = lines.join('\n');
	const guess = detectDelimiter(text);
	if (guess.delimiter !== delimiter || guess.share < 0.8) return null;
	// In a sentence a comma has a space after it; between digits it is a decimal mark.
	if (delimiter === ',' && (text.includes(', ') || !/\D,|,\D/.test(text))) return null;
	const piece = parseRows(text, delimiter, true);
	return piece.openQuoteRow === null ? sure(piece.rows) : null;
}

interface Field {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

function fieldsByGaps(line: string): Field[] {
	return [...line.matchAll(/\S+(?: \S+)*/g)].map((match) => ({
		text: match[0],
		start: match.index,
		end: match.index + match[0].length,
	}));
}

function splitWideGaps(lines: readonly string[]): SplitLines | null {
	const kept = lines.filter((line) => !rule.test(line));
	const split = kept.map(fieldsByGaps);
	const several = split.filter((fields) => fields.length > 1);
	if (several.length < 2 || several.length < kept.length * 0.5) return null;
	const widest = several.reduce((left, right) => (right.length > left.length ? right : left));
	const full = several.filter((fields) => fields.length === widest.length).length;
	// One odd line with more gaps than all others is no pattern to lay the others on.
	if (full === 1 && several.length > 3 && widest.length > 3) {
		return {
			rows: split.map((fields) => fields.map((field) => field.text)),
			unsure: split.map((_, row) => row),
		};
	}
	const unsure: number[] = [];
	const rows = split.map((fields, row) => {
		if (fields.length === widest.length || fields.length < 2) return fields.map((field) => field.text);
		const { cells, clear } = layOn(fields, widest);
		if (!clear) unsure.push(row);
		return cells;
	});
	return { rows, unsure };
}

/** Puts the fields of a line with gaps under the columns of a full one, by where they stand. */
function layOn(fields: readonly Field[], columns: readonly Field[]): { cells: string[]; clear: boolean } {
	const cells: string[] = columns.map(() => '');
	let clear = true;
	let next = 0;
	for (const field of fields) {
		let best = next;
		let bestScore = -Infinity;
		for (let index = next; index < columns.length; index += 1) {
			const column = columns[index] as Field;
			const overlap = Math.min(field.end, column.end) - Math.max(field.start, column.start);
			if (overlap > bestScore) {
				bestScore = overlap;
				best = index;
			}
		}
		if (bestScore <= 0) clear = false;
		if (next >= columns.length) {
			cells[columns.length - 1] += ` ${field.text}`;
			clear = false;
			continue;
		}
		cells[best] = field.text;
		next = best + 1;
	}
	return { cells, clear };
}

const pair = /^\s*([^:=]{2,80}?)\s*[:=]\s*(\S.*)$/;
const valueWithUnit = /^((?:Rp\.?\s*)?[+-]?\d[\d.,]*)\s+([^\d\s].{0,30})$/i;

/** `Harga output: Rp 6.500`, one a line, as people send them in messages. */
function splitPairs(lines: readonly string[]): SplitLines | null {
	const matches = lines.map((line) => pair.exec(line));
	const pairs = matches.filter((match) => match && /\d/.test(match[2] ?? '')).length;
	if (pairs < 2 || pairs < lines.length * 0.6) return null;
	return sure(
		matches.map((match, index) => {
			if (!match) return [(lines[index] ?? '').trim()];
			const [, label = '', rest = ''] = match;
			const unit = valueWithUnit.exec(rest.trim());
			return unit ? [label, unit[1] ?? '', unit[2] ?? ''] : [label, rest.trim()];
		}),
	);
}

const labelValueUnit = /^\s*(\S.{0,100}?)\s+((?:Rp\.?\s?)?[+-]?\d[\d.,]*)\s+([^\d\s|:=]{1,15})\s*$/i;
const labelValue = /^\s*(\S.{0,100}?)\s+((?:Rp\.?\s?)?[+-]?\d[\d.,]*%?)\s*$/i;

/** `Output 59 kg`, one a line: the unit behind the number is a column of its own. */
function splitValueUnit(lines: readonly string[]): SplitLines | null {
	// A label that ends in a number is one of several columns of numbers, which is not this shape.
	const matches = lines.map((line) => {
		const match = line.length > 300 ? null : labelValueUnit.exec(line);
		return match && /\s[\d.,]+$/.test(match[1] ?? '') ? null : match;
	});
	const found = matches.filter((match) => match && match[3] !== '%').length;
	if (found < 2 || found < lines.length * 0.5) return null;
	return sure(
		lines.map((line, index) => {
			const match = matches[index] ?? (line.length > 300 ? null : labelValue.exec(line));
			return match ? match.slice(1) : [line.trim()];
		}),
	);
}
