import {
	appendFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sql } from 'postgres';
import { v7 } from 'uuid';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { makeEntryLink } from '../../access/entry-link.ts';
import { verifyAudit } from '../audit.ts';
import { catalogFindings } from '../catalog-lint.ts';
import { command, perform } from '../command.ts';
import { connect } from '../connect.ts';
import type { ConnectOptions } from '../connect.ts';
import { migrate } from '../migrate.ts';
import { readAsTenant } from '../tenant.ts';
import { people, testHouse } from '../testing.ts';
import type { People } from '../testing.ts';
import { villages } from '../testing-areas.ts';
import { plantRows } from '../testing-rows.ts';
import { createBackup } from './create-backup.ts';
import type { BackupMade } from './create-backup.ts';
import { restoreBackup } from './restore-backup.ts';
import type { Restored } from './restore-backup.ts';
import { otherPostgres, startOtherPostgres } from './testing-server.ts';

const migrations = fileURLToPath(new URL('../../../../migrations', import.meta.url));
const house = testHouse();
// A restore makes and compares every table.
vi.setConfig({ testTimeout: 60_000 });
let folder = '';
let stops: (() => Promise<void>)[] = [];
let names = 0;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'sentra-backup-'));
	await furnish(house.sql);
}, 60_000);
afterAll(async () => {
	for (const stop of stops) await stop();
	rmSync(folder, { recursive: true, force: true });
	stops = [];
}, 60_000);

/** A database without a table. */
async function emptyDatabase(): Promise<{ sql: Sql; where: ConnectOptions }> {
	const { where } = inject('database');
	names += 1;
	const name = `test_restore_${process.pid}_${names}_${Date.now().toString(36)}`;
	const keeper = connect(where, { max: 1 });
	await keeper.unsafe(`create database ${name} template template0`);
	const sql = connect({ ...where, database: name }, { max: 4 });
	stops.push(async () => {
		await sql.end({ timeout: 2 });
		await keeper.unsafe(`drop database if exists ${name} with (force)`);
		await keeper.end();
	});
	return { sql, where: { ...where, database: name } };
}

interface Options {
	readonly passphrase?: string;
	readonly dataFolder?: string;
	readonly migrations?: string;
}

async function backup(sql: Sql, path: string, { passphrase, dataFolder }: Options = {}): Promise<BackupMade> {
	const file = await open(path, 'w');
	try {
		return await createBackup(sql, {
			write: (bytes) => file.write(bytes),
			program: '0.1.0',
			at: new Date('2026-11-22T01:02:03Z'),
			dataFolder: dataFolder ?? null,
			passphrase: passphrase ?? null,
		});
	} finally {
		await file.close();
	}
}

async function restore(sql: Sql, path: string, options: Options = {}): Promise<Restored> {
	const file = await open(path, 'r');
	try {
		return await restoreBackup(sql, {
			file,
			migrations: options.migrations ?? migrations,
			dataFolder: options.dataFolder ?? null,
			passphrase: options.passphrase ?? null,
		});
	} finally {
		await file.close();
	}
}

/** Every table's rows as one hash, by PostgreSQL itself: the sums of the backup are not asked. */
async function hashes(sql: Sql): Promise<Record<string, string>> {
	const told = await sql.begin(async (tx) => {
		await tx.unsafe(`set local timezone = 'UTC'; set local role sentra_keeper;
			set local app.villages = '*'; set local app.person = '*'`);
		const tables = await tx<{ name: string }[]>`select oid::regclass::text as name from pg_class
			where obj_description(oid, 'pg_class') like 'dist:%' and relname <> 'schema_migration' order by 1`;
		const found: Record<string, string> = {};
		for (const { name } of tables) {
			const [row] = await tx.unsafe<{ hash: string }[]>(
				`select count(*) || ' ' || coalesce(md5(string_agg(one::text, E'\\n' order by one::text collate "C")), '') as hash from ${name} one`,
			);
			found[name] = row?.hash ?? '';
		}
		return found;
	});
	return told as Record<string, string>;
}

