/** Best-worst method: only the best criterion is compared with the others, and the others with the worst. */
import { method, refused } from '../method.ts';
import type { MethodResult, Warning } from '../method.ts';
import { count, faultStatus, firstFault, listOf, oneOf, positive, required } from '../numeric/input-check.ts';
import type { Fault } from '../numeric/input-check.ts';
import { options } from './options-check.ts';
import { averageRanks } from '../numeric/ranks.ts';
import { linearBestWorst } from './best-worst-linear.ts';
import { nonlinearBestWorst } from './best-worst-nonlinear.ts';
import { derivedSteps, figureStep, finiteAnswer } from './weights-result.ts';
import type { WeightsResult } from './weights-result.ts';

export interface BwmInput {
	/** The best criterion against each, 1 to 9, in the order of the criteria. */
	readonly bestToOthers: readonly number[];
	/** Each criterion against the worst, 1 to 9. */
	readonly othersToWorst: readonly number[];
	/** Number from 0; where `bestToOthers` is 1 unless stated. */
	readonly bestIndex?: number | null;
	/** Number from 0; where `othersToWorst` is 1 unless stated. */
	readonly worstIndex?: number | null;
	readonly parameters?: { readonly model?: 'linear' | 'nonlinear' | null } | null;
}

export interface WeightInterval {
	readonly low: number;
	readonly high: number;
	readonly centre: number;
}

export interface BwmResult extends WeightsResult {
	readonly model: 'linear' | 'nonlinear';
	/** The largest deviation that cannot be avoided. In the linear model it is itself the sign of consistency. */
	readonly xi: number;
	/** The least and greatest weight among all weights that are as good. */
	readonly intervals: readonly WeightInterval[];
	/** xi over the consistency index of a_BW; nonlinear model only. */
	readonly consistencyRatio: number | null;
	readonly consistencyIndex: number | null;
	/** max_j |a_Bj a_jW - a_BW| / (a_BW^2 - a_BW); null when a_BW is 1. */
	readonly inputConsistencyRatio: number | null;
}

/** The smallest root of x^2 - (1 + 2a) x + a^2 - a: the largest xi a best-to-worst of `a` can lead to. */
function consistencyIndexOf(a: number): number {
	return (1 + 2 * a - Math.sqrt(1 + 8 * a)) / 2;
}

/** Where the only 1 stands, or the fault that it must be stated. */
function placeOfOne(
	values: readonly number[],
	stated: number | null | undefined,
	at: string,
): number | Fault {
	if (stated !== null && stated !== undefined) {
		if (stated >= values.length) return { reason: 'OUTSIDE_LIMITS', at };
		return values[stated] === 1 ? stated : { reason: 'NOT_ONE', at };
	}
	const ones = values.flatMap((value, index) => (value === 1 ? [index] : []));
	return ones.length === 1 ? (ones[0] as number) : { reason: 'MISSING_INPUT', at };
}

interface Comparisons {
	readonly best: number;
	readonly worst: number;
	readonly bestToOthers: readonly number[];
	readonly othersToWorst: readonly number[];
}

function read(input: BwmInput): Fault | Comparisons {
	const fault = firstFault(input, {
		bestToOthers: required(listOf(positive, 50)),
		othersToWorst: required(listOf(positive, 50)),
		bestIndex: count(0),
		worstIndex: count(0),
		parameters: options({ model: oneOf(['linear', 'nonlinear']) }),
	});
	if (fault !== null) return fault;
	const { bestToOthers, othersToWorst } = input;
	if (bestToOthers.length < 2) return { reason: 'TOO_FEW', at: 'bestToOthers' };
	if (othersToWorst.length !== bestToOthers.length) return { reason: 'WRONG_LENGTH', at: 'othersToWorst' };
	for (const [name, values] of Object.entries({ bestToOthers, othersToWorst }))
		for (const [index, value] of values.entries())
			if (value < 1 || value > 9) return { reason: 'OUTSIDE_SCALE', at: `${name}[${index}]` };
	const best = placeOfOne(bestToOthers, input.bestIndex, 'bestIndex');
	if (typeof best !== 'number') return best;
	const worst = placeOfOne(othersToWorst, input.worstIndex, 'worstIndex');
	if (typeof worst !== 'number') return worst;
	if (best === worst) return { reason: 'BEST_IS_WORST', at: 'worstIndex' };
	if (bestToOthers[worst] !== othersToWorst[best])
		return { reason: 'NOT_EQUAL', at: `othersToWorst[${best}]` };
	return { best, worst, bestToOthers, othersToWorst };
}

