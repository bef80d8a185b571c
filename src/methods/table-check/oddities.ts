/**
 * What is odd about a table without being a wrong figure: units and scales that do not sit side by side, a share
 * above 100 %, a formula in the text that is not the table's, a number that cannot be one.
 */
import type { Finding } from './finding.ts';
import { productFigures } from './hayami-figures.ts';
import { evaluateRoute, formulaOf, hayamiRoutes } from './hayami-relations.ts';
import { roundingThatFits } from './precision.ts';
import type { PrintedHayamiTable, PrintedNumber, PrintedTables, StatedFormula } from './printed.ts';
import { hayamiRow } from '../value-added/hayami-rows.ts';
import type { HayamiKey } from '../value-added/hayami-rows.ts';

/** Batches further apart than this are not compared as they stand (interface: 20 times). */
const scaleLimit = 20;
/** Hours in a working day: a wage for a day beside a wage for an hour differs by this. */
const hoursPerDay = [6, 7, 8];

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

function extremes(table: PrintedHayamiTable, key: HayamiKey) {
	const cells = table.products.flatMap((product) => {
		const printed = product.figures[key];
		return printed && printed.value > 0 ? [{ product: product.name, printed }] : [];
	});
	const sorted = cells.sort((a, b) => a.printed.value - b.printed.value);
	const [low, high] = [sorted[0], sorted.at(-1)];
	return low && high && low !== high ? { low, high, ratio: high.printed.value / low.printed.value } : null;
}

/** `liter` of `liter/proses`, for the sentence; nothing when the row prints no unit. */
function unitOf(table: PrintedHayamiTable, key: HayamiKey): { unit?: string } {
	const unit = (table.units[key] ?? '').split(/\/|\bper\b/i)[0]?.trim() ?? '';
	return /^[a-z]{1,12}$/i.test(unit) ? { unit } : {};
}

/** One batch of 1,000 litres beside batches of 1 litre: per-worker figures cannot be compared. */
function mixedScale(table: PrintedHayamiTable): readonly Finding[] {
	const found = extremes(table, 'rawMaterial');
	if (!found || found.ratio <= scaleLimit) return [];
	return [
		odd(table.name, 'mixed-scale', 'rawMaterial', {
			column: found.high.product,
			label: table.labels.rawMaterial ?? '',
			cell: found.high.printed.cell,
			printed: found.high.printed.value,
			printedText: found.high.printed.text,
			params: {
				high: found.high.printed.value,
				low: found.low.printed.value,
				other: found.low.product,
				...unitOf(table, 'rawMaterial'),
			},
		}),
	];
}

/** A wage per day beside a wage per hour: valid in each column, not across columns. */
function mixedLabourUnits(table: PrintedHayamiTable): readonly Finding[] {
	const found = extremes(table, 'wage');
	if (!found) return [];
	const hours = hoursPerDay.find((candidate) => Math.abs(found.ratio / candidate - 1) < 0.01);
	if (!hours) return [];
	return [
		odd(table.name, 'mixed-labour-units', 'wage', {
			column: found.high.product,
			label: table.labels.wage ?? '',
			cell: found.high.printed.cell,
			printed: found.high.printed.value,
			printedText: found.high.printed.text,
			params: {
				high: found.high.printed.value,
				low: found.low.printed.value,
				other: found.low.product,
				hours,
			},
		}),
	];
}

/** A share above 100 % that does not follow from its parts. */
function impossibleShares(findings: readonly Finding[]): readonly Finding[] {
	return findings
		.filter((finding) => finding.verdict === 'differs' && (finding.printed ?? 0) > 100)
		.filter((finding) => finding.code === 'formula' && finding.formula.endsWith('* 100'))
		.map((finding) => ({
			...finding,
			code: 'percentage-over-100',
			verdict: 'odd' as const,
			wouldMatchIf: [],
			follows: undefined,
		}));
}

