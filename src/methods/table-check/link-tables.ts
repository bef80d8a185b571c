/**
 * A Hayami table beside the cost table it was made from: row 9 is judged against the cost lines. It must be every
 * operating cost that is neither raw material nor labour, over the kilograms of RAW MATERIAL.
 */
import type { Finding, WouldMatchIf } from './finding.ts';
import { computedKeys, productFigures } from './hayami-figures.ts';
import { roundingThatFits } from './precision.ts';
import type {
	CostGroup,
	PrintedCostTable,
	PrintedDepreciationTable,
	PrintedHayamiTable,
	PrintedNumber,
	PrintedProduct,
	PrintedSummary,
	PrintedTables,
} from './printed.ts';
import type { HayamiInputKey } from '../value-added/hayami-rows.ts';

export interface Link {
	readonly table: PrintedHayamiTable;
	readonly product: PrintedProduct;
	readonly costs: PrintedCostTable;
}

function lineTotal(line: PrintedCostTable['lines'][number]): number {
	return line.total?.value ?? (line.quantity?.value ?? 0) * (line.unitPrice?.value ?? 0);
}

const same = (a: number | undefined, b: number | undefined) =>
	a !== undefined && b !== undefined && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));

/**
 * Pairs a product with the cost table of its process: the raw-material line has the product's quantity or price.
 * A cost table that fits no product, or more than one, is left alone: a guess here would invent findings.
 */
export function linkTables(tables: PrintedTables): readonly Link[] {
	return tables.costs.flatMap((costs): Link[] => {
		const raw = costs.lines.filter((line) => line.group === 'raw-material');
		if (!costs.lines.some((line) => line.group !== 'raw-material' && line.group !== 'labour')) return [];
		const fits = tables.hayami.flatMap((table) =>
			table.products.flatMap((product): Link[] => {
				const { rawMaterial, rawMaterialPrice } = product.figures;
				const fit = raw.some(
					(line) =>
						same(line.quantity?.value, rawMaterial?.value) &&
						(same(line.unitPrice?.value, rawMaterialPrice?.value) || !line.unitPrice),
				);
				return fit ? [{ table, product, costs }] : [];
			}),
		);
		return fits.length === 1 ? fits : [];
	});
}

interface GroupSum {
	readonly group: CostGroup;
	readonly label: string;
	readonly cost: number;
}

/** The groups that belong in row 9, with their sums per process. */
export function otherInputGroups(costs: PrintedCostTable): readonly GroupSum[] {
	const sums = new Map<string, GroupSum>();
	for (const line of costs.lines) {
		if (line.group === 'raw-material' || line.group === 'labour' || line.group === 'depreciation') continue;
		const before = sums.get(line.groupLabel)?.cost ?? 0;
		sums.set(line.groupLabel, { group: line.group, label: line.groupLabel, cost: before + lineTotal(line) });
	}
	return [...sums.values()];
}

/** Depreciation per process, when the depreciation table and the number of processes are printed. */
function depreciationPerProcess(
	depreciation: readonly PrintedDepreciationTable[],
	summaries: readonly PrintedSummary[],
): number | null {
	const total = depreciation.reduce(
		(sum, table) =>
			sum + (table.sum?.value ?? table.lines.reduce((all, line) => all + (line.depreciation?.value ?? 0), 0)),
		0,
	);
	const count = summaries
		.flatMap((summary) => summary.columns)
		.map((column) => column.figures.processesPerPeriod?.value)
		.find((value) => value !== undefined && value > 0);
	return depreciation.length > 0 && total > 0 && count ? total / count : null;
}

/** Every way to choose groups; the fullest first, so that the fewest groups are called missing. */
function choices(groups: readonly GroupSum[]): readonly (readonly GroupSum[])[] {
	if (groups.length > 10) return [groups];
	const all: (readonly GroupSum[])[] = [];
	for (let mask = 1; mask < 2 ** groups.length; mask += 1) {
		all.push(groups.filter((_, index) => (mask >> index) & 1));
	}
	return all.sort((a, b) => b.length - a.length);
}

