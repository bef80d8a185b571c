/**
 * Stochastic acceptability: how often each alternative takes each place when weights and values are not known, asked of
 * the rankers at hand.
 */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { normalisedWeights, weightsFault } from './ranking-input.ts';
import type { Fault } from './ranking-input.ts';
import { rankingStep, tracedSteps } from './ranking-result.ts';
import { checkRobustInput, parametersOf, rankerAmong, robustAnswer } from './robust-ranker.ts';
import type { Ranker, Rankers } from './robust-ranker.ts';
import { valueDraw, weightDraw } from './smaa-draws.ts';
import { smaaChecks, valueFunctionsFault, valueModelFault, weightModelFault } from './smaa-input.ts';
import type { SmaaInput } from './smaa-input.ts';
import { scorerOf, worthsOf } from './smaa-scores.ts';
import { tallyOf } from './smaa-tally.ts';

export interface SmaaResult {
	/** Share of the draws in which alternative i takes place r; a tie shares its places equally. */
	readonly rankAcceptability: readonly (readonly number[])[];
	readonly firstRankAcceptability: readonly number[];
	/** Share of the draws in which i stands before k; ties count for neither. */
	readonly pairwiseWinning: readonly (readonly number[])[];
	/** Mean weights of the draws in which i is first; null when it never is (`NO_FIRST_RANK`). */
	readonly centralWeights: readonly (readonly number[] | null)[];
	/** Share of the value draws in which i is first under its central weights; null without them. */
	readonly confidenceFactors: readonly (number | null)[];
	readonly meanWeights: readonly number[];
	/** -sum p log2 p of the first-rank acceptabilities, and of each row. */
	readonly entropy: number;
	readonly rankEntropies: readonly number[];
	readonly draws: number;
	/** Draws in which the ranking method had no answer; they count nowhere. */
	readonly failedDraws: number;
	readonly seed: number;
	/** The matrix through the value functions; null without them. */
	readonly partialValues: readonly (readonly (number | null)[])[] | null;
}

const entropyOf = (shares: readonly number[]): number =>
	shares.reduce((sum, share) => (share > 0 ? sum - share * Math.log2(share) : sum), 0);

function faultOf(rankers: Rankers, input: SmaaInput): Fault | null {
	const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
	const columns = isObject && Array.isArray(input.directions) ? input.directions.length : 0;
	const given = isObject && input.weights != null;
	const stand = given ? {} : { weights: new Array<number>(columns).fill(1) };
	const shape = checkRobustInput(rankers, isObject ? { ...input, ...stand } : input, smaaChecks);
	if (shape !== null) return shape;
	const { weightModel, valueModel } = parametersOf(input.parameters);
	const model = parametersOf(weightModel);
	const fault =
		(model.kind === 'fixed' ? weightsFault(input.weights, columns) : weightModelFault(model, columns)) ??
		valueModelFault(parametersOf(valueModel), input.matrix) ??
		valueFunctionsFault({ ...input, parameters: parametersOf(input.parameters) });
	if (fault === null) return null;
	return { status: fault.reason === 'MISSING_INPUT' ? 'missing-input' : 'invalid-input', ...fault };
}

/** Draws asked for, or as many as there are samples. */
function drawsOf({ parameters }: SmaaInput): number {
	const { draws, weightModel, valueModel } = parametersOf(parameters);
	const samples = [
		weightModel?.kind === 'samples' ? weightModel.rows?.length : undefined,
		valueModel?.kind === 'samples' ? valueModel.matrices?.length : undefined,
	].filter((count) => count !== undefined);
	return Math.min(...(samples.length > 0 ? samples : [draws ?? 10_000]));
}

interface Counts {
	readonly places: Float64Array;
	readonly wins: Float64Array;
	/** Sum of the weights of the draws in which each is first, a row an alternative. */
	readonly central: Float64Array;
	readonly weightSums: Float64Array;
	readonly first: Float64Array;
	readonly failed: number;
	readonly fault: Fault | null;
}

