/** What is odd about economic tables and the text around them, without being a wrong figure. */
import { columnUnits } from './check-level-sums.ts';
import { checkPeriodTable } from './check-periods.ts';
import type { Finding } from './finding.ts';
import type { PrintedLevelTable } from './printed-economic.ts';
import type { PrintedTables } from './printed.ts';
import { slackOfSum } from './rounded-figures.ts';

/** Real growth above this is rare enough to be evidence of current prices (percent a year). */
const rareRealGrowth = 7;
/** Percentages further from 100 than this are no list that was meant to add up. */
const nearHundred = 2.5;

function odd(table: string, code: string, row: string, rest: Partial<Finding>): Finding {
	return {
		code,
		row,
		column: '',
		label: '',
		table,
		printed: null,
		expected: null,
		verdict: 'odd',
		formula: '',
		operands: [],
		wouldMatchIf: [],
		...rest,
	};
}

/** The fastest yearly growth of the total, in percent; null when the table shows no two years. */
function fastestGrowth(table: PrintedLevelTable): { readonly rate: number; readonly year: number } | null {
	const total = table.rows.findLast((row) => row.kind === 'total');
	const dated = table.columns.flatMap((column, position) => {
		const value = total?.cells[position]?.value;
		return column.kind === 'amount' && column.year !== null && value !== undefined && value > 0
			? [{ year: column.year, value }]
			: [];
	});
	let fastest: { rate: number; year: number } | null = null;
	dated.forEach((now, index) => {
		const before = dated[index - 1];
		if (!before || now.year - before.year !== 1) return;
		const rate = (now.value / before.value - 1) * 100;
		if (!fastest || rate > fastest.rate) fastest = { rate, year: now.year };
	});
	return fastest;
}

/** The caption says constant prices, the heading current ones. */
function priceBasis(table: PrintedLevelTable): readonly Finding[] {
	const { caption, headings } = table.basis;
	if (!caption || !headings || caption === headings) return [];
	const growth = fastestGrowth(table);
	return [
		odd(table.name, 'price-basis', 'caption', {
			cell: table.headingCell,
			params: {
				caption,
				headings,
				...(growth
					? {
							growth: growth.rate,
							year: growth.year,
							evidence: growth.rate > rareRealGrowth ? 'current' : 'none',
						}
					: { evidence: 'none' }),
			},
		}),
	];
}

/** Percentages that nearly add up to 100, further off than rounding takes them. */
function percentages(table: PrintedLevelTable): readonly Finding[] {
	if (table.rows.some((row) => row.kind === 'total')) return [];
	const units = columnUnits(table);
	return table.columns.flatMap((column, position): Finding[] => {
		const isShare = column.kind === 'share' || (column.kind === 'amount' && table.measure === 'shares');
		const cells = table.rows.flatMap((row) => {
			const cell = row.cells[position];
			return cell && row.kind === 'line' && row.level === 1 ? [{ label: row.label, cell }] : [];
		});
		if (!isShare || cells.length < 3) return [];
		const sum = cells.reduce((all, one) => all + one.cell.value, 0);
		const gap = 100 - sum;
		const slack = slackOfSum(cells.length, units[position] ?? 0, gap) + 1e-9;
		if (Math.abs(gap) <= slack || Math.abs(gap) > nearHundred) return [];
		return [
			odd(table.name, 'percentages-not-100', 'percentages', {
				column: column.name,
				cell: cells[0]?.cell.cell ?? '',
				params: { sum: Number(sum.toPrecision(12)), count: cells.length, gap: Number(gap.toPrecision(12)) },
			}),
		];
	});
}

/** A count in the text that no row of the table has. */
function conflictingCounts(tables: PrintedTables): readonly Finding[] {
	return (tables.periods ?? []).flatMap((table) => {
		const counts = table.rows.flatMap((row) => (row.count ? [row.count] : []));
		if (counts.length === 0) return [];
		const printed = new Set(counts.map((count) => count.value));
		const [low, high] = [Math.min(...printed), Math.max(...printed)];
		const seen = new Set<number>();
		return (tables.counts ?? []).flatMap((said): Finding[] => {
			// A count of another size speaks of something else: two helpers, four million businesses in the country.
			if (printed.has(said.value) || said.value < low / 2 || said.value > high * 2 || seen.has(said.value))
				return [];
			seen.add(said.value);
			return [
				odd(said.table, 'conflicting-counts', 'count', {
					cell: said.cell,
					printed: said.value,
					printedText: said.text,
					params: {
						text: said.text,
						heading: table.countHeading,
						counts: [...printed].join(' '),
					},
				}),
			];
		});
	});
}

/** Scale words, price bases, percentages and counts of everything read from one source. */
export function economicOddities(tables: PrintedTables): readonly Finding[] {
	return [
		...(tables.levels ?? []).flatMap((table) => [...priceBasis(table), ...percentages(table)]),
		...(tables.periods ?? []).flatMap(checkPeriodTable).filter((finding) => finding.verdict === 'odd'),
		...conflictingCounts(tables),
		...(tables.scaleClashes ?? []).map((clash) =>
			odd(clash.table, 'scale-word', 'text', {
				cell: clash.cell,
				printedText: clash.text,
				params: { text: clash.text, value: clash.value, word: clash.word, literal: clash.literal },
			}),
		),
	];
}
