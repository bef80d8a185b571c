import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, keptOnDevice, ready, scrollsSideways, test } from './test.ts';

/** The milk table of the Boyolali paper, as its rows stand in the example. */
const milk = readFileSync(new URL('../../src/ui/table-check/boyolali.txt', import.meta.url), 'utf8');

async function paste(page: Page, text: string): Promise<void> {
	await page.goto('/alat/periksa-tabel');
	await ready(page);
	await page.getByLabel('Tempel tabel di sini').fill(text);
	await page.getByRole('button', { name: 'Periksa tabel' }).click();
}

test('a pasted table is read, confirmed and checked', async ({ page }) => {
	await paste(page, milk);
	await expect(page.getByRole('heading', { name: 'Begini kami membacanya' })).toBeVisible();
	await expect(page.getByLabel('Arti baris Sumbangan input lain')).toHaveValue('otherInputs');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Periksa angkanya' }).click();
	await expect(page.locator('.kalimat').first()).toContainText(
		'Dari 54 angka hitungan, 47 cocok dan 7 berbeda',
	);
	await expect(
		page.getByRole('heading', { name: /Kefir, nilai tambah: tertulis 74\.800, hitung ulang 75\.800/ }),
	).toBeVisible();
	await expect(page.locator('.temuan')).toContainText('harga bahan baku 6.000');
	await expectAccessible(page);
	await page.goBack();
	await expect(page.getByRole('heading', { name: 'Begini kami membacanya' })).toBeVisible();
	await page.goBack();
	await expect(page.getByLabel('Tempel tabel di sini')).toHaveValue(milk);
});

test('another meaning for a row changes the findings', async ({ page }) => {
	await paste(page, milk);
	await page.getByLabel('Arti baris Nilai tambah', { exact: true }).selectOption('');
	await page.getByRole('button', { name: 'Periksa angkanya' }).click();
	await expect(page.locator('.kalimat').first()).not.toContainText('54 angka');
	await expect(page.getByRole('heading', { name: /Kefir, nilai tambah: tertulis/ })).toHaveCount(0);
});

test('a row that is not known stays in sight and can be given its meaning', async ({ page }) => {
	await paste(page, milk.replace('Sumbangan input lain', 'Perkara serba-serbi'));
	await expect(page.getByRole('heading', { name: 'Baris yang belum dikenal' })).toBeVisible();
	await page.getByLabel('Arti baris Perkara serba-serbi').selectOption('otherInputs');
	await expect(page.getByRole('heading', { name: 'Baris yang belum dikenal' })).toHaveCount(0);
	await page.getByRole('button', { name: 'Periksa angkanya' }).click();
	await expect(page.locator('.kalimat').first()).toContainText('Dari 54 angka hitungan');
});

test('text without a table is refused with a way out, and stays in the box', async ({ page }) => {
	await paste(page, 'Selamat pagi, ini bukan tabel.');
	await expect(page.getByRole('group', { name: 'Ada yang perlu diperbaiki' })).toBeFocused();
	await expect(page.getByLabel('Tempel tabel di sini')).toHaveValue('Selamat pagi, ini bukan tabel.');
	await expectAccessible(page);
	await page.getByLabel('Tempel tabel di sini').fill('');
	await page.getByRole('button', { name: 'Periksa tabel' }).click();
	await expect(page.getByRole('group', { name: 'Ada yang perlu diperbaiki' })).toBeVisible();
});

test('a file is read on the device, and a wrong one is named', async ({ page }) => {
	await page.goto('/alat/periksa-tabel');
	await ready(page);
	const file = page.getByLabel('Atau pilih berkas');
	await file.setInputFiles({
		name: 'foto.xlsx',
		mimeType: '',
		buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
	});
	await expect(page.getByRole('group', { name: 'Ada yang perlu diperbaiki' })).toContainText('foto.xlsx');
	const posts: string[] = [];
	page.on('request', (request) => {
		if (request.method() === 'POST') posts.push(request.url());
	});
	await file.setInputFiles({ name: 'tabel.txt', mimeType: 'text/plain', buffer: Buffer.from(milk) });
	await expect(page.getByRole('heading', { name: 'Begini kami membacanya' })).toBeVisible();
	expect(posts).toEqual([]);
});

