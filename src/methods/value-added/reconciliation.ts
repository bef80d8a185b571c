/**
 * Does the value-added sheet agree with the period's cost table? Profit per unit of raw material x raw material x
 * processes must be the period's profit; a difference is a cost that stands in one of the two only.
 */
import { method, refused } from '../method.ts';
import type { MethodResult, Warning } from '../method.ts';
import { checkHayamiInput, hayamiFields } from './hayami-input-check.ts';
import type { HayamiInput } from './hayami-input.ts';
import { hayamiTrace } from './hayami-steps.ts';
import { hayamiWork, workedOutRows } from './hayami-work.ts';
import { anyNumber, faultStatus, firstFault, positive, record, required } from './input-check.ts';
import type { HayamiOtherInputGroup } from './other-inputs.ts';

export interface ReconciliationInput {
	readonly table: HayamiInput;
	/** Profit of the cost table over the same period, rupiah. */
	readonly periodProfit: number;
	/** Processes in the period; `table.processesPerPeriod` unless stated. */
	readonly processesPerPeriod?: number | null;
}

export interface ReconciliationResult {
	/** Rupiah over the period, by the value-added sheet. */
	readonly tableProfit: number;
	readonly periodProfit: number;
	/** `tableProfit - periodProfit`; above 0 the sheet leaves a cost out. */
	readonly difference: number;
	/** Within one rupiah, so that rounded rows do not raise an alarm. */
	readonly agrees: boolean;
	/** Cost groups the chosen scope leaves out whose amount over the period is the difference. */
	readonly explainedBy: readonly HayamiOtherInputGroup['group'][];
}

const fields = {
	table: required(record(hayamiFields)),
	periodProfit: required(anyNumber),
	processesPerPeriod: positive,
};

const TOLERANCE_RP = 1;

/** The groups left out that make up the difference, alone or all together. */
function explanation(
	groups: readonly HayamiOtherInputGroup[],
	difference: number,
	processes: number,
): HayamiOtherInputGroup['group'][] {
	const leftOut = groups.filter(({ inScope, perProcess }) => !inScope && (perProcess ?? 0) > 0);
	const amounts = leftOut.map(({ perProcess }) => (perProcess ?? 0) * processes);
	const close = (amount: number) => Math.abs(amount - difference) <= TOLERANCE_RP;
	const alone = leftOut.findIndex((_, index) => close(amounts[index] ?? 0));
	if (alone >= 0) return leftOut.slice(alone, alone + 1).map(({ group }) => group);
	const together = amounts.reduce((sum, amount) => sum + amount, 0);
	return leftOut.length > 0 && close(together) ? leftOut.map(({ group }) => group) : [];
}

function compute(input: ReconciliationInput): MethodResult<ReconciliationResult> {
	const fault = firstFault(input, fields);
	if (fault !== null) return refused(faultStatus(fault), fault.reason, fault.at);
	const tableFault = checkHayamiInput(input.table);
	if (tableFault !== null) return refused(tableFault.status, tableFault.reason, `table.${tableFault.at}`);
	const processes = input.processesPerPeriod ?? input.table.processesPerPeriod ?? null;
	if (processes === null) return refused('missing-input', 'MISSING_INPUT', 'processesPerPeriod');
	// Monthly cost lines are spread over the same number of processes that the profit is multiplied with.
	const worked = hayamiWork({ ...input.table, processesPerPeriod: processes });
	const { plain, figures, other, upperBound } = worked;
	const trace = hayamiTrace(plain, figures, { upperBound, workedOut: workedOutRows(worked) });
	trace.given('processesPerPeriod', processes, ['process', 'total']);
	trace.given('periodProfit', input.periodProfit, ['Rp', 'total']);
	const tableProfit = trace.derive(
		'tableProfit',
		['Rp', 'total'],
		'profit x rawMaterial x processesPerPeriod',
		['profit', 'rawMaterial', 'processesPerPeriod'],
		(profit, rawMaterial, runs) => profit * rawMaterial * runs,
	);
	const difference = trace.derive(
		'difference',
		['Rp', 'total'],
		'tableProfit - periodProfit',
		['tableProfit', 'periodProfit'],
		(table, period) => table - period,
	);
	if (tableProfit === null || difference === null) {
		const step = trace.steps.find(({ id }) => id === 'profit');
		const status = step === undefined || step.status === 'ok' ? 'undefined' : step.status;
		const answer = { status, reason: step?.reason ?? 'OUT_OF_RANGE', at: 'table', result: null };
		return { ...answer, steps: trace.steps, warnings: [] };
	}
	const agrees = Math.abs(difference) <= TOLERANCE_RP;
	const explainedBy = agrees ? [] : explanation(other.groups, difference, processes);
	const warnings: Warning[] = agrees
		? []
		: [{ code: 'DOES_NOT_RECONCILE', at: 'periodProfit', params: { difference } }];
	const result = { tableProfit, periodProfit: input.periodProfit, difference, agrees, explainedBy };
	return { status: 'ok', result, steps: trace.steps, warnings };
}

/**
 * Reconciles a Hayami table with the cost table of a period. With the default scope of row 9 the difference is 0 when
 * depreciation is the only fixed cost. Refused as the table is, or when the number of processes is not known.
 */
export const hayamiReconciliation = method<ReconciliationInput, ReconciliationResult>({
	id: 'hayami-reconciliation',
	version: 1,
	formula: 'difference = profit x rawMaterial x processesPerPeriod - periodProfit',
	unit: 'Rp per period',
	source:
		'Identity of profit per unit of raw material (Hayami et al. 1987, row 13a) with revenue minus total cost of the same period.',
	example: {
		table: {
			output: 59,
			rawMaterial: 50,
			labour: 2,
			outputPrice: 6500,
			wage: 30000,
			rawMaterialPrice: 1700,
			otherInputLines: [
				{ name: 'auxiliaries', group: 'auxiliary', cost: 40790 },
				{ name: 'packaging', group: 'packaging', cost: 48026 },
				{ name: 'electricity', group: 'energy', cost: 3745 },
				{ name: 'petrol', group: 'transport', cost: 16800 },
				{ name: 'depreciation', group: 'depreciation', cost: 106200, per: 'month' },
			],
			processesPerPeriod: 16,
		},
		periodProfit: 1960024,
	},
	compute,
});
