/**
 * Several products side by side on several measures. Which product leads depends on the measure: per kilogram, per
 * rupiah of output and per working day rarely agree, and a comparison that shows one of them alone misleads.
 */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { roundHalfUp } from '../numeric/rounding.ts';
import type { Basis } from '../quantity.ts';
import { checkHayamiInput, hayamiFields } from './hayami-input-check.ts';
import type { HayamiInput } from './hayami-input.ts';
import type { HayamiKey } from './hayami-rows.ts';
import { hayamiWork } from './hayami-work.ts';
import type { HayamiWork } from './hayami-work.ts';
import { faultStatus, firstFault, listOf, positive, record, required, text } from './input-check.ts';

export type ComparisonMeasure =
	| 'valueAdded'
	| 'valueAddedRatioPct'
	| 'profit'
	| 'profitRatePct'
	| 'valueAddedPerHok'
	| 'profitPerHok'
	| 'valueAddedPerOtherInput'
	| 'profitPerMonth';

export interface ComparedProduct {
	readonly name: string;
	readonly input: HayamiInput;
	/** How the source counts labour: `HOK`, `jam`; `input.labourHours` wins over it. */
	readonly labourUnit?: string;
	readonly processesPerMonth?: number | null;
}

export interface ComparisonInput {
	readonly products: readonly ComparedProduct[];
	/** The working day all labour is brought to; 8 hours unless stated. */
	readonly hoursPerHok?: number | null;
}

export interface ComparisonRow {
	readonly name: string;
	readonly rawMaterial: number | null;
	/** Hours in the product's own unit of labour. */
	readonly labourHours: number;
	/** False when neither the hours nor a known unit were given, and a HOK was assumed. */
	readonly labourHoursStated: boolean;
	readonly values: Readonly<Record<ComparisonMeasure, number | null>>;
	/** 1 is highest; equal figures, as printed, share the better rank. */
	readonly ranks: Readonly<Record<ComparisonMeasure, number | null>>;
}

export interface ComparisonWinner {
	readonly measure: ComparisonMeasure;
	/** More than one name is a tie; none, that no product has a value. */
	readonly names: readonly string[];
	readonly value: number | null;
	readonly tie: boolean;
}

export interface ComparisonResult {
	readonly hoursPerHok: number;
	readonly rows: readonly ComparisonRow[];
	readonly winners: readonly ComparisonWinner[];
	/** Measures whose leader is not the leader by value added per unit of raw material. */
	readonly disagreeing: readonly ComparisonMeasure[];
}

type Operand = HayamiKey | 'labourHours' | 'hoursPerHok' | 'processesPerMonth';

interface MeasureForm {
	readonly measure: ComparisonMeasure;
	readonly unit: string;
	readonly basis: Basis;
	/** As printed; figures that are equal to this many decimals are tied. */
	readonly decimals: number;
	readonly formula: string;
	readonly operands: readonly Operand[];
}

