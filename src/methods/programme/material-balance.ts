/**
 * What a waste stream can feed: wet material available, collected, brought through its yields (wet to dry and on),
 * the batches a day, and the waste diverted. A yield nobody measured is asked for, never invented.
 */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import {
	faultStatus,
	firstFault,
	listOf,
	oneOf,
	positive,
	record,
	required,
	text,
} from '../numeric/input-check.ts';
import { plainStep } from '../numeric/plain-step.ts';
import { lowHigh, span } from './span.ts';
import type { Span } from './span.ts';

type Moisture = 'wet' | 'dry';

export interface MaterialBalanceInput {
	readonly streams: readonly {
		readonly name?: string;
		/** Per day; one number, or low and high. */
		readonly ratePerDay: Span;
		readonly unit?: string;
		/** The part that is collected, in percent; 100 unless stated. */
		readonly collectedPct?: Span | null;
		readonly moisture: Moisture;
	}[];
	/** In order: fraction of the mass before that is left after. Null when nobody measured it. */
	readonly yields?: readonly { readonly name?: string; readonly yield: Span | null; readonly to: Moisture }[];
	readonly batch?: {
		/** Material in one batch, in the unit of the stream, and whether that is wet or dry. */
		readonly quantity: number;
		readonly moisture: Moisture;
		/** Pieces or packs one batch gives. */
		readonly output?: Span | null;
		readonly outputUnit?: string;
	} | null;
	readonly daysPerPeriod?: number | null;
}

type Pair = readonly [low: number, high: number];

export interface MaterialBalanceResult {
	readonly available: Pair;
	readonly collected: Pair;
	/** After the yields, per day. */
	readonly material: Pair;
	readonly moisture: Moisture;
	readonly batchesPerDay: Pair | null;
	readonly outputPerDay: Pair | null;
	/** Over the period: what does not go to waste, and in percent of what is there. */
	readonly divertedPerPeriod: Pair;
	readonly divertedPct: Pair | null;
}

const moisture = oneOf(['wet', 'dry']);
const fields = {
	streams: required(
		listOf(
			record({
				name: text,
				ratePerDay: required(span),
				unit: text,
				collectedPct: span,
				moisture: required(moisture),
			}),
			200,
		),
	),
	yields: listOf(record({ name: text, yield: span, to: required(moisture) }), 50),
	batch: record({
		quantity: required(positive),
		moisture: required(moisture),
		output: span,
		outputUnit: text,
	}),
	daysPerPeriod: positive,
};

const times = (left: Pair, right: Pair): Pair => [left[0] * right[0], left[1] * right[1]];
const plus = (left: Pair, right: Pair): Pair => [left[0] + right[0], left[1] + right[1]];

interface Wrong {
	readonly status: 'missing-input' | 'invalid-input';
	readonly reason: string;
	readonly at: string;
}

function fault(input: MaterialBalanceInput): Wrong | null {
	const first = firstFault(input, fields);
	if (first !== null) return { status: faultStatus(first), ...first };
	const { streams } = input;
	const invalid = (reason: string, at: string): Wrong => ({ status: 'invalid-input', reason, at });
	if (streams.length === 0) return { status: 'missing-input', reason: 'MISSING_INPUT', at: 'streams' };
	for (const [k, stream] of streams.entries()) {
		if (stream.moisture !== streams[0]?.moisture) return invalid('BASIS_MISMATCH', `streams[${k}].moisture`);
		if ((stream.unit ?? 'kg') !== (streams[0]?.unit ?? 'kg'))
			return invalid('BASIS_MISMATCH', `streams[${k}].unit`);
		if (lowHigh(stream.collectedPct ?? 100)[1] > 100)
			return invalid('ABOVE_100_PCT', `streams[${k}].collectedPct`);
	}
	return null;
}

const pairSteps = (
	id: string,
	pair: Pair,
	unit: string,
	formula: string,
	inputs: Record<string, number> = {},
): Step[] =>
	(['low', 'high'] as const).map((side, k) =>
		plainStep({ id: `${id}.${side}`, value: pair[k], unit, formula, inputs, basis: 'day' }),
	);

