/** "Buku kode" as a researcher uses it: paste, name codes, mark by keyboard, read the result, take the project along. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { expect, expectAccessible, keptOnDevice, ready, scrollsSideways, test } from './test.ts';

const interviews = `Responden 1 (Bu Siti)
Susu segar ada setiap pagi. Kami memerah sendiri 😀.

Responden 2
Permen laku di toko. Susu dari koperasi kurang.`;

async function open(page: Page, path = '/alat/buku-kode'): Promise<void> {
	await page.goto(path);
	await ready(page);
}

/** Pastes the two interviews, looks at how they were read, and takes them. */
async function pasteInterviews(page: Page): Promise<void> {
	await page.getByLabel('Tempel teks wawancara di sini').fill(interviews);
	await page.getByRole('button', { name: 'Baca teks' }).click();
	await expect(page.getByText('2 wawancara:')).toBeVisible();
	await expect(page.getByText('Responden 1 (Bu Siti): 8 kata')).toBeVisible();
	await page.getByRole('button', { name: 'Pakai', exact: true }).click();
	await expect(page.getByText('2 wawancara ditambahkan.')).toBeVisible();
}

for (const width of [360, 1280]) {
	test(`from pasted interviews to a result and a project file, by keyboard (${width})`, async ({ page }) => {
		await page.setViewportSize({ width, height: 900 });
		await open(page);
		await expectAccessible(page);
		await pasteInterviews(page);
		const code = page.getByLabel('Kode, Baris 1');
		await code.focus();
		await page.keyboard.type('Bahan baku');
		// One box a sentence: no drag, no mouse.
		const first = page.getByRole('checkbox', { name: 'Tandai kalimat 1 dengan Bahan baku' });
		await first.focus();
		await page.keyboard.press('Space');
		await expect(first).toBeChecked();
		await expect(page.getByRole('button', { name: 'Hapus tanda Bahan baku dari kalimat 1' })).toBeVisible();
		const next = page.getByRole('button', { name: 'Wawancara berikutnya' });
		await next.focus();
		await page.keyboard.press('Enter');
		await page.getByRole('checkbox', { name: 'Tandai kalimat 2 dengan Bahan baku' }).focus();
		await page.keyboard.press('Space');
		await expect(page.locator('.hasil-alat .kalimat').first()).toContainText(
			'Bahan baku paling sering dibicarakan: 2 potongan di 2 dari 2 wawancara.',
		);
		expect(await scrollsSideways(page)).toBe(false);
		await expectAccessible(page);

		const saving = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Proyek REFI-QDA (.qdpx)' }).click();
		const download = await saving;
		expect(download.suggestedFilename()).toBe('buku-kode.qdpx');
		const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
		const sources = Object.keys(files).filter((name) => name.startsWith('Sources/'));
		expect(sources).toHaveLength(2);
		const project = strFromU8(files['project.qde'] ?? new Uint8Array());
		expect(project).toContain('xmlns="urn:QDA-XML:project:1.0"');
		expect(project).toContain('name="Bahan baku"');
		const marks = [...project.matchAll(/startPosition="(\d+)" endPosition="(\d+)"/g)];
		expect(marks.map(([, start, end]) => [Number(start), Number(end)])).toEqual([
			[0, 27],
			[21, 47],
		]);
		const second = [...strFromU8(files[sources[1] ?? ''] ?? new Uint8Array())];
		expect(second.slice(21, 47).join('')).toBe('Susu dari koperasi kurang.');
	});
}

test('names become numbers in one step, also in the texts, and undo brings them back', async ({ page }) => {
	await open(page);
	await page.getByLabel('Tempel teks wawancara di sini').fill('Kata Siti, susu ada.');
	await page.getByRole('button', { name: 'Baca teks' }).click();
	await page.getByRole('button', { name: 'Pakai', exact: true }).click();
	await page.getByLabel('Nama atau nomor responden, 1').fill('Siti');
	await page.getByRole('button', { name: 'Ganti nama responden dengan nomor' }).click();
	await expect(page.getByLabel('Nama atau nomor responden, 1')).toHaveValue('Responden 1');
	await page.getByRole('button', { name: 'Ubah teks' }).click();
	await expect(page.getByLabel('Teks Responden 1')).toHaveValue('Kata Responden 1, susu ada.');
	await page.getByRole('button', { name: 'Urungkan' }).first().click();
	await expect(page.getByLabel('Nama atau nomor responden, 1')).toHaveValue('Siti');
	await expect(page.getByLabel('Teks Siti')).toHaveValue('Kata Siti, susu ada.');
});

