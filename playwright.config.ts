import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { launchOptions } from './test/e2e/browser.js';
import { freePort } from './test/e2e/free-port.ts';

// The configuration is read again by every worker: the first reading chooses the port, the others inherit it.
process.env.SENTRA_TEST_PORT ??= String(await freePort());
// A house of its own, so that a developer's is neither seen nor touched; the teardown takes it away.
process.env.SENTRA_TEST_DATA ??= join(tmpdir(), `sentra-e2e-${process.env.SENTRA_TEST_PORT}`);
const address = `http://localhost:${process.env.SENTRA_TEST_PORT}`;

export default defineConfig({
	testDir: 'test/e2e',
	testMatch: '**/*.spec.ts',
	fullyParallel: true,
	forbidOnly: true,
	workers: 2,
	timeout: 30_000,
	// A browser that stops answering is started once more, and the report then says "flaky": seen once in some 400 runs.
	retries: 1,
	expect: { timeout: 7_000 },
	reporter: [['list']],
	outputDir: 'test-results',
	use: {
		baseURL: address,
		locale: 'id-ID',
		timezoneId: 'Asia/Jakarta',
		launchOptions: await launchOptions(),
		viewport: { width: 1280, height: 900 },
		trace: 'on-first-retry',
		screenshot: 'only-on-failure',
	},
	globalTeardown: './test/e2e/teardown.ts',
	webServer: {
		command: 'node scripts/start.js',
		url: address,
		// `npm test` has just built; a build takes its time when a spec is run alone.
		timeout: 180_000,
		env: { PORT: process.env.SENTRA_TEST_PORT, SENTRA_DATA: process.env.SENTRA_TEST_DATA, DATABASE_URL: '' },
		gracefulShutdown: { signal: 'SIGTERM', timeout: 6_000 },
		stdout: 'ignore',
	},
});
