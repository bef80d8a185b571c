import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { entrancesOf } from '../../access/actor.ts';
import { entryBehind, makeEntryLink } from '../../access/entry-link.ts';
import type { Actor, Role } from '../../access/roles.ts';
import { dayInJakarta } from '../../calendar.ts';
import { verifyAudit } from '../../db/audit.ts';
import { perform } from '../../db/command.ts';
import { asTenant, readAsTenant } from '../../db/tenant.ts';
import { testHouse } from '../../db/testing.ts';
import { villages } from '../../db/testing-areas.ts';
import {
	enterAsFirstOwner,
	enterByInvitation,
	makePasswordLink,
	makePasswordLinkAtTerminal,
	setPasswordByLink,
} from '../entry/commands.ts';
import { accountBehind, invitationBehind } from '../entry/queries.ts';
import { changeMember, endMember, inviteMember, renewPassword, withdrawInvitation } from './commands.ts';
import { addPerson } from '../person/commands.ts';
import { accessOfPerson, members, openInvitations, trail } from './queries.ts';

const house = testHouse();
let owner: Actor;
let names = 0;

const account = (name: string) => {
	names += 1;
	return { displayName: name, username: `orang.${names}`, password: 'sisik ikan kering' };
};

async function found(name: string): Promise<Actor> {
	const token = await makeEntryLink(house.sql, { kind: 'first-owner' });
	const organisation = { name, kind: 'ngo' as const };
	return enterAsFirstOwner(house.sql, { token, account: account('Ibu Sari'), organisation });
}

async function invite(
	by: Actor,
	role: Role,
	more: { villages?: string[]; personId?: string } = {},
): Promise<string> {
	const invitationId = v7();
	await perform(house.sql, inviteMember, {
		actor: by,
		id: v7(),
		input: { invitationId, displayName: 'Pak Budi', role, ...more },
	});
	return makeEntryLink(house.sql, { kind: 'invitation', orgId: by.orgId, invitationId });
}

const join = async (token: string): Promise<Actor> =>
	enterByInvitation(house.sql, { token, who: { account: account('Pak Budi') } });

const everybody = (actor: Actor) => readAsTenant(house.sql, actor, (tx) => members(tx, actor));

beforeAll(async () => {
	owner = await found('Yayasan Sisik Mas');
});

describe('the first owner', () => {
	it('enters her organisation as owner of all villages', async () => {
		const [entrance] = await entrancesOf(house.sql, { id: owner.accountId ?? '' }, '2099-01-01');
		expect(entrance).toMatchObject({
			organisation: 'Yayasan Sisik Mas',
			actor: { role: 'owner', villages: null, personId: null, name: 'Ibu Sari' },
		});
	});

	it('leaves the link unspent when her account cannot be made, and half of nothing', async () => {
		const token = await makeEntryLink(house.sql, { kind: 'first-owner' });
		const taken = account('Ibu Kedua');
		const organisation = { name: 'Yayasan Kedua', kind: 'ngo' as const };
		await enterAsFirstOwner(house.sql, {
			token: await makeEntryLink(house.sql, { kind: 'first-owner' }),
			account: taken,
			organisation,
		});
		await expect(enterAsFirstOwner(house.sql, { token, account: taken, organisation })).rejects.toMatchObject(
			{ code: 'already_there', field: 'username' },
		);
		expect(await entryBehind(house.sql, token, 'first-owner')).toMatchObject({ kind: 'first-owner' });
		const [{ count } = { count: '' }] = await house.sql<{ count: string }[]>`
			select count(*) from auth."user" where name = 'Ibu Kedua'`;
		expect(count).toBe('1');
	});
});

