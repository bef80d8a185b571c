/** The eligibility tool as a facilitator uses it: the papers of applicants, what to bring, and the letters. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { expect, expectAccessible, keptOnDevice, ready, scrollsSideways, test } from './test.ts';

/** The invented NIKs of the example. */
const wholeNiks = ['2101064502850001', '2101061203790001', '2101060908820001'];

async function open(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await ready(page);
}

const results = (page: Page) => page.getByRole('region', { name: 'Hasil', exact: true });
const letters = (page: Page) => page.getByRole('region', { name: 'Surat untuk pemohon' });

async function downloaded(page: Page, press: () => Promise<void>): Promise<Uint8Array> {
	const [download] = await Promise.all([page.waitForEvent('download', { timeout: 20_000 }), press()]);
	return readFileSync(await download.path());
}

/** A file from the share menu. */
async function saved(page: Page, name: string): Promise<Uint8Array> {
	await page.getByText('Bagikan dan simpan', { exact: true }).click();
	return downloaded(page, () => page.getByRole('button', { name, exact: true }).click());
}

const xmlOf = (docx: Uint8Array) => strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());
const textOf = (docx: Uint8Array) => xmlOf(docx).replaceAll(/<[^>]*>/g, ' ');

/** Presses Tab until the element has the focus; says so when it is never reached. */
async function tabTo(page: Page, label: string): Promise<void> {
	const field = page.getByLabel(label, { exact: true }).first();
	for (let presses = 0; presses < 90; presses += 1) {
		if (await field.evaluate((one) => one === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	await expect(field).toBeFocused();
}

for (const width of [360, 1280])
	test(`the example says who lacks what, and becomes letters and files (${width} px)`, async ({ page }) => {
		test.setTimeout(90_000);
		await page.setViewportSize({ width, height: 900 });
		await open(page, '/alat/kelayakan?contoh=bintan');
		await expect(results(page)).toContainText('0 layak, 2 belum lengkap, 1 belum memenuhi');
		await expect(
			results(page)
				.getByRole('row', { name: /^Rahmi/ })
				.first(),
		).toContainText('✗ belum memenuhi');
		await expect(results(page)).toContainText('Nomor KH adalah ketetapan halal, bukan sertifikat.');
		await expect(results(page)).toContainText('siinas.kemenperin.go.id');
		expect(await page.locator('main').innerText()).not.toMatch(/2101\d{12}/);
		expect(await scrollsSideways(page)).toBe(false);

		await expect(letters(page).getByRole('article')).toContainText('Yang perlu dibawa');
		await letters(page).getByLabel('Surat untuk').selectOption('Hasan');
		await expect(letters(page).getByRole('article')).toContainText('Bukti terdaftar di SIINas.');
		await expect(letters(page).getByRole('article')).not.toContainText(/layak|memenuhi/);
		const docx = await downloaded(page, () =>
			page.getByRole('button', { name: 'Semua surat (Word)' }).click(),
		);
		expect(xmlOf(docx).match(/<w:pageBreakBefore\/>/g)).toHaveLength(2);
		for (const part of ['Kepada Rahmi', 'Kepada Yusniar', 'Kepada Hasan', '1 Juni 2021'])
			expect(textOf(docx)).toContain(part);
		const pdf = await downloaded(page, () => page.getByRole('button', { name: 'Semua surat (PDF)' }).click());
		expect(strFromU8(pdf.slice(0, 5))).toBe('%PDF-');

		const report = await saved(page, 'Word (.docx)');
		expect(textOf(report)).toContain('2101**********01');
		const sheet = await saved(page, 'Berkas lembar (.sentra.json)');
		expect(strFromU8(sheet)).toContain('"2101**********01"');
		for (const nik of wholeNiks) {
			expect(xmlOf(report) + xmlOf(docx) + strFromU8(sheet)).not.toContain(nik);
			expect(strFromU8(pdf, true)).not.toContain(nik);
		}
		await expectAccessible(page);
	});

test('keys alone complete an applicant, and the NIK is masked as soon as the caret leaves', async ({
	page,
}) => {
	test.setTimeout(60_000);
	await page.setViewportSize({ width: 360, height: 800 });
	await open(page, '/alat/kelayakan?contoh=bintan');
	await tabTo(page, 'Nomor P-IRT, 15 angka');
	await page.keyboard.press('Control+a');
	await page.keyboard.type('2022101010001-24');
	await expect(results(page)).toContainText('1 layak, 2 belum lengkap, 0 belum memenuhi');
	await expect(results(page)).toContainText('Berkas sudah lengkap: Rahmi.');
	await expect(letters(page).getByRole('article')).toContainText('Semua berkas sudah ada.');

	const nik = page.getByLabel('NIK, 16 angka');
	await expect(nik).toHaveValue('2101**********01');
	await tabTo(page, 'NIK, 16 angka');
	await page.keyboard.type('9');
	await expect(nik).toHaveValue('2101**********01');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(nik).toBeFocused();
	await expect(nik).toHaveValue('2101064502850001');
	await page.keyboard.press('Control+a');
	await page.keyboard.type('2101064532850001');
	await page.keyboard.press('Tab');
	await expect(nik).toHaveValue('2101**********01');
	await expect(results(page)).toContainText('Angka ke-9 dan ke-10 NIK adalah bulan lahir');
});

test('a new programme begins with the requirements of Sei Lekop; one is moved, one taken away', async ({
	page,
}) => {
	await open(page, '/alat/kelayakan');
	await page.getByRole('button', { name: 'Pakai syarat Sei Lekop' }).click();
	await page.getByRole('button', { name: /^Naikkan ?: Punya izin P-IRT/ }).click();
	await expect(page.getByText('Syarat "Punya izin P-IRT" sekarang di tempat 2.')).toBeVisible();
	await expect(page.getByRole('button', { name: /^Naikkan ?: Punya izin P-IRT/ })).toBeFocused();
	await page.getByRole('button', { name: /^Hapus ?: Tanah atau rumah/ }).click();
	await page.getByLabel('Nama pemohon, Pemohon 1').fill('Sari');
	await page.getByLabel('Punya izin P-IRT, Sari').selectOption('Ada');
	await page.getByLabel('Jenis produk untuk izin pangan').selectOption('Susu dan olahannya');
	await expect(results(page)).toContainText(
		'Dari 1 pemohon program ini: 0 layak, 0 belum lengkap, 1 belum memenuhi.',
	);
	await expect(results(page)).toContainText('Izin edar BPOM (MD) untuk produk ini.');
	await expectAccessible(page);
});

test('a printed letter stands alone on its page', async ({ page }) => {
	await open(page, '/alat/kelayakan?contoh=bintan');
	await page.evaluate(() => {
		window.print = () => {
			document.documentElement.dataset.printed = String(
				document.querySelectorAll('.cetak-surat > article').length,
			);
		};
	});
	await page.getByRole('button', { name: 'Cetak semua surat' }).click();
	await expect(page.locator('html')).toHaveAttribute('data-printed', '3');
	await page.getByRole('button', { name: 'Cetak surat', exact: true }).click();
	await expect(page.locator('html')).toHaveAttribute('data-printed', '1');
});

test('the example reads in English, with and without a script', async ({ page, browser, site }) => {
	await open(page, '/en/alat/kelayakan?contoh=bintan');
	const english = page.getByRole('region', { name: 'Results', exact: true });
	await expect(english).toContainText('0 eligible, 2 incomplete, 1 not yet meeting the requirements');
	await expectAccessible(page);
	const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: site });
	const still = await plain.newPage();
	await still.goto('/en/alat/kelayakan?contoh=bintan');
	await expect(still.locator('main')).toContainText('0 eligible, 2 incomplete');
	await plain.close();
});

test('without a signal an applicant is typed, judged and kept', async ({ page, context }) => {
	test.setTimeout(60_000);
	await page.goto('/alat/kelayakan');
	await keptOnDevice(page);
	await context.setOffline(true);
	await open(page, '/alat/kelayakan');
	await page.getByRole('button', { name: 'Pakai syarat Sei Lekop' }).click();
	await page.getByLabel('Nama pemohon', { exact: true }).fill('Sari');
	await expect(results(page)).toContainText('0 layak, 1 belum lengkap, 0 belum memenuhi');
	await expect(page.getByText('Tersimpan di laptop ini')).toBeVisible();
	await page.reload();
	await ready(page);
	await expect(page.getByLabel('Nama pemohon', { exact: true })).toHaveValue('Sari');
	await expect(results(page)).toContainText('0 layak, 1 belum lengkap, 0 belum memenuhi');
});
