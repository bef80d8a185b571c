/** Organisations, their members and invitations, read. */
import type { TransactionSql } from 'postgres';
import { dayInJakarta } from '../../calendar.ts';
import type { Actor, Role } from '../../access/roles.ts';
import { personalColumn, withPersonal } from '../../db/personal-values.ts';
import type { SealedEntry } from '../../db/personal-values.ts';

export interface Organisation {
	readonly name: string;
	readonly kind: string;
}

export async function organisation(tx: TransactionSql, { orgId }: Actor): Promise<Organisation | null> {
	const [row] = await tx<Organisation[]>`select name, kind from organisation where org_id = ${orgId}`;
	return row ?? null;
}

export interface Member {
	readonly membershipId: string;
	readonly displayName: string;
	readonly role: Role;
	readonly villages: readonly string[];
	/** As people know them: `Kalanganyar (3515172004)`. */
	readonly villageNames: readonly string[];
	/** Whether she is a person on record, who alone can be a member. */
	readonly onRecord: boolean;
	readonly startedOn: string;
	readonly endedOn: string | null;
}

/** Everybody who is or was a member; those who left at the end. */
export const members = (tx: TransactionSql, { orgId }: Actor) => tx<Member[]>`
	select membership_id as "membershipId", display_name as "displayName", role, villages,
		array(select coalesce(area.name || ' (' || given.code || ')', given.code)
			from unnest(villages) with ordinality given (code, place) left join area on area.code = given.code
			order by given.place) as "villageNames",
		person_id is not null as "onRecord", started_on as "startedOn", ended_on as "endedOn"
	from membership where org_id = ${orgId} order by ended_on nulls first, display_name`;

export interface Invitation {
	readonly invitationId: string;
	readonly displayName: string;
	readonly role: Role;
	readonly expiresAt: Date;
}

/** Invitations that can still be accepted. */
export const openInvitations = (tx: TransactionSql, { orgId }: Actor, at: Date) => tx<Invitation[]>`
	select invitation_id as "invitationId", display_name as "displayName", role, expires_at as "expiresAt"
	from invitation
	where org_id = ${orgId} and accepted_at is null and withdrawn_at is null and expires_at > ${at}
	order by created_at`;

/** How a person on record enters: by an account, or not yet by an invitation that is open. */
export interface PersonAccess {
	readonly membership: { readonly role: Role; readonly startedOn: string } | null;
	readonly invitation: { readonly invitationId: string; readonly expiresAt: Date } | null;
}

export async function accessOfPerson(
	tx: TransactionSql,
	orgId: string,
	personId: string,
	at: Date,
): Promise<PersonAccess> {
	const [membership = null] = await tx<NonNullable<PersonAccess['membership']>[]>`
		select role, started_on as "startedOn" from membership
		where org_id = ${orgId} and person_id = ${personId} and (ended_on is null or ended_on > ${dayInJakarta(at)})`;
	const [invitation = null] = await tx<NonNullable<PersonAccess['invitation']>[]>`
		select invitation_id as "invitationId", expires_at as "expiresAt" from invitation
		where org_id = ${orgId} and person_id = ${personId} and accepted_at is null and withdrawn_at is null
			and expires_at > ${at}
		order by created_at desc limit 1`;
	return { membership, invitation };
}

export interface TrailEntry {
	readonly number: string;
	readonly at: Date;
	readonly verb: string;
	/** Null when she was forgotten. */
	readonly actorName: string | null;
	readonly actorRole: Role;
	readonly recordKind: string | null;
	readonly recordId: string | null;
	/** Values that were taken out stand as `{ forgotten: true }`. */
	readonly before: unknown;
	readonly after: unknown;
}

/** The newest entries of the trail before a number, fifty at most. */
export async function trail(
	tx: TransactionSql,
	{ orgId }: Actor,
	before: string | null,
): Promise<TrailEntry[]> {
	const rows = await tx<(Omit<TrailEntry, 'actorName' | 'before' | 'after'> & SealedEntry)[]>`
		select number, at, verb, actor_name, actor_role as "actorRole", record_kind as "recordKind",
			record_id as "recordId", before, after, ${personalColumn(tx, orgId)}
		from audit_entry
		where org_id = ${orgId} ${before === null ? tx`` : tx`and number < ${before}`}
		order by number desc limit 50`;
	return rows.map(({ number, at, verb, actorRole, recordKind, recordId, ...sealed }) => ({
		...{ number, at, verb, actorRole, recordKind, recordId },
		...withPersonal(sealed),
	}));
}