describe('an invitation', () => {
	it('makes a member of the role and villages that were invited, and its link works once', async () => {
		const token = await invite(owner, 'facilitator', { villages: [villages.kalanganyar] });
		expect(await invitationBehind(house.sql, token)).toEqual({
			organisation: 'Yayasan Sisik Mas',
			displayName: 'Pak Budi',
			role: 'facilitator',
		});
		const budi = await join(token);
		const [entrance] = await entrancesOf(house.sql, { id: budi.accountId ?? '' }, '2099-01-01');
		expect(entrance?.actor).toMatchObject({ role: 'facilitator', villages: [villages.kalanganyar] });
		await expect(join(token)).rejects.toMatchObject({ code: 'link_spent' });
	});

	it('is joined once when two open its link at the same moment', async () => {
		const token = await invite(owner, 'auditor');
		const before = (await everybody(owner)).length;
		const both = await Promise.allSettled([join(token), join(token)]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect((await everybody(owner)).length).toBe(before + 1);
	});

	it('opens nothing when it is withdrawn or a week old', async () => {
		const token = await invite(owner, 'treasurer');
		const [open] = await readAsTenant(house.sql, owner, (tx) => openInvitations(tx, owner, new Date()));
		await perform(house.sql, withdrawInvitation, {
			actor: owner,
			id: v7(),
			input: { invitationId: open?.invitationId },
		});
		await expect(invitationBehind(house.sql, token)).rejects.toMatchObject({ code: 'link_spent' });
		await expect(join(token)).rejects.toMatchObject({ code: 'link_spent' });
		const late = await invite(owner, 'treasurer');
		const at = new Date(Date.now() + 8 * 24 * 3600 * 1000);
		await expect(
			enterByInvitation(house.sql, { token: late, who: { account: account('Pak Lambat') }, at }),
		).rejects.toMatchObject({ code: 'link_spent' });
	});

	it('is for villages that there are, each once, with or without the points of its code', async () => {
		await expect(invite(owner, 'facilitator', { villages: ['3515179999'] })).rejects.toMatchObject({
			code: 'area_unknown',
			field: 'villages',
		});
		await expect(invite(owner, 'facilitator', { villages: ['Kalanganyar'] })).rejects.toMatchObject({
			code: 'area_unknown',
			field: 'villages.0',
		});
		const spelled = villages.kalanganyar.replace(/^(..)(..)(..)/, '$1.$2.$3.');
		const token = await invite(owner, 'facilitator', { villages: [spelled, villages.kalanganyar] });
		const joined = await join(token);
		const [entrance] = await entrancesOf(house.sql, { id: joined.accountId ?? '' }, '2099-01-01');
		expect(entrance?.actor.villages).toEqual([villages.kalanganyar]);
	});

	it('lets in again whom it had let in before, as what she is now, and nobody twice at once', async () => {
		const lone = await found('Yayasan Kembali');
		const budi = await join(await invite(lone, 'treasurer'));
		const who = { accountId: budi.accountId ?? '', displayName: 'Pak Budi' };
		await expect(
			enterByInvitation(house.sql, { token: await invite(lone, 'auditor'), who }),
		).rejects.toMatchObject({ code: 'already_there', field: 'account' });
		const membershipId = (await everybody(lone)).find(({ role }) => role === 'treasurer')?.membershipId;
		const ends = (endedOn: string) =>
			perform(house.sql, endMember, { actor: lone, id: v7(), input: { membershipId, endedOn } });
		// Access that ends some day still goes on.
		await ends('2099-01-01');
		await expect(
			enterByInvitation(house.sql, { token: await invite(lone, 'auditor'), who }),
		).rejects.toMatchObject({ code: 'already_there', field: 'account' });
		await ends(dayInJakarta());
		await enterByInvitation(house.sql, {
			token: await invite(lone, 'facilitator', { villages: [villages.serang] }),
			who,
		});
		expect((await everybody(lone)).find((one) => one.membershipId === membershipId)).toMatchObject({
			role: 'facilitator',
			villages: [villages.serang],
			endedOn: null,
		});
		const steps = await readAsTenant(house.sql, lone, (tx) => trail(tx, lone, null));
		expect(steps.slice(0, 3).map(({ verb }) => verb)).toEqual(['member.join', 'member.invite', 'member.end']);
	});

	it('is kept as a hash alone', async () => {
		const token = await invite(owner, 'auditor');
		const rows = await house.sql`select encode(token_sha256, 'escape') as kept from entry_link`;
		expect(rows.length).toBeGreaterThan(0);
		expect(JSON.stringify(rows)).not.toContain(token);
	});

	it('gives no role that is above its giver, and only from who may give access', async () => {
		const manager = await join(await invite(owner, 'manager'));
		await expect(invite(manager, 'owner')).rejects.toMatchObject({ code: 'not_allowed', field: 'role' });
		for (const role of ['facilitator', 'treasurer', 'member', 'auditor', 'guest'] as const)
			await expect(invite({ ...owner, role }, 'guest')).rejects.toMatchObject({ code: 'not_allowed' });
		// A guest comes by a link to one programme; nobody is made one with an account.
		await expect(invite(owner, 'guest')).rejects.toMatchObject({ code: 'not_allowed', field: 'role' });
	});
});

describe('a member', () => {
	const access = (by: Actor, personId: string) =>
		readAsTenant(house.sql, by, (tx) => accessOfPerson(tx, by.orgId, personId, new Date()));

	it('is a person on the list, invited once, and sees her own record alone', async () => {
		const lone = await found('Koperasi Kerang');
		const personId = v7();
		const add = (name: string, id = personId) =>
			perform(house.sql, addPerson, {
				actor: lone,
				id: v7(),
				input: { personId: id, name, villageCode: villages.serang },
			});
		await add('Bu Rahma');
		await add('Bu Tetangga', v7());
		await expect(invite(lone, 'member')).rejects.toMatchObject({ code: 'member_without_person' });
		await expect(invite(lone, 'member', { personId: v7() })).rejects.toMatchObject({ code: 'not_found' });
		await expect(invite(owner, 'member', { personId })).rejects.toMatchObject({ code: 'not_found' });
		expect(await access(lone, personId)).toEqual({ membership: null, invitation: null });

		const token = await invite(lone, 'member', { personId });
		expect(await access(lone, personId)).toMatchObject({ membership: null, invitation: {} });
		await expect(invite(lone, 'member', { personId })).rejects.toMatchObject({
			code: 'already_there',
			field: 'personId',
		});
		const rahma = await join(token);
		expect(await access(lone, personId)).toMatchObject({ membership: { role: 'member' }, invitation: null });
		await expect(invite(lone, 'auditor', { personId })).rejects.toMatchObject({ code: 'already_there' });
		const [entrance] = await entrancesOf(house.sql, { id: rahma.accountId ?? '' }, '2099-01-01');
		const actor = entrance?.actor ?? rahma;
		expect(actor).toMatchObject({ role: 'member', personId });
		const seen = await readAsTenant(house.sql, actor, (tx) => tx`select name from person`);
		expect(seen).toMatchObject([{ name: 'Bu Rahma' }]);

		// Let in again as somebody of the team she stays the person on record, who can be forgotten.
		const membershipId = (await everybody(lone)).find(({ role }) => role === 'member')?.membershipId;
		const endedOn = dayInJakarta();
		await perform(house.sql, endMember, { actor: lone, id: v7(), input: { membershipId, endedOn } });
		expect(await access(lone, personId)).toEqual({ membership: null, invitation: null });
		const who = { accountId: rahma.accountId ?? '', displayName: 'Bu Rahma' };
		await enterByInvitation(house.sql, { token: await invite(lone, 'treasurer'), who });
		expect(await access(lone, personId)).toMatchObject({ membership: { role: 'treasurer' } });
	});

	it('is not made of somebody whose record nobody knows', async () => {
		const lone = await found('Koperasi Tanpa Orang');
		await join(await invite(lone, 'auditor'));
		const auditor = (await everybody(lone)).find(({ role }) => role === 'auditor');
		const input = { membershipId: auditor?.membershipId, role: 'member' };
		await expect(perform(house.sql, changeMember, { actor: lone, id: v7(), input })).rejects.toMatchObject({
			code: 'member_without_person',
			field: 'role',
		});
	});
});

describe('access', () => {
	it('is changed and ended, and the person no longer enters', async () => {
		const budi = await join(await invite(owner, 'treasurer'));
		const membership = (await everybody(owner)).find(
			({ role, endedOn }) => role === 'treasurer' && endedOn === null,
		);
		const membershipId = membership?.membershipId;
		await perform(house.sql, changeMember, {
			actor: owner,
			id: v7(),
			input: { membershipId, role: 'auditor' },
		});
		const enters = async () =>
			(await entrancesOf(house.sql, { id: budi.accountId ?? '' }, '2099-01-01')).map(
				({ actor }) => actor.role,
			);
		expect(await enters()).toEqual(['auditor']);
		await perform(house.sql, endMember, {
			actor: owner,
			id: v7(),
			input: { membershipId, endedOn: dayInJakarta() },
		});
		expect(await entrancesOf(house.sql, { id: budi.accountId ?? '' }, '2099-01-01')).toEqual([]);
	});

	it('of the last owner stays', async () => {
		const lone = await found('Yayasan Satu Orang');
		const [only] = await everybody(lone);
		const input = { membershipId: only?.membershipId, role: 'guest' };
		await expect(perform(house.sql, changeMember, { actor: lone, id: v7(), input })).rejects.toMatchObject({
			code: 'still_in_use',
		});
		await expect(
			perform(house.sql, endMember, {
				actor: lone,
				id: v7(),
				input: { membershipId: only?.membershipId, endedOn: '2099-01-01' },
			}),
		).rejects.toMatchObject({ code: 'still_in_use' });
	});

	it('of an owner is not taken by a manager', async () => {
		const other = await found('Yayasan Dua');
		const manager = await join(await invite(other, 'manager'));
		const boss = (await everybody(other)).find(({ role }) => role === 'owner');
		await join(await invite(other, 'owner'));
		await expect(
			perform(house.sql, changeMember, {
				actor: manager,
				id: v7(),
				input: { membershipId: boss?.membershipId, role: 'guest' },
			}),
		).rejects.toMatchObject({ code: 'not_allowed' });
	});

	it('of an account is read in its own organisations alone', async () => {
		const other = await found('Yayasan Lain');
		const seen = await asTenant(house.sql, other, (tx) => members(tx, other));
		expect(seen.map(({ displayName }) => displayName)).toEqual(['Ibu Sari']);
		const steps = await readAsTenant(house.sql, other, (tx) => trail(tx, other, null));
		expect(steps.map(({ verb }) => verb)).toEqual(['member.join']);
	});
});

describe('a forgotten password', () => {
	const membershipOf = async ({ orgId }: Actor, { accountId }: Actor): Promise<string> => {
		const [mine] = await house.sql<{ membershipId: string }[]>`
			select membership_id as "membershipId" from membership
			where org_id = ${orgId} and account_id = ${accountId}`;
		return mine?.membershipId ?? '';
	};
	const linkFor = async (by: Actor, who: Actor): Promise<string> => {
		const input = { membershipId: await membershipOf(by, who), linkId: v7() };
		const account = await perform(house.sql, renewPassword, { actor: by, id: v7(), input });
		return makePasswordLink(house.sql, { orgId: by.orgId, ...account });
	};

	it('is replaced once by the newest link alone, and every session of the account ends', async () => {
		const lone = await found('Yayasan Lupa');
		const budi = await join(await invite(lone, 'treasurer'));
		await house.sql`insert into auth."session" ("id", "expiresAt", "token", "updatedAt", "userId")
			values ('s1', now() + interval '1 day', 'x', now(), ${budi.accountId})`;
		const first = await linkFor(lone, budi);
		const second = await linkFor(lone, budi);
		await expect(accountBehind(house.sql, first)).rejects.toMatchObject({ code: 'link_spent' });
		expect(await accountBehind(house.sql, second)).toEqual({ name: 'Pak Budi' });
		const password = () =>
			house.sql`select "password" from auth."account" where "userId" = ${budi.accountId}`;
		const before = await password();
		await setPasswordByLink(house.sql, { token: second, password: 'sandi yang baru' });
		expect(await password()).not.toEqual(before);
		expect(await house.sql`select from auth."session" where "userId" = ${budi.accountId}`).toHaveLength(0);
		await expect(
			setPasswordByLink(house.sql, { token: second, password: 'sekali lagi saja' }),
		).rejects.toMatchObject({ code: 'link_spent' });
	});

	it('is not replaced by a link of who could not set it any more: she became more, enters elsewhere, or has left', async () => {
		const lone = await found('Yayasan Naik');
		const manager = await join(await invite(lone, 'manager'));
		const set = (token: string) => setPasswordByLink(house.sql, { token, password: 'sandi si manajer' });
		const facilitator = await join(await invite(lone, 'treasurer'));
		const membershipId = await membershipOf(lone, facilitator);
		const change = (role: string) =>
			perform(house.sql, changeMember, { actor: lone, id: v7(), input: { membershipId, role } });
		const early = await linkFor(manager, facilitator);
		await change('owner');
		await expect(set(early)).rejects.toMatchObject({ code: 'link_spent' });
		await change('treasurer');
		const late = await linkFor(manager, facilitator);
		const token = await invite(await found('Yayasan Sebelah'), 'owner');
		const who = { accountId: facilitator.accountId ?? '', displayName: 'Pak Budi' };
		await enterByInvitation(house.sql, { token, who });
		await expect(set(late)).rejects.toMatchObject({ code: 'account_elsewhere' });

		const leaver = await join(await invite(lone, 'treasurer'));
		const last = await linkFor(manager, leaver);
		const ended = { membershipId: await membershipOf(lone, leaver), endedOn: dayInJakarta() };
		await perform(house.sql, endMember, { actor: lone, id: v7(), input: ended });
		await expect(set(last)).rejects.toMatchObject({ code: 'link_spent' });
		const sent = { membershipId: await membershipOf(lone, manager), linkId: v7() };
		const id = v7();
		await perform(house.sql, renewPassword, { actor: lone, id, input: sent });
		// The page makes the id of a link at every sending.
		await expect(
			perform(house.sql, renewPassword, { actor: lone, id, input: { ...sent, linkId: v7() } }),
		).rejects.toMatchObject({ code: 'command_reused' });
	});

	it('is not replaced by who could not have given the role, nor where the account enters elsewhere too', async () => {
		const lone = await found('Yayasan Batas');
		const manager = await join(await invite(lone, 'manager'));
		await expect(linkFor(manager, lone)).rejects.toMatchObject({ code: 'not_allowed' });
		const treasurer = await join(await invite(lone, 'treasurer'));
		await expect(linkFor(treasurer, manager)).rejects.toMatchObject({ code: 'not_allowed' });
		const token = await invite(await found('Yayasan Tetangga'), 'owner');
		const who = { accountId: treasurer.accountId ?? '', displayName: 'Pak Budi' };
		await enterByInvitation(house.sql, { token, who });
		const [account] = await house.sql<{ username: string }[]>`
			select "username" as username from auth."user" where "id" = ${treasurer.accountId}`;
		const username = account?.username ?? '';
		await expect(linkFor(lone, treasurer)).rejects.toMatchObject({
			code: 'account_elsewhere',
			params: { username },
		});

		const made = await makePasswordLinkAtTerminal(house.sql, ` ${username.toUpperCase()}`);
		expect(made.organisations).toBe(2);
		expect(await setPasswordByLink(house.sql, { token: made.token, password: 'sandi dari terminal' })).toBe(
			username,
		);
		await expect(makePasswordLinkAtTerminal(house.sql, 'tidak.ada')).rejects.toMatchObject({
			code: 'account_unknown',
		});
		const steps = await readAsTenant(house.sql, lone, (tx) => trail(tx, lone, null));
		expect(steps[0]).toMatchObject({ verb: 'member.renew-password', actorName: 'Terminal' });
		const chain = await readAsTenant(house.sql, lone, (tx) => verifyAudit(tx, lone.orgId));
		expect(chain).toMatchObject({ brokenAt: null });
	});
});
