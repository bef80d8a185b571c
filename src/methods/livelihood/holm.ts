/** Keeps the chance of one false alarm in a family of tests at its level, step by step. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step } from '../method.ts';
import { faultStatus, firstFault, fraction, listOf, required, text } from '../numeric/input-check.ts';
import { MOST_ROWS_TRACED, namedStep } from '../numeric/named-step.ts';

export interface HolmInput {
	/** One p-value per test of the family. */
	readonly pValues: readonly number[];
	readonly names?: readonly string[];
	/** 0.05 unless stated. */
	readonly alpha?: number | null;
}

export interface HolmResult {
	/** In the order given. */
	readonly adjusted: readonly number[];
	readonly rejected: readonly boolean[];
	readonly alpha: number;
	readonly tests: number;
	readonly names: readonly string[];
}

/** Adjusted p-values in the order given: the running maximum of (m - i) * p[i] over rising p, at most 1. */
export function holmAdjusted(pValues: readonly number[]): number[] {
	const order = pValues.map((_, index) => index).sort((a, b) => (pValues[a] ?? 0) - (pValues[b] ?? 0));
	const adjusted = new Array<number>(pValues.length).fill(0);
	let most = 0;
	order.forEach((index, place) => {
		most = Math.max(most, Math.min(1, (pValues.length - place) * (pValues[index] ?? 0)));
		adjusted[index] = most;
	});
	return adjusted;
}

function compute(input: HolmInput): MethodResult<HolmResult> {
	const fault = firstFault(input, {
		pValues: required(listOf(fraction, 10_000)),
		names: listOf(text, 10_000),
		alpha: fraction,
	});
	if (fault !== null) return refused(faultStatus(fault), fault.reason, fault.at);
	const { pValues } = input;
	if (pValues.length === 0) return refused('missing-input', 'MISSING_INPUT', 'pValues');
	if (input.names != null && input.names.length !== pValues.length)
		return refused('invalid-input', 'LENGTHS_DIFFER', 'names');
	const alpha = input.alpha ?? 0.05;
	const adjusted = holmAdjusted(pValues);
	const rows: Step[] = adjusted.slice(0, MOST_ROWS_TRACED).map((value, index) =>
		namedStep(`adjusted[${index}]`, value, ['', 'none'], 'max over j <= i of min(1, (m - j) * p[j])', {
			[`pValues[${index}]`]: pValues[index] ?? null,
			m: pValues.length,
		}),
	);
	const rejected = adjusted.map((value) => value <= alpha);
	const result = { adjusted, rejected, alpha, tests: pValues.length, names: input.names ?? [] };
	return { status: 'ok', result, steps: rows, warnings: [] };
}

/** Holm's correction. A p-value outside 0 to 1 is `NOT_A_FRACTION`. Families are corrected apart: one call each. */
export const holm = method<HolmInput, HolmResult>({
	id: 'holm',
	version: 1,
	formula: 'adjusted[i] = max over j <= i of min(1, (m - j + 1) * p[j]), p in rising order',
	unit: 'probability',
	source:
		'Holm, S. (1979), A Simple Sequentially Rejective Multiple Test Procedure, Scandinavian Journal of Statistics 6(2), 65-70.',
	example: { pValues: [0.01, 0.04, 0.03, 0.005], names: ['natural', 'physical', 'human', 'social'] },
	compute,
});
