/** ELECTRE I: which alternatives outrank which, by concordance and discordance, and the kernel to choose from. */
import { method, refused } from '../method.ts';
import type { MethodResult, Warning } from '../method.ts';
import { columnRanges, constantWarnings, total } from './criterion-columns.ts';
import { checkRankingInput, choiceOf, numberWithin, renormalizeCheck, usedWeights } from './ranking-input.ts';
import type { RankingInput, WeightParameters } from './ranking-input.ts';
import { electreNormalizations, electreScaled } from './electre-scale.ts';
import type { ElectreNormalization } from './electre-scale.ts';
import { outrankingKernel } from './outranking-kernel.ts';
import type { OutrankingKernel } from './outranking-kernel.ts';
import { rankingAnswer, rankingStep, tracedSteps } from './ranking-result.ts';
import type { RankingResult } from './ranking-result.ts';

const discordanceScales = ['largest-range', 'criterion-range', 'pair'] as const;
export type DiscordanceScale = (typeof discordanceScales)[number];

export interface Electre1Parameters extends WeightParameters {
	/** How columns are brought to one scale before discordance; `minmax` unless stated. */
	readonly normalization?: ElectreNormalization;
	/** What a loss is measured against; `largest-range` unless stated. */
	readonly discordanceScale?: DiscordanceScale;
	/** Whether the normalised values are multiplied with their weights before discordance; false unless stated. */
	readonly weightedDiscordance?: boolean;
	/** Least concordance and most discordance of an outranking; 0.65 and 0.35 unless stated. */
	readonly concordanceThreshold?: number;
	readonly discordanceThreshold?: number;
}

export interface Electre1Result extends RankingResult, OutrankingKernel {
	/** Of row over column; null on the diagonal. Null altogether above `mostShown` alternatives. */
	readonly concordance: readonly (readonly (number | null)[])[] | null;
	readonly discordance: readonly (readonly (number | null)[])[] | null;
	/** For every alternative the rows that it outranks. */
	readonly outranks: readonly (readonly number[])[];
	/** Discordance against the others less theirs against it; the lower the better. */
	readonly netDiscordance: readonly number[];
	readonly concordanceThreshold: number;
	readonly discordanceThreshold: number;
	readonly normalization: ElectreNormalization;
	readonly discordanceScale: DiscordanceScale;
}

/** Two tables of a million numbers help nobody; above this the relation and the kernel are answered alone. */
const mostShown = 200;
/** The relation itself is held for every pair. */
const mostAlternatives = 5_000;
/** Sums of weights in another order differ by less; a concordance of 0.65 reaches a threshold of 0.65. */
const SLACK = 1e-12;

interface Pairs {
	readonly concordance: (row: number, other: number) => number;
	readonly discordance: (row: number, other: number) => number;
}

function pairsOf(
	{ matrix, directions }: RankingInput,
	weights: readonly number[],
	scaled: readonly Float64Array[],
	scale: DiscordanceScale,
): Pairs {
	const whole = total(weights);
	const spans = columnRanges(scaled as unknown as number[][], directions.length).map(
		({ low, high }) => high - low,
	);
	const largest = spans.reduce((most, span) => Math.max(most, span), 0);
	const columns = weights.length;
	const weight = Float64Array.from(weights);
	// Both tables row after row, more being better, because every cell is looked at once a pair.
	const sign = directions.map((direction) => (direction === 'cost' ? -1 : 1));
	const values = Float64Array.from(
		matrix.flatMap((row) => row.map((value, at) => value * (sign[at] as number))),
	);
	const levels = new Float64Array(matrix.length * columns);
	scaled.forEach((row, index) => levels.set(row, index * columns));
	const concordance = (row: number, other: number): number => {
		const [own, theirs] = [row * columns, other * columns];
		let sum = 0;
		// Times 1 or 0, not "if": which of two cells is the larger is what nobody, no processor either, can foresee.
		for (let column = 0; column < columns; column += 1) {
			const reached = (values[own + column] as number) >= (values[theirs + column] as number) ? 1 : 0;
			sum += (weight[column] as number) * reached;
		}
		return sum / whole;
	};
	const worstLoss = (row: number, other: number): number => {
		const [own, theirs] = [row * columns, other * columns];
		let worst = 0;
		for (let column = 0; column < columns; column += 1) {
			const loss = (levels[theirs + column] as number) - (levels[own + column] as number);
			worst = Math.max(worst, loss);
		}
		return worst;
	};
	const worstShare = (row: number, other: number): number => {
		const [own, theirs] = [row * columns, other * columns];
		let worst = 0;
		for (let column = 0; column < columns; column += 1) {
			const loss = (levels[theirs + column] as number) - (levels[own + column] as number);
			if (loss > 0) worst = Math.max(worst, loss / (spans[column] as number));
		}
		return worst;
	};
	const discordance = (row: number, other: number): number => {
		if (scale === 'criterion-range') return worstShare(row, other);
		const worst = worstLoss(row, other);
		if (worst === 0) return 0;
		return worst / (scale === 'pair' ? Math.max(worst, worstLoss(other, row)) : largest);
	};
	return { concordance, discordance };
}

