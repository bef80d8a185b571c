import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeEntryLink } from '../../access/entry-link.ts';
import { roles } from '../../access/roles.ts';
import { perform } from '../../db/command.ts';
import { readAsTenant } from '../../db/tenant.ts';
import { people, testHouse } from '../../db/testing.ts';
import type { People } from '../../db/testing.ts';
import { plantRows } from '../../db/testing-rows.ts';
import type { Planted } from '../../db/testing-rows.ts';
import { villages } from '../../db/testing-areas.ts';
import { trail } from '../organisation/queries.ts';
import { makeGuestLink, noteGuestVisit, revokeGuestLink } from './commands.ts';
import { guestBehind, guestLinks, guestProgramme, guestPublication } from './queries.ts';

const house = testHouse();
let ours: People;
let planted: Planted;
let programmeId: string;
const DAY = 24 * 3600 * 1000;

beforeAll(async () => {
	ours = await people(house.sql);
	planted = await plantRows(
		house.sql,
		{
			orgId: ours.orgId,
			village: villages.kalanganyar,
			personId: v7(),
		},
		({ name }) => name === 'organisation',
	);
	programmeId = planted.get('programme')?.['programme_id'] ?? '';
}, 60_000);

/** A link that an owner made, and its token. */
async function made(label = 'Dinas Perikanan', days = 30): Promise<{ guestLinkId: string; token: string }> {
	const guestLinkId = v7();
	const actor = ours.as('owner');
	const input = { guestLinkId, programmeId, label, days };
	const { expiresAt } = await perform(house.sql, makeGuestLink, { actor, id: v7(), input });
	const entry = { kind: 'guest', orgId: ours.orgId, guestLinkId } as const;
	return { guestLinkId, token: await makeEntryLink(house.sql, entry, new Date(), new Date(expiresAt)) };
}

describe('a link of a guest', () => {
	it('opens its one programme, as often as it is opened, until its last day', async () => {
		const { token } = await made();
		for (let visit = 0; visit < 2; visit += 1) {
			const { actor } = await guestBehind(house.sql, token);
			expect(actor).toMatchObject({ role: 'guest', accountId: null, programmeId });
			const seen = await readAsTenant(house.sql, actor, (tx) => guestProgramme(tx, actor, programmeId));
			expect(seen.villages.map(({ name }) => name)).toEqual(['Kalanganyar']);
			expect(seen.publications.length + seen.streams.length).toBeGreaterThan(0);
		}
		const late = new Date(Date.now() + 31 * DAY);
		await expect(guestBehind(house.sql, token, late)).rejects.toMatchObject({ code: 'link_spent' });
	});

	it('opens nothing once it is revoked, and who revokes it twice is told', async () => {
		const { token, guestLinkId } = await made();
		const revoke = () =>
			perform(house.sql, revokeGuestLink, { actor: ours.as('manager'), id: v7(), input: { guestLinkId } });
		await revoke();
		await expect(guestBehind(house.sql, token)).rejects.toMatchObject({ code: 'link_spent' });
		await expect(revoke()).rejects.toMatchObject({ code: 'changed_meanwhile' });
	});

	it('is made and revoked by owners and managers alone, and both stand in the trail', async () => {
		for (const role of roles.filter((one) => one !== 'owner' && one !== 'manager')) {
			const input = { guestLinkId: v7(), programmeId, label: 'Siapa', days: 7 };
			await expect(
				perform(house.sql, makeGuestLink, { actor: ours.as(role), id: v7(), input }),
			).rejects.toMatchObject({ code: 'not_allowed' });
		}
		const { guestLinkId } = await made('Kampus');
		const owner = ours.as('owner');
		await perform(house.sql, revokeGuestLink, { actor: owner, id: v7(), input: { guestLinkId } });
		const entries = await readAsTenant(house.sql, owner, (tx) => trail(tx, owner, null));
		const verbs = entries.filter(({ recordId }) => recordId === guestLinkId).map(({ verb }) => verb);
		expect(verbs).toEqual(['guest-link.revoke', 'guest-link.make']);
	});

	it('is refused without a name, with a number of days of its own, or for a programme of another organisation', async () => {
		const other = await people(house.sql, 'Yayasan Lain');
		const give = (actor: ReturnType<People['as']>, change: object) =>
			perform(house.sql, makeGuestLink, {
				actor,
				id: v7(),
				input: { guestLinkId: v7(), programmeId, label: 'Dinas', days: 7, ...change },
			});
		await expect(give(ours.as('owner'), { label: '  ' })).rejects.toMatchObject({
			code: 'name_missing',
			field: 'label',
		});
		await expect(give(ours.as('owner'), { days: 3650 })).rejects.toMatchObject({
			code: 'input_not_readable',
		});
		await expect(give(other.as('owner'), {})).rejects.toMatchObject({ code: 'not_found' });
	});

	it('tells its makers when it was last opened, to the minute, and nothing about who opened it', async () => {
		const { token, guestLinkId } = await made();
		const owner = ours.as('owner');
		const seenAt = async () => {
			const links = await readAsTenant(house.sql, owner, (tx) => guestLinks(tx, owner, programmeId));
			return links.find((one) => one.guestLinkId === guestLinkId)?.lastSeenAt ?? null;
		};
		expect(await seenAt()).toBeNull();
		const guest = await guestBehind(house.sql, token);
		const at = new Date();
		await noteGuestVisit(house.sql, guest, at);
		await noteGuestVisit(house.sql, guest, new Date(at.getTime() + 1000));
		expect(await seenAt()).toEqual(at);
	});

	it('is no other kind of link: an invitation opens no programme', async () => {
		const token = await makeEntryLink(house.sql, { kind: 'sign-in', orgId: ours.orgId, accountId: 'x' });
		await expect(guestBehind(house.sql, token)).rejects.toMatchObject({ code: 'link_spent' });
	});
});

