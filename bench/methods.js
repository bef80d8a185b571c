/**
 * The engine's heavier methods, from the built library (dist/methods), in one process: stochastic acceptability against
 * NumPy, the exact signed-rank test, and every ranking method on a long table with how its time grows.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const DRAWS = 100_000;
const SEED = 1;
/** A method that has used this much is not asked for a longer table. */
const LONGEST_MS = 5000;
const ROWS = [2500, 5000, 10_000];
const CRITERIA = 20;

const verdict = (met) => (met ? 'goal met' : 'GOAL MISSED');

/** Numbers from 0 to 1 that are the same in every run. */
function steady(seed) {
	let state = seed;
	return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** A table of so many alternatives, every third criterion a cost; a ratio scale, so that every method takes it. */
function table(alternatives, criteria) {
	const next = steady(alternatives);
	return {
		matrix: Array.from({ length: alternatives }, () =>
			Array.from({ length: criteria }, () => 1 + Math.round(next() * 9900) / 100),
		),
		weights: new Array(criteria).fill(1 / criteria),
		directions: Array.from({ length: criteria }, (_, column) => (column % 3 === 2 ? 'cost' : 'benefit')),
	};
}

function checked(answer) {
	if (answer.status !== 'ok') throw new Error(`${answer.status}: ${answer.reason} at ${answer.at}`);
	return answer.result;
}

/** Milliseconds of the quickest of some runs: anything slower is the machine's other work, or code not compiled yet. */
function quickest(turns, run) {
	let [best, result] = [Infinity, null];
	for (let turn = 0; turn < turns; turn += 1) {
		const start = performance.now();
		const answer = run();
		best = Math.min(best, performance.now() - start);
		result = checked(answer);
	}
	return { ms: best, result };
}

/** Milliseconds of the processor for one run, which other work of the machine hardly changes: many runs over their count. */
function processor(run) {
	const used = () => process.cpuUsage().user / 1000;
	let [start, turns] = [used(), 0];
	// The first run, with code that is not compiled yet, counts only where one takes seconds.
	checked(run());
	if (used() - start > 1000) return used() - start;
	for (let turn = 0; turn < 5; turn += 1) run();
	for (start = used(); used() - start < 500; turns += 1) run();
	return (used() - start) / turns;
}

/** What NumPy needs for the same draws, or null without it. `PYTHON` names an interpreter. */
function numpy(matrix) {
	for (const python of [process.env.PYTHON, 'python3', '/usr/bin/python3'].filter(Boolean)) {
		const script = fileURLToPath(new URL('numpy_smaa.py', import.meta.url));
		const ran = spawnSync(python, [script, String(DRAWS), String(SEED)], {
			input: JSON.stringify(matrix),
			encoding: 'utf8',
		});
		if (ran.status === 0) return JSON.parse(ran.stdout);
	}
	return null;
}

function acceptability({ smaa }) {
	const { matrix } = table(6, 9);
	const input = {
		matrix,
		directions: new Array(9).fill('benefit'),
		parameters: { draws: DRAWS, seed: SEED },
	};
	// In turns, so that a busy moment of the machine hits both alike.
	let [ours, peer] = [null, null];
	for (let turn = 0; turn < 3; turn += 1) {
		const own = quickest(7, () => smaa.compute(input));
		if (ours === null || own.ms < ours.ms) ours = own;
		const theirs = numpy(matrix);
		if (theirs === null) break;
		if (peer === null || theirs.allFigures < peer.allFigures) peer = theirs;
	}
	const perSecond = (ms) => `${(DRAWS / ms / 1000).toFixed(2)} million draws a second`;
	console.log(`Stochastic acceptability, 6 alternatives x 9 criteria, ${DRAWS.toLocaleString('en')} draws`);
	console.log(`  sentra                             ${perSecond(ours.ms)}`);
	if (peer === null) {
		console.log('  NumPy is not installed (PYTHON names another interpreter): no peer\n');
		return;
	}
	const same = (1000 * peer.allFigures) / ours.ms;
	const apart = Math.max(
		...peer.firstRankAcceptability.map((share, row) =>
			Math.abs(share - ours.result.firstRankAcceptability[row]),
		),
	);
	console.log(`  NumPy ${peer.version}, the same figures        ${perSecond(1000 * peer.allFigures)}`);
	console.log(`  NumPy, ranks counted only          ${perSecond(1000 * peer.ranksOnly)}`);
	console.log(
		`  sentra is ${same.toFixed(1)} x as fast for the same figures   (at least 3: ${verdict(same >= 3)})`,
	);
	console.log(
		`  and ${((1000 * peer.ranksOnly) / ours.ms).toFixed(1)} x as fast as ranks alone; first places differ by ${apart.toFixed(4)} at most\n`,
	);
}

function signedRank({ wilcoxonSignedRank }) {
	const next = steady(7);
	const before = Array.from({ length: 200 }, () => Math.round(next() * 1000));
	const after = before.map((value) => value + Math.round(next() * 600) - 250);
	const { ms, result } = quickest(15, () =>
		wilcoxonSignedRank.compute({ before, after, distribution: 'exact' }),
	);
	console.log(`Exact signed-rank test, ${result.pairs} pairs, ${result.moved} of them moved`);
	console.log(`  ${ms.toFixed(1)} ms   (at most 10: ${verdict(ms <= 10)})\n`);
}

/** What a ranking method needs besides the table; PROMETHEE once straight and once curved. */
const cases = (methods) => [
	...['cpi', 'saw', 'wpm', 'waspas', 'topsis', 'vikor', 'moora', 'copras', 'aras', 'edas', 'mabac', 'marcos']
		.concat(['codas', 'cocoso'])
		.map((id) => ({ id, method: methods[id], parameters: undefined })),
	{ id: 'mpe', method: methods.mpe, benefits: true },
	{
		id: 'spotis',
		method: methods.spotis,
		parameters: { bounds: Array.from({ length: CRITERIA }, () => [1, 100]) },
	},
	{
		id: 'promethee-2, linear',
		method: methods['promethee-2'],
		parameters: { preferenceFunctions: 'linear', q: 5, p: 60 },
	},
	{
		id: 'promethee-2, gaussian',
		method: methods['promethee-2'],
		parameters: { preferenceFunctions: 'gaussian', s: 20 },
		quadratic: 'every pair is weighed',
	},
	{ id: 'electre-1', method: methods['electre-1'], quadratic: 'every pair is answered', most: 5000 },
];

function longTables({ methods }) {
	console.log(
		`Ranking methods, ${ROWS.map((rows) => rows.toLocaleString('en')).join(' / ')} alternatives x ${CRITERIA} criteria, milliseconds of the processor`,
	);
	const inputs = new Map(ROWS.map((rows) => [rows, table(rows, CRITERIA)]));
	for (const { id, method, parameters, benefits, quadratic, most = Infinity } of cases(methods)) {
		const times = [];
		for (const rows of ROWS) {
			if (rows > most || (times.at(-1)?.ms ?? 0) > LONGEST_MS) break;
			const input = { ...inputs.get(rows), ...(parameters ? { parameters } : {}) };
			if (benefits) input.directions = input.directions.map(() => 'benefit');
			times.push({ rows, ms: processor(() => method.compute(input)) });
		}
		const [from, to] = [times[0], times.at(-1)];
		const exponent = Math.log(to.ms / from.ms) / Math.log(to.rows / from.rows);
		// Sorting and the caches of the processor add a little to 1.
		const said = quadratic ? `quadratic by nature: ${quadratic}` : `at most 1.4: ${verdict(exponent <= 1.4)}`;
		const figures = times.map(({ ms }) => ms.toFixed(ms < 10 ? 1 : 0).padStart(6)).join(' ');
		const left = ROWS.length - times.length;
		const cap = left === 0 ? '' : to.rows === most ? '; takes no more rows' : '; no longer one was asked';
		console.log(
			`  ${id.padEnd(22)} ${figures.padEnd(21)} grows with n^${exponent.toFixed(2)}   (${said}${cap})`,
		);
	}
	console.log('');
}

/** Prints the lines; the library must be built (`npm ci` or `node scripts/prepare.js`). */
export async function methodsBench() {
	const library = await import(new URL('dist/methods/library.js', `file://${root}/`).href);
	acceptability(library);
	signedRank(library);
	longTables(library);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await methodsBench();