/** Every pair looked at once: the relation, the net sums, and the tables when they are short enough to read. */
function relationOf(count: number, { concordance, discordance }: Pairs, least: number, most: number) {
	const outranking = new Uint8Array(count * count);
	const netConcordance = new Float64Array(count);
	const netDiscordance = new Float64Array(count);
	const table = (): (number | null)[][] | null =>
		count > mostShown
			? null
			: Array.from({ length: count }, () => new Array<number | null>(count).fill(null));
	const [concordances, discordances] = [table(), table()];
	const add = (sums: Float64Array, index: number, value: number): void => {
		sums[index] = (sums[index] as number) + value;
	};
	for (let row = 0; row < count; row += 1)
		for (let other = 0; other < count; other += 1) {
			if (row === other) continue;
			const [agreed, opposed] = [concordance(row, other), discordance(row, other)];
			add(netConcordance, row, agreed);
			add(netConcordance, other, -agreed);
			add(netDiscordance, row, opposed);
			add(netDiscordance, other, -opposed);
			if (agreed >= least - SLACK && opposed <= most + SLACK) outranking[row * count + other] = 1;
			if (concordances === null || discordances === null) continue;
			(concordances[row] as (number | null)[])[other] = agreed;
			(discordances[row] as (number | null)[])[other] = opposed;
		}
	return {
		outranking,
		netConcordance: Array.from(netConcordance),
		netDiscordance: Array.from(netDiscordance),
		concordance: concordances,
		discordance: discordances,
	};
}

function compute(input: RankingInput<Electre1Parameters>): MethodResult<Electre1Result> {
	const fault = checkRankingInput(input, {
		alternatives: 2,
		parameters: {
			...renormalizeCheck,
			normalization: choiceOf(...electreNormalizations),
			discordanceScale: choiceOf(...discordanceScales),
			weightedDiscordance: choiceOf(true, false),
			concordanceThreshold: numberWithin(0, 1),
			discordanceThreshold: numberWithin(0, 1),
		},
	});
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const { matrix, directions } = input;
	const count = matrix.length;
	if (count > mostAlternatives) return refused('invalid-input', 'TOO_MANY', 'matrix');
	const given = input.parameters ?? {};
	const used = usedWeights(input.weights, input.parameters?.renormalizeWeights);
	const normalization = given.normalization ?? 'minmax';
	const discordanceScale = given.discordanceScale ?? 'largest-range';
	const concordanceThreshold = given.concordanceThreshold ?? 0.65;
	const discordanceThreshold = given.discordanceThreshold ?? 0.35;
	const warnings: Warning[] = [
		...used.warnings,
		...constantWarnings(columnRanges(matrix, directions.length)),
	];
	const factors = given.weightedDiscordance ? used.weights : used.weights.map(() => 1);
	const scaled = electreScaled(matrix, directions, normalization, factors);
	if ('reason' in scaled) return refused(scaled.status, scaled.reason, scaled.at, warnings);
	const pairs = pairsOf(input as RankingInput, used.weights, scaled.rows, discordanceScale);
	const { outranking, netConcordance, netDiscordance, ...tables } = relationOf(
		count,
		pairs,
		concordanceThreshold,
		discordanceThreshold,
	);
	const holds = (from: number, to: number): boolean => outranking[from * count + to] === 1;
	const chosen = outrankingKernel(count, holds);
	if (chosen.circuits.length > 0)
		warnings.push({ code: 'OUTRANKING_CIRCUIT', at: 'matrix', params: { circuits: chosen.circuits.length } });
	const outranks = matrix.map((_, row) =>
		matrix.flatMap((__, other) => (row !== other && holds(row, other) ? [other] : [])),
	);
	const steps = [
		rankingStep(
			'weightSum',
			total(used.weights),
			'sum of the weights, by which every concordance is divided',
			[],
		),
		...tracedSteps(count, (row) =>
			rankingStep(
				`netConcordance[${row}]`,
				netConcordance[row] as number,
				'sum over others of concordance(this, other) - concordance(other, this)',
				[],
			),
		),
		...tracedSteps(count, (row) =>
			rankingStep(
				`netDiscordance[${row}]`,
				netDiscordance[row] as number,
				'sum over others of discordance(this, other) - discordance(other, this)',
				[],
			),
		),
	];
	const settings = { concordanceThreshold, discordanceThreshold, normalization, discordanceScale };
	const extras = { ...tables, ...chosen, outranks, netDiscordance, ...settings };
	return rankingAnswer(netConcordance, 'higher', extras, { steps, warnings });
}

