/** Help pages. Every page starts with examples: most people read no further. */
import { m } from '#words/messages.js';
import { commandRules, commonOptions, optionRules } from './grammar.ts';
import type { CommandKey, CommandRule, OptionKey, OptionRule } from './grammar.ts';
import type { Locale } from './call.ts';

type Say = (inputs: Record<string, never>, options: { locale: Locale }) => string;

const summaries: Readonly<Record<CommandKey, Say>> = {
	'value-added.compute': m.cli_does_compute,
	'value-added.sensitivity': m.cli_does_sensitivity,
	'value-added.compare': m.cli_does_compare,
	check: m.cli_does_check,
	export: m.cli_does_export,
	'report.create': m.cli_does_report,
	number: m.cli_does_number,
	example: m.cli_does_example,
	term: m.cli_does_term,
	doctor: m.cli_does_doctor,
	completion: m.cli_does_completion,
	'method.list': m.cli_does_method_list,
	'method.describe': m.cli_does_method_describe,
	'method.run': m.cli_does_method_run,
	'backup.create': m.cli_does_backup_create,
	'backup.restore': m.cli_does_backup_restore,
	'backup.move': m.cli_does_backup_move,
	'password.renew': m.team_pages_does_password,
	demo: m.cli_does_demo,
};

/** What a command reads, writes and expects, in a few sentences. */
const details: Readonly<Partial<Record<CommandKey, Say>>> = {
	'value-added.compute': m.cli_more_compute,
	'value-added.sensitivity': m.cli_more_sensitivity,
	'value-added.compare': m.cli_more_compare,
	check: m.cli_more_check,
	export: m.cli_more_export,
	'report.create': m.cli_more_report,
	number: m.cli_more_number,
	example: m.cli_more_example,
	completion: m.cli_more_completion,
	'method.run': m.cli_more_method_run,
	'backup.create': m.cli_more_backup_create,
	'backup.restore': m.cli_more_backup_restore,
	'backup.move': m.cli_more_backup_move,
	'password.renew': m.team_pages_more_password,
	demo: m.cli_more_demo,
};

const optionWords: Readonly<Record<OptionKey, Say>> = {
	help: m.cli_opt_help,
	version: m.cli_opt_version,
	language: m.cli_opt_language,
	numbers: m.cli_opt_numbers,
	json: m.cli_opt_json,
	jsonl: m.cli_opt_jsonl,
	'no-color': m.cli_opt_no_color,
	yes: m.cli_opt_yes,
	'no-input': m.cli_opt_no_input,
	to: m.cli_opt_to,
	force: m.cli_opt_force,
	'fail-on': m.cli_opt_fail_on,
	variant: m.cli_opt_variant,
	basis: m.cli_opt_basis,
	scope: m.cli_opt_scope,
	range: m.cli_opt_range,
	target: m.cli_opt_target,
	measure: m.cli_opt_measure,
	sheet: m.cli_opt_sheet,
	fix: m.cli_opt_fix,
	source: m.cli_opt_source,
	title: m.cli_opt_title,
	date: m.cli_opt_date,
	'with-keys': m.cli_opt_with_keys,
	data: m.cli_opt_data,
};

