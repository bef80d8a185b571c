/** Reading people: the list with its search, the card, the possible doubles. */
import type { TransactionSql } from 'postgres';
import { may } from '#server/access/roles.ts';
import type { Actor, Right } from '#server/access/roles.ts';
import { identityKeys } from '#server/identity/identity-keys.ts';
import { maskedIdentityNumber, openIdentityNumber } from '#server/identity/identity-number.ts';
import { Problem } from '#server/problems.ts';
import { mayBeChild, searchText } from './schema.ts';

/** Refuses who may not read this. A member without a record of her own would see everybody's. */
export function checkMayRead(actor: Actor, right: Right = 'see-people'): void {
	if (!may(actor.role, right) || (actor.role === 'member' && actor.personId === null))
		throw new Problem('not_allowed', { right });
}

/** The name and village of a person whom the actor sees; null for everybody else, whether she exists or not. */
export async function personSeen(tx: TransactionSql, { orgId }: Actor, personId: string) {
	const [found] = await tx<{ name: string; village_code: string; birth_year: number | null }[]>`
		select name, village_code, birth_year from person
		where org_id = ${orgId} and person_id = ${personId} and removed_at is null`;
	return found ?? null;
}

export interface PeopleFilter {
	/** Villages to look in: a programme's, or one of them. Null for all that the actor sees. */
	readonly villages: readonly string[] | null;
	/** The beginning of a name, from any of its words on. */
	readonly search?: string;
	/** Members of this group today. */
	readonly groupId?: string | null;
	/** Those alone who have not agreed, or no longer agree, to be on record. */
	readonly withoutConsent?: boolean;
	/** Where the page before ended. */
	readonly after?: string | null;
	readonly limit?: number;
}

/** Why a person's data is handled with more care than others'; null when it is not. */
export type Sensitivity = 'child' | 'marked' | null;

export interface PersonLine {
	readonly personId: string;
	readonly name: string;
	readonly sex: 'female' | 'male' | null;
	readonly birthYear: number | null;
	readonly phone: string | null;
	readonly villageCode: string;
	readonly villageName: string;
	readonly sensitive: Sensitivity;
	readonly groups: readonly string[];
}

interface Row {
	readonly person_id: string;
	readonly name: string;
	readonly sex: 'female' | 'male' | null;
	readonly birth_year: number | null;
	readonly phone: string | null;
	readonly village_code: string;
	readonly village_name: string;
	readonly marked_sensitive: boolean;
	readonly name_from: string;
	readonly groups: readonly string[];
}

const sensitivityOf = (row: Pick<Row, 'birth_year' | 'marked_sensitive'>, at: Date): Sensitivity =>
	mayBeChild(row.birth_year, at) ? 'child' : row.marked_sensitive ? 'marked' : null;

/** Where somebody lives and how she is reached is, of people to be careful with, for those who accompany them. */
const showsContact = ({ role, personId }: Actor, sensitive: Sensitivity): boolean =>
	sensitive === null || may(role, 'change-people') || personId !== null;

const cursorOf = ({ name_from, person_id }: Row): string =>
	Buffer.from(JSON.stringify([name_from, person_id])).toString('base64url');

/** The cursor comes back from an address, so anything may stand in it. */
function readCursor(text: string | null | undefined): readonly [string, string] | null {
	if (text == null || text === '') return null;
	try {
		const [name, id, ...rest] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[];
		const good = typeof name === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id);
		if (good && !name.includes('\0') && rest.length === 0) return [name, id];
	} catch {
		// Falls through to the answer for every other text.
	}
	throw new Problem('input_not_readable', { field: 'after' });
}

/** After every text that begins like this one, compared byte by byte. */
const END = '\u{10ffff}';

/** Of a name `n`: whose it is has not agreed to be on record. */
const notAgreed = (tx: TransactionSql, orgId: string) => tx`not exists (select from consent
	where consent.org_id = ${orgId} and consent.person_id = n.person_id and consent.purpose = 'record'
		and consent.withdrawn_on is null)`;

/** How many people of these villages have not agreed to be on record: as many as the list with that filter has. */
export async function countWithoutConsent(
	tx: TransactionSql,
	actor: Actor,
	villages: readonly string[],
): Promise<number> {
	checkMayRead(actor);
	const { orgId } = actor;
	const [row] = await tx<{ count: number }[]>`
		select count(*)::int from person_name n
		where n.org_id = ${orgId} and n.word = 0 and n.village_code = any (${villages as string[]})
			and ${notAgreed(tx, orgId)}`;
	return row?.count ?? 0;
}

/**
 * The statement of the list. Names are taken in order from an index, village by village, no more than a page of each, so
 * that its cost does not grow with the number of people.
 */
