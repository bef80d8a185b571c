/** Kendall's W: how far several voters agree on one order, and whether by more than chance. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { method, refused } from '../method.ts';
import type { MethodResult, Warning } from '../method.ts';
import { chiSquareAbove } from '../numeric/chi-square.ts';
import { count, faultStatus, firstFault } from '../numeric/input-check.ts';
import { averageRanks } from '../numeric/ranks.ts';
import { exactAgreementP } from './agreement-distribution.ts';
import { options } from './options-check.ts';
import { readVoters } from './voters.ts';
import type { VotersInput } from './voters.ts';
import { figureStep, finiteAnswer, listSteps, sum } from './weights-result.ts';

export type KendallWInput = VotersInput<{
	/** Random shuffles in place of counting every order; 10,000 where there are too many orders to count. */
	readonly permutations?: number | null;
	/** The same seed gives the same p; 1 unless stated. */
	readonly seed?: number | null;
}>;

export interface KendallWResult {
	/** 0 (no agreement) to 1 (all alike). */
	readonly w: number;
	readonly rankSums: readonly number[];
	/** Of the rank sums: the order the voters agree on. */
	readonly ranks: readonly number[];
	/** Sum of squared deviations of the rank sums. */
	readonly s: number;
	/** Sum over voters of t^3 - t over their ties. */
	readonly tieCorrection: number;
	readonly chiSquare: number;
	readonly degrees: number;
	readonly p: number;
	/**
	 * Where p is from. Up to seven alternatives `exact`, every order counted, or `permutation` where they are too many or
	 * shuffles were asked for; above seven `chi-square`, which is good from eight alternatives on.
	 */
	readonly test: 'chi-square' | 'exact' | 'permutation';
}

type Ranks = readonly (readonly number[])[];

function rankSumsOf(ranks: Ranks): number[] {
	return (ranks[0] ?? []).map((_, column) => sum(ranks.map((row) => row[column] as number)));
}

function squaresOf(rankSums: readonly number[]): number {
	const mean = sum(rankSums) / rankSums.length;
	return sum(rankSums.map((value) => (value - mean) ** 2));
}

function tiesOf(row: readonly number[]): number {
	const sizes = new Map<number, number>();
	for (const rank of row) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
	return sum([...sizes.values()].map((t) => t ** 3 - t));
}

/** The share of shuffles that agree at least as well, the observed one counted in, so that p is never 0. */
function permutationP(ranks: Ranks, observed: number, shuffles: number, seed: number): number {
	const chance = xoroshiro128plus(seed);
	const rows = ranks.map((row) => [...row]);
	let reached = 1;
	for (let turn = 0; turn < shuffles; turn += 1) {
		for (const row of rows)
			for (let last = row.length - 1; last > 0; last -= 1) {
				const other = uniformInt(chance, 0, last);
				[row[last], row[other]] = [row[other] as number, row[last] as number];
			}
		if (squaresOf(rankSumsOf(rows)) >= observed - 1e-9) reached += 1;
	}
	return reached / (shuffles + 1);
}

const formulaOfP = {
	'chi-square': 'P(chi-square > observed)',
	exact: 'orders of the voters with S at least as large / all orders',
	permutation: '(reached + 1) / (shuffles + 1)',
};

const MOST_DRAWS = 20_000_000;

function compute(input: KendallWInput): MethodResult<KendallWResult> {
	const voters = readVoters(input, 2);
	if ('reason' in voters) return refused(faultStatus(voters), voters.reason, voters.at);
	const fault = firstFault(input, {
		parameters: options({ permutations: count(100, 1_000_000), seed: count(0, 2_147_483_647) }),
	});
	if (fault !== null) return refused(faultStatus(fault), fault.reason, fault.at);
	const { ranks } = voters;
	const [k, n] = [ranks.length, ranks[0]?.length ?? 0];
	const rankSums = rankSumsOf(ranks);
	const s = squaresOf(rankSums);
	const tieCorrection = sum(ranks.map(tiesOf));
	const whole = k * k * (n ** 3 - n) - k * tieCorrection;
	if (whole <= 0) return refused('undefined', 'ALL_TIED', input.scores ? 'scores' : 'ranks');
	const w = Math.min(1, (12 * s) / whole);
	const degrees = n - 1;
	const chiSquare = k * degrees * w;
	const stated = input.parameters?.permutations ?? null;
	const exact = n > 7 || stated !== null ? null : exactAgreementP(ranks, s);
	const test = n > 7 ? 'chi-square' : exact === null ? 'permutation' : 'exact';
	const asked = stated ?? 10_000;
	const shuffles = Math.max(100, Math.min(asked, Math.floor(MOST_DRAWS / (k * n))));
	const p =
		test === 'chi-square'
			? chiSquareAbove(chiSquare, degrees)
			: (exact ?? permutationP(ranks, s, shuffles, input.parameters?.seed ?? 1));
	const warnings: Warning[] = [];
	if (test === 'permutation' && shuffles < asked)
		warnings.push({ code: 'FEWER_PERMUTATIONS', at: 'parameters.permutations', params: { shuffles } });
	if (input.voterWeights != null) warnings.push({ code: 'WEIGHTS_NOT_USED', at: 'voterWeights' });
	const steps = [
		...listSteps('rankSums', rankSums, 'sum over voters of rank'),
		figureStep('s', s, 'sum (rankSum - mean)^2'),
		figureStep('tieCorrection', tieCorrection, 'sum over voters of t^3 - t'),
		figureStep('w', w, '12 S / (k^2 (n^3 - n) - k T)', [
			['s', s],
			['k', k],
			['n', n],
			['tieCorrection', tieCorrection],
		]),
		figureStep('chiSquare', chiSquare, 'k (n - 1) W', [['w', w]]),
		figureStep('p', p, formulaOfP[test]),
	];
	const agreed = averageRanks(rankSums, 'lower');
	const result: KendallWResult = {
		w,
		rankSums,
		ranks: agreed,
		s,
		tieCorrection,
		chiSquare,
		degrees,
		p,
		test,
	};
	return finiteAnswer(result, steps, warnings, 'ranks');
}

/**
 * Kendall's W with correction for ties. When every voter ties everything it is `undefined`, `ALL_TIED`. The p-value is
 * exact up to seven alternatives; the chi-square approximation is only used above seven.
 */
export const kendallW = method<KendallWInput, KendallWResult>({
	id: 'kendall-w',
	version: 2,
	formula: 'W = 12 S / (k^2 (n^3 - n) - k T), T = sum(t^3 - t); chi-square = k (n - 1) W for n > 7',
	unit: 'share of 1',
	source:
		'Kendall, M. G. and Babington Smith, B. (1939), The problem of m rankings, Annals of Mathematical Statistics 10(3), 275-287; Siegel, S. and Castellan, N. J. (1988), Nonparametric Statistics, 2nd ed., McGraw-Hill, section 9.6.',
	variants: {
		'chi-square': 'above seven alternatives',
		exact: 'up to seven alternatives, while the orders can be counted within a second; ties kept',
		permutation: 'up to seven, above that count or on request: seeded shuffles within each voter, ties kept',
	},
	example: {
		ranks: [
			[1, 2, 3, 4],
			[2, 1, 3, 4],
			[1, 3, 2, 4],
		],
	},
	compute,
});
