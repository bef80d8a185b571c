/**
 * Which input decides: each is moved over its range while the others stay, and the inputs are ordered by how far the
 * measure swings (a tornado). Ranges come from the person first; where none is given, a plain percentage stands in
 * and is marked, because ten percent of a wage and ten percent of a harvest are not equally likely.
 */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { measureWith, measures, valueToday, variedInputs } from './changed-input.ts';
import type { VariedInput } from './changed-input.ts';
import type { HayamiPlainInput } from './hayami-figures.ts';
import { checkHayamiInput, hayamiFields } from './hayami-input-check.ts';
import type { HayamiInput } from './hayami-input.ts';
import type { HayamiResultKey } from './hayami-rows.ts';
import { hayamiTrace } from './hayami-steps.ts';
import { hayamiWork, workedOutRows } from './hayami-work.ts';
import { amount, faultStatus, firstFault, listOf, oneOf, positive, record, required } from './input-check.ts';

export interface SensitivityRange {
	readonly input: VariedInput;
	readonly low: number;
	readonly high: number;
}

export interface SensitivityInput {
	readonly base: HayamiInput;
	/** What is watched; `profit` unless stated. */
	readonly measure?: HayamiResultKey;
	/** The stand-in for ranges nobody gave, 10 unless stated. */
	readonly changePct?: number;
	readonly ranges?: readonly SensitivityRange[];
	/** Which inputs are moved besides those with a range; unless stated the five of the published table. */
	readonly inputs?: readonly VariedInput[];
}

export interface SensitivityBar {
	readonly input: VariedInput;
	readonly base: number;
	readonly low: number;
	readonly high: number;
	readonly rangeFrom: 'given' | 'default';
	readonly resultAtLow: number | null;
	readonly resultAtHigh: number | null;
	/** The swing of the measure; null when it has no value at one end. */
	readonly width: number | null;
	/** The measure is above 0 at one end and below 0 at the other. */
	readonly crossesZero: boolean;
}

export interface SensitivityResult {
	readonly measure: HayamiResultKey;
	readonly baseResult: number | null;
	readonly changePct: number;
	/** True when at least one range is the stand-in. */
	readonly usesDefaultRanges: boolean;
	/** Widest first. */
	readonly bars: readonly SensitivityBar[];
}

const defaultInputs: readonly VariedInput[] = [
	'outputPrice',
	'conversionFactor',
	'otherInputs',
	'rawMaterialPrice',
	'wage',
];

const fields = {
	base: required(record(hayamiFields)),
	measure: oneOf(measures),
	changePct: positive,
	ranges: listOf(
		record({ input: required(oneOf(variedInputs)), low: required(amount), high: required(amount) }),
		100,
	),
	inputs: listOf(oneOf(variedInputs), 100),
};

type UsedRange = SensitivityRange & Pick<SensitivityBar, 'rangeFrom' | 'base'>;

function barOf(plain: HayamiPlainInput, range: UsedRange, measure: HayamiResultKey): SensitivityBar {
	const { input, base, low, high, rangeFrom } = range;
	const resultAtLow = measureWith(plain, [{ input, value: low }], measure);
	const resultAtHigh = measureWith(plain, [{ input, value: high }], measure);
	const both = resultAtLow !== null && resultAtHigh !== null;
	const width = both ? Math.abs(resultAtHigh - resultAtLow) : null;
	return {
		input,
		base,
		low,
		high,
		rangeFrom,
		resultAtLow,
		resultAtHigh,
		width: width !== null && Number.isFinite(width) ? width : null,
		crossesZero: both && Math.sign(resultAtLow) * Math.sign(resultAtHigh) < 0,
	};
}

function rangesOf(input: SensitivityInput, plain: HayamiPlainInput, changePct: number) {
	const given = new Map((input.ranges ?? []).map((range) => [range.input, range] as const));
	const wanted = new Set([...given.keys(), ...(input.inputs ?? defaultInputs)]);
	const missing: VariedInput[] = [];
	const ranges = [...wanted].flatMap<UsedRange>((key) => {
		const base = valueToday(plain, key);
		const stated = given.get(key);
		if (base === null) {
			missing.push(key);
			return [];
		}
		if (stated !== undefined) return [{ ...stated, base, rangeFrom: 'given' }];
		// A price cannot fall below nothing, whatever the percentage.
		const low = Math.max(0, base * (1 - changePct / 100));
		const high = base * (1 + changePct / 100);
		return Number.isFinite(high) ? [{ input: key, low, high, base, rangeFrom: 'default' }] : [];
	});
	return { ranges, missing };
}

