/** What a command is called with, and what it answers. */
import type { Problem } from '#inputs/problem.ts';
import type { CommandRule, OptionKey } from './grammar.ts';

export type Locale = 'id' | 'en';

/** How a person or a program wants to see the answer, and where from that was learnt. */
export interface Screen {
	readonly locale: Locale;
	readonly numbers: 'id' | 'en' | 'raw';
	readonly colour: boolean;
	/** False under TERM=dumb or a locale that is not UTF-8: marks are then ASCII words. */
	readonly unicode: boolean;
	/** Whether a person looks at stdout; otherwise lines are tab-separated. */
	readonly table: boolean;
	readonly width: number;
	/** Where each setting came from, for `sentra dokter`. */
	readonly origins: readonly { readonly setting: string; readonly value: string; readonly from: string }[];
}

export interface Call {
	readonly rule: CommandRule;
	/** As typed after `sentra`, for messages. */
	readonly typed: string;
	readonly words: readonly string[];
	readonly options: ReadonlyMap<OptionKey, readonly string[]>;
	readonly screen: Screen;
	readonly json: boolean;
	readonly jsonl: boolean;
	/** Aborted by Ctrl-C. */
	readonly signal: AbortSignal;
}

export interface Source {
	readonly kind: 'method' | 'file' | 'example' | 'glossary';
	readonly id: string;
	readonly version?: number;
	readonly source?: string;
}

export interface Spoken {
	readonly code: string;
	readonly text: string;
	readonly [more: string]: unknown;
}

export interface Answer {
	readonly exit: number;
	/** For `--json`, under English keys. */
	readonly result: unknown;
	readonly findings?: readonly unknown[];
	readonly warnings?: readonly Spoken[];
	readonly sources?: readonly Source[];
	/** What goes to stdout for a person or a pipe. */
	readonly text?: string;
	/** What goes to stderr: notes, doubts, what was written. */
	readonly notes?: readonly string[];
	/** True when the command already wrote its own stdout (streams, `metode jalankan`). */
	readonly written?: boolean;
}

/** Ends a command with problems to be told and the exit code that belongs to them. */
export class Failure extends Error {
	readonly problems: readonly Problem[];
	readonly exit: number;
	/** Overrides the words' own advice, where the command line knows a better next step. */
	readonly advice: string | undefined;
	/** The sentence itself, for a problem of the house, which has words of its own. */
	readonly said: string | undefined;

	constructor(problems: readonly Problem[], exit?: number, advice?: string, said?: string) {
		super(problems.map((problem) => problem.code).join(', '));
		this.problems = problems;
		this.exit = exit ?? exitCodeOf(problems[0]?.code ?? '');
		this.advice = advice;
		this.said = said;
	}
}

/**
 * 2 usage or an ambiguous number, 3 file or sheet not found, 4 data that cannot be read or breaks a rule,
 * 6 output exists or cannot be written.
 */
function exitCodeOf(code: string): number {
	if (/^(FILE|SHEET|EXAMPLE|TERM|CELL)_NOT_FOUND$/.test(code)) return 3;
	if (code.startsWith('OUTPUT_')) return 6;
	if (/^(USAGE|AMBIGUOUS)_/.test(code)) return 2;
	return 4;
}

/** The last value given for an option, or undefined. */
export function optionOf(call: Call, key: OptionKey): string | undefined {
	return call.options.get(key)?.at(-1);
}

/** Every value given for an option that may be repeated. */
export function optionsOf(call: Call, key: OptionKey): readonly string[] {
	return call.options.get(key) ?? [];
}
