#!/usr/bin/env node
/** The `sentra` command. The program itself is built by `npm ci`; when that was skipped, it is built here once. */
import { existsSync } from 'node:fs';

const main = new URL('../dist/cli/main.js', import.meta.url);
if (!existsSync(main)) {
	process.stderr.write('sentra: menyiapkan program untuk pertama kali / building the program once\n');
	try {
		const { prepare } = await import('../scripts/prepare.js');
		await prepare();
	} catch (error) {
		process.stderr.write(
			`sentra: program belum dapat disiapkan / the program could not be built\n  ${error.message}\n` +
				'  saran / to do: npm ci\n',
		);
		process.exit(1);
	}
}
await import(main.href);
