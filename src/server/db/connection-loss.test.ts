import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 } from 'uuid';
import type { Sql, TransactionSql } from 'postgres';
import { afterEach, describe, expect, it } from 'vitest';
import { Problem } from '../problems.ts';
import { connect } from './connect.ts';
import { connectionLost, isAway, overLosses, withoutReserving } from './connection-loss.ts';
import { EmbeddedProblem } from './embedded/embedded-problem.ts';
import type { ServerNews } from './embedded/lasting-server.ts';
import { readAsTenant } from './tenant.ts';
import { people, testHouse } from './testing.ts';

const house = testHouse();
const pools: Sql[] = [];
const pool = (max = 1): Sql => {
	const sql = connect(house.where, { max });
	pools.push(sql);
	return sql;
};
afterEach(async () => {
	for (const sql of pools.splice(0)) await sql.end({ timeout: 1 });
});

/** Ends the server's process of a connection, as a kill does. */
const end = (pid: number) => house.sql`select pg_terminate_backend(${pid})`;
const pidIn = async (tx: Pick<Sql, 'unsafe'>): Promise<number> => {
	const [row] = await tx.unsafe<{ pid: number }[]>('select pg_backend_pid() as pid');
	return row?.pid ?? 0;
};

/** Waits until the server works at a statement that begins so, and says in which process. */
async function atWork(beginning: string): Promise<number> {
	for (;;) {
		const [row] = await house.sql<{ pid: number }[]>`
			select pid from pg_stat_activity where datname = current_database() and state = 'active'
				and pid <> pg_backend_pid() and starts_with(query, ${beginning})`;
		if (row !== undefined) return row.pid;
		await pause(5);
	}
}

