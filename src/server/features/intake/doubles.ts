/**
 * Who of a list may be there already, among those whom the person who asks may see: of others she learns nothing. And who
 * stands in the list twice.
 */
import type { TransactionSql } from 'postgres';
import { may } from '#server/access/roles.ts';
import type { Actor } from '#server/access/roles.ts';
import { identityKeys } from '#server/identity/identity-keys.ts';
import { identityFingerprint } from '#server/identity/identity-number.ts';
import { searchText } from '../person/schema.ts';
import type { EnterpriseToWrite, JudgedRow, PersonToWrite } from './judged.ts';

interface Asking {
	readonly tx: TransactionSql;
	readonly actor: Actor;
	readonly programmeId: string;
}

type Good<Row> = JudgedRow<Row> & { readonly record: Row };

const goodRows = <Row>(rows: readonly JudgedRow<Row>[]): Good<Row>[] =>
	rows.filter((row): row is Good<Row> => row.record !== null);

const ASKED_AT_ONCE = 5000;

function* portions<One>(all: readonly One[]): Generator<readonly One[]> {
	for (let from = 0; from < all.length; from += ASKED_AT_ONCE) yield all.slice(from, from + ASKED_AT_ONCE);
}

/**
 * For who may see numbers in full alone. Anybody else could hand in a list of every number that fits what is shown of one
 * (3515••••••••0012), read off which of them is known, and drop the list: the page of doubles tells her of equal numbers
 * once they are written, with her name in the trail.
 */
async function byNumber(
	{ tx, actor: { orgId, role } }: Asking,
	rows: readonly Good<PersonToWrite>[],
): Promise<void> {
	if (!may(role, 'reveal-identity')) return;
	const keys = identityKeys();
	const numbered = rows.flatMap((row) => {
		const { identityNumber: number } = row.record;
		return number === null ? [] : [{ row, print: identityFingerprint(keys, orgId, number).toString('hex') }];
	});
	for (const portion of portions(numbered)) {
		const prints = portion.map(({ print }) => print);
		const known = await tx<{ print: string }[]>`
			with given as materialized (select decode(print, 'hex') as fingerprint from unnest(${prints}::text[]) print)
			select encode(given.fingerprint, 'hex') as print from given
			where exists (select from person_identity
				where org_id = ${orgId} and person_identity.fingerprint = given.fingerprint)`;
		const there = new Set(known.map(({ print }) => print));
		for (const { row, print } of portion)
			if (there.has(print)) row.findings.push(row.source.finding('NIK_KNOWN', 'identityNumber'));
	}
}

/** Of the same name in the same village, born in the same year; or nobody wrote the year of either. */
const personKey = (name: string, village: string, year: number | null): string =>
	`${name}\n${village}\n${year ?? ''}`;

async function byName({ tx, actor: { orgId } }: Asking, rows: readonly Good<PersonToWrite>[]): Promise<void> {
	const asked = rows.map((row) => {
		const { name, villageCode, birthYear } = row.record;
		return { row, name: searchText(name), village: villageCode, year: birthYear };
	});
	for (const portion of portions(asked)) {
		const known = await tx<{ name: string; village: string; year: number | null }[]>`
			select name_from as name, person_name.village_code as village, birth_year as year
			from unnest(${portion.map(({ name }) => name)}::text[], ${portion.map(({ village }) => village)}::text[])
				as given (name, village)
			join person_name on person_name.org_id = ${orgId} and word = 0 and name_from = given.name collate "C"
				and person_name.village_code = given.village
			join person on person.org_id = ${orgId} and person.person_id = person_name.person_id`;
		const there = new Set(known.map(({ name, village, year }) => personKey(name, village, year)));
		for (const { row, name, village, year } of portion)
			if (there.has(personKey(name, village, year)) && !row.findings.some(({ code }) => code === 'NIK_KNOWN'))
				row.findings.push(row.source.finding('PERSON_KNOWN', 'name'));
	}
}

/** Two numbers are two people, whatever their names. */
function twiceInList(rows: readonly Good<PersonToWrite>[]): void {
	const first = new Map<string, Good<PersonToWrite>>();
	for (const row of rows) {
		const { name, villageCode, birthYear, identityNumber } = row.record;
		const key = `${searchText(name)}\n${villageCode}\n${birthYear ?? ''}`;
		const before = first.get(key);
		if (before === undefined) first.set(key, row);
		else if (identityNumber === null || before.record.identityNumber === null)
			row.findings.push(
				row.source.finding('PERSON_TWICE', 'name', {
					cell: before.source.finding('PERSON_TWICE', 'name').cell,
				}),
			);
	}
}

/** Adds to the good rows of a list what may be a double. */
export async function findKnownPeople(
	asking: Asking,
	all: readonly JudgedRow<PersonToWrite>[],
): Promise<void> {
	const rows = goodRows(all);
	twiceInList(rows);
	await byNumber(asking, rows);
	await byName(asking, rows);
}

const enterpriseKey = (name: string, village: string): string => `${searchText(name)}\n${village}`;

/** Adds to the good rows of a list what may be a double: an enterprise of the same name in the same village. */
export async function findKnownEnterprises(
	{ tx, actor: { orgId }, programmeId }: Asking,
	all: readonly JudgedRow<EnterpriseToWrite>[],
): Promise<void> {
	const rows = goodRows(all);
	const villages = [...new Set(rows.map(({ record }) => record.villageCode))];
	const known = await tx<{ name: string; village: string }[]>`
		select name, village_code as village from enterprise
		where org_id = ${orgId} and programme_id = ${programmeId} and village_code = any (${villages})`;
	const there = new Set(known.map(({ name, village }) => enterpriseKey(name, village)));
	const first = new Map<string, string>();
	for (const row of rows) {
		const key = enterpriseKey(row.record.name, row.record.villageCode);
		const before = first.get(key);
		if (there.has(key)) row.findings.push(row.source.finding('ENTERPRISE_KNOWN', 'name'));
		else if (before !== undefined)
			row.findings.push(row.source.finding('ENTERPRISE_TWICE', 'name', { cell: before }));
		else first.set(key, row.source.finding('ENTERPRISE_TWICE', 'name').cell);
	}
}
