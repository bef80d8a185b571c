/** Turns what was typed into a command, its words and its options, or says what is wrong with it. */
import type { Problem } from '#inputs/problem.ts';
import { commandRules, commonOptions, optionRules } from './grammar.ts';
import type { CommandRule, OptionKey, OptionRule } from './grammar.ts';
import { nearestWord } from './nearest.ts';

export interface Arguments {
	/** Absent when only help or the version was asked for, or when a group's verb is missing. */
	readonly rule?: CommandRule;
	/** The command words typed so far, for help about a group such as `nilai-tambah`. */
	readonly path: readonly string[];
	readonly words: readonly string[];
	readonly options: ReadonlyMap<OptionKey, readonly string[]>;
	readonly problem?: Problem;
}

/** A word that begins with a dash and a digit is a negative number, not an option; a lone dash is stdin. */
const isOption = (token: string): boolean => /^-/.test(token) && token !== '-' && !/^-[\d.,(]/.test(token);

const usage = (code: string, params: Problem['params']): Problem => ({ code: `USAGE_${code}`, params });

function ruleOfOption(name: string): OptionRule | undefined {
	if (name.startsWith('--')) return optionRules.find((rule) => rule.names.includes(name.slice(2)));
	return optionRules.find((rule) => rule.letter === name.slice(1));
}

function chosen(rule: OptionRule, typed: string): string | Problem {
	if (rule.choices === undefined) return typed;
	const found = rule.choices.find(([, ...words]) => words.includes(typed.toLowerCase()));
	if (found) return found[0];
	const shown = rule.choices.map(([, word]) => word as string);
	const near = nearestWord(
		typed,
		rule.choices.flatMap(([, ...words]) => words),
	);
	return usage('CHOICE', {
		option: `--${rule.names[0]}`,
		typed,
		choices: shown.join(', '),
		...(near ? { near } : {}),
	});
}

/** The words and options of one line; stops at the first thing it does not understand. */
function split(argv: readonly string[]): Arguments {
	const words: string[] = [];
	const options = new Map<OptionKey, string[]>();
	const broken = (problem: Problem): Arguments => ({ path: [], words, options, problem });
	for (let at = 0; at < argv.length; at += 1) {
		const token = argv[at] as string;
		if (token === '--') {
			words.push(...argv.slice(at + 1));
			break;
		}
		if (!isOption(token)) {
			words.push(token);
			continue;
		}
		const equals = token.startsWith('--') ? token.indexOf('=') : -1;
		const name = equals < 0 ? token : token.slice(0, equals);
		const rule = ruleOfOption(name);
		if (!rule) {
			const known = optionRules.flatMap((option) => option.names.map((word) => `--${word}`));
			const near = nearestWord(name, known);
			return broken(usage('OPTION_UNKNOWN', { typed: name, ...(near ? { near } : {}) }));
		}
		if (rule.value === undefined) {
			if (equals >= 0) return broken(usage('OPTION_NO_VALUE', { option: name }));
			options.set(rule.key, ['true']);
			continue;
		}
		const typed = equals < 0 ? argv[(at += 1)] : token.slice(equals + 1);
		if (typed === undefined || typed === '' || (equals < 0 && isOption(typed))) {
			return broken(usage('OPTION_NEEDS_VALUE', { option: name, example: exampleOf(rule) }));
		}
		const value = chosen(rule, typed);
		if (typeof value !== 'string') return broken(value);
		options.set(rule.key, rule.repeats ? [...(options.get(rule.key) ?? []), value] : [value]);
	}
	return { path: [], words, options };
}

/** What could stand after an option, for the message that it needs something. */
function exampleOf(rule: OptionRule): string {
	const name = `--${rule.names[0]}`;
	if (rule.choices) return `${name} ${rule.choices[0]?.[1]}`;
	const examples: Partial<Record<OptionKey, string>> = {
		to: 'hasil.xlsx',
		range: 'harga_bahan=1500..2000',
		fix: 'B12=4078,64',
		sheet: 'Tabel 5',
		measure: 'valueAdded',
		date: '2026-11-22',
		data: 'folder-contoh',
	};
	return `${name} ${examples[rule.key] ?? '...'}`;
}

const firstWords = (): string[] => [
	...new Set(commandRules.flatMap((rule) => rule.words.map(([word]) => word as string))),
];

/** The commands whose first word is this one; one of them when it has no second word. */
export function commandsUnder(word: string): readonly CommandRule[] {
	return commandRules.filter((rule) => rule.words.some(([first]) => first === word));
}

/** Reads the words typed after `sentra`. A problem is a usage mistake: exit code 2. */
export function readArguments(argv: readonly string[]): Arguments {
	const line = split(argv);
	if (line.problem) return line;
	const asksHelp = line.options.has('help');
	let [noun, ...rest] = line.words;
	if (noun === 'bantuan' || noun === 'help') {
		(line.options as Map<OptionKey, string[]>).set('help', ['true']);
		[noun, ...rest] = rest;
	}
	if (noun === undefined) return { ...line, words: [] };
	const under = commandsUnder(noun);
	if (under.length === 0) {
		const near = nearestWord(noun, firstWords());
		return { ...line, problem: usage('COMMAND_UNKNOWN', { typed: noun, ...(near ? { near } : {}) }) };
	}
	const single = under.find((rule) => rule.words.some((words) => words.length === 1 && words[0] === noun));
	if (single) return fit(single, [noun], rest, line);
	const [verb, ...words] = rest;
	if (verb === undefined) {
		if (line.options.has('help') || asksHelp) return { ...line, path: [noun], words: [] };
		return {
			...line,
			path: [noun],
			words: [],
			problem: usage('VERB_MISSING', { noun, verbs: verbsOf(under, noun).join(', ') }),
		};
	}
	const rule = under.find((candidate) => candidate.words.some((both) => both[1] === verb));
	if (!rule) {
		const verbs = verbsOf(under, noun);
		const near = nearestWord(verb, [
			...new Set(under.flatMap((each) => each.words.map((both) => both[1] as string))),
		]);
		return {
			...line,
			path: [noun],
			problem: usage('VERB_UNKNOWN', {
				typed: verb,
				noun,
				verbs: verbs.join(', '),
				...(near ? { near } : {}),
			}),
		};
	}
	return fit(rule, [noun, verb], words, line);
}

const verbsOf = (rules: readonly CommandRule[], noun: string): string[] =>
	rules.map((rule) => (rule.words.find(([first]) => first === noun) as readonly string[])[1] as string);

/** Checks that the command takes these options and this many words. */
function fit(
	rule: CommandRule,
	path: readonly string[],
	words: readonly string[],
	line: Arguments,
): Arguments {
	const options = line.options;
	const fitted = { rule, path, words, options };
	if (options.has('help')) return fitted;
	const command = path.join(' ');
	for (const key of options.keys()) {
		if (key === 'version' || commonOptions.includes(key) || rule.options.includes(key)) continue;
		const option = optionRules.find((candidate) => candidate.key === key) as OptionRule;
		return { ...fitted, problem: usage('OPTION_ELSEWHERE', { option: `--${option.names[0]}`, command }) };
	}
	if (words.length < rule.least) {
		return { ...fitted, problem: usage(`WORD_MISSING_${rule.takes}`, { command }) };
	}
	if (words.length > rule.most) {
		return { ...fitted, problem: usage('WORD_TOO_MANY', { command, typed: words[rule.most] as string }) };
	}
	return fitted;
}
