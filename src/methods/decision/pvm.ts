/** PVM: how far each alternative goes along the way from what is avoided to what is preferred. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { columnOf, largest, sum } from './column-scales.ts';
import { checkRankingInput, choiceOf, numberFault, renormalizeCheck, usedWeights } from './ranking-input.ts';
import type { Fault, ParameterCheck, RankingInput, WeightParameters } from './ranking-input.ts';
import { rankingAnswer, rankingStep, tracedSteps } from './ranking-result.ts';
import type { RankingResult } from './ranking-result.ts';

export const criterionKinds = ['motivating', 'demotivating', 'desirable', 'non-desirable'] as const;
type CriterionKind = (typeof criterionKinds)[number];

export interface PvmParameters extends WeightParameters {
	/** What each criterion is; motivating for a benefit and demotivating for a cost unless stated. */
	readonly kinds?: readonly CriterionKind[];
	/** Preferred value of each criterion; the better quartile, or the better end of a (non-)desirable one, unless stated. */
	readonly preferred?: readonly number[];
	/** Avoided value; the worse quartile or end unless stated. */
	readonly avoided?: readonly number[];
}

export interface PvmResult extends RankingResult {
	readonly preferred: readonly number[];
	readonly avoided: readonly number[];
	/** Way along the preference vector, over the motivating and demotivating criteria. */
	readonly along: readonly number[];
	/** Distance from the preferred values, over the desirable and over the non-desirable criteria. */
	readonly fromDesirable: readonly number[];
	readonly fromNonDesirable: readonly number[];
}

const invalid = (reason: string, at: string): Fault => ({ status: 'invalid-input', reason, at });

const listOf =
	(item: ParameterCheck): ParameterCheck =>
	(value, at) => {
		if (!Array.isArray(value)) return invalid('NOT_A_LIST', at);
		for (let index = 0; index < value.length; index += 1) {
			const fault = item(value[index], `${at}[${index}]`);
			if (fault !== null) return fault;
		}
		return null;
	};

function lengthsFault({ directions, parameters }: RankingInput<PvmParameters>): Fault | null {
	const { kinds, preferred, avoided } = parameters ?? {};
	for (const [name, list] of Object.entries({ kinds, preferred, avoided }))
		if (list && list.length !== directions.length) return invalid('WRONG_LENGTH', `parameters.${name}`);
	return null;
}

/** The value below which a share of a column lies, between neighbours in proportion. */
function quantile(column: readonly number[], portion: number): number {
	const sorted = [...column].sort((a, b) => a - b);
	const place = portion * (sorted.length - 1);
	const below = Math.floor(place);
	const [a, b] = [sorted[below] as number, sorted[Math.min(below + 1, sorted.length - 1)] as number];
	return a + (b - a) * (place - below);
}

const betterShare: Readonly<Record<CriterionKind, number>> = {
	motivating: 0.75,
	demotivating: 0.25,
	desirable: 1,
	'non-desirable': 0,
};

