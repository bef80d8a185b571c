import { v7 } from 'uuid';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from './audit.ts';
import { command, perform } from './command.ts';
import { asTenant, readAsTenant, tenantSettings } from './tenant.ts';
import { people, testHouse } from './testing.ts';
import type { People } from './testing.ts';

const house = testHouse();
let ours: People;
let theirs: People;

const rename = command('test.rename', {
	right: 'change-organisation',
	schema: v.object({ name: v.string(), fail: v.optional(v.boolean()) }),
	async run({ tx, actor, input }) {
		const [before] = await tx`select name from organisation where org_id = ${actor.orgId}`;
		await tx`update organisation set name = ${input.name} where org_id = ${actor.orgId}`;
		if (input.fail) throw new Error('a fault of the program');
		const traces = [{ kind: 'organisation', id: actor.orgId, before, after: { name: input.name } }];
		return { receipt: { name: input.name }, traces };
	},
});

const nameOf = async (who: People) => {
	const rows = await readAsTenant(
		house.sql,
		who.as('owner'),
		(tx) => tx<{ name: string }[]>`select name from organisation where org_id = ${who.orgId}`,
	);
	return rows[0]?.name;
};

beforeAll(async () => {
	ours = await people(house.sql, 'Koperasi Kerang');
	theirs = await people(house.sql, 'Koperasi Lain');
});

describe('a command', () => {
	it('writes the change, its trace and its receipt', async () => {
		const receipt = await perform(house.sql, rename, {
			actor: ours.as('owner'),
			id: v7(),
			input: { name: 'Koperasi Kerang Hijau' },
		});
		expect(receipt).toEqual({ name: 'Koperasi Kerang Hijau' });
		expect(await nameOf(ours)).toBe('Koperasi Kerang Hijau');
		const trail = await readAsTenant(
			house.sql,
			ours.as('auditor'),
			(tx) =>
				tx`select number, verb, actor_name, before, after from audit_entry where org_id = ${ours.orgId}`,
		);
		expect(trail).toEqual([
			{
				number: '1',
				verb: 'test.rename',
				actor_name: 'Ibu owner',
				before: { name: 'Koperasi Kerang' },
				after: { name: 'Koperasi Kerang Hijau' },
			},
		]);
	});

	it('is done once when it is sent twice, also at the same moment, and answers the same', async () => {
		const request = { actor: ours.as('owner'), id: v7(), input: { name: 'Sekali' } };
		const answers = await Promise.all([1, 2, 3].map(() => perform(house.sql, rename, request)));
		expect(answers).toEqual([{ name: 'Sekali' }, { name: 'Sekali' }, { name: 'Sekali' }]);
		const [{ count } = { count: '' }] = await house.sql<{ count: string }[]>`
			select count(*) from audit_entry where org_id = ${ours.orgId} and command_id = ${request.id}`;
		expect(count).toBe('1');
		await expect(perform(house.sql, rename, { ...request, input: { name: 'Lain' } })).rejects.toMatchObject({
			code: 'command_reused',
		});
	});

	it('gives the receipt also when its twin’s change is what refuses it', async () => {
		const slow = command('test.slow-insert', {
			right: 'change-organisation',
			schema: v.object({ id: v.string() }),
			async run({ tx, actor, input }) {
				await tx`insert into programme (org_id, programme_id, slug, name, stage)
					values (${actor.orgId}, ${input.id}, ${input.id}, 'Kembar', 'planning')`;
				await tx`select pg_sleep(0.2)`;
				return { receipt: { id: input.id }, traces: [] };
			},
		});
		const request = { actor: theirs.as('owner'), id: v7(), input: { id: v7() } };
		const answers = await Promise.all([1, 2].map(() => perform(house.sql, slow, request)));
		expect(answers).toEqual([{ id: request.input.id }, { id: request.input.id }]);
		await expect(perform(house.sql, slow, { ...request, id: v7() })).rejects.toMatchObject({
			code: 'already_there',
		});
	});

	it('writes nothing when it fails, when its input is not readable, and when the role may not', async () => {
		const before = await nameOf(ours);
		const owner = { actor: ours.as('owner'), id: v7() };
		await expect(perform(house.sql, rename, { ...owner, input: { name: 'x', fail: true } })).rejects.toThrow(
			'a fault',
		);
		await expect(perform(house.sql, rename, { ...owner, input: {} })).rejects.toMatchObject({
			code: 'input_not_readable',
			field: 'name',
		});
		await expect(perform(house.sql, rename, { ...owner, input: { name: ' ' } })).rejects.toMatchObject({
			code: 'name_missing',
			field: 'name',
		});
		await expect(
			perform(house.sql, rename, { ...owner, id: 'bukan-id', input: { name: 'x' } }),
		).rejects.toMatchObject({ code: 'input_not_readable' });
		for (const role of ['manager', 'facilitator', 'treasurer', 'member', 'auditor', 'guest'] as const)
			await expect(
				perform(house.sql, rename, { actor: ours.as(role), id: v7(), input: { name: 'x' } }),
			).rejects.toMatchObject({ code: 'not_allowed' });
		expect(await nameOf(ours)).toBe(before);
	});
});

