/** How alike two rankings are, by four coefficients. The first ranking is the reference of WS. */
import { method, refused } from '../method.ts';
import type { MethodResult, Warning } from '../method.ts';
import { anyNumber, faultStatus, firstFault, listOf, oneOf, required } from '../numeric/input-check.ts';
import { averageRanks } from '../numeric/ranks.ts';
import { options } from './options-check.ts';
import { correlationOf, isConstant } from './weights-input.ts';
import { figureStep, finiteAnswer, sum } from './weights-result.ts';

export interface RankSimilarityInput {
	/** The reference: one rank (1 is the best) or score an alternative. */
	readonly x: readonly number[];
	readonly y: readonly number[];
	readonly parameters?: {
		/** `ranks` (default) or `scores`, of which the higher are better unless `better` says lower. */
		readonly values?: 'ranks' | 'scores' | null;
		readonly better?: 'higher' | 'lower' | null;
	} | null;
}

export interface RankSimilarityResult {
	/** Null when one of the rankings is all ties. */
	readonly spearman: number | null;
	readonly weightedSpearman: number;
	/** Tau-b; null when one of the rankings is all ties. */
	readonly kendall: number | null;
	readonly ws: number;
}

function kendallTauB(x: readonly number[], y: readonly number[]): number | null {
	let [agree, untiedX, untiedY] = [0, 0, 0];
	for (let i = 0; i < x.length; i += 1)
		for (let j = i + 1; j < x.length; j += 1) {
			const a = Math.sign((x[i] as number) - (x[j] as number));
			const b = Math.sign((y[i] as number) - (y[j] as number));
			agree += a * b;
			untiedX += a * a;
			untiedY += b * b;
		}
	return untiedX === 0 || untiedY === 0 ? null : agree / (Math.sqrt(untiedX) * Math.sqrt(untiedY));
}

function compute(input: RankSimilarityInput): MethodResult<RankSimilarityResult> {
	const fault = firstFault(input, {
		x: required(listOf(anyNumber, 5000)),
		y: required(listOf(anyNumber, 5000)),
		parameters: options({ values: oneOf(['ranks', 'scores']), better: oneOf(['higher', 'lower']) }),
	});
	if (fault !== null) return refused(faultStatus(fault), fault.reason, fault.at);
	if (input.y.length !== input.x.length) return refused('invalid-input', 'WRONG_LENGTH', 'y');
	const n = input.x.length;
	if (n < 2) return refused('undefined', 'TOO_FEW', 'x');
	const better = input.parameters?.values === 'scores' ? (input.parameters.better ?? 'higher') : 'lower';
	const [x, y] = [averageRanks(input.x, better), averageRanks(input.y, better)];
	const over = (term: (a: number, b: number) => number): number =>
		sum(x.map((a, index) => term(a, y[index] as number)));
	const tied = [x, y].flatMap((ranks, index) => (isConstant(ranks) ? [index === 0 ? 'x' : 'y'] : []));
	const spearman = tied.length > 0 ? null : correlationOf(x, y);
	const weightedSpearman =
		1 - (6 * over((a, b) => (a - b) ** 2 * (n - a + 1 + (n - b + 1)))) / (n ** 4 + n ** 3 - n ** 2 - n);
	const ws = 1 - over((a, b) => (2 ** -a * Math.abs(a - b)) / Math.max(Math.abs(1 - a), Math.abs(n - a)));
	const kendall = kendallTauB(x, y);
	const warnings: Warning[] = tied.map((at) => ({ code: 'ALL_TIED', at }));
	const steps = [
		...(spearman === null ? [] : [figureStep('spearman', spearman, 'correlation of the average ranks')]),
		figureStep(
			'weightedSpearman',
			weightedSpearman,
			'1 - 6 sum (x-y)^2 ((n-x+1) + (n-y+1)) / (n^4 + n^3 - n^2 - n)',
		),
		...(kendall === null
			? []
			: [figureStep('kendall', kendall, '(concordant - discordant) / sqrt(untied x, untied y)')]),
		figureStep('ws', ws, '1 - sum 2^-x |x - y| / max(|1 - x|, |n - x|)'),
	];
	return finiteAnswer({ spearman, weightedSpearman, kendall, ws }, steps, warnings, 'x');
}

/** Rank similarity: Spearman, weighted Spearman, Kendall's tau-b and WS. Fewer than two alternatives are `undefined`. */
export const rankSimilarity = method<RankSimilarityInput, RankSimilarityResult>({
	id: 'rank-similarity',
	version: 1,
	formula: 'WS = 1 - sum_i 2^(-x_i) |x_i - y_i| / max(|1 - x_i|, |n - x_i|); r_w, r_s and tau-b beside it',
	unit: 'coefficient (-1 to 1)',
	source:
		'Salabun, W. and Urbaniak, K. (2020), A new coefficient of rankings similarity in decision-making problems, ICCS 2020, LNCS 12138, 632-645; Kendall, M. G. (1945), The treatment of ties in ranking problems, Biometrika 33, 239-251.',
	example: { x: [1, 2, 3, 4, 5], y: [1, 3, 2, 4, 5] },
	compute,
});
