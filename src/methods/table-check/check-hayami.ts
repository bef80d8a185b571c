/**
 * Judges every computed figure of a printed Hayami table against the figures around it.
 * A figure matches when it follows from the printed rows it is made of, or from the inputs recomputed: otherwise
 * one wrong row would condemn every row below it.
 */
import { checkAggregates } from './check-aggregates.ts';
import type { Finding, RoundingMode } from './finding.ts';
import { computedKeys, productFigures, rowsBehind } from './hayami-figures.ts';
import type { ProductFigures } from './hayami-figures.ts';
import {
	evaluateRoute,
	evaluateRouteRange,
	formulaOf,
	hayamiRoutes,
	operandsOf,
} from './hayami-relations.ts';
import type { Route } from './hayami-relations.ts';
import { overlap } from './interval.ts';
import { rangeOfComputed, roundingThatFits } from './precision.ts';
import type { PrintedHayamiTable, PrintedNumber } from './printed.ts';
import { shareCauses, wouldMatchIf } from './would-match.ts';
import type { HayamiKey, HayamiResultKey } from '../value-added/hayami-rows.ts';

const matchModes: ReadonlySet<RoundingMode> = new Set(['exact', 'half-up', 'half-even']);

interface Judgement {
	readonly route: Route;
	readonly mode: RoundingMode;
	/** The exact value that the rounding was found on. */
	readonly value: number;
	/** Where the operands were taken from: printed, recomputed, or step by step. */
	readonly valueOf: (key: HayamiKey) => number | null;
	/** A share printed as 0,49 for 49 %. */
	readonly asFraction: boolean;
}

/** The best way in which any of the routes gives the printed figure; null when none does. */
function judge(routes: readonly Route[], figures: ProductFigures, printed: PrintedNumber): Judgement | null {
	let loose: Judgement | null = null;
	for (const route of routes) {
		for (const valueOf of [figures.printedValue, figures.chain, figures.stepwise]) {
			const value = evaluateRoute(route, valueOf);
			if (value === null) continue;
			for (const asFraction of route.percent ? [false, true] : [false]) {
				const mode = roundingThatFits(asFraction ? value / 100 : value, printed);
				if (!mode || (asFraction && Math.abs(printed.value) > 2)) continue;
				const judgement = { route, mode, value, valueOf, asFraction };
				if (matchModes.has(mode)) return judgement;
				loose ??= judgement;
			}
		}
	}
	if (loose) return loose;
	for (const route of routes) {
		const range = evaluateRouteRange(route, figures.range);
		if (range && overlap(range, rangeOfComputed(printed))) {
			// Of the two ways to recompute, the one the author seems to have gone: the nearer one is shown.
			const [near] = [figures.chain, figures.printedValue]
				.map((valueOf) => ({ valueOf, value: evaluateRoute(route, valueOf) }))
				.filter((one): one is { valueOf: typeof figures.chain; value: number } => one.value !== null)
				.sort((a, b) => Math.abs(a.value - printed.value) - Math.abs(b.value - printed.value));
			if (near) return { route, mode: 'rounded-operands', ...near, asFraction: false };
		}
	}
	return null;
}

/** Row 13b may be profit over output value or over value added: the one that fits most products is the table's. */
function routesOf(key: HayamiResultKey, products: readonly ProductFigures[]): readonly Route[] {
	const routes = hayamiRoutes[key];
	if (!routes[0]?.variant || routes.length === 1) return routes;
	const fits = (route: Route) =>
		products.filter((figures) => {
			const printed = figures.printed(key);
			return printed !== null && judge([route], figures, printed) !== null;
		}).length;
	const best = [...routes].sort((a, b) => fits(b) - fits(a))[0] as Route;
	return [best];
}

function followers(key: HayamiResultKey, figures: ProductFigures, differing: ReadonlySet<string>) {
	return [...rowsBehind(key)].flatMap((other) => {
		const printed = figures.printed(other);
		const corrected = figures.chain(other);
		if (!printed || corrected === null || differing.has(other)) return [];
		return roundingThatFits(corrected, printed) ? [] : [{ row: other, printed: printed.value, corrected }];
	});
}

