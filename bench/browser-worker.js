/**
 * Stochastic acceptability where the page runs it: the built library in a module worker of a real browser, at a quarter
 * of this machine's speed. Prints; nothing is judged here.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { rolldown } from 'rolldown';

const SLOWER = 4;
const DRAWS = 10_000;
const RUNS = 15;
const GOAL_MS = 1500;
const root = fileURLToPath(new URL('..', import.meta.url));

/** What the worker does: a plain loop of fixed length to learn its speed, and the draws; both answer in milliseconds. */
const worker = `
	import { smaa } from './dist/methods/library.js';
	const matrix = Array.from({ length: 6 }, (_, row) =>
		Array.from({ length: 9 }, (_, column) => ((row * 37 + column * 53) % 97) + 1));
	const input = { matrix, directions: new Array(9).fill('benefit'), parameters: { draws: ${DRAWS}, seed: 1 } };
	function loop() {
		let state = 1;
		for (let turn = 0; turn < 2e7; turn += 1) state = (Math.imul(state, 1664525) + 1013904223) | 0;
		return state;
	}
	onmessage = ({ data }) => {
		const start = performance.now();
		const answer = data === 'loop' ? loop() : smaa.compute(input).status;
		postMessage({ ms: performance.now() - start, answer });
	};
`;

/** The worker and what it imports, as one module: a browser does not find the package pure-rand by its name. */
async function workerModule() {
	const entry = `${root}bench-worker.js`;
	const build = await rolldown({
		input: entry,
		cwd: root,
		tsconfig: false,
		plugins: [
			{
				name: 'worker',
				resolveId: (id) => (id === entry ? id : null),
				load: (id) => (id === entry ? worker : null),
			},
		],
	});
	const { output } = await build.generate({ format: 'esm', minify: true });
	await build.close();
	return output[0].code;
}

async function serve(script) {
	const server = createServer(({ url }, response) => {
		const [type, body] =
			url === '/worker.js'
				? ['text/javascript', script]
				: ['text/html', '<!doctype html><title>worker</title>'];
		response.writeHead(200, { 'content-type': type }).end(body);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return { address: `http://127.0.0.1:${server.address().port}`, server };
}

const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];

/** Runs it and gives back the lines to print. */
export async function workerBench() {
	const { launchOptions } = await import('../test/e2e/browser.js');
	const { address, server } = await serve(await workerModule());
	const browser = await chromium.launch(await launchOptions());
	try {
		const page = await browser.newPage();
		await page.goto(address);
		await page.evaluate(() => {
			const thread = new Worker('/worker.js', { type: 'module' });
			globalThis.ask = (what) =>
				new Promise((resolve, reject) => {
					thread.onmessage = ({ data }) => resolve(data);
					thread.onerror = ({ message }) => reject(new Error(message));
					thread.postMessage(what);
				});
		});
		const ask = async (what, times) => {
			const answers = [];
			for (let turn = 0; turn < times; turn += 1)
				answers.push(await page.evaluate((asked) => globalThis.ask(asked), what));
			return answers;
		};
		const [first] = await ask('draws', 1);
		if (first.answer !== 'ok') throw new Error(`the worker answered ${first.answer}`);
		const free = median((await ask('loop', 7)).map(({ ms }) => ms));
		const session = await page.context().newCDPSession(page);
		await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
		const slowed = median((await ask('loop', 7)).map(({ ms }) => ms)) / free;
		const measured = median((await ask('draws', RUNS)).map(({ ms }) => ms));
		// Browsers slow the page's own thread; what they leave out for workers is counted on top.
		const left = Math.max(1, SLOWER / slowed);
		const [ms, once] = [measured * left, first.ms * SLOWER];
		return [
			`Stochastic acceptability in a module worker, 6 x 9, ${DRAWS.toLocaleString('en')} draws, CPU ${SLOWER}x slower: median ${ms.toFixed(0)} ms, the very first ${once.toFixed(0)} ms (goal ${GOAL_MS} ms, ratio ${(ms / GOAL_MS).toFixed(3)})`,
			`  the browser slowed the worker ${slowed.toFixed(1)} x by itself, the rest is multiplied`,
		];
	} finally {
		await browser.close();
		server.close();
	}
}

if (process.argv[1] === fileURLToPath(import.meta.url))
	for (const line of await workerBench()) console.log(line);
