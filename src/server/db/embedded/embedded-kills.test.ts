/**
 * kill -9 under load: programs give commands through `perform` while the database, one of its processes, the program or
 * all of them are killed. Afterwards every acknowledged command is there, none is there twice, the logs hold together.
 * `node bench/kill-embedded.js 100` does it more often and prints what it found.
 */
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { allChains } from '../audit.ts';
import { canonicalText } from '../canonical.ts';
import { connect } from '../connect.ts';
import { asKeeper } from '../keeper.ts';
import { migrate } from '../migrate.ts';
import { people } from '../testing.ts';
import { fillAreas, villages } from '../testing-areas.ts';
import { joinEmbeddedServer } from './embedded-server.ts';
import { startCommands } from './testing-commands.ts';
import type { CommandsProcess, Told } from './testing-commands.ts';
import { clearTrials, killServer, killWorker, startTrial, trialFolder } from './testing.ts';
import type { TrialOrder } from './trial-commands.ts';

/** More of them with bench/kill-embedded.js. */
const ROUNDS = Number(process.env.SENTRA_EMBEDDED_KILLS ?? 12);
const migrations = fileURLToPath(new URL('../../../../migrations', import.meta.url));

/** Who is killed, in turns. After the first three the program goes on by itself. */
const victims = [
	'first process of the server',
	'whole server',
	'a working process of the server',
	'program',
	'server and program',
	'server while it recovers',
] as const;
type Victim = (typeof victims)[number];
const programLives = (victim: Victim): boolean => victims.indexOf(victim) < 3;

/** Two organisations in a new database. */
async function prepare(folder: string): Promise<TrialOrder> {
	const server = await joinEmbeddedServer(folder);
	const { host, port, database, username } = server;
	const sql = connect({ host, port, database, username });
	await migrate(sql, migrations);
	await fillAreas(sql);
	const both = [await people(sql, 'Koperasi Satu'), await people(sql, 'Koperasi Dua')];
	await sql.end();
	await server.release();
	return {
		actors: both.map(({ as }) => as('manager')),
		village: villages.kalanganyar,
		again: [],
		write: true,
	};
}

async function kill(victim: Victim, folder: string, program: CommandsProcess): Promise<void> {
	if (victim === 'a working process of the server') return killWorker(folder);
	if (victim !== 'program') killServer(folder, victim !== 'first process of the server');
	if (!programLives(victim)) await program.kill();
	if (victim !== 'server while it recovers') return;
	const next = await startTrial(folder);
	await next.hear('starting', 'joined');
	await pause(Math.random() * 60);
	killServer(folder, true);
	await next.kill();
}

interface Row {
	readonly id: string;
	readonly receipt: { readonly version: number };
	readonly entries: number;
	/** Of the person herself. */
	readonly version: number | null;
}

/** What stands in the database, compared with what was told. */
async function compare(sql: Sql, told: Told): Promise<{ lost: string[]; doubled: string[] }> {
	// What the program has done and not told yet is there beside what was told.
	const receipts = [...told.receipts];
	const { rows, people } = await asKeeper(sql, async (tx) => ({
		rows: await tx<Row[]>`
			select command_id as id, receipt -> 'answer' as receipt, person.version, coalesce(entries, 0) as entries
			from command_receipt
			left join (select org_id, command_id, count(*)::int as entries from audit_entry group by org_id, command_id)
				traced using (org_id, command_id)
			left join person on person.org_id = command_receipt.org_id
				and person.person_id = (receipt -> 'answer' ->> 'personId')::uuid`,
		people: (
			await tx`
			select (select count(*)::int from person) as rows, (select count(distinct name)::int from person) as names,
				(select count(*)::int from audit_entry) as entries`
		)[0],
	}));
	const kept = new Map(rows.map((row) => [row.id, row]));
	const lost = receipts.filter(([id, receipt]) => {
		const row = kept.get(id);
		return row?.version == null || canonicalText(row.receipt) !== canonicalText(receipt);
	});
	const doubled = rows.filter(
		({ entries, version, receipt }) =>
			entries !== 1 || version === null || version < receipt.version || version > 2,
	);
	// Nothing is there that no receipt speaks of, and nobody twice.
	const added = rows.filter(({ receipt }) => receipt.version === 1).length;
	expect(people).toEqual({ rows: added, names: added, entries: rows.length });
	return { lost: lost.map(([id]) => id), doubled: doubled.map(({ id }) => id) };
}

