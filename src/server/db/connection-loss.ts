/**
 * A connection that is lost under its work: the server was killed, restarts, or is not there yet. Work that may be done
 * again is done again, for a few seconds; then it is a problem a person understands.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { ReservedSql, Sql, TransactionSql } from 'postgres';
import { Problem } from '../problems.ts';
import type { ProblemCode } from '../problems.ts';
import { EmbeddedProblem } from './embedded/embedded-problem.ts';
import type { LastingServer } from './embedded/lasting-server.ts';

/** Of the driver, of the system, and of a server that stops (57P0x), has no place left (53300) or lost its way (08). */
const LOST =
	/^(CONNECTION_(CLOSED|DESTROYED)|CONNECT_TIMEOUT|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ERR_SOCKET_CLOSED|ERR_STREAM_DESTROYED|57P0[123]|53300|08...)$/;

/** Whether an error says that the server was not reached or went away, and nothing of the statement itself. */
export function connectionLost(error: unknown): boolean {
	if (error instanceof EmbeddedProblem) return true;
	const { code, syscall } = (error ?? {}) as { code?: unknown; syscall?: unknown };
	// A file that is missing has the code of a socket that is missing.
	if (code === 'ENOENT' && syscall !== 'connect') return false;
	return typeof code === 'string' && LOST.test(code);
}

const AWAY: readonly ProblemCode[] = [
	'database_away',
	'database_newer',
	'database_changed',
	'database_role_missing',
];

/** Whether a page should say that the records cannot be reached just now. */
export const isAway = (error: unknown): boolean =>
	connectionLost(error) || (error instanceof Problem && AWAY.includes(error.code));

/** A killed server is back in one or two seconds; whoever waits for a page is not kept much longer. */
const PATIENCE_MS = 6000;
const PAUSES_MS = [60, 120, 250];

/**
 * Does the work, and does it again when its connection is lost. For reading, and for commands, which leave a receipt:
 * the work may run several times, so nothing of it may leave before it ends. Throws `database_away` when the server
 * stays away.
 */
export async function overLosses<Answer>(
	work: () => Promise<Answer>,
	patienceMs = PATIENCE_MS,
): Promise<Answer> {
	const end = Date.now() + patienceMs;
	for (let losses = 0; ; losses += 1) {
		try {
			return await work();
		} catch (error) {
			if (!connectionLost(error)) throw error;
			if (Date.now() >= end) throw new Problem('database_away');
			// Never at once: the driver needs a turn to see which of its connections are gone.
			await pause(PAUSES_MS[Math.min(losses, PAUSES_MS.length - 1)]);
		}
	}
}

const lost = (): Error => Object.assign(new Error('the transaction is gone'), { code: 'CONNECTION_CLOSED' });

/** Ends with nothing: the driver has said already that the connection is lost. */
const never = (): Promise<never> => new Promise(() => undefined);

/** A transaction's statements, until it is gone: a late one would run in whatever its connection serves by then. */
function guarded(tx: TransactionSql, isGone: () => boolean): TransactionSql {
	const refuse = (): void => {
		if (isGone()) throw lost();
	};
	return new Proxy(tx, {
		apply(target, self, words: unknown[]) {
			refuse();
			return Reflect.apply(target as never, self, words) as unknown;
		},
		get(target, name, self) {
			if (name === 'unsafe' || name === 'savepoint') refuse();
			return Reflect.get(target, name, self) as unknown;
		},
	});
}

type Begin = (options: string, work: (tx: TransactionSql) => Promise<unknown>) => Promise<unknown>;

/**
 * Makes a pool's transactions safe against the loss of their connection. The driver (3.4.9) rolls back on a socket that
 * is no longer there, which ends the whole process, lets statements of a lost transaction run in the next one, and now and
 * then waits on for an answer of a server that is gone.
 */
export function withSafeTransactions(
	sql: Sql,
	onServerNews: LastingServer['onServerNews'] = () => () => undefined,
): Sql {
	const driver = sql.begin.bind(sql) as Begin;
	const begin = async (first: unknown, second?: unknown): Promise<unknown> => {
		const [options, work] = (second === undefined ? ['', first] : [first, second]) as Parameters<Begin>;
		let gone = false;
		let opened = false;
		let forget = (): void => undefined;
		const replaced = new Promise<never>((_, reject) => {
			// One that was opened since the old server went is on the new one, and must not be left open there with its locks.
			forget = onServerNews((news) => {
				if (news === 'gone' || !opened) reject(lost());
			});
		});
		const done = driver(options, async (tx) => {
			// Given up while it waited for its connection, which is alive: the driver rolls back.
			if (gone) throw lost();
			opened = true;
			try {
				const answer = await work(guarded(tx, () => gone));
				return gone ? await never() : answer;
			} catch (error) {
				if (gone || connectionLost(error)) return never();
				throw error;
			}
		});
		try {
			return await Promise.race([done, replaced]);
		} catch (error) {
			gone = true;
			throw error;
		} finally {
			forget();
		}
	};
	return Object.assign(sql, { begin });
}

/**
 * A pool that hands out no connection of its own, for a library that reserves one for every statement: the driver puts
 * a reserved connection back although it was lost meanwhile. Transactions are not possible on it.
 */
export function withoutReserving(sql: Sql): () => Promise<Sql> {
	const unsafe = (statement: string, values: never[]) => {
		const send = () => sql.unsafe(statement, values, { prepare: true }).execute();
		return /^\s*select\b/i.test(statement) ? overLosses(send) : send();
	};
	const one = { unsafe, release: () => undefined } as unknown as ReservedSql;
	const pool = { reserve: () => Promise.resolve(one), end: () => sql.end() };
	return () => Promise.resolve(pool as unknown as Sql);
}
