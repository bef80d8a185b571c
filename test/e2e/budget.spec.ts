/** The budget: what a village connection can carry. Measured in a browser on the built app, and printed. */
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { everyPage, languageOf } from './addresses.ts';
import { expect, ready, test } from './test.ts';
import { collecting, cost, received } from './transfer.ts';

const KB = 1000;
const ENTRY_PAGES = everyPage.filter((path) => languageOf(path) === 'id');
const LIMITS = {
	html: 14 * KB,
	entryScript: 70 * KB,
	furtherScript: 35 * KB,
	lazyChunk: 40 * KB,
	style: 15 * KB,
	install: 450 * KB,
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

/** What the page loads before anything is touched. */
async function entryLines(browser: Browser, baseURL: string, path: string): Promise<Line[]> {
	const { context, page, loaded } = await collecting(browser, baseURL);
	await page.goto(path, { waitUntil: 'networkidle' });
	await ready(page);
	const lines = [
		{ item: `${path} HTML`, bytes: (await received(baseURL + path)).bytes, limit: LIMITS.html },
		{ item: `${path} JavaScript`, bytes: await cost(loaded.scripts), limit: LIMITS.entryScript },
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

test('going on to a tool stays within the budget', async ({ browser, site }) => {
	const lines: Line[] = [];
	for (const path of ['/alat/nilai-tambah', '/alat/periksa-tabel']) {
		const { context, page, loaded } = await collecting(browser, site);
		await page.goto('/', { waitUntil: 'networkidle' });
		await ready(page);
		const before = new Set(loaded.scripts);
		await page.locator(`main a[href="${path}"]`).first().click();
		await page.waitForURL(`**${path}`);
		await page.waitForLoadState('networkidle');
		const further = [...loaded.scripts].filter((url) => !before.has(url));
		lines.push({ item: `/ -> ${path}`, bytes: await cost(further), limit: LIMITS.furtherScript });
		await context.close();
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

test('the whole offline install stays within the budget', async ({ page, site }) => {
	await page.goto('/');
	await page.evaluate(() => navigator.serviceWorker.ready);
	const kept = await page.evaluate(async () => {
		const [name = ''] = await caches.keys();
		const store = await caches.open(name);
		return (await store.keys()).map((one) => one.url);
	});
	for (const path of everyPage) expect(kept).toContain(new URL(path, site).href);
	const lines = [
		{ item: `offline install, ${kept.length} files`, bytes: await cost(kept), limit: LIMITS.install },
		{
			item: '  of which pages',
			bytes: await cost(everyPage.map((path) => new URL(path, site).href)),
			limit: LIMITS.install,
		},
	];
	print('Offline', lines);
	expect(overBudget(lines)).toEqual([]);
});

/** The same site, whose start script has grown by so many bytes that no compression can win back. */
async function grownSite(target: string, bytes: number): Promise<{ address: string; close: () => void }> {
	const ballast = `\n//${randomBytes(bytes).toString('base64')}`;
	const server = createServer(async (incoming, answer) => {
		const { body, type } = await received(target + incoming.url);
		const grown = /\/entry\/start[^/]*\.js$/.test(incoming.url ?? '');
		answer.setHeader('content-type', type);
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
	expect(found.map((line) => line.item)).toEqual(['/ JavaScript']);
	grown.close();
});
