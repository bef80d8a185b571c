/**
 * `node bench/kill-embedded.js [rounds]`: kills the embedded database, one of its processes, the program, or all of them
 * (kill -9, in turns) while four hands give commands to two organisations. Prints how many commands were acknowledged, how
 * many of them are lost or there twice, whether the logs hold together, and how long it took from the kill to the next
 * acknowledged command. The same test as in `npm run check`, only longer; it ends with 1 when anything is lost.
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
