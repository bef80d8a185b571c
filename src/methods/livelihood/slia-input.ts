/** What a livelihood assessment is told, and the checks of it. */
import {
	anyNumber,
	count,
	faultStatus,
	firstFault,
	fraction,
	isRecord,
	listOf,
	oneOf,
	openListOf,
	positive,
	record,
	required,
	text,
} from '../numeric/input-check.ts';
import type { Check, Fault } from '../numeric/input-check.ts';

/** A mean over respondents, or one score for each of them in the same order (null where not answered). */
export type Wave = number | readonly (number | null)[];

export interface SliaIndicator {
	readonly name: string;
	/** Whether a high score is good. Asked, never assumed: for `negative` a score becomes max + min - score. */
	readonly polarity: 'positive' | 'negative';
	/** 1 unless stated. */
	readonly weight?: number | null;
	readonly before: Wave;
	readonly after: Wave;
	/** The change as printed, to be checked. */
	readonly printedChange?: number | null;
}

export interface SliaAsset {
	readonly name: string;
	readonly indicators: readonly SliaIndicator[];
}

export interface SliaInput {
	/** In the order of the axes of the pentagon. */
	readonly assets: readonly SliaAsset[];
	/** 0 to 5 unless stated. */
	readonly scale?: { readonly min: number; readonly max: number };
	/** `respondent`: each respondent's asset score, then their mean. `indicator`: the mean of indicator means. */
	readonly aggregation?: 'respondent' | 'indicator';
	/** Share of an asset's indicators a respondent must have answered; 0.6 unless stated. */
	readonly minimumAnswered?: number | null;
	/** Means of whole scores of this many respondents are taken back to k / n before anything is computed. */
	readonly respondents?: number | null;
	/** Decimals the means are printed with; 2 unless stated. */
	readonly decimals?: number | null;
	/** `exclude`: a row with the name and figures of another of its asset counts once. `exclude` unless stated. */
	readonly duplicates?: 'exclude' | 'keep';
}

const wave: Check = (value, at) =>
	Array.isArray(value) ? openListOf(anyNumber, 10_000)(value, at) : anyNumber(value, at);

const indicatorCheck = record({
	name: required(text),
	polarity: required(oneOf(['positive', 'negative'])),
	weight: positive,
	before: required(wave),
	after: required(wave),
	printedChange: anyNumber,
});

/** Whether the waves are lists of scores. */
export const isByRespondent = (input: SliaInput): boolean =>
	Array.isArray(input.assets[0]?.indicators[0]?.before);

function waveFault(value: Wave, at: string, length: number | null, min: number, max: number): Fault | null {
	const list = Array.isArray(value) ? (value as (number | null)[]) : null;
	if ((list === null) !== (length === null)) return { reason: 'MIXED_LEVELS', at };
	if (list !== null && list.length !== length) return { reason: 'LENGTHS_DIFFER', at };
	const scores = list ?? [value as number];
	const wrong = scores.findIndex((score) => score != null && (score < min || score > max));
	return wrong < 0 ? null : { reason: 'OUT_OF_SCALE', at: list === null ? at : `${at}[${wrong}]` };
}

function wavesFault(input: SliaInput): Fault | null {
	const { min, max } = input.scale ?? { min: 0, max: 5 };
	const first = input.assets[0]?.indicators[0]?.before;
	const length = Array.isArray(first) ? first.length : null;
	if (length === 0) return { reason: 'MISSING_INPUT', at: 'assets[0].indicators[0].before' };
	for (const [a, asset] of input.assets.entries())
		for (const [i, indicator] of asset.indicators.entries())
			for (const key of ['before', 'after'] as const) {
				const fault = waveFault(indicator[key], `assets[${a}].indicators[${i}].${key}`, length, min, max);
				if (fault !== null) return fault;
			}
	return length !== null && input.respondents != null ? { reason: 'GIVEN_TWICE', at: 'respondents' } : null;
}

/** The first fault of the input, or null. */
export function sliaFault(input: SliaInput): (Fault & { status: 'missing-input' | 'invalid-input' }) | null {
	const told = (fault: Fault | null) => (fault === null ? null : { ...fault, status: faultStatus(fault) });
	const first = firstFault(input, {
		assets: required(
			listOf(record({ name: required(text), indicators: required(listOf(indicatorCheck, 200)) }), 50),
		),
		scale: record({ min: required(anyNumber), max: required(anyNumber) }),
		aggregation: oneOf(['respondent', 'indicator']),
		minimumAnswered: fraction,
		respondents: count(1, 1_000_000),
		decimals: count(0, 6),
		duplicates: oneOf(['exclude', 'keep']),
	});
	if (first !== null) return told(first);
	if (input.assets.length === 0) return told({ reason: 'MISSING_INPUT', at: 'assets' });
	const empty = input.assets.findIndex(({ indicators }) => indicators.length === 0);
	if (empty >= 0) return told({ reason: 'MISSING_INPUT', at: `assets[${empty}].indicators` });
	const { scale } = input;
	if (isRecord(scale)) {
		const span = scale.max - scale.min;
		if (!(span > 0)) return told({ reason: 'SCALE_TURNED', at: 'scale' });
		if (span > 1e9 || Math.abs(scale.min) > 1e9) return told({ reason: 'OUT_OF_RANGE', at: 'scale' });
	}
	return told(wavesFault(input));
}