const note = command('test.backup-note', {
	right: 'change-organisation',
	schema: v.object({ id: v.string() }),
	async run({ tx, actor, input }) {
		await tx`insert into programme (org_id, programme_id, slug, name, stage)
			values (${actor.orgId}, ${input.id}, ${`p-${input.id}`}, 'Sisik, "dua\nbaris"\tdan \\N', 'planning')`;
		return { receipt: { id: input.id }, traces: [{ kind: 'programme', id: input.id, after: { at: 1 } }] };
	},
});

/** Rows in every table of two organisations, and some that commands made. */
async function furnish(sql: Sql): Promise<void> {
	const { orgId, as } = await people(sql);
	for (let index = 0; index < 3; index += 1)
		await perform(sql, note, { actor: as('owner'), id: v7(), input: { id: v7() } });
	const other = v7();
	await plantRows(sql, { orgId: other, village: villages.kalanganyar, personId: v7() });
	await sql`insert into account_organisation (account_id, org_id) values ('akun', ${orgId})`;
	await sql`insert into auth."user" ("id", "name", "email", "emailVerified") values ('akun', 'Ibu', 'a@b.id', false)`;
}

/** A backup taken while four organisations give commands one after the other. */
async function backupUnderLoad(path: string): Promise<{ orgs: People[]; manifest: BackupMade['manifest'] }> {
	const writers = connect(house.where, { max: 4 });
	const orgs = await Promise.all(Array.from({ length: 4 }, () => people(writers)));
	let working = true;
	let done = 0;
	stops.unshift(async () => void (working = false));
	const work = orgs.map(async ({ as }) => {
		while (working) {
			await perform(writers, note, { actor: as('owner'), id: v7(), input: { id: v7() } });
			done += 1;
		}
	});
	while (done < 20) await new Promise((ready) => setTimeout(ready, 10));
	const before = done;
	// A slow disk, so that the writers get far while the tables are read one after the other.
	const file = await open(path, 'w');
	const { manifest } = await createBackup(house.sql, {
		async write(bytes) {
			await new Promise((ready) => setTimeout(ready, 10));
			await file.write(bytes);
		},
		program: '0.1.0',
		at: new Date(),
		dataFolder: null,
		passphrase: null,
	});
	await file.close();
	expect(done - before, 'commands done meanwhile').toBeGreaterThan(10);
	working = false;
	await Promise.all(work);
	await writers.end();
	return { orgs, manifest };
}

describe('a backup', () => {
	it('taken while people work is of one moment, and restores to the same rows on an empty database', async () => {
		const path = join(folder, 'load.tar');
		const { orgs, manifest } = await backupUnderLoad(path);

		const target = await emptyDatabase();
		const restored = await restore(target.sql, path);
		expect(restored.tables).toEqual(manifest.tables);
		expect(restored.forward).toEqual([]);
		for (const { orgId, as } of orgs)
			await readAsTenant(target.sql, as('auditor'), async (tx) => {
				const [row] = await tx`select (select count(*) from programme) as made,
					(select count(*) from audit_entry) as traced, (select count(*) from command_receipt) as answered,
					(select number from audit_head where org_id = ${orgId}) as head`;
				// One moment: a table read later would hold more.
				expect(row).toEqual({ made: row?.made, traced: row?.made, answered: row?.made, head: row?.made });
				expect((await verifyAudit(tx, orgId)).brokenAt).toBeNull();
			});
		// Read again from the restored house, and compared by PostgreSQL, it is the same.
		const again = join(folder, 'again.tar');
		await backup(target.sql, again);
		const second = await emptyDatabase();
		await restore(second.sql, again);
		expect(await hashes(second.sql)).toEqual(await hashes(target.sql));
		expect(await catalogFindings(target.sql)).toEqual([]);
	});

	it('holds a row of every table, of every organisation', async () => {
		const path = join(folder, 'rows.tar');
		const { manifest } = await backup(house.sql, path);
		const empty = manifest.tables.filter(({ rows }) => rows === 0).map(({ name }) => name);
		expect(manifest.tables.filter(({ class: kind }) => kind === 'tenant').length).toBeGreaterThan(5);
		expect(
			empty.filter((name) => manifest.tables.find((one) => one.name === name)?.class === 'tenant'),
		).toEqual([]);
		const [{ count } = { count: '' }] = await house.sql<
			{ count: string }[]
		>`select count(*) from organisation`;
		expect(manifest.tables.find(({ name }) => name === 'organisation')?.rows).toBe(Number(count));
	});

	it('is opened by tar, and says what it is', async () => {
		const path = join(folder, 'rows.tar');
		const { execFileSync } = await import('node:child_process');
		const list = execFileSync('tar', ['tf', path], { encoding: 'utf8' }).trim().split('\n');
		expect([list[0], list.at(-2), list.at(-1)]).toEqual(['sentra.json', 'manifest.json', 'checksum.txt']);
		expect(execFileSync('tar', ['xOf', path, 'sentra.json'], { encoding: 'utf8' })).toContain(
			'"sentra-backup"',
		);
	});
});

