/**
 * `npm run bench`: how quick the command line and the engine are, as ratios, because seconds differ between machines.
 * It is a measurement, not a test: it fails on nothing and says which goals were met.
 */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { costRows } from './cost-rows.js';
import { methodsBench } from './methods.js';
import { recalculation } from './recalculation.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'bin/sentra.js');
const folder = mkdtempSync(join(tmpdir(), 'sentra-bench-'));

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
const verdict = (met) => (met ? 'goal met' : 'GOAL MISSED');

/** Wall time of one child process, with its stdout into a file or away. */
function timed(command, args, output = null, env = {}) {
	return new Promise((resolve, reject) => {
		const target = output === null ? 'ignore' : openSync(output, 'w');
		const start = performance.now();
		const child = spawn(command, args, {
			stdio: ['ignore', target, 'pipe'],
			env: { ...process.env, ...env },
		});
		let err = '';
		child.stderr.on('data', (piece) => (err += piece));
		child.on('error', reject);
		child.on('close', (code) => {
			if (output !== null) closeSync(target);
			if (code === 0) resolve({ ms: performance.now() - start, err });
			else reject(new Error(`${command} ${args.join(' ')}: exit ${code}\n${err}`));
		});
	});
}

/** Start-up, measured in turns so that a busy moment of the machine hits both alike. */
async function startUp() {
	const [bare, help] = [[], []];
	for (let turn = 0; turn < 21; turn += 1) {
		bare.push((await timed(process.execPath, ['-e', '0'])).ms);
		help.push((await timed(process.execPath, [bin, '--help'])).ms);
	}
	const ratio = median(help) / median(bare);
	console.log('Start-up: sentra --help against node -e 0 (median of 21, in turns)');
	console.log(`  node -e 0       ${median(bare).toFixed(0)} ms`);
	console.log(`  sentra --help   ${median(help).toFixed(0)} ms`);
	console.log(`  ratio           ${ratio.toFixed(2)} x   (at most 3: ${verdict(ratio <= 3)})\n`);
}

/** The interpreter that has pandas, or null. `PYTHON` names another one. */
function pythonWithPandas() {
	const python = process.env.PYTHON ?? 'python3';
	const found = spawnSync(python, ['-c', 'import pandas; print(pandas.__version__)'], { encoding: 'utf8' });
	return found.status === 0 ? { python, version: found.stdout.trim() } : null;
}

/** Three runs each; the quickest counts, because anything slower is the machine's other work. */
async function best(run) {
	const results = [];
	for (let turn = 0; turn < 3; turn += 1) results.push(await run());
	return results.reduce((least, result) => (result.ms < least.ms ? result : least));
}

async function streaming() {
	const count = 1_000_000;
	const table = join(folder, 'cost-rows.csv');
	await costRows(table, count);
	console.log(`One million cost rows through Hayami (${(statSync(table).size / 1e6).toFixed(0)} MB of CSV)`);

	const rss = join(folder, 'rss');
	const env = {
		NODE_OPTIONS: `--import=${pathToFileURL(join(root, 'bench/peak-memory.js'))}`,
		SENTRA_BENCH_RSS: rss,
	};
	const result = join(folder, 'sentra.tsv');
	const ours = await best(() => timed(process.execPath, [bin, 'nilai-tambah', 'hitung', table], result, env));
	const memory = Number(readFileSync(rss, 'utf8')) / 1024;
	console.log(`  sentra, 14 results a row written   ${seconds(ours.ms)}`);
	console.log(
		`  peak memory                        ${memory.toFixed(0)} MB   (at most 300: ${verdict(memory <= 300)})`,
	);

	const pandas = pythonWithPandas();
	if (pandas) {
		const script = join(root, 'bench/pandas_hayami.py');
		const computed = await best(() => timed(pandas.python, [script, table]));
		const written = await timed(pandas.python, [script, table, join(folder, 'pandas.tsv')]);
		const [same, reading] = [written.ms / ours.ms, computed.ms / ours.ms];
		console.log(`  pandas ${pandas.version}, the same rows written   ${seconds(written.ms)}`);
		console.log(`  pandas, read and computed only     ${seconds(computed.ms)}`);
		console.log(
			`  sentra is ${same.toFixed(1)} x as fast for the same work   (at least 1: ${verdict(same >= 1)})`,
		);
		console.log(`  and ${reading.toFixed(1)} x as fast as pandas without writing\n`);
		return;
	}
	console.log(
		'  pandas is not installed (PYTHON names another interpreter); against a loop in Node instead:',
	);
	const loop = await best(() => timed(process.execPath, [join(root, 'bench/plain-loop.js'), table]));
	console.log(`  split and multiply, nothing written   ${seconds(loop.ms)}`);
	console.log(`  ratio   ${(ours.ms / loop.ms).toFixed(2)} x the time of that loop\n`);
}

try {
	await startUp();
	await streaming();
	await recalculation(folder);
	await methodsBench();
	const { houseBench } = await import('./house.js');
	await houseBench();
	const { importBench } = await import('./import-people.js');
	for (const line of await importBench()) console.log(line);
	const { browserBench } = await import('./browser.js');
	for (const line of await browserBench()) console.log(line);
	const { profilesBench } = await import('./profiles.js');
	for (const line of await profilesBench()) console.log(line);
	const { workerBench } = await import('./browser-worker.js');
	for (const line of await workerBench()) console.log(line);
} finally {
	rmSync(folder, { recursive: true, force: true });
}
