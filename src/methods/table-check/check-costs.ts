/** Cost, depreciation and summary tables: quantity x price, sums, totals and the ratios made of them. */
import type { Finding, WouldMatchIf } from './finding.ts';
import { judgeSum } from './judge-sum.ts';
import { lastPlace, roundingThatFits } from './precision.ts';
import type {
	PrintedCostLine,
	PrintedCostTable,
	PrintedDepreciationTable,
	PrintedNumber,
	PrintedSum,
	PrintedSummary,
	SummaryKey,
} from './printed.ts';

/** Half a unit of every part: the most that rounded parts can shift a sum. */
const halfUnits = (parts: readonly PrintedNumber[]) =>
	parts.reduce((sum, part) => sum + (part.decimals > 0 ? lastPlace(part) / 2 : 0), 0);

/** Lines left out or counted twice that would explain a printed sum. */
function sumExplanations(
	sum: PrintedNumber,
	parts: readonly { id: string; value: number }[],
): WouldMatchIf[] {
	const total = parts.reduce((all, part) => all + part.value, 0);
	return parts.flatMap((part): WouldMatchIf[] => {
		if (part.value === 0) return [];
		if (roundingThatFits(total - part.value, sum)) {
			return [{ kind: 'missing-cost-group', at: part.id, value: part.value, params: { how: 'left-out' } }];
		}
		if (roundingThatFits(total + part.value, sum)) {
			return [{ kind: 'missing-cost-group', at: part.id, value: part.value, params: { how: 'twice' } }];
		}
		return [];
	});
}

function checkLine(table: PrintedCostTable, line: PrintedCostLine): readonly Finding[] {
	if (!line.total || (!line.quantity && !line.unitPrice)) return [];
	// A line may give only its total: nothing to multiply, nothing to judge.
	if (!line.quantity || !line.unitPrice) return [];
	const [quantity, unitPrice] = [line.quantity.value, line.unitPrice.value];
	return [
		judgeSum({
			row: line.item,
			column: table.name,
			label: line.item,
			printed: line.total,
			expected: quantity * unitPrice,
			formula: 'quantity * unitPrice',
			operands: [
				{ id: 'quantity', value: quantity },
				{ id: 'unitPrice', value: unitPrice },
			],
			slack:
				(line.quantity.decimals > 0 ? (lastPlace(line.quantity) / 2) * unitPrice : 0) +
				(line.unitPrice.decimals > 0 ? (lastPlace(line.unitPrice) / 2) * quantity : 0),
		}),
	];
}

function checkSum(table: PrintedCostTable, sum: PrintedSum): readonly Finding[] {
	const lines = table.lines.filter((line) => sum.groupLabel === null || line.groupLabel === sum.groupLabel);
	const parts = lines.flatMap((line) => (line.total ? [{ id: line.item, value: line.total.value }] : []));
	if (parts.length === 0) return [];
	const complete = parts.length === lines.length;
	return [
		judgeSum({
			row: sum.label,
			column: table.name,
			label: sum.label,
			printed: sum.value,
			expected: complete ? parts.reduce((all, part) => all + part.value, 0) : null,
			formula: parts.map((part) => part.id).join(' + '),
			operands: parts,
			explanations: sumExplanations(sum.value, parts),
			slack: halfUnits(lines.flatMap((line) => (line.total ? [line.total] : []))),
		}),
	];
}

/** One cost table: every line and every sum. */
export function checkCostTable(table: PrintedCostTable): readonly Finding[] {
	return [
		...table.lines.flatMap((line) => checkLine(table, line)),
		...table.sums.flatMap((sum) => checkSum(table, sum)),
	];
}

/** Straight-line depreciation: (purchase - salvage) / life, and its sum. */
export function checkDepreciationTable(table: PrintedDepreciationTable): readonly Finding[] {
	const lines = table.lines.flatMap((line): Finding[] => {
		if (!line.depreciation || !line.purchase || !line.life) return [];
		const [purchase, salvage, life] = [line.purchase.value, line.salvage?.value ?? 0, line.life.value];
		const whole = life > 0 ? (purchase - salvage) / life : null;
		const count = line.quantity?.value ?? 1;
		// Values may be printed for one piece with its number beside it, or for all pieces together.
		const perPiece = whole !== null && roundingThatFits(whole * count, line.depreciation) !== null;
		const monthly = whole !== null && roundingThatFits(whole / 12, line.depreciation) !== null;
		const fitsWhole = whole !== null && roundingThatFits(whole, line.depreciation) !== null;
		return [
			judgeSum({
				row: line.item,
				column: table.name,
				label: line.item,
				printed: line.depreciation,
				expected: fitsWhole
					? whole
					: perPiece
						? (whole as number) * count
						: monthly
							? (whole as number) / 12
							: whole,
				formula:
					!fitsWhole && perPiece
						? '(purchase - salvage) / life * quantity'
						: !fitsWhole && monthly
							? '(purchase - salvage) / life / 12'
							: '(purchase - salvage) / life',
				operands: [
					{ id: 'purchase', value: purchase },
					{ id: 'salvage', value: salvage },
					{ id: 'life', value: life },
				],
			}),
		];
	});
	const parts = table.lines.flatMap((line) =>
		line.depreciation ? [{ id: line.item, value: line.depreciation.value }] : [],
	);
	if (!table.sum || parts.length === 0) return lines;
	const sum = judgeSum({
		row: 'depreciation',
		column: table.name,
		label: table.sum.text,
		printed: table.sum,
		expected: parts.reduce((all, part) => all + part.value, 0),
		formula: parts.map((part) => part.id).join(' + '),
		operands: parts,
		explanations: sumExplanations(table.sum, parts),
		slack: halfUnits(table.lines.flatMap((line) => (line.depreciation ? [line.depreciation] : []))),
	});
	return [...lines, sum];
}

