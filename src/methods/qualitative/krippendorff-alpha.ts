/** Krippendorff's alpha: agreement of coders beyond chance, for any number of coders and with missing codes. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { method, refused } from '../method.ts';
import type { MethodResult, Warning } from '../method.ts';
import { count, faultStatus, firstFault, listOf, oneOf, record, required } from '../numeric/input-check.ts';
import type { Check } from '../numeric/input-check.ts';
import { plainStep } from '../numeric/plain-step.ts';

export type Level = 'nominal' | 'ordinal' | 'interval' | 'ratio';
type Code = number | string | null;

export interface KrippendorffAlphaInput {
	/** `ratings[coder][unit]`; null where a coder gave no code. Text only at the nominal level. */
	readonly ratings: readonly (readonly Code[])[];
	readonly level: Level;
	/** Resamples the units; draws 1000 and confidence 95 unless stated. */
	readonly bootstrap?: {
		readonly seed: number;
		readonly draws?: number | null;
		readonly confidencePct?: number | null;
	} | null;
}

export interface KrippendorffAlphaResult {
	readonly alpha: number;
	readonly observedDisagreement: number;
	readonly expectedDisagreement: number;
	/** Codes in units that two coders or more have coded. */
	readonly pairable: number;
	readonly units: number;
	readonly interval: { readonly low: number; readonly high: number; readonly draws: number } | null;
	/** Above 0.8 to be relied on, above 0.667 for tentative conclusions. */
	readonly verdict: 'reliable' | 'tentative' | 'unreliable';
}

const code: Check = (value, at) =>
	value === null ||
	value === undefined ||
	typeof value === 'string' ||
	(typeof value === 'number' && Number.isFinite(value))
		? null
		: { reason: 'NOT_A_CODE', at };

/** A row of codes: unlike other lists it may hold nothing at a place. */
const codes: Check = (value, at) => {
	if (!Array.isArray(value)) return { reason: 'NOT_A_LIST', at };
	if (value.length > 10_000) return { reason: 'TOO_MANY', at };
	for (let k = 0; k < value.length; k += 1) {
		const fault = code(value[k], `${at}[${k}]`);
		if (fault !== null) return fault;
	}
	return null;
};

const fields = {
	ratings: required(listOf(codes, 100)),
	level: required(oneOf(['nominal', 'ordinal', 'interval', 'ratio'])),
	bootstrap: record({
		seed: required(count(0, 2 ** 31 - 1)),
		draws: count(100, 20_000),
		confidencePct: count(50, 99),
	}),
};

/** Counts of each value in each unit that has at least two codes. */
function countedUnits(ratings: KrippendorffAlphaInput['ratings'], values: readonly Code[]): number[][] {
	const place = new Map(values.map((value, k) => [value, k]));
	const units: number[][] = [];
	for (let unit = 0; unit < (ratings[0]?.length ?? 0); unit += 1) {
		const counts = values.map(() => 0);
		for (const row of ratings) {
			const k = place.get(row[unit] ?? null);
			if (k !== undefined) counts[k] = (counts[k] as number) + 1;
		}
		if (counts.reduce((sum, value) => sum + value, 0) > 1) units.push(counts);
	}
	return units;
}

/** Squared distance of two values; the ordinal one runs over the marginal counts between them. */
function distances(values: readonly Code[], marginal: readonly number[], level: Level): number[][] {
	return values.map((left, a) =>
		values.map((right, b) => {
			if (a === b) return 0;
			if (level === 'nominal') return 1;
			const [x, y] = [left as number, right as number];
			if (level === 'interval') return (x - y) ** 2;
			if (level === 'ratio') return ((x - y) / (x + y)) ** 2;
			const [low, high] = [Math.min(a, b), Math.max(a, b)];
			const between = marginal.slice(low, high + 1).reduce((sum, value) => sum + value, 0);
			return (between - ((marginal[a] as number) + (marginal[b] as number)) / 2) ** 2;
		}),
	);
}

function disagreement(units: readonly (readonly number[])[], values: readonly Code[], level: Level) {
	const marginal = values.map((_, k) => units.reduce((sum, counts) => sum + (counts[k] as number), 0));
	const n = marginal.reduce((sum, value) => sum + value, 0);
	const far = distances(values, marginal, level);
	let observed = 0;
	for (const counts of units) {
		const size = counts.reduce((sum, value) => sum + value, 0);
		let within = 0;
		for (const [a, left] of counts.entries())
			if (left > 0) for (const [b, right] of counts.entries()) within += left * right * (far[a]?.[b] ?? 0);
		observed += within / (size - 1);
	}
	let expected = 0;
	for (const [a, left] of marginal.entries())
		for (const [b, right] of marginal.entries()) expected += left * right * (far[a]?.[b] ?? 0);
	return { n, observed: observed / n, expected: expected / (n * (n - 1)) };
}

function intervalOf(units: readonly number[][], values: readonly Code[], input: KrippendorffAlphaInput) {
	const { bootstrap, level } = input;
	if (bootstrap == null) return null;
	const chance = xoroshiro128plus(bootstrap.seed);
	// A long study takes fewer draws, so that an answer never takes longer than a person waits.
	const most = Math.max(100, Math.floor(2e7 / (units.length * values.length ** 2 + 1)));
	const draws = Math.min(bootstrap.draws ?? 1000, most);
	const alphas: number[] = [];
	for (let draw = 0; draw < draws; draw += 1) {
		const sample = units.map(() => units[uniformInt(chance, 0, units.length - 1)] as number[]);
		const { observed, expected } = disagreement(sample, values, level);
		// A resample without any variation agrees in full; leaving it out would narrow the interval.
		const alpha = expected === 0 ? 1 : 1 - observed / expected;
		if (Number.isFinite(alpha)) alphas.push(alpha);
	}
	if (alphas.length === 0) return null;
	alphas.sort((a, b) => a - b);
	const tail = (1 - (bootstrap.confidencePct ?? 95) / 100) / 2;
	const at = (part: number) =>
		alphas[Math.min(alphas.length - 1, Math.floor(part * alphas.length))] as number;
	return { low: at(tail), high: at(1 - tail), draws };
}

