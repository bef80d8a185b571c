/**
 * The command tree as data: every word in Indonesian (first, the primary one) and in English.
 * Parsing, help, typing suggestions and shell completion all read this one table.
 */
import type { Answer, Call } from './call.ts';

export type OptionKey =
	| 'help'
	| 'version'
	| 'language'
	| 'numbers'
	| 'json'
	| 'jsonl'
	| 'no-color'
	| 'yes'
	| 'no-input'
	| 'to'
	| 'force'
	| 'fail-on'
	| 'variant'
	| 'basis'
	| 'scope'
	| 'range'
	| 'target'
	| 'measure'
	| 'sheet'
	| 'fix'
	| 'source'
	| 'title'
	| 'date'
	| 'with-keys'
	| 'data';

export interface OptionRule {
	readonly key: OptionKey;
	/** Indonesian first, then English, without the dashes. */
	readonly names: readonly string[];
	readonly letter?: string;
	/** What stands after the name in help; absent for a switch. */
	readonly value?: 'FILE' | 'FOLDER' | 'TEXT' | 'RANGE' | 'FIX' | 'DATE' | 'CHOICE';
	/** Each choice: the value used inside, then every word for it (the first is shown). */
	readonly choices?: readonly (readonly [string, ...string[]])[];
	readonly repeats?: true;
}

export const optionRules: readonly OptionRule[] = [
	{ key: 'help', names: ['bantuan', 'help'], letter: 'h' },
	{ key: 'version', names: ['versi', 'version'], letter: 'V' },
	{
		key: 'language',
		names: ['bahasa', 'language'],
		value: 'CHOICE',
		choices: [
			['id', 'id'],
			['en', 'en'],
		],
	},
	{
		key: 'numbers',
		names: ['angka', 'numbers'],
		value: 'CHOICE',
		choices: [
			['id', 'id'],
			['en', 'en'],
			['raw', 'mentah', 'raw'],
		],
	},
	{ key: 'json', names: ['json'] },
	{ key: 'jsonl', names: ['jsonl'] },
	{ key: 'no-color', names: ['tanpa-warna', 'no-color'] },
	{ key: 'yes', names: ['ya', 'yes'], letter: 'y' },
	{ key: 'no-input', names: ['tanpa-tanya', 'no-input'] },
	{ key: 'to', names: ['ke', 'to'], letter: 'o', value: 'FILE' },
	{ key: 'force', names: ['timpa', 'force'], letter: 'f' },
	{
		key: 'fail-on',
		names: ['gagal-bila', 'fail-on'],
		value: 'CHOICE',
		choices: [
			['differs', 'berbeda', 'differs'],
			['odd', 'janggal', 'odd'],
			['rounding', 'pembulatan', 'rounding'],
		],
	},
	{
		key: 'variant',
		names: ['varian', 'variant'],
		value: 'CHOICE',
		choices: [
			['hayami1987', 'hayami1987'],
			['sudiyono2004', 'sudiyono2004'],
		],
	},
	{
		key: 'basis',
		names: ['dasar', 'basis'],
		value: 'CHOICE',
		choices: [
			['raw-material', 'input', 'raw-material', 'bahan-baku'],
			['output', 'output'],
		],
	},
	{
		key: 'scope',
		names: ['cakupan', 'scope'],
		value: 'CHOICE',
		choices: [
			['auxiliary-only', 'penolong', 'auxiliary-only'],
			['all-operating', 'operasional', 'all-operating'],
			['all-operating+depreciation', 'dengan-penyusutan', 'with-depreciation', 'all-operating+depreciation'],
		],
	},
	{ key: 'range', names: ['rentang', 'range'], value: 'RANGE', repeats: true },
	{
		key: 'target',
		names: ['terhadap', 'target'],
		value: 'CHOICE',
		choices: [
			['profit', 'keuntungan', 'profit'],
			['valueAdded', 'nilai-tambah', 'value-added'],
		],
	},
	{ key: 'measure', names: ['ukuran', 'measure'], value: 'TEXT' },
	{ key: 'sheet', names: ['lembar', 'sheet'], value: 'TEXT' },
	{ key: 'fix', names: ['perbaiki', 'fix'], value: 'FIX', repeats: true },
	{ key: 'source', names: ['sumber', 'source'], value: 'TEXT' },
	{ key: 'title', names: ['judul', 'title'], value: 'TEXT' },
	{ key: 'date', names: ['tanggal', 'date'], value: 'DATE' },
	{ key: 'with-keys', names: ['dengan-kunci', 'with-keys'] },
	{ key: 'data', names: ['data'], value: 'FOLDER' },
];

/** Options every command takes. */
export const commonOptions: readonly OptionKey[] = [
	'help',
	'language',
	'numbers',
	'json',
	'no-color',
	'yes',
	'no-input',
];

export type CommandKey =
	| 'value-added.compute'
	| 'value-added.sensitivity'
	| 'value-added.compare'
	| 'check'
	| 'export'
	| 'report.create'
	| 'number'
	| 'example'
	| 'term'
	| 'doctor'
	| 'completion'
	| 'method.list'
	| 'method.describe'
	| 'method.run'
	| 'backup.create'
	| 'backup.restore'
	| 'backup.move'
	| 'password.renew'
	| 'demo';

export interface CommandRule {
	readonly key: CommandKey;
	/** Indonesian words, then English words; once when they are the same. */
	readonly words: readonly (readonly string[])[];
	/** What it takes besides options, with how many at least and at most. */
	readonly takes: 'FILE' | 'TEXT' | 'NAME' | 'WORD' | 'SHELL' | 'METHOD' | 'ACCOUNT' | null;
	readonly least: number;
	readonly most: number;
	readonly options: readonly OptionKey[];
	/** Works until Ctrl-C, and then ends by itself in its own time: that is no interruption. */
	readonly stays?: true;
	/** Imported only when called: start-up stays as quick as bare node. */
	readonly load: () => Promise<{ readonly run: (call: Call) => Promise<Answer> }>;
}

