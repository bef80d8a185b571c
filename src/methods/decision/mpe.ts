/** Exponential comparison (MPE): ordinal scores raised to their importance, so that close scores spread apart. */
import { method, refused } from '../method.ts';
import type { MethodResult, Warning } from '../method.ts';
import { largest, sum } from './column-scales.ts';
import { checkRankingInput, numberFault } from './ranking-input.ts';
import type { ParameterCheck, RankingInput } from './ranking-input.ts';
import { rankingAnswer, rankingStep, tracedSteps } from './ranking-result.ts';
import type { RankingResult } from './ranking-result.ts';

export interface MpeParameters {
	/** Top of the scale (5 or 9): a cost is scored `highestScore + 1 - score`. Costs are refused without it. */
	readonly highestScore?: number;
}

export type MpeInput = RankingInput<MpeParameters>;

export interface MpeResult extends RankingResult {
	/** `log10` when a total does not fit a double: the scores then are logarithms. */
	readonly scale: 'total' | 'log10';
	/** TN of each alternative over the largest. */
	readonly relative: readonly number[];
	readonly log10Scores: readonly number[];
	/** Every digit of TN, when scores and importances are whole numbers. */
	readonly exact: readonly string[] | null;
}

/** Digits beyond which the exact total costs more than it tells. */
const MOST_DIGITS = 2_000;
const MOST_WORK = 200_000;

const highestCheck: ParameterCheck = (value, at) => {
	const fault = numberFault(value, at);
	if (fault !== null) return fault;
	return (value as number) > 0 ? null : { status: 'invalid-input', reason: 'NOT_POSITIVE', at };
};

function exactTotals(scores: MpeInput['matrix'], importances: readonly number[]): bigint[] | null {
	const digits = Math.max(
		...importances.map((importance, column) =>
			scores.reduce((most, row) => Math.max(most, importance * Math.log10(row[column] as number)), 0),
		),
	);
	const whole = importances.every(Number.isInteger) && scores.every((row) => row.every(Number.isSafeInteger));
	if (!whole || !(digits <= MOST_DIGITS) || digits * scores.length * importances.length > MOST_WORK)
		return null;
	return scores.map((row) =>
		row.reduce((total, score, column) => total + BigInt(score) ** BigInt(importances[column] as number), 0n),
	);
}

/** Natural logarithm of the total, without ever forming it. */
function logTotal(row: readonly number[], importances: readonly number[]): number {
	const logs = row.map((score, column) => (importances[column] as number) * Math.log(score));
	const most = largest(logs);
	return most + Math.log(sum(logs.map((log) => Math.exp(log - most))));
}

/** Places of exact totals, lowest 1, for ranks that doubles could not tell apart. */
function places(totals: readonly bigint[]): number[] {
	const sorted = [...new Set(totals)].sort((left, right) => (left < right ? -1 : 1));
	const place = new Map(sorted.map((total, index) => [total, index + 1]));
	return totals.map((total) => place.get(total) as number);
}

/** The scores with costs turned round, or the refusal of the first cell that cannot be used. */
function turnedScores(input: MpeInput): number[][] | MethodResult<MpeResult> {
	const highest = input.parameters?.highestScore ?? null;
	const cost = input.directions.indexOf('cost');
	if (cost >= 0 && highest === null)
		return refused('invalid-input', 'REVERSE_COST_FIRST', `directions[${cost}]`);
	const scores: number[][] = [];
	for (const [row, values] of input.matrix.entries()) {
		const above = highest === null ? -1 : values.findIndex((value) => value > highest);
		if (above >= 0) return refused('invalid-input', 'OUTSIDE_LIMITS', `matrix[${row}][${above}]`);
		const turned = values.map((value, column) =>
			input.directions[column] === 'cost' ? (highest as number) + 1 - value : value,
		);
		const low = turned.findIndex((value) => !(value > 0));
		if (low >= 0) return refused('invalid-input', 'OUTSIDE_LIMITS', `matrix[${row}][${low}]`);
		scores.push(turned);
	}
	return scores;
}

function warningsOf(input: MpeInput): Warning[] {
	const part = input.weights.findIndex((weight) => !Number.isInteger(weight));
	const row = input.matrix.findIndex((values) => !values.every(Number.isInteger));
	return [
		...(part >= 0 ? [{ code: 'IMPORTANCE_NOT_WHOLE', at: `weights[${part}]` }] : []),
		...(row >= 0 ? [{ code: 'SCORE_NOT_WHOLE', at: `matrix[${row}]` }] : []),
	];
}

function compute(input: MpeInput): MethodResult<MpeResult> {
	const fault = checkRankingInput(input, {
		cell: (value) => (value > 0 ? null : 'NOT_POSITIVE'),
		parameters: { highestScore: highestCheck },
	});
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const importances = input.weights;
	const zero = importances.indexOf(0);
	if (zero >= 0) return refused('invalid-input', 'NOT_POSITIVE', `weights[${zero}]`);
	const scores = turnedScores(input);
	if (!Array.isArray(scores)) return scores;
	const totals = exactTotals(scores, importances);
	const logs = scores.map((row) => logTotal(row, importances));
	const plain =
		totals?.map(Number) ?? scores.map((row) => sum(row.map((x, j) => x ** (importances[j] as number))));
	const fits = plain.every((total) => Number.isFinite(total) && total > 0);
	const log10Scores = logs.map((log) => log / Math.LN10);
	const most = largest(logs);
	const best = largest(plain);
	const answer = fits ? plain : log10Scores;
	const steps = tracedSteps(scores.length, (row) =>
		rankingStep(
			`score[${row}]`,
			answer[row] as number,
			fits ? 'sum(score^importance)' : 'log10(sum(score^importance))',
			(scores[row] as number[]).map((value, column) => [`score[${row}][${column}]`, value]),
		),
	);
	const warnings = warningsOf(input);
	if (!fits) warnings.push({ code: 'SCORES_IN_LOG10', at: 'scores' });
	const relative = fits ? plain.map((total) => total / best) : logs.map((log) => Math.exp(log - most));
	const exact = totals?.map(String) ?? null;
	const extras = { scale: fits ? ('total' as const) : ('log10' as const), relative, log10Scores, exact };
	const rankBy = totals === null ? answer : places(totals);
	return rankingAnswer(answer, 'higher', extras, { steps, warnings, rankBy });
}

/**
 * MPE (metode perbandingan eksponensial). Ranks only: differences of totals mean nothing. A score of 0 or less or an
 * importance of 0 is `NOT_POSITIVE`; a cost needs `highestScore` or is `REVERSE_COST_FIRST`. Importances that are
 * not whole are used, with the warning `IMPORTANCE_NOT_WHOLE`: below 1 they press scores together instead of apart.
 */
export const mpe = method<MpeInput, MpeResult>({
	id: 'mpe',
	version: 1,
	formula: 'TN_i = sum_j RK_ij^(TKK_j)',
	unit: 'total, higher is better; only the order has meaning',
	source:
		'Marimin (2004), Teknik dan Aplikasi Pengambilan Keputusan Kriteria Majemuk, Grasindo, Jakarta, Metode Perbandingan Eksponensial.',
	variants: { highestScore: 'top of the score scale; a cost is turned round as highestScore + 1 - score' },
	example: {
		matrix: [
			[4, 3, 5],
			[3, 5, 4],
			[5, 2, 3],
		],
		weights: [4, 3, 2],
		directions: ['benefit', 'benefit', 'benefit'],
	},
	compute,
});
