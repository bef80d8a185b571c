import {
	chmodSync,
	chownSync,
	linkSync,
	mkdirSync,
	readdirSync,
	readlinkSync,
	rmSync,
	statSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeLock } from './file-lock.ts';
import { joinEmbeddedServer } from './embedded-server.ts';
import { prepareFolder } from './folder-layout.ts';
import { findNativePrograms } from './native-programs.ts';
import { judgeProcess, identifyThisProcess } from './process-identity.ts';
import { serverSettings } from './server-settings.ts';
import { chooseServerUser, giveToServer, spawnAs } from './server-user.ts';
import { prepareSocketFolder } from './socket-place.ts';
import { asRoot, clearTrials, serverPid, startTrial, trialFolder } from './testing.ts';
import type { TrialProcess } from './testing.ts';

const served = process.platform === 'linux' || process.platform === 'darwin';
const project = new URL('../../../../', import.meta.url).pathname;
const copies = join(project, 'dist', `.native-${process.pid}`);

/** The package as npm unpacks it: the same files, not one link. Hard links, because it is 60 MB. */
function copyWithoutLinks(from: string, to: string): void {
	mkdirSync(to, { recursive: true });
	for (const entry of readdirSync(from, { withFileTypes: true })) {
		if (entry.isDirectory()) copyWithoutLinks(join(from, entry.name), join(to, entry.name));
		else if (entry.isFile()) linkSync(join(from, entry.name), join(to, entry.name));
	}
}

function setFolderModes(folder: string, mode: number): void {
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		if (entry.isDirectory()) setFolderModes(join(folder, entry.name), mode);
	}
	chmodSync(folder, mode);
}

const linkNames = (native: string): string[] =>
	readdirSync(join(native, 'lib'), { withFileTypes: true })
		.filter((entry) => entry.isSymbolicLink())
		.map(({ name }) => name);

beforeAll(() => {
	if (!served) return;
	const { root } = findNativePrograms('/nowhere');
	for (const name of ['crowd', 'closed']) copyWithoutLinks(root, join(copies, name, 'native'));
});
afterAll(async () => {
	await clearTrials();
	if (!served) return;
	setFolderModes(copies, 0o755);
	rmSync(copies, { recursive: true, force: true });
}, 30_000);

describe.runIf(served)('twenty processes at once', { timeout: 60_000 }, () => {
	it('make one database, one set of links and one server, and the last stops it', async () => {
		const folder = trialFolder();
		const nativeFolder = join(copies, 'crowd', 'native');
		expect(linkNames(nativeFolder)).toEqual([]);
		const crowd: TrialProcess[] = await Promise.all(
			Array.from({ length: 20 }, () => startTrial(folder, { nativeFolder })),
		);
		const heard = await Promise.all(crowd.map((trial) => trial.hear('joined')));
		expect(heard.filter(({ found }) => found === 'created')).toHaveLength(1);
		expect(heard.filter(({ found }) => found === 'running')).toHaveLength(19);
		expect(readdirSync(join(folder, 'leases'))).toHaveLength(20);
		expect(linkNames(nativeFolder).length).toBeGreaterThan(10);
		expect(readlinkSync(join(nativeFolder, 'lib', 'libpq.so.5'))).toMatch(/^libpq\.so\.5\./);
		const first = serverPid(folder);
		await Promise.all(crowd.slice(1).map((trial) => trial.release()));
		expect(serverPid(folder)).toBe(first);
		await (crowd[0] as TrialProcess).release();
		expect(serverPid(folder)).toBeNull();
	});
});

describe.runIf(served)('a package that cannot be written', { timeout: 60_000 }, () => {
	it('gets its links in the data folder', async () => {
		const nativeFolder = join(copies, 'closed', 'native');
		setFolderModes(join(copies, 'closed'), 0o555);
		// Root may write anywhere, so here an ordinary user tries.
		const folder = trialFolder(asRoot);
		const trial = await startTrial(folder, { nativeFolder, ordinary: asRoot });
		expect((await trial.hear('joined')).found).toBe('created');
		expect(linkNames(nativeFolder)).toEqual([]);
		expect(readdirSync(join(folder, 'libraries'))).toContain('libpq.so.5');
		await trial.release();
	});
});

