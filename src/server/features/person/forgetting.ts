/**
 * Taking a person out of the house: of her own row and of every record that names her, what tells of her goes; what is
 * counted (a member of a group, an enterprise with its workers, the amounts of an agreement) stays and names nobody.
 */
import type { TransactionSql } from 'postgres';
import { may } from '#server/access/roles.ts';
import type { Actor, Role } from '#server/access/roles.ts';
import type { Trace } from '#server/db/audit.ts';
import { nameWithout, nobody } from './schema.ts';
import { clearSignatures } from './signatures.ts';

export interface Forgetting {
	readonly tx: TransactionSql;
	readonly orgId: string;
	readonly personId: string;
	/** Her name, as her row still has it. */
	readonly name: string;
	readonly at: Date;
	/** The day of the command. */
	readonly today: string;
}

/** Who may forget sees everybody; who sees some villages alone would leave traces in the others. */
export const mayForget = (actor: Actor): boolean =>
	may(actor.role, 'forget-people') && actor.villages === null && actor.personId === null;

/** The records that are about a person, by their ids, besides her own row. */
export async function recordsOf(tx: TransactionSql, orgId: string, personId: string): Promise<string[]> {
	const mine = tx`org_id = ${orgId} and person_id = ${personId}`;
	const owned = tx`org_id = ${orgId} and owner_id = ${personId}`;
	const rows = await tx<{ id: string }[]>`
		select enterprise_id as id from enterprise where ${owned}
		union all select permit_id from permit where ${owned}
		union all select stream_id from by_product_stream where ${owned}
		union all select agreement_id from supply_agreement
			where org_id = ${orgId} and (giver_owner_id = ${personId} or taker_owner_id = ${personId})
		union all select chain_price_id from chain_price where ${owned}
		union all select stakeholder_id from stakeholder where ${mine}
		union all select finding_id from finding where ${mine}
		union all select consent_id from consent where ${mine}
		union all select use_id from consent_use where ${mine}
		union all select membership_id from membership where ${mine}
		union all select invitation_id from invitation where ${mine}`;
	return rows.map(({ id }) => id);
}

/** As what else than a member of the co-operative a person enters today: that access is ended first, by whom it is to do. */
export async function officesOf(tx: TransactionSql, orgId: string, personId: string, today: string) {
	const rows = await tx<{ role: Role }[]>`
		select role from membership where org_id = ${orgId} and person_id = ${personId} and role <> 'member'
			and (ended_on is null or ended_on > ${today}::date)`;
	return rows.map(({ role }) => role);
}

/** A record that was changed; its village is whose trail it stands in. */
interface Changed {
	readonly id: string;
	readonly village: string | null;
	readonly version: number;
}

/** The traces of records that no longer name her by a field. */
const told = (kind: string, field: 'ownerId' | 'personId', personId: string, rows: readonly Changed[]) =>
	rows.map(({ id, village, version }): Trace => ({
		kind,
		id,
		village,
		before: { [field]: personId, version: version - 1 },
		after: { [field]: null, version },
	}));

/** What belongs to her enterprise: its permits keep their kind and their days, its streams and prices their amounts. */
async function clearBelongings(
	{ tx, orgId, personId }: Forgetting,
	enterprises: readonly { readonly enterpriseId: string; readonly name: string }[],
): Promise<Trace[]> {
	const permits = await tx<Changed[]>`
		update permit set number = null, note = null, owner_id = null, version = version + 1
		where org_id = ${orgId} and owner_id = ${personId}
		returning permit_id as id, village_code as village, version`;
	const streams = await tx<Changed[]>`
		update by_product_stream set note = null, owner_id = null, version = version + 1
		where org_id = ${orgId} and owner_id = ${personId}
		returning stream_id as id, village_code as village, version`;
	const agreements = await tx<Changed[]>`
		update supply_agreement set terms = null, version = version + 1,
			giver_owner_id = nullif(giver_owner_id, ${personId}), taker_owner_id = nullif(taker_owner_id, ${personId})
		where org_id = ${orgId} and (giver_owner_id = ${personId} or taker_owner_id = ${personId})
		returning agreement_id as id, coalesce(village_code, taker_village_code) as village, version`;
	const prices = await tx<Changed[]>`
		update chain_price set actor_name = ${nobody}, owner_id = null, version = version + 1
		where org_id = ${orgId} and owner_id = ${personId}
		returning chain_price_id as id, village_code as village, version`;
	for (const { enterpriseId, name } of enterprises)
		await tx`update chain_price set actor_name = ${name}
			where org_id = ${orgId} and enterprise_id = ${enterpriseId} and actor_name = ${nobody}`;
	return [
		...told('permit', 'ownerId', personId, permits),
		...told('stream', 'ownerId', personId, streams),
		...told('agreement', 'ownerId', personId, agreements),
		...told('chain-price', 'ownerId', personId, prices),
	];
}

/** Her enterprises stay, without her; one that bears her name is called by what it makes. */
async function clearEnterprises(forgetting: Forgetting): Promise<Trace[]> {
	const { tx, orgId, personId } = forgetting;
	const owned = await tx<
		{ enterpriseId: string; name: string; product: string | null; village: string; version: number }[]
	>`select enterprise_id as "enterpriseId", name, product, village_code as village, version from enterprise
		where org_id = ${orgId} and owner_id = ${personId} order by enterprise_id for update`;
	const renamed = owned.map(({ name, product, ...one }) => ({
		...one,
		changed: nameWithout(forgetting.name, name, product) !== name,
		name: nameWithout(forgetting.name, name, product),
	}));
	for (const { enterpriseId, name, version } of renamed)
		await tx`update enterprise set name = ${name}, owner_name = null, owner_id = null, contact = null,
				latitude = null, longitude = null, note = null, version = ${version + 1}
			where org_id = ${orgId} and enterprise_id = ${enterpriseId}`;
	const belongings = await clearBelongings(forgetting, renamed);
	return [
		...renamed.map(({ enterpriseId, village, version, name, changed }) => ({
			kind: 'enterprise',
			id: enterpriseId,
			village,
			before: { ownerId: personId, version },
			after: { ownerId: null, version: version + 1, ...(changed ? { name } : {}) },
		})),
		...belongings,
	];
}