type Wrong = { status: 'missing-input' | 'invalid-input'; reason: string; at: string };

function fault({ ratings, level }: KrippendorffAlphaInput): Wrong | null {
	const first = firstFault({ ratings, level }, { ratings: fields.ratings, level: fields.level });
	if (first !== null) return { status: faultStatus(first), ...first };
	if (ratings.length < 2)
		return { status: 'missing-input', reason: 'MISSING_INPUT', at: `ratings[${ratings.length}]` };
	const width = ratings[0]?.length ?? 0;
	for (const [k, row] of ratings.entries()) {
		const at = `ratings[${k}]`;
		if (row.length !== width) return { status: 'invalid-input', reason: 'RAGGED_TABLE', at };
		const text = level === 'nominal' ? -1 : row.findIndex((value) => typeof value === 'string');
		if (text >= 0) return { status: 'invalid-input', reason: 'TEXT_NOT_NOMINAL', at: `${at}[${text}]` };
		const low = level === 'ratio' ? row.findIndex((value) => typeof value === 'number' && value < 0) : -1;
		if (low >= 0) return { status: 'invalid-input', reason: 'BELOW_ZERO', at: `${at}[${low}]` };
	}
	return null;
}

function compute(input: KrippendorffAlphaInput): MethodResult<KrippendorffAlphaResult> {
	const shape = firstFault(input, fields);
	if (shape !== null) return refused(faultStatus(shape), shape.reason, shape.at);
	const wrong = fault(input);
	if (wrong !== null) return refused(wrong.status, wrong.reason, wrong.at);
	const seen = [...new Set(input.ratings.flat().filter((value) => value != null))] as (number | string)[];
	const values = seen.sort((a, b) =>
		typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1,
	);
	if (values.length > 1_000) return refused('invalid-input', 'TOO_MANY_VALUES', 'ratings');
	const units = countedUnits(input.ratings, values);
	if (units.length === 0) return refused('undefined', 'NO_PAIRED_UNIT', 'ratings');
	const { n, observed, expected } = disagreement(units, values, input.level);
	if (expected === 0) return refused('undefined', 'NO_VARIATION', 'ratings');
	const alpha = 1 - observed / expected;
	if (!Number.isFinite(alpha) || !Number.isFinite(expected))
		return refused('undefined', 'OUT_OF_RANGE', 'ratings');
	const interval = intervalOf(units, values, input);
	const dropped = (input.ratings[0]?.length ?? 0) - units.length;
	const warnings: Warning[] =
		dropped > 0 ? [{ code: 'UNITS_WITHOUT_PAIR', at: 'ratings', params: { dropped } }] : [];
	if (interval !== null && interval.draws < (input.bootstrap?.draws ?? 1000))
		warnings.push({ code: 'FEWER_DRAWS', at: 'bootstrap.draws', params: { draws: interval.draws } });
	const step = (id: string, value: number, formula: string) =>
		plainStep({
			id,
			value,
			unit: 'ratio',
			basis: 'none',
			formula,
			inputs: { pairable: n, units: units.length },
		});
	return {
		status: 'ok',
		result: {
			alpha,
			observedDisagreement: observed,
			expectedDisagreement: expected,
			pairable: n,
			units: units.length,
			interval,
			verdict: alpha >= 0.8 ? 'reliable' : alpha >= 0.667 ? 'tentative' : 'unreliable',
		},
		steps: [
			step('observedDisagreement', observed, 'sum(o_ck x d2_ck) / n'),
			step('expectedDisagreement', expected, 'sum(n_c x n_k x d2_ck) / (n x (n - 1))'),
			step('alpha', alpha, '1 - observedDisagreement / expectedDisagreement'),
		],
		warnings,
	};
}

/** Alpha of coders; without any variation in the codes it is `undefined` (`NO_VARIATION`), not 1. */
export const krippendorffAlpha = method<KrippendorffAlphaInput, KrippendorffAlphaResult>({
	id: 'krippendorff-alpha',
	version: 1,
	formula: 'alpha = 1 - observedDisagreement / expectedDisagreement, from the coincidence matrix',
	unit: 'ratio, 1 is full agreement',
	source:
		'Krippendorff, K. (2011), Computing Krippendorff alpha-reliability, University of Pennsylvania; Content Analysis (2004), chapter 11.',
	variants: {
		'level: nominal': 'd2 = 0 or 1',
		'level: ordinal': 'd2 = (sum of n_g from c to k - (n_c + n_k) / 2)^2',
		'level: interval': 'd2 = (c - k)^2',
		'level: ratio': 'd2 = ((c - k) / (c + k))^2',
		bootstrap: 'units drawn with replacement, percentile interval',
	},
	example: {
		ratings: [
			[1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
			[1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
			[null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
			[1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
		],
		level: 'nominal',
		bootstrap: { seed: 1, draws: 500 },
	},
	compute,
});
