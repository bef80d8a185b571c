/**
 * The official areas of Indonesia as one small file, dist/areas.tsv.gz: its first line names the source, every other is a
 * code and a name. Made from the package idn-area-data (its data is under the ODbL, see NOTICE) by `prepare`, so that a
 * running Sentra needs no package for it.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const made = join(root, 'dist/areas.tsv.gz');

/** A code, for all but provinces the code above it, and a name, which stands in quotation marks when it holds some. */
const row = /^([\d.]+),(?:[\d.]+,)?("(?:[^"]|"")+"|[^",]+)$/;

/** A line of the package's tables as ours: the code without points, and the name. */
function lineOf(line) {
	const [, code, name] = row.exec(line) ?? [];
	if (!code) throw new Error(`idn-area-data: "${line}" is not a code and a name`);
	// A mark doubled within a name is an apostrophe of the language: Ra'as.
	const plain = name.startsWith('"') ? name.slice(1, -1).replaceAll('""', "'") : name;
	return `${code.replaceAll('.', '')}\t${plain.trim()}`;
}

/** Writes the file when it is missing or of another version of the package. */
export function buildAreas() {
	const manifest = createRequire(import.meta.url).resolve('idn-area-data/package.json');
	const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
	const source = `idn-area-data ${version}`;
	if (existsSync(made) && gunzipSync(readFileSync(made)).toString('utf8').startsWith(`${source}\n`)) return;
	const lines = ['provinces', 'regencies', 'districts', 'villages'].flatMap((table) =>
		readFileSync(join(dirname(manifest), `data/${table}.csv`), 'utf8')
			.trimEnd()
			.split(/\r?\n/)
			.slice(1)
			.map(lineOf),
	);
	mkdirSync(dirname(made), { recursive: true });
	const fresh = `${made}.${process.pid}`;
	writeFileSync(fresh, gzipSync([source, ...lines, ''].join('\n'), { level: 9 }));
	renameSync(fresh, made);
}
