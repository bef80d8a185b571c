/**
 * Hamilton's method of the largest remainder: whole units divided by exact quotas, the sum always kept.
 * Source: Balinski, M. L. and Young, H. P. (1982), Fair Representation, Yale University Press, chapter 2.
 */
import {
	addFractions,
	compareFractions,
	floorFraction,
	fraction,
	multiplyFractions,
	zero,
} from './fraction.ts';
import type { Fraction } from './fraction.ts';

interface Portion {
	/** total x share, with the fraction carried over from before. */
	readonly quota: Fraction;
	readonly amount: bigint;
	/** What is owed to this portion (or, below 0, was given ahead): quota - amount. */
	readonly carried: Fraction;
	/** Whether it received one of the units that were left over. */
	readonly extra: boolean;
}

export interface LargestRemainder {
	readonly portions: readonly Portion[];
	/** Units left over after each quota was cut to its whole part. */
	readonly leftOver: bigint;
}

interface Options {
	/** Fractions of a unit owed from earlier divisions; they sum to 0. */
	readonly carried?: readonly Fraction[];
	/** With equal fraction and equal share, the portion where the search for the next receiver begins. */
	readonly rotation?: number;
}

/** Sum of the fractions. */
export function sumFractions(values: readonly Fraction[]): Fraction {
	return values.reduce(addFractions, zero);
}

/**
 * Divides `total` (0 or more whole units) by `shares` that sum to 1.
 * Units left over go one by one to the largest fraction; ties to the larger share, then to the lower index counted
 * from `rotation`.
 */
export function largestRemainder(
	total: bigint,
	shares: readonly Fraction[],
	{ carried = [], rotation = 0 }: Options = {},
): LargestRemainder {
	const size = shares.length;
	const whole = fraction(total);
	const quotas = shares.map((share, k) => addFractions(multiplyFractions(whole, share), carried[k] ?? zero));
	const floors = quotas.map((quota) => {
		const floor = floorFraction(quota);
		return floor < 0n ? 0n : floor;
	});
	const amounts = [...floors];
	const rests = quotas.map((quota, k) => addFractions(quota, fraction(-(floors[k] as bigint))));
	const turn = (k: number): number => (k - rotation + size) % size;
	const order = shares.map((_, k) => k);
	order.sort(
		(a, b) =>
			compareFractions(rests[b] as Fraction, rests[a] as Fraction) ||
			compareFractions(shares[b] as Fraction, shares[a] as Fraction) ||
			turn(a) - turn(b),
	);
	const leftOver = total - floors.reduce((sum, value) => sum + value, 0n);
	let open = leftOver;
	for (let place = 0; open > 0n; place = (place + 1) % size) {
		const k = order[place] as number;
		amounts[k] = (amounts[k] as bigint) + 1n;
		open -= 1n;
	}
	// Debts carried over can leave more whole parts than units: they are taken back from the smallest fractions.
	for (let place = size - 1; open < 0n; place = (place + size - 1) % size) {
		const k = order[place] as number;
		if ((amounts[k] as bigint) > 0n) {
			amounts[k] = (amounts[k] as bigint) - 1n;
			open += 1n;
		}
	}
	const portions = quotas.map((quota, k) => {
		const amount = amounts[k] as bigint;
		return {
			quota,
			amount,
			carried: addFractions(quota, fraction(-amount)),
			extra: amount > (floors[k] as bigint),
		};
	});
	return { portions, leftOver };
}

/** Shares of a whole by weights of 0 or more; null when all are 0. */
export function sharesOf(weights: readonly Fraction[]): Fraction[] | null {
	const sum = sumFractions(weights);
	if (sum.numerator <= 0n) return null;
	const inverse = fraction(sum.denominator, sum.numerator);
	return weights.map((weight) => multiplyFractions(weight, inverse));
}
