/**
 * One printed product with everything a check asks of it: printed values, the values recomputed from the printed
 * inputs ("chain"), and the ranges both allow.
 */
import { evaluateRoute, evaluateRouteRange, hayamiRoutes } from './hayami-relations.ts';
import { overlap } from './interval.ts';
import type { Interval } from './interval.ts';
import { rangeOfComputed, rangeOfInput } from './precision.ts';
import type { PrintedNumber, PrintedProduct } from './printed.ts';
import { hayamiRow, hayamiRows } from '../value-added/hayami-rows.ts';
import type { HayamiInputKey, HayamiKey, HayamiResultKey } from '../value-added/hayami-rows.ts';

export interface ProductFigures {
	readonly name: string;
	printed(key: HayamiKey): PrintedNumber | null;
	printedValue(key: HayamiKey): number | null;
	/** Recomputed from the inputs alone; a missing link is taken from print. */
	chain(key: HayamiKey): number | null;
	/** Recomputed as on paper: from the inputs and the coefficients as printed (0,35 for 0,3524). */
	stepwise(key: HayamiKey): number | null;
	/** Every value the printed figure can stand for, narrowed by what the inputs allow. */
	range(key: HayamiKey): Interval | null;
	/** The same product with one input changed (the chain follows). */
	withInput(key: HayamiInputKey, value: number): ProductFigures;
}

function isInput(key: HayamiKey): key is HayamiInputKey {
	return hayamiRow(key).kind === 'input';
}

/** Prepares a printed product. `changed` replaces printed inputs by other values in the chain. */
export function productFigures(
	product: PrintedProduct,
	changed: Readonly<Partial<Record<HayamiInputKey, number>>> = {},
): ProductFigures {
	const chainValues = new Map<HayamiKey, number | null>();
	const chainRanges = new Map<HayamiKey, Interval | null>();
	const printed = (key: HayamiKey) => product.figures[key] ?? null;
	const printedValue = (key: HayamiKey) => printed(key)?.value ?? null;

	function chain(key: HayamiKey): number | null {
		const known = chainValues.get(key);
		if (known !== undefined) return known;
		let value: number | null = null;
		if (isInput(key)) value = changed[key] ?? printedValue(key);
		else {
			// The last route leans least on rounded figures (A x F / B rather than D x F).
			for (const route of [...hayamiRoutes[key]].reverse()) {
				if (route.variant && route !== hayamiRoutes[key][0]) continue;
				value ??= evaluateRoute(route, chain);
			}
			value ??= printedValue(key);
		}
		chainValues.set(key, value);
		return value;
	}

	function stepwise(key: HayamiKey): number | null {
		if (isInput(key)) return chain(key);
		const asPrinted = key === 'conversionFactor' || key === 'labourCoefficient' ? printedValue(key) : null;
		const [route] = hayamiRoutes[key];
		return asPrinted ?? (route ? evaluateRoute(route, stepwise) : null);
	}

	function chainRange(key: HayamiKey): Interval | null {
		const known = chainRanges.get(key);
		if (known !== undefined) return known;
		let range: Interval | null = null;
		const own = printed(key);
		if (isInput(key)) {
			const value = changed[key];
			range = value !== undefined ? { low: value, high: value } : own ? rangeOfInput(own) : null;
		} else {
			for (const route of [...hayamiRoutes[key]].reverse()) {
				if (route.variant && route !== hayamiRoutes[key][0]) continue;
				range ??= evaluateRouteRange(route, chainRange);
			}
			range ??= own ? rangeOfComputed(own) : null;
		}
		chainRanges.set(key, range);
		return range;
	}

	function range(key: HayamiKey): Interval | null {
		const fromInputs = chainRange(key);
		const own = printed(key);
		if (!own || isInput(key)) return fromInputs;
		const ownRange = rangeOfComputed(own);
		if (!fromInputs || !overlap(ownRange, fromInputs)) return ownRange;
		return {
			low: Math.max(ownRange.low, fromInputs.low),
			high: Math.min(ownRange.high, fromInputs.high),
		};
	}

	return {
		name: product.name,
		printed,
		printedValue,
		chain,
		stepwise,
		range,
		withInput: (key, value) => productFigures(product, { ...changed, [key]: value }),
	};
}

/** The computed rows in printed order. */
export const computedKeys: readonly HayamiResultKey[] = hayamiRows
	.filter((row) => row.kind === 'computed')
	.map((row) => row.key as HayamiResultKey);

/** The input rows in printed order. */
export const inputKeys: readonly HayamiInputKey[] = hayamiRows
	.filter((row) => row.kind === 'input')
	.map((row) => row.key as HayamiInputKey);

/** Every computed row that leans, directly or through others, on `key`. */
export function rowsBehind(key: HayamiKey): ReadonlySet<HayamiKey> {
	const behind = new Set<HayamiKey>([key]);
	for (const row of hayamiRows) {
		if (row.operands.some((operand) => behind.has(operand))) behind.add(row.key);
	}
	behind.delete(key);
	return behind;
}