export const comparisonMeasures: readonly MeasureForm[] = [
	{
		measure: 'valueAdded',
		unit: 'Rp',
		basis: 'raw-material',
		decimals: 2,
		formula: 'outputValue - rawMaterialPrice - otherInputs',
		operands: ['outputValue', 'rawMaterialPrice', 'otherInputs'],
	},
	{
		measure: 'valueAddedRatioPct',
		unit: '%',
		basis: 'none',
		decimals: 2,
		formula: 'valueAdded / outputValue x 100',
		operands: ['valueAdded', 'outputValue'],
	},
	{
		measure: 'profit',
		unit: 'Rp',
		basis: 'raw-material',
		decimals: 2,
		formula: 'valueAdded - labourIncome',
		operands: ['valueAdded', 'labourIncome'],
	},
	{
		measure: 'profitRatePct',
		unit: '%',
		basis: 'none',
		decimals: 2,
		formula: 'profit / outputValue x 100',
		operands: ['profit', 'outputValue'],
	},
	{
		measure: 'valueAddedPerHok',
		unit: 'Rp',
		basis: 'person-day',
		decimals: 0,
		formula: 'valueAdded / labourCoefficient x hoursPerHok / labourHours',
		operands: ['valueAdded', 'labourCoefficient', 'hoursPerHok', 'labourHours'],
	},
	{
		measure: 'profitPerHok',
		unit: 'Rp',
		basis: 'person-day',
		decimals: 0,
		formula: 'profit / labourCoefficient x hoursPerHok / labourHours',
		operands: ['profit', 'labourCoefficient', 'hoursPerHok', 'labourHours'],
	},
	{
		measure: 'valueAddedPerOtherInput',
		unit: 'Rp/Rp',
		basis: 'none',
		decimals: 4,
		formula: 'valueAdded / otherInputs',
		operands: ['valueAdded', 'otherInputs'],
	},
	{
		measure: 'profitPerMonth',
		unit: 'Rp',
		basis: 'month',
		decimals: 0,
		formula: 'profit x rawMaterial x processesPerMonth',
		operands: ['profit', 'rawMaterial', 'processesPerMonth'],
	},
];

const hourUnits = /^(jam|jko|jok|hours?|h|jam kerja|jam orang kerja)$/i;
const dayUnits = /^(hok|hkp|hko|hks|hari|hari kerja|hari orang kerja|days?|person-days?)$/i;