function uncheckable(
	key: HayamiResultKey,
	routes: readonly Route[],
	figures: ProductFigures,
): readonly string[] {
	const missing = routes.map((route) =>
		operandsOf(route).filter((operand) => figures.chain(operand) === null),
	);
	return missing.some((list) => list.length === 0) ? [] : (missing[0] ?? [key]);
}

/** Findings for one table: one per computed figure, product by product in row order. */
export function checkHayamiTable(table: PrintedHayamiTable, withHypotheses = true): readonly Finding[] {
	const products = table.products.map((product) => productFigures(product));
	const findings: Finding[] = [];
	for (const key of computedKeys) {
		if (key === 'profitOverValueAddedPct' && products.every((figures) => !figures.printed(key))) continue;
		const routes = routesOf(key, products);
		for (const figures of products) {
			const printed = figures.printed(key);
			if (printed) findings.push(judgeFigure(table, key, routes, figures, printed, products, withHypotheses));
		}
	}
	const aggregates = checkAggregates(table, (aggregate) =>
		checkHayamiTable({ ...table, products: [aggregate], aggregates: [] }),
	);
	return [...withCausesAndFollowers(findings, products), ...aggregates];
}

function judgeFigure(
	table: PrintedHayamiTable,
	key: HayamiResultKey,
	routes: readonly Route[],
	figures: ProductFigures,
	printed: PrintedNumber,
	products: readonly ProductFigures[],
	withHypotheses: boolean,
): Finding {
	const judgement = judge(routes, figures, printed);
	const route = judgement?.route ?? (routes[0] as Route);
	const missing = judgement ? [] : uncheckable(key, routes, figures);
	const expected = judgement?.value ?? evaluateRoute(route, figures.chain);
	const base = {
		code: 'formula',
		row: key,
		column: figures.name,
		label: table.labels[key] ?? '',
		cell: printed.cell,
		table: table.name,
		printed: printed.value,
		printedText: printed.text,
		decimals: printed.decimals,
		formula: formulaOf(route),
		operands: operandsOf(route).map((id) => ({ id, value: (judgement?.valueOf ?? figures.chain)(id) })),
	};
	if (judgement) {
		return {
			...base,
			expected: judgement.asFraction ? judgement.value / 100 : judgement.value,
			verdict: matchModes.has(judgement.mode) ? 'match' : 'rounding',
			rounding: judgement.mode,
			wouldMatchIf: [],
			...(route.variant || judgement.asFraction
				? {
						params: {
							...(route.variant ? { variant: route.variant } : {}),
							...(judgement.asFraction ? { as: 'fraction' } : {}),
						},
					}
				: {}),
		};
	}
	if (missing.length > 0 || expected === null) {
		return {
			...base,
			expected: null,
			verdict: 'uncheckable',
			wouldMatchIf: [],
			params: { missing: missing.join(' ') },
		};
	}
	// Beside a dozen products the neighbours say enough.
	const others = products.length > 12 ? [] : products.filter((other) => other !== figures);
	return {
		...base,
		expected,
		verdict: 'differs',
		wouldMatchIf: withHypotheses ? wouldMatchIf(key, route, figures, printed, expected, others) : [],
	};
}

function withCausesAndFollowers(findings: readonly Finding[], products: readonly ProductFigures[]) {
	const causes = new Map<Finding, Finding['wouldMatchIf']>();
	for (const key of computedKeys) {
		const row = findings.filter((finding) => finding.row === key && finding.verdict === 'differs');
		shareCauses(row.map((finding) => finding.wouldMatchIf)).forEach((list, index) => {
			causes.set(row[index] as Finding, list);
		});
	}
	const byName = new Map(products.map((product) => [product.name, product]));
	const rows = new Map<string, Set<string>>();
	for (const { verdict, column, row } of findings) {
		if (verdict === 'differs') rows.set(column, (rows.get(column) ?? new Set()).add(row));
	}
	return findings.map((finding): Finding => {
		if (finding.verdict !== 'differs') return finding;
		const figures = byName.get(finding.column) as ProductFigures;
		const differing = rows.get(finding.column) ?? new Set();
		return {
			...finding,
			wouldMatchIf: causes.get(finding) ?? finding.wouldMatchIf,
			follows: followers(finding.row as HayamiResultKey, figures, differing),
		};
	});
}
