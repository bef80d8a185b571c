/** The demo as each of its roles: the home page, the frame around every page, the steps, the search. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { axeFindings, expect, scrollsSideways, test } from './test.ts';

interface Door {
	readonly role: string;
	readonly name: string;
	readonly link: string;
}

const folder = mkdtempSync(join(tmpdir(), 'sentra-demo-'));
let server: ChildProcess;
let address = '';
let doors: readonly Door[] = [];

const doorOf = (role: string): Door => {
	const found = doors.find((one) => one.role === role);
	if (found === undefined) throw new Error(`no door for ${role}`);
	return found;
};

// One demo for all, in the order of the file: a note that one test writes, an earlier one has not counted.
test.describe.configure({ mode: 'default', timeout: 120_000 });
test.beforeAll(async () => {
	test.setTimeout(240_000);
	server = spawn(process.execPath, ['bin/sentra.js', 'demo', '--data', folder, '--json'], {
		env: { ...process.env, PORT: '0', DATABASE_URL: 'postgres://nobody@nowhere/not-used', ORIGIN: '' },
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	const said = await new Promise<string>((resolve, reject) => {
		let text = '';
		server.stdout?.on('data', (part: Buffer) => {
			text += part.toString();
			if (/^\}$/m.test(text)) resolve(text);
		});
		server.once('exit', (code) => reject(new Error(`the demo ended with ${code}: ${text}`)));
	});
	({ address, doors } = JSON.parse(said).result);
});
test.afterAll(async () => {
	const ended = new Promise((resolve) => server.once('exit', resolve));
	server.kill('SIGINT');
	expect(await ended).toBe(0);
	rmSync(folder, { recursive: true, force: true });
});

/** Signed in as a role, where no script runs. */
async function enter(browser: Browser, role: string, width: number): Promise<[BrowserContext, Page]> {
	const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(doorOf(role).link);
	await page.getByRole('button', { name: 'Masuk', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Halo, /);
	return [context, page];
}

/** What axe finds, looked at with scripts, which axe itself needs; the cookies are those of the page without. */
async function findings(browser: Browser, context: BrowserContext, page: Page): Promise<string[]> {
	const own = await browser.newContext({
		viewport: page.viewportSize() ?? undefined,
		storageState: await context.storageState(),
	});
	const look = await own.newPage();
	await look.goto(page.url());
	const found = await axeFindings(look);
	await own.close();
	return found;
}

const roles = ['owner', 'manager', 'facilitator', 'treasurer', 'member', 'auditor'];
/** The names in the phone's bar of each role. */
const bars: Readonly<Record<string, readonly string[]>> = {
	facilitator: ['Beranda', 'Kelompok', 'Catat temuan', 'Orang', 'Semua'],
	treasurer: ['Beranda', 'Kajian', 'Bagi hasil', 'Anggota', 'Semua'],
	member: ['Beranda', 'Usaha', 'Hitung biaya', 'Harga', 'Semua'],
	other: ['Beranda', 'Alat', 'Lembar baru', 'Kajian', 'Semua'],
};

for (const role of roles)
	test(`${role}: home page, bar and rail lead to pages that open`, async ({ browser }) => {
		for (const width of [360, 1280]) {
			const [context, page] = await enter(browser, role, width);
			await expect(page.getByText('Contoh: orang-orang ini rekaan.')).toBeVisible();
			expect(await scrollsSideways(page), `${width}`).toBe(false);
			expect(await findings(browser, context, page), `${width}`).toEqual([]);
			const nav = page.getByRole('navigation', {
				name: width < 900 ? 'Utama' : 'Langkah dan halaman',
				exact: true,
			});
			await expect(nav).toBeVisible();
			if (width < 900)
				expect(
					(await nav.getByRole('link').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ')),
				).toEqual(bars[role] ?? bars['other']);
			const links = page.locator('nav a[href], main a[href]');
			const paths = new Set(
				(await links.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))).map(
					(href) => href.split('#')[0] ?? '',
				),
			);
			for (const path of paths) {
				const answer = await page.request.get(path);
				expect(answer.status(), `${role} ${path}`).toBe(200);
			}
			await context.close();
		}
	});

