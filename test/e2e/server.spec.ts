/** `npm start` as a person on a fresh machine meets it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { request } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from './test.ts';

const script = fileURLToPath(new URL('../../scripts/start.js', import.meta.url));

/** Never the folder of whoever runs the tests. */
const ownData = mkdtempSync(join(tmpdir(), 'sentra-start-'));
test.afterAll(() => rmSync(ownData, { recursive: true, force: true }));

interface Run {
	readonly child: ChildProcess;
	readonly output: () => string;
	/** The exit code, once it has ended. */
	readonly ended: Promise<number | null>;
}

function start(environment: Record<string, string>): Run {
	const child = spawn(process.execPath, [script], {
		env: { ...process.env, ORIGIN: '', SENTRA_DATA: ownData, DATABASE_URL: '', ...environment },
	});
	let output = '';
	child.stdout.on('data', (part) => (output += String(part)));
	child.stderr.on('data', (part) => (output += String(part)));
	return { child, output: () => output, ended: once(child, 'exit').then(([code]) => code as number | null) };
}

async function address(run: Run): Promise<string> {
	await expect.poll(run.output, { timeout: 20_000 }).toMatch(/Sentra: http:\/\/localhost:\d+/);
	return /Sentra: (http:\/\/localhost:\d+)/.exec(run.output())?.[1] ?? '';
}

test('prints its address, serves, and stops at once when asked', async () => {
	const run = start({ PORT: '0' });
	const url = await address(run);
	expect((await fetch(url)).status).toBe(200);
	run.child.kill('SIGTERM');
	expect(await run.ended).toBe(0);
});

test('a taken port is said in one sentence', async () => {
	const other = createServer().listen(0);
	await once(other, 'listening');
	const { port } = other.address() as AddressInfo;
	const run = start({ PORT: String(port) });
	expect(await run.ended).toBe(1);
	expect(run.output()).toContain(`Port ${port} is already in use`);
	expect(run.output()).not.toContain('    at ');
	// The database that was being opened meanwhile was closed again.
	expect(existsSync(join(ownData, 'data', 'postmaster.pid'))).toBe(false);
	other.close();
});

test('a port that is none is said in one sentence', async () => {
	for (const port of ['abc', '70000', '-1']) {
		const run = start({ PORT: port });
		expect(await run.ended).toBe(2);
		expect(run.output()).toContain('PORT must be a number');
	}
});

test('a form works over plain http from another device, and not from a foreign site', async () => {
	const run = start({ PORT: '0' });
	const port = new URL(await address(run)).port;
	const own = Object.values(networkInterfaces())
		.flat()
		.find((one) => one?.family === 'IPv4' && !one.internal)?.address;
	const host = `${own ?? '127.0.0.1'}:${port}`;
	const post = (origin: string) =>
		fetch(`http://${host}/alat/periksa-tabel`, {
			method: 'POST',
			headers: { origin, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
			body: 'text=',
		});
	expect((await post(`http://${host}`)).status).toBeLessThan(403);
	expect((await post('http://elsewhere.example')).status).toBe(403);
	run.child.kill('SIGINT');
	expect(await run.ended).toBe(0);
});

test('says whether it works, logs no word about anybody, and leaves no database behind', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'sentra-health-'));
	const run = start({ PORT: '0', SENTRA_DATA: folder });
	const url = await address(run);
	const health = async () => {
		const answer = await fetch(`${url}/sehat`);
		return { status: answer.status, said: (await answer.json()) as Record<string, unknown> };
	};
	await expect.poll(async () => (await health()).status, { timeout: 60_000 }).toBe(200);
	expect((await health()).said).toMatchObject({ status: 'ok', database: 'ok' });
	await fetch(`${url}/tautan/rahasia-sekali?nama=Siti`, { headers: { 'x-request-id': 'dari-proksi-1' } });
	const lines = () =>
		run
			.output()
			.split('\n')
			.filter((line) => line.startsWith('{'));
	await expect.poll(() => lines().some((line) => line.includes('dari-proksi-1'))).toBe(true);
	expect(lines().join()).not.toMatch(/rahasia|Siti/);
	expect(JSON.parse(lines().find((line) => line.includes('dari-proksi-1')) ?? '')).toMatchObject({
		method: 'GET',
		route: '/(tim)/tautan/[token]',
	});
	expect(existsSync(join(folder, 'data', 'postmaster.pid'))).toBe(true);
	run.child.kill('SIGTERM');
	expect(await run.ended).toBe(0);
	expect(existsSync(join(folder, 'data', 'postmaster.pid'))).toBe(false);
	rmSync(folder, { recursive: true });
});

test('answers 503 and a reason when the database cannot be reached', async () => {
	const run = start({ PORT: '0', DATABASE_URL: 'postgres://siti@127.0.0.1:1/sentra' });
	const answer = await fetch(`${await address(run)}/sehat`);
	expect([answer.status, await answer.json()]).toEqual([
		503,
		{ status: 'unavailable', database: 'not-open' },
	]);
	run.child.kill('SIGTERM');
	expect(await run.ended).toBe(0);
});

test('pages travel compressed, and whole', async ({ site }) => {
	for (const encoding of ['br', 'gzip', 'identity']) {
		const answer = await fetch(`${site}/bantuan`, { headers: { 'accept-encoding': encoding } });
		expect(answer.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
		expect(await answer.text()).toMatch(/<\/html>\s*$/);
	}
	const head = await new Promise<number>((resolve, reject) => {
		const call = request(`${site}/bantuan`, { method: 'HEAD' }, (answer) => resolve(answer.statusCode ?? 0));
		call.on('error', reject);
		call.end();
	});
	expect(head).toBe(200);
});