describe('a restore', () => {
	let path = '';
	beforeAll(async () => {
		path = join(folder, 'good.tar');
		await backup(house.sql, path);
	});
	const tables = async (sql: Sql) =>
		(await sql`select relname from pg_class where relnamespace = 'public'::regnamespace`).length;

	it('is refused where somebody has worked, and where another program keeps its tables', async () => {
		await expect(restore(house.sql, path)).rejects.toMatchObject({ code: 'instance_not_empty' });
		const { sql } = await emptyDatabase();
		await sql`create schema blog`;
		await sql`create table blog.wordpress (id int)`;
		await expect(restore(sql, path)).rejects.toMatchObject({ code: 'instance_not_empty' });
		expect(await sql`select * from blog.wordpress`).toEqual([]);
	});

	it('is refused where there is an account, although no organisation', async () => {
		const { sql } = await emptyDatabase();
		await migrate(sql, migrations);
		await sql`insert into auth."user" ("id", "name", "email", "emailVerified") values ('x', 'x', 'x@b.id', false)`;
		await expect(restore(sql, path)).rejects.toMatchObject({ code: 'instance_not_empty' });
		expect(await sql`select id from auth."user"`).toEqual([{ id: 'x' }]);
	});

	it('fills an instance that started and that nobody used yet, also one of a newer program', async () => {
		const newer = join(folder, 'newer-migrations');
		mkdirSync(newer);
		for (const name of readdirSync(migrations))
			writeFileSync(join(newer, name), readFileSync(join(migrations, name)));
		writeFileSync(
			join(newer, '9000_later.sql'),
			`alter table programme add column motto text not null default 'maju'; create function later() returns int language sql as 'select 1'`,
		);
		const { sql } = await emptyDatabase();
		await migrate(sql, newer);
		// The link that the first start prints makes nobody an owner yet.
		await makeEntryLink(sql, { kind: 'first-owner' });
		const restored = await restore(sql, path, { migrations: newer });
		expect(restored.forward).toEqual(['9000_later.sql']);
		expect(await migrate(sql, newer)).toEqual([]);
		const [row] = await sql`select min(motto) as motto, count(*)::int as rows from programme`;
		expect(row).toEqual({
			motto: 'maju',
			rows: restored.tables.find(({ name }) => name === 'programme')?.rows,
		});
		// And the way back is closed: this program does not know what the newer one added.
		const later = join(folder, 'later.tar');
		await backup(sql, later);
		const other = await emptyDatabase();
		await expect(restore(other.sql, later)).rejects.toMatchObject({ code: 'backup_newer' });
		expect(await tables(other.sql)).toBe(0);
	});

	it('refuses a file of which any byte was changed or that was cut, and writes nothing', async () => {
		const { sql } = await emptyDatabase();
		const whole = readFileSync(path);
		const bad = join(folder, 'bad.tar');
		const refused = async (bytes: Buffer, what: string) => {
			writeFileSync(bad, bytes);
			const error = await restore(sql, bad).then(
				() => null,
				(one: { code?: string }) => one.code,
			);
			expect(error, what).toMatch(/^backup_(broken|newer)$/);
		};
		for (const length of [0, 1, 511, 512, 1024, whole.length >> 1, whole.length - 1])
			await refused(whole.subarray(0, length), `cut at ${length}`);
		await refused(Buffer.concat([whole, Buffer.alloc(1)]), 'one byte more');
		// Every kind of place: headers, padding, rows, manifest, checksum, the zeros of the end; the rest spread evenly.
		const places = new Set([
			0,
			100,
			124,
			148,
			257,
			400,
			511,
			512,
			600,
			whole.length - 1,
			whole.length - 1500,
		]);
		for (let place = 0; place < whole.length; place += Math.ceil(whole.length / 60)) places.add(place);
		for (const place of places) {
			const bytes = Buffer.from(whole);
			bytes[place] = (bytes[place] ?? 0) ^ 1;
			await refused(bytes, `byte ${place}`);
		}
		expect(await tables(sql)).toBe(0);
	});

	it('refuses rows that do not add up, although the file is whole', async () => {
		const { sql } = await emptyDatabase();
		const { openBackup } = await import('./read-backup.ts');
		const { tarWriter } = await import('./tar.ts');
		const { entryBody, FIRST_ENTRY, MANIFEST_ENTRY, tableEntry } = await import('./manifest.ts');
		const { gzipSync } = await import('node:zlib');
		const source = await open(path, 'r');
		const { first, manifest, table } = await openBackup(source, null);
		/** Writes the file anew, as a program with a fault would: with another text of one table. */
		const written = async (name: string, change: (text: string) => string): Promise<string> => {
			const to = join(folder, `planted-${v7()}.tar`);
			const writer = tarWriter(async (bytes) => appendFileSync(to, bytes), new Date(), null);
			await writer.add(FIRST_ENTRY, entryBody(first));
			for (const one of manifest.tables) {
				const pieces: Buffer[] = [];
				for await (const piece of table(one.name)) pieces.push(piece);
				const text = Buffer.concat(pieces).toString();
				if (one.parts > 0)
					await writer.add(
						tableEntry(one.name, 1),
						gzipSync(Buffer.from(one.name === name ? change(text) : text)),
					);
			}
			const tables = manifest.tables.map((one) => ({ ...one, parts: Math.min(one.parts, 1) }));
			await writer.add(MANIFEST_ENTRY, entryBody({ ...manifest, tables }));
			await writer.close();
			return to;
		};
		for (const [name, change] of [
			['programme', (text: string) => text.replace('planning', 'growing')],
			['programme', (text: string) => text.slice(text.indexOf('\n') + 1)],
			['audit_entry', (text: string) => text.replace('Ibu owner', 'Ibu lain')],
		] as const)
			await expect(restore(sql, await written(name, change)), name).rejects.toMatchObject({
				code: 'backup_broken',
			});
		// What PostgreSQL itself refuses must end as well: a row twice, a row of nobody, a line that is no row.
		for (const change of [
			(text: string) => text.split('\n', 1)[0] + '\n' + text,
			(text: string) => text.replace(/[0-9a-f-]{36}/, v7()),
			() => 'x\n',
		])
			await expect(restore(sql, await written('programme', change))).rejects.toThrow();
		expect(await tables(sql)).toBe(0);
		expect((await restore(sql, await written('programme', (text) => text))).tables).toHaveLength(
			manifest.tables.length,
		);
		await source.close();
	});

	it('tells a log that was broken before, and keeps it as it was', async () => {
		const { sql } = await emptyDatabase();
		await restore(sql, path);
		const [first] = await sql<{ org_id: string }[]>`update audit_entry set actor_name = 'Orang lain'
			where number = 2 and org_id = (select org_id from audit_entry where number = 2 limit 1) returning org_id`;
		const again = join(folder, 'broken-log.tar');
		const { manifest } = await backup(sql, again);
		expect(manifest.chains.find(({ orgId }) => orgId === first?.org_id)?.brokenAt).toBe('2');
		const target = await emptyDatabase();
		expect((await restore(target.sql, again)).chains).toEqual(manifest.chains);
	});
});

