/**
 * One JSON line a request, for whoever keeps the server running: what was asked, how it ended, how long it took. Never
 * an address as it was typed, a body, a name or a cookie: what is written here is read by people who may see no record.
 */
import { randomUUID } from 'node:crypto';

type Environment = Readonly<Record<string, string | undefined>>;

/** SENTRA_LOG=json or off; unless told, where nobody looks at a terminal. */
export function logsRequests(env: Environment, terminal: boolean): boolean {
	const asked = env['SENTRA_LOG'];
	return asked === 'json' || (asked !== 'off' && !terminal);
}

export interface RequestLine {
	readonly id: string;
	readonly method: string;
	/** The route's pattern: `/p/[slug]/orang`, so that no name and no token stands in it. */
	readonly route: string;
	/** The command, when one was given. */
	readonly verb: string | undefined;
	readonly status: number;
	readonly ms: number;
}

/** An id that a proxy gave, or one of our own; nothing else gets from a header into the log. */
export const requestId = (given: string | null): string =>
	given !== null && /^[A-Za-z0-9-]{8,64}$/.test(given) ? given : randomUUID();

const levelOf = (status: number): string => (status >= 500 ? 'error' : status >= 400 ? 'warn' : 'info');

/** The line of a request. */
export function requestLine(at: Date, { id, method, route, verb, status, ms }: RequestLine): string {
	const line = {
		at: at.toISOString(),
		level: levelOf(status),
		id,
		method,
		route,
		verb,
		status,
		ms: Math.round(ms),
	};
	return JSON.stringify(line);
}

/** A place in the program: `    at name (/path/file.js:1:2)`. The first lines of a stack are the message, which may hold a name. */
const FRAME = /^\s+at .*\d+:\d+\)?$/;
const MOST_FRAMES = 8;

/**
 * The line of a fault of the program. The message is left out, because PostgreSQL's names the values of a row; kind,
 * code and constraint say what happened, the places say where.
 */
export function faultLine(
	at: Date,
	{ id, route }: Pick<RequestLine, 'id' | 'route'>,
	error: unknown,
): string {
	const known = error as {
		name?: unknown;
		code?: unknown;
		constraint_name?: unknown;
		stack?: unknown;
	} | null;
	const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
	const stack = text(known?.stack)
		?.split('\n')
		.filter((line) => FRAME.test(line));
	return JSON.stringify({
		at: at.toISOString(),
		level: 'error',
		id,
		route,
		fault: text(known?.name) ?? typeof error,
		code: text(known?.code),
		constraint: text(known?.constraint_name),
		stack: stack?.slice(0, MOST_FRAMES).map((line) => line.trim()),
	});
}
