/** What a first visit on a slow connection shows and waits for: one answer to be read, one wave of scripts to be used. */
import type { BrowserContext, Page } from '@playwright/test';
import { everyPage, languageOf } from './addresses.ts';
import { expect, ready, test } from './test.ts';
import { namedScripts } from './transfer.ts';

const PAGES = everyPage.filter((path) => languageOf(path) === 'id');
const TOOLS = PAGES.filter((path) => path.startsWith('/alat/'));
const EXAMPLES = [
	'/alat/nilai-tambah?contoh=serabi',
	'/alat/keputusan?contoh=serabi',
	'/alat/buku-kode?contoh=susu',
];
/** So many files a browser asks a plain http server for at once; the next one waits for another two seconds. */
const AT_ONCE = 6;

async function withoutSheet(context: BrowserContext): Promise<void> {
	await context.route('**/*.css', (route) => route.abort());
}

/** A browser without a graphics card now and then fails to take a picture that is much taller. */
const TALLEST = 3000;

/** The whole page, in pieces. */
async function picture(page: Page, path: string): Promise<Buffer> {
	await page.goto(path, { waitUntil: 'load' });
	const width = page.viewportSize()?.width ?? 0;
	const tall = await page.evaluate(() => document.documentElement.scrollHeight);
	const pieces: Buffer[] = [];
	for (let y = 0; y < tall; y += TALLEST) {
		const clip = { x: 0, y, width, height: Math.min(TALLEST, tall - y) };
		pieces.push(await page.screenshot({ fullPage: true, animations: 'disabled', clip }));
	}
	return Buffer.concat(pieces);
}

for (const width of [360, 1280]) {
	test(`a page looks the same before and after the whole sheet of styles, ${width} px wide`, async ({
		browser,
		site,
	}) => {
		test.setTimeout(120_000);
		// Without script, so that nothing but the sheet makes a difference.
		const options = { baseURL: site, javaScriptEnabled: false, viewport: { width, height: 740 } };
		const [before, after] = [await browser.newContext(options), await browser.newContext(options)];
		await withoutSheet(before);
		const [early, late] = [await before.newPage(), await after.newPage()];
		const changed: string[] = [];
		for (const path of [...PAGES, ...EXAMPLES]) {
			const [first, second] = [await picture(early, path), await picture(late, path)];
			if (!first.equals(second)) changed.push(path);
		}
		expect(changed).toEqual([]);
		await before.close();
		await after.close();
	});
}

test('the sheet of styles stands after everything that can be read, and applies without script', async ({
	browser,
	site,
}) => {
	const context = await browser.newContext({ baseURL: site, javaScriptEnabled: false });
	const page = await context.newPage();
	for (const path of ['/', '/alat/kelayakan', '/bantuan']) {
		await page.goto(path, { waitUntil: 'load' });
		expect(await page.locator('head link[rel="stylesheet"]').count()).toBe(0);
		await expect(page.locator('body > link[rel="stylesheet"]:last-child')).toHaveCount(1);
		expect(await page.evaluate(() => [...document.styleSheets].filter(({ href }) => href).length)).toBe(1);
	}
	await context.close();
});

test('every tool can be typed into with one wave of scripts, and before the sheet of styles', async ({
	browser,
	site,
}) => {
	for (const path of ['/', ...TOOLS]) {
		const named = await namedScripts(site, path);
		expect(named.length, path).toBeLessThanOrEqual(AT_ONCE);
		const context = await browser.newContext({
			baseURL: site,
			serviceWorkers: 'block',
			viewport: { width: 360, height: 740 },
		});
		await withoutSheet(context);
		await context.route('**/*.js', (route) =>
			named.includes(route.request().url()) ? route.continue() : route.abort(),
		);
		const page = await context.newPage();
		await page.goto(path);
		await ready(page);
		const field = page.locator('main :is(textarea, input[type="text"]):visible').first();
		if (path !== '/') {
			await field.fill('ampas kelapa');
			await expect(field).toHaveValue('ampas kelapa');
		}
		await context.close();
	}
});

test('a page that is stored beside the sheet carries no styles of its own', async ({ request }) => {
	const visited = await (await request.get('/alat/kelayakan')).text();
	const kept = await request.get('/alat/kelayakan', { headers: { 'sentra-keeping': 'yes' } });
	const text = await kept.text();
	expect(kept.headers().vary).toContain('sentra-keeping');
	expect(text).toMatch(/<link href="[^"]+\.css" rel="stylesheet">[^]*<\/head>/);
	expect(text.length).toBeLessThan(visited.length - 5000);
});