/** Real commands, Indonesian then English; the first one works on a fresh machine. */
const examples: Readonly<Record<CommandKey, readonly (readonly [string, string])[]>> = {
	'value-added.compute': [
		['nilai-tambah hitung contoh:serabi', 'value-added compute contoh:serabi'],
		['nilai-tambah hitung usaha.csv --ke hasil.csv', 'value-added compute usaha.csv --to hasil.csv'],
		['nilai-tambah hitung - --json < usaha.csv', 'value-added compute - --json < usaha.csv'],
	],
	'value-added.sensitivity': [
		['nilai-tambah kepekaan contoh:serabi', 'value-added sensitivity contoh:serabi'],
		[
			'nilai-tambah kepekaan usaha.xlsx --rentang harga_bahan=1500..2000',
			'value-added sensitivity usaha.xlsx --range raw_material_price=1500..2000',
		],
	],
	'value-added.compare': [
		['nilai-tambah banding contoh:boyolali', 'value-added compare contoh:boyolali'],
		['nilai-tambah banding pakan.xlsx pupuk.xlsx', 'value-added compare pakan.xlsx pupuk.xlsx'],
	],
	check: [
		['periksa contoh:boyolali', 'check contoh:boyolali'],
		['periksa tabel5.docx --ke catatan.docx', 'check tabel5.docx --to catatan.docx'],
		['periksa skripsi/*.xlsx --jsonl --gagal-bila berbeda', 'check thesis/*.xlsx --jsonl --fail-on differs'],
	],
	export: [
		['ekspor contoh:serabi --ke serabi.xlsx', 'export contoh:serabi --to serabi.xlsx'],
		['ekspor usaha.csv --ke tabel.tex', 'export usaha.csv --to tabel.tex'],
	],
	'report.create': [
		['laporan buat contoh:serabi --ke laporan.docx', 'report create contoh:serabi --to laporan.docx'],
		['laporan buat usaha.xlsx --ke laporan.pdf', 'report create usaha.xlsx --to laporan.pdf'],
	],
	number: [
		['angka "1.700,50"', 'number "1.700,50"'],
		['angka "4.078,64,00" --json', 'number "4.078,64,00" --json'],
	],
	example: [
		['contoh', 'example'],
		['contoh serabi --ke serabi.xlsx', 'example serabi --to serabi.xlsx'],
	],
	term: [
		['istilah', 'term'],
		['istilah "faktor konversi"', 'term "conversion factor"'],
	],
	doctor: [['dokter', 'doctor']],
	completion: [
		['lengkapi bash >> ~/.bashrc', 'completion bash >> ~/.bashrc'],
		['lengkapi powershell >> $PROFILE', 'completion powershell >> $PROFILE'],
	],
	'method.list': [
		['metode daftar', 'method list'],
		['metode daftar --json', 'method list --json'],
	],
	'method.describe': [['metode jelaskan hayami', 'method describe hayami']],
	'method.run': [['metode jalankan hayami < masukan.json', 'method run hayami < input.json']],
	'backup.create': [
		['cadangan buat', 'backup create'],
		[
			'cadangan buat --ke /media/usb/sentra.tar --dengan-kunci',
			'backup create --to /media/usb/sentra.tar --with-keys',
		],
	],
	'backup.restore': [['cadangan pulihkan sentra.tar', 'backup restore sentra.tar']],
	'backup.move': [
		[
			'cadangan pindah   # DATABASE_URL=postgres://sentra:...@server/sentra',
			'backup move   # DATABASE_URL=postgres://sentra:...@server/sentra',
		],
	],
	'password.renew': [['sandi baru ibu.sari', 'password renew ibu.sari']],
	demo: [
		['demo', 'demo'],
		['demo --data ~/contoh-sentra', 'demo --data ~/sentra-demo'],
	],
};

/** What stands for a value in a usage line. */
const places: Readonly<Record<string, Say>> = {
	FILE: m.cli_place_file,
	FOLDER: m.cli_place_folder,
	TEXT: m.cli_place_text,
	NAME: m.cli_place_name,
	WORD: m.cli_place_word,
	METHOD: m.cli_place_method,
	ACCOUNT: m.cli_place_name,
	RANGE: m.cli_place_range,
	FIX: m.cli_place_fix,
	DATE: m.cli_place_date,
};

const placeWord = (value: string, locale: Locale): string => places[value]?.({}, { locale }) ?? value;

/** The six tasks shown by `sentra` alone: one real example each. */
const tasks: readonly CommandKey[] = [
	'value-added.compute',
	'check',
	'value-added.compare',
	'export',
	'number',
	'method.list',
];

const side = (locale: Locale): 0 | 1 => (locale === 'id' ? 0 : 1);

const nameOf = (rule: CommandRule, locale: Locale): string =>
	// A word that both languages use stands once.
	(rule.words[side(locale)] ?? (rule.words[0] as readonly string[])).join(' ');

