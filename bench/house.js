/**
 * The house with 100,000 people: how long it takes to start, and what its heaviest lists cost over HTTP, signed in,
 * against the same query in the same tenant transaction through the bare driver, in turns on the same machine. Prints the
 * plan of every heavy query: which indexes it uses, and that it reads no table of people from end to end.
 *
 * `node bench/house.js [people]`. Part of `npm run bench`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import postgres from 'postgres';
import { build } from 'rolldown';
import { staleBuildReason } from '../scripts/build-age.js';
import { plantRecords } from './house-records.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const HANDS = 4;
const TURNS = 5;
const PER_TURN = 100;
/** A server that has just started compiles what it runs; a page is at its speed after some hundred visits. */
const BEFORE = 500;
const agent = new Agent({ keepAlive: true, maxSockets: HANDS });

const quantile = (numbers, part) =>
	[...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))];
const verdict = (met) => (met ? 'goal met' : 'GOAL MISSED');

/** An answer with its body, read whole; not made into text, because that would be counted to the page. */
function ask(address, { method = 'GET', headers = {}, body } = {}) {
	return new Promise((resolve, reject) => {
		const call = request(address, { method, headers, agent }, (answer) => {
			const parts = [];
			answer.on('data', (part) => parts.push(part));
			answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, parts }));
		});
		call.on('error', reject);
		call.end(body);
	});
}

