/** Who gives what to whom. */
import * as v from 'valibot';
import { amount } from '../amount/schema.ts';
import type { Amount } from '../amount/schema.ts';
import {
	givenName,
	optionalDay,
	optionalPrice,
	optionalId,
	optionalText,
	recordId,
	seenVersion,
} from '../fields/schema.ts';
import { party } from '../party/schema.ts';

/** Who brings it. */
export const deliveries = ['giver', 'taker', 'bumdes', 'other'] as const;
export type Delivery = (typeof deliveries)[number];

const details = {
	giver: party,
	taker: party,
	/** The stream it is taken from; it must be the giver's. */
	streamId: optionalId,
	material: givenName,
	...amount,
	/** Rupiah for one unit; 0 is a gift, null is not said. */
	price: optionalPrice,
	since: optionalDay,
	until: optionalDay,
	delivery: v.optional(v.nullable(v.picklist(deliveries)), null),
	terms: optionalText,
};

export const recordAgreement = v.strictObject({ agreementId: recordId, ...details });
export const changeAgreement = v.strictObject({ agreementId: recordId, version: seenVersion, ...details });
export const removeAgreement = v.strictObject({ agreementId: recordId, version: seenVersion });

export interface Agreement extends Amount {
	readonly agreementId: string;
	readonly programmeId: string;
	readonly villageCode: string | null;
	readonly takerVillageCode: string | null;
	readonly giverEnterpriseId: string | null;
	readonly giverStakeholderId: string | null;
	readonly takerEnterpriseId: string | null;
	readonly takerStakeholderId: string | null;
	readonly streamId: string | null;
	readonly material: string;
	readonly price: string | null;
	readonly since: string | null;
	readonly until: string | null;
	readonly delivery: Delivery | null;
	readonly terms: string | null;
	readonly version: number;
}
