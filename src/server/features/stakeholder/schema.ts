/** Who has a say or an interest in the programme. */
import * as v from 'valibot';
import {
	givenName,
	optionalDay,
	optionalId,
	optionalScale,
	optionalText,
	place,
	recordId,
	seenVersion,
	villageCode,
} from '../fields/schema.ts';

/** The four groups of actors of a local economy; `knowledge` is campus, NGO and media. */
export const actorGroups = ['government', 'business', 'community', 'knowledge'] as const;
export type ActorGroup = (typeof actorGroups)[number];

export const stakeholderKinds = [
	'office',
	'village-government',
	'company',
	'bumdes',
	'cooperative',
	'bank',
	'buyer',
	'supplier',
	'community-group',
	'person',
	'campus',
	'ngo',
	'media',
	'other',
] as const;
export type StakeholderKind = (typeof stakeholderKinds)[number];

const details = {
	/** Null: it works everywhere. Only who sees all villages may write such a one. */
	villageCode: v.optional(v.nullable(villageCode), null),
	personId: optionalId,
	name: givenName,
	actorGroup: v.picklist(actorGroups),
	kind: v.picklist(stakeholderKinds),
	whatItDoes: optionalText,
	concern: optionalText,
	interest: optionalScale,
	influence: optionalScale,
	contact: optionalText,
	...place,
	endedOn: optionalDay,
};

export const recordStakeholder = v.strictObject({
	stakeholderId: recordId,
	programmeId: recordId,
	...details,
});
export const changeStakeholder = v.strictObject({
	stakeholderId: recordId,
	version: seenVersion,
	...details,
});

export interface Stakeholder {
	readonly stakeholderId: string;
	readonly programmeId: string;
	readonly villageCode: string | null;
	readonly personId: string | null;
	readonly name: string;
	readonly actorGroup: ActorGroup;
	readonly kind: StakeholderKind;
	readonly whatItDoes: string | null;
	readonly concern: string | null;
	readonly interest: number | null;
	readonly influence: number | null;
	readonly contact: string | null;
	readonly latitude: string | null;
	readonly longitude: string | null;
	readonly endedOn: string | null;
	readonly version: number;
}