test('both examples are checked, in both languages, at both widths', async ({ page }) => {
	test.setTimeout(90_000);
	for (const [path, sentence] of [
		['/alat/periksa-tabel?contoh=serabi', /berbeda/],
		['/en/alat/periksa-tabel?contoh=serabi', /differ/],
		['/en/alat/periksa-tabel?contoh=boyolali', /47 match and 7 differ/],
	] as const) {
		for (const width of [320, 360, 1280]) {
			await page.setViewportSize({ width, height: 800 });
			await page.goto(path);
			await ready(page);
			await expect(page.locator('.kalimat').first()).toContainText(sentence);
			expect(await scrollsSideways(page), `${path} at ${width} px`).toBe(false);
		}
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			await expectAccessible(page);
		}
	}
});

test('the note is copied, downloaded, and a link carries the table without a server', async ({
	page,
	context,
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto('/alat/periksa-tabel?contoh=boyolali');
	await ready(page);
	await page.getByRole('button', { name: 'Salin catatan penelaahan' }).first().click();
	await expect(page.getByText('Tersalin.').first()).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('hitung ulang 75.800');
	for (const [name, file] of [
		['Unduh: Teks', 'periksa-tabel.txt'],
		['Unduh: Word', 'periksa-tabel.docx'],
		['Unduh: JSON', 'periksa-tabel.json'],
	] as const) {
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name }).click(),
		]);
		expect(download.suggestedFilename()).toBe(file);
		const content = readFileSync(await download.path());
		if (file.endsWith('.docx')) expect(content.subarray(0, 2).toString()).toBe('PK');
		else
			expect(content.toString()).toContain(
				file.endsWith('.json') ? '"expected": 75800' : 'hitung ulang 75.800',
			);
	}
	await page.getByRole('button', { name: 'Tautan untuk penelaah' }).click();
	const address = await page.getByLabel('Tautan', { exact: true }).inputValue();
	expect(new URL(address).hash.length).toBeGreaterThan(300);
	const asked: string[] = [];
	const other = await context.newPage();
	other.on('request', (request) => asked.push(request.url()));
	await other.goto(address);
	await expect(other.locator('.kalimat').first()).toContainText('47 cocok dan 7 berbeda');
	expect(asked.filter((url) => url.includes('#t=') && url !== address)).toEqual([]);
	await other.goto('/alat/periksa-tabel#t=rusak');
	await expect(other.getByText('Tautan ini terpotong atau rusak.')).toBeVisible();
});

test('the draft is still there after the page was closed', async ({ page }) => {
	await page.goto('/alat/periksa-tabel');
	await ready(page);
	await page.getByLabel('Tempel tabel di sini').fill('Output\t100');
	await expect(page.getByText('Tersimpan di laptop ini')).toBeVisible();
	await page.reload();
	await expect(page.getByLabel('Tempel tabel di sini')).toHaveValue('Output\t100');
});

test('the whole way by keyboard', async ({ page }) => {
	await page.goto('/alat/periksa-tabel');
	await ready(page);
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Langsung ke isi' })).toBeFocused();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await expect(page.getByLabel('Tempel tabel di sini')).toBeFocused();
	await page.keyboard.insertText(milk);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('button', { name: 'Periksa tabel' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Begini kami membacanya' })).toBeVisible();
	const confirm = page.getByRole('button', { name: 'Periksa angkanya' });
	for (
		let presses = 0;
		presses < 40 && !(await confirm.evaluate((one) => one === document.activeElement));
		presses += 1
	) {
		await page.keyboard.press('Tab');
	}
	await page.keyboard.press('Enter');
	await expect(page.locator('.kalimat').first()).toContainText('7 berbeda');
});

test('the corrected inputs open as a worksheet', async ({ page }) => {
	await page.goto('/alat/periksa-tabel?contoh=boyolali');
	await ready(page);
	await page.getByRole('button', { name: 'Buka lembar terbetulkan' }).click();
	await page.waitForURL(/\/alat\/nilai-tambah\?lembar=/);
	await expect(page.locator('main')).toContainText('75.800');
});

test('the check works without a signal', async ({ page, context }) => {
	await page.goto('/alat/periksa-tabel');
	await keptOnDevice(page);
	await context.setOffline(true);
	await page.reload();
	await ready(page);
	await page.getByLabel('Tempel tabel di sini').fill(milk);
	await page.getByRole('button', { name: 'Periksa tabel' }).click();
	await page.getByRole('button', { name: 'Periksa angkanya' }).click();
	await expect(page.locator('.kalimat').first()).toContainText('7 berbeda');
});
