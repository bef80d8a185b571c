/** "Aliran bahan" as a person uses it: paste what was weighed, answer what is asked, take the result along. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, keptOnDevice, ready, scrollsSideways, test } from './test.ts';

const TOOL = '/alat/aliran-bahan';
const weighed = 'Bahan\tDari\tJumlah\tSatuan\tKeadaan\nSisik ikan\tUsaha cabut duri\t20–30\tkg\tbasah\n';

async function paste(page: Page): Promise<void> {
	await page.getByText('Tempel tabel', { exact: true }).click();
	await page.locator('textarea').fill(weighed);
	await page.getByRole('button', { name: 'Baca' }).click();
	await expect(page.getByText('1 aliran bahan terbaca.')).toBeVisible();
	await page.getByRole('button', { name: 'Pakai', exact: true }).click();
}

test('a pasted table says how much arrives and that nobody uses it', async ({ page }) => {
	await page.goto(TOOL);
	await ready(page);
	await paste(page);
	await expect(page.locator('.kalimat')).toContainText(
		'20–30 kg sisik ikan (basah) datang tiap hari, dan belum ada yang memakainya.',
	);
	await expectAccessible(page);
});

test('the drying yield is asked for, and batches follow as soon as it is answered', async ({ page }) => {
	await page.goto(`${TOOL}?contoh=kalanganyar`);
	await ready(page);
	await expect(page.getByText('Berapa kg kering dari 1 kg sisik ikan (basah)?')).toBeVisible();
	await expect(page.getByText('Adonan belum dapat dihitung.')).toBeVisible();
	await page.getByText('Isi atau ubah angka').click();
	await page.getByLabel('Hasil dari 1 satuan bahan asal, Sisik ikan').fill('0,4');
	await expect(page.getByText('cukup untuk 1,6–2,4 adonan kerupuk sisik tiap hari.')).toBeVisible();
	await expect(page.getByText('224–336 lenjer')).toBeVisible();
});

test('the report goes along as a document and as a PDF', async ({ page }) => {
	await page.goto(`${TOOL}?contoh=kalanganyar`);
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
	expect(text).toContain('Sisik ikan (basah)');
	expect(text).toContain('20–30');
	await page.keyboard.press('Escape');
	await page.reload();
	await ready(page);
	expect((await take('PDF')).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a phone shows the list of flows and a laptop the diagram', async ({ page }) => {
	await page.goto(`${TOOL}?contoh=kalanganyar`);
	await ready(page);
	await expect(page.locator('svg.besar.w')).toBeVisible();
	await expect(page.locator('svg.besar.h')).toBeHidden();
	await page.setViewportSize({ width: 360, height: 740 });
	await expect(page.locator('svg.besar.h')).toBeVisible();
	await expect(page.locator('svg.besar.w')).toBeHidden();
	await page.getByText('Isi atau ubah angka').click();
	expect(await scrollsSideways(page)).toBe(false);
	await expectAccessible(page);
});

test('the keyboard alone fills in a flow and its user', async ({ page }) => {
	await page.goto(TOOL);
	await ready(page);
	await page.getByLabel('Bahan, Baris 1').focus();
	for (const text of ['Whey', 'Keju', '10']) {
		await page.keyboard.type(text);
		await page.keyboard.press('Tab');
	}
	await expect(page.locator('.kalimat')).toContainText('10 kg whey datang tiap hari');
	await page.getByRole('button', { name: 'Tambah pemakai' }).focus();
	await page.keyboard.press('Enter');
	await page.locator('#pemakai-0-0').focus();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Peternak');
	await page.keyboard.press('Tab');
	await page.keyboard.type('4');
	await expect(page.locator('.kalimat')).toContainText('6 kg dari 10 kg whey tiap hari tidak terpakai.');
});

test('it is there in English, and without a signal after a first visit', async ({ page, context }) => {
	await page.goto(`/en${TOOL}?contoh=kalanganyar`);
	await keptOnDevice(page);
	await expect(page.locator('.kalimat')).toContainText('20–30 kg of fish scales (wet) arrives every day.');
	await context.setOffline(true);
	await page.goto(TOOL);
	await ready(page);
	await paste(page);
	await expect(page.locator('.kalimat')).toContainText('20–30 kg sisik ikan (basah)');
});
