/** What may be sent about the links of guests, and what a guest is shown. */
import * as v from 'valibot';
import type { Stream } from '../stream/schema.ts';
import type { FrozenResults, UsedMethod } from '../study/schema.ts';
import type { Stage } from '../programme/schema.ts';
import { givenName, recordId } from '../fields/schema.ts';

/** Days that a guest's link may last: a week, a month, a quarter, a year. */
export const guestDays = [7, 30, 90, 365] as const;

export const guestLinkMake = v.strictObject({
	guestLinkId: recordId,
	programmeId: recordId,
	/** For whom it is. */
	label: givenName,
	days: v.picklist(guestDays),
});
export const guestLinkRevoke = v.strictObject({ guestLinkId: recordId });

export interface GuestLink {
	readonly guestLinkId: string;
	readonly label: string;
	readonly createdByName: string;
	readonly createdAt: Date;
	readonly expiresAt: Date;
	readonly revokedAt: Date | null;
	readonly lastSeenAt: Date | null;
}

/** What of a village a guest sees: how many there are of each kind, and no name. */
export interface GuestVillage {
	readonly code: string;
	readonly name: string;
	readonly district: string;
	readonly regency: string;
	readonly province: string;
	readonly groups: number;
	readonly enterprises: number;
	readonly streams: number;
}

/** A by-product without whose it is, what it costs and what was noted about it. */
export type GuestStream = Pick<
	Stream,
	'streamId' | 'material' | 'quantityFrom' | 'quantityTo' | 'unit' | 'period' | 'basis' | 'used'
> & { readonly villageName: string };

export interface GuestProgramme {
	readonly organisation: string;
	readonly name: string;
	readonly commodity: string | null;
	readonly stage: Stage;
	readonly startedOn: string | null;
	readonly endedOn: string | null;
	readonly villages: readonly GuestVillage[];
	readonly streams: readonly GuestStream[];
	readonly stageChanges: readonly {
		readonly fromStage: Stage;
		readonly toStage: Stage;
		readonly changedOn: string;
	}[];
	readonly publications: readonly {
		readonly publicationId: string;
		readonly title: string;
		readonly publishedAt: Date;
	}[];
}

export interface GuestPublication {
	readonly publicationId: string;
	readonly title: string;
	readonly number: number;
	readonly programme: string;
	readonly organisation: string;
	readonly methods: readonly UsedMethod[];
	readonly inputSha256: string;
	readonly publishedAt: Date;
	readonly results: FrozenResults;
}