/** Starts the built server; the milliseconds until it answered a first page, and until its records were open. */
async function start(folder) {
	const began = performance.now();
	const child = spawn(process.execPath, ['scripts/start.js'], {
		cwd: root,
		env: { ...process.env, PORT: '0', SENTRA_DATA: folder, DATABASE_URL: '', ORIGIN: '', SENTRA_LOG: 'off' },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	let said = '';
	child.stdout.on('data', (part) => (said += part));
	const until = async (found) => {
		for (;;) {
			const one = await found();
			if (one) return one;
			if (child.exitCode !== null) throw new Error(`the server ended:\n${said}`);
			await new Promise((ready) => setTimeout(ready, 10));
		}
	};
	const address = await until(() => /Sentra: (http:\/\/localhost:\d+)/.exec(said)?.[1]);
	await until(async () => (await ask(address)).status === 200);
	const page = performance.now() - began;
	await until(async () => (await ask(`${address}/sehat`)).status === 200);
	const records = performance.now() - began;
	return {
		address,
		page,
		records,
		firstOwner: () => until(() => /first owner at (\S+)/.exec(said)?.[1]),
		async stop() {
			child.kill('SIGTERM');
			await once(child, 'exit');
		},
	};
}

/** Makes the first owner, as the link of the terminal does; the cookies of her session. */
async function signIn(server) {
	const answer = await ask(await server.firstOwner(), {
		method: 'POST',
		headers: { origin: server.address, 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({
			namaAnda: 'Ibu Sari',
			nama: 'ibu.sari',
			sandi: 'sisik ikan jadi kerupuk',
			organisasi: 'Dinas Kabupaten',
			jenis: 'district-office',
		}).toString(),
	});
	const cookies = (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]);
	if (cookies.length === 0) throw new Error(`nobody was signed in: ${answer.status}`);
	return cookies.join('; ');
}

/** The program's own reading, to be run without the program. */
async function queries(folder) {
	await build({
		cwd: root,
		input: { queries: 'bench/house-queries.js' },
		platform: 'node',
		tsconfig: false,
		logLevel: 'silent',
		external: ['postgres'],
		output: { dir: folder, format: 'esm', entryFileNames: '[name].mjs', codeSplitting: false },
	});
	return import(pathToFileURL(join(folder, 'queries.mjs')).href);
}

/** So many runs by four hands at once; how long each took, and how many a second. */
async function measure(run, times) {
	const took = [];
	let left = times;
	const began = performance.now();
	const hand = async () => {
		while (left-- > 0) {
			const from = performance.now();
			await run();
			took.push(performance.now() - from);
		}
	};
	await Promise.all(Array.from({ length: HANDS }, hand));
	return { took, seconds: (performance.now() - began) / 1000 };
}

/** In turns, so that a busy moment of the machine hits both alike. */
async function compare(page, query) {
	const all = { page: { took: [], seconds: 0 }, query: { took: [], seconds: 0 } };
	for (const run of [page, query]) await measure(run, BEFORE);
	for (let turn = 0; turn < TURNS; turn += 1)
		for (const [name, run] of Object.entries({ page, query })) {
			const { took, seconds } = await measure(run, PER_TURN);
			all[name].took.push(...took);
			all[name].seconds += seconds;
		}
	return all;
}

const nodesOf = (plan) => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** One line a plan: indexes, tables read whole, rows, milliseconds. */
async function explained(sql, settings, sent) {
	const lines = [];
	for (const { statement, values, types } of sent) {
		const plan = await sql.begin('isolation level repeatable read read only', async (tx) => {
			await tx.unsafe(settings);
			const given = values.map((value, index) => (types[index] ? tx.typed(value, types[index]) : value));
			const [row] = await tx.unsafe(`explain (analyze, format json) ${statement}`, given);
			return row['QUERY PLAN'][0];
		});
		const nodes = nodesOf(plan.Plan);
		const indexes = [...new Set(nodes.map((node) => node['Index Name']).filter(Boolean))];
		const whole = nodes
			.filter((node) => node['Node Type'] === 'Seq Scan')
			.map((node) => node['Relation Name']);
		const people = whole.filter((name) => /^person/.test(name));
		lines.push(
			`      plan: ${plan['Execution Time'].toFixed(1)} ms; indexes ${indexes.join(', ') || 'none'}` +
				`${whole.length > 0 ? `; read whole: ${[...new Set(whole)].join(', ')}` : ''}` +
				`${people.length > 0 ? '   A TABLE OF PEOPLE IS READ WHOLE' : ''}`,
		);
	}
	return lines;
}

function pagesOf({ peoplePage, requirementTable, countEnterprises }, programmeId, villages) {
	const on = new Date().toISOString().slice(0, 10);
	const people = (filter) => (tx, actor) => peoplePage(tx, actor, { villages, ...filter }, new Date());
	const filter = {
		programmeId,
		villageCode: null,
		kind: null,
		words: null,
		without: null,
		ended: false,
		after: null,
	};
	const enterprises = (more) => async (tx, actor) => {
		await requirementTable(tx, actor.orgId, { ...filter, ...more, on, limit: 51 });
		await countEnterprises(tx, actor.orgId, { ...filter, ...more });
	};
	const list = '/p/kabupaten/petakan';
	return [
		{ name: 'people of a programme', path: `${list}/orang`, read: people({}) },
		{ name: 'people by name', path: `${list}/orang?cari=wibowo`, read: people({ search: 'wibowo' }) },
		{ name: 'enterprises', path: `${list}/usaha`, read: enterprises({}) },
		{
			name: 'enterprises by name',
			path: `${list}/usaha?cari=kerupuk`,
			read: enterprises({ words: 'kerupuk' }),
		},
	];
}

function report({ name, path }, { page, query }) {
	const [each, bare] = [quantile(page.took, 0.5), quantile(query.took, 0.5)];
	const ratio = page.seconds / query.seconds;
	console.log(`  ${name}   ${path}`);
	console.log(
		`      page    ${(page.took.length / page.seconds).toFixed(0)} a second, median ${each.toFixed(1)} ms, p95 ${quantile(page.took, 0.95).toFixed(1)} ms`,
	);
	console.log(
		`      query   ${(query.took.length / query.seconds).toFixed(0)} a second, median ${bare.toFixed(1)} ms, p95 ${quantile(query.took, 0.95).toFixed(1)} ms`,
	);
	console.log(
		`      a page costs ${ratio.toFixed(2)} x its query (median ${(each / bare).toFixed(2)} x)   (at most 3: ${verdict(ratio <= 3)})`,
	);
	return ratio;
}

async function lists(server, folder, scratch, count) {
	// As a browser does after the first page, with the cookie that says which programme was seen last.
	const cookie = `${await signIn(server)}; sentra_program=kabupaten`;
	const sent = [];
	let listening = false;
	const sql = postgres({
		host: join(folder, 'socket'),
		port: 5432,
		username: 'sentra',
		database: 'sentra',
		max: HANDS,
		onnotice: () => undefined,
		debug: (_, statement, values, types) => void (listening && sent.push({ statement, values, types })),
	});
	const [{ org_id: orgId }] = await sql`select org_id from organisation`;
	const began = performance.now();
	const programmeId = await plantRecords(sql, orgId, count);
	console.log(
		`The house with ${count.toLocaleString('en')} people (planted in ${((performance.now() - began) / 1000).toFixed(1)} s), ${HANDS} visitors at once`,
	);
	const reading = await queries(scratch);
	const villages = (await sql`select village_code from programme_village where org_id = ${orgId}`).map(
		(row) => row.village_code,
	);
	const actor = { orgId, accountId: null, name: 'Bench', role: 'owner', villages: null, personId: null };
	const settings = reading.tenantSettings(actor);
	for (const page of pagesOf(reading, programmeId, villages)) {
		const asked = () =>
			sql.begin('isolation level repeatable read read only', async (tx) => {
				await tx.unsafe(settings);
				await page.read(tx, actor);
			});
		const visit = async () => {
			const answer = await ask(server.address + page.path, { headers: { cookie } });
			if (answer.status !== 200) throw new Error(`${page.path}: ${answer.status}`);
			return Buffer.concat(answer.parts).length;
		};
		const first = await ask(server.address + page.path, { headers: { cookie } });
		if (!Buffer.concat(first.parts).includes('class="daftar')) throw new Error(`${page.path} shows no list`);
		report(page, await compare(visit, asked));
		listening = true;
		await asked();
		listening = false;
		const heavy = sent.splice(0).filter(({ statement }) => /^\s*(select|with)/i.test(statement));
		for (const line of await explained(sql, settings, heavy)) console.log(line);
	}
	await sql.end();
}

/** Prints all of it. */
export async function houseBench(count = 100_000) {
	const outer = mkdtempSync(join(tmpdir(), 'sentra-bench-house-'));
	const scratch = mkdtempSync(join(root, 'dist/.bench-'));
	const folder = join(outer, 'data');
	try {
		// What is measured is the start, not the build.
		if (staleBuildReason(root) !== null) await (await start(join(outer, 'build'))).stop();
		const first = await start(folder);
		try {
			await lists(first, folder, scratch, count);
		} finally {
			await first.stop();
		}
		const second = await start(folder);
		await second.stop();
		console.log(`Start of the built server (load of the machine ${loadavg()[0].toFixed(1)})`);
		for (const [what, { page, records }, limit] of [
			['first, in a new folder: database made, all areas loaded', first, 15],
			['second, with all these records', second, 3],
		])
			console.log(
				`  ${what}: page after ${(page / 1000).toFixed(2)} s, records open after ${(records / 1000).toFixed(2)} s, ` +
					`${(records / 1000 / limit).toFixed(2)} of the limit of ${limit} s (${verdict(records / 1000 <= limit)})`,
			);
		console.log('');
	} finally {
		agent.destroy();
		rmSync(outer, { recursive: true, force: true });
		rmSync(scratch, { recursive: true, force: true });
	}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await houseBench(Number(process.argv[2] ?? 100_000));
