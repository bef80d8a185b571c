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
	/** Null when nothing stood there. */
	readonly before: string | null;
	readonly after: string | null;
	/** Days and moments stand as 2026-11-23 and in UTC, for the page to tell; `parts` are of several fields of their own. */
	readonly form: 'text' | 'day' | 'moment' | 'parts';
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
	'household.relation': 'people_relation_',
	'membership.password': 'trail_password_',
	'enterprise.contact': 'trail_contact_',
	'stakeholder.contact': 'trail_contact_',
	'intake.state': 'trail_intake_',
	'intake.file': 'trail_file_',
	'intake.kind': 'intake_kind_',
	'export.kinds': 'export_kind_',
	'export.form': 'export_page_form_',
	'export.use': 'export_page_use_',
};

const words = m as unknown as Readonly<Record<string, unknown>>;
const saidIfAny = (key: string, language: Language): string | null =>
	words[key] === undefined ? null : said(key, language);

function labelOf(table: string, name: string, language: Language): string | null {
	// What stands there is told by its name: an export calls it an ID or a code.
	const named = saidIfAny(`trail_named_${name}`, language);
	if (named !== null) return named;
	const own = columns.get(`${table}.${name}`);
	if (own !== undefined) return heading(own, language);
	const pointer = pointers.get(name);
	return (
		saidIfAny(`trail_field_${table}_${name}`, language) ??
		saidIfAny(`trail_field_${name}`, language) ??
		(pointer === undefined ? null : heading(pointer, language))
	);
}

/** Taken out because somebody asked to be forgotten. */
const isForgotten = (value: object): value is ForgottenValue =>
	'forgotten' in value && Object.keys(value).length === 1;

/** 25000.00 and 25000 are one amount. */
const figureText = (text: string, language: Language): string => {
	const exact = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
	return language === 'id' ? exact.replace('.', ',') : exact;
};

function codeText(place: string, text: string, language: Language): string {
	const key = `${codes[place] ?? ''}${text.replace(/[^a-z0-9]+/gi, '_')}`;
	return (place in codes ? saidIfAny(key, language) : null) ?? text;
}

/** What the trail calls by an id or a village's code, by that: its name today, null of somebody who was forgotten. */
export type Names = ReadonlyMap<string, string | null>;

/** One side of an agreement is `{ kind: 'enterprise', id }`. */
const pointsAt = (value: object): string | null =>
	'id' in value && 'kind' in value && typeof value.id === 'string' ? value.id : null;

function nameOf(place: string, text: string, language: Language, names: Names): string | undefined {
	const isVillage = text.length !== 10 || /villages?(_codes?)?$/.test(place);
	const name = isVillage ? names.get(text) : undefined;
	return name === null ? said('forget_nameless', language) : name;
}

function textOf(place: string, value: unknown, language: Language, names: Names): string | null {
	if (value === null || value === undefined || value === '') return null;
	if (typeof value === 'boolean') return said(value ? 'export_yes' : 'export_no', language);
	const told = (one: unknown): string | null => textOf(place, one, language, names);
	if (Array.isArray(value)) {
		const between = value.some((one) => typeof one === 'object') ? '; ' : ', ';
		return value.map(told).join(between) || null;
	}
	if (typeof value === 'object') {
		if (isForgotten(value)) return said('forget_value', language);
		const pointed = nameOf(place, pointsAt(value) ?? '', language, names);
		if (pointed !== undefined) return pointed;
		const parts = Object.entries(value).map(([name, one]) => [name, told(one)] as const);
		return parts.flatMap(([name, one]) => (one === null ? [] : [`${name}: ${one}`])).join(', ') || null;
	}
	const text = String(value as string | number);
	const name = nameOf(place, text, language, names);
	if (name !== undefined) return name;
	const column = columns.get(place);
	if (column?.type === 'decimal') return figureText(text, language);
	return column?.values === undefined ? codeText(place, text, language) : valueWords(column, text, language);
}

const isOfParts = (value: unknown, names: Names): boolean =>
	typeof value === 'object' &&
	value !== null &&
	(Array.isArray(value)
		? value.some((one) => isOfParts(one, names))
		: !isForgotten(value) && !names.has(pointsAt(value) ?? ''));

const DAY = /(^on|_on|^since|^until|^valid_from)$/;
const formOf = (name: string, names: Names, ...values: readonly unknown[]): TraceRow['form'] =>
	values.some((value) => isOfParts(value, names))
		? 'parts'
		: DAY.test(name)
			? 'day'
			: name.endsWith('_at')
				? 'moment'
				: 'text';

type Side = Readonly<Record<string, unknown>>;
/** By the names of fields: a trace may have those of columns. */
const sideOf = (side: unknown): Side =>
	Object.fromEntries(Object.entries((side ?? {}) as Side).map(([name, value]) => [asField(name), value]));

/** A counter against two people who change one record, and what the search reads. Of a study the version is what was done. */
const isTold = (kind: string, field: string): boolean =>
	!['orgId', 'searchName'].includes(field) && (field !== 'version' || kind.startsWith('study'));

interface Entry {
	readonly verb: string;
	readonly recordKind: string | null;
	readonly recordId: string | null;
	readonly before: unknown;
	readonly after: unknown;
}

/** Who moves to another village leaves an entry in each: in the one that she left nothing was emptied. */
const movedAway = ({ verb, before, after }: Entry): boolean =>
	/\.change$/.test(verb) && before !== null && after === null;

/** The fields that an entry changed: of a new or removed record all that it has or had. What the later side does not tell stayed. */
export function traceRows(entry: Entry, language: Language, names: Names = new Map()): TraceRow[] {
	const [before, after] = [sideOf(entry.before), sideOf(entry.after)];
	const kind = entry.recordKind ?? '';
	const table = tableOf(kind);
	const away = movedAway(entry);
	return Object.keys(entry.after === null ? before : after)
		.filter((field) => isTold(kind, field) && (!away || field === 'villageCode'))
		.filter((field) => after[field] !== entry.recordId && before[field] !== entry.recordId)
		.map((field): TraceRow => {
			const [name = field] = columnNames([field]);
			const text = (side: Side) => textOf(`${table}.${name}`, side[field], language, names);
			return {
				field,
				label: labelOf(table, name, language),
				before: text(before),
				after: away ? said('trail_moved_away', language) : text(after),
				form: away ? 'text' : formOf(name, names, before[field], after[field]),
			};
		})
		.filter((row) => row.before !== row.after);
}