const barSteps = (
	bar: SensitivityBar,
	measure: HayamiResultKey,
	unit: Pick<Step, 'unit' | 'basis'>,
): Step[] =>
	(['low', 'high'] as const).map((end) => {
		const value = end === 'low' ? bar.resultAtLow : bar.resultAtHigh;
		return {
			id: `${measure}.${bar.input}.${end}`,
			value,
			...unit,
			formula: `${measure} with ${bar.input} = ${end}`,
			inputs: [{ id: bar.input, value: bar[end] }],
			...(value === null ? { status: 'undefined', reason: 'NO_VALUE_AT_END' } : { status: 'ok' }),
		};
	});

function compute(input: SensitivityInput): MethodResult<SensitivityResult> {
	const fault = firstFault(input, fields);
	if (fault !== null) return refused(faultStatus(fault), fault.reason, fault.at);
	const baseFault = checkHayamiInput(input.base);
	if (baseFault !== null) return refused(baseFault.status, baseFault.reason, `base.${baseFault.at}`);
	const reversed = (input.ranges ?? []).findIndex(({ low, high }) => low > high);
	if (reversed >= 0) return refused('invalid-input', 'RANGE_REVERSED', `ranges[${reversed}]`);
	const measure = input.measure ?? 'profit';
	const changePct = input.changePct ?? 10;
	const worked = hayamiWork(input.base);
	const { plain, figures, upperBound } = worked;
	const trace = hayamiTrace(plain, figures, { upperBound, workedOut: workedOutRows(worked) });
	const watched = trace.steps.find((step) => step.id === measure);
	const baseResult = figures[measure];
	if (baseResult === null)
		return {
			status: watched?.status === 'missing-input' || upperBound !== null ? 'missing-input' : 'undefined',
			reason: watched?.reason ?? 'MISSING_INPUT',
			at: 'base',
			result: null,
			steps: trace.steps,
			warnings: [],
		};
	const { ranges, missing } = rangesOf(input, plain, changePct);
	const bars = ranges
		.map((range) => barOf(plain, range, measure))
		.sort((left, right) => (right.width ?? -1) - (left.width ?? -1));
	const usesDefaultRanges = bars.some(({ rangeFrom }) => rangeFrom === 'default');
	const warnings: Warning[] = missing.map((key) => ({ code: 'MISSING_INPUT', at: `base.${key}` }));
	if (usesDefaultRanges) warnings.push({ code: 'DEFAULT_RANGES', at: 'ranges', params: { changePct } });
	const unit = { unit: watched?.unit ?? '', basis: watched?.basis ?? ('none' as const) };
	return {
		status: 'ok',
		result: { measure, baseResult, changePct, usesDefaultRanges, bars },
		steps: [...trace.steps, ...bars.flatMap((bar) => barSteps(bar, measure, unit))],
		warnings,
	};
}

/**
 * One-at-a-time sensitivity of a Hayami table (tornado). A table whose measure cannot be computed is refused with
 * the reason of that row; a range with its ends swapped is `RANGE_REVERSED`.
 */
export const hayamiSensitivity = method<SensitivityInput, SensitivityResult>({
	id: 'hayami-sensitivity',
	version: 1,
	formula: 'width = |measure(high) - measure(low)|, one input at a time',
	unit: 'the unit of the measure',
	source:
		'Eschenbach, T. G. (1992), Spiderplots versus Tornado Diagrams for Sensitivity Analysis, Interfaces 22(6), 40-46; on the rows of Hayami et al. (1987).',
	variants: {
		measure: 'any computed row of the table; profit unless stated',
		changePct: 'stand-in for ranges nobody gave, marked in the result; 10 unless stated',
	},
	example: {
		base: {
			output: 59,
			rawMaterial: 50,
			labour: 2,
			outputPrice: 6500,
			wage: 30000,
			rawMaterialPrice: 1700,
			otherInputs: 2187.22,
		},
		ranges: [{ input: 'rawMaterialPrice', low: 1500, high: 2000 }],
	},
	compute,
});
