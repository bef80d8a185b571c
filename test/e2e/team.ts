/** A server of its own with an empty house, for specs of teams: what the terminal says is what a person would read. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { Sql } from 'postgres';
import { v7 } from 'uuid';
import { connect } from '../../src/server/db/connect.ts';
import { joinEmbeddedServer } from '../../src/server/db/embedded/embedded-server.ts';
import { expect } from './test.ts';

export interface TeamServer {
	readonly address: string;
	/** The link that makes the first owner, as the terminal printed it. */
	readonly firstOwner: string;
	readonly folder: string;
	/** Ends the server; its records stay. */
	end(): Promise<void>;
	/** Ends the server, also one that has ended, and removes its records. */
	stop(): Promise<void>;
}

function lineWith(child: ChildProcess, pattern: RegExp, patienceMs: number): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = '';
		const late = setTimeout(() => reject(new Error(`not said in time: ${pattern}\n${said}`)), patienceMs);
		const listen = (part: Buffer): void => {
			said += part.toString();
			const found = pattern.exec(said)?.[1];
			if (found === undefined) return;
			clearTimeout(late);
			resolve(found);
		};
		child.stdout?.on('data', listen);
		child.stderr?.on('data', listen);
		child.once('exit', (code) => reject(new Error(`the server ended with ${code}\n${said}`)));
	});
}

/** Starts a server on a free port. With a DATABASE_URL that nobody answers there is no first owner's link. */
export async function startTeam(environment: Record<string, string> = {}): Promise<TeamServer> {
	const folder = mkdtempSync(join(tmpdir(), 'sentra-team-'));
	const child = spawn(process.execPath, ['scripts/start.js'], {
		env: { ...process.env, PORT: '0', SENTRA_DATA: folder, DATABASE_URL: '', ORIGIN: '', ...environment },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const [address, firstOwner] = await Promise.all([
		lineWith(child, /Sentra: (http:\S+)/, 60_000),
		environment['DATABASE_URL'] ? '' : lineWith(child, /first owner at (\S+)/, 120_000),
	]);
	const end = async (): Promise<void> => {
		if (child.exitCode !== null) return;
		const ended = new Promise((resolve) => child.once('exit', resolve));
		child.kill('SIGTERM');
		await ended;
	};
	return {
		address,
		firstOwner,
		folder,
		end,
		async stop() {
			await end();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** The password of everybody in the specs of teams. */
export const password = 'sisik ikan jadi kerupuk';

/** Makes the first owner, Ibu Sari of Yayasan Sisik Mas, by the link of the terminal, where the page stands. */
export async function beFirstOwner(page: Page, { firstOwner }: TeamServer): Promise<void> {
	await page.goto(firstOwner);
	await page.getByLabel('Nama Anda').fill('Ibu Sari');
	await page.getByLabel('Nama pengguna').fill('ibu.sari');
	await page.getByLabel('Kata sandi').fill(password);
	await page.getByLabel('Nama organisasi').fill('Yayasan Sisik Mas');
	await page.getByRole('button', { name: 'Buat akun dan organisasi' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Halo, Ibu Sari');
}

/** Does something to the records of a server beside it, as the owner of its database. */
export async function besideServer(folder: string, work: (sql: Sql) => Promise<unknown>): Promise<void> {
	const place = await joinEmbeddedServer(folder);
	const { host, port, database, username } = place;
	const sql = connect({ host, port, database, username }, { max: 1 });
	try {
		await work(sql);
	} finally {
		await sql.end();
		await place.release();
	}
}

/** A programme in the village of Kalanganyar, written beside the server: how it is made there is another spec's. */
async function makeProgramme(sql: Sql): Promise<void> {
	const [organisation] = await sql<{ org_id: string }[]>`select org_id from organisation`;
	const orgId = organisation?.org_id ?? '';
	const programmeId = v7();
	await sql`insert into programme (org_id, programme_id, slug, name, stage)
		values (${orgId}, ${programmeId}, 'kalanganyar', 'Kalanganyar Sentris Berseri', 'growing')`;
	await sql`insert into programme_village (org_id, programme_id, village_code)
		values (${orgId}, ${programmeId}, '3515172004')`;
}

/** A team at work: its owner and its programme, /p/kalanganyar. */
export async function foundTeam(browser: Browser, server: TeamServer): Promise<void> {
	const context = await browser.newContext({ javaScriptEnabled: false });
	await beFirstOwner(await context.newPage(), server);
	await context.close();
	await besideServer(server.folder, makeProgramme);
}

/** Signs in by the form; whether it succeeded is the page's to say. */
export async function signIn(
	page: Page,
	{ address }: TeamServer,
	name = 'ibu.sari',
	secret = password,
): Promise<void> {
	await page.goto(`${address}/masuk`);
	await page.getByLabel('Nama pengguna').fill(name);
	await page.getByLabel('Kata sandi').fill(secret);
	await page.getByRole('button', { name: 'Masuk', exact: true }).click();
}
