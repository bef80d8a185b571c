/**
 * The two ways in that make an account: the first owner's link, which also makes the organisation, and an invitation's.
 * Account, membership, trace and the used link are one transaction: a link that failed can be opened again.
 */
import { hashPassword } from 'better-auth/crypto';
import type { Sql, TransactionSql } from 'postgres';
import { v7 } from 'uuid';
import { makeEntryLink, useEntryLink } from '../../access/entry-link.ts';
import type { Actor, Role } from '../../access/roles.ts';
import { dayInJakarta } from '../../calendar.ts';
import { addToAudit } from '../../db/audit.ts';
import { constraintOf, problemOf } from '../../db/complaints.ts';
import { overLosses } from '../../db/connection-loss.ts';
import { FORGETTING } from '../../db/personal-values.ts';
import { readAsTenant, tenantSettings } from '../../db/tenant.ts';
import { Problem } from '../../problems.ts';
import type { NewAccount, NewOrganisation } from './schema.ts';

/** Who enters as what. */
interface Membership {
	readonly role: Role;
	readonly villages: readonly string[];
	readonly personId: string | null;
}

/** An account with a password. The address is nobody's: people here are known by a name they choose. */
async function writeAccount(tx: TransactionSql, account: NewAccount, accountId: string): Promise<void> {
	const { displayName, username, password } = account;
	await tx`insert into auth."user" ("id", "name", "email", "emailVerified", "username", "displayUsername")
		values (${accountId}, ${displayName}, ${`${username}@akun.invalid`}, false, ${username}, ${username})`;
	await tx`insert into auth."account" ("id", "accountId", "providerId", "userId", "password", "updatedAt")
		values (${v7()}, ${accountId}, 'credential', ${accountId}, ${await hashPassword(password)}, now())`;
}

/**
 * Makes somebody a member, with the trace of it. Whose access had ended has it again, as what she is now. Throws
 * `already_there` when her access goes on.
 */
export async function writeMembership(
	tx: TransactionSql,
	actor: Actor,
	as: Membership,
	at: Date,
): Promise<void> {
	const day = dayInJakarta(at);
	const [written] = await tx<{ membershipId: string; personId: string | null }[]>`
		insert into membership (org_id, membership_id, account_id, display_name, role, villages, person_id, started_on)
		values (${actor.orgId}, ${v7()}, ${actor.accountId}, ${actor.name}, ${as.role},
			${as.villages as string[]}, ${as.personId}, ${day})
		on conflict on constraint membership_once_per_account do update
			set display_name = excluded.display_name, role = excluded.role, villages = excluded.villages,
				person_id = coalesce(excluded.person_id, membership.person_id), started_on = excluded.started_on, ended_on = null
			where membership.ended_on <= ${day}
		returning membership_id as "membershipId", person_id as "personId"`;
	if (written === undefined) throw new Problem('already_there', { field: 'account' });
	// Whom the account was on record it stays: her name in the trail is forgotten with hers.
	const { membershipId, personId } = written;
	const after = { name: actor.name, role: as.role, villages: as.villages };
	// Who joins as a person on record can be forgotten like her, from her first entry on.
	await addToAudit(tx, { ...actor, personId }, { id: v7(), verb: 'member.join', at }, [
		{ kind: 'membership', id: membershipId, personId, after },
	]);
}

const actorFor = (orgId: string, accountId: string, name: string, role: Role): Actor => ({
	orgId,
	accountId,
	name,
	role,
	villages: null,
	personId: null,
});

async function translated<Answer>(work: () => Promise<Answer>): Promise<Answer> {
	try {
		return await work();
	} catch (error) {
		const name = constraintOf(error);
		if (name === 'user_username_key' || name === 'user_email_key')
			throw new Problem('already_there', { field: 'username' });
		throw problemOf(error) ?? error;
	}
}

/** Makes the first owner and her organisation. */
export const enterAsFirstOwner = (
	sql: Sql,
	{ token, account, organisation, at = new Date() }: FirstOwner,
): Promise<Actor> =>
	translated(async () => {
		const actor = actorFor(v7(), v7(), account.displayName, 'owner');
		await sql.begin(async (tx) => {
			await useEntryLink(tx, token, 'first-owner', at);
			await writeAccount(tx, account, actor.accountId ?? '');
			await tx`insert into account_organisation (account_id, org_id) values (${actor.accountId}, ${actor.orgId})`;
			await tx.unsafe(tenantSettings(actor));
			await tx`insert into organisation (org_id, name, kind)
				values (${actor.orgId}, ${organisation.name}, ${organisation.kind})`;
			await writeMembership(tx, actor, { role: 'owner', villages: [], personId: null }, at);
		});
		return actor;
	});

