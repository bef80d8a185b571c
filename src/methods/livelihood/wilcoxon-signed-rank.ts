/** Whether respondents moved: the signed-rank test on paired, ordinal answers. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { faultStatus, oneOf } from '../numeric/input-check.ts';
import { yesNo } from '../numeric/yes-no.ts';
import { namedStep, printable } from '../numeric/named-step.ts';
import { normalBelow } from '../numeric/normal-distribution.ts';
import { averageRanks } from '../numeric/ranks.ts';
import { hodgesLehmann } from './hodges-lehmann.ts';
import { pairedDifferences, pairedFault } from './paired-differences.ts';
import type { PairedInput } from './paired-differences.ts';
import { fairCoinBelow, signedRankTails } from './signed-rank-distribution.ts';

type Alternative = 'two-sided' | 'greater' | 'less';

export interface WilcoxonInput extends PairedInput {
	/** `pratt` unless stated. */
	readonly zeros?: 'pratt' | 'wilcox' | 'zsplit';
	/** `greater`: after is greater than before. `two-sided` unless stated. */
	readonly alternative?: Alternative;
	/** `auto`: exact up to 200 differences that are not zero, else normal. */
	readonly distribution?: 'auto' | 'exact' | 'normal';
	/** Half a rank toward the mean in the normal approximation. */
	readonly continuity?: boolean;
}

export interface WilcoxonResult {
	readonly p: number;
	readonly distribution: 'exact' | 'normal';
	/** Sum of the ranks of the rises, with half of the zeros' ranks under zsplit. */
	readonly wPlus: number;
	readonly wMinus: number;
	/** The smaller of the two. */
	readonly statistic: number;
	/** Standardised wPlus without continuity; null when nothing moved. */
	readonly z: number | null;
	/** Pairs answered twice. */
	readonly pairs: number;
	/** Pairs that moved, n'. */
	readonly moved: number;
	readonly zeros: number;
	readonly improved: number;
	readonly same: number;
	readonly worse: number;
	/** (wPlus - wMinus) / (wPlus + wMinus); null when nothing moved. */
	readonly rankBiserial: number | null;
	/** z / sqrt(pairs); the literature also divides by other counts. */
	readonly rZ: number | null;
	/** Median of the Walsh averages. */
	readonly hodgesLehmann: number | null;
	/** Exact two-sided sign test on the pairs that moved. */
	readonly signTestP: number;
	/** The smallest p this many moved pairs can give. */
	readonly smallestP: number;
}

/** Above this many moved pairs the exact distribution is left for the normal one. */
const EXACT_UP_TO = 200;
/** Asked for by name it is followed this far. */
const EXACT_AT_MOST = 500;

interface Ranked {
	/** Doubled ranks of the pairs that moved, with the sign of the move. */
	readonly doubled: readonly number[];
	readonly rises: readonly boolean[];
	/** Sum of the zeros' ranks that count (zsplit only), and of their squares. */
	readonly zeroRanks: number;
	readonly zeroSquares: number;
}

function ranked(differences: readonly number[], zeros: 'pratt' | 'wilcox' | 'zsplit'): Ranked {
	const kept = zeros === 'wilcox' ? differences.filter((value) => value !== 0) : differences;
	const ranks = averageRanks(kept.map(Math.abs), 'lower');
	const doubled: number[] = [];
	const rises: boolean[] = [];
	let [zeroRanks, zeroSquares] = [0, 0];
	kept.forEach((value, index) => {
		const rank = ranks[index] as number;
		if (value !== 0) {
			doubled.push(Math.round(rank * 2));
			rises.push(value > 0);
		} else if (zeros === 'zsplit') {
			zeroRanks += rank;
			zeroSquares += rank * rank;
		}
	});
	return { doubled, rises, zeroRanks, zeroSquares };
}