test('cards tell what waits and lead to the list that was counted', async ({ browser }) => {
	const [context, page] = await enter(browser, 'manager', 360);
	await expect(page.getByRole('heading', { name: 'Perlu dicek (5)' })).toBeVisible();
	await page.getByRole('link', { name: '4 masalah belum selesai' }).click();
	await expect(page).toHaveURL(/\/p\/kalanganyar\/petakan\/temuan$/);
	await expect(page.getByText('Izin usaha belum ada', { exact: true })).toBeVisible();
	await page.goto(`${address}/beranda`);
	// Another organisation, by its name in the head.
	await page.locator('.pilih-tim summary').click();
	await page.getByRole('button', { name: 'Klaster Kerupuk Sei Lekop (contoh)' }).click();
	await expect(page.getByRole('heading', { name: 'Jatuh tempo (21)' })).toBeVisible();
	await page.getByRole('link', { name: '21 izin sudah berakhir' }).click();
	await expect(page.locator('#izin .daftar > li')).toHaveCount(21);
	await context.close();
});

test('every programme shows its steps, and what its studies found', async ({ browser }) => {
	const [context, page] = await enter(browser, 'owner', 1280);
	const said: Readonly<Record<string, readonly [organisation: string, text: string]>> = {
		'susu-sukorejo': ['BUMDes Susu Sukorejo (contoh)', '75.800'],
		'kerang-hijau': ['Koperasi Kerang Hijau Serang (contoh)', '1,82'],
		'serabi-sumenep': ['Pendamping Serabi Sumenep (contoh)', '3.783'],
		'sei-lekop': ['Klaster Kerupuk Sei Lekop (contoh)', '10.965, bukan 10.956'],
		kalanganyar: ['Program CSR Kalanganyar (contoh)', '5 kesepakatan berlaku'],
	};
	for (const [slug, [organisation, text]] of Object.entries(said)) {
		await page.goto(`${address}/beranda`);
		await page.locator('.pilih-tim summary').click();
		await page.getByRole('button', { name: organisation }).click();
		await page.goto(`${address}/p/${slug}`);
		const ribbon = page.getByRole('navigation', { name: 'Enam langkah' });
		await expect(ribbon.getByRole('link')).toHaveCount(6);
		await expect(page.locator('main')).toContainText(text);
		for (const step of ['pilih', 'jalankan', 'bagi', 'ukur', 'laporkan']) {
			await page.goto(`${address}/p/${slug}/${step}`);
			await expect(ribbon.locator('[aria-current=page]')).toHaveCount(1);
			await expect(page.locator('.keadaan-langkah')).toContainText('Cukup bila');
		}
		await page.goto(`${address}/en/p/${slug}/ukur`);
		await expect(page.getByRole('heading', { name: 'Not here yet' })).toBeVisible();
	}
	expect((await page.goto(`${address}/p/kalanganyar/bukan-langkah`))?.status()).toBe(404);
	await expect(page.getByRole('navigation', { name: 'Langkah dan halaman' })).toBeVisible();
	await context.close();
});

