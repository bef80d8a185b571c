/**
 * A list of 50,000 people as xlsx into a house of its own: handed in and judged, confirmed and written, taken back. The
 * server's own code, on the embedded database with its durable settings. `node bench/import-people.js [rows]`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const ROWS = 50_000;
const LIMIT_MS = 60_000;
const MOST_MEMORY_MB = 1000;
const VILLAGES = ['3515172008', '3515172004'];

const entry = `
	export { openHouse } from './src/server/house.ts';
	export { perform } from './src/server/db/command.ts';
	export { asTenant, readAsTenant } from './src/server/db/tenant.ts';
	export { intakeReceive, intakeConfirm, intakeWrite, intakeUndo } from './src/server/features/intake/commands.ts';
	export { intakeCard } from './src/server/features/intake/queries.ts';
	export { writeXlsx } from './src/files/xlsx-writer.ts';
`;

/** The server's modules as one file beside the packages that it names. */
async function bundled(folder) {
	const build = await rolldown({
		input: '\0import-people',
		cwd: root,
		platform: 'node',
		tsconfig: false,
		plugins: [
			{
				name: 'import-people',
				resolveId: (id, from) =>
					id === '\0import-people' ? id : from === '\0import-people' ? join(root, id) : null,
				load: (id) => (id === '\0import-people' ? entry : null),
			},
		],
		onLog: () => undefined,
	});
	await build.write({ dir: folder, format: 'esm', entryFileNames: 'import-people.mjs' });
	await build.close();
}

const FIRST = ['Siti', 'Budi', 'Rahayu', 'Slamet', 'Nur', 'Agus', 'Dewi', 'Joko', 'Sri', 'Wahyu'];
const LAST = ['Aminah', 'Santoso', 'Lestari', 'Hidayat', 'Wati', 'Setiawan', 'Kurniawan', 'Utami'];

/** Rows as an office keeps them: twelve columns, NIK and phone as text, one village in two. */
function rows(count) {
	const two = (value) => String(value).padStart(2, '0');
	const list = [
		['No', 'Nama', 'NIK', 'L/P', 'Tgl Lahir', 'No HP', 'Desa', 'Dusun', 'RT', 'RW', 'Alamat', 'Keterangan'],
	];
	for (let index = 0; index < count; index += 1) {
		const [day, month, year] = [1 + (index % 28), 1 + (index % 12), 50 + (index % 50)];
		const nik = `351517${two(day)}${two(month)}${two(year)}${String(1 + (index % 9999)).padStart(4, '0')}`;
		list.push([
			...[index + 1, `${FIRST[index % 10]} ${LAST[index % 8]} ${index}`, nik, index % 2 ? 'L' : 'P'],
			...[`${two(day)}/${two(month)}/19${two(year)}`, `08${String(1_000_000_000 + index)}`],
			...[
				VILLAGES[index % 2],
				'Krajan',
				two(1 + (index % 9)),
				two(1 + (index % 7)),
				'Jl. Tambak 5',
				'anggota',
			],
		]);
	}
	return list.map((row) => row.map((value) => ({ value })));
}

