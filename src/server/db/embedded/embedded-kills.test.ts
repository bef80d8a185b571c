import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { joinEmbeddedServer } from './embedded-server.ts';
import { clearTrials, killServer, serverPid, startTrial, trialFolder } from './testing.ts';

/** More of them with bench/kill-embedded.js. */
const ROUNDS = Number(process.env.SENTRA_EMBEDDED_KILLS ?? 10);

type Victim =
	'whole server' | 'first process of the server' | 'server and program' | 'server while it recovers';
const victims: readonly Victim[] = [
	'whole server',
	'first process of the server',
	'server and program',
	'server while it recovers',
];

async function readRows(folder: string): Promise<{ rows: Set<number>; ms: number }> {
	const begin = Date.now();
	const { host, port, database, username, release } = await joinEmbeddedServer(folder);
	const ms = Date.now() - begin;
	const sql = postgres({ host, port, database, username, max: 1 });
	const rows = await sql<{ id: number }[]>`select id::int as id from trial_row`;
	await sql.end();
	await release();
	return { rows: new Set(rows.map(({ id }) => id)), ms };
}

afterAll(clearTrials, 30_000);

describe.runIf(process.platform === 'linux')('kill -9', { timeout: 60_000 + ROUNDS * 6000 }, () => {
	it('of the server loses no acknowledged row, whenever it comes', async () => {
		const folder = trialFolder();
		const acknowledged = new Set<number>();
		const recoveries: number[] = [];
		for (let round = 0; round < ROUNDS; round += 1) {
			const victim = victims[round % victims.length] as Victim;
			const writer = await startTrial(folder);
			await writer.hear('joined');
			writer.order('write');
			await writer.hear('row');
			await pause(Math.random() * 200);
			killServer(folder, victim !== 'first process of the server');
			if (victim === 'server and program') await writer.kill();
			if (victim === 'server while it recovers') {
				const next = await startTrial(folder);
				await next.hear('starting');
				await pause(Math.random() * 60);
				killServer(folder, true);
				await next.kill();
			}
			await writer.kill();
			for (const { what, id } of writer.said) if (what === 'row' && id !== undefined) acknowledged.add(id);

			const { rows, ms } = await readRows(folder);
			recoveries.push(ms);
			const lost = [...acknowledged].filter((id) => !rows.has(id));
			expect(lost, `round ${round}, ${victim}`).toEqual([]);
			expect(serverPid(folder)).toBeNull();
		}
		expect(acknowledged.size).toBeGreaterThan(ROUNDS);
		if (process.env.SENTRA_EMBEDDED_KILLS) {
			recoveries.sort((a, b) => a - b);
			console.log(
				`${ROUNDS} kills, ${acknowledged.size} acknowledged rows, 0 lost; start after a kill: ` +
					`median ${recoveries[Math.floor(ROUNDS / 2)]} ms, longest ${recoveries.at(-1)} ms`,
			);
		}
	});
});
