/**
 * Straight-line depreciation: (purchase - salvage) / life, per year, month, day or process. Which of these a table
 * prints is seen from its lines; a line that alone fits none of them differs.
 */
import type { Finding } from './finding.ts';
import { judgeSum } from './judge-sum.ts';
import { coarseFit, lastPlace, roundingThatFits } from './precision.ts';
import type { PrintedDepreciationLine, PrintedDepreciationTable, PrintedNumber } from './printed.ts';

interface Base {
	readonly line: PrintedDepreciationLine;
	readonly printed: PrintedNumber;
	/** (purchase - salvage) / life for the printed purchase value. */
	readonly whole: number;
	readonly count: number;
}

/** Parts of a year, and of a month, that tables print depreciation for; 1 is the period of the printed life. */
const usualParts = [1, 12, 365, 360, 52, 24, 30, 300, 240, 48, 96];

function basesOf(table: PrintedDepreciationTable): readonly Base[] {
	return table.lines.flatMap((line): Base[] => {
		if (!line.depreciation || !line.purchase || !line.life || line.life.value <= 0) return [];
		const whole = (line.purchase.value - (line.salvage?.value ?? 0)) / line.life.value;
		// Beside a price of one the purchase value is that of all pieces; alone it may be of one.
		const count = line.unitPrice ? 1 : (line.quantity?.value ?? 1);
		return [{ line, printed: line.depreciation, whole, count: count > 0 ? count : 1 }];
	});
}

const fits = (value: number, printed: PrintedNumber) =>
	roundingThatFits(value, printed) !== null || coarseFit(value, printed) !== null;

const fitsBase = (base: Base, part: number, counted: boolean) =>
	fits((base.whole * (counted ? base.count : 1)) / part, base.printed);

/** The part of the period most lines were divided by: a usual one, or any whole number two lines agree on. */
function partOf(bases: readonly Base[]): number {
	const own = bases.flatMap((base) => {
		const part = Math.round((base.whole * base.count) / base.printed.value);
		return base.printed.value > 0 && part >= 2 && part <= 2000 ? [part] : [];
	});
	const score = (part: number) =>
		bases.filter((base) => fitsBase(base, part, false) || fitsBase(base, part, true)).length;
	const candidates = [...new Set([...usualParts, ...own])].map((part) => ({ part, score: score(part) }));
	const best = candidates.reduce((a, b) => (b.score > a.score ? b : a));
	// One line alone proves only a usual part.
	return best.score >= 2 || usualParts.includes(best.part) ? best.part : 1;
}

/** Whether the lines with several pieces are multiplied by their number: by most of them, or both when they tie. */
function countings(bases: readonly Base[], part: number): readonly boolean[] {
	const several = bases.filter((base) => base.count !== 1);
	const single = several.filter((base) => fitsBase(base, part, false)).length;
	const counted = several.filter((base) => fitsBase(base, part, true)).length;
	return single === counted ? [false, true] : single > counted ? [false] : [true];
}

function judgeLine(
	table: PrintedDepreciationTable,
	base: Base,
	part: number,
	counted: readonly boolean[],
): Finding {
	const { line, printed } = base;
	const multiplied =
		base.count !== 1 && (counted.find((one) => fitsBase(base, part, one)) ?? (counted[0] as boolean));
	const expected = (base.whole * (multiplied ? base.count : 1)) / part;
	const whole = line.salvage ? '(purchase - salvage) / life' : 'purchase / life';
	const formula = `${whole}${multiplied ? ' * quantity' : ''}${part === 1 ? '' : ` / ${part}`}`;
	const slack =
		line.purchase && line.purchase.decimals > 0 ? lastPlace(line.purchase) / 2 / (line.life?.value ?? 1) : 0;
	const finding = judgeSum({
		row: line.item,
		column: table.name,
		label: line.item,
		printed,
		expected,
		formula,
		operands: [
			{ id: 'purchase', value: line.purchase?.value ?? null },
			...(line.salvage ? [{ id: 'salvage', value: line.salvage.value }] : []),
			{ id: 'life', value: line.life?.value ?? null },
			...(multiplied ? [{ id: 'quantity', value: base.count }] : []),
		],
		slack,
		coarse: true,
	});
	return part === 1
		? finding
		: { ...finding, params: { ...finding.params, variant: 'part-of-period', part } };
}

/** The price of all pieces: number x price of one. */
function checkPurchase(table: PrintedDepreciationTable, line: PrintedDepreciationLine): readonly Finding[] {
	if (table.repeated || !line.unitPrice || !line.quantity || !line.purchase) return [];
	return [
		{
			...judgeSum({
				row: line.item,
				column: table.name,
				label: line.item,
				printed: line.purchase,
				expected: line.quantity.value * line.unitPrice.value,
				formula: 'quantity * unitPrice',
				operands: [
					{ id: 'quantity', value: line.quantity.value },
					{ id: 'unitPrice', value: line.unitPrice.value },
				],
			}),
		},
	];
}

function checkSumOf(
	table: PrintedDepreciationTable,
	row: 'depreciation' | 'purchase',
	sum: PrintedNumber | null | undefined,
): readonly Finding[] {
	const parts = table.lines.flatMap((line) => {
		const own = line[row];
		return own ? [{ id: line.item, value: own.value, half: own.decimals > 0 ? lastPlace(own) / 2 : 0 }] : [];
	});
	if (!sum || parts.length === 0 || parts.length < table.lines.length) return [];
	return [
		judgeSum({
			row,
			column: table.name,
			label: sum.text,
			printed: sum,
			expected: parts.reduce((all, part) => all + part.value, 0),
			formula: parts.map((part) => part.id).join(' + '),
			operands: parts.map(({ id, value }) => ({ id, value })),
			parts,
			slack: parts.reduce((all, part) => all + part.half, 0),
		}),
	];
}

/** Every line and sum of one depreciation table. */
export function checkDepreciationTable(table: PrintedDepreciationTable): readonly Finding[] {
	const bases = basesOf(table);
	const part = bases.length > 0 ? partOf(bases) : 1;
	const counted = countings(bases, part);
	return [
		...table.lines.flatMap((line) => {
			const base = bases.find((one) => one.line === line);
			return [...checkPurchase(table, line), ...(base ? [judgeLine(table, base, part, counted)] : [])];
		}),
		...checkSumOf(table, 'depreciation', table.sum),
		...checkSumOf(table, 'purchase', table.purchaseSum),
	];
}