/** All that a guest's role may read. A new column or table is added here by who decides that a guest may see it. */
const OPEN: Readonly<Record<string, string>> = {
	organisation: 'name,org_id',
	programme: 'commodity,ended_on,name,org_id,programme_id,stage,started_on',
	programme_village: 'org_id,programme_id,village_code',
	programme_stage_change: 'changed_on,from_stage,org_id,programme_id,stage_change_id,to_stage',
	producer_group: 'group_id,org_id,programme_id,removed_at,village_code',
	enterprise: 'ended_on,enterprise_id,kind,org_id,programme_id,village_code',
	by_product_stream:
		'basis,material,org_id,period,programme_id,quantity_from,quantity_to,stream_id,unit,used,village_code',
	study_publication:
		'input_sha256,methods,number,org_id,programme_id,publication_id,published_at,results,study_id,title,withdrawn_at',
};

describe('the role of guests', () => {
	it('may read these columns and no other, and writes nothing', async () => {
		const rows = await house.sql<{ name: string; columns: string; writes: boolean }[]>`
			select relname as name, string_agg(attname, ',' order by attname)
					filter (where has_column_privilege('sentra_guest', pg_class.oid, attnum, 'select')) as columns,
				bool_or(has_any_column_privilege('sentra_guest', pg_class.oid, 'insert, update')
					or has_table_privilege('sentra_guest', pg_class.oid, 'delete, truncate')) as writes
			from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
			where relnamespace in ('public'::regnamespace, 'auth'::regnamespace) and relkind in ('r', 'p')
				and obj_description(pg_class.oid, 'pg_class') <> 'dist:reference'
			group by relname`;
		const open = rows.filter(({ columns }) => columns !== null).map(({ name, columns }) => [name, columns]);
		expect(Object.fromEntries(open)).toEqual(OPEN);
		expect(rows.filter(({ writes }) => writes)).toEqual([]);
		const [role] = await house.sql`select rolsuper or rolbypassrls or rolcanlogin as strong from pg_roles
			where rolname = 'sentra_guest'`;
		expect(role).toEqual({ strong: false });
	});

	it('reaches no person, whatever is asked', async () => {
		const { actor } = await guestBehind(house.sql, (await made()).token);
		for (const statement of [
			'select name from person',
			'select note from by_product_stream',
			'select summary from programme',
			'select name from enterprise',
			'select published_by_name from study_publication',
			'select changed_by_name, reason from programme_stage_change',
			'select before from audit_entry',
			'select token_sha256 from entry_link',
			'select name from auth."user"',
		])
			await expect(
				readAsTenant(house.sql, actor, (tx) => tx.unsafe(statement)),
				statement,
			).rejects.toMatchObject({ code: '42501' });
	});

	it('does not find a publication that was taken back, or one of another programme', async () => {
		const { actor } = await guestBehind(house.sql, (await made()).token);
		const publicationId = planted.get('study_publication')?.['publication_id'] ?? '';
		const look = () =>
			readAsTenant(house.sql, actor, (tx) => guestPublication(tx, actor, programmeId, publicationId));
		expect((await look()).publicationId).toBe(publicationId);
		const elsewhere = { ...actor, programmeId: v7() };
		await expect(
			readAsTenant(house.sql, elsewhere, (tx) => guestPublication(tx, elsewhere, programmeId, publicationId)),
		).rejects.toMatchObject({ code: 'not_found' });
		await house.sql.begin(async (tx) => {
			await tx`set local session_replication_role = replica`;
			await tx`update study_publication set withdrawn_at = now(), withdrawn_by_name = 'Ibu', withdrawn_reason = 'salah'
				where publication_id = ${publicationId}`;
		});
		await expect(look()).rejects.toMatchObject({ code: 'not_found' });
	});
});
