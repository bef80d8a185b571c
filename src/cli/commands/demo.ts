/**
 * `sentra demo`: a server on a folder of its own with the five programmes loaded, and a link to sign in for every role.
 * It is the server of `npm start`, started as a child that tells over a channel what would stand on its terminal.
 */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { m } from '#words/messages.js';
import type { Role } from '#server/access/roles.ts';
import { EmbeddedProblem } from '#server/db/embedded/embedded-problem.ts';
import type { EmbeddedProblemCode } from '#server/db/embedded/embedded-problem.ts';
import { placeOf } from '#server/db/open.ts';
import { Problem, isProblemCode } from '#server/problems.ts';
import { Failure, optionOf } from '../call.ts';
import type { Answer, Call, Locale } from '../call.ts';
import { houseFailure } from '../house-failure.ts';
import { packageRoot } from '../package-root.ts';
import { writeNote, writeOut } from '../streams.ts';
import { USUAL_PORT } from '../usual-port.ts';

/** Data that cannot be used, as elsewhere; a server that ended by itself said why on stderr. */
const [UNUSABLE, UNEXPECTED] = [4, 1];

interface Open {
	readonly open: true;
	readonly address: string;
	/** Addresses of this machine on the network of the room. */
	readonly network: readonly string[];
	readonly demo: readonly {
		readonly role: Role;
		readonly name: string;
		readonly page: string;
		readonly token: string;
	}[];
}

interface NotOpen {
	readonly open: false;
	readonly name?: string;
	readonly code?: string;
	readonly params?: Readonly<Record<string, string | number>>;
	readonly message?: string;
}

type Say = (inputs: never, options: { locale: Locale }) => string;

/** What each role is called, and what it may do. */
const roleWords: Readonly<Record<Role, readonly [name: Say, may: Say]>> = {
	owner: [m.house_role_owner, m.house_role_owner_may],
	manager: [m.house_role_manager, m.house_role_manager_may],
	facilitator: [m.house_role_facilitator, m.house_role_facilitator_may],
	treasurer: [m.house_role_treasurer, m.house_role_treasurer_may],
	member: [m.house_role_member, m.house_role_member_may],
	auditor: [m.house_role_auditor, m.house_role_auditor_may],
	guest: [m.house_role_guest, m.house_role_guest_may],
};

/** The folder of the demo: never the one where a team's data are. */
function folderOf(call: Call, root: string): string {
	const { locale } = call.screen;
	const own = resolve(placeOf(root, process.env).folder);
	const asked = optionOf(call, 'data');
	const folder = asked === undefined ? `${own}-demo` : resolve(asked);
	if (folder !== own) return folder;
	const said = m.cli_demo_own_data({ folder }, { locale });
	throw new Failure([{ code: 'DEMO_OWN_DATA' }], UNUSABLE, m.cli_demo_own_data_todo({}, { locale }), said);
}

/** The server needs the built pages, or what builds them; an installed package has neither. */
function checkBuilt(root: string, locale: Locale): void {
	const server = existsSync(join(root, 'scripts/start.js'));
	const pages = ['build/handler.js', 'node_modules/vite/bin/vite.js'].some((path) =>
		existsSync(join(root, path)),
	);
	if (server && pages) return;
	const advice = m.cli_demo_not_built_todo({ folder: root }, { locale });
	throw new Failure([{ code: 'DEMO_NOT_BUILT' }], UNUSABLE, advice, m.cli_demo_not_built({}, { locale }));
}

/** PORT when it was named; else the usual one, or any free one while a team's own server holds that. */
async function freePort(): Promise<string> {
	const named = process.env['PORT'];
	if (named) return named;
	const free = await new Promise<boolean>((settle) => {
		const probe = createServer();
		probe.once('error', () => settle(false));
		probe.listen(USUAL_PORT, () => probe.close(() => settle(true)));
	});
	return free ? String(USUAL_PORT) : '0';
}

