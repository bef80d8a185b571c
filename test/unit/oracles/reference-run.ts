/** Which reference cases a runner has run, so that a case that is filtered out in silence fails a test of its own. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from './reference-cases.json' with { type: 'json' };

export type ReferenceFile = keyof typeof manifest;

interface Listed {
	readonly id: string;
	/** A whole data set of a package under another licence: it is not copied here, only run where it is at hand. */
	readonly dataset?: boolean;
}

const seen = new Map<ReferenceFile, Set<string>>();

/** To be called at the end of a case's test: a case that failed has not been run. */
export function ran(file: ReferenceFile, ...ids: readonly string[]): void {
	const so = seen.get(file) ?? new Set<string>();
	ids.forEach((id) => so.add(id));
	seen.set(file, so);
}

const folder = new URL('../../../../shared/oracles/', import.meta.url);

/** A file beside the project that holds what may not be copied into it; null where it is not on this machine. */
export function besideTheProject(name: string): unknown {
	const file = new URL(name, folder);
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** The last test of a runner: every case of these reference files has been run, and none that is not listed. */
export function everyCaseRan(...files: readonly ReferenceFile[]): void {
	describe.each(files)('the reference cases of %s', (file) => {
		it('have all been run', () => {
			const listed = manifest[file] as readonly Listed[];
			const had = [...(seen.get(file) ?? [])].sort();
			const away = listed.filter(({ id, dataset }) => dataset === true && !had.includes(id));
			for (const { id } of away) console.info(`${file}: ${id} is a data set that is not on this machine`);
			const due = listed.filter((one) => !away.includes(one)).map(({ id }) => id);
			expect(had).toEqual([...due].sort());
		});
	});
}
