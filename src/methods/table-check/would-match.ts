/**
 * "Would match if": which single, simple change makes a printed figure follow from the others. Hypotheses only,
 * simplest first: a misread digit, a power of ten, another divisor, another value of one input.
 */
import type { WouldMatchIf } from './finding.ts';
import { evaluateRoute, evaluateRouteRange, hayamiRoutes, operandsOf } from './hayami-relations.ts';
import type { Route } from './hayami-relations.ts';
import { inputKeys } from './hayami-figures.ts';
import type { ProductFigures } from './hayami-figures.ts';
import { overlap } from './interval.ts';
import type { Interval } from './interval.ts';
import { lastPlace, rangeOfComputed, roundingThatFits } from './precision.ts';
import type { PrintedNumber } from './printed.ts';
import type { HayamiInputKey, HayamiKey, HayamiResultKey } from '../value-added/hayami-rows.ts';

/** The digits of a value at the printed precision: `5278.65` at 2 decimals is `527865`. */
function digitsAt(value: number, printed: PrintedNumber): string {
	return Math.round(Math.abs(value) / lastPlace(printed)).toString();
}

/** One digit written differently, or two neighbours swapped. */
export function digitSlip(printed: PrintedNumber, expected: number): WouldMatchIf | null {
	const [a, b] = [digitsAt(printed.value, printed), digitsAt(expected, printed)];
	if (a.length !== b.length || a.length < 3 || a === b) return null;
	const apart = [...a].flatMap((digit, index) => (digit === b[index] ? [] : [index]));
	const value = Number(b) * lastPlace(printed) * Math.sign(expected || 1);
	const rounded = Number(value.toFixed(Math.max(0, Math.min(printed.decimals, 12))));
	if (apart.length === 1) return { kind: 'one-digit', at: 'digit', value: rounded };
	const [first, second] = apart as [number, number];
	if (apart.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first]) {
		return { kind: 'swapped-digits', at: 'digits', value: rounded };
	}
	return null;
}

/** The printed figure is the expected one times a power of ten. */
export function powerOfTen(printed: PrintedNumber, expected: number): WouldMatchIf | null {
	if (expected === 0 || printed.value === 0) return null;
	for (const exponent of [-6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6]) {
		const factor = 10 ** exponent;
		if (roundingThatFits(expected * factor, printed)) {
			return { kind: 'power-of-ten', at: 'factor', value: factor };
		}
	}
	return null;
}

/** How many digits a number needs: 6000 needs one, 5500 two. */
export function significantDigits(value: number): number {
	const digits = Math.abs(value).toPrecision(12).replace(/e.*$/, '').replace('.', '');
	return digits.replace(/^0+/, '').replace(/0+$/, '').length || 1;
}

/** The roundest number in a range: a stale price is 6000, rarely 5998.5. */
export function roundestIn(range: Interval): number | null {
	const { low, high } = range;
	if (!(high >= low) || !Number.isFinite(low) || !Number.isFinite(high)) return null;
	const middle = (low + high) / 2;
	const top = Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high), 1e-9)));
	for (let exponent = top; exponent >= top - 9; exponent -= 1) {
		const step = 10 ** exponent;
		const nearest = Math.round(middle / step) * step;
		for (const candidate of [nearest, nearest + step, nearest - step]) {
			if (candidate >= low - 1e-12 && candidate <= high + 1e-12 && candidate !== 0) {
				return Number(candidate.toPrecision(12));
			}
		}
	}
	return null;
}

/**
 * The value of one input that gives `target`, exactly. Every Hayami figure is a quotient of two linear functions of
 * any single input, so three points fix it and the cross-ratio inverts it.
 */