interface Drawing {
	readonly draws: number;
	readonly seed: number;
	readonly exact: boolean;
}

function simulate(rankWith: Ranker, input: SmaaInput, { draws, seed, exact }: Drawing): Counts {
	const { weightModel, valueModel } = parametersOf(input.parameters);
	const [m, n] = [input.matrix.length, input.directions.length];
	const fixed = input.weights == null ? [] : normalisedWeights(input.weights).weights;
	const drawWeights = weightDraw(seed, parametersOf(weightModel), n, fixed);
	const drawValues = valueDraw(seed, parametersOf(valueModel), input.matrix);
	const score = scorerOf(rankWith, input, exact);
	const [values, weights] = [new Float64Array(m * n), new Float64Array(n)];
	const [scores, firsts] = [new Float64Array(m), new Float64Array(m)];
	const tally = tallyOf(m);
	const [central, weightSums, first] = [new Float64Array(m * n), new Float64Array(n), new Float64Array(m)];
	let failed = 0;
	let fault: Fault | null = null;
	// A function of its own, because a loop that runs once is compiled less well than what it calls many times.
	const add = (): void => {
		tally.add(scores, firsts);
		for (let row = 0; row < m; row += 1) {
			const part = firsts[row] as number;
			if (part === 0) continue;
			first[row] = (first[row] as number) + part;
			const start = row * n;
			for (let column = 0; column < n; column += 1)
				central[start + column] = (central[start + column] as number) + part * (weights[column] as number);
		}
	};
	for (let draw = 0; draw < draws; draw += 1) {
		drawWeights(weights, draw);
		if (!exact) drawValues(values, draw);
		const wrong = score(values, weights, scores);
		if (wrong === null) add();
		else {
			failed += 1;
			fault ??= wrong;
		}
	}
	// Somebody is first in every draw, so what the winners' sums hold together is the sum of all weights.
	central.forEach((sum, cell) => (weightSums[cell % n] = (weightSums[cell % n] as number) + sum));
	return { ...tally.counts(), central, weightSums, first, failed, fault };
}

/** How often each is first under its own central weights, over the same draws of the values. */
function confidence(
	rankWith: Ranker,
	input: SmaaInput,
	central: readonly (readonly number[] | null)[],
	{ draws, seed, exact }: Drawing,
): (number | null)[] {
	const [m, n] = [input.matrix.length, input.directions.length];
	const drawValues = valueDraw(seed, parametersOf(parametersOf(input.parameters).valueModel), input.matrix);
	const score = scorerOf(rankWith, input, exact);
	const [values, scores, firsts] = [new Float64Array(m * n), new Float64Array(m), new Float64Array(m)];
	const tally = tallyOf(m);
	const weights = central.map((one) => (one === null ? null : Float64Array.from(one)));
	const [firstSums, counted] = [new Float64Array(m), new Float64Array(m)];
	const rounds = exact ? 1 : draws;
	for (let draw = 0; draw < rounds; draw += 1) {
		if (!exact) drawValues(values, draw);
		weights.forEach((own, row) => {
			if (own === null || score(values, own, scores) !== null) return;
			tally.add(scores, firsts);
			firstSums[row] = (firstSums[row] as number) + (firsts[row] as number);
			counted[row] = (counted[row] as number) + 1;
		});
	}
	return weights.map((own, row) =>
		own === null || counted[row] === 0 ? null : (firstSums[row] as number) / (counted[row] as number),
	);
}

const table = (counts: Float64Array, width: number, total: number): number[][] =>
	Array.from({ length: counts.length / width }, (_, row) =>
		Array.from(counts.subarray(row * width, row * width + width), (value) => value / total),
	);

function smaaSteps(result: SmaaResult): Step[] {
	return tracedSteps(result.firstRankAcceptability.length, (row) =>
		rankingStep(
			`firstRankAcceptability[${row}]`,
			result.firstRankAcceptability[row] as number,
			'draws with rank 1 / draws',
			[['draws', result.draws - result.failedDraws]],
		),
	);
}

