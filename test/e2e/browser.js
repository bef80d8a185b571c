/**
 * The browser for tests and benchmarks: the system's Chromium when there is one, else the one that ships inside the
 * package @sparticuz/chromium, so that nothing has to be installed by hand.
 */
import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';

const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Without a graphics card, without calls home, and inside containers that offer no sandbox. */
const ARGUMENTS = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/**
 * What Playwright needs to start that browser. Plain JavaScript, because the benchmark runs without a compiler.
 * The package unpacks itself on first use, which takes two seconds. */
export async function launchOptions() {
	const system = SYSTEM_BROWSERS.find((path) => existsSync(path));
	return { executablePath: system ?? (await chromium.executablePath()), args: ARGUMENTS };
}