function compute(input: BwmInput): MethodResult<BwmResult> {
	const comparisons = read(input);
	if ('reason' in comparisons) return refused(faultStatus(comparisons), comparisons.reason, comparisons.at);
	const { best, worst, bestToOthers, othersToWorst } = comparisons;
	const model = input.parameters?.model ?? 'linear';
	const solved =
		model === 'linear'
			? linearBestWorst(bestToOthers, othersToWorst, best, worst)
			: nonlinearBestWorst(bestToOthers, othersToWorst, best, worst);
	if (solved === null) return refused('undefined', 'NOT_SOLVED', 'bestToOthers');
	const { xi, weights } = solved;
	const intervals = solved.intervals.map(([low, high]) => ({ low, high, centre: (low + high) / 2 }));
	const a = bestToOthers[worst] as number;
	const consistencyIndex = consistencyIndexOf(a);
	const consistencyRatio =
		model === 'linear' ? null : consistencyIndex > 0 ? xi / consistencyIndex : xi === 0 ? 0 : null;
	const gaps = bestToOthers.map((value, index) => Math.abs(value * (othersToWorst[index] as number) - a));
	const inputConsistencyRatio = a > 1 ? Math.max(...gaps) / (a * a - a) : null;
	const warnings: Warning[] = [];
	for (const [name, values] of Object.entries({ bestToOthers, othersToWorst }))
		values.forEach((value, index) => {
			if (value > a)
				warnings.push({ code: 'ABOVE_BEST_TO_WORST', at: `${name}[${index}]`, params: { value, a } });
		});
	if (intervals.some(({ low, high }) => high - low > 1e-6))
		warnings.push({ code: 'SEVERAL_OPTIMA', at: 'weights' });
	const steps = [
		figureStep('xi', xi, solved.formula, [['bestToWorst', a]]),
		figureStep('consistencyIndex', consistencyIndex, 'smallest root of x^2 - (1 + 2a) x + a^2 - a', [
			['bestToWorst', a],
		]),
		...(consistencyRatio === null
			? []
			: [
					figureStep('consistencyRatio', consistencyRatio, 'xi / consistencyIndex', [
						['xi', xi],
						['consistencyIndex', consistencyIndex],
					]),
				]),
		...(inputConsistencyRatio === null
			? []
			: [
					figureStep(
						'inputConsistencyRatio',
						inputConsistencyRatio,
						'max_j |a_Bj a_jW - a_BW| / (a_BW^2 - a_BW)',
					),
				]),
		...derivedSteps('weights', weights, 'weights at the least xi', ['bestToOthers', bestToOthers]),
	];
	const result: BwmResult = {
		weights,
		ranks: averageRanks(weights, 'higher'),
		model,
		xi,
		intervals,
		consistencyRatio,
		consistencyIndex: model === 'linear' ? null : consistencyIndex,
		inputConsistencyRatio,
	};
	return finiteAnswer(result, steps, warnings, 'bestToOthers');
}

/**
 * Best-worst weights. Where several weights are equally good, `intervals` says how far each may go and `weights` is one
 * of the best. Judgements outside 1 to 9 are `OUTSIDE_SCALE`; the two entries for best against worst must be equal.
 */
export const bwm = method<BwmInput, BwmResult>({
	id: 'bwm',
	version: 1,
	formula:
		'min xi, |w_B / w_j - a_Bj| <= xi, |w_j / w_W - a_jW| <= xi; linear: |w_B - a_Bj w_j| <= xi, |w_j - a_jW w_W| <= xi; sum w = 1',
	unit: 'weight (share of 1)',
	source:
		'Rezaei, J. (2015), Best-worst multi-criteria decision-making method, Omega 53, 49-57 (nonlinear, consistency index of Table 1); Rezaei, J. (2016), Best-worst multi-criteria decision-making method: some properties and a linear model, Omega 64, 126-130.',
	variants: {
		linear: 'Rezaei 2016, the default',
		nonlinear: 'Rezaei 2015; with more than three criteria several optima, given as intervals',
	},
	example: {
		bestToOthers: [8, 2, 1],
		othersToWorst: [1, 5, 8],
		bestIndex: 2,
		worstIndex: 0,
		parameters: { model: 'nonlinear' },
	},
	compute,
});