function compute(input: RankingInput<PvmParameters>): MethodResult<PvmResult> {
	const fault =
		checkRankingInput(input, {
			parameters: {
				...renormalizeCheck,
				kinds: listOf(choiceOf(...criterionKinds)),
				preferred: listOf(numberFault),
				avoided: listOf(numberFault),
			},
		}) ?? lengthsFault(input);
	if (fault !== null) return refused(fault.status, fault.reason, fault.at);
	const { matrix, directions, parameters } = input;
	const { weights, warnings: told } = usedWeights(input.weights, parameters?.renormalizeWeights);
	const warnings = [...told];
	const kinds =
		parameters?.kinds ??
		directions.map((direction) =>
			direction === 'cost' ? ('demotivating' as const) : ('motivating' as const),
		);
	const columns = directions.map((_, column) => columnOf(matrix, column));
	const end = (side: 'better' | 'worse') =>
		columns.map((column, index) => {
			const better = betterShare[kinds[index] as CriterionKind];
			return quantile(column, side === 'better' ? better : 1 - better);
		});
	const preferred = parameters?.preferred ?? end('better');
	const avoided = parameters?.avoided ?? end('worse');
	/** Length of each column, so that figures of different units can be added; a column of zeros has none. */
	const lengths = columns.map((column, index) => {
		const most = largest(column.map(Math.abs));
		if (most === 0) warnings.push({ code: 'ZERO_COLUMN', at: `criteria[${index}]` });
		return most * Math.sqrt(sum(column.map((value) => (value / most) ** 2)));
	});
	const scaled = (value: number, column: number) => {
		const length = lengths[column] as number;
		return length > 0 ? value / length : 0;
	};
	const way = preferred.map(
		(value, column) => scaled(value, column) - scaled(avoided[column] as number, column),
	);
	const wayLength = Math.hypot(...way);
	const moving = kinds.map((kind) => kind === 'motivating' || kind === 'demotivating');
	if (wayLength === 0 && moving.includes(true))
		return refused('undefined', 'ZERO_DENOMINATOR', 'parameters.preferred', warnings);
	const along = matrix.map((row) =>
		sum(
			row.map((value, column) =>
				moving[column] === true
					? ((scaled(value, column) - scaled(avoided[column] as number, column)) *
							(way[column] as number) *
							(weights[column] as number)) /
						wayLength
					: 0,
			),
		),
	);
	const from = (kind: CriterionKind) =>
		matrix.map((row) =>
			Math.hypot(
				...row.map((value, column) =>
					kinds[column] === kind
						? (weights[column] as number) *
							(scaled(value, column) - scaled(preferred[column] as number, column))
						: 0,
				),
			),
		);
	const [fromDesirable, fromNonDesirable] = [from('desirable'), from('non-desirable')];
	const count = (kind: CriterionKind) => kinds.filter((own) => own === kind).length;
	const [near, far] = [count('desirable'), count('non-desirable')];
	const scores = along.map(
		(own, row) =>
			(own * (kinds.length - near - far) -
				(fromDesirable[row] as number) * near +
				(fromNonDesirable[row] as number) * far) /
			kinds.length,
	);
	const steps = tracedSteps(scores.length, (row) =>
		rankingStep(
			`scores[${row}]`,
			scores[row] as number,
			'(along x its criteria - fromDesirable x its criteria + fromNonDesirable x its criteria) / criteria',
			[
				[`along[${row}]`, along[row] as number],
				[`fromDesirable[${row}]`, fromDesirable[row] as number],
				[`fromNonDesirable[${row}]`, fromNonDesirable[row] as number],
			],
		),
	);
	const extras = { preferred, avoided, along, fromDesirable, fromNonDesirable };
	return rankingAnswer(scores, 'higher', extras, { steps, warnings });
}

/**
 * PVM. A motivating or demotivating criterion counts by the way along the preference vector, without an end; a
 * desirable one by the distance from its preferred value, a non-desirable one by the distance from what is shunned.
 * A preference vector of no length is `ZERO_DENOMINATOR`.
 */
export const pvm = method<RankingInput<PvmParameters>, PvmResult>({
	id: 'pvm',
	version: 1,
	formula:
		'mu_i = (n_v mu_v - n_d mu_d + n_nd mu_nd) / n; mu_v = sum (x - phi) T w over |T|, T = psi - phi; mu_d = |w (x - psi)|',
	unit: 'score, higher is better, may be below 0',
	source:
		'Nermend, K. (2023), Multi-Criteria and Multi-Dimensional Analysis in Decisions: Decision Making with Preference Vector Methods (PVM), Springer.',
	variants: {
		kinds: 'motivating, demotivating, desirable or non-desirable; from the directions unless stated',
		preferred: 'psi; third quartile of a motivating and largest of a desirable criterion unless stated',
		avoided: 'phi; first quartile of a motivating and smallest of a desirable criterion unless stated',
		renormalizeWeights: 'true brings the weights to a sum of 1; false unless stated',
	},
	example: {
		matrix: [
			[326, 27.5, 24.3, 48.83],
			[253, 22, 18.3, 51.11],
			[561, 26, 50, 52.42],
			[405, 21.7, 35.6, 29.12],
			[479, 18, 41, 64.08],
		],
		weights: [0.1667, 0.1667, 0.3333, 0.3333],
		directions: ['cost', 'benefit', 'benefit', 'cost'],
		parameters: {
			kinds: ['demotivating', 'desirable', 'desirable', 'demotivating'],
			preferred: [300, 21.5, 18.3, 41.5325],
			avoided: [500, 18, 20, 52.0925],
		},
	},
	compute,
});
