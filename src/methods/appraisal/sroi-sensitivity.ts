/** How the ratio moves when one assumption moves, and where that assumption would bring it to 1. */
import { printable } from '../numeric/named-step.ts';
import { outcomeShares } from './sroi-input.ts';
import { impacts, presentImpact } from './sroi-value.ts';
import type { WorkedOutcome } from './sroi-value.ts';

export interface SroiSensitivity {
	/** For example `outcomes[2].deadweight`, `rate` or `totalInput`. */
	readonly assumption: string;
	readonly value: number;
	readonly low: number;
	readonly high: number;
	readonly sroiAtLow: number | null;
	readonly sroiAtHigh: number | null;
	/** The value at which the ratio is 1 with all else unchanged; null when no allowed value does it. */
	readonly breakEven: number | null;
}

export interface SroiModel {
	readonly outcomes: readonly WorkedOutcome[];
	readonly totalInput: number;
	readonly rate: number;
	/** Exponent of year 1. */
	readonly first: number;
}

/** The social value now of a whole model. */
export function modelValue({ outcomes, rate, first }: SroiModel): number {
	return outcomes.reduce((sum, outcome) => sum + presentImpact(impacts(outcome), rate, first), 0);
}

/** The value in [low, high] where a function that crosses zero at most once is zero; null when it does not cross. */
function crossing(surplus: (value: number) => number, low: number, high: number): number | null {
	let [left, right] = [low, high];
	const [atLeft, atRight] = [surplus(left), surplus(right)];
	if (!Number.isFinite(atLeft) || !Number.isFinite(atRight)) return null;
	if (atLeft === 0) return left;
	if (atRight === 0) return right;
	if (Math.sign(atLeft) === Math.sign(atRight)) return null;
	for (let round = 0; round < 200; round += 1) {
		const middle = (left + right) / 2;
		if (middle <= left || middle >= right) break;
		if (Math.sign(surplus(middle)) === Math.sign(atLeft)) left = middle;
		else right = middle;
	}
	return (left + right) / 2;
}

const isShare = (value: number): boolean => value >= 0 && value <= 1;

type Field = 'quantity' | 'proxy' | (typeof outcomeShares)[number];

/** Where the outcome's own value is what the others leave open: it is linear in all assumptions but the drop-off. */
function fieldBreakEven(field: Field, own: (value: number) => number, open: number): number | null {
	if (field === 'dropOff') return crossing((value) => own(value) - open, 0, 1);
	const isLinear = field === 'quantity' || field === 'proxy';
	const unit = isLinear ? own(1) : own(0);
	if (unit === 0) return null;
	const value = printable(isLinear ? open / unit : 1 - open / unit);
	if (value === null || (field === 'quantity' && value < 0)) return null;
	return isLinear || isShare(value) ? value + 0 : null;
}

/** Lower and upper value of an assumption: shares move by percentage points inside 0 to 1, the rest by percent. */
function range(value: number, isFraction: boolean, change: number): readonly [number, number] {
	return isFraction
		? [Math.max(0, value - change), Math.min(1, value + change)]
		: [value - Math.abs(value) * change, value + Math.abs(value) * change];
}

function outcomeRows(model: SroiModel, change: number): SroiSensitivity[] {
	const fields: readonly Field[] = ['quantity', 'proxy', ...outcomeShares];
	return model.outcomes.flatMap((outcome, index) => {
		const others = modelValue({ ...model, outcomes: model.outcomes.filter((_, other) => other !== index) });
		return fields
			.filter((field) => field !== 'dropOff' || outcome.duration > 1)
			.map((field): SroiSensitivity => {
				const own = (value: number) =>
					presentImpact(impacts({ ...outcome, [field]: value }), model.rate, model.first);
				const value = outcome[field];
				const [low, high] = range(value, field !== 'quantity' && field !== 'proxy', change);
				return {
					assumption: `outcomes[${index}].${field}`,
					value,
					low: printable(low) ?? value,
					high: printable(high) ?? value,
					sroiAtLow: printable((others + own(low)) / model.totalInput),
					sroiAtHigh: printable((others + own(high)) / model.totalInput),
					breakEven: fieldBreakEven(field, own, model.totalInput - others),
				};
			});
	});
}

/** One row for each assumption of each outcome, then the discount rate and the total input. */
export function sroiSensitivity(model: SroiModel, changePct: number): SroiSensitivity[] {
	const change = changePct / 100;
	const { totalInput, rate } = model;
	const total = modelValue(model);
	const atRate = (value: number) => modelValue({ ...model, rate: value });
	const [lowRate, highRate] = range(rate, rate >= 0 && rate <= 1, change);
	const [lowInput, highInput] = range(totalInput, false, change);
	const ratio = (value: number, input: number) => printable(value / input);
	return [
		...outcomeRows(model, change),
		{
			assumption: 'rate',
			value: rate,
			low: printable(lowRate) ?? rate,
			high: printable(highRate) ?? rate,
			sroiAtLow: lowRate > -1 ? ratio(atRate(lowRate), totalInput) : null,
			sroiAtHigh: ratio(atRate(highRate), totalInput),
			breakEven: crossing((value) => atRate(value) - totalInput, 0, 10),
		},
		{
			assumption: 'totalInput',
			value: totalInput,
			low: printable(lowInput) ?? totalInput,
			high: printable(highInput) ?? totalInput,
			sroiAtLow: ratio(total, lowInput),
			sroiAtHigh: ratio(total, highInput),
			breakEven: total >= 0 ? printable(total) : null,
		},
	];
}