function labourHoursOf(product: ComparedProduct, hoursPerHok: number): { hours: number; stated: boolean } {
	if (product.input.labourHours != null) return { hours: product.input.labourHours, stated: true };
	const unit = (product.labourUnit ?? '').trim();
	if (hourUnits.test(unit)) return { hours: 1, stated: true };
	return { hours: hoursPerHok, stated: dayUnits.test(unit) };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

const over = (part: number | null, whole: number | null): number | null =>
	part === null || whole === null || whole <= 0 ? null : finite(part / whole);

function valuesOf(
	{ figures, plain }: Pick<HayamiWork, 'figures' | 'plain'>,
	hokPerUnit: number,
	processesPerMonth: number | null,
): Record<ComparisonMeasure, number | null> {
	const { valueAdded, profit, labourCoefficient } = figures;
	const hok = labourCoefficient === null ? null : finite(labourCoefficient * hokPerUnit);
	const monthly =
		profit === null || plain.rawMaterial === null || processesPerMonth === null
			? null
			: finite(profit * plain.rawMaterial * processesPerMonth);
	return {
		valueAdded,
		valueAddedRatioPct: figures.valueAddedRatioPct,
		profit,
		profitRatePct: figures.profitRatePct,
		valueAddedPerHok: over(valueAdded, hok),
		profitPerHok: over(profit, hok),
		valueAddedPerOtherInput: over(valueAdded, plain.otherInputs),
		profitPerMonth: monthly,
	};
}

/** 1 for the highest; figures that read the same when printed share the better rank. */
function rank(values: readonly (number | null)[], decimals: number): (number | null)[] {
	const printed = values.map((value) => (value === null ? null : roundHalfUp(value, decimals)));
	const falling = printed.filter((value) => value !== null).sort((left, right) => right - left);
	const places = new Map<number, number>();
	for (const [index, value] of falling.entries()) if (!places.has(value)) places.set(value, index + 1);
	return printed.map((value) => (value === null ? null : (places.get(value) ?? null)));
}

function withRanks(rows: readonly Omit<ComparisonRow, 'ranks'>[]): ComparisonRow[] {
	const columns = comparisonMeasures.map(({ measure, decimals }) => ({
		measure,
		ranks: rank(
			rows.map((row) => row.values[measure]),
			decimals,
		),
	}));
	return rows.map((row, index) => ({
		...row,
		ranks: Object.fromEntries(
			columns.map(({ measure, ranks }) => [measure, ranks[index] ?? null]),
		) as ComparisonRow['ranks'],
	}));
}

const fields = {
	products: required(
		listOf(
			record({
				name: text,
				input: required(record(hayamiFields)),
				labourUnit: text,
				processesPerMonth: positive,
			}),
			10_000,
		),
	),
	hoursPerHok: positive,
};

function scaleWarning(products: readonly ComparedProduct[]): Warning[] {
	const batches = products.map(({ input }) => input.rawMaterial ?? 0).filter((batch) => batch > 0);
	const smallest = batches.reduce((least, batch) => Math.min(least, batch), Infinity);
	const largest = batches.reduce((most, batch) => Math.max(most, batch), 0);
	const ratio = largest / smallest;
	if (!(ratio > 20) || !Number.isFinite(ratio)) return [];
	return [{ code: 'MIXED_SCALE', at: 'rawMaterial', params: { smallest, largest, ratio } }];
}

/** Wages eightfold apart with nothing said about hours are most likely a day's and an hour's. */
function labourWarning(products: readonly ComparedProduct[], rows: readonly ComparisonRow[]): Warning[] {
	const hours = rows.map((row) => row.labourHours);
	const fewest = hours.reduce((least, value) => Math.min(least, value), Infinity);
	const most = hours.reduce((highest, value) => Math.max(highest, value), 0);
	if (most > fewest)
		return [{ code: 'MIXED_LABOUR_UNITS', at: 'labour', params: { aligned: 'yes', fewest, most } }];
	const wages = products
		.filter((_, index) => rows[index]?.labourHoursStated === false)
		.map(({ input }) => input.wage ?? 0)
		.filter((wage) => wage > 0);
	const lowestWage = wages.reduce((least, wage) => Math.min(least, wage), Infinity);
	const highestWage = wages.reduce((top, wage) => Math.max(top, wage), 0);
	const ratio = highestWage / lowestWage;
	if (!(ratio >= 7 && ratio <= 9)) return [];
	return [
		{ code: 'MIXED_LABOUR_UNITS', at: 'wage', params: { aligned: 'no', lowestWage, highestWage, ratio } },
	];
}

function winnersOf(rows: readonly ComparisonRow[]): ComparisonWinner[] {
	return comparisonMeasures.map(({ measure }) => {
		const first = rows.filter((row) => row.ranks[measure] === 1);
		return {
			measure,
			names: first.map((row) => row.name),
			value: first[0]?.values[measure] ?? null,
			tie: first.length > 1,
		};
	});
}

function disagreeing(rows: readonly ComparisonRow[]): ComparisonMeasure[] {
	const leads = (measure: ComparisonMeasure) => rows.map((row) => row.ranks[measure] === 1);
	const byValueAdded = leads('valueAdded');
	return comparisonMeasures
		.map(({ measure }) => measure)
		.filter((measure) => {
			const these = leads(measure);
			// Sharing one leader is agreement: a tie does not contradict.
			return these.includes(true) && !these.some((lead, index) => lead && byValueAdded[index]);
		});
}

/** One product with everything its measures are made from. */
interface Compared {
	readonly row: Omit<ComparisonRow, 'ranks'>;
	readonly operands: Readonly<Partial<Record<Operand, number | null>>>;
	readonly bounded: boolean;
}

function comparedProduct(product: ComparedProduct, hoursPerHok: number): Compared {
	const { figures, plain, upperBound } = hayamiWork(product.input);
	const { hours, stated } = labourHoursOf(product, hoursPerHok);
	const processesPerMonth = product.processesPerMonth ?? product.input.processesPerPeriod ?? null;
	return {
		row: {
			name: product.name ?? '',
			rawMaterial: plain.rawMaterial,
			labourHours: hours,
			labourHoursStated: stated,
			values: valuesOf({ figures, plain }, hours / hoursPerHok, processesPerMonth),
		},
		operands: { ...plain, ...figures, labourHours: hours, hoursPerHok, processesPerMonth },
		bounded: upperBound !== null,
	};
}

function stepsOf(compared: readonly Compared[]): Step[] {
	return compared.flatMap(({ row, operands }, index) =>
		comparisonMeasures.map(({ measure, unit, basis, formula, operands: ids }): Step => {
			const value = row.values[measure];
			const inputs = ids.map((id) => ({ id, value: operands[id] ?? null }));
			const missing = inputs.some((input) => input.value === null);
			const state: Pick<Step, 'status' | 'reason'> =
				value !== null
					? { status: 'ok' }
					: missing
						? { status: 'missing-input', reason: 'MISSING_INPUT' }
						: { status: 'undefined', reason: 'ZERO_DENOMINATOR' };
			return { id: `products[${index}].${measure}`, value, unit, basis, formula, inputs, ...state };
		}),
	);
}

function compute(input: ComparisonInput): MethodResult<ComparisonResult> {
	const fault = firstFault(input, fields);
	if (fault !== null) return refused(faultStatus(fault), fault.reason, fault.at);
	const { products } = input;
	if (products.length === 0) return refused('missing-input', 'MISSING_INPUT', 'products');
	const hoursPerHok = input.hoursPerHok ?? 8;
	for (const [index, product] of products.entries()) {
		const wrong = checkHayamiInput(product.input);
		if (wrong !== null) return refused(wrong.status, wrong.reason, `products[${index}].input.${wrong.at}`);
	}
	const compared = products.map((product) => comparedProduct(product, hoursPerHok));
	const warnings = compared.flatMap(({ row, bounded }, index): Warning[] => {
		if (row.values.valueAdded !== null) return [];
		const code = bounded ? 'VALUE_ADDED_UPPER_BOUND' : 'NOT_COMPARABLE';
		return [{ code, at: `products[${index}]`, params: { name: row.name } }];
	});
	const rows = withRanks(compared.map(({ row }) => row));
	warnings.push(...scaleWarning(products), ...labourWarning(products, rows));
	const answer = { steps: stepsOf(compared), warnings };
	if (rows.every((row) => Object.values(row.values).every((value) => value === null)))
		return { ...answer, status: 'missing-input', reason: 'MISSING_INPUT', at: 'products', result: null };
	const result = { hoursPerHok, rows, winners: winnersOf(rows), disagreeing: disagreeing(rows) };
	return { ...answer, status: 'ok', result };
}

/**
 * Products on eight measures, with ranks, ties as printed, and the measures whose leader differs. Batches more than
 * twentyfold apart are warned of (`MIXED_SCALE`), as are labour units that differ (`MIXED_LABOUR_UNITS`).
 */
export const valueAddedComparison = method<ComparisonInput, ComparisonResult>({
	id: 'value-added-comparison',
	version: 1,
	formula:
		'valueAddedPerHok = valueAdded / labourCoefficient x hoursPerHok / labourHours; the rest as in hayami',
	unit: 'by measure',
	source:
		'Rows of Hayami, Kawagoe, Morooka and Siregar (1987), Agricultural Marketing and Processing in Upland Java, CGPRT Centre, Bogor; value added per person-day as its labour productivity.',
	variants: { hoursPerHok: 'the working day all labour is brought to; 8 hours unless stated' },
	example: {
		products: [
			{
				name: 'Yogurt',
				input: {
					output: 1,
					rawMaterial: 1,
					labour: 1,
					outputPrice: 25000,
					wage: 6250,
					rawMaterialPrice: 4200,
					otherInputs: 5000,
					labourHours: 1,
				},
			},
			{
				name: 'Cheese',
				input: {
					output: 100,
					rawMaterial: 1000,
					labour: 8,
					outputPrice: 90000,
					wage: 50000,
					rawMaterialPrice: 4200,
					otherInputs: 2428,
					labourHours: 8,
				},
			},
		],
	},
	compute,
});
