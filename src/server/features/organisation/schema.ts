/** What may be entered about an organisation and its members. */
import * as v from 'valibot';
import { roles } from '../../access/roles.ts';
import { villageCode } from '../area/schema.ts';

export const organisationKinds = [
	'ngo',
	'company',
	'cooperative',
	'district-office',
	'village',
	'cluster',
	'university',
	'other',
] as const;

const name = v.pipe(v.string(), v.trim(), v.maxLength(200));
/** Each once, however often it was ticked or typed. */
const villages = v.optional(
	v.pipe(
		v.array(villageCode),
		v.transform((codes) => [...new Set(codes)]),
	),
	[],
);
const day = v.pipe(v.string(), v.isoDate());

export const organisationChange = v.object({ name, kind: v.picklist(organisationKinds) });

export const memberInvite = v.object({
	invitationId: v.pipe(v.string(), v.uuid()),
	displayName: name,
	role: v.picklist(roles),
	villages,
	personId: v.optional(v.nullable(v.pipe(v.string(), v.uuid())), null),
});

export const invitationWithdraw = v.object({ invitationId: v.pipe(v.string(), v.uuid()) });

export const memberChange = v.object({
	membershipId: v.pipe(v.string(), v.uuid()),
	role: v.picklist(roles),
	villages,
});

/** `linkId` is made anew for every sending: the same form sent again makes no second link. */
export const memberPassword = v.object({
	membershipId: v.pipe(v.string(), v.uuid()),
	linkId: v.pipe(v.string(), v.uuid()),
});

export const memberEnd = v.object({ membershipId: v.pipe(v.string(), v.uuid()), endedOn: day });
