/** At what price each actor of a value chain buys and sells. */
import * as v from 'valibot';
import { unit } from '../amount/schema.ts';
import {
	givenName,
	optionalDay,
	optionalPrice,
	recordId,
	seenVersion,
	villageCode,
} from '../fields/schema.ts';
import { party } from '../party/schema.ts';

const details = {
	villageCode,
	product: givenName,
	/** 1 is who makes it; the last one sells to who eats it. */
	step: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)),
	actorName: givenName,
	/** The actor on record, when it is one. */
	actor: v.optional(v.nullable(party), null),
	/** Rupiah for one unit; null when nobody said. */
	buysAt: optionalPrice,
	sellsAt: optionalPrice,
	unit: v.pipe(
		unit,
		v.transform((one) => one ?? ''),
	),
	notedOn: optionalDay,
};

export const recordPrice = v.strictObject({ chainPriceId: recordId, programmeId: recordId, ...details });
export const changePrice = v.strictObject({ chainPriceId: recordId, version: seenVersion, ...details });
export const removePrice = v.strictObject({ chainPriceId: recordId, version: seenVersion });

export interface ChainPrice {
	readonly chainPriceId: string;
	readonly programmeId: string;
	readonly villageCode: string;
	readonly product: string;
	readonly step: number;
	readonly actorName: string;
	readonly enterpriseId: string | null;
	readonly stakeholderId: string | null;
	readonly buysAt: string | null;
	readonly sellsAt: string | null;
	readonly unit: string;
	readonly notedOn: string | null;
	readonly version: number;
}
