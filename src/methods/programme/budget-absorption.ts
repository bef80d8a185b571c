/** How much of each budget was spent, and what one unit of what it bought cost. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import {
	amount,
	faultStatus,
	firstFault,
	listOf,
	positive,
	record,
	required,
	text,
} from '../numeric/input-check.ts';
import { LONGEST_TRACE, plainStep } from '../numeric/plain-step.ts';

export interface BudgetAbsorptionInput {
	readonly lines: readonly {
		readonly name?: string;
		readonly budget: number;
		/** Left out it is not known, not 0. */
		readonly realised?: number | null;
		/** Houses, machines or people it paid for. */
		readonly units?: number | null;
	}[];
}

export interface BudgetAbsorptionResult {
	readonly lines: readonly {
		readonly name: string;
		readonly absorptionPct: number | null;
		readonly remaining: number | null;
		readonly perUnit: number | null;
	}[];
	/** Of the lines whose realisation is known. */
	readonly totalBudget: number;
	readonly totalRealised: number;
	readonly totalAbsorptionPct: number | null;
}

const fields = {
	lines: required(
		listOf(record({ name: text, budget: required(amount), realised: amount, units: positive }), 10_000),
	),
};
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
const pct = (part: number, whole: number): number | null =>
	whole === 0 ? null : finite((part / whole) * 100);

function compute(input: BudgetAbsorptionInput): MethodResult<BudgetAbsorptionResult> {
	const fault = firstFault(input, fields);
	if (fault !== null) return refused(faultStatus(fault), fault.reason, fault.at);
	const known = input.lines.filter(({ realised }) => realised != null);
	if (known.length === 0) return refused('missing-input', 'MISSING_INPUT', 'lines[0].realised');
	const totalBudget = known.reduce((sum, { budget }) => sum + budget, 0);
	const totalRealised = known.reduce((sum, { realised }) => sum + (realised ?? 0), 0);
	if (!Number.isFinite(totalBudget + totalRealised)) return refused('undefined', 'OUT_OF_RANGE', 'lines');
	if (totalBudget === 0) return refused('undefined', 'ZERO_DENOMINATOR', 'lines');
	const warnings: Warning[] = [];
	const steps: Step[] = [];
	const lines = input.lines.map(({ name, budget, realised, units }, k) => {
		const at = `lines[${k}]`;
		if (realised == null) warnings.push({ code: 'MISSING_INPUT', at: `${at}.realised` });
		else if (realised > budget) warnings.push({ code: 'SPENT_ABOVE_BUDGET', at: `${at}.realised` });
		const absorptionPct = realised == null ? null : pct(realised, budget);
		if (k < LONGEST_TRACE)
			steps.push(
				plainStep({
					id: `${at}.absorptionPct`,
					value: absorptionPct,
					unit: '%',
					formula: 'realised / budget x 100',
					inputs: { realised, budget },
					reason: realised == null ? 'MISSING_INPUT' : 'ZERO_DENOMINATOR',
				}),
			);
		return {
			name: name ?? '',
			absorptionPct,
			remaining: realised == null ? null : budget - realised,
			perUnit: realised == null || units == null ? null : finite(realised / units),
		};
	});
	const totalAbsorptionPct = pct(totalRealised, totalBudget);
	steps.push(
		plainStep({
			id: 'totalAbsorptionPct',
			value: totalAbsorptionPct,
			unit: '%',
			formula: 'sum(realised) / sum(budget) x 100',
			inputs: { totalRealised, totalBudget },
		}),
	);
	return { status: 'ok', result: { lines, totalBudget, totalRealised, totalAbsorptionPct }, steps, warnings };
}

/** Absorption of each line and of all; a line without its realisation is left out of the total and named. */
export const budgetAbsorption = method<BudgetAbsorptionInput, BudgetAbsorptionResult>({
	id: 'budget-absorption',
	version: 1,
	formula: 'absorptionPct = realised / budget x 100; perUnit = realised / units',
	unit: 'percent; Rp per unit',
	source:
		'Kementerian Keuangan (2021), PMK 22/PMK.02/2021 on measuring budget performance, aspect of implementation (penyerapan anggaran): realisation over budget, as in the fish cracker cluster paper of Sei Lekop, Bintan (machines 95.90 %, houses 99.92 %, together 98.38 %).',
	example: {
		lines: [
			{ name: 'machines', budget: 4143833000, realised: 3973800000 },
			{ name: 'production houses', budget: 6717980325, realised: 6712375000, units: 20 },
		],
	},
	compute,
});
