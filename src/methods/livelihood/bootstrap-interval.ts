/** How far a figure could lie from the one seen, by drawing the respondents again and again. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { anyNumber, count, faultStatus, openListOf, oneOf } from '../numeric/input-check.ts';
import type { Check } from '../numeric/input-check.ts';
import { namedStep } from '../numeric/named-step.ts';
import { normalBelow, normalQuantile } from '../numeric/normal-distribution.ts';
import { averageRanks } from '../numeric/ranks.ts';
import { MOST_PAIRS, pairedDifferences, pairedFault } from './paired-differences.ts';
import type { PairedInput } from './paired-differences.ts';

export interface BootstrapInput extends PairedInput {
	/** One value per respondent, in place of before and after; null where not answered. */
	readonly values?: readonly (number | null)[];
	/** `mean` unless stated. */
	readonly statistic?: 'mean' | 'median' | 'rank-biserial';
	/** 10,000 unless stated. */
	readonly resamples?: number | null;
	/** Between 0 and 1; 0.95 unless stated. */
	readonly level?: number | null;
	/** The same seed gives the same interval to the last digit; 1 unless stated. */
	readonly seed?: number | null;
}

export interface Interval {
	readonly low: number;
	readonly high: number;
}

export interface BootstrapResult {
	readonly estimate: number;
	readonly percentile: Interval;
	/** Bias-corrected and accelerated; null when the respondents do not allow it. */
	readonly bca: Interval | null;
	readonly standardError: number;
	/** Mean of the draws minus the estimate. */
	readonly bias: number;
	readonly respondents: number;
	readonly resamples: number;
	readonly level: number;
	readonly seed: number;
	readonly statistic: string;
}

/** More draws of respondents than this are refused: they would hold a phone for minutes. */
const MOST_DRAWS = 100_000_000;

type Statistic = (values: Float64Array) => number;

const mean: Statistic = (values) => {
	let sum = 0;
	for (const value of values) sum += value / values.length;
	return sum;
};

const median: Statistic = (values) => {
	const sorted = Float64Array.from(values).sort();
	const half = sorted.length >> 1;
	return sorted.length % 2 === 1
		? (sorted[half] as number)
		: (sorted[half - 1] as number) / 2 + (sorted[half] as number) / 2;
};

/** (W+ - W-) / (W+ + W-) with zeros ranked and dropped (Pratt); 0 when nothing moved. */
const rankBiserial: Statistic = (values) => {
	const ranks = averageRanks(values.map(Math.abs), 'lower');
	let [balance, total] = [0, 0];
	ranks.forEach((rank, index) => {
		const sign = Math.sign(values[index] as number);
		balance += sign * rank;
		total += Math.abs(sign) * rank;
	});
	return total === 0 ? 0 : balance / total;
};

const statistics: Readonly<Record<string, Statistic>> = { mean, median, 'rank-biserial': rankBiserial };

/** The value below which a share of sorted values lies, between neighbours in proportion (type 7). */
function quantile(sorted: Float64Array, share: number): number {
	const place = share * (sorted.length - 1);
	const below = Math.floor(place);
	const [a, b] = [sorted[below] as number, sorted[Math.min(below + 1, sorted.length - 1)] as number];
	return a + (b - a) * (place - below);
}

/** The statistic of each draw, sorted. */
function draws(values: Float64Array, statistic: Statistic, resamples: number, seed: number): Float64Array {
	const chance = xoroshiro128plus(seed);
	const drawn = new Float64Array(values.length);
	const found = new Float64Array(resamples);
	for (let round = 0; round < resamples; round += 1) {
		for (let i = 0; i < drawn.length; i += 1)
			drawn[i] = values[uniformInt(chance, 0, values.length - 1)] as number;
		found[round] = statistic(drawn);
	}
	return found.sort();
}

/** A sixth of the skewness of the statistic with one respondent left out at a time. */
function acceleration(values: Float64Array, statistic: Statistic): number {
	const left = Array.from(values, (_, out) => statistic(values.filter((__, index) => index !== out)));
	const middle = left.reduce((sum, value) => sum + value / left.length, 0);
	const largest = left.reduce((most, value) => Math.max(most, Math.abs(middle - value)), 0);
	if (largest === 0) return 0;
	let [squares, cubes] = [0, 0];
	for (const value of left) {
		const off = (middle - value) / largest;
		squares += off ** 2;
		cubes += off ** 3;
	}
	return cubes / (6 * squares ** 1.5);
}

function accelerated(sorted: Float64Array, estimate: number, skew: number, level: number): Interval | null {
	let below = 0;
	for (const value of sorted) below += value < estimate ? 1 : value === estimate ? 0.5 : 0;
	const share = below / sorted.length;
	if (share <= 0 || share >= 1) return null;
	const shift = normalQuantile(share);
	const end = (tail: number) => {
		const z = shift + normalQuantile(tail);
		return quantile(sorted, normalBelow(shift + z / (1 - skew * z)));
	};
	const tail = (1 - level) / 2;
	const [low, high] = [end(tail), end(1 - tail)];
	return Number.isFinite(low) && Number.isFinite(high) && low <= high ? { low, high } : null;
}