/** In a process of its own, so that its memory is its own. */
async function measure(folder, file, count) {
	const house = await import(pathToFileURL(file).href);
	const open = await house.openHouse({ folder: join(folder, 'data'), migrations: join(root, 'migrations') });
	const orgId = crypto.randomUUID();
	const actor = { orgId, accountId: null, name: 'Ibu Sari', role: 'owner', villages: null, personId: null };
	const [programmeId, intakeId] = [crypto.randomUUID(), crypto.randomUUID()];
	const times = {};
	const timed = async (name, work) => {
		const start = performance.now();
		const answer = await work();
		times[name] = performance.now() - start;
		return answer;
	};
	const perform = (command, input, id = crypto.randomUUID()) =>
		house.perform(open.sql, command, { actor, id, input });
	try {
		await house.asTenant(open.sql, actor, async (tx) => {
			await tx`insert into organisation (org_id, name, kind) values (${orgId}, 'Yayasan', 'ngo')`;
			await tx`insert into programme (org_id, programme_id, slug, name, stage)
				values (${orgId}, ${programmeId}, 'banyak', 'Banyak', 'growing')`;
			for (const code of VILLAGES)
				await tx`insert into programme_village (org_id, programme_id, village_code)
					values (${orgId}, ${programmeId}, ${code})`;
		});
		let base64 = Buffer.from(
			house.writeXlsx({ title: 'daftar', sheets: [{ name: 'Warga', rows: rows(count) }] }),
		).toString('base64');
		const megabytes = (base64.length * 0.75) / 1e6;
		const given = { intakeId, programmeId, kind: 'people', name: 'warga.xlsx', base64 };
		await timed('judge', () => perform(house.intakeReceive, given));
		base64 = '';
		given.base64 = '';
		const confirmed = { intakeId, version: 1, skipsDoubles: true };
		const { rows: good } = await perform(house.intakeConfirm, confirmed);
		const { writeCommandId } = await house.readAsTenant(open.sql, actor, (tx) =>
			house.intakeCard(tx, actor, intakeId),
		);
		await timed('write', () => perform(house.intakeWrite, { intakeId }, writeCommandId));
		const [kept] = await open.sql`select count(*)::int as count from intake_record where org_id = ${orgId}`;
		await timed('undo', () => perform(house.intakeUndo, { intakeId }));
		process.send({ times, good, written: kept.count, megabytes });
	} finally {
		await open.close();
	}
}

/** The lines of the measurement. */
export async function importBench(count = ROWS) {
	const folder = mkdtempSync(join(tmpdir(), 'sentra-import-'));
	const code = join(root, `dist/.bench-${process.pid}`);
	try {
		await bundled(code);
		const rss = join(folder, 'rss');
		const peak = pathToFileURL(join(root, 'bench/peak-memory.js')).href;
		const child = spawn(
			process.execPath,
			[
				`--import=${peak}`,
				fileURLToPath(import.meta.url),
				'measure',
				folder,
				join(code, 'import-people.mjs'),
				String(count),
			],
			{ stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env: { ...process.env, SENTRA_BENCH_RSS: rss } },
		);
		const found = await new Promise((resolve, reject) => {
			let told = null;
			child.on('message', (message) => (told = message));
			child.on('error', reject);
			child.on('exit', (status) =>
				told && status === 0 ? resolve(told) : reject(new Error(`exit ${status}`)),
			);
		});
		return told(found, count, Number(readFileSync(rss, 'utf8')) / 1024);
	} finally {
		rmSync(code, { recursive: true, force: true });
		rmSync(folder, { recursive: true, force: true });
	}
}

function told({ times, good, written, megabytes }, count, memory) {
	const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
	const verdict = (met) => (met ? 'goal met' : 'GOAL MISSED');
	const all = times.judge + times.write;
	return [
		`A list of ${count} people as xlsx (${megabytes.toFixed(1)} MB) into the house`,
		`  handed in and judged   ${seconds(times.judge)}`,
		`  written                ${seconds(times.write)}   (${written} of ${good} rows: ${verdict(written === good)})`,
		`  together               ${seconds(all)}   ${(all / LIMIT_MS).toFixed(2)} of 60 s: ${verdict(all <= LIMIT_MS)}`,
		`  taken back             ${seconds(times.undo)}`,
		`  peak memory            ${memory.toFixed(0)} MB   (at most ${MOST_MEMORY_MB}: ${verdict(memory <= MOST_MEMORY_MB)})`,
		'',
	];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const [, , first, folder, file, count] = process.argv;
	if (first === 'measure') await measure(folder, file, Number(count));
	else for (const line of await importBench(Number(first ?? ROWS))) console.log(line);
}
