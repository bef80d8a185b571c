/** What an export says of a column: where it comes from, what it holds, and whether it may be handed out. */
import type { PendingQuery, Row, TransactionSql } from 'postgres';
import type { ExportKind, ExportUse } from './schema.ts';

/**
 * `digits` is text that looks like a number (a phone, a permit): spreadsheets must not take its first nought away.
 * `decimal` is exact, `day` is `2026-11-22`, `moment` is in UTC, `list` is several texts.
 */
export type ColumnType =
	'id' | 'text' | 'digits' | 'choice' | 'whole' | 'decimal' | 'day' | 'moment' | 'yes-no' | 'list';

export interface Column {
	readonly name: string;
	readonly type: ColumnType;
	/** Columns of tables that it shows: `person.birth_year`. */
	readonly from: readonly string[];
	/** How the database gives it. */
	readonly sql: string;
	/** `export_column_<words>` and `export_meaning_<words>`. */
	readonly words: string;
	/** Never empty. */
	readonly required?: boolean;
	readonly key?: boolean;
	/** Codes, and the beginning of their words. */
	readonly values?: { readonly codes: readonly string[]; readonly prefix: string };
	/** `export_unit_<unit>`. */
	readonly unit?: string;
	readonly between?: readonly [least: number | null, most: number | null];
	/** The kind whose key it holds. */
	readonly refers?: ExportKind;
	/** What is handed out: nothing, or this instead. Absent: the same. */
	readonly published?: 'nothing' | { readonly sql: string };
}

/** Whose export, of what, for whom. */
export interface Scope {
	readonly orgId: string;
	readonly programmeId: string;
	/** The programme's villages that she sees. */
	readonly villages: readonly string[];
	/** The person whose records alone she sees; null when all. */
	readonly personId: string | null;
	/** Phones and addresses of people to be careful with are not hers to see. */
	readonly careful: boolean;
	readonly use: ExportUse;
	readonly at: Date;
	/** Of this export alone: with it ids are hidden and rows are mixed. */
	readonly salt: string;
}

type Part = PendingQuery<Row[]>;

export interface Kind {
	readonly id: ExportKind;
	readonly columns: readonly Column[];
	/** From `from` on, without an order. */
	readonly source: (tx: TransactionSql, scope: Scope) => Part;
	/** Within the organisation; what is handed out comes in an order that says nothing. */
	readonly order: string;
	/** Never handed out. */
	readonly insideOnly?: boolean;
	/** What is done to a row after it was read, in place. */
	readonly adjust?: (row: Record<string, unknown>, scope: Scope) => void;
}

type More = Partial<Omit<Column, 'name' | 'type' | 'from'>>;

const column =
	(type: ColumnType) =>
	(from: string, name: string, more: More = {}): Column => ({
		name,
		type,
		from: from === '' ? [] : [from],
		sql: from,
		words: name,
		...more,
	});

export const id = column('id');
export const text = column('text');
export const digits = column('digits');
export const whole = column('whole');
export const day = column('day');
export const moment = column('moment');
export const yesNo = column('yes-no');
export const list = column('list');

/** 20.00 and 20 are one. */
export const decimal = (from: string, name: string, more: More = {}): Column =>
	column('decimal')(from, name, { sql: `trim_scale(${from})`, ...more });

export const choice = (
	from: string,
	name: string,
	prefix: string,
	codes: readonly string[],
	more: More = {},
): Column => column('choice')(from, name, { values: { prefix, codes }, ...more });

/** The id of the kind itself. */
export const key = (from: string, name: string, more: More = {}): Column =>
	id(from, name, { key: true, required: true, ...more });

/** What tells who somebody is, or lets her be reached. */
export const PERSONAL = { published: 'nothing' } as const;

/** Code and name of a village; the statement joins `area`. */
export const village = (table: string, more: More = {}): Column[] => [
	digits(`${table}.village_code`, 'village_code', { required: true, ...more }),
	text('area.name', 'village_name', more.required === false ? {} : { required: true }),
];

/** The person that a column names: empty when she is not in the export. The statement joins `person` by `personNamed`. */
export const personRef = (from: string, name: string, more: More = {}): Column =>
	id(from, name, { sql: 'person.person_id', refers: 'people', ...more });