async function verify(folder: string, told: Told, round: string): Promise<void> {
	const server = await joinEmbeddedServer(folder);
	const { host, port, database, username } = server;
	const sql = connect({ host, port, database, username }, { max: 1 });
	expect(await compare(sql, told), round).toEqual({ lost: [], doubled: [] });
	const chains = await asKeeper(sql, allChains);
	expect(
		chains.map(({ brokenAt }) => brokenAt),
		round,
	).toEqual([null, null]);
	await sql.end();
	await server.release();
}

const middle = (numbers: readonly number[]): number =>
	[...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

// A program that lives on would start the server again.
let program: CommandsProcess | null = null;
afterAll(async () => {
	await program?.kill();
	await clearTrials();
}, 30_000);

describe.runIf(process.platform === 'linux')('kill -9', { timeout: 120_000 + ROUNDS * 12_000 }, () => {
	it('loses no acknowledged command and doubles none, whoever is killed and whenever', async () => {
		const folder = trialFolder();
		const order = await prepare(folder);
		const told: Told = { receipts: new Map(), sent: new Map(), refused: [] };
		const restarts: { victim: Victim; ms: number }[] = [];
		const begin = async (again: TrialOrder['again']): Promise<CommandsProcess> => {
			program = await startCommands(folder, told);
			program.order({ ...order, again });
			return program;
		};
		let one = await begin([]);
		for (let round = 0; round < ROUNDS; round += 1) {
			const victim = victims[round % victims.length] as Victim;
			await one.nextDone();
			await pause(Math.random() * 200);
			await kill(victim, folder, one);
			const killed = performance.now();
			if (!programLives(victim)) {
				// What was under way, and some that were acknowledged: all are given again under their numbers.
				const open = [...told.sent.values()].filter(({ id }) => !told.receipts.has(id));
				const known = [...told.sent.values()].filter(({ id }) => told.receipts.has(id)).slice(-8);
				one = await begin([...known, ...open]);
			}
			await one.nextDone();
			restarts.push({ victim, ms: performance.now() - killed });
			await one.settled();
			one.hold();
			await verify(folder, told, `round ${round}, ${victim}`);
			one.goOn();
			if (process.env.SENTRA_EMBEDDED_KILLS && round % 10 === 9)
				console.log(`${round + 1} kills, ${told.receipts.size} commands acknowledged`);
		}
		await one.kill();
		await verify(folder, told, 'the end');
		expect(told.refused).toEqual([]);
		expect(told.receipts.size).toBeGreaterThan(ROUNDS);
		if (process.env.SENTRA_EMBEDDED_KILLS) report(told, restarts);
	});
});

function report(told: Told, restarts: readonly { victim: Victim; ms: number }[]): void {
	const all = restarts.map(({ ms }) => ms);
	const longest = Math.max(...all);
	console.log(
		`${restarts.length} kills, ${told.receipts.size} commands acknowledged, 0 lost, 0 doubled, logs whole; from the kill ` +
			`to the next acknowledged command: median ${middle(all).toFixed(0)} ms, longest ${longest.toFixed(0)} ms ` +
			`(limit 3000: ${longest < 3000 ? 'met' : 'MISSED'}); load of the machine ${loadavg()[0]?.toFixed(1)}`,
	);
	for (const victim of victims) {
		const own = restarts.filter((one) => one.victim === victim).map(({ ms }) => ms);
		if (own.length > 0)
			console.log(
				`  ${victim}: median ${middle(own).toFixed(0)} ms, longest ${Math.max(...own).toFixed(0)} ms`,
			);
	}
}
