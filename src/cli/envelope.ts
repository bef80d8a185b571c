/** The one object that `--json` prints: English keys, plain numbers, nothing formatted. */
import { commandName } from './grammar.ts';
import { packageVersion } from './package-root.ts';
import type { Answer, Call } from './call.ts';

export interface Envelope {
	readonly version: string;
	readonly command: string;
	readonly result: unknown;
	readonly findings: readonly unknown[];
	readonly warnings: readonly unknown[];
	readonly sources: readonly unknown[];
}

/** Wraps an answer; the keys are the same for every command. */
export function envelope(answer: Answer, call: Pick<Call, 'rule'>): Envelope {
	return {
		version: packageVersion(),
		command: commandName(call.rule),
		result: answer.result,
		findings: answer.findings ?? [],
		warnings: answer.warnings ?? [],
		sources: answer.sources ?? [],
	};
}
