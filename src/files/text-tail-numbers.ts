/**
 * Lines of a label and numbers, as a table comes out of a PDF: `Pertanian 1 430 744,00 1 520 100,25`.
 * A space may part columns or thousands; the count of columns that fits the most lines decides, and what stays
 * open is counted, so that it can be said.
 */

const numeric = /^\(?[+\-−–]?(?:Rp\.?)?[+\-−–]?\d[\d.,]*%?-?\)?\*{0,3}$/i;
const placeholder = /^(?:-|–|—|n\.?a\.?)$/i;
const currency = /^Rp\.?$/i;
const groupStart = /^\(?[+\-−–]?(?:Rp\.?)?[+\-−–]?\d{1,3}$/i;
const groupMiddle = /^\d{3}$/;
const groupNext = /^\d{3}(?:,\d+|\.\d{1,2})?%?\)?\*{0,3}$/;

interface Tail {
	readonly label: string;
	/** The numbers at the line's end, before any grouping. */
	readonly numbers: readonly string[];
	/** At which numbers (by index) a group of thousands may go on from the one before. */
	readonly joins: readonly number[];
	/** How many carry their own `Rp`: each of those begins a number. */
	readonly currencies: number;
}

export interface SplitLines {
	readonly rows: string[][];
	/** Lines (counted from 0) whose columns could also be others. */
	readonly unsure: number[];
}

function readTail(line: string): Tail {
	const words = line.trim().split(/\s+/);
	let at = words.length;
	while (at > 0 && isTailWord(words, at - 1)) at -= 1;
	const numbers: string[] = [];
	let pendingCurrency = '';
	for (const word of words.slice(at)) {
		if (currency.test(word)) pendingCurrency = `${word} `;
		else if (word === '%' && numbers.length > 0) numbers[numbers.length - 1] += ' %';
		else {
			numbers.push(pendingCurrency + word);
			pendingCurrency = '';
		}
	}
	const joins: number[] = [];
	for (let index = 1; index < numbers.length; index += 1) {
		const before = (numbers[index - 1] ?? '').replace(/^Rp\.? /i, '');
		const opens = groupStart.test(before) || (joins.at(-1) === index - 1 && groupMiddle.test(before));
		if (opens && groupNext.test(numbers[index] ?? '')) joins.push(index);
	}
	return {
		label: words
			.slice(0, at)
			.join(' ')
			.replace(/\s*[:=]$/, ''),
		numbers,
		joins,
		currencies: numbers.filter((number) => /Rp/i.test(number)).length,
	};
}

/** `(4)` names a row of the table (`(4) x (6)`); as a negative number it would hardly have so few digits. */
const rowReference = /^\(\d{1,2}\)$/;

function isTailWord(words: readonly string[], index: number): boolean {
	const word = words[index] ?? '';
	if (rowReference.test(word)) return false;
	if (numeric.test(word) || placeholder.test(word)) return true;
	if (word === '%') return numeric.test(words[index - 1] ?? '');
	return currency.test(word) && numeric.test(words[index + 1] ?? '');
}

/**
 * Splits lines into a label and columns of numbers; null when fewer than two lines, or less than half of them,
 * end in numbers.
 */
export function splitTailNumbers(lines: readonly string[]): SplitLines | null {
	const tails = lines.map(readTail);
	const filled = tails.filter((tail) => tail.numbers.length > 0);
	if (filled.length < 2 || filled.length < lines.length / 2) return null;
	const firstFilled = tails.findIndex((tail) => tail.numbers.length > 0);
	const headings = lines.slice(0, firstFilled).map((line) => line.trim().split(/\s+/).length - 1);
	const { columns, open } = chooseColumns(filled, headings);
	const unsure: number[] = [];
	const rows = tails.map((tail, index) => {
		if (tail.numbers.length === 0) return headingCells(lines[index] ?? '', columns, index < firstFilled);
		const { cells, sure } = groupTail(tail, columns);
		if (!sure || (open && tail.joins.length > 0)) unsure.push(index);
		return cells;
	});
	// Numbers alone have no column of labels.
	const labelled = rows.some((row, index) => tails[index]?.numbers.length === 0 || row[0] !== '');
	return { rows: labelled ? rows : rows.map((row) => row.slice(1)), unsure };
}

function headingCells(line: string, columns: number, isHeader: boolean): string[] {
	const words = line.trim().split(/\s+/);
	if (isHeader && words.length === columns + 1) return words;
	if (isHeader && words.length === columns && columns > 1) return ['', ...words];
	return [line.trim()];
}

/** How many columns of numbers fit the most lines; `open` when another count fits them just as well. */
function chooseColumns(
	tails: readonly Tail[],
	headings: readonly number[],
): { columns: number; open: boolean } {
	const most = tails.reduce((largest, tail) => Math.max(largest, tail.numbers.length), 1);
	let best = { columns: 1, fits: -1, clear: -1 };
	let rivals: number[] = [];
	for (let columns = 1; columns <= Math.min(most, 200); columns += 1) {
		const fits = tails.filter((tail) => columns <= tail.numbers.length && columns >= fewest(tail)).length;
		const clear = tails.filter((tail) => columns === tail.numbers.length || columns === fewest(tail)).length;
		if (fits > best.fits || (fits === best.fits && clear > best.clear)) {
			best = { columns, fits, clear };
			rivals = [columns];
		} else if (fits === best.fits && clear === best.clear) rivals.push(columns);
	}
	if (rivals.length < 2) return { columns: best.columns, open: false };
	const named = rivals.find((columns) => headings.includes(columns));
	if (named !== undefined) return { columns: named, open: false };
	const byCurrency = rivals.find((columns) => tails.every((tail) => tail.currencies === columns));
	if (byCurrency !== undefined) return { columns: byCurrency, open: false };
	// Decimals only where groups end speak for groups: `1 430 744,00 1 520 100,25`.
	const grouped = tails.every((tail) => {
		const joined = tail.numbers.filter((_, index) => !tail.joins.includes(index + 1));
		return joined.length > 0 && joined.every((number) => /,\d+\D*$/.test(number));
	});
	const columns = (grouped ? rivals[0] : rivals.at(-1)) ?? best.columns;
	return { columns, open: true };
}

const fewest = (tail: Tail) => tail.numbers.length - tail.joins.length;

/** Joins groups until the line has so many columns; what is too many goes to the label. */
function groupTail(tail: Tail, columns: number): { cells: string[]; sure: boolean } {
	const joinsNeeded = Math.min(Math.max(tail.numbers.length - columns, 0), tail.joins.length);
	const joined = new Set(tail.joins.slice(0, joinsNeeded));
	const numbers: string[] = [];
	tail.numbers.forEach((number, index) => {
		if (joined.has(index)) numbers[numbers.length - 1] += ` ${number}`;
		else numbers.push(number);
	});
	const extra = Math.max(numbers.length - columns, 0);
	const label = [tail.label, ...numbers.slice(0, extra)].filter((text) => text !== '').join(' ');
	const allOrNone = joinsNeeded === 0 || joinsNeeded === tail.joins.length;
	return { cells: [label, ...numbers.slice(extra)], sure: allOrNone && numbers.length === columns };
}
