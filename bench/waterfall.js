/**
 * What a first visit on a village connection fetches, and when: one line a request, with the moment it was asked for,
 * when it was complete, its size on the line and what asked for it; then when the page showed its largest text and
 * when it could be typed into. `node bench/waterfall.js /alat/keputusan`. Prints; nothing is judged here.
 */
import { fileURLToPath } from 'node:url';
import { launch, serve } from './site.js';

const SLOW_3G = { offline: false, latency: 2000, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const SLOWER = 4;

/** Every request of the session, by its id, filled in as the browser tells of it. */
function requestsOf(session) {
	const requests = new Map();
	session.on('Network.requestWillBeSent', ({ requestId, timestamp, request, initiator }) => {
		requests.set(requestId, {
			path: new URL(request.url).pathname,
			asked: timestamp,
			initiator: initiator.type,
		});
	});
	session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
		Object.assign(requests.get(requestId) ?? {}, { complete: timestamp, bytes: encodedDataLength });
	});
	return requests;
}

/** Tells the page's own moments: its paints, its readiness and how far things moved after they were drawn. */
function watch() {
	globalThis.seen = { first: 0, largest: 0, ready: 0, moved: 0, busy: 0 };
	const { seen } = globalThis;
	const observe = (type, take) =>
		new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
	observe('paint', (entry) => (seen.first ||= entry.startTime));
	observe(
		'largest-contentful-paint',
		(entry) => ((seen.largest = entry.startTime), (seen.text = entry.element?.outerHTML.slice(0, 90))),
	);
	observe('layout-shift', (entry) => (seen.moved += entry.value));
	observe('longtask', (entry) => {
		if (!seen.ready) seen.busy += entry.duration;
	});
	new MutationObserver(() => {
		if (document.documentElement.dataset.ready === 'yes') seen.ready ||= performance.now();
	}).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-ready'] });
}

async function visit(browser, address, path) {
	const context = await browser.newContext({
		serviceWorkers: 'block',
		viewport: { width: 360, height: 740 },
	});
	const page = await context.newPage();
	await page.addInitScript(watch);
	const session = await context.newCDPSession(page);
	await session.send('Network.enable');
	await session.send('Network.emulateNetworkConditions', SLOW_3G);
	await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
	const requests = requestsOf(session);
	await page.goto(address + path, { waitUntil: 'networkidle', timeout: 90_000 });
	const seen = await page.evaluate(() => globalThis.seen);
	await context.close();
	return { requests: [...requests.values()], seen };
}

const seconds = (value) => (value / 1000).toFixed(2).padStart(6);

function linesOf(path, { requests, seen }) {
	const start = requests[0].asked;
	const since = (moment) => (moment === undefined ? '     –' : seconds((moment - start) * 1000));
	return [
		`${path}: first paint ${seconds(seen.first)}, largest ${seconds(seen.largest)}, ready ${seconds(seen.ready)}, text ${seen.text}, moved ${seen.moved.toFixed(3)}, long tasks before ready ${Math.round(seen.busy)} ms`,
		...requests.map(
			({ path: file, asked, complete, bytes = 0, initiator }) =>
				`  ${since(asked)} ${since(complete)} ${String(bytes).padStart(7)} B  ${initiator.padEnd(8)} ${file}`,
		),
	];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const site = await serve();
	const browser = await launch();
	try {
		for (const path of process.argv.slice(2)) {
			console.log(linesOf(path, await visit(browser, site.address, path)).join('\n'));
		}
	} finally {
		await browser.close();
		await site.stop();
	}
}
