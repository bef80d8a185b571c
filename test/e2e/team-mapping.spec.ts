/** What a village has, written down by a team without a script: the Kalanganyar paper's enterprises, streams, actors. */
import { expect, expectAccessible, test } from './test.ts';
import type { Browser, Page } from '@playwright/test';
import { beFirstOwner, signIn, startTeam } from './team.ts';
import type { TeamServer } from './team.ts';

let server: TeamServer;

test.describe.configure({ mode: 'serial', timeout: 90_000 });
test.beforeAll(async () => {
	test.setTimeout(240_000);
	server = await startTeam();
});
test.afterAll(() => server.stop());
test.use({ javaScriptEnabled: false });
test.beforeEach(({ watched }) => watched.allow(/status of 4(00|01|03|04|09|10|29)/));

const mapping = (part: string, language = '') =>
	`${server.address}${language}/p/kalanganyar-sentris-berseri/petakan/${part}`;

/** Opens the form of a new record; it is open already while the list is empty. */
async function unfold(page: Page, title: string) {
	const fold = page.locator('details', { has: page.getByText(title, { exact: true }) }).first();
	if ((await fold.getAttribute('open')) === null) await fold.locator('summary').first().click();
}

/** The form whose button is one of several of that name. */
const section = (page: Page, heading: string) =>
	page.locator('section', { has: page.getByRole('heading', { name: heading, exact: true }) });

async function enter(page: Page) {
	await signIn(page, server);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Halo, Ibu Sari');
}

test('a team founds its programme in a village', async ({ page }) => {
	await beFirstOwner(page, server);
	await page.goto(`${server.address}/p`);
	await page.getByLabel('Nama program').fill('Kalanganyar Sentris Berseri');
	await page.getByRole('button', { name: 'Mulai program' }).click();
	await page.getByLabel('Nama atau kode desa').fill('kalanganyar sedati');
	await page.getByRole('button', { name: 'Cari desa' }).click();
	await page
		.getByRole('button', { name: /^Tambahkan/ })
		.first()
		.click();
	await page.goto(mapping(''));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Usaha');
	await expect(page.getByText('Belum ada usaha yang dicatat.')).toBeVisible();
});

