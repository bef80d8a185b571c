/** The ways into a demo: an account for every role, a member of all five organisations, and a link that signs in as it. */
import type { Sql } from 'postgres';
import { v7 } from 'uuid';
import { makeEntryLink } from '../../access/entry-link.ts';
import { roles } from '../../access/roles.ts';
import type { Actor, Role } from '../../access/roles.ts';
import { perform } from '../../db/command.ts';
import { asTenant, readAsTenant } from '../../db/tenant.ts';
import { Problem } from '../../problems.ts';
import { writeMembership } from '../entry/commands.ts';
import { makeGuestLink } from '../guest/commands.ts';
import { guestLinks } from '../guest/queries.ts';
import { guestDays } from '../guest/schema.ts';
import { demoAccountId, demoOrganisationIds } from './demo-organisations.ts';
import { loadDemo } from './loading.ts';
import type { LoadedDemo } from './loading.ts';

/** A link's token, and as what it lets in. */
export interface DemoDoor {
	readonly role: Role;
	readonly name: string;
	/** The page that opens it: an account signs in, a guest looks at one programme. */
	readonly page: 'tautan' | 'tamu';
	readonly token: string;
}

/** Names that say of themselves that nobody is called so. */
const names: Readonly<Record<Role, string>> = {
	owner: 'Ratna Contohwati',
	manager: 'Bayu Rekanto',
	facilitator: 'Sari Misalnia',
	treasurer: 'Umi Umpamasari',
	member: 'Aminah Contohwati',
	auditor: 'Hakim Ibarat',
	guest: 'Tamu Contoh',
};

/** A guest has no account. */
const accounts = roles
	.filter((role) => role !== 'guest')
	.map((role) => ({ role, name: names[role], accountId: demoAccountId(role) }));

/** Refuses a house where a team works: invented people must not stand among people who live. */
async function checkOwnHouse(sql: Sql): Promise<void> {
	const others = await sql`select from account_organisation
		where org_id <> all (${demoOrganisationIds as string[]}) limit 1`;
	if (others.length > 0) throw new Problem('demo_among_data');
}

/** An account without a password: only its link signs in. */
async function writeAccounts(sql: Sql): Promise<void> {
	for (const { role, name, accountId } of accounts)
		await sql`insert into auth."user" ("id", "name", "email", "emailVerified", "username", "displayUsername")
			values (${accountId}, ${name}, ${`contoh.${role}@akun.invalid`}, false, ${`contoh.${role}`},
				${`contoh.${role}`})
			on conflict do nothing`;
}

/** The membership of an account in one organisation; a member is the person of that organisation who may sign in. */
async function join(sql: Sql, demo: LoadedDemo, role: Role, at: Date): Promise<void> {
	const { orgId, villages, memberPersonId } = demo;
	const actor: Actor = {
		orgId,
		accountId: demoAccountId(role),
		name: names[role],
		role,
		villages: null,
		personId: null,
	};
	await asTenant(sql, actor, async (tx) => {
		const [there] = await tx`select from membership
			where org_id = ${orgId} and account_id = ${actor.accountId}`;
		if (there !== undefined) return;
		const [person] = await tx<{ name: string }[]>`
			select name from person where org_id = ${orgId} and person_id = ${memberPersonId}`;
		const isMember = role === 'member';
		await writeMembership(
			tx,
			{ ...actor, name: isMember ? (person?.name ?? actor.name) : actor.name },
			{
				role,
				villages: role === 'facilitator' ? villages : [],
				personId: isMember ? memberPersonId : null,
			},
			at,
		);
	});
	await sql`insert into account_organisation (account_id, org_id) values (${actor.accountId}, ${orgId})
		on conflict do nothing`;
}

async function enterAll(sql: Sql, demos: readonly LoadedDemo[], at: Date): Promise<void> {
	const ids = accounts.map(({ accountId }) => accountId);
	const [known] = await sql<{ count: number }[]>`
		select count(*)::int from account_organisation where account_id = any (${ids})`;
	if (known?.count === accounts.length * demos.length) return;
	await writeAccounts(sql);
	await Promise.all(
		demos.map(async (demo) => {
			for (const { role } of accounts) await join(sql, demo, role, at);
		}),
	);
}

/** The link of a guest to the first programme: the same record while it holds, under an address of this start. */
async function guestDoor(sql: Sql, { orgId, programmeId }: LoadedDemo, at: Date): Promise<DemoDoor> {
	const role = 'guest';
	const actor: Actor = {
		...{ orgId, accountId: demoAccountId('owner'), name: names.owner, role: 'owner' as const },
		...{ villages: null, personId: null },
	};
	const links = await readAsTenant(sql, actor, (tx) => guestLinks(tx, actor, programmeId));
	const held = links.find(
		(link) => link.label === names.guest && link.revokedAt === null && link.expiresAt > at,
	);
	const guestLinkId = held?.guestLinkId ?? v7();
	let until = held?.expiresAt;
	if (until === undefined) {
		const input = { guestLinkId, programmeId, label: names.guest, days: Math.max(...guestDays) };
		const made = await perform(sql, makeGuestLink, { actor, id: guestLinkId, input, at });
		until = new Date(made.expiresAt);
	}
	await sql`delete from entry_link where kind = 'guest' and guest_link_id = ${guestLinkId}`;
	const token = await makeEntryLink(sql, { kind: 'guest', orgId, guestLinkId }, at, until);
	return { role, name: names.guest, page: 'tamu', token };
}

/**
 * Loads what of the demo is not there, and makes a link for every role. Links of an earlier start are void; these open
 * as often as they are opened, because a room full of people opens them. Throws `demo_among_data` where a team works.
 */
export async function openDemo(sql: Sql, samples: string, at = new Date()): Promise<DemoDoor[]> {
	await checkOwnHouse(sql);
	const demos = await loadDemo(sql, samples);
	await enterAll(sql, demos, at);
	const [first] = demos;
	await sql`delete from entry_link
		where kind = 'sign-in' and account_id = any (${accounts.map(({ accountId }) => accountId)})`;
	const doors = await Promise.all(
		accounts.map(async ({ role, name, accountId }) => ({
			role,
			name,
			page: 'tautan' as const,
			token: await makeEntryLink(sql, { kind: 'sign-in', accountId, reusable: true }, at),
		})),
	);
	return first === undefined ? doors : [...doors, await guestDoor(sql, first, at)];
}
