/** What every column of an export means, in both languages: one row a column. */
import type { Column, Kind } from './column.ts';
import { heading, inBoth, kindTitle, meaning, unitWords, valueWords } from './export-words.ts';
import type { Language } from './export-words.ts';

export const codebookColumns = [
	'table',
	'table_title',
	'column',
	'heading_id',
	'heading_en',
	'meaning_id',
	'meaning_en',
	'type',
	'unit_id',
	'unit_en',
	'values_id',
	'values_en',
	'always_filled',
	'refers_to',
] as const;

const valuesText = (column: Column, language: Language): string =>
	(column.values?.codes ?? []).map((code) => `${code} = ${valueWords(column, code, language)}`).join('; ');

const rowOf = (kind: Kind, column: Column): string[] => [
	kind.id,
	`${kindTitle(kind.id, 'id')} / ${kindTitle(kind.id, 'en')}`,
	column.name,
	heading(column, 'id'),
	heading(column, 'en'),
	meaning(column, 'id'),
	meaning(column, 'en'),
	inBoth(`export_type_${column.type.replaceAll('-', '_')}`),
	unitWords(column, 'id'),
	unitWords(column, 'en'),
	valuesText(column, 'id'),
	valuesText(column, 'en'),
	inBoth(column.required === true ? 'export_yes' : 'export_no'),
	column.refers ?? '',
];

/** The rows for the kinds of an export, as they are shown in it. */
export const codebookRows = (kinds: readonly Kind[]): string[][] =>
	kinds.flatMap((kind) => kind.columns.map((column) => rowOf(kind, column)));