function pairs(rows: readonly (readonly [string, string])[]): string[] {
	const width = Math.max(...rows.map(([left]) => left.length));
	return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

function optionRow(key: OptionKey, locale: Locale): readonly [string, string] {
	const rule = optionRules.find((candidate) => candidate.key === key) as OptionRule;
	const name = locale === 'id' ? rule.names[0] : (rule.names[1] ?? rule.names[0]);
	const letter = rule.letter ? `-${rule.letter}, ` : '    ';
	const value = rule.choices
		? ` ${rule.choices.map(([, ...words]) => (locale === 'id' ? words[0] : (words[1] ?? words[0]))).join('|')}`
		: rule.value
			? ` ${placeWord(rule.value, locale)}`
			: '';
	return [`${letter}--${name}${value}`, optionWords[key]({}, { locale })];
}

function commandHelp(rule: CommandRule, locale: Locale): string {
	const name = nameOf(rule, locale);
	const other = nameOf(rule, locale === 'id' ? 'en' : 'id');
	const more = details[rule.key];
	const own = rule.options;
	const place = rule.takes === null ? '' : placeWord(rule.takes, locale);
	const many = rule.most > 1 && rule.key !== 'method.run' ? `${place}...` : place;
	const takes = place === '' ? '' : rule.least === 0 ? ` [${many}]` : ` ${many}`;
	const options = own.length > 0 || rule.takes !== null ? m.cli_help_usage_options({}, { locale }) : '';
	return [
		summaries[rule.key]({}, { locale }),
		'',
		m.cli_help_examples({}, { locale }),
		...examples[rule.key].map((example) => `  sentra ${example[side(locale)]}`),
		'',
		m.cli_help_usage({ usage: `sentra ${name}${takes} ${options}`.trimEnd() }, { locale }),
		...(other === name ? [] : [m.cli_help_alias({ alias: `sentra ${other}` }, { locale })]),
		...(more ? ['', more({}, { locale })] : []),
		'',
		...(own.length > 0
			? [m.cli_help_options({}, { locale }), ...pairs(own.map((key) => optionRow(key, locale))), '']
			: []),
		m.cli_help_common({}, { locale }),
		...pairs(commonOptions.map((key) => optionRow(key, locale))),
		'',
	].join('\n');
}

function allCommands(rules: readonly CommandRule[], locale: Locale): string[] {
	return pairs(rules.map((rule) => [nameOf(rule, locale), summaries[rule.key]({}, { locale })] as const));
}

function frontHelp(locale: Locale): string {
	return [
		m.cli_help_tagline({}, { locale }),
		'',
		m.cli_help_start({}, { locale }),
		...tasks.flatMap((key) => [
			`  sentra ${examples[key][0]?.[side(locale)]}`,
			`      ${summaries[key]({}, { locale })}`,
		]),
		'',
		m.cli_help_all({}, { locale }),
		...allCommands(commandRules, locale),
		'',
		m.cli_help_common({}, { locale }),
		...pairs([...commonOptions, 'version' as const].map((key) => optionRow(key, locale))),
		'',
		m.cli_help_exit_codes({}, { locale }),
		m.cli_help_more({}, { locale }),
		m.cli_help_other_language({}, { locale }),
		'',
	].join('\n');
}

/** The page for one command, for a group such as `nilai-tambah`, or the front page. */
export function helpText(rule: CommandRule | null, path: readonly string[], locale: Locale): string {
	if (rule) return commandHelp(rule, locale);
	const group = commandRules.filter((each) => each.words.some(([first]) => first === path[0]));
	if (path.length === 0 || group.length === 0) return frontHelp(locale);
	return [
		m.cli_help_group({ noun: path[0] as string }, { locale }),
		...allCommands(group, locale),
		'',
		m.cli_help_examples({}, { locale }),
		...group.map((each) => `  sentra ${examples[each.key][0]?.[side(locale)]}`),
		'',
		m.cli_help_more({}, { locale }),
		'',
	].join('\n');
}
