/** Permits of an enterprise: what each is, and until when it holds. */
import * as v from 'valibot';
import { optionalDay, optionalText, recordId, seenVersion } from '../fields/schema.ts';

/** NIB business number, PIRT and MD food permits, halal certificate, SIINas industry account. */
export const permitKinds = ['nib', 'pirt', 'md', 'halal', 'siinas', 'other'] as const;
export type PermitKind = (typeof permitKinds)[number];

/** Given for five years: without a day of expiry the day is not known, while a NIB has none. */
export const alwaysEnding: readonly PermitKind[] = ['pirt', 'md'];

const details = {
	kind: v.picklist(permitKinds),
	/** What it is called, when it is another. */
	kindName: optionalText,
	number: optionalText,
	issuedOn: optionalDay,
	expiresOn: optionalDay,
	note: optionalText,
};

export const recordPermit = v.strictObject({ permitId: recordId, enterpriseId: recordId, ...details });
export const changePermit = v.strictObject({ permitId: recordId, version: seenVersion, ...details });
export const removePermit = v.strictObject({ permitId: recordId, version: seenVersion });

export interface Permit {
	readonly permitId: string;
	readonly enterpriseId: string;
	readonly kind: PermitKind;
	readonly kindName: string | null;
	readonly number: string | null;
	readonly issuedOn: string | null;
	readonly expiresOn: string | null;
	readonly note: string | null;
	readonly version: number;
}