const pick = (alternative: Alternative, below: number, above: number): number =>
	alternative === 'greater'
		? Math.min(1, above)
		: alternative === 'less'
			? Math.min(1, below)
			: Math.min(1, 2 * Math.min(below, above));

function normalP(
	plus: number,
	mean: number,
	deviation: number,
	{ alternative, continuity }: WilcoxonInput,
): number {
	const half = continuity === true ? 0.5 : 0;
	const below = normalBelow((plus - mean + half) / deviation);
	const above = normalBelow(-(plus - mean - half) / deviation);
	return pick(alternative ?? 'two-sided', below, above);
}

function figures(input: WilcoxonInput, differences: readonly number[]): WilcoxonResult {
	const zeroRule = input.zeros ?? 'pratt';
	const alternative = input.alternative ?? 'two-sided';
	const { doubled, rises, zeroRanks, zeroSquares } = ranked(differences, zeroRule);
	const moved = doubled.length;
	const improved = rises.filter(Boolean).length;
	const worse = moved - improved;
	const all = doubled.reduce((sum, rank) => sum + rank, 0);
	const doubledPlus = doubled.reduce((sum, rank, index) => sum + (rises[index] === true ? rank : 0), 0);
	const wPlus = doubledPlus / 2 + zeroRanks / 2;
	const wMinus = (all - doubledPlus) / 2 + zeroRanks / 2;
	const variance = doubled.reduce((sum, rank) => sum + (rank / 2) ** 2, zeroSquares) / 4;
	const mean = (wPlus + wMinus) / 2;
	const z = moved === 0 ? null : (wPlus - mean) / Math.sqrt(variance);
	const asked = input.distribution ?? 'auto';
	const exact = asked === 'exact' || (asked === 'auto' && moved <= EXACT_UP_TO);
	const tails = exact ? signedRankTails(doubled, doubledPlus) : { below: 1, above: 1 };
	const p =
		moved === 0
			? 1
			: exact
				? pick(alternative, tails.below, tails.above)
				: normalP(wPlus, mean, Math.sqrt(variance), input);
	const kept = zeroRule === 'wilcox' ? differences.filter((value) => value !== 0) : differences;
	return {
		p,
		distribution: exact ? 'exact' : 'normal',
		wPlus,
		wMinus,
		statistic: Math.min(wPlus, wMinus),
		z,
		pairs: differences.length,
		moved,
		zeros: differences.length - moved,
		improved,
		same: differences.length - moved,
		worse,
		rankBiserial: moved === 0 ? null : (wPlus - wMinus) / (wPlus + wMinus),
		rZ: z === null ? null : z / Math.sqrt(differences.length),
		hodgesLehmann: kept.length === 0 ? 0 : printable(hodgesLehmann(kept)),
		signTestP: moved === 0 ? 1 : Math.min(1, 2 * fairCoinBelow(moved, Math.min(improved, worse))),
		smallestP: Math.min(1, (alternative === 'two-sided' ? 2 : 1) * 0.5 ** moved),
	};
}

function traced(result: WilcoxonResult): Step[] {
	const { wPlus, wMinus, pairs, z, moved } = result;
	const plain = ['', 'none'] as const;
	return [
		namedStep('pairs', pairs, plain, 'pairs answered twice'),
		namedStep('moved', moved, plain, 'pairs - zeros', { pairs, zeros: result.zeros }),
		namedStep('wPlus', wPlus, plain, 'sum(rank of |difference|, difference > 0)'),
		namedStep('wMinus', wMinus, plain, 'sum(rank of |difference|, difference < 0)'),
		namedStep('p', result.p, plain, `${result.distribution} distribution of wPlus`, { wPlus, moved }),
		namedStep(
			'rankBiserial',
			result.rankBiserial,
			plain,
			'(wPlus - wMinus) / (wPlus + wMinus)',
			{ wPlus, wMinus },
			'ZERO_DENOMINATOR',
		),
		namedStep('rZ', result.rZ, plain, 'z / sqrt(pairs)', { z, pairs }, 'ZERO_DENOMINATOR'),
		namedStep('hodgesLehmann', result.hodgesLehmann, ['', 'none'], 'median((d[i] + d[j]) / 2, i <= j)'),
		namedStep('signTestP', result.signTestP, plain, '2 * P(Binomial(moved, 1/2) <= min(improved, worse))', {
			improved: result.improved,
			worse: result.worse,
		}),
	];
}