describe('a closed backup', () => {
	const passphrase = 'kerang hijau di muara';
	const data = (name: string) => {
		const at = join(folder, name);
		mkdirSync(join(at, 'keys'), { recursive: true });
		mkdirSync(join(at, 'attachments', 'ab'), { recursive: true });
		writeFileSync(join(at, 'keys', 'identity.key'), 'kunci rahasia');
		writeFileSync(join(at, 'attachments', 'ab', 'foto.jpg'), Buffer.alloc(9_000_000, 7));
		return at;
	};

	it('carries keys and attachments, and gives them to nobody without the passphrase', async () => {
		const path = join(folder, 'closed.tar');
		const { manifest } = await backup(house.sql, path, { passphrase, dataFolder: data('data') });
		expect(manifest.files.map(({ path: one }) => one)).toEqual([
			'attachments/ab/foto.jpg',
			'keys/identity.key',
		]);
		const bytes = readFileSync(path);
		for (const secret of ['kunci rahasia', 'organisation', 'identity.key', 'Sisik'])
			expect(bytes.includes(secret) && !bytes.includes(`tables/${secret}/`), secret).toBe(false);
		const target = await emptyDatabase();
		const dataFolder = join(folder, 'restored');
		for (const wrong of ['kerang hijau', ''])
			await expect(restore(target.sql, path, { passphrase: wrong, dataFolder })).rejects.toMatchObject({
				code: 'backup_passphrase',
			});
		await expect(restore(target.sql, path, { dataFolder })).rejects.toMatchObject({
			code: 'backup_passphrase',
		});
		await expect(restore(target.sql, path, { passphrase })).rejects.toMatchObject({
			code: 'backup_needs_folder',
		});
		expect(existsSync(dataFolder)).toBe(false);
		// A key that the first start made is set aside, not lost.
		mkdirSync(join(dataFolder, 'keys'), { recursive: true });
		writeFileSync(join(dataFolder, 'keys', 'identity.key'), 'kunci pertama');
		const restored = await restore(target.sql, path, { passphrase, dataFolder });
		expect(restored).toMatchObject({ files: 2, keys: true });
		expect(readFileSync(join(dataFolder, 'keys', 'identity.key'), 'utf8')).toBe('kunci rahasia');
		expect(readFileSync(join(dataFolder, 'attachments', 'ab', 'foto.jpg')).length).toBe(9_000_000);
		const aside = readdirSync(dataFolder).find((name) => name.startsWith('keys.before-restore-')) ?? '';
		expect(readFileSync(join(dataFolder, aside, 'identity.key'), 'utf8')).toBe('kunci pertama');
		expect(readdirSync(dataFolder).filter((name) => name.startsWith('.'))).toEqual([]);
	});

	it('without a passphrase leaves the keys where they are', async () => {
		const { manifest } = await backup(house.sql, join(folder, 'open.tar'), { dataFolder: data('data-2') });
		expect(manifest.files.map(({ path }) => path)).toEqual(['attachments/ab/foto.jpg']);
	});

	it('puts no file anywhere when the database refuses', async () => {
		const path = join(folder, 'open.tar');
		const dataFolder = join(folder, 'untouched');
		await expect(restore(house.sql, path, { dataFolder })).rejects.toMatchObject({
			code: 'instance_not_empty',
		});
		expect(readdirSync(dataFolder)).toEqual([]);
	});
});

