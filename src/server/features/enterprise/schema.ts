/** What may be said of an enterprise. */
import * as v from 'valibot';
import { unit } from '../amount/schema.ts';
import {
	givenName,
	optionalCount,
	optionalDay,
	optionalDecimal,
	optionalId,
	optionalText,
	place,
	recordId,
	seenVersion,
	villageCode,
} from '../fields/schema.ts';

export const enterpriseKinds = [
	'food',
	'fishery',
	'farm',
	'livestock',
	'craft',
	'industry',
	'trade',
	'service',
	'other',
] as const;
export type EnterpriseKind = (typeof enterpriseKinds)[number];

/** What a capacity is counted per: a batch counts here, and nowhere else. */
export const capacityPeriods = ['process', 'day', 'week', 'month', 'year'] as const;
export type CapacityPeriod = (typeof capacityPeriods)[number];

const details = {
	villageCode,
	name: givenName,
	kind: v.picklist(enterpriseKinds),
	product: optionalText,
	sinceYear: v.optional(v.nullable(v.pipe(v.number(), v.integer())), null),
	ownerName: optionalText,
	ownerId: optionalId,
	capacityFrom: optionalDecimal,
	capacityTo: optionalDecimal,
	capacityUnit: unit,
	capacityPeriod: v.optional(v.nullable(v.picklist(capacityPeriods)), null),
	workersWomen: optionalCount,
	workersMen: optionalCount,
	workersUnrecorded: optionalCount,
	markets: v.optional(
		v.pipe(
			v.array(v.pipe(v.string(), v.trim(), v.maxLength(200))),
			v.maxLength(50),
			v.transform((all) => all.filter((one) => one !== '')),
		),
		[],
	),
	contact: optionalText,
	...place,
	note: optionalText,
	endedOn: optionalDay,
};

export const recordEnterprise = v.strictObject({ enterpriseId: recordId, programmeId: recordId, ...details });
export const changeEnterprise = v.strictObject({
	enterpriseId: recordId,
	version: seenVersion,
	...details,
});

/** The owner among the people on record; null releases her. */
export const setOwner = v.strictObject({ enterpriseId: recordId, version: seenVersion, ownerId: optionalId });

export interface Enterprise {
	readonly enterpriseId: string;
	readonly programmeId: string;
	readonly villageCode: string;
	readonly name: string;
	readonly kind: EnterpriseKind;
	readonly product: string | null;
	readonly sinceYear: number | null;
	readonly ownerName: string | null;
	readonly ownerId: string | null;
	readonly capacityFrom: string | null;
	readonly capacityTo: string | null;
	readonly capacityUnit: string | null;
	readonly capacityPeriod: CapacityPeriod | null;
	readonly workersWomen: number | null;
	readonly workersMen: number | null;
	readonly workersUnrecorded: number | null;
	readonly markets: readonly string[];
	readonly contact: string | null;
	readonly latitude: string | null;
	readonly longitude: string | null;
	readonly note: string | null;
	readonly endedOn: string | null;
	readonly version: number;
}
