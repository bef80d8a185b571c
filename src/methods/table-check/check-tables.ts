/**
 * Checks printed tables: judges every computed figure, and says what is odd and what the differences mean.
 * Source of the rules: Hayami et al. (1987) for the rows; interval judgement of rounded figures as in interval
 * arithmetic (Moore 1966); the list of hypotheses is ours.
 */
import { checkCostTable } from './check-costs.ts';
import { checkDepreciationTable } from './check-depreciation.ts';
import { checkEconomicFigures } from './check-economic.ts';
import { checkHayamiTable } from './check-hayami.ts';
import { checkProgrammeTables, programmeOddities } from './check-programme.ts';
import { checkStatement } from './check-statement.ts';
import { checkSummary } from './check-summary.ts';
import { conclusionEffects } from './conclusion.ts';
import { settleFollowing } from './corrected.ts';
import { economicOddities } from './economic-oddities.ts';
import type { ConclusionEffect, Finding, Verdict } from './finding.ts';
import { checkOtherInputs, linkTables } from './link-tables.ts';
import { oddities } from './oddities.ts';
import type { PrintedTables } from './printed.ts';

export interface TableCheck {
	readonly title: string;
	readonly findings: readonly Finding[];
	/** How many figures of each verdict; `odd` counts remarks on the table, not figures. */
	readonly counts: Readonly<Record<Verdict, number>>;
	/** Figures judged: every verdict but `odd`. */
	readonly judged: number;
	/** Printed figures that fit the others but would change with one that differs. */
	readonly following: number;
	readonly conclusions: readonly ConclusionEffect[];
}

/**
 * A total may be judged as a formula (fixed + variable cost) and as a sum of the rows above it. It follows when one
 * of the two gives it; when neither does, the sum names the rows.
 */
function oncePerCell(findings: readonly Finding[]): readonly Finding[] {
	const best = new Map<string, Finding>();
	const rank = (finding: Finding) => ['match', 'rounding', 'uncheckable', 'differs'].indexOf(finding.verdict);
	for (const finding of findings) {
		const cell = finding.cell
			? `${finding.table}!${finding.cell}`
			: `${finding.table}|${finding.column}|${finding.row}`;
		const before = best.get(cell);
		const better =
			!before ||
			rank(finding) < rank(before) ||
			(finding.verdict === 'differs' &&
				before.verdict === 'differs' &&
				finding.operands.length > before.operands.length);
		if (better) best.set(cell, finding);
	}
	return [...best.values()];
}

/** Sheets of more products are data sets: their differences are listed without hypotheses. */
const mostProducts = 60;

function judgeFigures(tables: PrintedTables): readonly Finding[] {
	const withHypotheses = tables.hayami.reduce((sum, table) => sum + table.products.length, 0) <= mostProducts;
	const links = linkTables(tables);
	return [
		...tables.hayami.flatMap((table) => [
			...links.filter((link) => link.table === table).flatMap((link) => checkOtherInputs(link, tables)),
			...checkHayamiTable(table, withHypotheses),
		]),
		...tables.depreciation.flatMap(checkDepreciationTable),
		...oncePerCell([
			...tables.costs.flatMap(checkCostTable),
			...tables.summaries.flatMap(checkSummary),
			...(tables.statements ?? []).flatMap(checkStatement),
			...checkEconomicFigures(tables),
			...checkProgrammeTables(tables),
		]),
	];
}

const finite = (value: number | null) => (value !== null && Number.isFinite(value) ? value : null);

/** A finding whose every figure is a number: noise near 1e308 overflows on its way through sums and quotients. */
function finiteFinding(finding: Finding): Finding {
	const numbers = [finding.expected, ...finding.operands.map((one) => one.value)];
	const follows = finding.follows?.filter((one) => Number.isFinite(one.corrected));
	const wouldMatchIf = finding.wouldMatchIf.filter((one) => Number.isFinite(one.value));
	const params = Object.entries(finding.params ?? {}).filter(
		([, value]) => typeof value !== 'number' || Number.isFinite(value),
	);
	const overflowed = numbers.some((value) => value !== null && !Number.isFinite(value));
	return {
		...finding,
		expected: finite(finding.expected),
		operands: overflowed
			? finding.operands.map((one) => ({ ...one, value: finite(one.value) }))
			: finding.operands,
		wouldMatchIf,
		...(follows ? { follows } : {}),
		...(finding.params ? { params: Object.fromEntries(params) } : {}),
	};
}

/** Judges all tables of one source together. An input without tables gives an empty check, never an error. */
export function checkTables(tables: PrintedTables): TableCheck {
	const links = linkTables(tables);
	const figures = settleFollowing(tables, judgeFigures(tables), judgeFigures);
	const findings = [
		...figures,
		...oddities(tables, figures, new Set(links.map((link) => link.table))),
		...economicOddities(tables),
		...programmeOddities(tables, figures),
	].map(finiteFinding);
	const counts: Record<Verdict, number> = { match: 0, rounding: 0, differs: 0, uncheckable: 0, odd: 0 };
	for (const finding of findings) counts[finding.verdict] += 1;
	const following = new Set(
		findings.flatMap((finding) =>
			(finding.follows ?? []).map((one) => `${finding.table}|${finding.column}|${one.row}`),
		),
	);
	return {
		title: tables.title,
		findings,
		counts,
		judged: findings.length - counts.odd,
		following: following.size,
		conclusions: tables.hayami.flatMap((table) => conclusionEffects(table, figures)),
	};
}
