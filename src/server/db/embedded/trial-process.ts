/**
 * A program for the tests: joins the server of a folder, tells on stdout what happens, one line a thing, and obeys the
 * lines it reads: "release" and "write". Tests kill it.
 */
import { createInterface } from 'node:readline';
import postgres from 'postgres';
import { EmbeddedProblem } from './embedded-problem.ts';
import { joinEmbeddedServer } from './embedded-server.ts';
import type { EmbeddedServer } from './embedded-server.ts';
import { takeLock } from './file-lock.ts';
import { prepareFolder } from './folder-layout.ts';

const say = (what: string, rest: object = {}): void =>
	void process.stdout.write(`${JSON.stringify({ what, ...rest })}\n`);

/** Inserts rows one by one and says each that the server has acknowledged, until it is killed. */
async function writeRows(server: EmbeddedServer): Promise<void> {
	const { host, port, database, username } = server;
	const sql = postgres({
		host,
		port,
		database,
		username,
		max: 1,
		fetch_types: false,
		onnotice: () => undefined,
	});
	await sql`create table if not exists trial_row (id bigint generated always as identity primary key, note text)`;
	for (;;) {
		const [row] = await sql<
			{ id: string }[]
		>`insert into trial_row (note) values (repeat('x', 300)) returning id`;
		say('row', { id: Number(row?.id) });
	}
}

async function run(folder: string, order: string, nativeFolder: string | undefined): Promise<void> {
	if (order === 'lock') {
		await takeLock(prepareFolder(folder).startLock, 10_000);
		say('locked');
		setInterval(() => undefined, 60_000);
		return;
	}
	const begin = Date.now();
	const server = await joinEmbeddedServer(folder, {
		onStep: (step) => say(step),
		...(nativeFolder ? { nativeFolder } : {}),
	});
	say('joined', { ms: Date.now() - begin, found: server.found, host: server.host, port: server.port });
	for await (const line of createInterface({ input: process.stdin })) {
		if (line === 'write') writeRows(server).catch((error: Error) => say('lost', { message: error.message }));
		if (line === 'release') break;
	}
	await server.release();
	say('released');
	process.exit(0);
}

const [folder = '', order = 'join', nativeFolder] = process.argv.slice(2);
run(folder, order, nativeFolder).catch((error: unknown) => {
	if (error instanceof EmbeddedProblem) say('refused', { code: error.code, message: error.message });
	else say('broken', { message: error instanceof Error ? String(error.stack) : String(error) });
	process.exit(1);
});
