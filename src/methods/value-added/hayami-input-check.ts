/** What a Hayami input must be before any row is computed. */
import type { Status } from '../quantity.ts';
import type { HayamiInput } from './hayami-input.ts';
import {
	amount,
	faultStatus,
	firstFault,
	listOf,
	oneOf,
	positive,
	record,
	required,
	text,
} from './input-check.ts';
import type { Check, Fault } from './input-check.ts';

const pricedQuantities = listOf(record({ name: text, quantity: amount, price: amount }));

export const otherInputGroups = [
	'auxiliary',
	'packaging',
	'energy',
	'transport',
	'rent',
	'depreciation',
	'other',
] as const;

export const otherInputsScopes = ['auxiliary-only', 'all-operating', 'all-operating+depreciation'] as const;

const group: Check = (value, at) => oneOf(otherInputGroups)(value ?? '', at);

/** The checks by field; the comparison and the sensitivity check their products by the same ones. */
export const hayamiFields: Readonly<Record<string, Check>> = {
	output: amount,
	rawMaterial: amount,
	labour: amount,
	outputPrice: amount,
	wage: amount,
	rawMaterialPrice: amount,
	otherInputs: amount,
	otherInputLines: listOf(
		record({
			name: text,
			group,
			cost: amount,
			quantity: amount,
			unitPrice: amount,
			unit: text,
			per: oneOf(['process', 'month']),
		}),
	),
	otherInputsScope: oneOf(otherInputsScopes),
	otherInputsBasis: oneOf(['raw-material', 'output']),
	outputs: pricedQuantities,
	byProducts: pricedQuantities,
	jointMode: oneOf(['joint', 'byproduct-credit', 'separate']),
	allocationKey: oneOf(['mass', 'sales-value']),
	familyLabour: record({ days: required(amount), imputedWage: amount }),
	otherRawMaterials: pricedQuantities,
	processesPerPeriod: positive,
	labourHours: positive,
};

/**
 * The first thing that stands in the way, or null. `separate` without an allocation key is `missing-input`; more
 * unpaid days than days worked is `FAMILY_ABOVE_LABOUR`.
 */
export function checkHayamiInput(
	input: unknown,
): (Fault & { readonly status: Exclude<Status, 'ok' | 'undefined'> }) | null {
	const fault = firstFault(input, hayamiFields);
	if (fault !== null) return { ...fault, status: faultStatus(fault) };
	const { jointMode, allocationKey, familyLabour, labour } = input as HayamiInput;
	if (jointMode === 'separate' && allocationKey == null)
		return { status: 'missing-input', reason: 'ALLOCATION_KEY_REQUIRED', at: 'allocationKey' };
	if (familyLabour?.days != null && labour != null && familyLabour.days > labour)
		return { status: 'invalid-input', reason: 'FAMILY_ABOVE_LABOUR', at: 'familyLabour.days' };
	return null;
}