/**
 * ELECTRE I. It chooses, it does not rank: the answer is the kernel. `scores` are the net concordances (van Delft and
 * Nijkamp 1976), so that it can be laid beside methods that rank. Needs two alternatives (`TOO_FEW`), at most 5,000
 * (`TOO_MANY`); above 200 the two tables are left out (null). A circuit is reported and taken as one.
 * Concordance is a share of the sum of the weights, so weights of any sum serve.
 * Promises for the scores: dominance, permutation, units, monotony; for the kernel: an alternative that is dominated
 * strictly is never in it unless it stands in a circuit with its dominator. With
 * `normalization: none` and the largest range the kernel promises no units: [10, 0], [0, 8] with weights 0.7 and 0.3
 * keeps both, and only the first once the second criterion is written in thousands.
 */
export const electre1 = method<RankingInput<Electre1Parameters>, Electre1Result>({
	id: 'electre-1',
	version: 1,
	formula:
		'c(a, b) = (sum of w_j where a is at least as good as b) / sum of w; d(a, b) = max_j (loss of a against b) / range; a outranks b when c >= threshold and d <= threshold',
	unit: 'score',
	source:
		'Roy, B. (1968). Classement et choix en presence de points de vue multiples (la methode ELECTRE). RIRO 2(8), 57-75; Hwang, C.-L. and Yoon, K. (1981). Multiple Attribute Decision Making. Springer, 115-127; scores: van Delft, A. and Nijkamp, P. (1976). A multi-objective decision model for regional development, environmental quality control and industrial land use. Papers of the Regional Science Association 36, 35-57.',
	variants: {
		renormalizeWeights: 'true brings the weights to a sum of 1; false unless stated',
		'normalization: minmax': '(x - min) / (max - min) of the column (unless stated)',
		'normalization: sum': 'x / sum of the column, as in Cebrian and Porcar (2009)',
		'normalization: vector': 'x / root of the sum of squares, as in Hwang and Yoon (1981)',
		'normalization: max': 'x / largest value of the column',
		'normalization: none': 'the values as they stand, where all criteria have one scale (Roy 1968)',
		'discordanceScale: largest-range': 'the largest range of all criteria, Roy (1968) (unless stated)',
		'discordanceScale: criterion-range': 'the range of the criterion itself',
		'discordanceScale: pair': 'the largest difference between the two alternatives, Hwang and Yoon (1981)',
		weightedDiscordance: 'normalised values times weights before discordance, Hwang and Yoon (1981)',
		'concordanceThreshold, discordanceThreshold': '0.65 and 0.35 unless stated',
	},
	example: {
		matrix: [
			[6, 5, 28, 5, 5],
			[4, 2, 25, 10, 9],
			[5, 7, 35, 9, 6],
			[6, 1, 27, 6, 7],
			[6, 8, 30, 7, 9],
			[5, 6, 26, 4, 8],
		],
		weights: [0.25, 0.25, 0.1, 0.2, 0.2],
		directions: ['benefit', 'benefit', 'cost', 'benefit', 'benefit'],
		parameters: { normalization: 'sum' },
	},
	compute,
});