/** What each figure of a period's summary is made of; more than one way where studies differ. */
const summaryFormulas: readonly {
	readonly key: SummaryKey;
	readonly formula: string;
	readonly needs: readonly SummaryKey[];
	readonly compute: (values: readonly number[]) => number | null;
}[] = [
	{
		key: 'variableCost',
		formula: 'variableCostPerProcess * processesPerPeriod',
		needs: ['variableCostPerProcess', 'processesPerPeriod'],
		compute: ([each = 0, count = 0]) => each * count,
	},
	{
		key: 'totalCost',
		formula: 'fixedCost + variableCost',
		needs: ['fixedCost', 'variableCost'],
		compute: ([fixed = 0, variable = 0]) => fixed + variable,
	},
	{
		key: 'revenue',
		formula: 'outputQuantity * price',
		needs: ['outputQuantity', 'price'],
		compute: ([quantity = 0, price = 0]) => quantity * price,
	},
	{
		key: 'profit',
		formula: 'revenue - totalCost',
		needs: ['revenue', 'totalCost'],
		compute: ([revenue = 0, cost = 0]) => revenue - cost,
	},
	{
		key: 'revenueCostRatio',
		formula: 'revenue / totalCost',
		needs: ['revenue', 'totalCost'],
		compute: ([revenue = 0, cost = 0]) => (cost === 0 ? null : revenue / cost),
	},
	{
		key: 'profitCostRatio',
		formula: 'profit / totalCost',
		needs: ['profit', 'totalCost'],
		compute: ([profit = 0, cost = 0]) => (cost === 0 ? null : profit / cost),
	},
	{
		key: 'breakEvenPrice',
		formula: 'totalCost / outputQuantity',
		needs: ['totalCost', 'outputQuantity'],
		compute: ([cost = 0, quantity = 0]) => (quantity === 0 ? null : cost / quantity),
	},
	{
		key: 'breakEvenUnits',
		formula: 'fixedCost / (price - variableCost / outputQuantity)',
		needs: ['fixedCost', 'price', 'variableCost', 'outputQuantity'],
		compute: ([fixed = 0, price = 0, variable = 0, quantity = 0]) => {
			const margin = quantity === 0 ? 0 : price - variable / quantity;
			return margin <= 0 ? null : fixed / margin;
		},
	},
	{
		// Many Indonesian studies print the units that cover the whole cost: total cost / price.
		key: 'breakEvenUnits',
		formula: 'totalCost / price',
		needs: ['totalCost', 'price'],
		compute: ([cost = 0, price = 0]) => (price === 0 ? null : cost / price),
	},
	{
		key: 'breakEvenRevenue',
		formula: 'fixedCost / (1 - variableCost / revenue)',
		needs: ['fixedCost', 'variableCost', 'revenue'],
		compute: ([fixed = 0, variable = 0, revenue = 0]) => {
			const margin = revenue === 0 ? 0 : 1 - variable / revenue;
			return margin <= 0 ? null : fixed / margin;
		},
	},
];

/** A period's summary, column by column. */
export function checkSummary(summary: PrintedSummary): readonly Finding[] {
	return summary.columns.flatMap((column) => {
		const keys = [...new Set(summaryFormulas.map((formula) => formula.key))];
		return keys.flatMap((key): Finding[] => {
			const printed = column.figures[key];
			if (!printed) return [];
			const tried = summaryFormulas
				.filter((formula) => formula.key === key)
				.flatMap((formula) => {
					const parts = formula.needs.map((need) => column.figures[need]);
					if (parts.some((part) => !part)) return [];
					const values = (parts as PrintedNumber[]).map((part) => part.value);
					return [
						judgeSum({
							row: key,
							column: column.name,
							label: summary.labels[key] ?? '',
							printed,
							expected: formula.compute(values),
							formula: formula.formula,
							operands: formula.needs.map((id, index) => ({ id, value: values[index] ?? null })),
						}),
					];
				});
			const best =
				tried.find((finding) => finding.verdict === 'match') ?? tried.find((f) => f.verdict === 'rounding');
			const first = best ?? tried[0];
			return first ? [first] : [];
		});
	});
}
