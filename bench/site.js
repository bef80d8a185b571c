/** The built site and a browser, for the benchmarks that need both. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));

/** `npm start` on a free port. */
export async function serve() {
	const child = spawn(process.execPath, ['scripts/start.js'], {
		cwd: root,
		env: { ...process.env, PORT: '0' },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	let said = '';
	for await (const part of child.stdout) {
		said += part;
		const address = /Sentra: (http:\/\/localhost:\d+)/.exec(said)?.[1];
		if (address) return { address, stop: () => stop(child) };
	}
	throw new Error(`the server did not start:\n${said}`);
}

async function stop(child) {
	child.kill('SIGTERM');
	await once(child, 'exit');
}

/** The browser that the tests use. */
export async function launch() {
	const { launchOptions } = await import('../test/e2e/browser.js');
	return chromium.launch(await launchOptions());
}
