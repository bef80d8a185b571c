import type { Page } from '@playwright/test';
import { everyPage, languageOf } from './addresses.ts';
import { expect, keptOnDevice, ready, test } from './test.ts';

/** Opens one page with a signal and waits until Sentra is on the device as a whole. */
async function firstVisit(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await keptOnDevice(page);
}

for (const language of ['id', 'en'] as const) {
	test(`every page opens without a signal after one visit (${language})`, async ({ page, context }) => {
		await firstVisit(page, language === 'id' ? '/' : '/en');
		await context.setOffline(true);
		for (const path of everyPage) {
			await page.goto(path);
			await ready(page);
			await expect(page.locator('h1'), path).toBeVisible();
			await expect(page.locator('html')).toHaveAttribute('lang', languageOf(path));
			expect(await page.evaluate(() => getComputedStyle(document.body).margin), `${path} has its style`).toBe(
				'0px',
			);
		}
	});

	test(`links lead on without a signal (${language})`, async ({ page, context }) => {
		const home = language === 'id' ? '/' : '/en';
		await firstVisit(page, home);
		await context.setOffline(true);
		await page.goto(home);
		await ready(page);
		const base = language === 'id' ? '' : '/en';
		for (const path of ['/alat/periksa-tabel', '/bantuan', '/alat/nilai-tambah', '/semua', '/istilah']) {
			await page.locator(`a[href="${base}${path}"]:visible`).first().click();
			await page.waitForURL(`**${base}${path}`);
			await expect(page.locator('h1')).toBeVisible();
		}
	});
}

test('a first visit to a page to read is enough', async ({ page, context }) => {
	await firstVisit(page, '/bantuan');
	await context.setOffline(true);
	await page.goto('/alat/nilai-tambah');
	await expect(page.locator('h1')).toBeVisible();
});

test('an example in the address opens without a signal, although only the plain page is on the device', async ({
	page,
	context,
	watched,
}) => {
	// The stored page shows no example; the script puts it there and says that it had to.
	watched.allow(/hydration_mismatch/);
	await firstVisit(page, '/');
	await context.setOffline(true);
	await page.goto('/en/alat/periksa-tabel?contoh=boyolali');
	await expect(page.locator('.kalimat').first()).toContainText('7 differ');
	await page.goto('/alat/nilai-tambah?contoh=serabi');
	await expect(page.locator('main')).toContainText('3.782,78');
});

test('a page that is not on the device is replaced by kind words', async ({ page, context }) => {
	await firstVisit(page, '/');
	await context.setOffline(true);
	await page.goto('/en/somewhere-else');
	await expect(page.locator('h1')).toContainText('not on your device');
	await expect(page.locator('main a[href="/en/alat/nilai-tambah"]')).toBeVisible();
});

test('a network that answers too late is not waited for', async ({ page, context }) => {
	await firstVisit(page, '/');
	let giveUp = (): void => undefined;
	const never = new Promise<void>((resolve) => (giveUp = resolve));
	await context.route('**/semua', async (route) => {
		await never;
		await route.abort().catch(() => undefined);
	});
	await page.goto('/semua');
	await expect(page.locator('h1')).toBeVisible();
	giveUp();
	await context.unrouteAll({ behavior: 'ignoreErrors' });
});

test('what a form sends is never kept on the device', async ({ page }) => {
	await firstVisit(page, '/');
	await page.evaluate(() =>
		fetch('/alat/periksa-tabel', { method: 'POST', body: new URLSearchParams({ text: 'secret' }) }),
	);
	const kept = await page.evaluate(async () => {
		const all: string[] = [];
		for (const name of await caches.keys()) {
			for (const request of await (await caches.open(name)).keys())
				all.push(`${request.method} ${request.url}`);
		}
		return all;
	});
	expect(kept.length).toBeGreaterThan(everyPage.length);
	expect(kept.filter((one) => !one.startsWith('GET '))).toEqual([]);
	expect(kept.filter((one) => one.includes('periksa-tabel'))).toHaveLength(2);
});