test('a selected passage is marked, keeps its place while the text is edited, and is still there after a reload', async ({
	page,
}) => {
	await open(page);
	await pasteInterviews(page);
	await page.getByLabel('Kode, Baris 1').fill('Kerja');
	await page.evaluate(() => {
		const sentence = document.querySelector('#kalimat-2 [data-mulai]')?.firstChild;
		if (sentence) getSelection()?.setBaseAndExtent(sentence, 5, sentence, 12);
	});
	await expect(page.getByText('Terpilih: "memerah"')).toBeVisible();
	await page.getByRole('button', { name: 'Tandai dengan Kerja' }).click();
	await expect(page.locator('mark')).toHaveText('memerah');
	await page.getByRole('button', { name: 'Ubah teks' }).first().click();
	const text = page.getByLabel('Teks Responden 1 (Bu Siti)');
	await text.focus();
	await page.keyboard.press('Control+Home');
	await page.keyboard.type('Begini. ');
	await expect(page.locator('mark')).toHaveText('memerah');
	await expect(page.getByText('Tersimpan di laptop ini')).toBeVisible();
	await page.reload();
	await ready(page);
	await expect(page.locator('mark')).toHaveText('memerah');
});

test('the second coder does not see the marks of the first until asked', async ({ page }) => {
	await open(page, '/alat/buku-kode?contoh=susu');
	await expect(page.locator('#kalimat-1 mark')).toHaveCount(1);
	await page.getByLabel('Wawancara', { exact: true }).selectOption({ label: 'Responden 4' });
	await page.getByLabel('Yang menandai sekarang').selectOption({ label: 'Pengkode kedua' });
	await expect(page.locator('#kalimat-1 mark')).toHaveCount(0);
	await page.getByLabel('Sembunyikan tanda pengkode lain').uncheck();
	await expect(page.getByText('Bahan baku (Pengkode pertama)')).toBeVisible();
	await expect(page.locator('.hasil-alat')).toContainText('alfa 0,791');
	await expectAccessible(page);
});

test('the report goes to Word and PDF, in English', async ({ page }) => {
	await open(page, '/en/alat/buku-kode?contoh=susu');
	await expect(page.locator('.hasil-alat .kalimat').first()).toContainText('Process is spoken of most');
	await expect(page.locator('.hasil-alat')).toContainText('not real interviews');
	await expectAccessible(page);
	const take = async (name: string) => {
		await page.locator('summary', { hasText: 'Share and save' }).click();
		const [file] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name, exact: true }).click(),
		]);
		return readFileSync(await file.path());
	};
	const files = unzipSync(await take('Word (.docx)'));
	const document = strFromU8(files['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');
	expect(document).toContain('alpha 0.791');
	expect(document).toContain('I buy the starter in town.');
	await page.keyboard.press('Escape');
	expect((await take('PDF')).subarray(0, 5).toString()).toBe('%PDF-');
});

test('works without a signal after one visit', async ({ page, context }) => {
	await page.goto('/alat/buku-kode');
	await keptOnDevice(page);
	await context.setOffline(true);
	await open(page);
	await pasteInterviews(page);
	await page.getByLabel('Kode, Baris 1').fill('Bahan baku');
	await page.getByRole('checkbox', { name: 'Tandai kalimat 1 dengan Bahan baku' }).check();
	await expect(page.locator('.hasil-alat .kalimat').first()).toContainText('Bahan baku paling sering');
	const saving = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Buku kode REFI-QDA (.qdc)' }).click();
	expect(readFileSync(await (await saving).path(), 'utf8')).toContain('urn:QDA-XML:codebook:1.0');
});