const reading: readonly OptionKey[] = ['sheet', 'fix'];
const writing: readonly OptionKey[] = ['to', 'force'];

export const commandRules: readonly CommandRule[] = [
	{
		key: 'value-added.compute',
		words: [
			['nilai-tambah', 'hitung'],
			['value-added', 'compute'],
		],
		takes: 'FILE',
		least: 1,
		most: 1,
		options: [...reading, ...writing, 'variant', 'basis', 'scope', 'jsonl'],
		load: () => import('./commands/value-added-compute.ts'),
	},
	{
		key: 'value-added.sensitivity',
		words: [
			['nilai-tambah', 'kepekaan'],
			['value-added', 'sensitivity'],
		],
		takes: 'FILE',
		least: 1,
		most: 1,
		options: [...reading, ...writing, 'range', 'target', 'basis', 'scope'],
		load: () => import('./commands/value-added-sensitivity.ts'),
	},
	{
		key: 'value-added.compare',
		words: [
			['nilai-tambah', 'banding'],
			['value-added', 'compare'],
		],
		takes: 'FILE',
		least: 1,
		most: 20,
		options: [...reading, ...writing, 'measure', 'basis', 'scope'],
		load: () => import('./commands/value-added-compare.ts'),
	},
	{
		key: 'check',
		words: [['periksa'], ['check']],
		takes: 'FILE',
		least: 1,
		most: 1000,
		options: [...reading, ...writing, 'fail-on', 'jsonl'],
		load: () => import('./commands/check.ts'),
	},
	{
		key: 'export',
		words: [['ekspor'], ['export']],
		takes: 'FILE',
		least: 1,
		most: 1,
		options: [...reading, ...writing, 'basis', 'scope', 'title', 'source', 'date'],
		load: () => import('./commands/export.ts'),
	},
	{
		key: 'report.create',
		words: [
			['laporan', 'buat'],
			['report', 'create'],
		],
		takes: 'FILE',
		least: 1,
		most: 1,
		options: [...reading, ...writing, 'basis', 'scope', 'title', 'source', 'date'],
		load: () => import('./commands/report-create.ts'),
	},
	{
		key: 'number',
		words: [['angka'], ['number']],
		takes: 'TEXT',
		least: 1,
		most: 1000,
		options: ['jsonl'],
		load: () => import('./commands/number.ts'),
	},
	{
		key: 'example',
		words: [['contoh'], ['example']],
		takes: 'NAME',
		least: 0,
		most: 1,
		options: writing,
		load: () => import('./commands/example.ts'),
	},
	{
		key: 'term',
		words: [['istilah'], ['term']],
		takes: 'WORD',
		least: 0,
		most: 10,
		options: [],
		load: () => import('./commands/term.ts'),
	},
	{
		key: 'doctor',
		words: [['dokter'], ['doctor']],
		takes: null,
		least: 0,
		most: 0,
		options: [],
		load: () => import('./commands/doctor.ts'),
	},
	{
		key: 'completion',
		words: [['lengkapi'], ['completion']],
		takes: 'SHELL',
		least: 1,
		most: 1,
		options: [],
		load: () => import('./commands/completion.ts'),
	},
	{
		key: 'method.list',
		words: [
			['metode', 'daftar'],
			['method', 'list'],
		],
		takes: null,
		least: 0,
		most: 0,
		options: [],
		load: () => import('./commands/method-list.ts'),
	},
	{
		key: 'method.describe',
		words: [
			['metode', 'jelaskan'],
			['method', 'describe'],
		],
		takes: 'METHOD',
		least: 1,
		most: 1,
		options: [],
		load: () => import('./commands/method-describe.ts'),
	},
	{
		key: 'method.run',
		words: [
			['metode', 'jalankan'],
			['method', 'run'],
		],
		takes: 'METHOD',
		least: 1,
		most: 2,
		options: [],
		load: () => import('./commands/method-run.ts'),
	},
	{
		key: 'backup.create',
		words: [
			['cadangan', 'buat'],
			['backup', 'create'],
		],
		takes: null,
		least: 0,
		most: 0,
		options: [...writing, 'with-keys'],
		load: () => import('./commands/backup-create.ts'),
	},
	{
		key: 'backup.restore',
		words: [
			['cadangan', 'pulihkan'],
			['backup', 'restore'],
		],
		takes: 'FILE',
		least: 1,
		most: 1,
		options: [],
		load: () => import('./commands/backup-restore.ts'),
	},
	{
		key: 'backup.move',
		words: [
			['cadangan', 'pindah'],
			['backup', 'move'],
		],
		takes: null,
		least: 0,
		most: 0,
		options: [],
		load: () => import('./commands/backup-move.ts'),
	},
	{
		key: 'password.renew',
		words: [
			['sandi', 'baru'],
			['password', 'renew'],
		],
		takes: 'ACCOUNT',
		least: 0,
		most: 1,
		options: [],
		load: () => import('./commands/password-renew.ts'),
	},
	{
		key: 'demo',
		words: [['demo']],
		takes: null,
		least: 0,
		most: 0,
		options: ['data'],
		stays: true,
		load: () => import('./commands/demo.ts'),
	},
];

/** The command's name as shown: its Indonesian words. */
export function commandName(rule: CommandRule): string {
	return (rule.words[0] as readonly string[]).join(' ');
}
