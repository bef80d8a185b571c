/**
 * `node bench/kill-embedded.js [rounds]`: kills the embedded database again and again while a program writes, and counts
 * the acknowledged rows that are missing afterwards. The same test as in `npm run check`, only longer.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const rounds = Number(process.argv[2] ?? 100);
const { status } = spawnSync('npx', ['vitest', 'run', 'src/server/db/embedded/embedded-kills.test.ts'], {
	cwd: fileURLToPath(new URL('..', import.meta.url)),
	env: { ...process.env, SENTRA_EMBEDDED_KILLS: String(rounds) },
	stdio: 'inherit',
});
process.exit(status ?? 1);
