/** When interviews stop bringing new codes: the base of the first ones, then the new information in each run. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { amount, count, faultStatus, firstFault, listOf, required, text } from '../numeric/input-check.ts';
import { LONGEST_TRACE, plainStep } from '../numeric/plain-step.ts';

export interface SaturationInput {
	/** The codes of each interview, in the order they were held. */
	readonly interviews: readonly (readonly string[])[];
	/** Interviews in the base; 4 unless stated. */
	readonly baseSize?: number | null;
	/** Interviews in a run; 2 unless stated. */
	readonly runLength?: number | null;
	/** New codes of a run over those of the base at which it counts as saturated, percent; 5 unless stated. */
	readonly thresholdPct?: number | null;
}

export interface SaturationResult {
	readonly newCodes: readonly number[];
	readonly cumulativeCodes: readonly number[];
	/** New codes of the run that ends at each interview, in percent of the base; null before the first run. */
	readonly newInformationPct: readonly (number | null)[];
	/** The interview (counted from 1) after which no run brought more than the threshold at first; null when none. */
	readonly saturatedAfter: number | null;
}

const fields = {
	interviews: required(listOf(listOf(text, 5_000), 2_000)),
	baseSize: count(1, 1_000),
	runLength: count(1, 1_000),
	thresholdPct: amount,
};

function compute(input: SaturationInput): MethodResult<SaturationResult> {
	const fault = firstFault(input, fields);
	if (fault !== null) return refused(faultStatus(fault), fault.reason, fault.at);
	const { interviews } = input;
	if (interviews.length === 0) return refused('missing-input', 'MISSING_INPUT', 'interviews');
	const [baseSize, runLength, threshold] = [
		input.baseSize ?? 4,
		input.runLength ?? 2,
		input.thresholdPct ?? 5,
	];
	const seen = new Set<string>();
	const newCodes: number[] = [];
	const cumulativeCodes: number[] = [];
	for (const codes of interviews) {
		const before = seen.size;
		for (const code of codes) seen.add(code);
		newCodes.push(seen.size - before);
		cumulativeCodes.push(seen.size);
	}
	if (seen.size === 0) return refused('undefined', 'NO_CODES', 'interviews');
	const base = cumulativeCodes[Math.min(baseSize, interviews.length) - 1] as number;
	const newInformationPct = newCodes.map((_, k) => {
		if (k + 1 < baseSize + runLength || base === 0) return null;
		const fresh = newCodes.slice(k + 1 - runLength, k + 1).reduce((sum, value) => sum + value, 0);
		return (fresh / base) * 100;
	});
	const calm = newInformationPct.findIndex((pct) => pct !== null && pct <= threshold);
	const saturatedAfter = calm < 0 ? null : calm + 1 - runLength;
	const steps = cumulativeCodes.slice(0, LONGEST_TRACE).map((value, k) =>
		plainStep({
			id: `cumulativeCodes[${k}]`,
			value,
			unit: 'code',
			formula: 'codes seen so far',
			inputs: { newCodes: newCodes[k], newInformationPct: newInformationPct[k] },
		}),
	);
	const warnings = calm < 0 ? [{ code: 'NOT_SATURATED', at: 'interviews' }] : [];
	return {
		status: 'ok',
		result: { newCodes, cumulativeCodes, newInformationPct, saturatedAfter },
		steps,
		warnings,
	};
}

/** The saturation curve; too few interviews for a run leave it open and say `NOT_SATURATED`. */
export const saturation = method<SaturationInput, SaturationResult>({
	id: 'saturation',
	version: 1,
	formula:
		'newInformationPct = new codes of a run / codes of the base x 100; saturated at thresholdPct or less',
	unit: 'codes; percent of the base',
	source:
		'Guest, G., Namey, E. and Chen, M. (2020), A simple method to assess and report thematic saturation, PLOS ONE 15(5), e0232076.',
	example: {
		interviews: [
			['price', 'taste'],
			['price', 'milk'],
			['labour'],
			['taste', 'market'],
			['price'],
			['milk', 'labour'],
		],
	},
	compute,
});
