/** The words of columns, kinds and codes, in the language of a file and not of the request. */
import { m } from '#words/messages.js';
import type { Column, Kind } from './column.ts';
import type { ExportKind } from './schema.ts';

export type Language = 'id' | 'en';

type Said = (
	params: Readonly<Record<string, string | number>>,
	options: { readonly locale: Language },
) => string;
const words = m as unknown as Readonly<Record<string, Said | undefined>>;

/** A sentence by its key. Throws for a key without words, so that a test of every column finds it. */
export function said(
	key: string,
	language: Language,
	params: Readonly<Record<string, string | number>> = {},
): string {
	const sentence = words[key];
	if (sentence === undefined) throw new Error(`no words for ${key}`);
	return sentence(params, { locale: language });
}

/** In both languages, for what everybody reads. */
export const inBoth = (key: string): string => `${said(key, 'id')} / ${said(key, 'en')}`;

export const kindTitle = (kind: ExportKind, language: Language): string =>
	said(`export_kind_${kind.replaceAll('-', '_')}`, language);

export const heading = ({ words: key }: Column, language: Language): string =>
	said(`export_column_${key}`, language);

export const meaning = ({ words: key }: Column, language: Language): string =>
	said(`export_meaning_${key}`, language);

/** What a code of a column means. */
export const valueWords = ({ values }: Column, code: string, language: Language): string =>
	values?.codes.includes(code) ? said(`${values.prefix}${code.replaceAll('-', '_')}`, language) : code;

export const unitWords = ({ unit }: Column, language: Language): string =>
	unit === undefined ? '' : said(`export_unit_${unit.replaceAll('-', '_')}`, language);

/** The headings of a kind as a person reads them. */
export const headings = ({ columns }: Kind, language: Language): string[] =>
	columns.map((column) => heading(column, language));