export function peopleStatement(tx: TransactionSql, actor: Actor, filter: PeopleFilter) {
	const { orgId, personId } = actor;
	const { groupId = null, limit = 50 } = filter;
	// The policies say so too, but only what the statement asks for is looked up.
	const villages =
		filter.villages?.filter((code) => actor.villages?.includes(code) ?? true) ?? actor.villages;
	const search = searchText(filter.search ?? '');
	const after = readCursor(filter.after);
	const found = (alias: string) =>
		tx`${tx(alias)}.name_from >= ${search} and ${tx(alias)}.name_from < ${search + END}`;
	// Who has two words that begin like this (Siti Sitorus) is listed once, at the first.
	const wanted =
		search === ''
			? tx`n.word = 0`
			: tx`${found('n')} and not exists (select from person_name earlier
				where earlier.org_id = ${orgId} and earlier.person_id = n.person_id
					and ${found('earlier')} and earlier.name_from < n.name_from)`;
	const inGroup =
		groupId === null
			? tx``
			: tx`and n.person_id in (select member.person_id from group_member member
				where member.org_id = ${orgId} and member.group_id = ${groupId} and member.left_on is null)`;
	const page = tx`
		where n.org_id = ${orgId} and ${wanted} ${inGroup}
		${filter.withoutConsent ? tx`and ${notAgreed(tx, orgId)}` : tx``}
		${personId === null ? tx`` : tx`and n.person_id = ${personId}`}
		${after === null ? tx`` : tx`and (n.name_from, n.person_id) > (${after[0]}, ${after[1]}::uuid)`}`;
	const ordered = tx`order by n.name_from, n.person_id limit ${limit + 1}`;
	const names =
		villages === null
			? tx`select n.person_id, n.name_from from person_name n ${page} ${ordered}`
			: tx`select n.person_id, n.name_from from unnest(${[...new Set(villages)]}::text[]) place (code)
				cross join lateral (select n.person_id, n.name_from from person_name n
					${page} and n.village_code = place.code ${ordered}) n ${ordered}`;
	return tx<Row[]>`
		select n.person_id, n.name_from, person.name, sex, birth_year, phone, village_code, marked_sensitive,
			area.name as village_name, array(
				select producer_group.name from group_member member
				join producer_group on producer_group.org_id = ${orgId} and producer_group.group_id = member.group_id
				where member.org_id = ${orgId} and member.person_id = n.person_id and member.left_on is null
				order by producer_group.name) as groups
		from (${names}) n
		join person on person.org_id = ${orgId} and person.person_id = n.person_id
		join area on area.code = person.village_code
		order by n.name_from, n.person_id`;
}

/** A page of people in the order of their names, and where the next begins. */
export async function peoplePage(tx: TransactionSql, actor: Actor, filter: PeopleFilter, at: Date) {
	checkMayRead(actor);
	const limit = Math.min(filter.limit ?? 50, 200);
	const rows = await peopleStatement(tx, actor, { ...filter, limit });
	const shown = rows.slice(0, limit);
	const last = shown.at(-1);
	return {
		people: shown.map((row): PersonLine => {
			const sensitive = sensitivityOf(row, at);
			return {
				personId: row.person_id,
				name: row.name,
				sex: row.sex,
				birthYear: row.birth_year,
				phone: showsContact(actor, sensitive) ? row.phone : null,
				villageCode: row.village_code,
				villageName: row.village_name,
				sensitive,
				groups: row.groups,
			};
		}),
		next: rows.length > limit && last !== undefined ? cursorOf(last) : null,
	};
}

/** What is shown of an identity number: never more than its ends. */
export type ShownIdentity =
	| { readonly state: 'none' }
	| { readonly state: 'kept'; readonly masked: string }
	/** The key it was sealed with is not here. */
	| { readonly state: 'unreadable' };

function shownIdentity(orgId: string, personId: string, sealed: string | null): ShownIdentity {
	if (sealed === null) return { state: 'none' };
	const bare = openIdentityNumber(identityKeys(), { orgId, personId }, sealed);
	return bare === null ? { state: 'unreadable' } : { state: 'kept', masked: maskedIdentityNumber(bare) };
}

/** Others with the same number whom the actor sees too. Told to those who may put it right. */
const sameNumber = (tx: TransactionSql, { orgId }: Actor, personId: string) =>
	tx<{ person_id: string; name: string }[]>`
		select person.person_id, person.name from person_identity mine
		join person_identity other on other.org_id = ${orgId} and other.fingerprint = mine.fingerprint
			and other.person_id <> mine.person_id
		join person on person.org_id = ${orgId} and person.person_id = other.person_id
		where mine.org_id = ${orgId} and mine.person_id = ${personId}
		order by person.name limit 5`;

