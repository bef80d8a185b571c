/** The budget: what a village connection can carry. Measured in a browser on the built app, and printed. */
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { keepingHeader } from '../../src/field/offline-pages.ts';
import { everyPage, languageOf } from './addresses.ts';
import { expect, ready, test } from './test.ts';
import { collecting, cost, namedScripts, received } from './transfer.ts';

const KB = 1000;
const ENTRY_PAGES = everyPage.filter((path) => languageOf(path) === 'id');
const LIMITS = {
	html: 14 * KB,
	/** What the page itself names: needed before it can be used. A test below uses the page with nothing else. */
	entryScript: 70 * KB,
	/** With what the page fetches by itself afterwards: results, words for doubts. The design names no limit; this is ours. */
	untouchedScript: 120 * KB,
	furtherScript: 35 * KB,
	lazyChunk: 40 * KB,
	style: 15 * KB,
	/** What the first visit stores before anything else: every page of the visitor's language can be opened and used. */
	install: 450 * KB,
	/** With results, exports and the other language, which follow while the visitor reads. The design names no limit; this is ours. */
	whole: 1000 * KB,
} as const;

interface Line {
	readonly item: string;
	readonly bytes: number;
	readonly limit: number;
}

/** The lines above their limit. */
function overBudget(lines: readonly Line[]): Line[] {
	return lines.filter((line) => line.bytes > line.limit);
}

function print(title: string, lines: readonly Line[]): void {
	const rows = lines.map(
		(line) =>
			`  ${line.item.padEnd(46)} ${(line.bytes / KB).toFixed(1).padStart(7)} kB of ${(line.limit / KB).toFixed(0).padStart(4)} kB`,
	);
	console.log([title, ...rows].join('\n'));
}

/** What a first visit costs, before anything is touched. */
async function entryLines(browser: Browser, site: string, path: string): Promise<Line[]> {
	const { context, page, loaded } = await collecting(browser, site);
	await page.goto(path, { waitUntil: 'networkidle' });
	await ready(page);
	const named = await namedScripts(site, path);
	for (const script of named) expect([...loaded.scripts]).toContain(script);
	const lines = [
		{ item: `${path} HTML`, bytes: (await received(site + path)).bytes, limit: LIMITS.html },
		{ item: `${path} JavaScript to first use`, bytes: await cost(named), limit: LIMITS.entryScript },
		{
			item: `${path} JavaScript, untouched`,
			bytes: await cost(loaded.scripts),
			limit: LIMITS.untouchedScript,
		},
		{ item: `${path} CSS`, bytes: await cost(loaded.styles), limit: LIMITS.style },
	];
	await context.close();
	return lines;
}

test('the first visit to any page stays within the budget', async ({ browser, site }) => {
	test.setTimeout(120_000);
	const lines: Line[] = [];
	for (const path of ENTRY_PAGES) lines.push(...(await entryLines(browser, site, path)));
	print('First visit', lines);
	expect(overBudget(lines)).toEqual([]);
});

test('a page to read carries no program', async ({ browser, site }) => {
	for (const path of ['/bantuan', '/istilah', '/metode', '/sumber', '/tanpa-sinyal']) {
		const { context, page, loaded } = await collecting(browser, site);
		await page.goto(path, { waitUntil: 'networkidle' });
		expect([...loaded.scripts].map((url) => new URL(url).pathname)).toEqual(['/keep-on-device.js']);
		await context.close();
	}
});

test('the tools can be used with nothing but the scripts they name', async ({ browser, site }) => {
	for (const path of ['/alat/nilai-tambah', '/alat/periksa-tabel']) {
		const named = await namedScripts(site, path);
		const { context, page } = await collecting(browser, site);
		await page.setViewportSize({ width: 360, height: 740 });
		await context.route('**/*.js', (route) =>
			named.includes(route.request().url()) ? route.continue() : route.abort(),
		);
		await page.goto(path);
		await ready(page);
		const field = page.locator('main :is(textarea, input[type="text"]):visible').first();
		await field.fill('ampas kelapa');
		await expect(field).toHaveValue('ampas kelapa');
		if (path.endsWith('nilai-tambah')) {
			await page.getByRole('button', { name: 'Lanjut' }).click();
			await expect(page.locator('#soal-2 input').first()).toBeVisible();
		}
		await context.close();
	}
});

