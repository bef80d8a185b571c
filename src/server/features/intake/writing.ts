/** The rows of a confirmed list as records: people with their names, numbers and groups; enterprises with their permits. */
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { TransactionSql } from 'postgres';
import { v7 } from 'uuid';
import type { Actor } from '#server/access/roles.ts';
import { sha256 } from '#server/db/canonical.ts';
import { asColumns } from '#server/db/rows.ts';
import { identityKeys } from '#server/identity/identity-keys.ts';
import { identityFingerprint, sealIdentityNumber } from '#server/identity/identity-number.ts';
import { nameStarts } from '../person/schema.ts';
import type { EnterpriseToWrite, JudgedRow, PersonToWrite } from './judged.ts';
import { noteRows } from './progress.ts';

export interface Writing {
	readonly tx: TransactionSql;
	readonly actor: Actor;
	readonly intakeId: string;
	readonly programmeId: string;
	readonly today: string;
}

type Row<Record> = JudgedRow<Record> & { readonly record: Record };

/** Which record came from which row. */
interface Origin {
	readonly record_id: string;
	readonly row_number: number;
	readonly village_code: string;
	readonly belongings: readonly string[];
	/** Hexadecimal. */
	readonly identity_sha256: string | null;
}

/** Rows a statement: their JSON stays below a few megabytes. */
const ROWS_AT_ONCE = 1000;

const json = (tx: TransactionSql, rows: readonly object[]) => tx.json(rows as never);

async function writeOrigins({ tx, actor: { orgId }, intakeId }: Writing, origins: readonly Origin[]) {
	await tx`insert into intake_record
			(org_id, intake_id, record_id, row_number, village_code, belongings, identity_sha256)
		select ${orgId}, ${intakeId}, record_id, row_number, village_code, belongings, decode(identity_sha256, 'hex')
		from jsonb_to_recordset(${json(tx, origins)}) as given (record_id uuid, row_number integer,
			village_code text, belongings uuid[], identity_sha256 text)`;
}

interface NewPerson {
	readonly personId: string;
	readonly row: Row<PersonToWrite>;
	readonly stayId: string | null;
	readonly identity: { readonly sealed: string; readonly fingerprint: string } | null;
}

function newPerson(orgId: string, row: Row<PersonToWrite>): NewPerson {
	const personId = v7();
	const { identityNumber: bare, groupId } = row.record;
	const keys = identityKeys();
	const identity =
		bare === null
			? null
			: {
					sealed: sealIdentityNumber(keys, { orgId, personId }, bare),
					fingerprint: identityFingerprint(keys, orgId, bare).toString('hex'),
				};
	return { personId, row, stayId: groupId === null ? null : v7(), identity };
}

async function writePersons({ tx, actor: { orgId } }: Writing, people: readonly NewPerson[]): Promise<void> {
	const persons = people.map(({ personId, row: { record } }) => ({
		person_id: personId,
		name: record.name,
		sex: record.sex,
		birth_year: record.birthYear,
		phone: record.phone,
		village_code: record.villageCode,
		address: record.address,
		note: record.note,
	}));
	await tx`insert into person (org_id, person_id, name, sex, birth_year, phone, village_code, address, note)
		select ${orgId}, person_id, name, sex, birth_year, phone, village_code, address, note
		from jsonb_to_recordset(${json(tx, persons)}) as given (person_id uuid, name text, sex text,
			birth_year smallint, phone text, village_code text, address text, note text)`;
	const names = people.flatMap(({ personId, row: { record } }) =>
		nameStarts(record.name).map((start, word) => ({
			person_id: personId,
			village_code: record.villageCode,
			word,
			name_from: start,
		})),
	);
	await tx`insert into person_name (org_id, person_id, village_code, word, name_from)
		select ${orgId}, person_id, village_code, word, name_from
		from jsonb_to_recordset(${json(tx, names)}) as given (person_id uuid, village_code text,
			word smallint, name_from text)`;
}

async function writeIdentities({ tx, actor: { orgId } }: Writing, people: readonly NewPerson[]) {
	const identities = people.flatMap(({ personId, identity, row: { record } }) =>
		identity === null ? [] : [{ person_id: personId, village_code: record.villageCode, ...identity }],
	);
	if (identities.length === 0) return;
	await tx`insert into person_identity (org_id, person_id, village_code, sealed, fingerprint)
		select ${orgId}, person_id, village_code, sealed, decode(fingerprint, 'hex')
		from jsonb_to_recordset(${json(tx, identities)}) as given (person_id uuid, village_code text,
			sealed text, fingerprint text)`;
}