async function startServer(root: string, folder: string): Promise<ChildProcess> {
	const env = { ...process.env, SENTRA_DATA: folder, SENTRA_DEMO: 'yes', PORT: await freePort() };
	// What the child prints, such as that it builds first, is a note: stdout is for the links.
	return fork(join(root, 'scripts/start.js'), [], {
		cwd: root,
		env: { ...env, DATABASE_URL: '', SENTRA_ROOT: root },
		stdio: ['ignore', process.stderr, process.stderr, 'ipc'],
	});
}

/** What the server told, or null when it ended without a word. */
const firstWord = (child: ChildProcess): Promise<Open | NotOpen | null> =>
	new Promise((settle) => {
		child.once('message', (said) => settle(said as Open | NotOpen));
		child.once('exit', () => settle(null));
	});

function failureOf(said: NotOpen | null, locale: Locale): unknown {
	const { name, code = '', params = {}, message = '' } = said ?? {};
	if (name === 'Problem' && isProblemCode(code)) return houseFailure(new Problem(code, params), locale);
	if (name === 'EmbeddedProblem') {
		const problem = new EmbeddedProblem(code as EmbeddedProblemCode, params, { message, wayOut: '' });
		return houseFailure(problem, locale);
	}
	const what = message === '' ? m.cli_demo_ended({}, { locale }) : message;
	const advice = m.cli_demo_ended_todo({}, { locale });
	return new Failure([{ code: 'DEMO_NOT_STARTED' }], UNEXPECTED, advice, what);
}

interface Door {
	readonly role: Role;
	readonly name: string;
	readonly words: string;
	readonly may: string;
	readonly link: string;
}

function doorsOf({ address, demo }: Open, locale: Locale): Door[] {
	const site = locale === 'en' ? `${address}/en` : address;
	return demo.map(({ role, name, page, token }) => {
		const [words, may] = roleWords[role].map((say) => say({} as never, { locale }));
		return { role, name, words: words ?? '', may: may ?? '', link: `${site}/${page}/${token}` };
	});
}

function openText(
	{ address, network }: Open,
	doors: readonly Door[],
	folder: string,
	locale: Locale,
): string {
	const l = { locale };
	const other = network[0];
	return [
		m.cli_demo_address({ address }, l),
		m.cli_demo_folder({ folder }, l),
		'',
		m.cli_demo_links({}, l),
		...(other === undefined ? [] : [m.cli_demo_network({ address, network: other }, l)]),
		...doors.flatMap(({ words, may, name, link }) => ['', `${words} (${name}): ${may}`, `  ${link}`]),
		'',
		m.cli_demo_stop({}, l),
		'',
	].join('\n');
}

/** Serves until Ctrl-C. The links stand on stdout as soon as they open something. */
export async function run(call: Call): Promise<Answer> {
	const { locale } = call.screen;
	const root = packageRoot();
	const folder = folderOf(call, root);
	checkBuilt(root, locale);
	writeNote(m.cli_demo_starting({ folder }, { locale }));
	const child = await startServer(root, folder);
	const ended = new Promise<void>((settle) => child.once('exit', () => settle()));
	const stop = (): void => void child.kill('SIGTERM');
	// On a terminal Ctrl-C reaches the server too; told twice it stops once.
	call.signal.addEventListener('abort', stop);
	process.once('SIGTERM', stop);
	const said = await firstWord(child);
	if (said?.open !== true) {
		stop();
		await ended;
		throw failureOf(said, locale);
	}
	const doors = doorsOf(said, locale);
	const result = { address: said.address, network: said.network, folder, doors };
	const answer: Answer = { exit: 0, result, written: true };
	if (call.json) {
		const { envelope } = await import('../envelope.ts');
		await writeOut(`${JSON.stringify(envelope(answer, call), null, '\t')}\n`);
	} else await writeOut(openText(said, doors, folder, locale));
	await ended;
	return { ...answer, notes: [m.cli_demo_stopped({}, { locale })] };
}