test('going on to a tool stays within the budget', async ({ site }) => {
	const before = new Set(await namedScripts(site, '/'));
	const lines: Line[] = [];
	for (const path of ['/alat/nilai-tambah', '/alat/periksa-tabel']) {
		const further = (await namedScripts(site, path)).filter((script) => !before.has(script));
		lines.push({ item: `/ -> ${path}`, bytes: await cost(further), limit: LIMITS.furtherScript });
	}
	print('Going on', lines);
	expect(overBudget(lines)).toEqual([]);
});

test('no part that is fetched later is too large, and all styles together are small', async ({ site }) => {
	const folder = new URL('../../build/client/_app/immutable/', import.meta.url);
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) =>
		file.replaceAll('\\', '/'),
	);
	const address = (file: string) => `${site}/_app/immutable/${file}`;
	const scripts: Line[] = [];
	for (const file of files.filter((one) => one.endsWith('.js'))) {
		scripts.push({ item: file, bytes: (await received(address(file))).bytes, limit: LIMITS.lazyChunk });
	}
	const largest = scripts.toSorted((a, b) => b.bytes - a.bytes).slice(0, 5);
	const styles = files.filter((one) => one.endsWith('.css')).map(address);
	const lines = [...largest, { item: 'all CSS', bytes: await cost(styles), limit: LIMITS.style }];
	print('Largest parts', lines);
	expect(overBudget([...scripts, ...lines])).toEqual([]);
});

/** What the service worker has stored so far. */
function stored(page: Page): Promise<string[]> {
	return page.evaluate(async () => {
		const [name = ''] = await caches.keys();
		const store = await caches.open(name);
		return (await store.keys()).map((one) => one.url);
	});
}

/** What those addresses cost when the service worker fetches them: pages without styles of their own. */
const keeping = (urls: readonly string[]) => cost(urls, { [keepingHeader]: 'yes' });

test('the offline install stays within the budget, and brings every page', async ({
	page,
	context,
	browser,
	site,
}) => {
	// The rest is asked for by the page; held back here, so that the install is seen alone.
	await context.addInitScript(() => {
		ServiceWorker.prototype.postMessage = () => undefined;
	});
	await page.goto('/');
	await page.evaluate(() => navigator.serviceWorker.ready);
	const first = await stored(page);
	for (const path of ENTRY_PAGES) {
		expect(first).toContain(new URL(path, site).href);
		for (const script of await namedScripts(site, path)) expect(first).toContain(script);
	}
	const later = await browser.newContext({ baseURL: site });
	const second = await later.newPage();
	await second.goto('/');
	await expect(second.locator('html')).toHaveAttribute('data-kept', 'yes', { timeout: 20_000 });
	const all = await stored(second);
	for (const path of everyPage) expect(all).toContain(new URL(path, site).href);
	const lines = [
		{ item: `offline install, ${first.length} files`, bytes: await keeping(first), limit: LIMITS.install },
		{ item: `with what follows, ${all.length} files`, bytes: await keeping(all), limit: LIMITS.whole },
	];
	print('Offline', lines);
	expect(overBudget(lines)).toEqual([]);
	await later.close();
});

/** The same site, whose start script has grown by so many bytes that no compression can win back. */
async function grownSite(target: string, bytes: number): Promise<{ address: string; close: () => void }> {
	const ballast = `\n//${randomBytes(bytes).toString('base64')}`;
	const server = createServer(async (incoming, answer) => {
		const { body, type, link } = await received(target + incoming.url);
		const grown = /\/entry\/start[^/]*\.js$/.test(incoming.url ?? '');
		answer.setHeader('content-type', type);
		if (link) answer.setHeader('link', link);
		answer.setHeader('content-encoding', 'gzip');
		answer.end(gzipSync(grown ? body.toString() + ballast : body, { level: 9 }));
	});
	await new Promise<void>((listening) => server.listen(0, listening));
	const { port } = server.address() as AddressInfo;
	return { address: `http://localhost:${port}`, close: () => server.close() };
}

test('the budget bites: one script grown by 80 kB is found', async ({ browser, site }) => {
	const grown = await grownSite(site, 80 * KB);
	const found = overBudget(await entryLines(browser, grown.address, '/'));
	expect(found.map((line) => line.item)).toEqual(['/ JavaScript to first use', '/ JavaScript, untouched']);
	grown.close();
});
