/** Whether one of two groups tends to answer higher: the rank-sum test. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { anyNumber, faultStatus, firstFault, oneOf, openListOf, required } from '../numeric/input-check.ts';
import { namedStep } from '../numeric/named-step.ts';
import { normalBelow } from '../numeric/normal-distribution.ts';
import { averageRanks } from '../numeric/ranks.ts';
import { yesNo } from '../numeric/yes-no.ts';
import { medianShift } from './hodges-lehmann.ts';
import { rankSumTails } from './signed-rank-distribution.ts';

export interface MannWhitneyInput {
	/** The answers of the first group; null where not answered. */
	readonly x: readonly (number | null)[];
	readonly y: readonly (number | null)[];
	/** `greater`: x tends to be greater than y. `two-sided` unless stated. */
	readonly alternative?: 'two-sided' | 'greater' | 'less';
	/** `auto`: exact while the groups are small (their product up to 900), else normal. */
	readonly distribution?: 'auto' | 'exact' | 'normal';
	/** Half a rank toward the mean in the normal approximation; yes unless stated. */
	readonly continuity?: boolean;
}

export interface MannWhitneyResult {
	/** Pairs in which x is above y, ties counted half. */
	readonly u1: number;
	readonly u2: number;
	readonly p: number;
	readonly distribution: 'exact' | 'normal';
	readonly z: number | null;
	readonly n1: number;
	readonly n2: number;
	/** u1 / (n1 n2): the chance that an x is above a y, ties half. */
	readonly commonLanguage: number;
	/** 2 u1 / (n1 n2) - 1. */
	readonly rankBiserial: number;
	/** Median of x - y over all pairs; null when they are too many. */
	readonly hodgesLehmann: number | null;
}

const EXACT_UP_TO = 900;
const EXACT_AT_MOST = 2500;
const MOST = 10_000;

function figures(input: MannWhitneyInput, x: readonly number[], y: readonly number[]): MannWhitneyResult {
	const [n1, n2] = [x.length, y.length];
	const ranks = averageRanks([...x, ...y], 'lower');
	const sum = ranks.slice(0, n1).reduce((total, rank) => total + rank, 0);
	const u1 = sum - (n1 * (n1 + 1)) / 2;
	const u2 = n1 * n2 - u1;
	const n = n1 + n2;
	const middle = (n + 1) / 2;
	const spread = ranks.reduce((total, rank) => total + (rank - middle) ** 2, 0);
	const deviation = n < 2 ? 0 : Math.sqrt((n1 * n2 * spread) / (n * (n - 1)));
	const off = u1 - (n1 * n2) / 2;
	const z = deviation > 0 ? off / deviation : null;
	const asked = input.distribution ?? 'auto';
	const exact = asked === 'exact' || (asked === 'auto' && n1 * n2 <= EXACT_UP_TO && n <= 200);
	const half = input.continuity === false ? 0 : 0.5;
	const tails = exact
		? rankSumTails(
				ranks.map((rank) => Math.round(rank * 2)),
				n1,
				Math.round(sum * 2),
			)
		: deviation === 0
			? { below: 1, above: 1 }
			: { below: normalBelow((off + half) / deviation), above: normalBelow(-(off - half) / deviation) };
	const alternative = input.alternative ?? 'two-sided';
	const p =
		alternative === 'greater'
			? tails.above
			: alternative === 'less'
				? tails.below
				: Math.min(1, 2 * Math.min(tails.below, tails.above));
	const commonLanguage = u1 / (n1 * n2);
	return {
		u1,
		u2,
		p: Math.min(1, p),
		distribution: exact ? 'exact' : 'normal',
		z,
		n1,
		n2,
		commonLanguage,
		rankBiserial: 2 * commonLanguage - 1,
		hodgesLehmann: medianShift(x, y),
	};
}

const known = (values: readonly (number | null)[]): number[] =>
	values.filter((value): value is number => value !== null && value !== undefined);

function compute(input: MannWhitneyInput): MethodResult<MannWhitneyResult> {
	const fault = firstFault(input, {
		x: required(openListOf(anyNumber, MOST)),
		y: required(openListOf(anyNumber, MOST)),
		alternative: oneOf(['two-sided', 'greater', 'less']),
		distribution: oneOf(['auto', 'exact', 'normal']),
		continuity: yesNo,
	});
	if (fault !== null) return refused(faultStatus(fault), fault.reason, fault.at);
	const [x, y] = [known(input.x), known(input.y)];
	if (x.length === 0) return refused('missing-input', 'MISSING_INPUT', 'x');
	if (y.length === 0) return refused('missing-input', 'MISSING_INPUT', 'y');
	if (input.distribution === 'exact' && (x.length * y.length > EXACT_AT_MOST || x.length + y.length > 400))
		return refused('invalid-input', 'TOO_MANY_FOR_EXACT', 'distribution');
	const result = figures(input, x, y);
	if (result.hodgesLehmann !== null && !Number.isFinite(result.hodgesLehmann))
		return refused('undefined', 'OUT_OF_RANGE', 'x');
	const leftOut = input.x.length + input.y.length - x.length - y.length;
	const warnings: Warning[] =
		leftOut > 0 ? [{ code: 'ANSWERS_LEFT_OUT', at: 'x', params: { count: leftOut } }] : [];
	const { u1, n1, n2, p, rankBiserial } = result;
	const plain = ['', 'none'] as const;
	const steps: Step[] = [
		namedStep('u1', u1, plain, 'rank sum of x - n1 (n1 + 1) / 2', { n1, n2 }),
		namedStep('u2', result.u2, plain, 'n1 n2 - u1', { n1, n2, u1 }),
		namedStep('p', p, plain, `${result.distribution} distribution of u1`, { u1, n1, n2 }),
		namedStep('rankBiserial', rankBiserial, plain, '2 u1 / (n1 n2) - 1', { u1, n1, n2 }),
	];
	return { status: 'ok', result, steps, warnings };
}

/** Mann-Whitney U test, exact with ties (every way to divide the mid-ranks counted) while the groups are small. */
export const mannWhitney = method<MannWhitneyInput, MannWhitneyResult>({
	id: 'mann-whitney',
	version: 1,
	formula: 'u1 = rank sum of x - n1 (n1 + 1) / 2; p over all ways to draw n1 of the mid-ranks',
	unit: 'probability',
	source:
		'Mann, H. B., & Whitney, D. R. (1947), On a Test of Whether One of Two Random Variables is Stochastically Larger than the Other, Annals of Mathematical Statistics 18(1), 50-60.',
	variants: {
		exact: 'permutation distribution with ties; the default while n1 n2 <= 900',
		normal: 'variance corrected for ties, continuity of 0.5 unless refused',
	},
	example: { x: [19, 22, 16, 29, 24], y: [20, 11, 17, 12] },
	compute,
});
