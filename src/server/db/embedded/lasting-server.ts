import { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { joinEmbeddedServer } from './embedded-server.ts';
import type { EmbeddedServer } from './embedded-server.ts';
import { socketPath } from './socket-place.ts';

/** How long one who wants a connection waits for a server that is being started again. It goes on being started. */
const WAIT_MS = 5000;

export type ServerNews = 'gone' | 'new';

/** The embedded server for a program that runs on: when the server dies under it, the next connection brings it back. */
export interface LastingServer {
	readonly database: string;
	readonly username: string;
	readonly host: string;
	readonly port: number;
	/**
	 * A connected socket for postgres.js, for its option `socket`. When nobody answers, one call joins the folder again,
	 * which starts the server, and all who ask meanwhile wait for it. Never rejects, because the driver would lose the
	 * place in its pool; a socket that never was connected fails at its first byte instead (`ERR_SOCKET_CLOSED`).
	 */
	readonly socket: () => Promise<Socket>;
	/**
	 * Calls back when the server was found dead, before a new one runs (`gone`: whatever is open then will never answer),
	 * and when the new one takes connections (`new`). Gives the way to stop it.
	 */
	readonly onServerNews: (hear: (news: ServerNews) => void) => () => void;
	/** As `EmbeddedServer` tells it. */
	others(): Promise<number>;
	/** Gives the server back, as `EmbeddedServer` does. */
	release(): Promise<void>;
}

/** Connects, or null when nobody listens there. */
function reach(path: string): Promise<Socket | null> {
	return new Promise((resolve) => {
		const socket = new Socket();
		socket.once('error', () => resolve(null));
		socket.once('connect', () => {
			socket.removeAllListeners('error');
			resolve(socket);
		});
		socket.connect(path);
	});
}

/** Joins the server of a folder and stays joined, also when that server is killed. Throws `EmbeddedProblem`. */
export async function stayJoined(folder: string): Promise<LastingServer> {
	let place: EmbeddedServer = await joinEmbeddedServer(folder);
	const { host, port, database, username } = place;
	let joining: Promise<void> | null = null;
	let leaving: Promise<unknown> | null = null;
	let left = false;
	const hearers = new Set<(news: ServerNews) => void>();
	const tell = (news: ServerNews): void => {
		for (const hear of [...hearers]) hear(news);
	};

	async function joinAgain(): Promise<void> {
		const before = place;
		place = await joinEmbeddedServer(folder, { onStep: () => tell('gone') });
		if (place.found !== 'running') tell('new');
		// Only now, because the last one to leave would stop the server; and beside those who wait for it.
		leaving = Promise.all([leaving, before.release()]).catch(() => undefined);
	}
	function back(): Promise<void> {
		joining ??= joinAgain()
			.catch(() => undefined)
			.finally(() => (joining = null));
		return joining;
	}
	const current = (): string => socketPath(place.host, place.port);

	return {
		host,
		port,
		database,
		username,
		async socket() {
			const found = await reach(current());
			if (found || left) return found ?? new Socket();
			await Promise.race([back(), pause(WAIT_MS, undefined, { ref: false })]);
			return (await reach(current())) ?? new Socket();
		},
		onServerNews(hear) {
			hearers.add(hear);
			return () => void hearers.delete(hear);
		},
		others: () => place.others(),
		async release() {
			left = true;
			await joining;
			await leaving;
			await place.release();
		},
	};
}
