/**
 * `node bench/export.js [people]`: how long an export of many people takes in each form, and what it holds in memory. The
 * same test as in `npm run check`, only longer.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const people = Number(process.argv[2] ?? 100_000);
const { status } = spawnSync('npx', ['vitest', 'run', 'src/server/features/export/export-size.test.ts'], {
	cwd: fileURLToPath(new URL('..', import.meta.url)),
	env: { ...process.env, SENTRA_EXPORT_PEOPLE: String(people) },
	stdio: 'inherit',
});
process.exit(status ?? 1);
