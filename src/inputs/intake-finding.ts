/** What is found in a row of a list: one message, with the cell it is about. */
import type { IntakeField } from './intake-fields.ts';

/** Why a row is not taken in. */
export const faultCodes = [
	'NAME_MISSING',
	'TEXT_TOO_LONG',
	'NIK_MANGLED',
	'NIK_LENGTH',
	'NIK_NOT_DIGITS',
	'NIK_PARTS',
	'NIK_TWICE',
	'PHONE_LETTERS',
	'PHONE_TWO',
	'PHONE_FORM',
	'SEX_UNREADABLE',
	'DATE_IMPOSSIBLE',
	'DATE_UNREADABLE',
	'DATE_IN_FUTURE',
	'DATE_TOO_EARLY',
	'VILLAGE_MISSING',
	'VILLAGE_UNKNOWN',
	'VILLAGE_ELSEWHERE',
	'VILLAGE_AMBIGUOUS',
	'VILLAGE_OTHER',
	'GROUP_UNKNOWN',
	'GROUP_AMBIGUOUS',
	'NUMBER_UNREADABLE',
	'COUNT_NOT_WHOLE',
	'CAPACITY_INCOMPLETE',
	'CAPACITY_ORDER',
	'PERIOD_UNKNOWN',
	'PERMIT_LOST_DIGITS',
	'CELL_ERROR',
	'RULE',
] as const;

/** What somebody should look at; the row is taken in all the same. */
export const warningCodes = [
	'FORMULA_TEXT',
	'KIND_UNKNOWN',
	'UNIT_UNKNOWN',
	'NUMBER_TWO_READINGS',
	'NIK_MASKED',
	'NIK_KNOWN',
	'PERSON_KNOWN',
	'PERSON_TWICE',
	'ENTERPRISE_KNOWN',
	'ENTERPRISE_TWICE',
] as const;

/** Rows that are no record: nobody need correct them. */
export const leftOutCodes = ['ROW_TOTAL', 'ROW_SECTION', 'ROW_HEADINGS'] as const;

export type FaultCode = (typeof faultCodes)[number];
export type WarningCode = (typeof warningCodes)[number];
export type LeftOutCode = (typeof leftOutCodes)[number];

export interface IntakeFinding {
	readonly code: FaultCode | WarningCode | LeftOutCode;
	readonly severity: 'fault' | 'warning' | 'left-out';
	/** `C14` */
	readonly cell: string;
	/** Counted from 1, as a spreadsheet shows it. */
	readonly row: number;
	readonly field: IntakeField | null;
	readonly params: Readonly<Record<string, string | number>>;
}

/** Codes that say "this may be there already", which a person may leave out together. */
export const doubleCodes: ReadonlySet<string> = new Set<WarningCode>([
	'NIK_KNOWN',
	'PERSON_KNOWN',
	'ENTERPRISE_KNOWN',
	'PERSON_TWICE',
	'ENTERPRISE_TWICE',
]);
