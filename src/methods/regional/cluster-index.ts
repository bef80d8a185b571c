/** Whether the firms of one trade in one place are a cluster: dense, many and small against the country. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step } from '../method.ts';
import { amount, faultStatus, firstFault, positive, required } from '../numeric/input-check.ts';
import { plainStep } from '../numeric/plain-step.ts';
import { finiteOrNull } from './regional-input.ts';

export interface ClusterIndexInput {
	/** People at work in the trade, in the region and in the whole country. */
	readonly workers: number;
	readonly workersReference: number;
	/** Firms of the trade. */
	readonly firms: number;
	readonly firmsReference: number;
	/** Area, both in one unit. */
	readonly area: number;
	readonly areaReference: number;
	/** People who live there. */
	readonly population: number;
	readonly populationReference: number;
}

export interface ClusterIndexResult {
	/** Workers per area against the reference. */
	readonly density: number | null;
	/** Workers per inhabitant against the reference. */
	readonly stock: number | null;
	/** Workers per firm against the reference; null without firms. */
	readonly firmSize: number | null;
	/** density x stock / firmSize; above 1 the trade clusters here. */
	readonly index: number | null;
}

const region = ['workers', 'firms', 'area', 'population'] as const;

function compute(input: ClusterIndexInput): MethodResult<ClusterIndexResult> {
	const fault = firstFault(input, {
		workers: required(amount),
		workersReference: required(positive),
		firms: required(amount),
		firmsReference: required(positive),
		area: required(positive),
		areaReference: required(positive),
		population: required(positive),
		populationReference: required(positive),
	});
	if (fault !== null) return refused(faultStatus(fault), fault.reason, fault.at);
	for (const name of region)
		if (input[name] > input[`${name}Reference`])
			return refused('invalid-input', 'REGION_ABOVE_REFERENCE', name);
	// Workers in firms that nobody counted, or the reverse: the size of a firm is then a slip, not a finding.
	if (input.workers > 0 && input.firms === 0) return refused('undefined', 'ZERO_DENOMINATOR', 'firms');
	if (input.workers === 0) return refused('undefined', 'ZERO_DENOMINATOR', 'workers');
	const share = (name: (typeof region)[number]): number => input[name] / input[`${name}Reference`];
	const density = finiteOrNull(share('workers') / share('area'));
	const stock = finiteOrNull(share('workers') / share('population'));
	const firmSize = finiteOrNull(share('workers') / share('firms'));
	const index =
		density === null || stock === null || firmSize === null
			? null
			: finiteOrNull((density * stock) / firmSize);
	if (index === null) return refused('undefined', 'OUT_OF_RANGE', 'workers');
	const result = { density, stock, firmSize, index };
	const step = (
		id: keyof ClusterIndexResult,
		formula: string,
		names: readonly (keyof ClusterIndexInput)[],
	): Step =>
		plainStep({
			id,
			value: result[id],
			unit: 'ratio',
			formula,
			inputs: Object.fromEntries(names.map((name) => [name, input[name]])),
		});
	const steps: Step[] = [
		step('density', '(workers / workersReference) / (area / areaReference)', ['workers', 'area']),
		step('stock', '(workers / workersReference) / (population / populationReference)', [
			'workers',
			'population',
		]),
		step('firmSize', '(workers / workersReference) / (firms / firmsReference)', ['workers', 'firms']),
		plainStep({
			id: 'index',
			value: index,
			unit: 'ratio',
			formula: 'density x stock / firmSize',
			inputs: { density, stock, firmSize },
		}),
	];
	return { status: 'ok', result, steps, warnings: [] };
}

/**
 * Cluster index of Litzenberger and Sternberg. Above 1 is more clustered than the reference; the authors read 4 and
 * more as a regional cluster and 64 and more as a strong one. Without workers or firms it is undefined
 * (`ZERO_DENOMINATOR`); a region above its reference is `REGION_ABOVE_REFERENCE`.
 */
export const clusterIndex = method<ClusterIndexInput, ClusterIndexResult>({
	id: 'cluster-index',
	version: 1,
	formula:
		'CI = density x stock / firm size, each the share of the region over its share of area, population or firms',
	unit: 'ratio, 1 is as in the reference',
	source:
		'Litzenberger, T. and Sternberg, R. (2006), Der Clusterindex: eine Methodik zur Identifizierung regionaler Cluster am Beispiel deutscher Industriebranchen, Geographische Zeitschrift 94(4), 209-224.',
	example: {
		workers: 1743,
		workersReference: 5740,
		firms: 35,
		firmsReference: 53,
		area: 50,
		areaReference: 576,
		population: 488,
		populationReference: 4621,
	},
	compute,
});
