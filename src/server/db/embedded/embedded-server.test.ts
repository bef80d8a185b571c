import { spawn } from 'node:child_process';
import {
	chmodSync,
	existsSync,
	mkdirSync,
	readFileSync,
	readdirSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { durabilitySettings } from './durability.ts';
import { joinEmbeddedServer } from './embedded-server.ts';
import type { EmbeddedServer } from './embedded-server.ts';
import { identifyThisProcess } from './process-identity.ts';
import { ORDINARY_UID, asRoot, clearTrials, serverPid, startTrial, trialFolder } from './testing.ts';

const served = process.platform === 'linux' || process.platform === 'darwin';
const connections: postgres.Sql[] = [];

function connect({ host, port, database, username }: EmbeddedServer): postgres.Sql {
	const sql = postgres({ host, port, database, username, max: 1, onnotice: () => undefined });
	connections.push(sql);
	return sql;
}

async function disconnect(): Promise<void> {
	for (const sql of connections.splice(0)) await sql.end({ timeout: 1 });
}

afterEach(disconnect);
afterAll(clearTrials, 30_000);

describe.runIf(served)('the server of a folder', { timeout: 60_000 }, () => {
	let folder = '';
	beforeAll(() => {
		folder = trialFolder();
	});

	it('is made by the first join, whole, durable and closed to the network', async () => {
		// What a creation leaves that was killed.
		mkdirSync(join(folder, 'data.unfinished-of-a-killed-one', 'base'), { recursive: true });
		const steps: string[] = [];
		const server = await joinEmbeddedServer(folder, { onStep: (step) => steps.push(step) });
		const sql = connect(server);
		expect(steps).toEqual(['creating', 'starting']);
		expect(server.found).toBe('created');
		expect((await sql`select version()`)[0]?.version).toMatch(/^PostgreSQL 18\./);
		expect((await sql`show listen_addresses`)[0]?.listen_addresses).toBe('');
		const [database] = await sql`select pg_encoding_to_char(encoding) as encoding, datlocprovider, datlocale
			from pg_database where datname = current_database()`;
		expect(database).toEqual({ encoding: 'UTF8', datlocprovider: 'b', datlocale: 'C.UTF-8' });
		expect(await durabilitySettings(sql)).toEqual({
			fsync: 'on',
			full_page_writes: 'on',
			synchronous_commit: 'on',
			wal_sync_method: 'fdatasync',
			data_checksums: 'on',
		});
		expect(statSync(server.host).mode & 0o777).toBe(0o700);
		expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
		expect(readdirSync(folder).filter((name) => name.startsWith('data'))).toEqual(['data']);
		await disconnect();
		await server.release();
		await server.release();
		expect(serverPid(folder)).toBeNull();
	});

	it('says so when acknowledged rows are not safe', async () => {
		const server = await joinEmbeddedServer(folder);
		const sql = connect(server);
		await sql`set synchronous_commit = off`;
		await expect(durabilitySettings(sql)).rejects.toMatchObject({
			code: 'not-durable',
			params: { setting: 'synchronous_commit', value: 'off' },
		});
		await disconnect();
		await server.release();
	});

	it('keeps its durable settings against ALTER SYSTEM', async () => {
		const before = await joinEmbeddedServer(folder);
		await connect(before)`alter system set fsync = off`;
		await disconnect();
		await before.release();
		const after = await joinEmbeddedServer(folder);
		expect((await connect(after)`show fsync`)[0]?.fsync).toBe('on');
		await connect(after)`alter system reset fsync`;
		await disconnect();
		await after.release();
	});

	it('is shared with another process, and stops when the last of both leaves', async () => {
		const server = await joinEmbeddedServer(folder);
		const first = serverPid(folder);
		const other = await startTrial(folder);
		expect(await other.hear('joined')).toMatchObject({ found: 'running', host: server.host });
		expect(serverPid(folder)).toBe(first);
		await server.release();
		expect(serverPid(folder)).toBe(first);
		await other.release();
		expect(serverPid(folder)).toBeNull();
	});

	it('counts two joins of one process as two', async () => {
		const [one, two] = await Promise.all([joinEmbeddedServer(folder), joinEmbeddedServer(folder)]);
		await one.release();
		expect((await connect(two)`select 1 as one`)[0]?.one).toBe(1);
		await disconnect();
		await two.release();
		expect(serverPid(folder)).toBeNull();
	});

	it('outlives a holder that is killed, and the next join takes it over', async () => {
		const holder = await startTrial(folder);
		await holder.hear('joined');
		holder.order('write');
		await holder.hear('row');
		const first = serverPid(folder);
		await holder.kill();
		const server = await joinEmbeddedServer(folder);
		expect(server.found).toBe('running');
		expect(serverPid(folder)).toBe(first);
		const told = holder.said.filter(({ what }) => what === 'row').length;
		const [count] = await connect(server)`select count(*)::int as rows from trial_row`;
		expect(count?.rows).toBeGreaterThanOrEqual(told);
		await disconnect();
		await server.release();
		expect(serverPid(folder)).toBeNull();
	});

	it('is not kept by a lease whose number another process has now', async () => {
		const server = await joinEmbeddedServer(folder);
		const reused = { ...identifyThisProcess(), startedAt: '1' };
		writeFileSync(join(folder, 'leases', `${process.pid}-reused.json`), JSON.stringify(reused));
		writeFileSync(join(folder, 'leases', 'half.json'), '{"pid": 1');
		await server.release();
		expect(serverPid(folder)).toBeNull();
		expect(readdirSync(join(folder, 'leases'))).toEqual([]);
	});

	it('is kept by a lease of a process in another container, until it is a new server', async () => {
		const server = await joinEmbeddedServer(folder);
		const elsewhere = { ...identifyThisProcess(), namespace: 'pid:[1]' };
		const lease = join(folder, 'leases', '7-elsewhere.json');
		writeFileSync(lease, JSON.stringify(elsewhere));
		await server.release();
		expect(serverPid(folder)).not.toBeNull();
		rmSync(lease);
		await (await joinEmbeddedServer(folder)).release();
		expect(serverPid(folder)).toBeNull();
		writeFileSync(lease, JSON.stringify(elsewhere));
		await (await joinEmbeddedServer(folder)).release();
		expect(serverPid(folder)).toBeNull();
	});

	it('does not wait for a lock that a killed process left', async () => {
		const locker = await startTrial(folder, { order: 'lock' });
		await locker.hear('locked');
		await expect(joinEmbeddedServer(folder, { patienceMs: 200 })).rejects.toMatchObject({
			code: 'waited-too-long',
			params: { process: String(locker.child.pid) },
		});
		await locker.kill();
		const server = await joinEmbeddedServer(folder, { patienceMs: 5000 });
		await server.release();
	});

	it('starts although the number of a dead server now belongs to another program', async () => {
		// Of the server's own user: of another's processes PostgreSQL thinks nothing.
		const uid = statSync(join(folder, 'data')).uid;
		const other = spawn('sleep', ['60'], { stdio: 'ignore', ...(asRoot ? { uid } : {}) });
		const note = `${other.pid}\n${join(folder, 'data')}\n1700000000\n5432\n${join(folder, 'socket')}\n\n`;
		writeFileSync(join(folder, 'data', 'postmaster.pid'), note);
		const server = await joinEmbeddedServer(folder);
		expect(server.found).toBe('started');
		expect(other.exitCode).toBeNull();
		other.kill();
		await server.release();
	});

	it('is started again when its socket was swept away under it', async () => {
		const holder = await joinEmbeddedServer(folder);
		rmSync(join(holder.host, '.s.PGSQL.5432'));
		const server = await joinEmbeddedServer(folder);
		expect(server.found).toBe('started');
		await server.release();
		await holder.release();
		expect(serverPid(folder)).toBeNull();
	});

	it('refuses data of another version and changes nothing', async () => {
		const old = trialFolder();
		mkdirSync(join(old, 'data'), { recursive: true });
		writeFileSync(join(old, 'data', 'PG_VERSION'), '16\n');
		await expect(joinEmbeddedServer(old)).rejects.toMatchObject({
			code: 'data-of-another-version',
			params: { found: '16', needed: '18' },
		});
		expect(readdirSync(join(old, 'data'))).toEqual(['PG_VERSION']);
		expect(readdirSync(join(old, 'leases'))).toEqual([]);
	});

	it('refuses a folder with other files in the place of the data', async () => {
		const strange = trialFolder();
		mkdirSync(join(strange, 'data'), { recursive: true });
		writeFileSync(join(strange, 'data', 'letters.txt'), 'mine');
		await expect(joinEmbeddedServer(strange)).rejects.toMatchObject({ code: 'not-a-data-folder' });
		expect(readFileSync(join(strange, 'data', 'letters.txt'), 'utf8')).toBe('mine');
	});

	it('is made whole after a creation was killed in the middle', async () => {
		const fresh = trialFolder();
		const killed = await startTrial(fresh);
		await killed.hear('creating');
		await pause(250);
		await killed.kill();
		expect(existsSync(join(fresh, 'data'))).toBe(false);
		const server = await joinEmbeddedServer(fresh);
		expect(server.found).toBe('created');
		expect(readdirSync(fresh).filter((name) => name.startsWith('data'))).toEqual(['data']);
		await server.release();
	});

	it.runIf(asRoot)('serves an ordinary user, and refuses their joining of what root made', async () => {
		const own = trialFolder(true);
		const ordinary = await startTrial(own, { ordinary: true });
		expect(await ordinary.hear('joined')).toMatchObject({ found: 'created' });
		expect(statSync(join(own, 'data')).uid).toBe(ORDINARY_UID);
		// Root comes as a guest and leaves nothing that the owner could not use.
		const guest = await joinEmbeddedServer(own);
		expect(guest.found).toBe('running');
		await ordinary.release();
		await guest.release();
		expect(serverPid(own)).toBeNull();
		const started = await joinEmbeddedServer(own);
		expect(started.found).toBe('started');
		await started.release();
		const again = await startTrial(own, { ordinary: true });
		expect(await again.hear('joined')).toMatchObject({ found: 'started' });
		await again.release();

		const refused = await startTrial(folder, { ordinary: true });
		expect(['folder-not-writable', 'folder-of-another-user']).toContain((await refused.hear('refused')).code);
	});

	it.runIf(asRoot)('runs for root below a folder that is closed to everybody else', async () => {
		const closed = trialFolder();
		// mkdtemp made it so; `trialFolder` opened it.
		const outer = dirname(closed);
		chmodSync(outer, 0o700);
		const trial = await startTrial(closed);
		const heard = await trial.hear('joined', 'refused');
		if (heard.what === 'refused') {
			// A kernel without user namespaces for this: then the sentence says what to do.
			expect(heard.code).toBe('root-cannot-step-down');
			return;
		}
		expect(statSync(join(closed, 'data')).uid).toBe(0);
		await trial.release();
		expect(serverPid(closed)).toBeNull();
	});
});
