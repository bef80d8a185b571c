/** Loaded into a measured process: writes its peak memory (kilobytes) where the benchmark asks for it. */
import { writeFileSync } from 'node:fs';

const target = process.env.SENTRA_BENCH_RSS;
if (target) process.on('exit', () => writeFileSync(target, String(process.resourceUsage().maxRSS)));
