/** Seals of personal values in the trail: that the chain holds with them and without, and that every fault is found. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { holdIdentityKeys, identityKeysIn } from '../identity/identity-keys.ts';
import { addPerson, changePerson, forgetPerson } from '../features/person/commands.ts';
import { addToAudit, verifyAudit } from './audit.ts';
import { canonicalText, sha256 } from './canonical.ts';
import { perform } from './command.ts';
import { personalFields } from './personal-fields.ts';
import { sealTrace, withPersonal } from './personal-values.ts';
import { asTenant, tenantSettings } from './tenant.ts';
import { people, testHouse } from './testing.ts';
import type { People } from './testing.ts';
import { villages } from './testing-areas.ts';

const house = testHouse();
let ours: People;
let forgotten: string;
let kept: string;

const villageCode = villages.kalanganyar;

async function add(name: string): Promise<string> {
	const actor = ours.as('owner');
	const input = { name, phone: '0812 3456 789', note: `catatan ${name}`, villageCode };
	const { personId } = await perform(house.sql, addPerson, { actor, id: v7(), input });
	await perform(house.sql, changePerson, {
		actor,
		id: v7(),
		input: { ...input, note: 'lain', personId, version: 1 },
	});
	return personId;
}

/** Entry 1 and 2 are of who is forgotten in entry 5; 3 and 4 of who is not. */
beforeAll(async () => {
	holdIdentityKeys(identityKeysIn(Buffer.alloc(32, 1).toString('base64')));
	ours = await people(house.sql);
	forgotten = await add('Siti Dilupakan');
	kept = await add('Ani Diingat');
	const input = { personId: forgotten, version: 2, understood: true };
	await perform(house.sql, forgetPerson, { actor: ours.as('owner'), id: v7(), input });
});

const check = () => asTenant(house.sql, ours.as('auditor'), (tx) => verifyAudit(tx, ours.orgId));

/** Where the chain is found broken after something was done to the database behind its back, which is taken back. */
async function brokenAfter(fault: string): Promise<string | null> {
	let found: string | null = null;
	await expect(
		house.sql.begin(async (tx) => {
			for (const table of ['audit_entry', 'audit_personal'])
				await tx.unsafe(`alter table ${table} no force row level security`);
			await tx.unsafe(fault.replaceAll('$org', `'${ours.orgId}'`));
			for (const table of ['audit_entry', 'audit_personal'])
				await tx.unsafe(`alter table ${table} force row level security`);
			await tx.unsafe(tenantSettings(ours.as('auditor')));
			found = (await verifyAudit(tx, ours.orgId)).brokenAt;
			throw new Error('taken back');
		}),
	).rejects.toThrow('taken back');
	return found;
}

const value = (number: number, field: string) =>
	`org_id = $org and number = ${number} and side = 'after' and field = '${field}'`;

describe('a chain from which somebody was forgotten', () => {
	it('holds together, and holds the others’ values', async () => {
		expect(await check()).toEqual({ entries: 5, brokenAt: null });
		const rows = await house.sql`select number, person_id from audit_personal
			where org_id = ${ours.orgId} order by number`;
		expect(rows.length).toBeGreaterThan(5);
		expect(rows.every(({ person_id: id }) => id === kept)).toBe(true);
		const text = JSON.stringify(
			await house.sql`select before, after from audit_entry
			where org_id = ${ours.orgId}`,
		);
		expect(text).not.toMatch(/Siti|Ani|0812 3456/);
	});

	it.each([
		['a value that was changed', `update audit_personal set value = '"Budi"' where ${value(3, 'name')}`, '3'],
		[
			'a salt that was changed',
			`update audit_personal set salt = decode(repeat('00', 16), 'hex') where ${value(3, 'phone')}`,
			'3',
		],
		['a value taken out without a word', `delete from audit_personal where ${value(4, 'note')}`, '4'],
		[
			'a seal that was changed',
			`update audit_entry set after = jsonb_set(after, '{name,sealed}', to_jsonb(repeat('a', 64)))
				where org_id = $org and number = 3`,
			'3',
		],
		[
			'a seal replaced by a value in clear',
			`update audit_entry set after = jsonb_set(after, '{name}', '"Budi"') where org_id = $org and number = 1`,
			'1',
		],
		[
			'another value put back in the place of a forgotten one',
			`insert into audit_personal (org_id, number, side, field, salt, value)
				values ($org, 1, 'after', 'name', decode(repeat('00', 16), 'hex'), '"Budi"')`,
			'1',
		],
		[
			'a value beside an entry that has no place for it',
			`insert into audit_personal (org_id, number, side, field, salt, value)
				values ($org, 3, 'after', 'village_code', decode(repeat('00', 16), 'hex'), '"x"')`,
			'3',
		],
		[
			'an entry that says more was forgotten than was',
			`update audit_entry set after = jsonb_set(after, '{taken_out,3}', '["after.name"]')
				where org_id = $org and number = 5`,
			'5',
		],
		[
			'the word of who was forgotten taken away',
			`update audit_entry set after = after - 'taken_out' where org_id = $org and number = 5`,
			'5',
		],
		[
			'a format that was changed',
			`update audit_entry set format = 1 where org_id = $org and number = 3`,
			'3',
		],
	])('shows %s', async (_, fault, at) => {
		expect(await brokenAfter(fault)).toBe(at);
		expect((await check()).brokenAt).toBeNull();
	});

	it('misses a value, and no longer when the very same is back', async () => {
		const actor = ours.as('owner');
		const trace = { kind: 'person', id: kept, after: { name: 'Ani' } };
		await asTenant(house.sql, actor, (tx) =>
			addToAudit(tx, actor, { id: v7(), verb: 'test.seen', at: new Date() }, [trace]),
		);
		const copy = `create temp table copy on commit drop as select * from audit_personal where number = 6`;
		const listed = `delete from audit_personal where org_id = $org and number = 6`;
		expect(await brokenAfter(`${copy}; ${listed}`)).toBe('6');
		expect(await brokenAfter(`${copy}; ${listed}; insert into audit_personal select * from copy`)).toBeNull();
	});

	it('is found when an entry names a value that is there', async () => {
		const actor = ours.as('owner');
		const trace = {
			kind: 'person',
			id: kept,
			after: { forgotten: true, taken_out: { 4: ['after.name'] } },
		};
		let found: string | null = null;
		await asTenant(house.sql, actor, async (tx) => {
			await addToAudit(tx, actor, { id: v7(), verb: 'person.forget', at: new Date() }, [trace]);
			found = (await verifyAudit(tx, ours.orgId)).brokenAt;
			throw new Error('taken back');
		}).catch(() => undefined);
		expect(found).toBe('4');
	});
});

