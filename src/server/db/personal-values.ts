/**
 * Personal values of the trail: how an entry is written with seals in their place, how it is read back, and how the values
 * of one person are taken out. A seal is the hash of a random salt and the value: without the salt nothing can be tried.
 */
import { randomBytes } from 'node:crypto';
import type { TransactionSql } from 'postgres';
import { canonicalText, plain, sha256 } from './canonical.ts';
import type { Plain } from './canonical.ts';
import { isPersonal, personOf } from './personal-fields.ts';
import { forgettingSetting } from './tenant.ts';

export type Side = 'before' | 'after' | 'actor';

/** A value as it lies beside its entry. */
export interface PersonalValue {
	readonly side: Side;
	readonly field: string;
	readonly personId: string | null;
	readonly salt: Buffer;
	readonly value: Plain;
}

/** What stands in a value's place. */
interface Seal {
	readonly sealed: string;
}

const HASH = /^[0-9a-f]{64}$/;
const SEALED_NAME = /^sealed:([0-9a-f]{64})$/;

const isSeal = (value: unknown): value is Seal =>
	typeof value === 'object' &&
	value !== null &&
	Object.keys(value).length === 1 &&
	HASH.test(String((value as Partial<Seal>).sealed));

const sealOf = (salt: Uint8Array, value: unknown): string =>
	sha256(`${Buffer.from(salt).toString('hex')}\n${canonicalText(value)}`).toString('hex');

const isRecord = (value: Plain): value is { readonly [key: string]: Plain | undefined } =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A trace as `addToAudit` is given it, with whom it tells of when its fields do not name her. */
export interface Traced {
	readonly kind: string;
	readonly id: string;
	readonly personId?: string | null;
	readonly before?: unknown;
	readonly after?: unknown;
}

export interface SealedTrace {
	readonly before: Plain;
	readonly after: Plain;
	readonly actorName: string;
	readonly values: readonly PersonalValue[];
}

/** The actor of a command, as far as her name goes. One who acts as a person on record can be forgotten like her. */
interface NamedActor {
	readonly name: string;
	readonly personId: string | null;
	readonly onRecordAs?: string | null;
}

/** What goes into an entry, and what beside it. */
export function sealTrace(trace: Traced | null, actor: NamedActor): SealedTrace {
	const values: PersonalValue[] = [];
	const keep = (side: Side, field: string, personId: string | null, value: Plain): string => {
		const salt = randomBytes(16);
		values.push({ side, field, personId, salt, value });
		return sealOf(salt, value);
	};
	const sealed = (side: 'before' | 'after'): Plain => {
		const given = plain(trace?.[side]);
		if (trace === null || !isRecord(given)) return given;
		const personId = trace.personId ?? personOf(trace.kind, trace.id, given);
		return Object.fromEntries(
			Object.entries(given).map(([name, value]) => {
				// What looks like a seal and is none would be missed later: it is sealed itself.
				const hidden = (value != null && isPersonal(trace.kind, name, value)) || isSeal(value);
				return [name, hidden ? { sealed: keep(side, name, personId, value ?? null) } : value];
			}),
		);
	};
	const { name } = actor;
	const personId = actor.onRecordAs ?? actor.personId;
	const actorName =
		personId !== null || SEALED_NAME.test(name) ? `sealed:${keep('actor', 'name', personId, name)}` : name;
	return { before: sealed('before'), after: sealed('after'), actorName, values };
}

/** Writes the values of entries that are there. */
export async function keepPersonal(
	tx: TransactionSql,
	orgId: string,
	entries: readonly {
		readonly number: string;
		readonly village: string | null;
		readonly values: readonly PersonalValue[];
	}[],
): Promise<void> {
	const rows = entries.flatMap(({ number, village, values }) =>
		values.map(({ side, field, personId, salt, value }) => ({
			number,
			side,
			field,
			person_id: personId,
			record_village: village,
			salt: salt.toString('hex'),
			value,
		})),
	);
	if (rows.length === 0) return;
	await tx`insert into audit_personal (org_id, number, side, field, person_id, record_village, salt, value)
		select ${orgId}, number, side, field, person_id, record_village, decode(salt, 'hex'), value
		from jsonb_to_recordset(${tx.json(rows as never)}) as given (number bigint, side text, field text,
			person_id uuid, record_village text, salt text, value jsonb)`;
}