test('the search finds names, days and amounts, and no identity numbers', async ({ browser }) => {
	const [context, page] = await enter(browser, 'facilitator', 360);
	const search = async (text: string) => {
		await page.getByRole('searchbox').fill(text);
		await page.getByRole('searchbox').press('Enter');
		await expect(page).toHaveURL(/\/cari\?q=/);
	};
	await search('amin');
	await expect(
		page
			.locator('main')
			.getByRole('link', { name: /Aminah/ })
			.first(),
	).toBeVisible();
	expect(await findings(browser, context, page)).toEqual([]);
	expect(await scrollsSideways(page)).toBe(false);
	await page
		.locator('main')
		.getByRole('link', { name: /Aminah/ })
		.first()
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Aminah/);
	await search('3 Januari 2022');
	await expect(page.getByRole('heading', { name: 'Kesepakatan' })).toBeVisible();
	await search('30');
	await expect(page.locator('main').getByRole('link', { name: 'Sisik bandeng' })).toBeVisible();
	await search('tidak ada begitu');
	await expect(page.getByText('Tidak ada yang cocok')).toBeVisible();
	await search('3515170101900001');
	await expect(page.getByText('NIK tidak dicari di sini')).toBeVisible();
	await expect(page.locator('main')).not.toContainText('3515170101900001');
	await context.close();
	// A guest has no account and no search: she sees the one programme of her link.
	const guest = await browser.newPage({ viewport: { width: 360, height: 800 } });
	await guest.goto(doorOf('guest').link);
	await expect(guest.getByRole('heading', { level: 1 })).toContainText('Kalanganyar');
	await expect(guest.getByText('Contoh: orang-orang ini rekaan.')).toBeVisible();
	await expect(guest.getByRole('searchbox')).toHaveCount(0);
	await guest.close();
});

test('a command leaves its receipt in the head once; a refusal says that nothing was sent', async ({
	browser,
	watched,
}) => {
	watched.allow(/status of 400/);
	const [context, page] = await enter(browser, 'manager', 360);
	await page.goto(`${address}/p/kalanganyar/petakan/temuan`);
	await page.locator('main summary').filter({ hasText: 'Catat masalah atau potensi' }).click();
	await page.getByLabel('Jenis').selectOption('problem');
	await page.getByLabel('Apa yang dikatakan warga').fill('Timbangan kelompok rusak');
	await page.locator('main form[action="?/tambah"] button').click();
	await expect(page.getByText(/Terkirim \d\d[.:]\d\d/)).toBeVisible();
	await page.locator('.tanda-terima summary').click();
	await expect(page.getByText(/Tanda terima: [0-9a-f]{12}/)).toBeVisible();
	await page.reload();
	await expect(page.getByText(/Terkirim/)).toHaveCount(0);
	await page.goto(`${address}/p`);
	await page.getByLabel('Nama program').evaluate((field) => field.removeAttribute('required'));
	await page.getByRole('button', { name: 'Mulai program' }).click();
	await expect(page.getByText('Belum terkirim')).toBeVisible();
	expect(await scrollsSideways(page)).toBe(false);
	await context.close();
});

test('the bar follows the account when she chooses another order', async ({ browser }) => {
	const [context, page] = await enter(browser, 'auditor', 320);
	await page.goto(`${address}/akun`);
	await page.getByLabel('Urutan untuk').selectOption('treasurer');
	await page.getByRole('button', { name: 'Simpan urutan' }).click();
	const bar = page.getByRole('navigation', { name: 'Utama', exact: true });
	await expect(bar.getByRole('link', { name: 'Bagi hasil' })).toBeVisible();
	expect(await scrollsSideways(page)).toBe(false);
	await context.close();
	// The same account elsewhere.
	const [again, phone] = await enter(browser, 'auditor', 360);
	await expect(phone.getByRole('link', { name: 'Bagi hasil' }).first()).toBeVisible();
	await again.close();
});

test('letters of twice their size still fit a phone', async ({ browser }) => {
	const [context, page] = await enter(browser, 'owner', 360);
	for (const path of ['/beranda', '/p/kalanganyar', '/cari?q=sisik', '/langkah', '/en/p/kalanganyar/bagi']) {
		await page.goto(address + path);
		await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
		expect(await scrollsSideways(page), path).toBe(false);
	}
	await context.close();
});

test('the start page and the page of all pages lead to the teams', async ({ page }) => {
	await page.goto(`${address}/`);
	await page.locator('main').getByRole('link', { name: 'Program tim' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Masuk');
	await expect(page.getByText('Contoh: orang-orang ini rekaan.')).toBeVisible();
	await page.goto(`${address}/en/semua`);
	await expect(page.locator('main').getByRole('link', { name: 'Team programmes' })).toBeVisible();
});
