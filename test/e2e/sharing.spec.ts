/** The harvest split as a treasurer does it: from the rule to the slips. */
import { harvestRule } from './papers.ts';
import { docxText, pdfText, takeFile } from './tool-files.ts';
import { expect, expectAccessible, keptOnDevice, ready, scrollsSideways, test } from './test.ts';

for (const width of [360, 1280]) {
	test(`a pasted rule becomes a division, a Word document, a PDF and slips at ${width} px`, async ({
		page,
		context,
	}) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await page.setViewportSize({ width, height: 800 });
		await page.goto('/alat/bagi-hasil');
		await ready(page);
		await page.getByLabel('Nama pembagian').fill('Panen November');
		await page.getByLabel('Penjualan bersih').fill('4.137.500');
		await page.locator('#bagian-0-0').focus();
		await page.evaluate((text) => navigator.clipboard.writeText(text), harvestRule);
		await page.keyboard.press('Control+v');
		await expect(page.locator('#bagian-3-0')).toHaveValue('Koperasi');
		await page.getByLabel('Bagian yang dibagi lagi').selectOption({ label: 'Mitra' });
		await page.getByLabel('Berapa orang').fill('36');
		await page.getByLabel('Sisa pembulatan masuk ke').selectOption({ label: 'Tabungan perbaikan bagan' });
		await expect(page.locator('.kalimat').first()).toContainText('36 orang menerima Rp 68.958 seorang');
		await expect(page.locator('.kalimat').first()).toContainText('Sisa pembulatan Rp 12');
		expect(await scrollsSideways(page)).toBe(false);
		await expectAccessible(page);
		const word = await takeFile(page, 'Word (.docx)');
		expect(word.name).toBe('panen-november.docx');
		expect(docxText(word.bytes)).toContain('Rp2.482.488');
		const pdf = await takeFile(page, 'PDF');
		expect(pdfText(pdf.bytes).replace(/\s+/g, ' ')).toContain('Rp331.012');
		await page.getByLabel('Slip pribadi untuk').selectOption({ label: 'No. 017' });
		await expect(page.locator('.slip').first()).toContainText(
			'Enam puluh delapan ribu sembilan ratus lima puluh delapan rupiah',
		);
		await page.getByRole('button', { name: 'Salin teks slip' }).click();
		await expect(page.getByText('Slip tersalin.')).toBeVisible();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('*Rp68.958*');
	});
}

test('parts that do not total 100 percent give no division, and say what to add', async ({ page }) => {
	await page.goto('/alat/bagi-hasil?contoh=serang');
	await ready(page);
	await page.locator('#bagian-3-1').fill('1');
	await expect(page.locator('.hasil-alat')).toContainText('Tambah 1 % supaya genap 100 %.');
	await expect(page.getByRole('heading', { name: 'Slip', exact: true })).toHaveCount(0);
	await page.locator('#bagian-3-1').fill('2');
	await expect(page.locator('.kalimat').first()).toContainText('dibagi habis');
});

test('keys alone fill a rule, and the arrows walk through it', async ({ page }) => {
	await page.goto('/alat/bagi-hasil');
	await ready(page);
	await page.getByLabel('Penjualan bersih').focus();
	await page.keyboard.type('1 jt');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Kelompok');
	await page.keyboard.press('Tab');
	await page.keyboard.type('70');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.type('30');
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('ArrowDown');
	await expect(page.locator('.kalimat').first()).toContainText('Rp 1.000.000 dibagi kepada 2 bagian');
});

test('works without a signal, in English too', async ({ page, context }) => {
	await page.goto('/en/alat/bagi-hasil?contoh=serang');
	await keptOnDevice(page);
	await context.setOffline(true);
	await page.goto('/en/alat/bagi-hasil');
	await ready(page);
	await page.getByLabel('Net sales').fill('1000000');
	await page.locator('#bagian-0-0').fill('Group');
	await page.locator('#bagian-0-1').fill('100');
	await expect(page.locator('.kalimat').first()).toContainText('All of Rp 1,000,000 is for Group.');
	expect((await takeFile(page, 'PDF')).bytes.length).toBeGreaterThan(1000);
});
