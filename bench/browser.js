/**
 * The worksheet in a real browser at a quarter of this machine's speed: how long an edit takes until the page shows
 * what follows from it. Prints; nothing is judged here.
 */
import { fileURLToPath } from 'node:url';
import { launch, serve } from './site.js';

const SLOWER = 4;
const EDITS = 40;
const GOAL_MS = 50;

function percentile(times, share) {
	const sorted = times.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
}

/** A sheet of twelve products: the six of the milk table, and six more beside them. */
async function openTwelveProducts(page, address) {
	await page.goto(`${address}/alat/nilai-tambah?contoh=susu`, { waitUntil: 'networkidle' });
	await page.waitForFunction(() => document.documentElement.dataset.ready === 'yes');
	for (let product = 7; product <= 12; product += 1) {
		await page.getByRole('button', { name: 'Tambah produk' }).first().click();
	}
	const grid = page.getByRole('grid');
	// Figures for the new columns: Ctrl+D carries a cell to the right.
	for (const row of [
		'Output',
		'Bahan baku',
		'Tenaga kerja',
		'Harga output',
		'Upah rata-rata',
		'Harga bahan baku',
	]) {
		const cells = grid
			.locator('tr', { has: page.getByRole('rowheader', { name: new RegExp(`^(\\d+[a-c]? )?${row}`) }) })
			.locator('td.n');
		await cells.nth(5).click();
		await page.keyboard.press('Control+d');
	}
	return grid;
}

/**
 * Milliseconds from the key that accepts an edit to the page that shows what follows: the page's own marks are set
 * when the key arrives and when output value has changed in the document.
 */
async function editTimes(page, grid) {
	const rowOf = (name) =>
		grid.locator('tr', { has: page.getByRole('rowheader', { name: new RegExp(`^(\\d+[a-c]? )?${name}`) }) });
	const price = rowOf('Harga output').locator('td.n').first();
	const outcome = await rowOf('Nilai output').locator('td.n').first().elementHandle();
	await page.evaluate((watched) => {
		addEventListener('keydown', (event) => event.key === 'Enter' && performance.mark('edit'), {
			capture: true,
		});
		new MutationObserver(() => {
			if (performance.getEntriesByName('edit').length === 0) return;
			performance.mark('shown');
			performance.measure('recalculation', 'edit', 'shown');
			performance.clearMarks();
		}).observe(watched, { subtree: true, childList: true, characterData: true });
	}, outcome);
	for (let edit = 1; edit <= EDITS; edit += 1) {
		await price.click();
		await page.keyboard.type(String(90_000 + edit * 10));
		await page.keyboard.press('Enter');
		await page.waitForFunction(
			(count) => performance.getEntriesByName('recalculation').length >= count,
			edit,
		);
	}
	return page.evaluate(() => performance.getEntriesByName('recalculation').map((entry) => entry.duration));
}

/** Runs the browser benchmark and gives back the lines to print. */
export async function browserBench() {
	const site = await serve();
	const browser = await launch();
	try {
		const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
		const grid = await openTwelveProducts(page, site.address);
		const products = await grid.locator('thead tr').first().locator('th.n').count();
		const session = await page.context().newCDPSession(page);
		await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
		const times = await editTimes(page, grid);
		const median = percentile(times, 0.5);
		const lines = [
			`Recalculation of a ${products}-product sheet, CPU ${SLOWER}x slower, ${times.length} edits: median ${median.toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms (goal ${GOAL_MS} ms, ratio ${(median / GOAL_MS).toFixed(2)})`,
		];
		return lines;
	} finally {
		await browser.close();
		await site.stop();
	}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	for (const line of await browserBench()) console.log(line);
}
