/** What may be entered about an organisation and its members. */
import * as v from 'valibot';
import { roles } from '../../access/roles.ts';

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
const villages = v.optional(v.array(v.pipe(v.string(), v.regex(/^\d{10}$/))), []);
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

export const memberPassword = v.object({ membershipId: v.pipe(v.string(), v.uuid()) });

export const memberEnd = v.object({ membershipId: v.pipe(v.string(), v.uuid()), endedOn: day });
