/** The livelihood tool as a person uses it: a printed table or scores by respondent, to the file that is sent on. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync, unzlibSync } from 'fflate';
import { musselTables } from './papers.ts';
import { expect, expectAccessible, keptOnDevice, ready, scrollsSideways, test } from './test.ts';

/** Eleven women, two indicators; one answer is missing. */
const scores = [
	'\tAset fisik\t\tAset sosial\t',
	'\tAlat\t\tGotong royong\t',
	'Nama\tSebelum\tSesudah\tSebelum\tSesudah',
	...Array.from({ length: 11 }, (_, index) =>
		[`Ibu ${index + 1}`, '1', '3', '2', index === 4 ? '' : index < 5 ? '3' : '2'].join('\t'),
	),
].join('\n');

async function open(page: Page, path = '/alat/penghidupan'): Promise<void> {
	await page.goto(path);
	await ready(page);
}

async function paste(page: Page, text: string): Promise<void> {
	await page.getByText('Tempel tabel', { exact: true }).click();
	await page.getByLabel('Tempel tabel di sini').fill(text);
	await page.getByRole('button', { name: 'Baca tabel' }).click();
}

const results = (page: Page) => page.getByRole('region', { name: 'Hasil', exact: true });

/** A file from the share menu, as bytes. */
async function saved(page: Page, name: RegExp): Promise<Uint8Array> {
	await page.getByText('Bagikan dan simpan', { exact: true }).click();
	const [download] = await Promise.all([
		page.waitForEvent('download', { timeout: 20_000 }),
		page.getByRole('button', { name }).click(),
	]);
	return readFileSync(await download.path());
}

const documentText = (docx: Uint8Array) =>
	strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]*>/g, ' ');

/** The words of a PDF of ours, in the order written. */
function pdfText(pdf: Uint8Array): string {
	const bytes = strFromU8(pdf, true);
	return [...bytes.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)]
		.flatMap(([, stream = '']) => {
			// Pictures are no packed text.
			if (!stream.startsWith('x')) return [];
			const page = strFromU8(unzlibSync(Uint8Array.from(stream, (letter) => letter.charCodeAt(0))), true);
			return [...page.matchAll(/\(((?:[^()\\]|\\.)*)\) Tj/g)].map(([, words = '']) => words);
		})
		.join(' ');
}

for (const width of [360, 1280])
	test(`the printed table becomes a pentagon, a Word file and a PDF (${width} px)`, async ({ page }) => {
		test.setTimeout(60_000);
		await page.setViewportSize({ width, height: 900 });
		await open(page);
		await paste(page, musselTables);
		await expect(
			page.getByText('20 indikator dengan rata-rata sebelum dan sesudah, dalam 5 aset.'),
		).toBeVisible();
		await page.getByRole('button', { name: 'Pakai' }).click();
		await expect(results(page)).toContainText(
			'Aset fisik naik paling banyak: 3,23 poin, dari 0,02 menjadi 3,25 pada skala 0–5.',
		);
		await expect(results(page)).toContainText('n = 50 tidak cocok');
		await expect(results(page)).toContainText('Hitung ulang 3,27 − 1,45 = 1,82.');
		await expect(results(page)).toContainText('tertulis dua kali');
		const drawings = results(page).locator('figure svg:visible');
		await expect(drawings).toHaveCount(2);
		await expect(drawings.nth(1)).toHaveAttribute(
			'aria-label',
			/Pentagon lima aset: alam 3,95 ke 3,95; fisik/,
		);
		expect(await scrollsSideways(page)).toBe(false);
		const docx = await saved(page, /^Word/);
		const text = documentText(docx);
		for (const part of ['3,23 poin', '+1,57', '1,73', 'Luas tidak bermakna', '18 dari 38'])
			expect(text).toContain(part);
		expect(Object.keys(unzipSync(docx)).filter((name) => name.endsWith('.png'))).toHaveLength(2);
		const pdf = await saved(page, /^PDF$/);
		expect(strFromU8(pdf.slice(0, 5))).toBe('%PDF-');
		for (const part of ['3,23 poin', '+1,57', 'Luas tidak bermakna', '18 dari 38'])
			expect(pdfText(pdf)).toContain(part);
		await expectAccessible(page);
	});

