/**
 * The computed rows of one Hayami table from its seven plain figures: the arithmetic alone, without trace, warnings
 * or checks, so that a million rows can stream through it. Every other place takes its figures from here.
 * Source: Hayami, Kawagoe, Morooka and Siregar (1987), Agricultural Marketing and Processing in Upland Java: A
 * Perspective from a Sunda Village, CGPRT Centre, Bogor; rows as listed in hayami-rows.ts.
 */
import type { HayamiInputKey, HayamiResultKey } from './hayami-rows.ts';

export type HayamiPlainInput = Readonly<Record<HayamiInputKey, number | null>>;
export type HayamiFigures = Readonly<Record<HayamiResultKey, number | null>>;

const known = (value: number): number | null => (Number.isFinite(value) ? value : null);

const times = (left: number | null, right: number | null): number | null =>
	left === null || right === null ? null : known(left * right);

const minus = (left: number | null, right: number | null): number | null =>
	left === null || right === null ? null : known(left - right);

/** A ratio has no meaning over 0, and a share has none of a negative whole. */
const over = (left: number | null, right: number | null): number | null =>
	left === null || right === null || right <= 0 ? null : known(left / right);

const percent = (left: number | null, right: number | null): number | null => times(over(left, right), 100);

/**
 * Computes every row that its inputs allow; a row that cannot be computed is null, never NaN, Infinity or 0.
 * Money rows are in Rp per unit of raw material; names ending in Pct are percentages.
 */
export function hayamiFigures(input: HayamiPlainInput): HayamiFigures {
	const conversionFactor = over(input.output, input.rawMaterial);
	const labourCoefficient = over(input.labour, input.rawMaterial);
	const outputValue = times(conversionFactor, input.outputPrice);
	const margin = minus(outputValue, input.rawMaterialPrice);
	const valueAdded = minus(margin, input.otherInputs);
	const labourIncome = times(labourCoefficient, input.wage);
	const profit = minus(valueAdded, labourIncome);
	return {
		conversionFactor,
		labourCoefficient,
		outputValue,
		valueAdded,
		valueAddedRatioPct: percent(valueAdded, outputValue),
		labourIncome,
		labourSharePct: percent(labourIncome, valueAdded),
		profit,
		profitRatePct: percent(profit, outputValue),
		profitOverValueAddedPct: percent(profit, valueAdded),
		margin,
		marginLabourPct: percent(labourIncome, margin),
		marginOtherInputsPct: percent(input.otherInputs, margin),
		marginProfitPct: percent(profit, margin),
	};
}
