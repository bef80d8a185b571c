/** Analytic hierarchy process: pairwise judgements of criteria, of their sub-criteria, and of alternatives under each. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { faultStatus, firstFault, isRecord, oneOf } from '../numeric/input-check.ts';
import type { Fault } from '../numeric/input-check.ts';
import { averageRanks } from '../numeric/ranks.ts';
import { randomIndexTables } from './consistency.ts';
import { judge, undefinedReasons } from './judged-priorities.ts';
import type { JudgedMatrix, JudgementParameters } from './judged-priorities.ts';
import type { JudgementInput } from './judgement-matrix.ts';
import { options } from './options-check.ts';
import { derivedSteps, figureStep, finiteAnswer, sum } from './weights-result.ts';
import type { WeightsResult } from './weights-result.ts';

export interface AhpLevel {
	/** Criteria against each other with regard to what stands above them. */
	readonly criteriaMatrix: JudgementInput;
	/** Alternatives against each other, one matrix a criterion; null for a criterion with sub-criteria. */
	readonly alternativeMatrices?: readonly (JudgementInput | null)[] | null;
	/** The level below each criterion; null for a criterion without. */
	readonly subcriteria?: readonly (AhpLevel | null)[] | null;
}

export interface AhpInput extends AhpLevel {
	readonly parameters?:
		(JudgementParameters & { readonly synthesis?: 'distributive' | 'ideal' | null }) | null;
}

export interface GlobalWeight {
	/** Numbers from 0, from the first level down: [1, 0] is the first sub-criterion of the second criterion. */
	readonly path: readonly number[];
	readonly weight: number;
	/** Priorities of the alternatives under it; null without a matrix. */
	readonly alternatives: readonly number[] | null;
}

export interface AhpResult extends WeightsResult {
	readonly lambdaMax: number;
	readonly consistencyIndex: number;
	readonly consistencyRatio: number | null;
	/** Every matrix judged, from the top down. */
	readonly matrices: readonly JudgedMatrix[];
	/** The lowest criteria with their share of the whole. */
	readonly globalWeights: readonly GlobalWeight[];
	/** Of the alternatives, sum 1; null when none were compared. */
	readonly scores: readonly number[] | null;
	readonly alternativeRanks: readonly number[] | null;
	readonly better: 'higher';
}

const DEEPEST = 4;

interface Gathered {
	readonly matrices: JudgedMatrix[];
	readonly leaves: {
		path: readonly number[];
		weight: number;
		alternatives: readonly number[] | null;
		at: string;
	}[];
	readonly warnings: Warning[];
	readonly parameters: AhpInput['parameters'];
}

function listFault(value: unknown, at: string, length: number): Fault | null {
	if (value === null || value === undefined) return null;
	if (!Array.isArray(value)) return { reason: 'NOT_A_LIST', at };
	return value.length === length ? null : { reason: 'WRONG_LENGTH', at };
}

/** Judges one level and all below it; answers with the first fault. */
function gather(
	level: AhpLevel,
	at: string,
	path: readonly number[],
	weight: number,
	into: Gathered,
): Fault | null {
	const judged = judge(level.criteriaMatrix, `${at}criteriaMatrix`, into.parameters ?? null);
	if ('reason' in judged) return judged;
	into.matrices.push(judged.judged);
	into.warnings.push(...judged.warnings);
	const { weights } = judged.judged;
	const { alternativeMatrices, subcriteria } = level;
	const fault =
		listFault(alternativeMatrices, `${at}alternativeMatrices`, weights.length) ??
		listFault(subcriteria, `${at}subcriteria`, weights.length);
	if (fault !== null) return fault;
	for (const [index, share] of weights.entries()) {
		const below: unknown = subcriteria?.[index] ?? null;
		const matrix: unknown = alternativeMatrices?.[index] ?? null;
		const place = [...path, index];
		const global = weight * share;
		if (below !== null) {
			const belowAt = `${at}subcriteria[${index}]`;
			if (!isRecord(below)) return { reason: 'NOT_AN_OBJECT', at: belowAt };
			if (matrix !== null) return { reason: 'GIVEN_TWICE', at: `${at}alternativeMatrices[${index}]` };
			if (place.length >= DEEPEST) return { reason: 'TOO_DEEP', at: belowAt };
			const wrong = gather(below as unknown as AhpLevel, `${belowAt}.`, place, global, into);
			if (wrong !== null) return wrong;
			continue;
		}
		const leafAt = `${at}alternativeMatrices[${index}]`;
		const local = matrix === null ? null : judge(matrix, leafAt, into.parameters ?? null);
		if (local !== null && 'reason' in local) return local;
		if (local !== null) {
			into.matrices.push(local.judged);
			into.warnings.push(...local.warnings);
		}
		into.leaves.push({
			path: place,
			weight: global,
			alternatives: local?.judged.weights ?? null,
			at: leafAt,
		});
	}
	return null;
}

/** Alternatives are compared under every lowest criterion or under none, and as many under each. */
function leavesFault({ leaves }: Gathered): Fault | null {
	const first = leaves.find(({ alternatives }) => alternatives !== null);
	if (first === undefined) return null;
	for (const { alternatives, at } of leaves) {
		if (alternatives === null) return { reason: 'MISSING_INPUT', at };
		if (alternatives.length !== first.alternatives?.length) return { reason: 'WRONG_LENGTH', at };
	}
	return null;
}

