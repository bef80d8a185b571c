/**
 * The relations between the rows of a Hayami table, in the direction of the calculation. A figure may have more
 * than one route (output value is D x F, and A x F / B without the rounding of D). The way back (K = M + O) is not
 * a route: it would call a wrong value added right because the profit printed below it was taken from it.
 */
import { addIntervals, divideIntervals, multiplyIntervals, point, subtractIntervals } from './interval.ts';
import type { Interval } from './interval.ts';
import type { HayamiKey, HayamiResultKey } from '../value-added/hayami-rows.ts';

/** A chain of operations from left to right: the first operand, then operator and operand. */
export interface Route {
	readonly first: HayamiKey;
	readonly rest: readonly (readonly ['+' | '-' | '*' | '/', HayamiKey])[];
	readonly percent: boolean;
	/** The name of the variant when a figure is defined in more than one way. */
	readonly variant?: string;
}

const ratio = (a: HayamiKey, b: HayamiKey, variant?: string): Route => ({
	first: a,
	rest: [['/', b]],
	percent: true,
	...(variant ? { variant } : {}),
});

const chain = (first: HayamiKey, ...rest: (readonly ['+' | '-' | '*' | '/', HayamiKey])[]): Route => ({
	first,
	rest,
	percent: false,
});

/** Every route to every computed row; the first is the definition. */
export const hayamiRoutes: Readonly<Record<HayamiResultKey, readonly Route[]>> = {
	conversionFactor: [chain('output', ['/', 'rawMaterial'])],
	labourCoefficient: [chain('labour', ['/', 'rawMaterial'])],
	outputValue: [
		chain('conversionFactor', ['*', 'outputPrice']),
		chain('output', ['*', 'outputPrice'], ['/', 'rawMaterial']),
	],
	valueAdded: [chain('outputValue', ['-', 'rawMaterialPrice'], ['-', 'otherInputs'])],
	valueAddedRatioPct: [ratio('valueAdded', 'outputValue')],
	labourIncome: [
		chain('labourCoefficient', ['*', 'wage']),
		chain('labour', ['*', 'wage'], ['/', 'rawMaterial']),
	],
	labourSharePct: [ratio('labourIncome', 'valueAdded')],
	profit: [chain('valueAdded', ['-', 'labourIncome'])],
	// Printed tables call both of these row 13b; which one is meant is found from the figures.
	profitRatePct: [
		ratio('profit', 'outputValue', 'over-output-value'),
		ratio('profit', 'valueAdded', 'over-value-added'),
	],
	profitOverValueAddedPct: [ratio('profit', 'valueAdded', 'over-value-added')],
	margin: [chain('outputValue', ['-', 'rawMaterialPrice'])],
	marginLabourPct: [ratio('labourIncome', 'margin')],
	marginOtherInputsPct: [ratio('otherInputs', 'margin')],
	marginProfitPct: [ratio('profit', 'margin')],
};

/** The keys a route needs. */
export function operandsOf(route: Route): readonly HayamiKey[] {
	return [route.first, ...route.rest.map(([, key]) => key)];
}

/** `profit / outputValue * 100`: the route in keys. */
export function formulaOf(route: Route): string {
	const body = [route.first, ...route.rest.map(([operator, key]) => `${operator} ${key}`)].join(' ');
	return route.percent ? `${body} * 100` : body;
}

/** The route's value, or null when an operand is missing or a divisor is zero. */
export function evaluateRoute(route: Route, valueOf: (key: HayamiKey) => number | null): number | null {
	let result = valueOf(route.first);
	for (const [operator, key] of route.rest) {
		const operand = valueOf(key);
		if (result === null || operand === null) return null;
		if (operator === '/' && operand === 0) return null;
		if (operator === '+') result += operand;
		else if (operator === '-') result -= operand;
		else if (operator === '*') result *= operand;
		else result /= operand;
	}
	if (result === null || !Number.isFinite(result)) return null;
	return route.percent ? result * 100 : result;
}

/** The range of a route's value when its operands are ranges; null when it cannot be told. */
export function evaluateRouteRange(
	route: Route,
	rangeOf: (key: HayamiKey) => Interval | null,
): Interval | null {
	let result = rangeOf(route.first);
	for (const [operator, key] of route.rest) {
		const operand = rangeOf(key);
		if (result === null || operand === null) return null;
		if (operator === '+') result = addIntervals(result, operand);
		else if (operator === '-') result = subtractIntervals(result, operand);
		else if (operator === '*') result = multiplyIntervals(result, operand);
		else result = divideIntervals(result, operand);
	}
	return result && route.percent ? multiplyIntervals(result, point(100)) : result;
}
