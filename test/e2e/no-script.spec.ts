/** With JavaScript off, forms are sent and come back worked out; nothing that was typed is lost. */
import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { everyPage } from './addresses.ts';
import { expect, scrollsSideways, test } from './test.ts';

test.use({ javaScriptEnabled: false });

const milk = readFileSync(new URL('../../src/ui/table-check/boyolali.txt', import.meta.url), 'utf8');

test('every page can be read', async ({ page }) => {
	for (const path of everyPage) {
		const answer = await page.goto(path);
		expect(answer?.status()).toBe(200);
		await expect(page.locator('h1')).toBeVisible();
	}
});

test('a pasted table comes back checked, and the text stays', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 800 });
	await page.goto('/alat/periksa-tabel');
	await page.getByLabel('Tempel tabel di sini').fill(milk);
	await page.getByRole('button', { name: 'Periksa tabel' }).click();
	await expect(page.locator('.kalimat').first()).toContainText('47 cocok dan 7 berbeda');
	await expect(page.locator('.catatan')).toContainText('hitung ulang 75.800');
	await page.getByLabel('Arti baris Nilai tambah', { exact: true }).selectOption('');
	await page.getByRole('button', { name: 'Periksa lagi' }).click();
	await expect(page.locator('.kalimat').first()).not.toContainText('54 angka');
	// The row is still in sight, now among those that are not used, and the text travels on.
	await expect(page.getByLabel('Arti baris Nilai tambah', { exact: true })).toHaveValue('');
	await expect(page.locator('input[name="text"]')).toHaveValue(milk);
});

test('a table that would keep the server busy is refused with a way out', async ({ page }) => {
	await page.goto('/alat/periksa-tabel');
	const rows = 'a;1;2;3;4;5;6;7;8;9\n'.repeat(11_000);
	await page
		.getByLabel('Atau pilih berkas')
		.setInputFiles({ name: 'besar.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
	await page.getByRole('button', { name: 'Periksa tabel' }).click();
	await expect(page.getByText('Berkas ini terlalu besar untuk diperiksa di server.')).toBeVisible();
	await expect(page.getByText('simpan hanya tabel yang diperlukan dalam berkas baru')).toBeVisible();
});

test('a file is checked too, and a table that cannot be read keeps the text', async ({ page }) => {
	await page.goto('/en/alat/periksa-tabel');
	await page
		.getByLabel('Or choose a file')
		.setInputFiles({ name: 'table.txt', mimeType: 'text/plain', buffer: Buffer.from(milk) });
	await page.getByRole('button', { name: 'Check the table' }).click();
	await expect(page.locator('.kalimat').first()).toContainText('7 differ');
	await page.goto('/en/alat/periksa-tabel');
	await page.getByLabel('Paste the table here').fill('Nothing to check\nhere');
	await page.getByRole('button', { name: 'Check the table' }).click();
	await expect(page.getByRole('heading', { name: 'Something needs to be put right' })).toBeVisible();
	await expect(page.getByLabel('Paste the table here')).toHaveValue('Nothing to check\nhere');
});

test('a file that unpacks to much is not read by the server, and where it can be read is said', async ({
	page,
}) => {
	await page.goto('/alat/periksa-tabel');
	await page.getByLabel('Atau pilih berkas').setInputFiles({
		name: 'bom.xlsx',
		mimeType: 'application/octet-stream',
		buffer: Buffer.from(zipSync({ 'xl/workbook.xml': new Uint8Array(9_000_000) })),
	});
	await page.getByRole('button', { name: 'Periksa tabel' }).click();
	await expect(page.getByText('terlalu besar untuk diperiksa di server')).toBeVisible();
	await expect(page.getByText('dengan JavaScript menyala')).toBeVisible();
});

test('an example is checked before it is sent', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await page.goto('/alat/periksa-tabel?contoh=serabi');
	await expect(page.locator('.temuan')).toContainText('2.187,22');
	expect(await scrollsSideways(page)).toBe(false);
});
