/**
 * Every tool under the connections and phones it is made for: when a first visit shows its largest text, when it can
 * be typed into, and how long the slowest of a few keys and taps takes. Prints; nothing is judged here.
 *
 * A is Chromium's Slow 3G, B Lighthouse's regular 3G, both with a first visit; D is a repeat visit without a signal.
 */
import { launch, serve } from './site.js';

const SLOWER = 4;
const KB = 1000;
const profiles = {
	A: { name: 'Slow 3G', latency: 2000, down: 50 * KB, up: 50 * KB, paint: 4000, ready: 7000 },
	B: { name: '3G', latency: 300, down: (700 * KB) / 8, up: (700 * KB) / 8, paint: 2500, ready: 4000 },
	D: { name: 'no signal, repeat visit', paint: 1500 },
};
const INTERACTION_MS = 200;

const examples = {
	'/alat/nilai-tambah': 'serabi',
	'/alat/periksa-tabel': 'serabi',
	'/alat/keputusan': 'serabi',
	'/alat/penghidupan': 'serang',
	'/alat/wilayah': 'bintan',
	'/alat/bagi-hasil': 'serang',
	'/alat/aliran-bahan': 'kalanganyar',
	'/alat/pohon-produk': 'susu',
	'/alat/kelayakan': 'bintan',
	'/alat/buku-kode': 'susu',
};

/** Collects paint and interaction times from the page's first moment on. */
function watch() {
	globalThis.seen = { paint: null, slowest: 0 };
	new PerformanceObserver((list) => (globalThis.seen.paint = list.getEntries().at(-1).startTime)).observe({
		type: 'largest-contentful-paint',
		buffered: true,
	});
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries())
			if (entry.interactionId) globalThis.seen.slowest = Math.max(globalThis.seen.slowest, entry.duration);
	}).observe({ type: 'event', durationThreshold: 16, buffered: true });
}

const ready = (page) =>
	page.waitForFunction(() => document.documentElement.dataset.ready === 'yes', null, { timeout: 60_000 });

async function slowed(context, profile) {
	const page = await context.newPage();
	await page.addInitScript(watch);
	const session = await context.newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
	if (profile.latency) {
		await session.send('Network.enable');
		await session.send('Network.emulateNetworkConditions', {
			offline: false,
			latency: profile.latency,
			downloadThroughput: profile.down,
			uploadThroughput: profile.up,
		});
	}
	return page;
}

/** A first visit, nothing on the device. Milliseconds. */
async function firstVisit(browser, url, profile) {
	const context = await browser.newContext({
		serviceWorkers: 'block',
		viewport: { width: 360, height: 740 },
	});
	const page = await slowed(context, profile);
	const start = performance.now();
	await page.goto(url, { waitUntil: 'commit' });
	await ready(page);
	const typed = performance.now() - start;
	await page.waitForLoadState('load');
	const { paint } = await page.evaluate(() => globalThis.seen);
	await context.close();
	return { paint, ready: typed };
}

/** A repeat visit without a signal, the example worked out, then a few keys and taps. Milliseconds. */
async function withoutSignal(context, url) {
	const page = await slowed(context, profiles.D);
	await page.goto(url, { waitUntil: 'load' });
	await ready(page);
	await page.waitForTimeout(1500);
	// Taken before the page is touched: moving it to a button further down shows texts for the first time, and a paint
	// of the largest of them would be counted from the start of the visit.
	const { paint } = await page.evaluate(() => globalThis.seen);
	const field = page.locator('main :is(input[type="text"], textarea):visible').first();
	if (await field.count()) {
		await field.click();
		await page.keyboard.type('1 234', { delay: 120 });
	}
	const button = page.locator('main summary:visible').first();
	if (await button.count()) await button.click();
	await page.waitForTimeout(800);
	const { slowest } = await page.evaluate(() => globalThis.seen);
	await page.close();
	return { paint, slowest };
}

const ms = (value) => (value === null ? 'not reported' : `${Math.round(value)} ms`);
const verdict = (value, limit) => (value !== null && value <= limit ? 'goal met' : 'GOAL MISSED');

/** Runs the profiles and gives back the lines to print. */
export async function profilesBench(paths = Object.keys(examples)) {
	const site = await serve();
	const browser = await launch();
	const lines = [`Visits on a phone of 360 px, CPU ${SLOWER}x slower`];
	try {
		for (const key of ['A', 'B']) {
			const profile = profiles[key];
			for (const path of ['/', ...paths]) {
				const seen = await firstVisit(browser, site.address + path, profile);
				lines.push(
					`  ${key} ${profile.name}, first visit ${path}: largest paint ${ms(seen.paint)} (at most ${profile.paint}: ${verdict(seen.paint, profile.paint)}), ready to type ${ms(seen.ready)} (at most ${profile.ready}: ${verdict(seen.ready, profile.ready)})`,
				);
			}
		}
		const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
		const first = await context.newPage();
		await first.goto(site.address);
		await first.waitForFunction(() => document.documentElement.dataset.kept === 'yes', null, {
			timeout: 60_000,
		});
		await context.setOffline(true);
		for (const path of paths) {
			const seen = await withoutSignal(context, `${site.address}${path}?contoh=${examples[path]}`);
			lines.push(
				`  D ${profiles.D.name} ${path}: largest paint ${ms(seen.paint)} (at most ${profiles.D.paint}: ${verdict(seen.paint, profiles.D.paint)}), slowest key or tap ${ms(seen.slowest)} (at most ${INTERACTION_MS}: ${verdict(seen.slowest, INTERACTION_MS)})`,
			);
		}
		return lines;
	} finally {
		await browser.close();
		await site.stop();
	}
}

if (process.argv[1]?.endsWith('profiles.js')) {
	for (const line of await profilesBench(process.argv.length > 2 ? process.argv.slice(2) : undefined))
		console.log(line);
}