/** The values of an entry as one column, for a statement that reads `audit_entry`. */
export const personalColumn = (tx: TransactionSql, orgId: string) => tx`
	(select jsonb_agg(jsonb_build_object('side', side, 'field', field, 'salt', encode(salt, 'hex'), 'value', value))
		from audit_personal where audit_personal.org_id = ${orgId}
			and audit_personal.number = audit_entry.number) as personal`;

/** What `personalColumn` gives. */
export type PersonalColumn =
	| readonly {
			readonly side: Side;
			readonly field: string;
			readonly salt: string;
			readonly value: Plain;
	  }[]
	| null;

/** An entry as it is kept. */
export interface SealedEntry {
	readonly actor_name: string;
	readonly before: Plain;
	readonly after: Plain;
	readonly personal: PersonalColumn;
}

/** Names one value of the trail: `12 after.phone`. */
const placeOf = (number: string, side: string, field: string): string => `${number} ${side}.${field}`;

/** Every seal of an entry by its place. */
function sealsOf(number: string, entry: SealedEntry): Map<string, string> {
	const seals = new Map<string, string>();
	const name = SEALED_NAME.exec(entry.actor_name)?.[1];
	if (name !== undefined) seals.set(placeOf(number, 'actor', 'name'), name);
	for (const side of ['before', 'after'] as const) {
		const record = entry[side];
		if (!isRecord(record)) continue;
		for (const [field, value] of Object.entries(record))
			if (isSeal(value)) seals.set(placeOf(number, side, field), value.sealed);
	}
	return seals;
}

/** The places of an entry whose values are not there; null when one that is there fits no seal. */
export function missingFrom(number: string, entry: SealedEntry): string[] | null {
	const seals = sealsOf(number, entry);
	for (const { side, field, salt, value } of entry.personal ?? []) {
		const place = placeOf(number, side, field);
		if (seals.get(place) !== sealOf(Buffer.from(salt, 'hex'), value)) return null;
		seals.delete(place);
	}
	return [...seals.keys()];
}

/** What is shown in the place of a value that was taken out: `{ forgotten: true }`. */
export interface ForgottenValue {
	readonly forgotten: true;
}

/** An entry as it is read: values in the places of their seals. A name that was taken out is null. */
export function withPersonal(entry: SealedEntry): { actorName: string | null; before: Plain; after: Plain } {
	const known = new Map(
		(entry.personal ?? []).map(({ side, field, value }) => [placeOf('', side, field), value]),
	);
	const opened = (side: 'before' | 'after'): Plain => {
		const record = entry[side];
		if (!isRecord(record)) return record;
		return Object.fromEntries(
			Object.entries(record).map(([field, value]) => [
				field,
				isSeal(value) ? (known.get(placeOf('', side, field)) ?? { forgotten: true }) : value,
			]),
		);
	};
	const name = SEALED_NAME.test(entry.actor_name)
		? ((known.get(placeOf('', 'actor', 'name')) as string | undefined) ?? null)
		: entry.actor_name;
	return { actorName: name, before: opened('before'), after: opened('after') };
}

/** The one verb whose entry says that values were taken out, and which: `{ "12": ["after.phone"] }`. */
export const FORGETTING = 'person.forget';
const TAKEN_OUT = 'taken_out';

/** The places that an entry says were taken out. */
export function takenOutBy(entry: { readonly verb: string; readonly after: Plain }): string[] {
	if (entry.verb !== FORGETTING || !isRecord(entry.after)) return [];
	const listed = entry.after[TAKEN_OUT];
	if (listed === undefined || !isRecord(listed)) return [];
	return Object.entries(listed).flatMap(([number, fields]) =>
		Array.isArray(fields) ? fields.map((field) => `${number} ${String(field)}`) : [],
	);
}

/** A piece of a statement. */
type Statement = ReturnType<TransactionSql>;

/** By what a text tells of somebody that no field connects with her: her whole name, the number of her phone. */
export interface Signs {
	readonly names: readonly string[];
	readonly phones: readonly string[];
}

