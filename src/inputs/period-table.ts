/** Finds tables of periods: what was produced and earned in each, perhaps with a count of enterprises and a price. */
import type { PrintedPeriod, PrintedPeriodTable } from '#methods/table-check/printed-economic.ts';
import { readCellNumbers } from './cell-numbers.ts';
import type { Grid, GridCell } from './grid.ts';
import { readLabel } from './table-label.ts';
import { isFigureCell } from './table-blocks.ts';
import type { SheetBlock } from './table-blocks.ts';

type Meaning = 'count' | 'quantity' | 'revenue' | 'price';

const meanings: readonly (readonly [Meaning, RegExp])[] = [
	['price', /^(rata)*(harga|price|unitprice)/],
	[
		'revenue',
		/(pendapatan|penerimaan|omzet|omset|nilai(penjualan|produksi|jual)|hasilpenjualan|revenue|sales|turnover|income)/,
	],
	[
		'count',
		/^(jumlah|banyaknya|numberof|total)?(unit(usaha)?|pelaku|usaha|ikm|umkm|ukm|industri|perajin|pengrajin|pengusaha|kelompok|enterprise|businesses|firm|producers)/,
	],
	['quantity', /(produksi|production|volume|kuantitas|quantity|output|hasil|panen)/],
];

const period =
	/^\D{0,12}((?:19|20)\d{2})(?:\s*(?:[-–—/]|s\.?\s?d\.?|to|hingga|sampai)\s*((?:19|20)\d{2}|\d{2}))?\s*[*)]{0,3}$/i;

/** The years of `2019-2021` or `2020/21`; null for anything else. */
export function yearsOf(text: string): readonly [number, number] | null {
	const match = period.exec(text.trim());
	if (!match?.[1]) return null;
	const first = Number(match[1]);
	const last =
		match[2] === undefined
			? first
			: Number(match[2].length === 2 ? match[1].slice(0, 2) + match[2] : match[2]);
	return last >= first && last - first <= 50 ? [first, last] : null;
}

function meaningOf(heading: string): Meaning | null {
	const { letters } = readLabel(heading);
	return letters === '' ? null : (meanings.find(([, pattern]) => pattern.test(letters))?.[0] ?? null);
}

/** One period and the cells of its figures, in the order of the headings. */
interface Line {
	readonly label: GridCell;
	readonly cells: readonly (GridCell | undefined)[];
}

/** The periods and the headings beside them, whichever way the table lies. */
function linesOf(block: SheetBlock): { headings: readonly string[]; lines: readonly Line[] } | null {
	const { headings, headRows } = block;
	// A source or note below the table is no period.
	const body = block.body.filter((row) => row.cells.some(isFigureCell));
	for (let column = 0; column < Math.min(3, headings.length); column += 1) {
		const lines = body.filter((row) => yearsOf(row.cells[column]?.text ?? '') !== null);
		if (lines.length >= 2 && lines.length >= body.length - 1) {
			return {
				headings,
				lines: lines.map((row) => ({ label: row.cells[column] as GridCell, cells: row.cells })),
			};
		}
	}
	const head = headRows.find((row) => row.filter((cell) => yearsOf(cell.text) !== null).length >= 2);
	if (!head) return null;
	return {
		headings: body.map((row) => row.label),
		lines: head.flatMap((cell, column) =>
			yearsOf(cell.text) === null ? [] : [{ label: cell, cells: body.map((row) => row.cells[column]) }],
		),
	};
}

/** The period table of a block, or null when it is none. */
export function periodTableOf(grid: Grid, block: SheetBlock): PrintedPeriodTable | null {
	const found = linesOf(block);
	if (!found) return null;
	const at = new Map<Meaning, number>();
	found.headings.forEach((heading, index) => {
		const meaning = meaningOf(heading);
		if (meaning && !at.has(meaning)) at.set(meaning, index);
	});
	if (!at.has('quantity') || !at.has('revenue')) return null;
	const columnOf = (meaning: Meaning) => {
		const index = at.get(meaning);
		return found.lines.map((line) => (index === undefined ? undefined : line.cells[index]));
	};
	const columns = {
		count: columnOf('count'),
		quantity: columnOf('quantity'),
		revenue: columnOf('revenue'),
		price: columnOf('price'),
	};
	// Read together: the long amounts show which mark makes thousands.
	const numbers = readCellNumbers(
		grid.name,
		Object.values(columns).flatMap((cells) =>
			cells.flatMap((cell) => (cell && hasDigit(cell) ? [cell] : [])),
		),
	);
	const rows = found.lines.map((line, index): PrintedPeriod => {
		const number = (meaning: Meaning) => {
			const cell = columns[meaning][index];
			return cell && hasDigit(cell) ? numbers.of(cell) : null;
		};
		const cell = columns.quantity[index];
		const quantity = number('quantity');
		return {
			label: line.label.text.trim(),
			cell: line.label.address,
			years: yearsOf(line.label.text),
			quantity,
			quantityAlternatives:
				quantity && cell?.number === undefined ? otherReadings(quantity.text, quantity.value) : [],
			revenue: number('revenue'),
			price: number('price'),
			count: number('count'),
		};
	});
	if (rows.filter((row) => row.quantity && row.revenue).length < 2) return null;
	const revenueHeading = found.headings[at.get('revenue') ?? 0] ?? '';
	const unitText = found.headings[at.get('quantity') ?? 0] ?? '';
	const counted = at.get('count');
	return {
		name: grid.name,
		quantityUnit:
			readLabel(unitText).unit || (/\b(kg|ton|liter)\b/i.exec(unitText)?.[1] ?? unitBehind(columns.quantity)),
		revenueScale: scaleOf(revenueHeading),
		countHeading: counted === undefined ? '' : (found.headings[counted] ?? ''),
		rows,
	};
}

/** `(juta Rp)` above a column counts in millions. */
function scaleOf(heading: string): number {
	if (/\b(ribu|ribuan|thousand)\b|\b000\b/i.test(heading)) return 1e3;
	if (/\b(juta|jutaan|million)\b/i.test(heading)) return 1e6;
	return /\b(miliar|milyar|billion)\b/i.test(heading) ? 1e9 : 1;
}

const hasDigit = (cell: GridCell) =>
	isFigureCell(cell) || (/^\W*(rp\.?\s*)?\d/i.test(cell.text) && cell.text.length < 40);

/** `10,956 kg`: the unit stands behind the number. */
function unitBehind(cells: readonly (GridCell | undefined)[]): string {
	return (
		cells
			.map((cell) => /\d\s*(kg|ton|liter|gram|kuintal)\b/i.exec(cell?.text ?? '')?.[1] ?? '')
			.find(Boolean) ?? ''
	);
}

/** One mark and three digits behind it: thousands or decimals. */
function otherReadings(text: string, value: number): readonly number[] {
	const match = /(?<![\d.,])(\d{1,3})[.,](\d{3})(?![\d.,])/.exec(text);
	if (!match) return [];
	return [Number(`${match[1]}${match[2]}`), Number(`${match[1]}.${match[2]}`)].filter((one) => one !== value);
}
