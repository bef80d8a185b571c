/** The house as a server opens it: what it demands of its database, and what happens when that is killed. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { joinEmbeddedServer } from './db/embedded/embedded-server.ts';
import { killServer, serverPid } from './db/embedded/testing.ts';
import { connect } from './db/connect.ts';
import { perform } from './db/command.ts';
import { readAsTenant } from './db/tenant.ts';
import { people } from './db/testing.ts';
import { addPerson } from './features/person/commands.ts';
import { villages } from './db/testing-areas.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';

const migrations = fileURLToPath(new URL('../../migrations', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sentra-house-'));
vi.setConfig({ testTimeout: 60_000 });

/** As a visitor does who was told that the records are being opened again: on a busy machine that takes longer. */
async function patiently<Answer>(work: () => Promise<Answer>): Promise<Answer> {
	for (;;)
		try {
			return await work();
		} catch (error) {
			if ((error as { code?: unknown }).code !== 'database_away') throw error;
		}
}

describe.runIf(process.platform === 'linux')('a house', () => {
	let house: House;
	/** A file for somebody to fetch, left by a server that died before its minutes were over. */
	const left = join(folder, 'exports', v7());
	beforeAll(async () => {
		mkdirSync(join(folder, 'exports'));
		writeFileSync(left, 'nama\nBu Rini\n');
		utimesSync(left, new Date(0), new Date(0));
		house = await openHouse({ folder, migrations });
	}, 120_000);
	afterAll(async () => {
		await house.close();
		rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
	}, 30_000);

	it('takes away at its start what nobody may fetch any more', () => {
		expect(existsSync(left)).toBe(false);
	});

	it('goes on by itself when its database is killed, again and again', async () => {
		const { orgId, as } = await people(house.sql, 'Koperasi Kerang');
		const names = () =>
			readAsTenant(
				house.sql,
				as('owner'),
				(tx) => tx<{ name: string }[]>`select name from person where org_id = ${orgId} order by name`,
			);
		for (const [round, tree] of [true, false, true].entries()) {
			const pid = serverPid(folder);
			killServer(folder, tree);
			const input = { personId: v7(), name: `Ibu ${round}`, villageCode: villages.serang };
			const request = { actor: as('manager'), id: v7(), input };
			// A reader, a writer, the same writer once more, and somebody who signs in, all at once.
			const [, first, second, session] = await Promise.all([
				patiently(names),
				patiently(() => perform(house.sql, addPerson, request)),
				patiently(() => perform(house.sql, addPerson, request)),
				house.signIn.api.getSession({
					headers: new Headers({ cookie: 'sentra.session_token=none.none' }),
				}),
			]);
			expect(second).toEqual(first);
			expect(session).toBeNull();
			expect((await names()).map(({ name }) => name)).toHaveLength(round + 1);
			expect(serverPid(folder)).not.toBe(pid);
		}
		// It is still ours to stop: the places of the dead servers were given back.
		const beside = await joinEmbeddedServer(folder);
		expect(beside.found).toBe('running');
		await beside.release();
	});

	it('knows whose session a signed cookie names, as better-auth does, and no other', async () => {
		const { firstOwnerLink } = await import('./house.ts');
		const { enterAsFirstOwner } = await import('./features/entry/commands.ts');
		const { chooseBar } = await import('./access/account-setting.ts');
		const { cookiesOf, knock } = await import('./access/visitor.ts');
		const token = (await firstOwnerLink(house)) ?? '';
		const account = { displayName: 'Ibu Sari', username: 'ibu.sari', password: 'sisik ikan jadi kerupuk' };
		await enterAsFirstOwner(house.sql, { token, account, organisation: { name: 'Yayasan', kind: 'ngo' } });
		const answer = await knock({
			signIn: house.signIn,
			url: new URL('http://localhost:3000'),
			headers: new Headers(),
			address: '127.0.0.1',
			path: '/sign-in/username',
			body: { username: account.username, password: account.password },
		});
		const cookie = cookiesOf(answer).find(({ name }) => name === 'sentra.session_token');
		const asked = (value: string) =>
			house.accountOf(new Headers({ cookie: `lain=1; sentra.session_token=${value}` }));
		const good = encodeURIComponent(cookie?.value ?? '');
		const theirs = await house.signIn.api.getSession({
			headers: new Headers({ cookie: `sentra.session_token=${good}` }),
		});
		const [organisation] = await house.sql`select org_id from account_organisation`;
		const known = {
			id: theirs?.user.id,
			name: 'Ibu Sari',
			sessionToken: theirs?.session.token,
			organisations: [organisation?.org_id],
		};
		expect(await asked(good)).toEqual({ ...known, bar: null });
		await chooseBar(house.sql, theirs?.user.id ?? '', 'treasurer');
		expect(await asked(good)).toEqual({ ...known, bar: 'treasurer' });
		const [bare = '', signature = ''] = (cookie?.value ?? '').split('.');
		const others = [
			`${bare}x.${signature}`,
			`${bare}.${signature.slice(2)}`,
			bare,
			'.',
			'%',
			`.${signature}`,
		];
		for (const value of others) expect(await asked(value), value).toBeNull();
		// A day later its end is moved on; after its end it is nobody's.
		const ends = async () => (await house.sql`select "expiresAt" as at from auth.session`)[0]?.at as Date;
		await house.sql`update auth.session set "expiresAt" = now() + interval '28 days'`;
		const before = await ends();
		expect(await asked(good)).not.toBeNull();
		expect((await ends()).getTime()).toBeGreaterThan(before.getTime());
		await house.sql`update auth.session set "expiresAt" = now() - interval '1 second'`;
		expect(await asked(good)).toBeNull();
	});

	it('is shared by two programs that write; the one that stays goes on, the last one stops the database', async () => {
		const { orgId, as } = await people(house.sql, 'Dua Pintu');
		const other = await openHouse({ folder, migrations });
		const add = (one: House, name: string) =>
			perform(one.sql, addPerson, {
				actor: as('manager'),
				id: v7(),
				input: { name, villageCode: villages.serang },
			});
		await Promise.all([house, other, house, other].map((one, index) => add(one, `Bapak ${index}`)));
		await other.close();
		await add(house, 'Bapak 4');
		const rows = await readAsTenant(
			house.sql,
			as('owner'),
			(tx) => tx`select name from person where org_id = ${orgId}`,
		);
		expect(rows).toHaveLength(5);
	});

	it('reads back the settings that keep rows: its own database is refused without them, a server of one’s own is warned of', async () => {
		expect(house.weak).toBeNull();
		const { host, port, database, username, release } = await joinEmbeddedServer(folder);
		const keeper = connect({ host, port, database, username }, { max: 1 });
		// The command line holds fsync and full_page_writes; this one can still be set for a database.
		await keeper`alter database sentra set synchronous_commit = off`;
		try {
			await expect(openHouse({ folder, migrations })).rejects.toMatchObject({
				code: 'not-durable',
				params: { setting: 'synchronous_commit', value: 'off' },
			});
			const databaseUrl = `postgres://${username}@localhost:${port}/${database}?host=${host}`;
			const foreign = await openHouse({ folder, migrations, databaseUrl });
			expect(foreign.weak).toEqual({ setting: 'synchronous_commit', value: 'off' });
			await foreign.close();
		} finally {
			await keeper`alter database sentra reset synchronous_commit`;
			await keeper.end();
			await release();
		}
		expect(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8')).toContain('ready');
	});
});
