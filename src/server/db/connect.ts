/** A connection to PostgreSQL as every part of Sentra uses it. The one file that names the driver's settings. */
import type { Socket } from 'node:net';
import postgres from 'postgres';
import type { Options, PostgresType, Sql } from 'postgres';
import { arrayTypes } from './array-types.ts';
import { withSafeTransactions } from './connection-loss.ts';
import type { LastingServer } from './embedded/lasting-server.ts';

/** A day stays text (2026-11-22): a Date would shift it by the zone of the machine. */
const day: PostgresType<string> = {
	to: 1082,
	from: [1082],
	serialize: (text: string) => text,
	parse: (text: string) => text,
};

export type ConnectOptions = Options<{ day: PostgresType<string> }> & {
	/** Makes the connected socket, where an address is not enough. The driver's types do not know it. */
	readonly socket?: () => Promise<Socket>;
	/** Calls back when the server behind the socket is gone and when another is there: what waits for the old one need not. */
	readonly onServerNews?: LastingServer['onServerNews'];
};

/** Between tries to connect, in seconds. The driver's own pause grows to twenty. */
const LONGEST_PAUSE = 0.25;

/** `postgres://sentra@localhost/sentra?host=/var/run/postgresql`, as psql understands it and the driver does not. */
function bySocket(address: string, options: ConnectOptions): [string, ConnectOptions] {
	const url = new URL(address);
	const host = url.searchParams.get('host');
	if (host === null) return [address, options];
	url.searchParams.delete('host');
	return [url.href, { ...options, host }];
}

/**
 * Reserves a connection that is there already: on one that is yet to be made, the driver (3.4.9) waits for ever when it
 * does not ask for types. So it is for a pool whose connections nobody else wants just then, as at the start.
 */
function reserveWhatIsThere(sql: Sql): Sql {
	const reserve = sql.reserve.bind(sql);
	return Object.assign(sql, {
		reserve: async () => {
			await sql`select 1`;
			return reserve();
		},
	});
}

/** Opens a pool. `where` is an address (postgres://...) or the socket of the embedded server. */
export function connect(where: string | ConnectOptions, more: ConnectOptions = {}): Sql {
	const options: ConnectOptions = {
		max: 10,
		// Short, because it also ends a connection that the driver lost and waits for.
		idle_timeout: 10,
		connect_timeout: 10,
		backoff: (tries) => Math.min(tries / 20, LONGEST_PAUSE),
		// A notice is for whoever writes migrations, not for the log of a running house.
		onnotice: () => undefined,
		types: { day, ...arrayTypes },
		fetch_types: false,
		connection: { application_name: 'sentra' },
		...more,
	};
	const sql =
		typeof where === 'string' ? postgres(...bySocket(where, options)) : postgres({ ...options, ...where });
	const { onServerNews } = typeof where === 'string' ? more : where;
	return withSafeTransactions(reserveWhatIsThere(sql as unknown as Sql), onServerNews);
}