/** The signs of a person: those she has today, and those that the trail still holds. */
export async function signsOf(
	tx: TransactionSql,
	{ orgId, personId }: { readonly orgId: string; readonly personId: string },
	today: { readonly name: string; readonly phone: string | null },
): Promise<Signs> {
	// What her enterprise is called is no name of hers: many bear it, and texts about others hold it.
	const rows = await tx<{ field: string; value: string }[]>`
		select distinct field, value #>> '{}' as value from audit_personal join audit_entry using (org_id, number)
		where org_id = ${orgId} and person_id = ${personId} and field in ('name', 'phone')
			and (side = 'actor' or record_kind in ('person', 'membership'))`;
	const earlier = (field: string) => rows.filter((row) => row.field === field).map(({ value }) => value);
	const names = [today.name, ...earlier('name')].map((name) => name.trim().toLowerCase());
	const phones = [today.phone ?? '', ...earlier('phone')].map((phone) =>
		phone.replace(/[^0-9]/g, '').replace(/^(62|0)/, ''),
	);
	return {
		// A name of one word is the name of many: it is no sign.
		names: [...new Set(names)].filter((name) => /\s/.test(name)),
		phones: [...new Set(phones)].filter((phone) => phone.length >= 7),
	};
}

/** A text as names are compared: small letters, one blank between its words and around them. */
const words = (tx: TransactionSql, text: Statement) => tx`
	(' ' || btrim(regexp_replace(lower(${text}), '[^[:alnum:]]+', ' ', 'g')) || ' ')`;

/**
 * Whether a text (a column of the statement) holds one of the signs: a whole name as words of its own, so that Sri Wahyu is
 * not found in Sri Wahyuni, or a number however it is written.
 */
export const holdsSign = (tx: TransactionSql, text: Statement, { names, phones }: Signs) => tx`
	(exists (select from unnest(${names as string[]}::text[]) sign
			where strpos(${words(tx, text)}, ${words(tx, tx`sign`)}) > 0)
		or exists (select from unnest(${phones as string[]}::text[]) sign
			where strpos(regexp_replace(${text}, '[^0-9]', '', 'g'), sign) > 0))`;

/** Which entries tell of a person: those of her records, and those that name her by her id. */
export const entriesAbout = (
	tx: TransactionSql,
	{ personId, records }: Pick<ToForget, 'personId' | 'records'>,
) => tx`
	(record_id = ${personId} or record_id = any (${records as string[]}::uuid[])
		or strpos(before::text, ${personId}) > 0 or strpos(after::text, ${personId}) > 0)`;

export interface ToForget {
	readonly orgId: string;
	readonly personId: string;
	/** Ids of records that are about her, besides those whose traces name her. */
	readonly records: readonly string[];
	readonly signs: Signs;
}

/** What was taken out of the trail, as the entry of the command says it. */
export interface TakenOut {
	readonly [TAKEN_OUT]: Readonly<Record<string, readonly string[]>>;
}

/**
 * Takes the values of a person out of the trail, with their salts: those that tell of her, those of her records that tell
 * of nobody else, what she wrote as a member, and texts that hold one of her signs. What she wrote at work stays, and names
 * nobody as its writer. Empties the hashes of the commands that wrote them. Gives what was
 * taken out, to be written into the entry of the command, or `verifyAudit` calls it a loss. The actor must see all villages.
 */
export async function forgetInTrail(
	tx: TransactionSql,
	{ orgId, personId, records, signs }: ToForget,
): Promise<TakenOut> {
	await tx.unsafe(forgettingSetting(personId));
	const about = entriesAbout(tx, { personId, records });
	const gone = await tx<{ number: string; place: string; commandId: string }[]>`
		delete from audit_personal using audit_entry
		where audit_personal.org_id = ${orgId} and audit_entry.org_id = ${orgId}
			and audit_entry.number = audit_personal.number and (person_id = ${personId} or (person_id is null and (
				record_id in (select record_id from audit_entry where org_id = ${orgId} and ${about})
				or (actor_role = 'member' and audit_personal.number in (select number from audit_personal
					where org_id = ${orgId} and person_id = ${personId} and side = 'actor'))
				or ${holdsSign(tx, tx`value #>> '{}'`, signs)})))
		returning audit_personal.number, side || '.' || field as place, command_id as "commandId"`;
	await tx.unsafe(forgettingSetting(null));
	await tx`update command_receipt set input_sha256 = '' where org_id = ${orgId} and (
		command_id = any (${gone.map(({ commandId }) => commandId)}::uuid[])
		or command_id in (select command_id from audit_entry where org_id = ${orgId} and ${about}))`;
	const taken: Record<string, string[]> = {};
	for (const { number, place } of gone) (taken[number] ??= []).push(place);
	for (const places of Object.values(taken)) places.sort();
	return { [TAKEN_OUT]: taken };
}
