/**
 * Links that open a door once; a guest's until its last day, a demo's as often as it is opened. Only the hash of a link is
 * kept, so a copy of the database opens nothing.
 */
import { randomBytes } from 'node:crypto';
import type { Sql, TransactionSql } from 'postgres';
import { sha256 } from '../db/canonical.ts';
import { Problem } from '../problems.ts';
import type { Role } from './roles.ts';

export type EntryKind = 'first-owner' | 'invitation' | 'sign-in' | 'guest' | 'password';

export interface Entry {
	readonly kind: EntryKind;
	readonly orgId: string | null;
	readonly invitationId: string | null;
	readonly accountId: string | null;
	readonly guestLinkId: string | null;
	/** Of a link to a new password that an organisation made: as what the account entered it then. */
	readonly role: Role | null;
	/** Opens as often as it is opened, until it is made anew: a demo's. */
	readonly reusable: boolean;
}

/** Days that a link may lie in a chat before it is opened. */
export const LINK_DAYS = 7;

/** Makes a link and gives its token: 32 random bytes, fit for an address. It is told once, here. */
export async function makeEntryLink(
	sql: Sql | TransactionSql,
	entry: Partial<Entry> & Pick<Entry, 'kind'>,
	at = new Date(),
	expires = new Date(at.getTime() + LINK_DAYS * 24 * 3600 * 1000),
): Promise<string> {
	const token = randomBytes(32).toString('base64url');
	await sql`insert into entry_link
			(token_sha256, kind, org_id, invitation_id, account_id, guest_link_id, role, reusable, created_at, expires_at)
		values (${sha256(token)}, ${entry.kind}, ${entry.orgId ?? null}, ${entry.invitationId ?? null},
			${entry.accountId ?? null}, ${entry.guestLinkId ?? null}, ${entry.role ?? null}, ${entry.reusable ?? false}, ${at}, ${expires})`;
	return token;
}

/** What a link opens, without using it. Throws `link_spent` when it is unknown, used, too old or of another kind: alike. */
export async function entryBehind(sql: Sql, token: string, kind: EntryKind, at = new Date()): Promise<Entry> {
	const [entry] = await sql<Entry[]>`
		select kind, org_id as "orgId", invitation_id as "invitationId", account_id as "accountId",
			guest_link_id as "guestLinkId", role, reusable
		from entry_link where token_sha256 = ${sha256(token)} and kind = ${kind} and used_at is null and expires_at > ${at}`;
	if (entry === undefined) throw new Problem('link_spent');
	return entry;
}

/** Uses a link of a kind up, unless it is a demo's. Of two who open it at the same moment one is told that it is spent. */
export async function useEntryLink(
	tx: TransactionSql | Sql,
	token: string,
	kind: EntryKind,
	at = new Date(),
): Promise<Entry> {
	const [entry] = await tx<Entry[]>`
		update entry_link set used_at = case when reusable then null else ${at}::timestamptz end
		where token_sha256 = ${sha256(token)} and kind = ${kind} and used_at is null and expires_at > ${at}
		returning kind, org_id as "orgId", invitation_id as "invitationId", account_id as "accountId",
			guest_link_id as "guestLinkId", role, reusable`;
	if (entry === undefined) throw new Problem('link_spent');
	return entry;
}
