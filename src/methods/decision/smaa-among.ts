/**
 * Stochastic acceptability: how often each alternative takes each place when weights and values are not known, asked of
 * the rankers at hand.
 */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { normalisedWeights, weightsFault } from './ranking-input.ts';
import type { Fault } from './ranking-input.ts';
import { rankingStep, tracedSteps } from './ranking-result.ts';
import {
	additiveValues,
	checkRobustInput,
	parametersOf,
	rankerAmong,
	robustAnswer,
} from './robust-ranker.ts';
import type { Ranker, Rankers } from './robust-ranker.ts';
import { valueDraw, weightDraw } from './smaa-draws.ts';
import { smaaChecks, valueFunctionsFault, valueModelFault, weightModelFault } from './smaa-input.ts';
import type { SmaaInput } from './smaa-input.ts';
import { kernelOf, KERNEL_PAYS } from './smaa-kernel.ts';
import type { Kernel } from './smaa-kernel.ts';
import { scorerOf, worthsOf } from './smaa-scores.ts';
import { DRAWS_AT_ONCE, tallyOf } from './smaa-tally.ts';
import type { Counts, Tally } from './smaa-tally.ts';

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

interface Failures {
	/** Draws without an answer, and what was wrong with the first. */
	readonly failed: number;
	readonly fault: Fault | null;
}

interface Simulation extends Counts, Failures {
	readonly weightSums: Float64Array;
}

interface Drawing {
	readonly draws: number;
	readonly seed: number;
	readonly exact: boolean;
}

/** The kernel where it is meant for the question, pays for its start, and may run; else null. */
function kernelFor(input: SmaaInput, { draws, seed, exact }: Drawing): Kernel | null {
	const { method: id, scale, valueFunctions, weightModel } = parametersOf(input.parameters);
	const free = (parametersOf(weightModel).kind ?? 'free') === 'free';
	const additive = (id ?? 'additive') === 'additive' && valueFunctions == null;
	if (!exact || !free || !additive || draws < KERNEL_PAYS) return null;
	return kernelOf(additiveValues(input.matrix, input.directions, scale), seed);
}

/** The rows of a table as arrays of their own over the same memory. */
const rowsOf = (cells: Float64Array, width: number): Float64Array[] =>
	Array.from({ length: cells.length / width }, (_, row) => cells.subarray(row * width, row * width + width));

/** Draws `draws` times, at most `DRAWS_AT_ONCE` together, and tells how many there are to come. */
function inBlocks(draws: number, each: (from: number, until: number) => void): void {
	for (let from = 0; from < draws; from += DRAWS_AT_ONCE) each(from, Math.min(draws, from + DRAWS_AT_ONCE));
}

/** Free weights over exact values, which most questions ask for: as `oneByOne`, by the kernel. */
function byKernel({ weights, scores, patterns, draw }: Kernel, draws: number, tally: Tally): Failures {
	inBlocks(draws, (from, until) => {
		draw(until - from);
		tally.add(scores, weights, until - from, patterns);
	});
	return { failed: 0, fault: null };
}

function oneByOne(rankWith: Ranker, input: SmaaInput, drawing: Drawing, tally: Tally): Failures {
	const { draws, seed, exact } = drawing;
	const { weightModel, valueModel } = parametersOf(input.parameters);
	const [m, n] = [input.matrix.length, input.directions.length];
	const fixed = input.weights == null ? [] : normalisedWeights(input.weights).weights;
	const drawWeights = weightDraw(seed, parametersOf(weightModel), n, fixed);
	const drawValues = valueDraw(seed, parametersOf(valueModel), input.matrix);
	const score = scorerOf(rankWith, input, exact);
	const values = new Float64Array(m * n);
	const [weights, scores] = [new Float64Array(DRAWS_AT_ONCE * n), new Float64Array(DRAWS_AT_ONCE * m)];
	const [ownWeights, ownScores] = [rowsOf(weights, n), rowsOf(scores, m)];
	let failed = 0;
	let fault: Fault | null = null;
	inBlocks(draws, (from, until) => {
		// A draw without an answer leaves its row to the next one.
		let row = 0;
		for (let draw = from; draw < until; draw += 1) {
			drawWeights(ownWeights[row] as Float64Array, draw);
			if (!exact) drawValues(values, draw);
			const wrong = score(values, ownWeights[row] as Float64Array, ownScores[row] as Float64Array);
			if (wrong === null) row += 1;
			else {
				failed += 1;
				fault ??= wrong;
			}
		}
		tally.add(scores, weights, row);
	});
	return { failed, fault };
}

function simulate(rankWith: Ranker, input: SmaaInput, drawing: Drawing): Simulation {
	const [m, n] = [input.matrix.length, input.directions.length];
	const tally = tallyOf(m, n);
	const kernel = kernelFor(input, drawing);
	const failures =
		kernel === null ? oneByOne(rankWith, input, drawing, tally) : byKernel(kernel, drawing.draws, tally);
	const counts = tally.counts();
	// Somebody is first in every draw, so what the winners' sums hold together is the sum of all weights.
	const weightSums = new Float64Array(n);
	counts.central.forEach((sum, cell) => (weightSums[cell % n] = (weightSums[cell % n] as number) + sum));
	return { ...counts, ...failures, weightSums };
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
	const [values, scores] = [new Float64Array(m * n), new Float64Array(m)];
	const owners = central.map((one) =>
		one === null ? null : { weights: Float64Array.from(one), tally: tallyOf(m, n), counted: 0 },
	);
	const rounds = exact ? 1 : draws;
	for (let draw = 0; draw < rounds; draw += 1) {
		if (!exact) drawValues(values, draw);
		for (const owner of owners) {
			if (owner === null || score(values, owner.weights, scores) !== null) continue;
			owner.tally.add(scores, owner.weights, 1);
			owner.counted += 1;
		}
	}
	return owners.map((owner, row) =>
		owner === null || owner.counted === 0
			? null
			: (owner.tally.counts().first[row] as number) / owner.counted,
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
