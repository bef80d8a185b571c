/**
 * What an entry of the trail changed, field by field, in words: names of fields and codes are those that an export has for
 * the same columns.
 */
import type { Column } from '../export/column.ts';
import { heading, said, valueWords } from '../export/export-words.ts';
import type { Language } from '../export/export-words.ts';
import { kinds } from '../export/kinds.ts';
import type { ForgottenValue } from '../../db/personal-values.ts';
import { asField, columnNames } from '../../db/rows.ts';
import { m } from '#words/messages.js';

export interface TraceRow {
	readonly field: string;
	/** Null for a field that has no words. */
	readonly label: string | null;
	/** Null when nothing stood there. Days and moments stay as they are written, for the page to tell. */
	readonly before: string | null;
	readonly after: string | null;
}

/** A trace's kind is called as the exports call its table, but for these. */
const tables: Readonly<Record<string, string>> = { group: 'producer_group' };
const tableOf = (kind: string): string => tables[kind] ?? kind.replaceAll('-', '_');

/** `person.birth_year` -> how an export tells of it; of a table's own kind before one that names it. */
const columns = new Map<string, Column>();
for (const own of [true, false])
	for (const kind of kinds) {
		const [table] = kind.columns.find(({ key }) => key)?.from[0]?.split('.') ?? [];
		for (const column of kind.columns)
			for (const from of column.from)
				if (from.startsWith(`${table}.`) === own && !columns.has(from)) columns.set(from, column);
	}

/** A column that points at a record, or at a village, means the same in every table. */
const pointers = new Map<string, Column>();
for (const [from, column] of columns) {
	const name = from.split('.')[1] ?? '';
	if (/_(id|code)$/.test(name) && !pointers.has(name)) pointers.set(name, column);
}

/** Codes that no export has. */
const codes: Readonly<Record<string, string>> = {
	'membership.role': 'house_role_',
	'invitation.role': 'house_role_',
	'organisation.kind': 'house_kind_',
	'group_member.role': 'groups_role_',
	'person.removed_reason': 'people_reason_',
	'producer_group.removed_reason': 'groups_reason_',
	'person.identity': 'trail_identity_',
	'intake.state': 'trail_intake_',
};

const words = m as unknown as Readonly<Record<string, unknown>>;
const saidIfAny = (key: string, language: Language): string | null =>
	words[key] === undefined ? null : said(key, language);

function labelOf(table: string, name: string, language: Language): string | null {
	const own = columns.get(`${table}.${name}`);
	if (own !== undefined) return heading(own, language);
	const pointer = pointers.get(name);
	return (
		saidIfAny(`trail_field_${name}`, language) ?? (pointer === undefined ? null : heading(pointer, language))
	);
}

/** Taken out because somebody asked to be forgotten. */
const isForgotten = (value: object): value is ForgottenValue =>
	'forgotten' in value && Object.keys(value).length === 1;

function textOf(place: string, value: unknown, language: Language): string | null {
	if (value === null || value === undefined || value === '') return null;
	if (typeof value === 'boolean') return said(value ? 'export_yes' : 'export_no', language);
	if (Array.isArray(value)) return value.map((one) => textOf(place, one, language)).join(', ') || null;
	if (typeof value === 'object')
		return isForgotten(value) ? said('forget_value', language) : JSON.stringify(value);
	const text = String(value as string | number);
	const column = columns.get(place);
	if (column !== undefined) return valueWords(column, text, language);
	return saidIfAny(`${codes[place] ?? 'no words for '}${text.replaceAll('-', '_')}`, language) ?? text;
}

type Side = Readonly<Record<string, unknown>>;
/** By the names of fields: a trace may have those of columns. */
const sideOf = (side: unknown): Side =>
	Object.fromEntries(Object.entries((side ?? {}) as Side).map(([name, value]) => [asField(name), value]));

/** Counted by the database, or said by the entry itself. */
const UNTOLD = ['version', 'orgId', 'searchName'];

/**
 * The fields that an entry changed, in the order in which it was written: of a new or removed record all that it has or
 * had. What the later side does not tell stayed as it was.
 */
export function traceRows(
	entry: {
		readonly recordKind: string | null;
		readonly recordId: string | null;
		readonly before: unknown;
		readonly after: unknown;
	},
	language: Language,
): TraceRow[] {
	const [before, after] = [sideOf(entry.before), sideOf(entry.after)];
	const table = tableOf(entry.recordKind ?? '');
	return Object.keys(entry.after === null ? before : after)
		.filter((field) => !UNTOLD.includes(field))
		.filter((field) => after[field] !== entry.recordId && before[field] !== entry.recordId)
		.map((field): TraceRow => {
			const [name = field] = columnNames([field]);
			const text = (side: Side) => textOf(`${table}.${name}`, side[field], language);
			return { field, label: labelOf(table, name, language), before: text(before), after: text(after) };
		})
		.filter((row) => row.before !== row.after);
}