async function writeStays({ tx, actor: { orgId }, today }: Writing, people: readonly NewPerson[]) {
	const stays = people.flatMap(({ personId, stayId, row: { record } }) =>
		stayId === null
			? []
			: [
					{
						group_member_id: stayId,
						group_id: record.groupId,
						person_id: personId,
						village_code: record.groupVillage,
					},
				],
	);
	if (stays.length === 0) return;
	await tx`insert into group_member (org_id, group_member_id, group_id, person_id, village_code, role, joined_on)
		select ${orgId}, group_member_id, group_id, person_id, village_code, 'member', ${today}::date
		from jsonb_to_recordset(${json(tx, stays)}) as given (group_member_id uuid, group_id uuid,
			person_id uuid, village_code text)`;
}

async function writeSomePeople(writing: Writing, rows: readonly Row<PersonToWrite>[]): Promise<Origin[]> {
	const people = rows.map((row) => newPerson(writing.actor.orgId, row));
	await writePersons(writing, people);
	await writeIdentities(writing, people);
	await writeStays(writing, people);
	return people.map(({ personId, stayId, identity, row }) => ({
		record_id: personId,
		row_number: row.source.row,
		village_code: row.record.villageCode,
		belongings: stayId === null ? [] : [stayId],
		identity_sha256: identity === null ? null : sha256(identity.sealed).toString('hex'),
	}));
}

async function writeSomeEnterprises(
	{ tx, actor: { orgId }, programmeId }: Writing,
	rows: readonly Row<EnterpriseToWrite>[],
): Promise<Origin[]> {
	const made = rows.map(({ source, record: { permits, ...details } }) => ({
		source,
		enterprise: { enterpriseId: v7(), ...details },
		permits: permits.map((permit) => ({ permitId: v7(), ...permit })),
	}));
	await tx`insert into enterprise (org_id, programme_id, enterprise_id, village_code, name, kind, product, since_year,
			owner_name, capacity_from, capacity_to, capacity_unit, capacity_period, workers_women, workers_men,
			workers_unrecorded, markets, contact, note)
		select ${orgId}, ${programmeId}, enterprise_id, village_code, name, kind, product, since_year, owner_name,
			capacity_from, capacity_to, capacity_unit, capacity_period, workers_women, workers_men, workers_unrecorded,
			markets, contact, note
		from jsonb_to_recordset(${json(
			tx,
			made.map(({ enterprise }) => asColumns(enterprise)),
		)}) as given (enterprise_id uuid, village_code text, name text, kind text, product text,
			since_year integer, owner_name text, capacity_from numeric, capacity_to numeric, capacity_unit text,
			capacity_period text, workers_women integer, workers_men integer, workers_unrecorded integer,
			markets text[], contact text, note text)`;
	const permits = made.flatMap(({ enterprise, permits: held }) =>
		held.map(({ permitId, kind, number }) => ({
			permit_id: permitId,
			enterprise_id: enterprise.enterpriseId,
			village_code: enterprise.villageCode,
			kind,
			number,
		})),
	);
	if (permits.length > 0)
		await tx`insert into permit (org_id, permit_id, enterprise_id, village_code, kind, number)
			select ${orgId}, permit_id, enterprise_id, village_code, kind, number
			from jsonb_to_recordset(${json(tx, permits)}) as given (permit_id uuid, enterprise_id uuid,
				village_code text, kind text, number text)`;
	return made.map(({ source, enterprise, permits: held }) => ({
		record_id: enterprise.enterpriseId,
		row_number: source.row,
		village_code: enterprise.villageCode,
		belongings: held.map(({ permitId }) => permitId),
		identity_sha256: null,
	}));
}

export interface Written {
	readonly rows: number;
	/** How many in each village. */
	readonly villages: Readonly<Record<string, number>>;
	/** Of a line for each record, its row and its id, in the order of the rows: what the trail keeps of fifty thousand ids. */
	readonly recordsSha256: string;
}

async function writeRows<Record>(
	writing: Writing,
	rows: readonly Row<Record>[],
	writeSome: (writing: Writing, rows: readonly Row<Record>[]) => Promise<Origin[]>,
): Promise<Written> {
	const hash = createHash('sha256');
	const villages: { [code: string]: number } = {};
	for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
		const origins = await writeSome(writing, rows.slice(from, from + ROWS_AT_ONCE));
		await writeOrigins(writing, origins);
		for (const { record_id, row_number, village_code } of origins) {
			hash.update(`${row_number} ${record_id}\n`);
			villages[village_code] = (villages[village_code] ?? 0) + 1;
		}
		noteRows(writing.intakeId, from + origins.length);
		await setImmediate();
	}
	return { rows: rows.length, villages, recordsSha256: hash.digest('hex') };
}

export const writePeople = (writing: Writing, rows: readonly Row<PersonToWrite>[]): Promise<Written> =>
	writeRows(writing, rows, writeSomePeople);

export const writeEnterprises = (
	writing: Writing,
	rows: readonly Row<EnterpriseToWrite>[],
): Promise<Written> => writeRows(writing, rows, writeSomeEnterprises);
