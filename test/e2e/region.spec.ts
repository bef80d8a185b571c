/** The region tool as a person uses it: the printed table of a regency, its province beside it, and the files sent on. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { bintanSectors, bintanTable } from './papers.ts';
import { expect, expectAccessible, keptOnDevice, ready, scrollsSideways, test } from './test.ts';

/** A reference in the same form: every sector ten times as large, manufacturing only five times. */
const reference = [
	'PDRB Provinsi Contoh atas dasar harga berlaku (juta rupiah)',
	'Lapangan usaha\t2020\t2021\t2022',
	...bintanSectors.split('\n').map((line) => {
		const [name = '', ...figures] = line.split('\t');
		const times = name === 'Industri Pengolahan' ? 5 : 10;
		const larger = figures.map((text, year) => {
			const value = Number(text.replaceAll('.', '').replace(',', '.')) * times * (1 + year / 50);
			return value.toFixed(1).replace('.', ',');
		});
		return [name, ...larger].join('\t');
	}),
].join('\n');

async function open(page: Page, path = '/alat/wilayah'): Promise<void> {
	await page.goto(path);
	await ready(page);
}

/** Pastes into the first box (the region) or the second (the reference) and reads. */
async function paste(page: Page, which: 'daerah' | 'acuan', text: string): Promise<void> {
	const box = page.locator(`section[aria-labelledby="judul-tabel-${which}"]`);
	await box.getByText('Tempel tabel', { exact: true }).click();
	await box.getByLabel('Tempel tabel di sini').fill(text);
	await box.getByRole('button', { name: 'Baca tabel' }).click();
}

const results = (page: Page) => page.getByRole('region', { name: 'Hasil', exact: true });

async function saved(page: Page, name: RegExp): Promise<Uint8Array> {
	await page.getByText('Bagikan dan simpan', { exact: true }).click();
	const [download] = await Promise.all([
		page.waitForEvent('download', { timeout: 20_000 }),
		page.getByRole('button', { name }).click(),
	]);
	return readFileSync(await download.path());
}

for (const width of [360, 1280]) {
	test(`from the printed table to documents at ${width} px`, async ({ page }) => {
		test.setTimeout(120_000);
		await page.setViewportSize({ width, height: 800 });
		await open(page);
		await paste(page, 'daerah', bintanTable);
		const box = page.locator('section[aria-labelledby="judul-tabel-daerah"]');
		await expect(box).toContainText('17 sektor, 2020, 2021, 2022.');
		await expect(box).toContainText(
			'Judul tabel menyebut harga konstan, kepala kolom menyebut harga berlaku.',
		);
		await box.getByRole('button', { name: 'Pakai' }).click();
		await expect(results(page)).toContainText('Pilih dulu dasar harga');
		await expect(results(page)).not.toContainText('Seluruhnya tumbuh');
		await page.getByLabel('Harga berlaku (ADHB)').check();
		await expect(results(page).locator('.kalimat').first()).toContainText(
			/Sektor terbesar Kabupaten Bintan: Industri Pengolahan, naik dari 40,4.% \(2020\) menjadi 41,5.%/,
		);
		await expect(results(page)).toContainText('Seluruhnya tumbuh rata-rata 5,3');
		await expect(results(page)).toContainText('20.743.696');
		await expect(results(page)).toContainText('Belum ada angka acuan.');
		expect(await scrollsSideways(page)).toBe(false);
		await expectAccessible(page);
		const document = unzipSync(await saved(page, /^Word/));
		const words = strFromU8(document['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, ' ');
		for (const text of ['Industri Pengolahan', '40,39', '40,90', '41,50', '20.743.698'])
			expect(words).toContain(text);
		const pdf = await saved(page, /^PDF$/);
		expect(strFromU8(pdf.slice(0, 5), true)).toBe('%PDF-');
		expect(pdf.length).toBeGreaterThan(10_000);
	});
}

test('a reference beside it brings LQ, classes and shift-share', async ({ page }) => {
	await open(page, '/alat/wilayah?contoh=bintan');
	await expect(page.locator('.kalimat').first()).toContainText('Industri Pengolahan');
	await paste(page, 'acuan', reference);
	const box = page.locator('section[aria-labelledby="judul-tabel-acuan"]');
	await expect(box).toContainText('Ini menjadi angka acuan.');
	await box.getByRole('button', { name: 'Pakai' }).click();
	await expect(results(page)).toContainText(
		'1 dari 17 sektor lebih besar porsinya daripada di Provinsi Contoh',
	);
	for (const heading of ['Kelompok sektor', 'Dari mana perubahan datang', 'Spesialisasi'])
		await expect(results(page).getByRole('heading', { name: heading, exact: true })).toBeVisible();
	await expectAccessible(page);
});

test('the keyboard alone is enough', async ({ page }) => {
	await open(page);
	const box = page.locator('section[aria-labelledby="judul-tabel-daerah"]');
	await box.locator('summary').focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await expect(box.getByLabel('Tempel tabel di sini')).toBeFocused();
	await page.keyboard.insertText(bintanTable);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(box).toContainText('17 sektor');
	await box.getByRole('button', { name: 'Pakai' }).focus();
	await page.keyboard.press('Enter');
	await page.getByLabel('Harga berlaku (ADHB)').focus();
	await page.keyboard.press('Space');
	await expect(results(page)).toContainText('Harga berlaku (nominal)');
});

test('typing is enough, and the sheet is kept', async ({ page }) => {
	await open(page);
	await page.getByRole('button', { name: 'Isi nama 17 sektor BPS' }).click();
	await expect(page.getByLabel('Sektor, Konstruksi', { exact: true })).toHaveValue('Konstruksi');
	await page.getByLabel('Daerah', { exact: true }).fill('Kota Kecil');
	await page.getByLabel('Tahun, Baris 1').fill('2022');
	await page.getByLabel('2022, Konstruksi', { exact: true }).first().fill('60');
	await page.getByLabel('2022, Real Estate', { exact: true }).first().fill('40');
	await expect(results(page)).toContainText('Sektor terbesar Kota Kecil: Konstruksi');
	await expect(page.getByText('Tersimpan di laptop ini')).toBeVisible();
	await page.reload();
	await ready(page);
	await expect(page.getByLabel('Daerah', { exact: true })).toHaveValue('Kota Kecil');
});

test('works without a signal after one visit', async ({ page, context }) => {
	await page.goto('/');
	await keptOnDevice(page);
	await context.setOffline(true);
	await open(page);
	await paste(page, 'daerah', bintanTable);
	await page.getByRole('button', { name: 'Pakai' }).click();
	await expect(results(page)).toContainText('Industri Pengolahan');
	const document = unzipSync(await saved(page, /^Word/));
	expect(strFromU8(document['word/document.xml'] ?? new Uint8Array())).toContain('41,50');
});

test('speaks English and answers before any script runs', async ({ page, request }) => {
	const drawn = await (await request.get('/en/alat/wilayah?contoh=bintan')).text();
	expect(drawn).toContain('The largest sector of Bintan Regency is Manufacturing');
	await open(page, '/en/alat/wilayah?contoh=bintan');
	await expect(page.locator('.kalimat').first()).toContainText('up from 40.4% (2020) to 41.5%');
	await expect(page.locator('main')).not.toContainText(/\b(sektor|harga|daerah|tercetak)\b/i);
	await expectAccessible(page);
});
