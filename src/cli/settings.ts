/** How to speak and draw: options first, then the environment, then defaults; each with where it came from. */
import type { Locale, Screen } from './call.ts';
import type { OptionKey } from './grammar.ts';

type Environment = Readonly<Record<string, string | undefined>>;

interface Terminal {
	readonly isTTY?: boolean;
	readonly columns?: number;
}

/** Whether the terminal can show marks beyond ASCII. A locale that names no character set counts as UTF-8. */
export function showsUnicode(env: Environment): boolean {
	if (env['TERM'] === 'dumb') return false;
	const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
	if (locale === 'C' || locale === 'POSIX') return false;
	const charset = /\.([\w-]+)/.exec(locale)?.[1];
	return charset === undefined || /^utf-?8$/i.test(charset);
}

/** Reads every setting that changes how an answer looks. */
export function screenFor(
	options: ReadonlyMap<OptionKey, readonly string[]>,
	env: Environment,
	out: Terminal,
): Screen {
	const origins: { setting: string; value: string; from: string }[] = [];
	const note = <Value extends string | boolean>(setting: string, value: Value, from: string): Value => {
		origins.push({ setting, value: String(value), from });
		return value;
	};
	const table = out.isTTY === true;
	const asked = options.get('language')?.at(-1);
	const fromEnv = env['SENTRA_BAHASA']?.toLowerCase();
	const locale: Locale =
		asked !== undefined
			? note('bahasa', asked as Locale, '--bahasa')
			: fromEnv === 'en' || fromEnv === 'id'
				? note('bahasa', fromEnv, 'SENTRA_BAHASA')
				: note('bahasa', 'id', 'default');
	const style = options.get('numbers')?.at(-1) as Screen['numbers'] | undefined;
	const numbers: Screen['numbers'] =
		style !== undefined
			? note('angka', style, '--angka')
			: table
				? note('angka', locale, 'bahasa')
				: note('angka', 'raw', 'stdout');
	const noColour = options.has('no-color') ? '--tanpa-warna' : env['NO_COLOR'] ? 'NO_COLOR' : '';
	const colour =
		noColour !== ''
			? note('warna', false, noColour)
			: env['TERM'] === 'dumb'
				? note('warna', false, 'TERM')
				: note('warna', table, 'stdout');
	const unicode = showsUnicode(env);
	note('unicode', unicode, unicode ? 'default' : env['TERM'] === 'dumb' ? 'TERM' : 'LC_ALL/LC_CTYPE/LANG');
	return { locale, numbers, colour, unicode, table, width: out.columns ?? 100, origins };
}
