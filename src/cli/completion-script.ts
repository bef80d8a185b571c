/** Completion scripts for four shells: words by position, options by command, files where a file belongs. */
import { commandRules, commonOptions, optionRules } from './grammar.ts';
import type { CommandRule, OptionRule } from './grammar.ts';

export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof shells)[number];

export interface Completed {
	readonly methods: readonly string[];
	readonly examples: readonly string[];
}

interface Path {
	/** `nilai-tambah hitung` */
	readonly words: readonly string[];
	readonly options: readonly string[];
	/** What may follow besides options. */
	readonly values: readonly string[];
	readonly files: boolean;
}

const ruleOf = (key: string): OptionRule => optionRules.find((rule) => rule.key === key) as OptionRule;

const unique = (words: readonly string[]): string[] => [...new Set(words)];

function pathsOf(rule: CommandRule, known: Completed): readonly Path[] {
	const options = [...rule.options, ...commonOptions];
	const values: Readonly<Record<string, readonly string[]>> = {
		METHOD: known.methods,
		SHELL: shells,
		FILE: known.examples,
		NAME: known.examples.map((example) => example.replace('contoh:', '')),
	};
	const named = (language: number): string[] =>
		options.map((key) => `--${ruleOf(key).names[language] ?? ruleOf(key).names[0]}`);
	return rule.words.map((words, language) => ({
		words,
		options: rule.words.length === 1 ? unique([...named(0), ...named(1)]) : named(language),
		values: rule.takes === null ? [] : (values[rule.takes] ?? []),
		files: rule.takes === 'FILE',
	}));
}

function bash(
	paths: readonly Path[],
	firsts: readonly string[],
	seconds: ReadonlyMap<string, readonly string[]>,
): string {
	const groups = [...seconds].map(([first, words]) => `\t\t${first}) words="${words.join(' ')}" ;;`);
	const cases = paths.map(
		({ words, options, values, files }) =>
			`\t\t"${words.join(' ')}") opts="${options.join(' ')}"; words="${values.join(' ')}"; files=${files ? 1 : 0} ;;`,
	);
	const choices = optionRules
		.filter((rule) => rule.choices)
		.map(
			(rule) =>
				`\t\t${rule.names.map((name) => `--${name}`).join('|')}) COMPREPLY=($(compgen -W "${unique((rule.choices ?? []).map(([, word]) => word as string)).join(' ')}" -- "$cur")); return ;;`,
		);
	return `# sentra: bash completion
_sentra() {
	local cur prev words="" opts="" files=0 path
	cur="\${COMP_WORDS[COMP_CWORD]}"; prev="\${COMP_WORDS[COMP_CWORD-1]}"
	# A colon breaks words in bash: contoh:serabi arrives in three pieces.
	COMP_WORDBREAKS="\${COMP_WORDBREAKS//:/}"
	case "$prev" in
${choices.join('\n')}
		--ke|--to|-o) COMPREPLY=($(compgen -f -- "$cur")); return ;;
	esac
	if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W "${firsts.join(' ')}" -- "$cur")); return; fi
	path="\${COMP_WORDS[1]}"
	case "$path" in
${groups.join('\n')}
	esac
	if [ -n "$words" ] && [ "$COMP_CWORD" -eq 2 ]; then COMPREPLY=($(compgen -W "$words" -- "$cur")); return; fi
	[ -n "$words" ] && path="$path \${COMP_WORDS[2]}"
	words=""
	case "$path" in
${cases.join('\n')}
	esac
	if [[ "$cur" == -* ]]; then COMPREPLY=($(compgen -W "$opts" -- "$cur")); return; fi
	COMPREPLY=($(compgen -W "$words" -- "$cur"))
	[ "$files" = 1 ] && COMPREPLY+=($(compgen -f -- "$cur"))
}
complete -o filenames -F _sentra sentra
`;
}

