/** What a program that stays joined hears when its server is killed under it. */
import { afterAll, describe, expect, it, vi } from 'vitest';
import { stayJoined } from './lasting-server.ts';
import type { ServerNews } from './lasting-server.ts';
import { syncfsTellsErrors } from './server-settings.ts';
import { clearTrials, killServer, serverPid, trialFolder } from './testing.ts';

vi.setConfig({ testTimeout: 120_000 });
afterAll(clearTrials, 30_000);

describe.runIf(process.platform === 'linux')('a lasting server', () => {
	it('tells that the old one is gone before the new one takes anybody, and that the new one does', async () => {
		const folder = trialFolder();
		const lasting = await stayJoined(folder);
		const old = serverPid(folder);
		const heard: { news: ServerNews; server: 'old' | 'new' }[] = [];
		const stop = lasting.onServerNews((news) =>
			heard.push({ news, server: serverPid(folder) === old ? 'old' : 'new' }),
		);
		killServer(folder, true);
		// A killed process still takes connections until it has wholly ended.
		const ask = async () => {
			(await lasting.socket()).destroy();
			expect(heard).toHaveLength(2);
		};
		await vi.waitFor(ask, { timeout: 60_000, interval: 100 });
		expect(heard).toEqual([
			{ news: 'gone', server: 'old' },
			{ news: 'new', server: 'new' },
		]);
		stop();
		await lasting.release();
	});
});

describe('one call for the whole disk', () => {
	it('is made where the kernel tells what failed, from Linux 5.8 on', () => {
		const kernels = ['4.19.0-27-amd64', '5.4.0-200-generic', '5.8.0', '5.10.0-33-amd64', '6.18.44'];
		expect(kernels.map((kernel) => syncfsTellsErrors('linux', kernel))).toEqual([
			...[false, false],
			...[true, true, true],
		]);
		expect(syncfsTellsErrors('darwin', '24.1.0')).toBe(false);
	});
});
