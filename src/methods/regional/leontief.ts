/** Input-output linkages: technical coefficients, the Leontief inverse, multipliers, dispersion and sensitivity. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { amount, listOf, record, required, text } from '../numeric/input-check.ts';
import { invert } from '../numeric/lu.ts';
import { LONGEST_TRACE, plainStep } from '../numeric/plain-step.ts';
import { fieldFault, invalid, priceFields, quotient, sectorName, stampOf, sumOf } from './regional-input.ts';
import type { PriceStamp, PriceStated, Wrong } from './regional-input.ts';

export interface LeontiefInput extends PriceStated {
	/** `transactions[i][j]`: what sector j buys of sector i. */
	readonly transactions: readonly (readonly number[])[];
	readonly output: readonly number[];
	/** Income, jobs or imports per sector, in all: for their multipliers. */
	readonly satellites?: readonly { readonly name?: string; readonly values: readonly number[] }[];
}

export interface LeontiefSector {
	readonly name: string;
	readonly directBackward: number;
	readonly directForward: number;
	readonly outputMultiplier: number;
	readonly rowSum: number;
	/** Rasmussen's power of dispersion (daya penyebaran) and sensitivity (derajat kepekaan), 1 on average. */
	readonly powerOfDispersion: number;
	readonly sensitivity: number;
	readonly key: boolean;
}

export interface LeontiefResult {
	readonly prices: PriceStamp;
	readonly coefficients: readonly (readonly number[])[];
	readonly inverse: readonly (readonly number[])[];
	readonly sectors: readonly LeontiefSector[];
	/** Per unit of final demand of each sector. */
	readonly satellites: readonly { readonly name: string; readonly multipliers: readonly number[] }[];
}

const row = listOf(amount, 200);

function fault(input: LeontiefInput): Wrong | null {
	const fields = {
		...priceFields,
		transactions: required(listOf(row, 200)),
		output: required(row),
		satellites: listOf(record({ name: text, values: required(row) }), 20),
	};
	const wrong = fieldFault(input, fields);
	if (wrong !== null) return wrong;
	const size = input.transactions.length;
	if (size === 0) return { status: 'missing-input', reason: 'MISSING_INPUT', at: 'transactions' };
	const ragged = input.transactions.findIndex((line) => line.length !== size);
	if (ragged >= 0) return invalid('NOT_SQUARE', `transactions[${ragged}]`);
	if (input.output.length !== size) return invalid('LENGTHS_DIFFER', 'output');
	const idle = input.output.findIndex((value) => value === 0);
	if (idle >= 0) return { status: 'undefined', reason: 'ZERO_DENOMINATOR', at: `output[${idle}]` };
	const short = input.satellites?.findIndex(({ values }) => values.length !== size) ?? -1;
	return short >= 0 ? invalid('LENGTHS_DIFFER', `satellites[${short}].values`) : null;
}

function sectorsOf(
	input: LeontiefInput,
	coefficients: readonly (readonly number[])[],
	inverse: readonly (readonly number[])[],
): LeontiefSector[] {
	const size = inverse.length;
	const all = sumOf(inverse.flat());
	return inverse.map((line, j) => {
		const outputMultiplier = sumOf(inverse.map((other) => other[j] as number));
		const rowSum = sumOf(line);
		const powerOfDispersion = (size * outputMultiplier) / all;
		const sensitivity = (size * rowSum) / all;
		return {
			name: sectorName(input, j),
			directBackward: sumOf(coefficients.map((other) => other[j] as number)),
			directForward:
				sumOf((input.transactions[j] as readonly number[]).map((value) => value)) /
				(input.output[j] as number),
			outputMultiplier,
			rowSum,
			powerOfDispersion,
			sensitivity,
			key: powerOfDispersion > 1 && sensitivity > 1,
		};
	});
}

function compute(input: LeontiefInput): MethodResult<LeontiefResult> {
	const wrong = fault(input);
	if (wrong !== null) return refused(wrong.status, wrong.reason, wrong.at);
	const coefficients = input.transactions.map((line) =>
		line.map((value, j) => quotient(value, input.output[j] as number) ?? Infinity),
	);
	if (!coefficients.flat().every(Number.isFinite))
		return refused('undefined', 'OUT_OF_RANGE', 'transactions');
	const inverse = invert(coefficients.map((line, i) => line.map((value, j) => (i === j ? 1 : 0) - value)));
	if (inverse === null) return refused('undefined', 'SINGULAR_MATRIX', 'transactions');
	// Hawkins and Simon: an economy that uses up more than it makes has negative entries in its inverse.
	if (inverse.some((line) => line.some((value) => value < -1e-9)))
		return refused('undefined', 'NOT_PRODUCTIVE', 'transactions');
	const sectors = sectorsOf(input, coefficients, inverse);
	const satellites = (input.satellites ?? []).map(({ name, values }) => ({
		name: name ?? '',
		multipliers: inverse.map((_, j) =>
			sumOf(
				inverse.map((line, i) => ((values[i] as number) / (input.output[i] as number)) * (line[j] as number)),
			),
		),
	}));
	const figures = [
		...sectors.map(({ sensitivity, directForward }) => sensitivity + directForward),
		...satellites.flatMap((s) => s.multipliers),
	];
	if (!figures.every(Number.isFinite)) return refused('undefined', 'OUT_OF_RANGE', 'transactions');
	const warnings: Warning[] = [];
	if (input.priceBasis === 'ADHB') warnings.push({ code: 'NOMINAL_FIGURES', at: 'priceBasis' });
	sectors.forEach(({ directBackward }, j) => {
		if (directBackward >= 1) warnings.push({ code: 'INPUTS_ABOVE_OUTPUT', at: `transactions[${j}]` });
	});
	const steps: Step[] = sectors.slice(0, LONGEST_TRACE).flatMap((sector, j) => [
		plainStep({
			id: `sectors[${j}].outputMultiplier`,
			value: sector.outputMultiplier,
			unit: 'ratio',
			basis: 'none',
			formula: 'column sum of (I - A)^-1',
			inputs: { directBackward: sector.directBackward },
		}),
		plainStep({
			id: `sectors[${j}].powerOfDispersion`,
			value: sector.powerOfDispersion,
			unit: 'ratio',
			basis: 'none',
			formula: 'n x outputMultiplier / sum(L)',
			inputs: { outputMultiplier: sector.outputMultiplier },
		}),
	]);
	return {
		status: 'ok',
		result: { prices: stampOf(input), coefficients, inverse, sectors, satellites },
		steps,
		warnings,
	};
}

/** Leontief model; an economy that is not productive, or a sector without output, is `undefined` with its reason. */
export const leontief = method<LeontiefInput, LeontiefResult>({
	id: 'leontief',
	version: 1,
	formula:
		'A = Z / x, L = (I - A)^-1, powerOfDispersion = n x columnSum(L) / sum(L), sensitivity = n x rowSum(L) / sum(L)',
	unit: 'per unit of final demand',
	source:
		'Leontief, W. (1936), Review of Economics and Statistics 18, 105-125; Rasmussen, P. N. (1956), Studies in Inter-Sectoral Relations; Miller and Blair (2009), Input-Output Analysis, section 2.3.',
	example: {
		priceBasis: 'ADHB',
		sectors: ['agriculture', 'manufacturing'],
		transactions: [
			[150, 500],
			[200, 100],
		],
		output: [1000, 2000],
	},
	compute,
});