/** Row 9 stated per kg of output is subtracted from rows per kg of raw material. */
function otherInputBasis(table: PrintedHayamiTable): readonly Finding[] {
	const unit = table.units.otherInputs ?? '';
	if (!/output|produk|product|hasil/i.test(unit) || /proses|process|bahan|input|raw/i.test(unit)) return [];
	return table.products.flatMap((product) => {
		const printed = product.figures.otherInputs;
		const yieldFactor = productFigures(product).chain('conversionFactor');
		if (!printed || yieldFactor === null || Math.abs(yieldFactor - 1) < 1e-9) return [];
		return [
			odd(table.name, 'other-input-basis', 'otherInputs', {
				column: product.name,
				label: table.labels.otherInputs ?? '',
				cell: printed.cell,
				printed: printed.value,
				printedText: printed.text,
				decimals: printed.decimals,
				formula: 'otherInputs * conversionFactor',
				operands: [
					{ id: 'otherInputs', value: printed.value },
					{ id: 'conversionFactor', value: yieldFactor },
				],
				params: { converted: printed.value * yieldFactor, unit },
			}),
		];
	});
}

/** The text states one divisor, the figures fit another. */
function statedOtherwise(table: PrintedHayamiTable, stated: readonly StatedFormula[]): readonly Finding[] {
	return stated.flatMap((formula) => {
		const key = formula.key === 'profitOverValueAddedPct' ? 'profitRatePct' : formula.key;
		if (hayamiRow(key).unit !== '%' || hayamiRow(key).kind !== 'computed') return [];
		const cells = table.products.flatMap((product) => {
			const printed = product.figures[key];
			return printed ? [{ figures: productFigures(product), printed }] : [];
		});
		const routes = hayamiRoutes[key as keyof typeof hayamiRoutes];
		const numerator = routes[0]?.first as HayamiKey;
		const fits = (divisor: HayamiKey) =>
			cells.filter(({ figures, printed }) =>
				[figures.printedValue, figures.chain].some((valueOf) => {
					const route = { first: numerator, rest: [['/', divisor]] as const, percent: true };
					const value = evaluateRoute(route, valueOf);
					return value !== null && fitsOnce(value, printed);
				}),
			).length;
		const used = routes.map((route) => route.rest[0]?.[1] as HayamiKey);
		const best = [...used].sort((a, b) => fits(b) - fits(a))[0] as HayamiKey;
		if (cells.length === 0 || best === formula.divisor) return [];
		// Only when the stated divisor fits fewer figures than the one the table used.
		if (fits(best) === 0 || fits(formula.divisor) >= fits(best)) return [];
		return [
			odd(table.name, 'stated-formula', key, {
				label: table.labels[key] ?? '',
				cell: formula.cell,
				printedText: formula.text,
				formula: formulaOf({ first: numerator, rest: [['/', best]], percent: true }),
				params: { stated: formula.divisor, used: best, numerator, count: fits(best), of: cells.length },
			}),
		];
	});
}

function fitsOnce(value: number, printed: PrintedNumber): boolean {
	return roundingThatFits(value, printed) !== null;
}

/** Everything odd about the tables; `findings` are the figures already judged. */
export function oddities(
	tables: PrintedTables,
	findings: readonly Finding[],
	linked: ReadonlySet<PrintedHayamiTable>,
): readonly Finding[] {
	return [
		...tables.hayami.flatMap((table) => [
			...mixedScale(table),
			...mixedLabourUnits(table),
			// A row 9 already traced to its cost table is judged there, with its divisor.
			...(linked.has(table) ? [] : otherInputBasis(table)),
			...statedOtherwise(table, tables.stated),
		]),
		...impossibleShares(findings),
		...tables.malformed.map((number) =>
			odd(number.table, 'malformed-number', 'text', {
				cell: number.cell,
				printedText: number.text,
				params: number.proposals[0] === undefined ? {} : { proposal: number.proposals[0] },
			}),
		),
	];
}
