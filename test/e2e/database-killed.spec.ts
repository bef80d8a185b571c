/** The database dies under a running server: nobody meets a fault, nothing is written twice, and it is back by itself. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, expectAccessible, test } from './test.ts';
import { beFirstOwner, besideServer, startTeam } from './team.ts';
import type { TeamServer } from './team.ts';

let server: TeamServer;

test.describe.configure({ mode: 'serial', timeout: 90_000 });
test.beforeAll(async () => {
	test.setTimeout(180_000);
	server = await startTeam();
});
test.afterAll(() => server.stop());
test.use({ javaScriptEnabled: false });
test.beforeEach(({ watched }) => watched.allow(/status of 503/));

/** kill -9 of the first process of the database. */
function killDatabase(): void {
	const note = readFileSync(join(server.folder, 'data', 'postmaster.pid'), 'utf8');
	process.kill(Number(note.split('\n')[0]), 'SIGKILL');
}

test('pages and forms go on after a kill, and what was sent is written once', async ({ page }) => {
	await beFirstOwner(page, server);

	for (let round = 1; round <= 3; round += 1) {
		killDatabase();
		// The very next page, and several at once: none of them is a fault.
		const answers = await Promise.all(
			['/beranda', '/organisasi', '/akun', '/en/p'].map((path) => page.request.get(server.address + path)),
		);
		for (const answer of answers) {
			expect([200, 503]).toContain(answer.status());
			if (answer.status() === 503) expect(answer.headers()['retry-after']).toBe('5');
		}
		await expect
			.poll(async () => (await page.request.get(`${server.address}/beranda`)).status(), { timeout: 15_000 })
			.toBe(200);
	}

	// A form that was open before the kill is sent into it.
	await page.goto(`${server.address}/organisasi`);
	const name = page.getByLabel('Nama organisasi');
	await name.fill('Yayasan Sisik Emas');
	killDatabase();
	await name.press('Enter');
	await expect(async () => {
		// The page of kind words sends the form once more.
		const title = await page.getByRole('heading', { level: 1 }).innerText();
		if (title.startsWith('Sebentar')) await page.reload();
		await expect(name).toHaveValue('Yayasan Sisik Emas', { timeout: 1000 });
	}).toPass({ timeout: 30_000 });
	await besideServer(server.folder, async (sql) => {
		const written = await sql`select from audit_entry where verb = 'organisation.change'`;
		expect(written).toHaveLength(1);
	});
	const health = await page.request.get(`${server.address}/sehat`);
	expect(await health.json()).toMatchObject({ status: 'ok', durability: 'ok' });
});

test('a database that stays away is a page of kind words in both languages, and no fault', async ({
	page,
}) => {
	const away = await startTeam({ DATABASE_URL: 'postgres://sentra@127.0.0.1:1/sentra' });
	try {
		const cookie = { cookie: 'sentra.session_token=x.y' };
		for (const [path, title, again] of [
			['/beranda?a=1', 'Sebentar, catatan sedang dibuka kembali', 'Coba lagi sekarang'],
			['/en/beranda?a=1', 'One moment, the records are being opened again', 'Try again now'],
		] as const) {
			await page.setExtraHTTPHeaders(cookie);
			const answer = await page.goto(away.address + path);
			expect(answer?.status()).toBe(503);
			expect(answer?.headers()).toMatchObject({ 'retry-after': '5', 'cache-control': 'no-store' });
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
			await expect(page.getByRole('link', { name: again })).toHaveAttribute('href', path);
			expect(await page.content()).not.toMatch(/ECONNREFUSED|at .*:\d+:\d+/);
		}
		const sent = await page.request.post(`${away.address}/organisasi?/ubah`, {
			form: { nama: 'x' },
			headers: { ...cookie, origin: away.address },
		});
		expect(sent.status()).toBe(503);
		expect(await sent.text()).toContain('tidak dicatat dua kali');
		// The quick tools need no database.
		expect((await page.request.get(`${away.address}/alat/nilai-tambah`)).status()).toBe(200);
	} finally {
		await away.stop();
	}
});

test('the page of kind words is accessible', async ({ page, browser }) => {
	// axe is a script itself.
	const context = await browser.newContext({ javaScriptEnabled: true });
	const scripted = await context.newPage();
	for (const path of ['/sebentar?ke=/beranda', '/en/sebentar?kirim=ya']) {
		await scripted.goto(server.address + path);
		await expectAccessible(scripted);
	}
	await context.close();
	await page.goto(`${server.address}/sebentar?ke=https://elsewhere.example/`);
	await expect(page.getByRole('link', { name: 'Coba lagi sekarang' })).toHaveAttribute('href', '/');
});