describe('a lost connection', () => {
	it('is told from an error of a statement and from a file that is missing', () => {
		const coded = (code: string, more: object = {}) => Object.assign(new Error('x'), { code, ...more });
		for (const code of ['CONNECTION_CLOSED', 'ECONNREFUSED', '57P01', '57P03', '08006', '53300'])
			expect(connectionLost(coded(code)), code).toBe(true);
		for (const code of ['23505', '42501', 'ENOENT', '57014'])
			expect(connectionLost(coded(code)), code).toBe(false);
		expect(connectionLost(coded('ENOENT', { syscall: 'connect' }))).toBe(true);
		const problem = new EmbeddedProblem('start-failed', {}, { message: 'x', wayOut: 'y' });
		expect([isAway(problem), isAway(new Problem('database_away'))]).toEqual([true, true]);
		expect([isAway(new Problem('not_found')), isAway(new Error('x'))]).toEqual([false, false]);
	});

	it('ends its transaction and nothing else: no statement of it runs later, in nobody’s', async () => {
		const sql = pool();
		const { orgId, as } = await people(house.sql, 'Sebelum');
		let late: Promise<unknown> = Promise.resolve();
		const work = sql.begin(async (tx) => {
			await end(await pidIn(tx));
			// Busy with something else while the connection goes, then on with the transaction that is no more.
			late = pause(400).then(() => tx`update organisation set name = 'Sesudah' where org_id = ${orgId}`);
			late.catch(() => undefined);
			await late;
		});
		await expect(work).rejects.toSatisfy(connectionLost);
		// The same connection of the pool serves somebody else when the late statement comes.
		const other = sql.begin(async (tx) => {
			await pause(600);
			return pidIn(tx);
		});
		await expect(late).rejects.toSatisfy(connectionLost);
		expect(await other).toBeGreaterThan(0);
		const [row] = await readAsTenant(
			house.sql,
			as('owner'),
			(tx) => tx`select name from organisation where org_id = ${orgId}`,
		);
		expect(row).toEqual({ name: 'Sebelum' });
	});

	it('does not matter to who reads: the work is done again', async () => {
		const sql = pool();
		const { as } = await people(house.sql);
		let times = 0;
		const answer = await readAsTenant(sql, as('owner'), async (tx) => {
			times += 1;
			const pid = await pidIn(tx);
			if (times < 3) await end(pid);
			await tx`select 1`;
			return times;
		});
		expect([answer, times]).toEqual([3, 3]);
	});

	it('is a problem with words when the server stays away, and any other error is passed on at once', async () => {
		const nobody = connect({ host: '127.0.0.1', port: 1, username: 'x', database: 'x' });
		pools.push(nobody);
		await expect(overLosses(() => nobody`select 1`, 300)).rejects.toMatchObject({ code: 'database_away' });
		let times = 0;
		const fault = overLosses(() => {
			times += 1;
			return Promise.reject(new Error('a fault'));
		});
		await expect(fault).rejects.toThrow('a fault');
		expect(times).toBe(1);
	});

	it('is known for certain only of what was open when the server went, not of what the new one has opened since', async () => {
		const hearers = new Set<(news: ServerNews) => void>();
		const tell = (news: ServerNews) => [...hearers].forEach((hear) => hear(news));
		const onServerNews = (hear: (news: ServerNews) => void) => {
			hearers.add(hear);
			return () => void hearers.delete(hear);
		};
		const sql = connect({ ...house.where, onServerNews }, { max: 1 });
		pools.push(sql);
		const slow = (ms: number) => (tx: TransactionSql) => tx`select pg_sleep(${ms / 1000})`;
		// Opened before the word comes, and one that waits for the same connection.
		const opened = sql.begin(slow(1000));
		await atWork('select pg_sleep');
		const waiting = expect(sql.begin(slow(0))).rejects.toSatisfy(connectionLost);
		tell('new');
		await waiting;
		expect(await opened).toHaveLength(1);
		// What was given up left nothing open: the one connection serves the next.
		expect(await sql.begin((tx) => pidIn(tx))).toBeGreaterThan(0);
		const lost = expect(sql.begin(slow(1000))).rejects.toSatisfy(connectionLost);
		await atWork('select pg_sleep');
		tell('gone');
		await lost;
		expect(hearers.size).toBe(0);
	});

	it('just after it was made is an error that somebody can catch: it does not end the process', async () => {
		/** AuthenticationOk and ReadyForQuery, then the line is cut at the first question. */
		const ready = Buffer.from([82, 0, 0, 0, 8, 0, 0, 0, 0, 90, 0, 0, 0, 5, 73]);
		const server = createServer((line) => {
			line.on('error', () => undefined);
			line.once('data', () => line.write(ready, () => line.once('data', () => line.end())));
		});
		await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
		try {
			const { port } = server.address() as AddressInfo;
			const sql = connect({ host: '127.0.0.1', port, username: 'x', database: 'x' });
			pools.push(sql);
			await expect(sql`select 1`).rejects.toSatisfy(connectionLost);
			await expect(sql.begin((tx) => tx`select 1`)).rejects.toSatisfy(connectionLost);
		} finally {
			server.close();
		}
	});

	it('leaves a library’s pool whole', async () => {
		const sql = pool();
		const given = await (await withoutReserving(sql)()).reserve();
		const pid = await pidIn(given);
		const asked = given.unsafe('select pg_sleep(0.3)', []);
		await atWork('select pg_sleep(0.3)');
		await end(pid);
		expect(await asked).toHaveLength(1);
		expect(await pidIn(given)).not.toBe(pid);
		const table = `loss_${v7().slice(-12)}`;
		await given.unsafe(`create table ${table} (x int)`, []);
		// What writes is not sent again by itself.
		const writing = expect(
			given.unsafe(`insert into ${table} select 1 from pg_sleep(1)`, []),
		).rejects.toSatisfy(connectionLost);
		await end(await atWork(`insert into ${table}`));
		await writing;
		expect(await given.unsafe(`select * from ${table}`, [])).toHaveLength(0);
	});
});