export interface FirstOwner {
	readonly token: string;
	readonly account: NewAccount;
	readonly organisation: NewOrganisation;
	readonly at?: Date;
}

/** Who opens an invitation: somebody new, or somebody who has an account and is signed in. */
export type Invited =
	{ readonly account: NewAccount } | { readonly accountId: string; readonly displayName: string };

/** Makes somebody who was invited a member; what she is was written by who invited her. */
export const enterByInvitation = (
	sql: Sql,
	{ token, who, at = new Date() }: { token: string; who: Invited; at?: Date },
): Promise<Actor> =>
	translated(async () => {
		const answer = await sql.begin(async (tx) => {
			const { orgId, invitationId } = await useEntryLink(tx, token, 'invitation', at);
			if (orgId === null) throw new Problem('link_spent');
			const accountId = 'account' in who ? v7() : who.accountId;
			const name = 'account' in who ? who.account.displayName : who.displayName;
			if ('account' in who) await writeAccount(tx, who.account, accountId);
			await tx`insert into account_organisation (account_id, org_id) values (${accountId}, ${orgId})
				on conflict do nothing`;
			await tx.unsafe(tenantSettings(actorFor(orgId, accountId, name, 'guest')));
			const [invited] = await tx<Membership[]>`
				update invitation set accepted_at = ${at}
				where org_id = ${orgId} and invitation_id = ${invitationId} and accepted_at is null and withdrawn_at is null
					and expires_at > ${at}
				returning role, villages, person_id as "personId"`;
			if (invited === undefined) throw new Problem('link_spent');
			const actor = actorFor(orgId, accountId, name, invited.role);
			await writeMembership(tx, actor, invited, at);
			return actor;
		});
		return answer as Actor;
	});

/**
 * The link by which somebody sets a new password. An account that enters other organisations too is refused: who gives
 * access here must not open a door there.
 */
export async function makePasswordLink(
	sql: Sql,
	{ orgId, accountId, role }: Renewed,
	at = new Date(),
): Promise<string> {
	await refuseElsewhere(sql, orgId, accountId);
	await forgetPasswordLinks(sql, accountId);
	return makeEntryLink(sql, { kind: 'password', orgId, accountId, role }, at);
}

/** Whose password an organisation renews, and as what she enters it. */
export interface Renewed {
	readonly orgId: string;
	readonly accountId: string;
	readonly role: Role;
}

async function refuseElsewhere(sql: Sql | TransactionSql, orgId: string, accountId: string): Promise<void> {
	const [other] = await sql<{ username: string }[]>`
		select "username" as username from account_organisation join auth."user" on "id" = account_id
		where account_id = ${accountId} and org_id <> ${orgId} limit 1`;
	if (other !== undefined) throw new Problem('account_elsewhere', { username: other.username });
}

/** One link at a time: an earlier one is void. */
const forgetPasswordLinks = (sql: Sql | TransactionSql, accountId: string) =>
	sql`delete from entry_link where kind = 'password' and account_id = ${accountId} and used_at is null`;

/** Who runs the machine, as the trail names her: she belongs to no organisation. */
const TERMINAL = 'Terminal';

/**
 * The same link for whoever runs the machine, and so for an account that enters several organisations: each of them finds
 * it in its trail. Throws `account_unknown` when nobody has this name to sign in with.
 */
export const makePasswordLinkAtTerminal = (
	sql: Sql,
	username: string,
	at = new Date(),
): Promise<{ readonly name: string; readonly token: string; readonly organisations: number }> =>
	sql.begin(async (tx) => {
		const [account] = await tx<{ accountId: string; name: string }[]>`
			select "id" as "accountId", "name" as name from auth."user"
			where "username" = ${username.trim().toLowerCase()}`;
		if (account === undefined) throw new Problem('account_unknown', { username });
		const { accountId, name } = account;
		const entered = await tx<{ orgId: string }[]>`
			select org_id as "orgId" from account_organisation where account_id = ${accountId} order by org_id`;
		await forgetPasswordLinks(tx, accountId);
		const token = await makeEntryLink(tx, { kind: 'password', accountId }, at);
		let told = 0;
		for (const { orgId } of entered) {
			const actor: Actor = { ...actorFor(orgId, accountId, TERMINAL, 'owner'), accountId: null };
			await tx.unsafe(tenantSettings(actor));
			const [member] = await tx<{ membershipId: string }[]>`
				select membership_id as "membershipId" from membership
				where org_id = ${orgId} and account_id = ${accountId} and ended_on is null`;
			if (member === undefined) continue;
			const trace = {
				kind: 'membership',
				id: member.membershipId,
				after: { password: 'a link to a new one' },
			};
			await addToAudit(tx, actor, { id: v7(), verb: 'member.renew-password', at }, [trace]);
			told += 1;
		}
		return { name, token, organisations: told };
	}) as Promise<{ name: string; token: string; organisations: number }>;