describe('the trail', () => {
	const check = () => asTenant(house.sql, ours.as('auditor'), (tx) => verifyAudit(tx, ours.orgId));

	it('holds together over many commands at once', async () => {
		await Promise.all(
			Array.from({ length: 12 }, (_, index) =>
				perform(house.sql, rename, { actor: ours.as('owner'), id: v7(), input: { name: `Nama ${index}` } }),
			),
		);
		const state = await check();
		expect(state.brokenAt).toBeNull();
		expect(state.entries).toBeGreaterThanOrEqual(13);
	});

	it.each([
		['a changed entry', `update audit_entry set after = '{"name":"diubah"}' where number = 3`, '3'],
		['a changed actor', `update audit_entry set actor_name = 'Orang lain' where number = 2`, '2'],
		['an entry taken out', `delete from audit_entry where number = 4`, '5'],
		['the last entries taken out', `delete from audit_entry where number > 6`, '7'],
	])('shows %s', async (_, fault, at) => {
		await expect(
			house.sql.begin(async (tx) => {
				// The owner of the database can do what no request can.
				await tx.unsafe(`alter table audit_entry no force row level security`);
				await tx.unsafe(fault.replace(' where ', ` where org_id = '${ours.orgId}' and `));
				await tx.unsafe(`alter table audit_entry force row level security`);
				await tx.unsafe(tenantSettings(ours.as('auditor')));
				const { brokenAt } = await verifyAudit(tx, ours.orgId);
				throw new Error(brokenAt === at || (at === '5' && brokenAt === '4') ? 'seen' : `at ${brokenAt}`);
			}),
		).rejects.toThrow('seen');
		expect((await check()).brokenAt).toBeNull();
	});

	it('cannot be rewritten by a request', async () => {
		for (const statement of ['update audit_entry set verb = verb', 'delete from audit_entry'])
			await expect(asTenant(house.sql, ours.as('owner'), (tx) => tx.unsafe(statement))).rejects.toMatchObject(
				{ code: '42501' },
			);
	});
});

describe('an organisation', () => {
	it('is not seen and not touched from another, also when the statement forgets to ask', async () => {
		const seen = await readAsTenant(
			house.sql,
			theirs.as('owner'),
			(tx) => tx`select org_id from organisation`,
		);
		expect(seen).toEqual([{ org_id: theirs.orgId }]);
		const changed = await asTenant(
			house.sql,
			theirs.as('owner'),
			(tx) => tx`update organisation set name = 'x' where org_id = ${ours.orgId}`,
		);
		expect(changed.count).toBe(0);
		await expect(
			asTenant(
				house.sql,
				theirs.as('owner'),
				(tx) => tx`insert into programme (org_id, programme_id, slug, name, stage)
					values (${ours.orgId}, ${v7()}, 'x', 'x', 'planning')`,
			),
		).rejects.toMatchObject({ code: '42501' });
	});

	it('is not reached without naming one', async () => {
		const seen = await house.sql.begin(async (tx) => {
			await tx`set local role sentra_tenant`;
			return tx`select org_id from organisation`;
		});
		expect(seen).toEqual([]);
	});

	it('is named by ids alone: nothing else passes into a setting', () => {
		const actor = ours.as('facilitator');
		expect(() => tenantSettings({ ...actor, orgId: "x'; drop table organisation; --" })).toThrow('not one');
		expect(() => tenantSettings({ ...actor, villages: ['*'] })).toThrow('not one');
		expect(() => tenantSettings({ ...actor, personId: '*' })).toThrow('not one');
		expect(tenantSettings({ ...actor, villages: [] })).toContain(`app.villages = ''`);
	});

	it('is read without writing', async () => {
		await expect(
			readAsTenant(house.sql, ours.as('owner'), (tx) => tx`update organisation set name = 'x'`),
		).rejects.toMatchObject({ code: '25006' });
	});
});