const level: Check = (value, at) => {
	const fault = anyNumber(value, at);
	if (fault !== null || value == null) return fault;
	return (value as number) > 0 && (value as number) < 1 ? null : { reason: 'NOT_A_LEVEL', at };
};

const seed: Check = (value, at) =>
	value == null || (Number.isInteger(value) && Math.abs(value as number) <= 2 ** 31)
		? null
		: { reason: 'NOT_A_SEED', at };

function fault(input: BootstrapInput) {
	const fields = {
		values: openListOf(anyNumber, MOST_PAIRS),
		statistic: oneOf(['mean', 'median', 'rank-biserial']),
		resamples: count(100, 1_000_000),
		level,
		seed,
	};
	const paired = pairedFault(input, fields);
	if (paired === null) return input.values == null ? null : { reason: 'GIVEN_TWICE', at: 'values' };
	const alone =
		input?.values != null && input.before == null && input.after == null && input.differences == null;
	return alone && paired.reason === 'MISSING_INPUT' ? null : paired;
}

function traced({ estimate, percentile, bca, resamples }: BootstrapResult, why: string): Step[] {
	const kind = ['', 'none'] as const;
	const from = { resamples };
	return [
		namedStep('estimate', estimate, kind, 'statistic(respondents)'),
		namedStep('percentile.low', percentile.low, kind, 'quantile(draws, (1 - level) / 2)', from),
		namedStep('percentile.high', percentile.high, kind, 'quantile(draws, (1 + level) / 2)', from),
		namedStep(
			'bca.low',
			bca?.low ?? null,
			kind,
			'quantile(draws, N(z0 + (z0 + z) / (1 - a (z0 + z))))',
			from,
			why,
		),
		namedStep(
			'bca.high',
			bca?.high ?? null,
			kind,
			'quantile(draws, N(z0 + (z0 + z) / (1 - a (z0 + z))))',
			from,
			why,
		),
	];
}

function compute(input: BootstrapInput): MethodResult<BootstrapResult> {
	const wrong = fault(input);
	if (wrong !== null) return refused(faultStatus(wrong), wrong.reason, wrong.at);
	const at = input.values != null ? 'values' : input.differences != null ? 'differences' : 'before';
	const { differences, leftOut } = pairedDifferences(
		input.values == null ? input : { differences: input.values },
	);
	if (differences.length === 0) return refused('missing-input', 'MISSING_INPUT', at);
	const resamples = input.resamples ?? 10_000;
	if (resamples * differences.length > MOST_DRAWS) return refused('invalid-input', 'TOO_MANY', 'resamples');
	const values = Float64Array.from(differences);
	const name = input.statistic ?? 'mean';
	const statistic = statistics[name] ?? mean;
	const [share, start] = [input.level ?? 0.95, input.seed ?? 1];
	const estimate = statistic(values);
	const sorted = draws(values, statistic, resamples, start);
	const tail = (1 - share) / 2;
	const percentile = { low: quantile(sorted, tail), high: quantile(sorted, 1 - tail) };
	const average = mean(sorted);
	const spread = sorted.reduce((sum, value) => sum + (value - average) ** 2, 0);
	const standardError = Math.sqrt(spread / Math.max(1, resamples - 1));
	const varied = (sorted[0] as number) < (sorted.at(-1) as number);
	const bca =
		varied && values.length > 2
			? accelerated(sorted, estimate, acceleration(values, statistic), share)
			: null;
	const bias = average - estimate;
	const all = [estimate, percentile.low, percentile.high, standardError, bias];
	if (!all.every(Number.isFinite)) return refused('undefined', 'OUT_OF_RANGE', at);
	const settings = { respondents: values.length, resamples, level: share, seed: start, statistic: name };
	const result: BootstrapResult = { estimate, percentile, bca, standardError, bias, ...settings };
	const warnings: Warning[] = [
		...(leftOut > 0 ? [{ code: 'PAIRS_LEFT_OUT', at, params: { count: leftOut } }] : []),
		...(varied ? [] : [{ code: 'NO_VARIATION', at }]),
		...(values.length < 10 ? [{ code: 'FEW_RESPONDENTS', at, params: { count: values.length } }] : []),
	];
	return {
		status: 'ok',
		result,
		steps: traced(result, varied ? 'BCA_NOT_POSSIBLE' : 'NO_VARIATION'),
		warnings,
	};
}

/**
 * Bootstrap interval of a mean, a median or a rank-biserial: percentile and BCa from one set of draws. Respondents who
 * are all alike give an interval of one point with the warning `NO_VARIATION`.
 */
export const bootstrapInterval = method<BootstrapInput, BootstrapResult>({
	id: 'bootstrap-interval',
	version: 1,
	formula: 'quantiles of the statistic over draws of n respondents with replacement',
	unit: 'of the values',
	source:
		'Efron, B., & Tibshirani, R. J. (1993), An Introduction to the Bootstrap, Chapman & Hall, New York, ch. 13 (percentile) and 14.3 (BCa).',
	variants: {
		percentile: 'the quantiles of the draws as they are (ch. 13)',
		bca: 'quantiles moved by the bias of the draws and the skewness of the jackknife (eq. 14.10, 14.14, 14.15)',
	},
	example: { differences: [2, 2, 0, 2, 1, 3, 3, 0, 2, 1, -1], resamples: 2000, seed: 2020 },
	compute,
});