function solveFor(target: number, value: (x: number) => number | null, around: number): number | null {
	const xs = [around * 0.83, around, around * 1.19] as const;
	const [y1, y2, y3] = xs.map(value) as [number | null, number | null, number | null];
	if (y1 === null || y2 === null || y3 === null || y1 === y2 || y2 === y3 || y1 === y3) return null;
	if (target === y3) return xs[2];
	const cross = ((target - y1) * (y2 - y3)) / ((target - y3) * (y2 - y1));
	const denominator = xs[1] - xs[2] - cross * (xs[1] - xs[0]);
	const solution = (xs[0] * (xs[1] - xs[2]) - cross * xs[2] * (xs[1] - xs[0])) / denominator;
	return Number.isFinite(solution) ? solution : null;
}

/** Other values of one input that would give the printed figure, the roundest of each input's range. */
function otherInputValues(
	key: HayamiResultKey,
	route: Route,
	figures: ProductFigures,
	printed: PrintedNumber,
) {
	const target = rangeOfComputed(printed);
	const found: WouldMatchIf[] = [];
	for (const input of inputKeys) {
		const now = figures.chain(input);
		if (now === null || now === 0) continue;
		const value = (x: number) => {
			const other = figures.withInput(input, x);
			return evaluateRoute(route, other.chain);
		};
		const ends = [solveFor(target.low, value, now), solveFor(target.high, value, now)];
		if (ends[0] === null || ends[1] === null) continue;
		const range = { low: Math.min(...(ends as number[])), high: Math.max(...(ends as number[])) };
		const round = roundestIn(range);
		if (round === null || round <= 0 || Math.abs(round / now - 1) < 1e-9) continue;
		// An input twenty times off is no longer a slip of this figure.
		if (round / now > 20 || round / now < 0.05) continue;
		// A slip of an input is as round as the input: 6.260 for 6.000 is arithmetic, not a hypothesis.
		if (significantDigits(round) > Math.max(2, significantDigits(now))) continue;
		const check = value(round);
		if (check === null || !roundingThatFits(check, printed)) continue;
		found.push({ kind: 'input', at: input, value: round, params: { now } });
	}
	return found.sort(
		(a, b) =>
			significantDigits(a.value) - significantDigits(b.value) ||
			closeness(a, figures) - closeness(b, figures),
	);
}

/** How far, in factors, a proposed input lies from the printed one. */
function closeness(candidate: WouldMatchIf, figures: ProductFigures): number {
	const now = figures.chain(candidate.at as HayamiInputKey) ?? 1;
	return Math.abs(Math.log(candidate.value / now));
}

const shareDivisors: readonly HayamiKey[] = [
	'outputValue',
	'valueAdded',
	'margin',
	'profit',
	'rawMaterialPrice',
	'output',
	'rawMaterial',
	// Read as a letter, "I/Q" is easily typed "I/L": the ratio of the value added in the place of the margin.
	'valueAddedRatioPct',
];

/** The same numerator over another divisor: output value instead of value added, kg of output instead of raw material. */
function otherDivisors(route: Route, figures: ProductFigures, printed: PrintedNumber): WouldMatchIf[] {
	const last = route.rest.at(-1);
	if (!last || last[0] !== '/') return [];
	const candidates = route.percent ? shareDivisors : (['output', 'labour'] as const);
	return candidates.flatMap((divisor) => {
		if (divisor === last[1] || operandsOf(route).includes(divisor)) return [];
		const other: Route = { ...route, rest: [...route.rest.slice(0, -1), ['/', divisor]] };
		for (const valueOf of [figures.printedValue, figures.chain]) {
			const value = evaluateRoute(other, valueOf);
			if (value !== null && roundingThatFits(value, printed)) {
				return [
					{
						kind: 'divisor' as const,
						at: divisor,
						value: valueOf(divisor) as number,
						params: { instead: last[1] },
					},
				];
			}
		}
		const range = route.percent ? evaluateRouteRange(other, figures.range) : null;
		const own = figures.chain(divisor);
		return range && own !== null && overlap(range, rangeOfComputed(printed))
			? [{ kind: 'divisor' as const, at: divisor, value: own, params: { instead: last[1] } }]
			: [];
	});
}

