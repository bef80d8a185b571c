/** What is left over where something is made. */
import * as v from 'valibot';
import { amount } from '../amount/schema.ts';
import type { Amount } from '../amount/schema.ts';
import {
	givenName,
	optionalDay,
	optionalPrice,
	optionalText,
	recordId,
	seenVersion,
	villageCode,
} from '../fields/schema.ts';
import { party } from '../party/schema.ts';

/** `unknown` is not `unused`: nobody has asked yet. */
export const uses = ['unused', 'part', 'used', 'unknown'] as const;
export type Use = (typeof uses)[number];

const details = {
	source: party,
	/** Where it arises, when the source is a stakeholder; an enterprise has its village. */
	villageCode: v.optional(v.nullable(villageCode), null),
	material: givenName,
	...amount,
	used: v.picklist(uses),
	/** Rupiah for one unit. */
	price: optionalPrice,
	notedOn: optionalDay,
	note: optionalText,
};

export const recordStream = v.strictObject({ streamId: recordId, ...details });
export const changeStream = v.strictObject({ streamId: recordId, version: seenVersion, ...details });
export const removeStream = v.strictObject({ streamId: recordId, version: seenVersion });

export interface Stream extends Amount {
	readonly streamId: string;
	readonly programmeId: string;
	readonly villageCode: string;
	readonly enterpriseId: string | null;
	readonly stakeholderId: string | null;
	readonly material: string;
	readonly used: Use;
	readonly price: string | null;
	readonly notedOn: string | null;
	readonly note: string | null;
	readonly version: number;
}