function synthesis({ leaves }: Gathered, ideal: boolean): number[] | null {
	const count = leaves[0]?.alternatives?.length;
	if (count === undefined) return null;
	const totals = Array.from({ length: count }, (_, row) =>
		sum(
			leaves.map(({ weight, alternatives }) => {
				const local = alternatives ?? [];
				return (weight * (local[row] ?? 0)) / (ideal ? Math.max(...local) : 1);
			}),
		),
	);
	const whole = sum(totals);
	return totals.map((total) => total / whole);
}

const MOST_TRACED_MATRICES = 30;

function trace(matrices: readonly JudgedMatrix[]): Step[] {
	return matrices.slice(0, MOST_TRACED_MATRICES).flatMap((one) => {
		const { at, lambdaMax, consistencyIndex, consistencyRatio, randomIndex } = one;
		const index = figureStep(`${at}.consistencyIndex`, consistencyIndex, '(lambdaMax - n) / (n - 1)', [
			['lambdaMax', lambdaMax],
			['n', one.weights.length],
		]);
		const ratio =
			consistencyRatio === null
				? []
				: [
						figureStep(`${at}.consistencyRatio`, consistencyRatio, 'consistencyIndex / randomIndex', [
							['consistencyIndex', consistencyIndex],
							['randomIndex', randomIndex],
						]),
					];
		const own = one.weights
			.slice(0, 20)
			.map((weight, row) => figureStep(`${at}.weights[${row}]`, weight, 'priority of the matrix'));
		return [...own, figureStep(`${at}.lambdaMax`, lambdaMax, 'mean_i (M w)_i / w_i'), index, ...ratio];
	});
}

function compute(input: AhpInput): MethodResult<AhpResult> {
	const fault = firstFault(input, {
		parameters: options({
			priority: oneOf(['eigenvector', 'geometric-mean', 'column-mean']),
			randomIndex: oneOf(randomIndexTables),
			synthesis: oneOf(['distributive', 'ideal']),
		}),
	});
	if (fault !== null) return refused(faultStatus(fault), fault.reason, fault.at);
	const into: Gathered = { matrices: [], leaves: [], warnings: [], parameters: input.parameters };
	const wrong = gather(input, '', [], 1, into) ?? leavesFault(into);
	if (wrong !== null) {
		const status = undefinedReasons.includes(wrong.reason) ? 'undefined' : faultStatus(wrong);
		return refused(status, wrong.reason, wrong.at);
	}
	const [top] = into.matrices as [JudgedMatrix];
	const ideal = input.parameters?.synthesis === 'ideal';
	const scores = synthesis(into, ideal);
	if (scores !== null && !ideal)
		into.warnings.push({ code: 'RANK_REVERSAL_POSSIBLE', at: 'parameters.synthesis' });
	const globalWeights = into.leaves.map(({ path, weight, alternatives }) => ({ path, weight, alternatives }));
	const result: AhpResult = {
		weights: top.weights,
		ranks: averageRanks(top.weights, 'higher'),
		lambdaMax: top.lambdaMax,
		consistencyIndex: top.consistencyIndex,
		consistencyRatio: top.consistencyRatio,
		matrices: into.matrices,
		globalWeights,
		scores,
		alternativeRanks: scores === null ? null : averageRanks(scores, 'higher'),
		better: 'higher',
	};
	const formula = ideal ? 'sum_j w_j p_ij / max p_j, over their sum' : 'sum_j w_j p_ij';
	const global = ['globalWeights', globalWeights.map(({ weight }) => weight)] as const;
	const steps = [
		...trace(into.matrices),
		...(scores === null ? [] : derivedSteps('scores', scores, formula, global)),
	];
	return finiteAnswer(result, steps, into.warnings, 'criteriaMatrix');
}

/**
 * AHP. One side of a pair of judgements may be left out; both sides null is a missing judgement, completed after
 * Harker. Gaps that leave elements apart are `undefined`, `NOT_CONNECTED`. A ratio above 0.10 is the warning
 * `INCONSISTENT`, with the worst triad and three single changes that heal it beside the matrix.
 */
export const ahp = method<AhpInput, AhpResult>({
	id: 'ahp',
	version: 1,
	formula:
		'M w = lambda_max w, sum w = 1; CI = (lambda_max - n) / (n - 1); CR = CI / RI; score_i = sum_j w_j p_ij',
	unit: 'weight (share of 1)',
	source:
		'Saaty, T. L. (1980), The Analytic Hierarchy Process, McGraw-Hill, New York; missing judgements: Harker, P. T. (1987), Mathematical Modelling 9, 353-360; ideal mode: Belton, V. and Gear, T. (1983), Omega 11(3), 228-230; random indices: Saaty; Donegan, H. A. and Dodd, F. J. (1991); Alonso, J. A. and Lamata, M. T. (2006).',
	variants: {
		eigenvector: 'principal right eigenvector (Saaty), the default',
		'geometric-mean': 'row geometric means, logarithmic least squares (Crawford and Williams 1985)',
		'column-mean': 'mean of the shares in each column, the spreadsheet approximation',
		distributive: 'local priorities that sum to 1 (default); a copy of an alternative may reverse ranks',
		ideal: 'local priorities over the largest of their criterion',
	},
	example: {
		criteriaMatrix: [
			[1, 3, 5],
			[0.3333333333333333, 1, 3],
			[0.2, 0.3333333333333333, 1],
		],
		alternativeMatrices: [
			[
				[1, 2],
				[0.5, 1],
			],
			[
				[1, 0.25],
				[4, 1],
			],
			[
				[1, 3],
				[0.3333333333333333, 1],
			],
		],
		parameters: { priority: 'eigenvector', randomIndex: 'saaty', synthesis: 'distributive' },
	},
	compute,
});