function zsh(
	paths: readonly Path[],
	firsts: readonly string[],
	seconds: ReadonlyMap<string, readonly string[]>,
): string {
	const groups = [...seconds].map(([first, words]) => `\t\t${first}) verbs=(${words.join(' ')}) ;;`);
	const cases = paths.map(
		({ words, options, values, files }) =>
			`\t\t'${words.join(' ')}') opts=(${options.join(' ')}); vals=(${values.map((value) => `'${value}'`).join(' ')}); files=${files ? 1 : 0} ;;`,
	);
	return `#compdef sentra
# sentra: zsh completion
_sentra() {
	local -a verbs opts vals
	local files=0 cmd="\${words[2]}"
	if (( CURRENT == 2 )); then compadd -- ${firsts.join(' ')}; return; fi
	case "$cmd" in
${groups.join('\n')}
	esac
	if (( \${#verbs} && CURRENT == 3 )); then compadd -a verbs; return; fi
	(( \${#verbs} )) && cmd="$cmd \${words[3]}"
	case "$cmd" in
${cases.join('\n')}
	esac
	if [[ "\${words[CURRENT]}" == -* ]]; then compadd -a opts; return; fi
	compadd -a vals
	(( files )) && _files
}
compdef _sentra sentra
`;
}

function fish(
	paths: readonly Path[],
	firsts: readonly string[],
	seconds: ReadonlyMap<string, readonly string[]>,
): string {
	const seen = (words: readonly string[]) =>
		words.map((word) => `__fish_seen_subcommand_from ${word}`).join('; and ');
	return [
		'# sentra: fish completion',
		'complete -c sentra -f',
		`complete -c sentra -n __fish_use_subcommand -a '${firsts.join(' ')}'`,
		...[...seconds].map(
			([first, words]) =>
				`complete -c sentra -n '__fish_seen_subcommand_from ${first}; and not __fish_seen_subcommand_from ${words.join(' ')}' -a '${words.join(' ')}'`,
		),
		...paths.flatMap(({ words, options, values, files }) => [
			...options.map((option) => `complete -c sentra -n '${seen(words)}' -l ${option.slice(2)}`),
			...(values.length > 0 ? [`complete -c sentra -n '${seen(words)}' -a '${values.join(' ')}'`] : []),
			...(files ? [`complete -c sentra -n '${seen(words)}' -F`] : []),
		]),
		'',
	].join('\n');
}

function powershell(
	paths: readonly Path[],
	firsts: readonly string[],
	seconds: ReadonlyMap<string, readonly string[]>,
): string {
	const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');
	const groups = [...seconds].map(([first, words]) => `\t\t'${first}' = @(${quoted(words)})`);
	const tables = paths.map(
		({ words, options, values }) => `\t\t'${words.join(' ')}' = @(${quoted([...values, ...options])})`,
	);
	return `# sentra: PowerShell completion
Register-ArgumentCompleter -Native -CommandName sentra -ScriptBlock {
	param($wordToComplete, $commandAst, $cursorPosition)
	$typed = @($commandAst.CommandElements | ForEach-Object { $_.ToString() })
	$verbs = @{
${groups.join('\n')}
	}
	$next = @{
${tables.join('\n')}
	}
	$done = $typed.Count - 1
	if ($wordToComplete -ne '') { $done = $done - 1 }
	if ($done -le 0) { $words = @(${quoted(firsts)}) }
	elseif ($verbs.ContainsKey($typed[1]) -and $done -eq 1) { $words = $verbs[$typed[1]] }
	elseif ($verbs.ContainsKey($typed[1])) { $words = $next["$($typed[1]) $($typed[2])"] }
	else { $words = $next[$typed[1]] }
	$words | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
		[System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
	}
}
`;
}

/** The script of one shell. Indonesian and English words are both completed. */
export function completionScript(shell: Shell, known: Completed): string {
	const paths = commandRules.flatMap((rule) => pathsOf(rule, known));
	const firsts = unique(paths.map(({ words }) => words[0] as string));
	const seconds = new Map<string, string[]>();
	for (const { words } of paths) {
		if (words.length < 2) continue;
		seconds.set(words[0] as string, [...(seconds.get(words[0] as string) ?? []), words[1] as string]);
	}
	return { bash, zsh, fish, powershell }[shell](paths, firsts, seconds);
}