test('scores by respondent give a test, its correction, an interval and who is missing', async ({ page }) => {
	await open(page);
	await paste(page, scores);
	await expect(page.getByText('11 penjawab dan 2 indikator, dengan skor sebelum dan sesudah.')).toBeVisible();
	await page.getByRole('button', { name: 'Pakai' }).click();
	await expect(results(page)).toContainText('Selang 95 %: 2,00 sampai 2,00, dari 11 penjawab.');
	const tests = results(page).getByRole('table', { name: 'Uji perubahan tiap aset' });
	// 2 / 2^11 is below 0,001, and twice that is 0,002.
	await expect(tests.getByRole('row', { name: /^Fisik/ })).toContainText('< 0,001');
	await expect(tests.getByRole('row', { name: /^Fisik/ })).toContainText('0,002');
	await expect(
		tests
			.getByRole('row', { name: /^Sosial/ })
			.getByRole('cell')
			.last(),
	).toHaveText('1');
	await page.getByText('Isi penilaian').click();
	await page.getByLabel('Skor untuk indikator').selectOption({ label: 'Gotong royong' });
	await page.getByLabel('Sesudah, Ibu 5').fill('3');
	await expect(
		tests
			.getByRole('row', { name: /^Sosial/ })
			.getByRole('cell')
			.last(),
	).toHaveText('0');
	await page.getByRole('button', { name: 'Urungkan' }).click();
	await expect(page.getByLabel('Sesudah, Ibu 5')).toHaveValue('');
	await expectAccessible(page);
});

test('keys alone fill in two scores, and a score outside the scale is named', async ({ page }) => {
	await open(page);
	const name = page.getByLabel('Indikator, baris 1');
	await expect(name).toBeVisible();
	for (let presses = 0; presses < 60; presses += 1) {
		if (await name.evaluate((field) => field === document.activeElement)) break;
		await page.keyboard.press('Tab');
	}
	await expect(name).toBeFocused();
	await page.keyboard.type('Air bersih');
	for (const text of ['', '1,20', '6,00']) {
		await page.keyboard.press('Tab');
		if (text) await page.keyboard.type(text);
	}
	await expect(results(page)).toContainText('Air bersih, sesudah: 6 di luar skala 0–5.');
	await page.keyboard.press('Control+a');
	await page.keyboard.type('2,60');
	await expect(results(page)).toContainText('Aset alam naik paling banyak: 1,40 poin');
	await expect(results(page)).toContainText('arah skor “Air bersih”');
});

test('the example reads in English, with and without a script', async ({ page, browser, site }) => {
	await open(page, '/en/alat/penghidupan?contoh=serang');
	const english = page.getByRole('region', { name: 'Results', exact: true });
	await expect(english).toContainText('The physical asset rose most: by 3.23 points');
	await expectAccessible(page);
	const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: site });
	const still = await plain.newPage();
	await still.goto('/en/alat/penghidupan?contoh=serang');
	await expect(still.locator('main')).toContainText('The physical asset rose most');
	await plain.close();
});

test('without a signal a table is pasted, worked out and kept', async ({ page, context }) => {
	test.setTimeout(60_000);
	await page.goto('/alat/penghidupan');
	await keptOnDevice(page);
	await context.setOffline(true);
	await open(page);
	await paste(page, musselTables);
	await page.getByRole('button', { name: 'Pakai' }).click();
	await expect(results(page)).toContainText('Aset fisik naik paling banyak: 3,23 poin');
	await expect(page.getByText('Tersimpan di laptop ini')).toBeVisible();
	await page.reload();
	await ready(page);
	await expect(results(page)).toContainText('Aset fisik naik paling banyak: 3,23 poin');
});
