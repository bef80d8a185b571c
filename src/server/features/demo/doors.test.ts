import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { entrancesOf } from '../../access/actor.ts';
import { entryBehind, makeEntryLink, useEntryLink } from '../../access/entry-link.ts';
import { roles } from '../../access/roles.ts';
import { verifyAudit } from '../../db/audit.ts';
import { readAsTenant } from '../../db/tenant.ts';
import { testHouse } from '../../db/testing.ts';
import { guestBehind } from '../guest/queries.ts';
import { demoAccountId, isDemoOrganisation } from './demo-organisations.ts';
import { openDemo } from './doors.ts';
import type { DemoDoor } from './doors.ts';

const house = testHouse();
const samples = fileURLToPath(new URL('../../../../samples', import.meta.url));
let doors: readonly DemoDoor[] = [];
/** After every membership of the demo has begun. */
const today = '2099-01-01';

beforeAll(async () => {
	doors = await openDemo(house.sql, samples);
}, 240_000);

describe('the doors of a demo', () => {
	it('are one for every role, each into all five organisations as that role', async () => {
		expect(doors.map(({ role }) => role)).toEqual([...roles]);
		for (const { role, token } of doors.filter((door) => door.page === 'tautan')) {
			const { accountId } = await entryBehind(house.sql, token, 'sign-in');
			const entrances = await entrancesOf(house.sql, { id: accountId ?? '' }, today);
			expect(entrances.map(({ actor }) => actor.role)).toEqual(Array(5).fill(role));
			expect(entrances.every(({ orgId }) => isDemoOrganisation(orgId))).toBe(true);
			for (const { actor } of entrances) {
				expect(actor.villages?.length ?? 'all').toBe(role === 'facilitator' ? 1 : 'all');
				const known = await readAsTenant(
					house.sql,
					actor,
					(tx) => tx<{ name: string }[]>`select name from person where org_id = ${actor.orgId}`,
				);
				// A member is somebody on record, and sees herself alone.
				if (role === 'member') expect(known.map(({ name }) => name)).toEqual([actor.name]);
			}
		}
	});

	it('open for everybody in the room, until the demo is started again', async () => {
		const token = doors[0]?.token ?? '';
		for (let visitor = 0; visitor < 3; visitor += 1)
			expect((await useEntryLink(house.sql, token, 'sign-in')).accountId).toBe(demoAccountId('owner'));
		const before = await house.sql`select count(*) from audit_entry`;
		doors = await openDemo(house.sql, samples);
		await expect(useEntryLink(house.sql, token, 'sign-in')).rejects.toMatchObject({ code: 'link_spent' });
		expect((await useEntryLink(house.sql, doors[0]?.token ?? '', 'sign-in')).accountId).toBe(
			demoAccountId('owner'),
		);
		expect(await house.sql`select count(*) from audit_entry`).toEqual(before);
	}, 60_000);

	it('let a guest look at one programme, under a new address at every start', async () => {
		const guestOf = () => doors.find(({ role }) => role === 'guest')?.token ?? '';
		const before = guestOf();
		const { actor } = await guestBehind(house.sql, before);
		expect(actor).toMatchObject({ role: 'guest', accountId: null });
		doors = await openDemo(house.sql, samples);
		await expect(guestBehind(house.sql, before)).rejects.toMatchObject({ code: 'link_spent' });
		expect((await guestBehind(house.sql, guestOf())).actor.programmeId).toBe(actor.programmeId);
	}, 60_000);

	it('leave other links as they were: an invitation opens once', async () => {
		const token = await makeEntryLink(house.sql, { kind: 'invitation' });
		await useEntryLink(house.sql, token, 'invitation');
		await expect(useEntryLink(house.sql, token, 'invitation')).rejects.toMatchObject({ code: 'link_spent' });
		await expect(
			house.sql`update entry_link set reusable = true where kind = 'invitation'`,
		).rejects.toMatchObject({ constraint_name: 'entry_link_reusable_signs_in' });
	});

	it('are written in the trail', async () => {
		const [owner] = await entrancesOf(house.sql, { id: demoAccountId('owner') }, today);
		if (owner === undefined) throw new Error('no owner');
		await readAsTenant(house.sql, owner.actor, async (tx) => {
			const joined = await tx`select from audit_entry where org_id = ${owner.orgId} and verb = 'member.join'`;
			expect(joined).toHaveLength(roles.length - 1);
			expect((await verifyAudit(tx, owner.orgId)).brokenAt).toBeNull();
		});
	});

	it('are not made where a team works', async () => {
		await house.sql`insert into account_organisation (account_id, org_id)
			values ('seseorang', '01900000-0000-7000-8000-000000000009')`;
		await expect(openDemo(house.sql, samples)).rejects.toMatchObject({ code: 'demo_among_data' });
		await house.sql`delete from account_organisation where account_id = 'seseorang'`;
	});
});
