import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { connect } from './connect.ts';
import { chainStates, healthOf, migrationState, serverState } from './instance-state.ts';
import { people, testHouse } from './testing.ts';

const house = testHouse();
const migrations = fileURLToPath(new URL('../../../migrations', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sentra-state-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the health of a database', () => {
	it('is good when it answers', async () => {
		const health = await healthOf(house.sql);
		expect(health).toMatchObject({ ok: true });
		expect(health.ok && health.migrations).toBeGreaterThan(5);
	});

	it('is a code when it does not answer, or not in time', async () => {
		const nobody = connect(
			{ host: '127.0.0.1', port: 1, username: 'x', database: 'x' },
			{ connect_timeout: 1 },
		);
		expect(await healthOf(nobody)).toEqual({ ok: false, reason: 'unreachable' });
		await nobody.end({ timeout: 1 });
		const busy = connect(house.where, { max: 1 });
		const sleeping = busy`select pg_sleep(0.6)`.execute();
		expect(await healthOf(busy, 100)).toEqual({ ok: false, reason: 'slow' });
		await sleeping;
		await busy.end();
	});
});

describe('the state of an instance', () => {
	it('compares what was applied with the files of the program', async () => {
		const name = '0001_an_organisation_has_members.sql';
		cpSync(migrations, folder, { recursive: true });
		expect(await migrationState(house.sql, folder)).toMatchObject({ waiting: [], unknown: [], changed: [] });
		writeFileSync(join(folder, '9000_later.sql'), 'select 1');
		writeFileSync(join(folder, name), '-- another text');
		rmSync(join(folder, '0004_programmes_work_in_villages.sql'));
		expect(await migrationState(house.sql, folder)).toMatchObject({
			waiting: ['9000_later.sql'],
			unknown: ['0004_programmes_work_in_villages.sql'],
			changed: [name],
		});
	});

	it('reads the log of every organisation, and says which is broken', async () => {
		const { orgId } = await people(house.sql);
		const { orgId: other } = await people(house.sql);
		await house.sql`insert into audit_head (org_id, number, hash) values (${orgId}, 1, ${Buffer.alloc(32)})`;
		const states = await chainStates(house.sql);
		expect(states.find((one) => one.orgId === orgId)).toEqual({ orgId, entries: 0, brokenAt: '1' });
		expect(states.find((one) => one.orgId === other)).toEqual({ orgId: other, entries: 0, brokenAt: null });
	});

	it('names the server', async () => {
		const { version, bytes } = await serverState(house.sql);
		expect(version).toMatch(/^1[5-9]/);
		expect(bytes).toBeGreaterThan(1_000_000);
	});
});
