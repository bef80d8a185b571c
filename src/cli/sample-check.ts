/** The examples recomputed on this machine and held against the results that came with the package. */
import { readFile } from 'node:fs/promises';
import { readPrintedTables } from '#inputs/printed-tables.ts';
import { checkTables } from '#methods/table-check/check-tables.ts';
import type { Call } from './call.ts';
import { listExamples } from './read-source.ts';
import { workbookOf } from './workbook.ts';

/** What the golden of an example says about its check: how many figures of each verdict. */
interface Golden {
	readonly counts?: Readonly<Record<string, number>>;
}

/** Throws with the example's name when an example cannot be read, or its check differs from its golden. */
export async function checkExamples(call: Call): Promise<void> {
	for (const { name, path } of await listExamples()) {
		const opened = await workbookOf(`contoh:${name}`, call);
		const outcome = readPrintedTables(opened.workbook);
		if (!outcome.ok) throw new Error(`${name}: ${outcome.problems[0]?.code ?? ''}`);
		const { counts } = checkTables(outcome.value.tables);
		const golden = await readFile(path.replace(/\.[a-z]+$/, '.result.json'), 'utf8').then(
			(text) => JSON.parse(text) as Golden,
			() => null,
		);
		for (const [verdict, count] of Object.entries(golden?.counts ?? {})) {
			const found = counts[verdict as keyof typeof counts];
			if (found !== count) throw new Error(`${name}: ${verdict} ${found} (${count})`);
		}
	}
}
