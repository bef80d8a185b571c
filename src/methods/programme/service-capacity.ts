/** What a group that works by the piece can do and earn in a day, and the share of each member. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { amount, faultStatus, firstFault, positive, required } from '../numeric/input-check.ts';
import { plainStep } from '../numeric/plain-step.ts';
import { lowHigh, span } from './span.ts';
import type { Span } from './span.ts';

export interface ServiceCapacityInput {
	readonly people: Span;
	readonly itemsPerPersonDay: Span;
	/** Rupiah per item. */
	readonly feePerItem: Span;
	readonly minutesPerItem?: number | null;
	readonly hoursPerDay?: number | null;
	/** Rupiah a day that the group pays before it shares. */
	readonly costsPerDay?: number | null;
	readonly daysPerPeriod?: number | null;
}

type Pair = readonly [low: number, high: number];

export interface ServiceCapacityResult {
	readonly itemsPerDay: Pair;
	readonly incomePerDay: Pair;
	readonly sharePerMember: Pair;
	readonly sharePerMemberPeriod: Pair | null;
	/** Hours one person is busy with that many items. */
	readonly hoursPerPerson: Pair | null;
}

const fields = {
	people: required(span),
	itemsPerPersonDay: required(span),
	feePerItem: required(span),
	minutesPerItem: positive,
	hoursPerDay: positive,
	costsPerDay: amount,
	daysPerPeriod: positive,
};

function compute(input: ServiceCapacityInput): MethodResult<ServiceCapacityResult> {
	const fault = firstFault(input, fields);
	if (fault !== null) return refused(faultStatus(fault), fault.reason, fault.at);
	const [people, items, fee] = [
		lowHigh(input.people),
		lowHigh(input.itemsPerPersonDay),
		lowHigh(input.feePerItem),
	];
	if (people[0] === 0) return refused('undefined', 'ZERO_DENOMINATOR', 'people');
	const costs = input.costsPerDay ?? 0;
	const both = (make: (k: 0 | 1) => number): Pair => [make(0), make(1)];
	const itemsPerDay = both((k) => people[k] * items[k]);
	const incomePerDay = both((k) => people[k] * items[k] * fee[k]);
	// Costs are shared by few or by many: the least is with few people, the most with few as well when costs are 0.
	const shares = people.flatMap((count) => [
		items[0] * fee[0] - costs / count,
		items[1] * fee[1] - costs / count,
	]);
	const sharePerMember: Pair = [Math.min(...shares), Math.max(...shares)];
	const { minutesPerItem, hoursPerDay, daysPerPeriod } = input;
	const hoursPerPerson = minutesPerItem == null ? null : both((k) => (items[k] * minutesPerItem) / 60);
	const sharePerMemberPeriod = daysPerPeriod == null ? null : both((k) => sharePerMember[k] * daysPerPeriod);
	const result = { itemsPerDay, incomePerDay, sharePerMember, sharePerMemberPeriod, hoursPerPerson };
	if (
		!Object.values(result)
			.flat()
			.every((value) => value === null || Number.isFinite(value))
	)
		return refused('undefined', 'OUT_OF_RANGE', 'people');
	const warnings: Warning[] = [];
	if (hoursPerPerson !== null && hoursPerPerson[1] > (hoursPerDay ?? 24))
		warnings.push({ code: 'HOURS_ABOVE_DAY', at: 'itemsPerPersonDay' });
	if (sharePerMember[0] < 0) warnings.push({ code: 'LOSS', at: 'sharePerMember' });
	const step = (id: string, pair: Pair, unit: string, formula: string): Step[] =>
		(['low', 'high'] as const).map((side, k) =>
			plainStep({
				id: `${id}.${side}`,
				value: pair[k],
				unit,
				basis: 'day',
				formula,
				inputs: { people: people[k], itemsPerPersonDay: items[k], feePerItem: fee[k] },
			}),
		);
	const steps = [
		...step('itemsPerDay', itemsPerDay, 'item', 'people x itemsPerPersonDay'),
		...step('incomePerDay', incomePerDay, 'Rp', 'itemsPerDay x feePerItem'),
		...step('sharePerMember', sharePerMember, 'Rp', 'itemsPerPersonDay x feePerItem - costsPerDay / people'),
	];
	return { status: 'ok', result, steps, warnings };
}

/** Capacity and income from low to high; more hours than the day has are named. */
export const serviceCapacity = method<ServiceCapacityInput, ServiceCapacityResult>({
	id: 'service-capacity',
	version: 1,
	formula:
		'incomePerDay = people x itemsPerPersonDay x feePerItem; sharePerMember = (incomePerDay - costsPerDay) / people',
	unit: 'items and Rp per day',
	source:
		'Heizer, J. and Render, B. (2014), Operations Management, 11th ed., Pearson, supplement 7 (capacity and constraint management); piece-rate income; figures of the bone-removal groups of Kalanganyar, Sidoarjo (the text of the paper).',
	example: {
		people: [4, 5],
		itemsPerPersonDay: [100, 150],
		feePerItem: [1500, 2000],
		minutesPerItem: 2,
		hoursPerDay: 8,
	},
	compute,
});