describe('entries from before', () => {
	/** Writes an entry as the program did before there were seals. */
	async function oldEntry(orgId: string): Promise<void> {
		const entry = {
			...{ number: '1', command_id: v7(), at: new Date('2026-01-02T03:04:05Z'), verb: 'person.add' },
			...{ actor_account_id: 'a', actor_name: 'Ibu Lama', actor_role: 'owner', record_kind: 'person' },
			...{ record_id: v7(), record_village: villageCode, before: null, after: { name: 'Siti Lama' } },
		};
		const previous = Buffer.alloc(32);
		const hash = sha256(`${previous.toString('hex')}\n${canonicalText(entry)}`);
		await house.sql`insert into audit_entry ${house.sql({
			...{ org_id: orgId, ...entry, before: null, after: house.sql.json(entry.after) },
			...{ previous_hash: previous, hash },
		})}`;
		await house.sql`insert into audit_head (org_id, number, hash) values (${orgId}, 1, ${hash})`;
	}

	it('still fit, newer ones follow them, and a changed one is found', async () => {
		const old = await people(house.sql, 'Yayasan Lama');
		await oldEntry(old.orgId);
		const actor = old.as('owner');
		const verify = () => asTenant(house.sql, old.as('auditor'), (tx) => verifyAudit(tx, old.orgId));
		expect(await verify()).toEqual({ entries: 1, brokenAt: null });
		const input = { name: 'Baru', villageCode };
		await perform(house.sql, addPerson, { actor, id: v7(), input });
		expect(await verify()).toEqual({ entries: 2, brokenAt: null });
		const formats =
			await house.sql`select format from audit_entry where org_id = ${old.orgId} order by number`;
		expect(formats).toEqual([{ format: 1 }, { format: 2 }]);
		await house.sql`update audit_entry set after = '{"name":"Lain"}' where org_id = ${old.orgId} and number = 1`;
		expect(await verify()).toEqual({ entries: 1, brokenAt: '1' });
	});
});

describe('what is personal', () => {
	const actor = { name: 'Ibu Sari', personId: null };

	it('is said of every kind of record that the program traces', () => {
		const features = fileURLToPath(new URL('../features', import.meta.url));
		const kinds = readdirSync(features, { recursive: true, encoding: 'utf8' })
			.filter((file) => /(commands|forgetting)\.ts$/.test(file))
			.flatMap((file) =>
				[...readFileSync(join(features, file), 'utf8').matchAll(/kind: '([a-z-]+)',\s*id\b/g)].map(
					([, kind = '']) => kind,
				),
			);
		expect(new Set(kinds).size).toBeGreaterThan(15);
		expect([...new Set(kinds)].filter((kind) => !Object.hasOwn(personalFields, kind))).toEqual([]);
	});

	it('is every text of a kind that nobody declared, and nothing else of it', () => {
		const { after, values } = sealTrace(
			{ kind: 'unheard', id: v7(), after: { word: 'Siti', count: 3 } },
			actor,
		);
		expect(after).toMatchObject({ word: { sealed: expect.stringMatching(/^[0-9a-f]{64}$/) }, count: 3 });
		expect(values).toHaveLength(1);
	});

	it('is read back as it was, and what only looks like a seal is sealed itself', () => {
		const given = {
			name: { sealed: 'a'.repeat(64) },
			sex: 'female',
			birth_year: 1985,
			phone: null,
			identity: 'kept',
		};
		const odd = { name: `sealed:${'b'.repeat(64)}`, personId: null };
		const { before, after, actorName, values } = sealTrace({ kind: 'person', id: v7(), after: given }, odd);
		expect(JSON.stringify({ after, actorName })).not.toMatch(/female|:1985|b{64}/);
		const personal = values.map(({ salt, ...rest }) => ({ ...rest, salt: salt.toString('hex') }));
		expect(withPersonal({ actor_name: actorName, before, after, personal })).toEqual({
			...{ actorName: odd.name, before: null, after: given },
		});
		expect(withPersonal({ actor_name: actorName, before, after, personal: null }).after).toMatchObject({
			...{ name: { forgotten: true }, phone: null, identity: 'kept' },
		});
	});

	it('has another seal every time, so that equal values cannot be told', () => {
		const trace = { kind: 'person', id: v7(), after: { name: 'Siti' } };
		expect(sealTrace(trace, actor).after).not.toEqual(sealTrace(trace, actor).after);
	});
});
