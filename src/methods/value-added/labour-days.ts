/**
 * Direct labour in person-days (HOK, hari orang kerja): people x days x hours over the hours of one HOK.
 * What a woman's or a child's day counts for is a choice with a long dispute behind it, so it is an input.
 */
import { method, refused } from '../method.ts';
import type { MethodResult, Warning } from '../method.ts';
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
import { startTrace } from './trace.ts';

export type WorkerKind = 'man' | 'woman' | 'child';

export interface LabourGroup {
	readonly name?: string;
	readonly kind?: WorkerKind;
	readonly persons: number;
	readonly days: number;
	/** The hours of one HOK unless stated. */
	readonly hoursPerDay?: number | null;
}

export interface LabourDaysInput {
	readonly groups: readonly LabourGroup[];
	/** 8 unless stated. */
	readonly hoursPerHok?: number | null;
	/** HOK in a day of each; man and woman 1 unless stated, a child's must be stated. */
	readonly conversion?: Partial<Readonly<Record<WorkerKind, number | null>>>;
}

export interface LabourDaysResult {
	readonly labourDays: number | null;
	readonly labourHours: number | null;
	readonly hoursPerHok: number;
	readonly groups: readonly { readonly name: string; readonly labourDays: number | null }[];
}

const fields = {
	groups: required(
		listOf(
			record({
				name: text,
				kind: oneOf(['man', 'woman', 'child']),
				persons: required(amount),
				days: required(amount),
				hoursPerDay: amount,
			}),
		),
	),
	hoursPerHok: positive,
	conversion: record({ man: positive, woman: positive, child: positive }),
};

function compute(input: LabourDaysInput): MethodResult<LabourDaysResult> {
	const fault = firstFault(input, fields);
	if (fault !== null) return refused(faultStatus(fault), fault.reason, fault.at);
	if (input.groups.length === 0) return refused('missing-input', 'MISSING_INPUT', 'groups');
	const conversion = {
		man: input.conversion?.man ?? 1,
		woman: input.conversion?.woman ?? 1,
		child: input.conversion?.child ?? null,
	};
	const hoursPerHok = input.hoursPerHok ?? 8;
	const trace = startTrace();
	const warnings: Warning[] = [];
	trace.given('hoursPerHok', hoursPerHok, ['hour', 'person-day']);
	const groups = input.groups.map((group, index) => {
		const at = `groups[${index}]`;
		const kind = group.kind ?? 'man';
		if ((group.hoursPerDay ?? 0) > 24) warnings.push({ code: 'HOURS_ABOVE_24', at: `${at}.hoursPerDay` });
		if (conversion[kind] === null) warnings.push({ code: 'MISSING_INPUT', at: `conversion.${kind}` });
		trace.given(`${at}.persons`, group.persons, ['person', 'total']);
		trace.given(`${at}.days`, group.days, ['day', 'total']);
		trace.given(`${at}.hoursPerDay`, group.hoursPerDay ?? hoursPerHok, ['hour', 'day']);
		trace.given(`${at}.conversion`, conversion[kind], ['HOK', 'person-day']);
		const operands = ['persons', 'days', 'hoursPerDay', 'conversion'].map((name) => `${at}.${name}`);
		const labourDays = trace.derive(
			`${at}.labourDays`,
			['HOK', 'total'],
			`${operands.join(' x ')} / hoursPerHok`,
			[...operands, 'hoursPerHok'],
			(persons, days, hours, factor, hok) => (persons * days * hours * factor) / hok,
		);
		return { name: group.name ?? '', labourDays };
	});
	const ids = groups.map((_, index) => `groups[${index}].labourDays`);
	const labourDays = trace.derive('labourDays', ['HOK', 'total'], 'sum(groups.labourDays)', ids, (...days) =>
		days.reduce((sum, value) => sum + value, 0),
	);
	const labourHours = trace.derive(
		'labourHours',
		['hour', 'total'],
		'labourDays x hoursPerHok',
		['labourDays', 'hoursPerHok'],
		(days, hours) => days * hours,
	);
	const answer = { steps: trace.steps, warnings };
	if (groups.every((group) => group.labourDays === null)) {
		const missing = warnings.find(({ code }) => code === 'MISSING_INPUT');
		return missing === undefined
			? { ...answer, status: 'undefined', reason: 'OUT_OF_RANGE', at: 'groups', result: null }
			: { ...answer, status: 'missing-input', reason: 'MISSING_INPUT', at: missing.at, result: null };
	}
	return { ...answer, status: 'ok', result: { labourDays, labourHours, hoursPerHok, groups } };
}

/** Labour in HOK. A child's day without a stated conversion is `missing-input` at `conversion.child`. */
export const labourDays = method<LabourDaysInput, LabourDaysResult>({
	id: 'labour-days',
	version: 1,
	formula: 'labourDays = sum(persons x days x hoursPerDay x conversion) / hoursPerHok',
	unit: 'HOK (person-days of hoursPerHok hours)',
	source:
		'Soekartawi (1995), Analisis Usahatani, UI-Press, Jakarta: HOK = (persons x days x hours) / 8; conversions of women and children differ by author (woman 0.8 by Yang 1955).',
	variants: {
		'conversion.woman': '1 (default), 0.8 (Yang 1955) or 0.75, after the local wage',
		'conversion.child': '0.5 in several studies; no default',
		hoursPerHok: '8 (default) or the local working day',
	},
	example: { groups: [{ name: 'mixing', kind: 'man', persons: 2, days: 16, hoursPerDay: 4 }] },
	compute,
});