test('an enterprise is refused with its field, kept as typed, and then written down', async ({ page }) => {
	await enter(page);
	await page.goto(mapping('usaha'));
	await page.getByLabel('Nama usaha').fill('OLIKAN');
	await page.getByLabel('Produk', { exact: true }).fill('kerupuk sisik ikan');
	await page.getByText('Keterangan', { exact: true }).click();
	await page.getByLabel('Kapasitas').fill('50');
	await page.getByLabel('Sampai', { exact: true }).fill('36');
	await page.getByLabel('Satuan', { exact: true }).fill('kg');
	await page.getByLabel('Per', { exact: true }).selectOption('process');
	await page.getByRole('button', { name: 'Simpan' }).click();
	await expect(page.getByRole('alert')).toContainText('lebih kecil');
	await expect(page.getByLabel('Sampai', { exact: true })).toHaveAttribute('aria-invalid', 'true');
	await expect(page.getByLabel('Nama usaha')).toHaveValue('OLIKAN');
	await page.getByLabel('Kapasitas').fill('36');
	await page.getByLabel('Sampai', { exact: true }).fill('50');
	await page.getByLabel('Tenaga kerja perempuan').fill('9');
	await page.getByLabel('Lintang').fill('-7,3981');
	await page.getByLabel('Bujur').fill('112.7901');
	await page.getByRole('button', { name: 'Simpan' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('OLIKAN');
	await expect(page.getByText('36 sampai 50 kg per proses')).toBeVisible();
	await expect(page.getByText('9 perempuan')).toBeVisible();
	await expect(section(page, 'Yang belum ada').getByText('NIB: belum ada')).toBeVisible();
	await expect(page.getByText('pastikan ke kantor yang berwenang')).toBeVisible();
});

test('a permit that ends soon is told in the list, and no longer asked for', async ({ page }) => {
	await enter(page);
	await page.goto(mapping('usaha'));
	await page.getByRole('link', { name: 'OLIKAN' }).click();
	await unfold(page, 'Catat izin');
	await page.getByLabel('Jenis izin').selectOption('pirt');
	await page.getByLabel('Nomor').fill('P-IRT 123');
	const soon = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
	await page.getByLabel('Berlaku sampai').fill(soon);
	await section(page, 'Izin').getByRole('button', { name: 'Simpan' }).click();
	await expect(page.getByText('Periksa nomornya')).toBeVisible();
	await expect(page.getByText('PIRT atau MD (BPOM): segera berakhir')).toBeVisible();
	await page.goto(mapping('usaha'));
	await expect(page.getByRole('heading', { name: 'Dalam 30 hari' })).toBeVisible();
	await expect(page.getByText(/(19|20|21) hari lagi/)).toBeVisible();
	await page.goto(`${mapping('usaha')}?tanpa=pirt`);
	await expect(page.getByText('Tidak ada usaha yang cocok')).toBeVisible();
});

test('streams say what is left, and wet is never added to dry', async ({ page }) => {
	await enter(page);
	await page.goto(mapping('usaha'));
	await unfold(page, 'Tambah usaha');
	await page.getByLabel('Nama usaha').fill('Kelompok cabut duri');
	await page.getByLabel('Jenis', { exact: true }).last().selectOption('service');
	await page.getByRole('button', { name: 'Simpan' }).click();
	for (const [basis, from, to] of [
		['wet', '20', '30'],
		['dry', '5', ''],
	] as const) {
		await page.goto(mapping('aliran'));
		await unfold(page, 'Tambah hasil samping');
		const form = section(page, 'Hasil samping');
		await form.getByLabel('Bahan', { exact: true }).last().fill('Sisik ikan');
		await form.getByLabel('Dari siapa').selectOption({ label: 'Kelompok cabut duri' });
		await form.getByLabel('Dipakai atau belum').last().selectOption('unused');
		await form.getByLabel('Jumlah', { exact: true }).fill(from);
		await form.getByLabel('Sampai', { exact: true }).fill(to);
		await form.getByLabel('Satuan', { exact: true }).fill('Kg');
		await form.getByLabel('Per', { exact: true }).selectOption('day');
		await form.getByLabel('Basah atau kering').selectOption(basis);
		await form.getByRole('button', { name: 'Simpan' }).click();
	}
	await expect(page.getByText('Sisik ikan tidak dijumlahkan menjadi satu angka')).toBeVisible();
	await expect(page.getByRole('rowheader', { name: '20 sampai 30 kg basah per hari' })).toBeVisible();
	await expect(page.getByRole('rowheader', { name: '5 kg kering per hari' })).toBeVisible();
	await unfold(page, 'Tambah kesepakatan');
	const form = section(page, 'Kesepakatan pasokan');
	await form.getByLabel('Siapa yang memberi').selectOption({ label: 'Kelompok cabut duri' });
	await form.getByLabel('Siapa yang menerima').selectOption({ label: 'OLIKAN' });
	await form.getByLabel('Bahan', { exact: true }).fill('Sisik ikan');
	await form.getByLabel('Diambil dari hasil samping').selectOption({ index: 1 });
	await form.getByLabel('Jumlah', { exact: true }).fill('10');
	await form.getByLabel('Satuan', { exact: true }).fill('kg');
	await form.getByLabel('Per', { exact: true }).selectOption('day');
	await form.getByLabel('Basah atau kering').selectOption('wet');
	await form.getByLabel('Diantar oleh').selectOption('bumdes');
	await form.getByRole('button', { name: 'Simpan' }).click();
	await expect(page.getByText('Sisa: 10 sampai 20 kg basah per hari')).toBeVisible();
	await expect(page.getByText('Kelompok cabut duri memberi Sisik ikan kepada OLIKAN')).toBeVisible();
});

test('actors, their network and the price chain stand on one page', async ({ page }) => {
	await enter(page);
	await page.goto(mapping('pelaku'));
	await unfold(page, 'Tambah pelaku');
	await page.getByLabel('Nama pelaku', { exact: true }).fill('Kantin perusahaan');
	await page.getByLabel('Kelompok pelaku').last().selectOption('business');
	await page.getByRole('button', { name: 'Simpan' }).first().click();
	await expect(page.getByText('Kantin perusahaan, dinas atau kantor')).toBeVisible();
	await expect(page.getByText('3 pelaku, 1 kesepakatan yang berjalan')).toBeVisible();
	for (const [step, actor, price] of [
		['1', 'OLIKAN', '10.000'],
		['2', 'Kantin', '12.500'],
	] as const) {
		await unfold(page, 'Tambah harga');
		const form = section(page, 'Rantai harga');
		await form.getByLabel('Produk', { exact: true }).fill('Kerupuk sisik');
		await form.getByLabel('Urutan dalam rantai').fill(step);
		await form.getByLabel('Nama pelaku rantai').fill(actor);
		await form.getByLabel('Menjual').fill(price);
		await form.getByLabel('Satuan', { exact: true }).fill('bungkus');
		await form.getByRole('button', { name: 'Simpan' }).click();
	}
	await expect(
		page.getByRole('heading', { name: /OLIKAN menerima 80.% dari harga akhir Kerupuk sisik/ }),
	).toBeVisible();
});

test('a finding is written down and settled', async ({ page }) => {
	await enter(page);
	await page.goto(mapping('temuan'));
	await unfold(page, 'Catat masalah atau potensi');
	await page.getByLabel('Apa yang dikatakan warga').fill('Izin belum ada');
	await page.getByLabel('Bobot').selectOption('5');
	await page.getByRole('button', { name: 'Simpan' }).click();
	await expect(page.getByText('bobot 5 dari 5')).toBeVisible();
	await page.getByRole('link', { name: /Izin belum ada/ }).click();
	await page.getByLabel('Selesai tanggal').fill('2030-01-02');
	await page.getByRole('button', { name: 'Simpan' }).click();
	await expect(page.getByText('Belum ada masalah yang dicatat.')).toBeVisible();
});

test('the rules on permits become the organisation’s own', async ({ page }) => {
	await enter(page);
	await page.goto(mapping('usaha/aturan'));
	await page.getByLabel('Dipastikan ke kantor').fill('DPMPTSP Sidoarjo');
	await page.getByLabel('Dipastikan tanggal').fill('2026-11-20');
	await page.getByLabel('Nama pendek').nth(3).fill('');
	await page.getByRole('button', { name: 'Simpan sebagai aturan kami' }).click();
	await expect(page.getByText('dipastikan ke DPMPTSP Sidoarjo')).toBeVisible();
	await page.goto(mapping('usaha'));
	await expect(page.getByText(/SIINas: belum ada/)).toHaveCount(0);
	await expect(page.getByText(/Halal: belum ada/).first()).toBeVisible();
});

async function everyPageFits(browser: Browser, width: number, language: string) {
	const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: false });
	const page = await context.newPage();
	await enter(page);
	for (const part of ['usaha', 'usaha/aturan', 'pelaku', 'aliran', 'temuan', 'peta']) {
		const answer = await page.goto(mapping(part, language));
		expect(answer?.status(), part).toBe(200);
		// An untranslated word would be the name of a key.
		expect(await page.innerText('main'), part).not.toMatch(/mapping_|undefined|null|NaN/);
		if (part === 'usaha') await page.getByRole('link', { name: 'OLIKAN' }).first().click();
	}
	await context.close();
	// axe is a script itself.
	const scripted = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: true });
	const seen = await scripted.newPage();
	await enter(seen);
	for (const part of ['usaha', 'usaha/aturan', 'pelaku', 'aliran', 'temuan', 'peta']) {
		await seen.goto(mapping(part, language));
		const wide = await seen.evaluate(() => document.documentElement.scrollWidth);
		expect(wide, part).toBeLessThanOrEqual(width);
		await expectAccessible(seen);
		await seen.screenshot({
			path: `test-results/${part.replace('/', '-')}-${width}${language.slice(1)}.png`,
			fullPage: true,
		});
	}
	await seen.goto(mapping('usaha', language));
	await seen.getByRole('link', { name: 'OLIKAN' }).first().click();
	expect(await seen.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
	await expectAccessible(seen);
	await seen.screenshot({ path: `test-results/usaha-satu-${width}.png`, fullPage: true });
	await scripted.close();
}

test('every page of mapping fits 360 px and has nothing that axe finds', ({ browser }) =>
	everyPageFits(browser, 360, ''));
test('and in English at 1280 px', ({ browser }) => everyPageFits(browser, 1280, '/en'));