/** A row left out of a sum or a difference. */
function leftOut(route: Route, figures: ProductFigures, printed: PrintedNumber): WouldMatchIf[] {
	if (route.percent || !route.rest.every(([operator]) => operator === '-')) return [];
	return route.rest.flatMap(([, key], index) => {
		const without: Route = { ...route, rest: route.rest.filter((_, other) => other !== index) };
		const value = evaluateRoute(without, figures.chain);
		return value !== null && roundingThatFits(value, printed)
			? [{ kind: 'variant' as const, at: key, value, params: { leftOut: key } }]
			: [];
	});
}

/** The figure fits the value that another product has in one of its operands: a column copied across. */
function fromAnotherColumn(
	route: Route,
	figures: ProductFigures,
	printed: PrintedNumber,
	others: readonly ProductFigures[],
): WouldMatchIf[] {
	return operandsOf(route).flatMap((operand) =>
		others.flatMap((other) => {
			const theirs = other.printedValue(operand);
			if (theirs === null || theirs === figures.printedValue(operand)) return [];
			const value = evaluateRoute(route, (key) => (key === operand ? theirs : figures.chain(key)));
			if (value === null || !roundingThatFits(value, printed)) return [];
			return [{ kind: 'stale-result' as const, at: operand, value: theirs, params: { column: other.name } }];
		}),
	);
}

/** Every hypothesis for one figure that does not follow from the others, simplest first, at most six. */
export function wouldMatchIf(
	key: HayamiResultKey,
	route: Route,
	figures: ProductFigures,
	printed: PrintedNumber,
	expected: number,
	others: readonly ProductFigures[],
): readonly WouldMatchIf[] {
	const single = [digitSlip(printed, expected), powerOfTen(printed, expected)].filter((one) => one !== null);
	const variants = hayamiRoutes[key].filter((other) => other.variant && other !== route);
	const byVariant = variants.flatMap((other): WouldMatchIf[] => {
		const value = evaluateRoute(other, figures.chain);
		return value !== null && roundingThatFits(value, printed)
			? [{ kind: 'variant', at: other.variant as string, value }]
			: [];
	});
	const all = [
		...single,
		...byVariant,
		...otherDivisors(route, figures, printed),
		...leftOut(route, figures, printed),
		...otherInputValues(key, route, figures, printed),
		...fromAnotherColumn(route, figures, printed, others),
	];
	const seen = new Set<string>();
	return all
		.filter((one) => {
			const name = `${one.kind}:${one.at}:${one.value}`;
			return seen.has(name) ? false : seen.add(name);
		})
		.slice(0, 6);
}

/**
 * Moves what explains several figures at once to the front: one old price behind a whole row is simpler than a
 * different slip in each column.
 */
export function shareCauses(
	lists: readonly (readonly WouldMatchIf[])[],
): readonly (readonly WouldMatchIf[])[] {
	const sameValue = new Map<string, number>();
	const sameInput = new Map<string, number>();
	const inputs = lists.map((list) => list.filter((one) => one.kind === 'input'));
	for (const one of inputs.flat()) {
		const name = `${one.at}:${one.value}`;
		sameValue.set(name, (sameValue.get(name) ?? 0) + 1);
	}
	for (const list of inputs) {
		for (const at of new Set(list.map((one) => one.at))) sameInput.set(at, (sameInput.get(at) ?? 0) + 1);
	}
	const shared = (one: WouldMatchIf) => sameValue.get(`${one.at}:${one.value}`) ?? 1;
	return lists.map((list, index) => {
		const ordered = (inputs[index] ?? [])
			.map((one) => (shared(one) > 1 ? { ...one, params: { ...one.params, shared: shared(one) } } : one))
			.sort((a, b) => shared(b) - shared(a) || (sameInput.get(b.at) ?? 0) - (sameInput.get(a.at) ?? 0));
		return [...list.filter((one) => one.kind !== 'input'), ...ordered];
	});
}
