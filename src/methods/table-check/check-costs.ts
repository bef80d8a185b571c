/** Cost tables: quantity x price line by line, and every subtotal and total. */
import type { Finding } from './finding.ts';
import { judgeSum } from './judge-sum.ts';
import { lastPlace } from './precision.ts';
import type { PrintedCostLine, PrintedCostTable, PrintedNumber, PrintedSum } from './printed.ts';

const settled = (finding: Finding) => finding.verdict === 'match' || finding.verdict === 'rounding';

/**
 * How far a product may lie off because its factors are printed rounded. A whole number counts as rounded only when
 * the product has decimals: 25.263 pieces at Rp 80 cannot make 2.021.052,63.
 */
function slackOf(quantity: PrintedNumber, unitPrice: PrintedNumber, total: PrintedNumber): number {
	const proven = total.decimals > 0 && total.value % 1 !== 0;
	const half = (number: PrintedNumber) =>
		number.decimals > 0 || (proven && number.value >= 1000) ? lastPlace(number) / 2 : 0;
	return half(quantity) * Math.abs(unitPrice.value) + half(unitPrice) * Math.abs(quantity.value);
}

function checkLine(table: PrintedCostTable, line: PrintedCostLine): readonly Finding[] {
	// A line may give only its total: nothing to multiply, nothing to judge.
	if (!line.total || !line.quantity || !line.unitPrice) return [];
	const { total, quantity, unitPrice } = line;
	const judge = (factor: number) => {
		const finding = judgeSum({
			row: line.item,
			column: table.name,
			label: line.item,
			printed: total,
			expected: quantity.value * unitPrice.value * factor,
			formula: `quantity * unitPrice${factor === 1 ? '' : ' * unitFactor'}`,
			operands: [
				{ id: 'quantity', value: quantity.value },
				{ id: 'unitPrice', value: unitPrice.value },
				...(factor === 1 ? [] : [{ id: 'unitFactor', value: factor }]),
			],
			slack: slackOf(quantity, unitPrice, total) * factor,
		});
		return factor === 1
			? finding
			: { ...finding, params: { ...finding.params, variant: 'unit-conversion', factor } };
	};
	const plain = judge(line.unitFactor ?? 1);
	if (settled(plain) || !line.possibleFactor) return [plain];
	const converted = judge(line.possibleFactor);
	return [settled(converted) ? converted : plain];
}

interface Part {
	readonly id: string;
	readonly value: number;
	readonly half: number;
}

const partOf = (id: string, number: PrintedNumber): Part => ({
	id,
	value: number.value,
	half: number.decimals > 0 ? lastPlace(number) / 2 : 0,
});

/** What a sum may be the sum of, the likeliest first: its group, all lines, the lines since the last sum, the sums. */
function partsOf(table: PrintedCostTable, sum: PrintedSum): readonly (readonly Part[])[] {
	const lineParts = (lines: readonly PrintedCostLine[]) =>
		lines.every((line) => line.total)
			? lines.map((line) => partOf(line.item, line.total as PrintedNumber))
			: [];
	const group = table.lines.filter((line) => sum.groupLabel === null || line.groupLabel === sum.groupLabel);
	const above = sum.after ? table.lines.slice(0, sum.after.lines) : table.lines;
	const sums = sum.after ? table.sums.slice(0, sum.after.sums) : [];
	const last = sums.at(-1)?.after?.lines ?? 0;
	return [
		lineParts(group),
		lineParts(above),
		lineParts(above.slice(last)),
		sums.length >= 2 ? sums.map((one) => partOf(one.label, one.value)) : [],
	].filter((parts) => parts.length > 0);
}

function checkSum(table: PrintedCostTable, sum: PrintedSum): readonly Finding[] {
	const tried = partsOf(table, sum).map((parts) =>
		judgeSum({
			row: sum.label,
			column: table.name,
			label: sum.label,
			printed: sum.value,
			expected: parts.reduce((all, part) => all + part.value, 0),
			formula: parts.map((part) => part.id).join(' + '),
			operands: parts.map(({ id, value }) => ({ id, value })),
			parts,
			slack: parts.reduce((all, part) => all + part.half, 0),
		}),
	);
	const found = tried.find(settled) ?? tried[0];
	return found ? [found] : [];
}

/** One cost table: every line and every sum. */
export function checkCostTable(table: PrintedCostTable): readonly Finding[] {
	return [
		...table.lines.flatMap((line) => checkLine(table, line)),
		...table.sums.flatMap((sum) => checkSum(table, sum)),
	];
}