function compute(input: MaterialBalanceInput): MethodResult<MaterialBalanceResult> {
	const wrong = fault(input);
	if (wrong !== null) return refused(wrong.status, wrong.reason, wrong.at);
	const unit = input.streams[0]?.unit ?? 'kg';
	const available = input.streams.reduce<Pair>(
		(sum, { ratePerDay }) => plus(sum, lowHigh(ratePerDay)),
		[0, 0],
	);
	const collected = input.streams.reduce<Pair>(
		(sum, stream) => {
			const part = lowHigh(stream.collectedPct ?? 100).map((pct) => pct / 100) as [number, number];
			return plus(sum, times(lowHigh(stream.ratePerDay), part));
		},
		[0, 0],
	);
	const steps = [
		...pairSteps('available', available, unit, 'sum(ratePerDay)'),
		...pairSteps('collected', collected, unit, 'sum(ratePerDay x collectedPct / 100)'),
	];
	const warnings: Warning[] = [];
	let material = collected;
	let state = input.streams[0]?.moisture as Moisture;
	const stop = (
		status: Wrong['status'],
		reason: string,
		at: string,
	): MethodResult<MaterialBalanceResult> => ({
		...refused<MaterialBalanceResult>(status, reason, at, warnings),
		steps: [
			...steps,
			plainStep({ id: at, value: null, unit: `${unit}/${unit}`, basis: 'none', reason: 'MISSING_INPUT' }),
		],
	});
	for (const [k, line] of (input.yields ?? []).entries()) {
		if (line.yield == null) return stop('missing-input', 'MISSING_INPUT', `yields[${k}].yield`);
		const factor = lowHigh(line.yield);
		if (line.to === 'dry' && state === 'wet' && factor[1] > 1)
			return refused('invalid-input', 'DRYING_ADDS_MASS', `yields[${k}].yield`);
		material = times(material, factor);
		state = line.to;
		steps.push(
			...pairSteps(`yields[${k}]`, material, unit, 'material before x yield', {
				low: factor[0],
				high: factor[1],
			}),
		);
	}
	const { batch } = input;
	// A batch weighed dry cannot be filled by wet kilograms: between them stands the drying yield.
	if (batch != null && batch.moisture !== state)
		return stop('missing-input', 'MISSING_INPUT', `yields[${input.yields?.length ?? 0}].yield`);
	const batchesPerDay = batch == null ? null : times(material, [1 / batch.quantity, 1 / batch.quantity]);
	const outputPerDay =
		batch?.output == null || batchesPerDay === null ? null : times(batchesPerDay, lowHigh(batch.output));
	if (batchesPerDay !== null)
		steps.push(...pairSteps('batchesPerDay', batchesPerDay, 'batch', 'material / batch.quantity'));
	if (outputPerDay !== null)
		steps.push(
			...pairSteps(
				'outputPerDay',
				outputPerDay,
				batch?.outputUnit ?? 'piece',
				'batchesPerDay x batch.output',
			),
		);
	const days = input.daysPerPeriod ?? 1;
	const divertedPct: Pair | null =
		available[0] === 0 || available[1] === 0
			? null
			: [(collected[0] / available[0]) * 100, (collected[1] / available[1]) * 100];
	const result: MaterialBalanceResult = {
		available,
		collected,
		material,
		moisture: state,
		batchesPerDay,
		outputPerDay,
		divertedPerPeriod: times(collected, [days, days]),
		divertedPct,
	};
	const all = [
		material,
		result.divertedPerPeriod,
		batchesPerDay,
		outputPerDay,
		divertedPct,
		available,
	].flat();
	if (!all.every((value) => value === null || Number.isFinite(value)))
		return refused('undefined', 'OUT_OF_RANGE', 'streams');
	return { status: 'ok', result, steps, warnings };
}

/**
 * A material balance per day. A yield that is null, or a batch weighed dry after a stream that is still wet, is
 * `missing-input` at that yield; the steps before it stand.
 */
export const materialBalance = method<MaterialBalanceInput, MaterialBalanceResult>({
	id: 'material-balance',
	version: 1,
	formula:
		'material = sum(ratePerDay x collectedPct / 100) x product(yields); batchesPerDay = material / batch.quantity',
	unit: 'kg per day; batches per day',
	source:
		'Conservation of mass: Himmelblau, D. M. and Riggs, J. B. (2012), Basic Principles and Calculations in Chemical Engineering, chapter 3; streams of the Kalanganyar fish scale programme.',
	example: {
		streams: [{ name: 'wet fish scales', ratePerDay: [20, 30], collectedPct: 50, moisture: 'wet' }],
		yields: [{ name: 'drying (an assumption for this example)', yield: 0.4, to: 'dry' }],
		batch: { quantity: 5, moisture: 'dry', output: 140, outputUnit: 'stick' },
		daysPerPeriod: 25,
	},
	compute,
});
