/** What people said in the social mapping. */
import * as v from 'valibot';
import {
	givenText,
	optionalDay,
	optionalId,
	optionalScale,
	optionalText,
	recordId,
	seenVersion,
	villageCode,
} from '../fields/schema.ts';

export const findingKinds = ['problem', 'potential'] as const;
export type FindingKind = (typeof findingKinds)[number];

const details = {
	villageCode,
	kind: v.picklist(findingKinds),
	what: givenText,
	raisedBy: optionalText,
	personId: optionalId,
	weight: optionalScale,
	notedOn: optionalDay,
	streamId: optionalId,
	enterpriseId: optionalId,
	settledOn: optionalDay,
	settledHow: optionalText,
};

export const recordFinding = v.strictObject({ findingId: recordId, programmeId: recordId, ...details });
export const changeFinding = v.strictObject({ findingId: recordId, version: seenVersion, ...details });
export const removeFinding = v.strictObject({ findingId: recordId, version: seenVersion });

export interface Finding {
	readonly findingId: string;
	readonly programmeId: string;
	readonly villageCode: string;
	readonly kind: FindingKind;
	readonly what: string;
	readonly raisedBy: string | null;
	readonly personId: string | null;
	readonly weight: number | null;
	readonly notedOn: string | null;
	readonly streamId: string | null;
	readonly enterpriseId: string | null;
	readonly settledOn: string | null;
	readonly settledHow: string | null;
	readonly version: number;
}