/**
 * Closes accounts whose bearer was forgotten in an organisation. One that enters another organisation stays, because there
 * nobody asked for it. Done twice it finds nothing to do.
 */
export async function closeAccounts(sql: Sql, orgId: string, accounts: readonly string[]): Promise<void> {
	if (accounts.length === 0) return;
	const ids = accounts as string[];
	const close = async (tx: TransactionSql): Promise<void> => {
		await tx`delete from account_organisation where org_id = ${orgId} and account_id = any (${ids})`;
		const closed = await tx<{ id: string }[]>`
			delete from auth."user" where "id" = any (${ids})
				and not exists (select from account_organisation where account_id = "id") returning "id" as id`;
		const gone = closed.map(({ id }) => id);
		await tx`delete from account_setting where account_id = any (${gone})`;
		await tx`delete from entry_link where account_id = any (${gone})`;
	};
	await overLosses(() => sql.begin(close));
}

/**
 * Closes the accounts of people who were forgotten while this program died before it came to that: for the start. One that
 * was let in again since then stays.
 */
export async function closeForgottenAccounts(sql: Sql): Promise<void> {
	const entered = await sql<{ orgId: string; accounts: string[] }[]>`
		select org_id as "orgId", array_agg(account_id) as accounts from account_organisation group by org_id order by org_id`;
	const today = dayInJakarta();
	for (const { orgId, accounts } of entered) {
		const owner: Actor = { ...actorFor(orgId, '', TERMINAL, 'owner'), accountId: null };
		// Receipts are many: they are looked at for the few alone whose access has ended.
		const left = await readAsTenant(
			sql,
			owner,
			(tx) => tx<{ accountId: string }[]>`
				select account_id as "accountId" from membership
				where org_id = ${orgId} and account_id = any (${accounts}) and ended_on <= ${today}
					and (select bool_or(receipt #> '{answer,accounts}' @> to_jsonb(account_id)) from command_receipt
						where command_receipt.org_id = ${orgId} and verb = ${FORGETTING})`,
		);
		await closeAccounts(
			sql,
			orgId,
			left.map(({ accountId }) => accountId),
		);
	}
}

/** Throws `link_spent` when she does not enter the organisation any more, or not as what she was when the link was made. */
async function refuseChanged(
	tx: TransactionSql,
	{ orgId, accountId, role }: Renewed,
	at: Date,
): Promise<void> {
	await tx.unsafe(tenantSettings(actorFor(orgId, accountId, '', 'guest')));
	const [member] = await tx`select from membership
		where org_id = ${orgId} and account_id = ${accountId} and role = ${role}
			and (ended_on is null or ended_on > ${dayInJakarta(at)})`;
	if (member === undefined) throw new Problem('link_spent');
}

/**
 * Sets a new password by its link and ends every session of the account. Gives the name to sign in with. Who made the link
 * could set the password of what she was then: a link of an organisation is void once she is something else there, or
 * enters another organisation. Throws `link_spent` and `account_elsewhere`.
 */
export const setPasswordByLink = (
	sql: Sql,
	{
		token,
		password,
		at = new Date(),
	}: { readonly token: string; readonly password: string; readonly at?: Date },
): Promise<string> =>
	sql.begin(async (tx) => {
		const { accountId, orgId, role } = await useEntryLink(tx, token, 'password', at);
		const [account] = await tx<{ username: string }[]>`
			select "username" as username from auth."user" where "id" = ${accountId}`;
		if (account === undefined) throw new Problem('link_spent');
		await tx`update auth."account" set "password" = ${await hashPassword(password)}, "updatedAt" = ${at}
			where "userId" = ${accountId} and "providerId" = 'credential'`;
		await tx`delete from auth."session" where "userId" = ${accountId}`;
		if (orgId !== null && accountId !== null) {
			if (role === null) throw new Problem('link_spent');
			await refuseElsewhere(tx, orgId, accountId);
			// The last: from here on the transaction is the organisation's.
			await refuseChanged(tx, { orgId, accountId, role }, at);
		}
		return account.username;
	}) as Promise<string>;