function compute(input: WilcoxonInput): MethodResult<WilcoxonResult> {
	const fault = pairedFault(input, {
		zeros: oneOf(['pratt', 'wilcox', 'zsplit']),
		alternative: oneOf(['two-sided', 'greater', 'less']),
		distribution: oneOf(['auto', 'exact', 'normal']),
		continuity: yesNo,
	});
	if (fault !== null) return refused(faultStatus(fault), fault.reason, fault.at);
	const { differences, leftOut } = pairedDifferences(input);
	const at = input.differences == null ? 'before' : 'differences';
	if (differences.length === 0) return refused('missing-input', 'MISSING_INPUT', at);
	if (!differences.every(Number.isFinite)) return refused('undefined', 'OUT_OF_RANGE', at);
	const moves = differences.filter((value) => value !== 0).length;
	if (input.distribution === 'exact' && moves > EXACT_AT_MOST)
		return refused('invalid-input', 'TOO_MANY_FOR_EXACT', 'distribution');
	const result = figures(input, differences);
	const warnings: Warning[] = [
		...(leftOut > 0 ? [{ code: 'PAIRS_LEFT_OUT', at, params: { count: leftOut } }] : []),
		...(result.moved === 0 ? [{ code: 'NOTHING_MOVED', at }] : []),
		...(result.moved > 0 && result.smallestP > 0.05
			? [{ code: 'CANNOT_REACH_SIGNIFICANCE', at: 'p', params: { smallest: result.smallestP } }]
			: []),
		{ code: 'NO_CONTROL_GROUP', at: 'p' },
	];
	return { status: 'ok', result, steps: traced(result), warnings };
}

/**
 * Wilcoxon signed-rank test. All differences zero is p = 1 with the warning `NOTHING_MOVED`; fewer moved pairs than can
 * ever give p <= 0.05 is warned of as `CANNOT_REACH_SIGNIFICANCE`. Answers given twice by one group carry
 * `NO_CONTROL_GROUP`: they show change, not its cause.
 */
export const wilcoxonSignedRank = method<WilcoxonInput, WilcoxonResult>({
	id: 'wilcoxon-signed-rank',
	version: 1,
	formula:
		'wPlus = sum of the mid-ranks of |after - before| over the rises; p from prod(1 + x^(2 rank)) / 2^n',
	unit: 'probability',
	source:
		'Wilcoxon, F. (1945), Individual Comparisons by Ranking Methods, Biometrics Bulletin 1(6), 80-83; zeros: Pratt, J. W. (1959), Remarks on Zeros and Ties in the Wilcoxon Signed Rank Procedures, JASA 54(287), 655-667; rank-biserial: Kerby, D. S. (2014), The Simple Difference Formula, Comprehensive Psychology 3.',
	variants: {
		pratt: 'zeros are ranked with the rest, then dropped (Pratt 1959)',
		wilcox: 'zeros are dropped before ranking (Wilcoxon 1945)',
		zsplit: 'zeros are ranked and their ranks shared between both sums (scipy.stats.wilcoxon)',
		exact: 'exact with ties; the default up to 200 moved pairs',
		normal: 'mean and variance from the mid-ranks, ties corrected; continuity of 0.5 on request',
	},
	example: {
		before: [2, 1, 3, 2, 1, 2, 0, 1, 2, 1, 3],
		after: [4, 3, 3, 4, 2, 5, 3, 1, 4, 2, 2],
	},
	compute,
});
