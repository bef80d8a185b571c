/** Composite performance index: each value as an index of a reference, turned round for costs, weighted and added. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { columnOf, largest, sum } from './column-scales.ts';
import { checkCpiInput } from './cpi-input.ts';
import type { CpiInput } from './cpi-input.ts';
import { cpiIndex } from './cpi-index.ts';
import type { CpiIndex } from './cpi-index.ts';
import { usedWeights } from './ranking-input.ts';
import { rankingAnswer, rankingStep, tracedSteps } from './ranking-result.ts';
import type { RankingResult } from './ranking-result.ts';

export interface CpiResult extends RankingResult, Omit<CpiIndex, 'warnings'> {
	/** P_j: weight of each criterion, with two levels the product of both. */
	readonly weights: readonly number[];
	/** A_ij P_j. */
	readonly contributions: readonly (readonly number[])[];
	/** Part of each total that a criterion makes, in percent. */
	readonly contributionSharesPct: readonly (readonly number[])[];
}

/** A share of one total above which a criterion decides nearly alone. */
const DOMINANT_PCT = 60;

function globalWeights(input: CpiInput): ReturnType<typeof usedWeights> | null {
	const renormalize = input.parameters?.renormalizeWeights;
	const aspects = input.parameters?.aspects ?? null;
	if (aspects === null) return usedWeights(input.weights, renormalize);
	const at = 'parameters.aspects';
	const outer = usedWeights(
		aspects.map(({ weight }) => weight),
		renormalize,
		at,
	);
	const weights = new Array<number>(input.weights.length).fill(0);
	const warnings: Warning[] = [...outer.warnings];
	aspects.forEach(({ criteria }, aspect) => {
		const inner = usedWeights(
			criteria.map((column) => input.weights[column] as number),
			renormalize,
			`${at}[${aspect}].criteria`,
		);
		warnings.push(...inner.warnings);
		criteria.forEach((column, index) => {
			weights[column] = (outer.weights[aspect] as number) * (inner.weights[index] as number);
		});
	});
	return weights.every(Number.isFinite) && sum(weights) > 0 ? { weights, warnings } : null;
}

function dominantWarnings(shares: readonly (readonly number[])[], criteria: number): Warning[] {
	if (criteria < 2) return [];
	return Array.from({ length: criteria }, (_, column) => columnOf(shares, column)).flatMap(
		(column, criterion) => {
			const sharePct = largest(column);
			if (!(sharePct > DOMINANT_PCT)) return [];
			const params = { sharePct, alternative: column.indexOf(sharePct) };
			return [{ code: 'DOMINANT_CRITERION', at: `criteria[${criterion}]`, params }];
		},
	);
}

function stepsOf(
	index: CpiIndex,
	contributions: readonly (readonly number[])[],
	scores: readonly number[],
): Step[] {
	const references = tracedSteps(index.references.length, (column) => {
		const value = index.references[column] as number;
		return rankingStep(`reference[${column}]`, value, 'value the column is compared with', []);
	});
	return [
		...references.filter(({ value }) => value !== null),
		...tracedSteps(scores.length, (row) =>
			rankingStep(
				`score[${row}]`,
				scores[row] as number,
				'sum(index x weight)',
				(contributions[row] as readonly number[]).map((value, column) => [
					`contribution[${row}][${column}]`,
					value,
				]),
			),
		),
	];
}

function compute(input: CpiInput): MethodResult<CpiResult> {
	const fault = checkCpiInput(input);
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const used = globalWeights(input);
	if (used === null) return refused('invalid-input', 'ZERO_WEIGHTS', 'parameters.aspects');
	const index = cpiIndex(input);
	if ('reason' in index) return refused(index.status, index.reason, index.at);
	const { weights } = used;
	const contributions = index.transformed.map((row) =>
		row.map((value, column) => value * (weights[column] as number)),
	);
	const scores = contributions.map(sum);
	if (scores.some((score) => !(score > 0))) return refused('undefined', 'OUT_OF_RANGE', 'matrix');
	const contributionSharesPct = contributions.map((row, alternative) =>
		row.map((value) => (value / (scores[alternative] as number)) * 100),
	);
	const { transformed, references, respondentsUsed } = index;
	const extras = { transformed, references, respondentsUsed, weights, contributions, contributionSharesPct };
	return rankingAnswer(scores, 'higher', extras, {
		steps: stepsOf(index, contributions, scores),
		warnings: [
			...used.warnings,
			...index.warnings,
			...dominantWarnings(contributionSharesPct, weights.length),
		],
	});
}

/**
 * CPI. A value of 0 or less is not on a ratio scale and is `NO_RATIO_SCALE`; a stated `shift` brings it above 0 and is
 * reported, because it changes the results. A benefit has no upper bound and a cost stays within the scale, so a
 * criterion that makes more than 60 % of a total is named (`DOMINANT_CRITERION`).
 */
export const cpi = method<CpiInput, CpiResult>({
	id: 'cpi',
	version: 1,
	formula: 'I_i = sum_j A_ij P_j; A = X / X_min x 100 (benefit), X_min / X x 100 (cost)',
	unit: 'index, higher is better',
	source:
		'Marimin (2004), Teknik dan Aplikasi Pengambilan Keputusan Kriteria Majemuk, Grasindo, Jakarta: Comparative Performance Index.',
	variants: {
		reference:
			'min (unless stated): the smallest of the column is 100; max: the largest; first: the first row, the printed formula read literally; fixed: a value of your own, one or one a criterion',
		scale: '100 (unless stated) or 1',
		aggregate:
			'with respondents: ratings-first (unless stated) averages the ratings and transforms once; transform-first transforms each respondent and averages, so that a column may have no 100',
		mean: 'arithmetic (unless stated) or geometric, over respondents',
		shift: 'constant added before the ratio, printed with the result',
		aspects: 'two-level weights: weight of the aspect times weight within the aspect',
		renormalizeWeights: 'true brings each level to a sum of 1; false unless stated, as published totals do',
	},
	example: {
		matrix: [
			[30, 1.1, 5],
			[20, 1.15, 6],
			[25, 1.2, 4],
		],
		weights: [0.3, 0.3, 0.4],
		directions: ['benefit', 'benefit', 'cost'],
	},
	compute,
});