describe.runIf(served)('the place of the socket', { timeout: 60_000 }, () => {
	const longName = 'a-name-of-a-village-and-its-cooperative-'.repeat(4);

	it('is a short folder of the server alone when the path is too long for the kernel', async () => {
		const folder = join(trialFolder(), longName);
		const server = await joinEmbeddedServer(folder);
		expect(server.host).toMatch(/\/sentra-[0-9a-f]{16}$/);
		expect(statSync(server.host).mode & 0o777).toBe(0o700);
		await server.release();
		expect(statSync(server.host, { throwIfNoEntry: false })).toBeUndefined();
	});

	it.runIf(asRoot)('is not a folder that somebody else put there first', () => {
		const layout = prepareFolder(join(trialFolder(), longName));
		const user = chooseServerUser(layout, findNativePrograms(layout.libraries));
		const place = prepareSocketFolder(layout, user);
		chownSync(place, 12_345, 12_345);
		expect(() => prepareSocketFolder(layout, user)).toThrow(
			expect.objectContaining({ code: 'no-place-for-the-socket' }),
		);
		rmSync(place, { recursive: true });
	});
});

describe.runIf(served)('a server started by hand', { timeout: 60_000 }, () => {
	it('keeps its folder: joining is refused, and it goes on', async () => {
		const folder = trialFolder();
		await (await joinEmbeddedServer(folder)).release();
		const layout = prepareFolder(folder);
		const programs = findNativePrograms(layout.libraries);
		const user = chooseServerUser(layout, programs);
		const elsewhere = join(folder, 'by-hand');
		mkdirSync(elsewhere, { mode: 0o755 });
		chmodSync(elsewhere, 0o755);
		giveToServer(elsewhere, user);
		const settings = { ...serverSettings(layout, elsewhere), logging_collector: 'off' };
		const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
		const byHand = spawnAs(user, programs, {
			program: programs.postgres,
			words: ['-D', layout.data, ...words],
			stdio: 'ignore',
		});
		await expect.poll(() => serverPid(folder), { timeout: 5000 }).toBe(byHand.pid);
		await expect(joinEmbeddedServer(folder)).rejects.toMatchObject({
			code: 'folder-in-use',
			params: { process: byHand.pid },
		});
		expect(byHand.exitCode).toBeNull();
		byHand.kill('SIGINT');
		await expect.poll(() => byHand.exitCode, { timeout: 10_000 }).toBe(0);
	});
});

describe('a lock', () => {
	it.runIf(served)('is held by one, and waited for by the next', async () => {
		const path = join(prepareFolder(trialFolder()).folder, 'some.lock');
		const first = await takeLock(path, 0);
		expect(first).not.toBeNull();
		expect(await takeLock(path, 0)).toBeNull();
		const second = takeLock(path, 5000);
		setTimeout(() => first?.release(), 50);
		expect(await second).not.toBeNull();
		(await second)?.release();
	});
});

describe('a process', () => {
	const self = identifyThisProcess();

	it('is known by number, start, boot and namespace', () => {
		expect(judgeProcess(self)).toBe('alive');
		expect(judgeProcess({ ...self, pid: 2 ** 22 + 1 })).toBe('gone');
		expect(judgeProcess({ ...self, boot: 'yesterday' })).toBe('gone');
		expect(judgeProcess({ ...self, namespace: 'pid:[1]' })).toBe('elsewhere');
		expect(judgeProcess({ ...self, startedAt: '1' })).toBe('gone');
		expect(judgeProcess({ ...self, startedAt: '' })).toBe('alive');
	});
});
