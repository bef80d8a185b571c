/** Sheets on the device, as people treat them: closed in haste, opened twice, on a full disk, sent to somebody else. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, ready, test } from './test.ts';

const NAME = 'Nama pembagian';

async function openSharing(page: Page, search = ''): Promise<void> {
	await page.goto(`/alat/bagi-hasil${search}`);
	await ready(page);
}

/** Waits until the page has reached the device's storage, so that what is typed next is kept. */
async function kept(page: Page): Promise<void> {
	await expect(page.getByText('Tersimpan di laptop ini')).toBeVisible();
}

test('closing the tab right after a key loses nothing', async ({ page, context }) => {
	await openSharing(page);
	await page.getByLabel(NAME).fill('Panen');
	await kept(page);
	const sheet = page.url();
	let open = page;
	let typed = 'Panen';
	for (const letter of ['b', 'a', 'r', 'u']) {
		await open.getByLabel(NAME).focus();
		await open.keyboard.press('End');
		await open.keyboard.press(letter);
		typed += letter;
		// No pause: the tab goes before the database could be written.
		const next = await context.newPage();
		await open.close({ runBeforeUnload: true });
		await next.goto(sheet);
		await ready(next);
		await expect(next.getByLabel(NAME)).toHaveValue(typed);
		open = next;
	}
});

test('two tabs on one sheet do not overwrite each other', async ({ page, context }) => {
	await openSharing(page);
	await page.getByLabel(NAME).fill('Panen pagi');
	await kept(page);
	const other = await context.newPage();
	await other.goto(page.url());
	await ready(other);
	await expect(other.getByLabel(NAME)).toHaveValue('Panen pagi');
	await other.getByLabel(NAME).fill('Panen dari tab kedua');
	await kept(other);
	await page.getByLabel(NAME).fill('Panen dari tab pertama');
	await expect(page.getByText('Lembar ini juga diubah di tab lain.')).toBeVisible();
	await page.goto('/terbaru');
	for (const name of ['Panen dari tab pertama', 'Panen dari tab kedua'])
		await expect(page.getByRole('link', { name })).toBeVisible();
});

test('a full disk says so, keeps what was there and what is on screen', async ({ page }) => {
	await openSharing(page);
	await page.getByLabel(NAME).fill('Panen pagi');
	await kept(page);
	await page.evaluate(() => {
		const refuse = () => {
			throw new DOMException('The disk is full', 'QuotaExceededError');
		};
		IDBObjectStore.prototype.put = refuse;
		Storage.prototype.setItem = refuse;
	});
	await page.getByLabel(NAME).fill('Panen sore');
	await expect(page.getByText('Belum tersimpan: ruang perangkat penuh')).toBeVisible();
	await expect(page.getByLabel(NAME)).toHaveValue('Panen sore');
	await page.reload();
	await ready(page);
	await expect(page.getByLabel(NAME)).toHaveValue('Panen pagi');
});

test('an example is not kept until somebody works on it, and then is a sheet of its own', async ({
	page,
}) => {
	await openSharing(page);
	await page.getByLabel(NAME).fill('Panen saya');
	await kept(page);
	await openSharing(page, '?contoh=serang');
	await expect(page.getByLabel(NAME)).toHaveValue('Panen kerang hijau');
	await page.goto('/terbaru');
	await ready(page);
	await expect(page.getByRole('link', { name: 'Panen saya' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Panen kerang hijau' })).toHaveCount(0);
	await openSharing(page, '?contoh=serang');
	await page.getByLabel(NAME).fill('Panen kerang kami');
	await kept(page);
	await expect(page).toHaveURL(/\?lembar=sharing-/);
	await page.goto('/terbaru');
	await expect(page.getByRole('listitem').filter({ hasText: 'Panen' })).toHaveCount(2);
	await expectAccessible(page);
});

test('a removed sheet can be put back', async ({ page }) => {
	await openSharing(page);
	await page.getByLabel(NAME).fill('Panen saya');
	await kept(page);
	await page.goto('/terbaru');
	await page.getByRole('button', { name: /Hapus.*Panen saya/ }).click();
	await expect(page.getByRole('link', { name: 'Panen saya' })).toHaveCount(0);
	await page.getByRole('button', { name: 'Kembalikan' }).click();
	await expect(page.getByRole('link', { name: 'Panen saya' })).toBeVisible();
});

test('all sheets travel as one file and are read back', async ({ page, browser, site }) => {
	await openSharing(page);
	await page.getByLabel(NAME).fill('Panen saya');
	await kept(page);
	await page.goto('/terbaru');
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Simpan semua sebagai satu berkas' }).click();
	const file = await (await download).path();
	expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
		kind: 'sentra-sheets',
		sheets: [{ tool: 'sharing', title: 'Panen saya' }],
	});
	const elsewhere = await browser.newContext({ baseURL: site, locale: 'id-ID' });
	const there = await elsewhere.newPage();
	await there.goto('/terbaru');
	await ready(there);
	await there.getByLabel('Buka berkas lembar').setInputFiles(file);
	await there.getByRole('link', { name: 'Panen saya' }).click();
	await expect(there.getByLabel(NAME)).toHaveValue('Panen saya');
	await there.goto('/terbaru');
	await there
		.getByLabel('Buka berkas lembar')
		.setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('bukan') });
	await expect(there.getByText('foto.jpg bukan berkas lembar Sentra.')).toBeVisible();
	await elsewhere.close();
});

test('a link carries the sheet, sends nothing, and opens as a sheet of its own', async ({
	page,
	context,
	browser,
	site,
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await openSharing(page, '?contoh=serang');
	await page.getByText('Bagikan dan simpan').click();
	await page.getByRole('button', { name: 'Salin tautan berisi lembar ini' }).click();
	await expect(page.getByText('Tautan tersalin.')).toBeVisible();
	const link = await page.evaluate(() => navigator.clipboard.readText());
	expect(link).toMatch(/\/alat\/bagi-hasil#t=[\w-]+$/);
	const elsewhere = await browser.newContext({ baseURL: site, locale: 'id-ID' });
	const there = await elsewhere.newPage();
	const asked: string[] = [];
	there.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
	await there.goto(link);
	await ready(there);
	await expect(there.getByLabel(NAME)).toHaveValue('Panen kerang hijau');
	await expect(there.getByText('Lembar dari tautan dibuka sebagai lembar tersendiri.')).toBeVisible();
	const packed = link.split('#t=')[1] ?? '';
	expect(asked.filter((one) => one.includes(packed))).toEqual([]);
	await there.goto('/alat/bagi-hasil#t=rusak');
	await there.reload();
	await expect(there.getByText('Tautan ini terpotong atau rusak.')).toBeVisible();
	await elsewhere.close();
});