describe.skipIf(otherPostgres === null)('an older PostgreSQL, as an owner who is no superuser', () => {
	it('takes the backup, gives the same rows, and its own backup sees every organisation', async () => {
		const server = await startOtherPostgres();
		try {
			const root = connect(server.where, { max: 1 });
			await root`create role pemilik login createrole`;
			await root`create database rumah owner pemilik`;
			await root.end();
			const sql = connect({ ...server.where, username: 'pemilik', database: 'rumah' }, { max: 2 });
			const path = join(folder, 'move.tar');
			const { manifest: taken } = await backupUnderLoad(path);
			const restored = await restore(sql, path);
			expect(restored.tables).toEqual(taken.tables);
			const here = await hashes(sql);
			// Compared by both servers themselves: the same file, restored on the embedded one.
			const beside = await emptyDatabase();
			await restore(beside.sql, path);
			expect(here).toEqual(await hashes(beside.sql));
			const [version] = await sql`select current_setting('server_version_num')::int as number,
				(select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as strong`;
			expect(version).toMatchObject({ strong: false });
			expect(version?.number).toBeLessThan(180000);
			// The owner herself sees nobody's rows; the keeper does.
			expect(await sql`select org_id from organisation`).toEqual([]);
			const { manifest } = await backup(sql, join(folder, 'back.tar'));
			expect(manifest.tables).toEqual(restored.tables);
			const home = await emptyDatabase();
			await restore(home.sql, join(folder, 'back.tar'));
			expect(await hashes(home.sql)).toEqual(here);
			await sql.end();
		} finally {
			await server.stop();
		}
	});
});
