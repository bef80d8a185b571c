/** "Pohon produk" as a person uses it: paste the products, screen them, go on to the value-added sheet and a decision. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, keptOnDevice, ready, scrollsSideways, test } from './test.ts';

const TOOL = '/alat/pohon-produk';
const products = [
	'Produk\tDibuat dari\tHasil\tSatuan\tNilai tambah\tPermintaan pasar',
	'Keju\tSusu segar\t0,1\tliter\t2.372\t4',
	'Kefir\tSusu segar\t1\tliter\t75.800\t5',
	'Yogurt\tSusu segar\t1\tliter\t15.800\t2',
].join('\n');

async function paste(page: Page): Promise<void> {
	await page.getByText('Tempel tabel', { exact: true }).click();
	await page.locator('textarea').fill(products);
	await page.getByRole('button', { name: 'Baca' }).click();
	await expect(page.getByText('3 hasil terbaca.')).toBeVisible();
	await page.getByRole('button', { name: 'Pakai', exact: true }).click();
}

test('pasted products become a tree, and those that pass go on to a decision', async ({ page }) => {
	await page.goto(TOOL);
	await ready(page);
	await paste(page);
	await expect(page.locator('.kalimat')).toContainText('Nilai tambah terbesar: kefir');
	await expect(page.getByText('2 lolos penyaringan: kefir dan keju.')).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Bandingkan 2 produk di Keputusan' }).click();
	await page.waitForURL(/\/alat\/keputusan\?lembar=decision-/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Memilih produk dari Susu segar');
});

test('a product opens its value-added sheet with raw material and yield filled in', async ({ page }) => {
	await page.goto(`${TOOL}?contoh=susu`);
	await ready(page);
	await page.getByRole('button', { name: /^Hitung nilai tambah ?: Keju$/ }).click();
	await page.waitForURL(/\/alat\/nilai-tambah\?lembar=value-added-/);
	const values = () =>
		page.locator('input').evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
	await expect.poll(values).toEqual(expect.arrayContaining(['Keju', '0,1', '1']));
});

test('the report goes along as a document and as a PDF', async ({ page }) => {
	await page.goto(`${TOOL}?contoh=susu`);
	await ready(page);
	const take = async (name: string) => {
		await page.locator('summary', { hasText: 'Bagikan dan simpan' }).click();
		const [file] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name, exact: true }).click(),
		]);
		return readFileSync(await file.path());
	};
	const docx = unzipSync(await take('Word (.docx)'));
	const text = strFromU8(docx['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');
	expect(text).toContain('Kefir');
	expect(text).toContain('75.800');
	await page.reload();
	await ready(page);
	expect((await take('PDF')).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a circle is named, on a phone as well', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto(`${TOOL}?contoh=susu`);
	await ready(page);
	await expect(page.locator('svg.besar.h')).toBeVisible();
	await page.getByText('Isi atau ubah pohon').click();
	await page.getByLabel('Dibuat dari, Keju').selectOption({ label: 'Kefir' });
	await page.getByLabel('Dibuat dari, Kefir').selectOption({ label: 'Keju' });
	await expect(
		page.getByText(/Pohon ini berputar: (Keju → Kefir → Keju|Kefir → Keju → Kefir)\./),
	).toBeVisible();
	expect(await scrollsSideways(page)).toBe(false);
	await expectAccessible(page);
});

test('the keyboard alone makes a tree of two products', async ({ page }) => {
	await page.goto(TOOL);
	await ready(page);
	await page.getByLabel('Bahan baku', { exact: true }).focus();
	await page.keyboard.type('Kelapa');
	await page.locator('#hasil-pohon-0-0').focus();
	await page.keyboard.type('Santan');
	await page.keyboard.press('Enter');
	await page.keyboard.type('Ampas');
	await expect(page.locator('.kalimat')).toContainText('Dari kelapa bisa dibuat 2 produk.');
});

test('it is there in English, and without a signal after a first visit', async ({ page, context }) => {
	await page.goto(`/en${TOOL}?contoh=susu`);
	await keptOnDevice(page);
	await expect(page.locator('.kalimat')).toContainText('The most value added comes from kefir');
	await context.setOffline(true);
	await page.goto(TOOL);
	await ready(page);
	await paste(page);
	await expect(page.locator('.kalimat')).toContainText('kefir');
});