function compute(rankers: Rankers, input: SmaaInput): MethodResult<SmaaResult> {
	const fault = faultOf(rankers, input);
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const parameters = parametersOf(input.parameters);
	const [draws, seed] = [drawsOf(input), parameters.seed ?? 1];
	const kind = parametersOf(parameters.valueModel).kind ?? 'exact';
	const exact = kind === 'exact';
	const rankWith = rankerAmong(rankers);
	const counts = simulate(rankWith, input, { draws, seed, exact });
	const done = draws - counts.failed;
	if (done === 0 && counts.fault !== null)
		return refused(counts.fault.status, counts.fault.reason, counts.fault.at);
	const [m, n] = [input.matrix.length, input.directions.length];
	const rankAcceptability = table(counts.places, m, done);
	const firstRankAcceptability = rankAcceptability.map((row) => row[0] as number);
	const centralWeights = Array.from(counts.first, (first, row) =>
		first === 0 ? null : Array.from(counts.central.subarray(row * n, row * n + n), (sum) => sum / first),
	);
	const worths = worthsOf(input);
	const result: SmaaResult = {
		rankAcceptability,
		firstRankAcceptability,
		pairwiseWinning: table(counts.wins, m, done),
		centralWeights,
		confidenceFactors: confidence(rankWith, input, centralWeights, { draws, seed, exact }),
		meanWeights: Array.from(counts.weightSums, (sum) => sum / done),
		entropy: entropyOf(firstRankAcceptability),
		rankEntropies: rankAcceptability.map(entropyOf),
		draws,
		failedDraws: counts.failed,
		seed,
		partialValues:
			parameters.valueFunctions == null
				? null
				: input.matrix.map((row) => row.map((value, column) => worths[column]?.(value) ?? null)),
	};
	const warnings: Warning[] = centralWeights.flatMap((one, row) =>
		one === null ? [{ code: 'NO_FIRST_RANK', at: `matrix[${row}]` }] : [],
	);
	if (counts.failed > 0)
		warnings.push({
			code: 'DRAWS_FAILED',
			at: counts.fault?.at ?? 'matrix',
			params: { count: counts.failed },
		});
	return robustAnswer(result, smaaSteps(result), warnings);
}

/**
 * SMAA-2. Ties share their places; weights have a sum of 1 in every draw. The same input and seed give the same
 * bytes. A probability from 10,000 draws is off by less than 0.0098 in 95 of 100 runs.
 */
export const smaaAmong = (rankers: Rankers) =>
	method<SmaaInput, SmaaResult>({
		id: 'smaa',
		version: 3,
		formula:
			'b_i^r = P(rank_i = r), p_ik = P(rank_i < rank_k), w_i^c = E(w | rank_i = 1), p_i^c = P(rank_i = 1 | w = w_i^c)',
		unit: 'share of the draws',
		source:
			'Lahdelma, R. and Salminen, P. (2001), SMAA-2: Stochastic Multicriteria Acceptability Analysis for Group Decision Making, Operations Research 49(3), 444-454; Tervonen, T. and Lahdelma, R. (2007), Implementing stochastic multicriteria acceptability analysis, European Journal of Operational Research 178(2), 500-513; Smith, R. L. (1984), Operations Research 32(6), 1296-1308 (hit-and-run, bounded weights).',
		variants: {
			method: 'additive (unless stated) or any ranking method by id',
			scale: 'additive model: none (unless stated, costs count against) or minmax',
			valueFunctions:
				'additive model: worth of a measurement in straight pieces; outside them refuse (unless stated), hold or extend',
			weightModel:
				'free (unless stated), bounded (low, high), ordinal (ranks), two-level (groups, between, inside), respondents (rows), samples (rows), fixed (weights)',
			valueModel: 'exact (unless stated), uniform or normal (spread), bootstrap or samples (matrices)',
		},
		example: {
			matrix: [
				[1, 0],
				[0, 1],
				[0.6, 0.6],
			],
			directions: ['benefit', 'benefit'],
			parameters: { draws: 1000, seed: 1 },
		},
		compute: (input) => compute(rankers, input),
	});