interface Explanation {
	readonly chosen: readonly GroupSum[];
	readonly divisor: HayamiInputKey;
	readonly divisorValue: number;
}

function explain(link: Link, groups: readonly GroupSum[], printed: PrintedNumber): Explanation | null {
	const divisors = (['rawMaterial', 'output', 'labour'] as const).flatMap((key) => {
		const value = link.product.figures[key]?.value;
		return value && value > 0 ? [{ key, value }] : [];
	});
	for (const divisor of divisors) {
		for (const chosen of choices(groups)) {
			const cost = chosen.reduce((sum, group) => sum + group.cost, 0);
			if (roundingThatFits(cost / divisor.value, printed)) {
				return { chosen, divisor: divisor.key, divisorValue: divisor.value };
			}
		}
	}
	return null;
}

function explanationSteps(found: Explanation, groups: readonly GroupSum[]): readonly WouldMatchIf[] {
	const chosenCost = found.chosen.reduce((sum, group) => sum + group.cost, 0);
	const divisor: WouldMatchIf[] =
		found.divisor === 'rawMaterial'
			? []
			: [
					{
						kind: 'divisor',
						at: found.divisor,
						value: found.divisorValue,
						params: { instead: 'rawMaterial', numerator: chosenCost },
					},
				];
	const missing = groups
		.filter((group) => !found.chosen.includes(group))
		.map((group): WouldMatchIf => ({
			kind: 'missing-cost-group',
			at: group.label,
			value: group.cost,
			params: { how: 'left-out' },
		}));
	return [...divisor, ...missing];
}

/** Row 9 against the cost table: the finding, and the value added that would follow. */
export function checkOtherInputs(link: Link, tables: PrintedTables): readonly Finding[] {
	const printed = link.product.figures.otherInputs;
	const rawMaterial = link.product.figures.rawMaterial?.value;
	const groups = otherInputGroups(link.costs);
	if (!printed || !rawMaterial || groups.length === 0) return [];
	const operating = groups.reduce((sum, group) => sum + group.cost, 0);
	const expected = operating / rawMaterial;
	const depreciation = depreciationPerProcess(tables.depreciation, tables.summaries);
	const withDepreciation = depreciation === null ? null : (operating + depreciation) / rawMaterial;
	const base = {
		code: 'other-inputs',
		row: 'otherInputs',
		column: link.product.name,
		label: link.table.labels.otherInputs ?? '',
		cell: printed.cell,
		table: link.table.name,
		printed: printed.value,
		printedText: printed.text,
		decimals: printed.decimals,
		formula: `(${groups.map((group) => group.label).join(' + ')}) / rawMaterial`,
		operands: [
			...groups.map((group) => ({ id: group.label, value: group.cost })),
			{ id: 'rawMaterial', value: rawMaterial },
		],
	};
	for (const [value, scope] of [
		[expected, 'all-operating'],
		[withDepreciation, 'all-operating+depreciation'],
	] as const) {
		const mode = value === null ? null : roundingThatFits(value, printed);
		if (value !== null && mode) {
			const exact = mode === 'exact' || mode === 'half-up' || mode === 'half-even';
			const verdict = exact ? ('match' as const) : ('rounding' as const);
			return [{ ...base, expected: value, verdict, rounding: mode, wouldMatchIf: [], params: { scope } }];
		}
	}
	const found = explain(link, groups, printed);
	const corrected = productFigures(link.product).withInput('otherInputs', expected);
	const follows = computedKeys.flatMap((key) => {
		const own = link.product.figures[key];
		const value = corrected.chain(key);
		return own && value !== null && !roundingThatFits(value, own)
			? [{ row: key, printed: own.value, corrected: value }]
			: [];
	});
	return [
		{
			...base,
			expected,
			verdict: 'differs',
			wouldMatchIf: found ? explanationSteps(found, groups) : [],
			follows,
			params: { ...(link.table.units.otherInputs ? { unit: link.table.units.otherInputs } : {}) },
		},
	];
}