/** As a stakeholder she is one of her group of actors and nobody more; what she said stays said by nobody. */
async function clearMapping({ tx, orgId, personId }: Forgetting): Promise<Trace[]> {
	const actors = await tx<Changed[]>`
		update stakeholder set name = ${nobody}, what_it_does = null, concern = null, contact = null, latitude = null,
			longitude = null, person_id = null, version = version + 1
		where org_id = ${orgId} and person_id = ${personId}
		returning stakeholder_id as id, village_code as village, version`;
	const findings = await tx<Changed[]>`
		update finding set raised_by = null, person_id = null, version = version + 1
		where org_id = ${orgId} and person_id = ${personId}
		returning finding_id as id, village_code as village, version`;
	return [
		...told('stakeholder', 'personId', personId, actors),
		...told('finding', 'personId', personId, findings),
	];
}

/** Takes back whatever she still agreed to. */
export async function withdrawAll(
	tx: TransactionSql,
	{ orgId, personId, today }: Pick<Forgetting, 'orgId' | 'personId' | 'today'>,
): Promise<Trace[]> {
	const withdrawn = await tx<{ id: string; village: string; on: string }[]>`
		update consent set withdrawn_on = greatest(given_on, ${today}::date)
		where org_id = ${orgId} and person_id = ${personId} and withdrawn_on is null
		returning consent_id as id, village_code as village, withdrawn_on as on`;
	return withdrawn.map(({ id, village, on }) => ({
		kind: 'consent',
		id,
		village,
		before: { withdrawn_on: null },
		after: { withdrawn_on: on },
	}));
}

/** That she agreed, and until when, stays: it says that what was done was allowed. */
async function clearConsents(forgetting: Forgetting): Promise<Trace[]> {
	const { tx, orgId, personId } = forgetting;
	const traces = await withdrawAll(tx, forgetting);
	const mine = tx`org_id = ${orgId} and person_id = ${personId}`;
	await tx`update consent set guardian_name = null, note = null, withdrawn_note = null where ${mine}`;
	await tx`update consent_use set title = ${nobody}, place = null where ${mine}`;
	return traces;
}

/** The kept files of the lists from which she or her enterprises came: they hold her line as she gave it. */
async function dropLists({ tx, orgId, personId }: Forgetting, records: readonly string[]): Promise<Trace[]> {
	const dropped = await tx<{ id: string; village: string | null; state: string }[]>`
		update intake set sealed = null, version = version + 1
		where org_id = ${orgId} and sealed is not null and state in ('written', 'undone') and intake_id in (
			select intake_id from intake_record where org_id = ${orgId}
				and record_id = any (${[personId, ...records]}::uuid[]))
		returning intake_id as id, village_code as village, state`;
	return dropped.map(({ id, village, state }) => ({
		kind: 'intake',
		id,
		village,
		before: { state, file: 'kept' },
		after: { state, file: 'taken away' },
	}));
}

/** An account that was hers in this organisation, and her invitations. Gives the accounts, which are closed elsewhere. */
async function clearAccess({ tx, orgId, personId, at, today }: Forgetting) {
	const members = await tx<{ id: string; accountId: string; ended: string }[]>`
		update membership set display_name = ${nobody}, person_id = null,
			ended_on = least(ended_on, greatest(started_on, ${today}::date))
		where org_id = ${orgId} and person_id = ${personId}
		returning membership_id as id, account_id as "accountId", ended_on as ended`;
	const invited = await tx<{ id: string; withdrawn: boolean }[]>`
		update invitation set display_name = ${nobody}, person_id = null,
			withdrawn_at = case when accepted_at is null then coalesce(withdrawn_at, ${at}) else withdrawn_at end
		where org_id = ${orgId} and person_id = ${personId}
		returning invitation_id as id, withdrawn_at is not distinct from ${at} as withdrawn`;
	return {
		accounts: members.map(({ accountId }) => accountId),
		traces: [
			...members.map(({ id, ended }): Trace => ({ kind: 'membership', id, after: { ended_on: ended } })),
			...invited
				.filter(({ withdrawn }) => withdrawn)
				.map(({ id }): Trace => ({ kind: 'invitation', id, after: { withdrawn_at: at.toISOString() } })),
		],
	};
}

/** Clears every record that names her, which `recordsOf` has listed, her own row the last. */
export async function clearPerson(
	forgetting: Forgetting,
	records: readonly string[],
): Promise<{ readonly accounts: string[]; readonly traces: Trace[] }> {
	const traces = [
		...(await clearEnterprises(forgetting)),
		...(await clearMapping(forgetting)),
		...(await clearConsents(forgetting)),
	];
	await clearSignatures(forgetting);
	const access = await clearAccess(forgetting);
	const lists = await dropLists(forgetting, records);
	const { tx, orgId, personId, at } = forgetting;
	await tx`update person set name = ${nobody}, sex = null, birth_year = null, phone = null, address = null,
			note = null, marked_sensitive = false, removed_at = coalesce(removed_at, ${at}), removed_reason = 'asked',
			forgotten_at = ${at}, version = version + 1
		where org_id = ${orgId} and person_id = ${personId}`;
	return { accounts: access.accounts, traces: [...traces, ...access.traces, ...lists] };
}
