/** Six milk products as a student brings them: the printed table, checked against nothing, ends in Word and PDF. */
import { readFileSync } from 'node:fs';
import { docxText, pdfText } from './tool-files.ts';
import { expect, expectAccessible, keptOnDevice, ready, scrollsSideways, test } from './test.ts';
import type { Page } from '@playwright/test';

/** The milk table of the Boyolali paper, as its rows stand in the example. */
const milk = readFileSync(new URL('../../src/ui/table-check/boyolali.txt', import.meta.url), 'utf8');

async function take(page: Page, menu: string, button: string) {
	const coming = page.waitForEvent('download');
	await page.locator('summary').filter({ hasText: menu }).click();
	await page.getByRole('button', { name: button, exact: true }).click();
	const download = await coming;
	return new Uint8Array(readFileSync(await download.path()));
}

for (const [width, language] of [
	[360, 'id'],
	[1280, 'id'],
	[1280, 'en'],
] as const) {
	test(`the printed table becomes a comparison, a Word document and a PDF at ${width} px (${language})`, async ({
		page,
		context,
	}) => {
		test.setTimeout(60_000);
		const menu = language === 'id' ? 'Ekspor' : 'Export';
		await page.setViewportSize({ width, height: 800 });
		await page.goto(language === 'id' ? '/alat/nilai-tambah' : '/en/alat/nilai-tambah');
		await keptOnDevice(page);
		await context.setOffline(true);
		await page.reload();
		await ready(page);
		await page.locator('.mulai button.utama').click();
		await page.locator('#tempel-isi').fill(milk);
		await page.locator('.tempel button.utama').first().click();
		await page.locator('.tempel button.utama').last().click();
		await expect(page.locator('#bandingkan')).toContainText(/[Kk]efir/);
		await expect(page.locator('main')).toContainText(language === 'id' ? '75.800' : '75,800');
		expect(await scrollsSideways(page)).toBe(false);
		await expectAccessible(page);
		expect(docxText(await take(page, menu, 'Word (.docx)'))).toContain(
			language === 'id' ? '75.800' : '75,800',
		);
		expect(pdfText(await take(page, menu, 'PDF')).replace(/\s+/g, ' ')).toContain('Kefir');
	});
}

test('a link carries the worksheet and opens it elsewhere', async ({ page, context, browser, site }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto('/alat/nilai-tambah?contoh=susu');
	await ready(page);
	await page.locator('summary').filter({ hasText: 'Ekspor' }).click();
	await page.getByRole('button', { name: 'Salin tautan berisi lembar ini' }).click();
	await expect(page.getByText('Tautan tersalin.')).toBeVisible();
	const link = await page.evaluate(() => navigator.clipboard.readText());
	const elsewhere = await browser.newContext({ baseURL: site, locale: 'id-ID' });
	const there = await elsewhere.newPage();
	await there.goto(link);
	await expect(there.locator('#bandingkan')).toContainText(/[Kk]efir/);
	await there.goto('/alat/nilai-tambah#t=rusak');
	await there.reload();
	await expect(there.getByText('Tautan ini terpotong atau rusak.')).toBeVisible();
	await elsewhere.close();
});
