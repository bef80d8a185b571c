import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { otherPostgres, startOtherPostgres } from '#server/db/backup/testing-server.ts';
import { connect } from '#server/db/connect.ts';
import { joinEmbeddedServer } from '#server/db/embedded/embedded-server.ts';
import { migrate } from '#server/db/migrate.ts';
import { buildOnce, sentra } from './testing.ts';

const migrations = fileURLToPath(new URL('../../migrations', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sentra-cli-backup-'));
const at = (name: string): string => join(folder, name);
const passphrase = 'empat kata tak berhubungan';
const data = { SENTRA_DATA: at('data') };

vi.setConfig({ testTimeout: 90_000 });

/** An instance of one organisation with one account and a key, as a stopped Sentra leaves it. */
async function furnish(place: string): Promise<void> {
	const { host, port, database, username, release } = await joinEmbeddedServer(place);
	const sql = connect({ host, port, database, username }, { max: 1 });
	await migrate(sql, migrations);
	await sql`insert into organisation (org_id, name, kind)
		values ('01900000-0000-7000-8000-000000000001', 'Koperasi Kerang', 'cooperative')`;
	await sql.end();
	await release();
	mkdirSync(join(place, 'keys'));
	writeFileSync(join(place, 'keys', 'identity.key'), 'kunci');
}

beforeAll(async () => {
	await buildOnce();
	await furnish(data.SENTRA_DATA);
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('sentra cadangan', () => {
	it('saves a file for its owner alone, and replaces none unasked', async () => {
		const words = ['cadangan', 'buat', '--ke', at('a.tar')];
		const first = await sentra(words, { env: data });
		expect(first).toMatchObject({ code: 0 });
		expect(first.out).toMatch(/^Cadangan tersimpan: .*a\.tar \(.*1 organisasi\)\.$/m);
		expect(first.err).toContain('Kunci tidak ikut');
		expect(statSync(at('a.tar')).mode & 0o777).toBe(0o600);
		const bytes = readFileSync(at('a.tar'));
		expect(await sentra(words, { env: data })).toMatchObject({ code: 6 });
		expect(readFileSync(at('a.tar'))).toEqual(bytes);
		const again = await sentra([...words, '--timpa', '--json'], { env: data });
		const { result } = JSON.parse(again.out);
		expect(result).toMatchObject({ written: at('a.tar'), closed: false, keys: false });
		expect(result.tables).toContainEqual(expect.objectContaining({ name: 'organisation', rows: 1 }));
	});

	it('takes keys only under a passphrase, and opens them only with it', async () => {
		const words = ['backup', 'create', '--to', at('closed.tar'), '--with-keys', '--language', 'en'];
		const unasked = await sentra(words, { env: data });
		expect(unasked.code).toBe(2);
		expect(unasked.err).toContain('SENTRA_BACKUP_PASSPHRASE');
		expect(await sentra(words, { env: { ...data, SENTRA_BACKUP_PASSPHRASE: 'pendek' } })).toMatchObject({
			code: 2,
		});
		expect(existsSync(at('closed.tar'))).toBe(false);
		expect(await sentra(words, { env: { ...data, SENTRA_BACKUP_PASSPHRASE: passphrase } })).toMatchObject({
			code: 0,
		});

		const restore = ['cadangan', 'pulihkan', at('closed.tar'), '--json'];
		const target = { SENTRA_DATA: at('restored') };
		const wrong = await sentra(restore, {
			env: { ...target, SENTRA_BACKUP_PASSPHRASE: 'empat kata yang lain' },
		});
		expect([wrong.code, JSON.parse(wrong.out).error.code]).toEqual([4, 'BACKUP_PASSPHRASE']);
		const right = await sentra(restore, { env: { ...target, SENTRA_BACKUP_PASSPHRASE: passphrase } });
		expect(JSON.parse(right.out).result).toMatchObject({ keys: true, forward: [] });
		expect(readFileSync(join(at('restored'), 'keys', 'identity.key'), 'utf8')).toBe('kunci');
		const twice = await sentra(restore, { env: { ...target, SENTRA_BACKUP_PASSPHRASE: passphrase } });
		expect([twice.code, JSON.parse(twice.out).error.code]).toEqual([4, 'INSTANCE_NOT_EMPTY']);
	});

	it('says in one sentence what is wrong with a file, a folder or a server', async () => {
		writeFileSync(at('cut.tar'), readFileSync(at('a.tar')).subarray(0, 5000));
		const cases = [
			[['cadangan', 'pulihkan', at('cut.tar')], { SENTRA_DATA: at('new') }, 4, 'rusak atau tidak utuh'],
			[['cadangan', 'pulihkan', at('none.tar')], {}, 3, 'tidak ditemukan'],
			[['cadangan', 'buat'], { SENTRA_DATA: at('nowhere') }, 4, 'Belum ada data tim'],
			[['cadangan', 'buat'], { DATABASE_URL: 'postgres://x@127.0.0.1:1/x' }, 4, 'tidak dapat dihubungi'],
			[['cadangan', 'pindah'], data, 2, 'DATABASE_URL'],
		] as const;
		for (const [words, env, code, said] of cases) {
			const ran = await sentra(words, { env });
			expect({ code: ran.code, lines: ran.err.trim().split('\n').length }, words.join(' ')).toEqual({
				code,
				lines: 3,
			});
			expect(ran.err).toContain(said);
		}
		expect(existsSync(at('nowhere'))).toBe(false);
	});

	it('restores and moves nothing while another program runs, also one that has been quiet', async () => {
		const { host, port, username, release } = await joinEmbeddedServer(data.SENTRA_DATA);
		const ran = await sentra(['cadangan', 'pindah', '--json'], {
			env: { ...data, DATABASE_URL: `postgres://${username}@localhost:${port}/postgres?host=${host}` },
		});
		expect([ran.code, JSON.parse(ran.out).error.code]).toEqual([4, 'INSTANCE_IN_USE']);
		const restored = await sentra(['cadangan', 'pulihkan', at('a.tar'), '--json'], { env: data });
		expect([restored.code, JSON.parse(restored.out).error.code]).toEqual([4, 'INSTANCE_IN_USE']);
		await release();
	});

	it.skipIf(otherPostgres === null)('moves all rows to DATABASE_URL and leaves the old ones', async () => {
		const server = await startOtherPostgres();
		try {
			const address = `postgres://postgres@localhost/postgres?host=${String(server.where.host)}`;
			const words = ['cadangan', 'pindah', '--json'];
			const moved = await sentra(words, { env: { ...data, DATABASE_URL: address } });
			expect(moved.code, moved.out).toBe(0);
			const sql = connect(server.where, { max: 1 });
			expect(await sql`select name from organisation`).toEqual([{ name: 'Koperasi Kerang' }]);
			await sql.end();
			const again = await sentra(words, { env: { ...data, DATABASE_URL: address } });
			expect([again.code, JSON.parse(again.out).error.code]).toEqual([4, 'INSTANCE_NOT_EMPTY']);
			const backup = await sentra(['cadangan', 'buat', '--ke', at('old.tar')], { env: data });
			expect(backup.code).toBe(0);
		} finally {
			await server.stop();
		}
	});
});

describe('sentra dokter', () => {
	const doctor = async () => {
		const { code, out } = await sentra(['dokter', '--json'], { env: data });
		const checks = JSON.parse(out).result.checks as { id: string; ok: boolean; text: string }[];
		return { code, of: (id: string) => checks.find((check) => check.id === id) };
	};

	it('looks at the database of this machine, and says where there is none', async () => {
		const { code, of } = await doctor();
		expect(code).toBe(0);
		expect(of('database')?.text).toMatch(/PostgreSQL 18.*MB/);
		expect(of('migrations')?.ok).toBe(true);
		expect(of('durability')?.text).toContain('fsync=on');
		expect(of('trails')?.text).toContain('utuh, 1 organisasi');
		const none = await sentra(['dokter'], { env: { SENTRA_DATA: at('never') } });
		expect([none.code, none.out]).toEqual([0, expect.stringContaining('belum ada')]);
		expect(existsSync(at('never'))).toBe(false);
	});

	it('finds a broken log, a key that is gone and a database of a newer program', async () => {
		const { host, port, database, username, release } = await joinEmbeddedServer(data.SENTRA_DATA);
		const sql = connect({ host, port, database, username }, { max: 1 });
		await sql`insert into audit_head (org_id, number, hash)
			select org_id, 3, ${Buffer.alloc(32)} from organisation`;
		await sql`insert into schema_migration (name, sha256) values ('9999_later.sql', 'x')`;
		await sql.end();
		await release();
		rmSync(join(data.SENTRA_DATA, 'keys', 'identity.key'));
		const { code, of } = await doctor();
		expect(code).toBe(1);
		expect(of('trails')).toMatchObject({
			ok: false,
			text: expect.stringContaining('sejak nomor 1') as string,
		});
		expect(of('keys')?.ok).toBe(false);
		expect(of('migrations')).toMatchObject({
			ok: false,
			text: expect.stringContaining('9999_later') as string,
		});
		expect(of('durability')?.ok).toBe(true);
	});
});

describe('sentra sandi baru', () => {
	it('makes a link for an account by its name, and says so when there is none', async () => {
		const { host, port, database, username, release } = await joinEmbeddedServer(data.SENTRA_DATA);
		const sql = connect({ host, port, database, username }, { max: 1 });
		await sql`insert into auth."user" ("id", "name", "email", "emailVerified", "username", "displayUsername")
			values ('01900000-0000-7000-8000-00000000000a', 'Ibu Sari', 'x@akun.invalid', false, 'ibu.sari', 'ibu.sari')`;
		try {
			const env = { ...data, ORIGIN: 'https://sentra.contoh.id' };
			const made = await sentra(['sandi', 'baru', 'Ibu.Sari'], { env });
			expect(made.code, made.err).toBe(0);
			expect(made.out).toMatch(/Ibu Sari:\n\n {2}https:\/\/sentra\.contoh\.id\/sandi\/[\w-]{43}\n/);
			const again = await sentra(['password', 'renew', 'ibu.sari', '--json', '--language', 'en'], { env });
			const { result } = JSON.parse(again.out);
			expect(result).toMatchObject({ name: 'Ibu Sari', organisations: 0 });
			// The earlier link is void: one lies in the table, and it is not written there as it was told.
			const kept = await sql`select token_sha256 as hash from entry_link
				where kind = 'password' and used_at is null`;
			const token = String(result.link).split('/').at(-1) ?? '';
			expect(token).toMatch(/^[\w-]{43}$/);
			expect(kept).toEqual([{ hash: createHash('sha256').update(token).digest() }]);
			expect(kept[0]?.['hash'].includes(token)).toBe(false);
			const unknown = await sentra(['sandi', 'baru', 'tidak.ada'], { env });
			expect([unknown.code, unknown.err]).toEqual([4, expect.stringContaining('“tidak.ada”')]);
			const unsaid = await sentra(['sandi', 'baru'], { env });
			expect([unsaid.code, unsaid.err]).toEqual([2, expect.stringContaining('sentra sandi baru ibu.sari')]);
		} finally {
			await sql.end();
			await release();
		}
	});
});
