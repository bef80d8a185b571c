/** The value-added worksheet as a person uses it: grid on a desk, questions on a phone, keys, no script, no signal. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, keptOnDevice, ready, scrollsSideways, test } from './test.ts';

/** The figure of a row for the first product, as shown. */
function figure(page: Page, row: string) {
	return page
		.locator('#tabel tr', { has: page.getByRole('rowheader', { name: row, exact: true }) })
		.locator('td')
		.last();
}

const summary = (page: Page) => page.getByRole('region', { name: 'Ringkasan' }).locator('p').first();

test.describe('on a desk', () => {
	test('the example is worked out, and a typed price changes every figure at once', async ({ page }) => {
		await page.goto('/alat/nilai-tambah?contoh=serabi');
		await ready(page);
		await expect(summary(page)).toContainText('menambah nilai Rp 3.783');
		await figure(page, 'Harga bahan baku').click();
		await page.keyboard.type('2.000');
		await page.keyboard.press('Enter');
		await expect(figure(page, 'Nilai tambah')).toContainText('3.482,78');
		await expect(summary(page)).toContainText('Rp 3.483');
		await page.keyboard.press('Control+z');
		await expect(figure(page, 'Nilai tambah')).toContainText('3.782,78');
	});

	test('keys alone reach, change, cancel and clear a cell', async ({ page }) => {
		await page.goto('/alat/nilai-tambah?contoh=serabi');
		await ready(page);
		const inGrid = () => page.evaluate(() => document.activeElement?.closest('[role="grid"]') !== null);
		for (let presses = 0; presses < 60 && !(await inGrid()); presses += 1) await page.keyboard.press('Tab');
		expect(await inGrid()).toBe(true);
		// One stop in the whole grid; arrows move inside it.
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('F2');
		await page.keyboard.press('Control+a');
		await page.keyboard.type('60');
		await page.keyboard.press('Escape');
		await expect(figure(page, 'Bahan baku')).toContainText('50');
		await page.keyboard.type('100');
		await page.keyboard.press('Enter');
		await expect(figure(page, 'Bahan baku')).toContainText('100');
		await expect(figure(page, 'Faktor konversi')).toContainText('0,59');
	});

	test('a number that cannot be read stays, with a proposal', async ({ page }) => {
		await page.goto('/alat/nilai-tambah?contoh=serabi');
		await ready(page);
		await figure(page, 'Harga output').click();
		await page.keyboard.type('4.078,64,00');
		await page.keyboard.press('Enter');
		await expect(page.locator('main')).toContainText('4.078,64,00');
		await expect(page.getByRole('button', { name: /4\.078,64$/ })).toBeVisible();
		await expectAccessible(page);
	});

	test('six products are compared, in both languages', async ({ page }) => {
		test.setTimeout(90_000);
		for (const [path, best] of [
			['/alat/nilai-tambah?contoh=susu', /[Kk]efir/],
			['/en/alat/nilai-tambah?contoh=susu', /[Kk]efir/],
		] as const) {
			await page.goto(path);
			await ready(page);
			await expect(page.locator('#bandingkan')).toContainText(best);
			expect(await scrollsSideways(page)).toBe(false);
			await expectAccessible(page);
		}
	});

	test('what was typed is still there after a reload', async ({ page }) => {
		await page.goto('/alat/nilai-tambah?contoh=serabi');
		await ready(page);
		await figure(page, 'Upah rata-rata').click();
		await page.keyboard.type('45000');
		await page.keyboard.press('Enter');
		await expect(page.getByText('Tersimpan di laptop ini')).toBeVisible();
		await page.goto('/alat/nilai-tambah');
		await ready(page);
		await expect(figure(page, 'Upah rata-rata')).toContainText('45.000');
	});
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

	test('ten questions lead to the result', async ({ page }) => {
		await page.goto('/alat/nilai-tambah');
		await ready(page);
		const next = page.getByRole('button', { name: 'Lanjut' });
		await page.getByLabel('Nama produk').fill('Pakan ternak');
		await page.getByLabel('Bahan baku utama').fill('ampas kelapa');
		await next.click();
		for (const [question, answer] of [
			['Sekali proses, berapa kg ampas kelapa yang dipakai?', '50'],
			[/^Jadi berapa kg/, '59'],
			[/dibeli berapa/, '1700'],
			['Berapa orang bekerja, berapa lama?', '2'],
			[/^Upah satu HOK/, '30000'],
			[/dijual berapa/, '6500'],
		] as const) {
			const field = page.getByRole('textbox', { name: question });
			await expect(field).toBeVisible();
			await field.fill(answer);
			expect(await scrollsSideways(page)).toBe(false);
			await next.click();
		}
		// The drawer of the results asks the same; this is the question's own field.
		await page.locator('#soal-8').getByLabel('Atau isi satu angka').fill('2187,22');
		await expectAccessible(page);
		await next.click();
		await next.click();
		await expect(page.locator('main')).toContainText(/Rp.2\.583/);
		await page.getByRole('button', { name: 'Periksa jawaban' }).click();
		await expect(page.locator('main')).toContainText('2.187,22');
		await expectAccessible(page);
	});

	test('results fit the screen', async ({ page }) => {
		for (const width of [320, 360]) {
			await page.setViewportSize({ width, height: 740 });
			await page.goto('/alat/nilai-tambah?contoh=susu');
			await ready(page);
			expect(await scrollsSideways(page)).toBe(false);
		}
		await expectAccessible(page);
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the worksheet is sent and comes back worked out, with everything as typed', async ({ page }) => {
		await page.goto('/alat/nilai-tambah');
		await page.getByLabel('Nama produk').fill('Pakan ternak');
		await page.getByRole('textbox', { name: /^Sekali proses, berapa kg/ }).fill('50');
		await page.getByRole('textbox', { name: /^Jadi berapa kg/ }).fill('59');
		await page.getByRole('textbox', { name: /dibeli berapa/ }).fill('Rp 1.700');
		await page.getByRole('textbox', { name: 'Berapa orang bekerja, berapa lama?' }).fill('2');
		await page.getByRole('textbox', { name: /^Upah satu HOK/ }).fill('30.000');
		await page.getByRole('textbox', { name: /dijual berapa/ }).fill('6.500');
		await page.getByLabel('Atau isi satu angka').fill('2.187,22');
		await page.getByRole('button', { name: 'Hitung' }).click();
		await expect(figure(page, 'Nilai tambah').or(page.getByText('3.782,78')).first()).toContainText(
			'3.782,78',
		);
		await expect(page.getByRole('textbox', { name: /dibeli berapa/ })).toHaveValue('Rp 1.700');
		await expect(page.getByLabel('Nama produk')).toHaveValue('Pakan ternak');
	});

	test('a text that is no number comes back with its place and stays', async ({ page }) => {
		await page.goto('/en/alat/nilai-tambah');
		const wage = page.locator('input[name*="wage"]').first();
		await wage.fill('banyak sekali');
		await page.getByRole('button', { name: 'Compute' }).click();
		await expect(wage).toHaveValue('banyak sekali');
		await expect(page.locator('main')).toContainText('banyak sekali');
	});
});

test('the worksheet works without a signal', async ({ page, context }) => {
	await page.goto('/alat/nilai-tambah?contoh=serabi');
	await keptOnDevice(page);
	await context.setOffline(true);
	await page.goto('/alat/nilai-tambah');
	await ready(page);
	await figure(page, 'Output').click();
	await page.keyboard.type('10');
	await page.keyboard.press('Enter');
	await expect(figure(page, 'Output')).toContainText('10');
});