/** Everything about one person that stands on her own card. */
export async function personCard(tx: TransactionSql, actor: Actor, personId: string, at: Date) {
	checkMayRead(actor);
	const { orgId } = actor;
	const [row] = await tx<
		(Omit<Row, 'name_from' | 'groups'> & {
			address: string | null;
			note: string | null;
			version: number;
			removed_at: Date | null;
			removed_reason: string | null;
			forgotten_at: Date | null;
			sealed: string | null;
		})[]
	>`
		select person.*, area.name as village_name, person_identity.sealed
		from person join area on area.code = person.village_code
		left join person_identity on person_identity.org_id = ${orgId}
			and person_identity.person_id = person.person_id
		where person.org_id = ${orgId} and person.person_id = ${personId}`;
	if (row === undefined) throw new Problem('not_found', { record: 'person' });
	const sensitive = sensitivityOf(row, at);
	const contact = showsContact(actor, sensitive);
	const doubles = may(actor.role, 'change-people') ? await sameNumber(tx, actor, personId) : [];
	return {
		personId,
		name: row.name,
		sex: row.sex,
		birthYear: row.birth_year,
		villageCode: row.village_code,
		villageName: row.village_name,
		phone: contact ? row.phone : null,
		address: contact ? row.address : null,
		note: contact ? row.note : null,
		/** False when phone, address and note are kept from this reader. */
		contactShown: contact,
		markedSensitive: row.marked_sensitive,
		sensitive,
		version: row.version,
		removedAt: row.removed_at,
		removedReason: row.removed_reason,
		/** Her name is none any more. */
		forgottenAt: row.forgotten_at,
		identity: shownIdentity(orgId, personId, row.sealed),
		sameNumber: doubles.map(({ person_id, name }) => ({ personId: person_id, name })),
	};
}

export type PersonCard = Awaited<ReturnType<typeof personCard>>;

/** How long after `person.reveal-identity` the number may be read, so that an old trace opens nothing. */
const SHOWN_FOR = 60_000;

/**
 * A number in full, for the command that left the trace of it: the same account, within a minute. Nothing else in the
 * program gives one.
 */
export async function revealedIdentity(
	tx: TransactionSql,
	actor: Actor,
	commandId: string,
	at: Date,
): Promise<string> {
	checkMayRead(actor, 'reveal-identity');
	const { orgId, accountId } = actor;
	const [told] = await tx<{ receipt: { personId: string; accountId: string | null }; at: Date }[]>`
		select receipt -> 'answer' as receipt, at from command_receipt
		where org_id = ${orgId} and command_id = ${commandId} and verb = 'person.reveal-identity'`;
	const fresh = told !== undefined && Math.abs(at.getTime() - told.at.getTime()) <= SHOWN_FOR;
	if (!fresh || told.receipt.accountId !== accountId) throw new Problem('not_allowed', { right: 'reveal' });
	const { personId } = told.receipt;
	const [row] = await tx<{ sealed: string }[]>`
		select sealed from person_identity where org_id = ${orgId} and person_id = ${personId}`;
	if (row === undefined) throw new Problem('not_found', { record: 'identity' });
	const bare = openIdentityNumber(identityKeys(), { orgId, personId }, row.sealed);
	if (bare === null) throw new Problem('identity_unreadable', { record: 'identity' });
	return bare;
}

export interface PossibleDouble {
	/** The same identity number, or the same name, village and year of birth. */
	readonly reason: 'number' | 'name';
	readonly people: readonly { readonly personId: string; readonly name: string; readonly village: string }[];
}

/** People who may have been written down twice, in any village: for those who see all of them. */
export async function possibleDoubles(tx: TransactionSql, actor: Actor): Promise<PossibleDouble[]> {
	checkMayRead(actor, 'see-doubles');
	const { orgId } = actor;
	const rows = await tx<{ reason: 'number' | 'name'; people: PossibleDouble['people'] }[]>`
		with pairs as (
			(select 'number' as reason, array_agg(person_id) as ids from person_identity
				where org_id = ${orgId} group by fingerprint having count(*) > 1 limit 100)
			union all
			(select 'name', array_agg(person.person_id) from person_name
				join person on person.org_id = ${orgId} and person.person_id = person_name.person_id
				where person_name.org_id = ${orgId} and word = 0 and birth_year is not null
				group by name_from, person_name.village_code, birth_year having count(*) > 1 limit 100)
		)
		select reason, (select jsonb_agg(jsonb_build_object(
				'personId', person.person_id, 'name', person.name, 'village', area.name) order by person.person_id)
			from person join area on area.code = person.village_code
			where person.org_id = ${orgId} and person.person_id = any (pairs.ids)) as people
		from pairs order by reason desc, ids`;
	return [...rows];
}
