/**
 * Taking a person out of the house: of her own row and of every record that names her, what tells of her goes; what is
 * counted (a member of a group, an enterprise with its workers, the amounts of an agreement) stays and names nobody.
 */
import type { TransactionSql } from 'postgres';
import type { Trace } from '#server/db/audit.ts';
import { nameWithout, nobody } from './schema.ts';

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

interface Cleared {
	/** Ids of the records that were about her. */
	readonly records: readonly string[];
	readonly traces: readonly Trace[];
}

const none: Cleared = { records: [], traces: [] };

const joined = (parts: readonly Cleared[]): Cleared => ({
	records: parts.flatMap(({ records }) => records),
	traces: parts.flatMap(({ traces }) => traces),
});

/** What belongs to her enterprise: its permits keep their kind and their days, its streams and prices their amounts. */
async function clearBelongings(
	{ tx, orgId, personId }: Forgetting,
	enterprises: readonly { readonly enterpriseId: string; readonly name: string }[],
): Promise<string[]> {
	const ids: { id: string }[] = [
		...(await tx<{ id: string }[]>`
			update permit set number = null, note = null, owner_id = null, version = version + 1
			where org_id = ${orgId} and owner_id = ${personId} returning permit_id as id`),
		...(await tx<{ id: string }[]>`
			update by_product_stream set note = null, owner_id = null, version = version + 1
			where org_id = ${orgId} and owner_id = ${personId} returning stream_id as id`),
		...(await tx<{ id: string }[]>`
			update supply_agreement set terms = null, version = version + 1,
				giver_owner_id = nullif(giver_owner_id, ${personId}), taker_owner_id = nullif(taker_owner_id, ${personId})
			where org_id = ${orgId} and (giver_owner_id = ${personId} or taker_owner_id = ${personId})
			returning agreement_id as id`),
		...(await tx<{ id: string }[]>`
			update chain_price set actor_name = ${nobody}, owner_id = null, version = version + 1
			where org_id = ${orgId} and owner_id = ${personId} returning chain_price_id as id`),
	];
	for (const { enterpriseId, name } of enterprises)
		await tx`update chain_price set actor_name = ${name}
			where org_id = ${orgId} and enterprise_id = ${enterpriseId} and actor_name = ${nobody}`;
	return ids.map(({ id }) => id);
}

/** Her enterprises stay, without her; one that bears her name is called by what it makes. */
async function clearEnterprises(forgetting: Forgetting): Promise<Cleared> {
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
	return {
		records: [...owned.map(({ enterpriseId }) => enterpriseId), ...belongings],
		traces: renamed.map(({ enterpriseId, village, version, name, changed }) => ({
			kind: 'enterprise',
			id: enterpriseId,
			village,
			before: { ownerId: personId, version },
			after: { ownerId: null, version: version + 1, ...(changed ? { name } : {}) },
		})),
	};
}

/** As a stakeholder she is one of her group of actors and nobody more; what she said stays said by nobody. */
async function clearMapping({ tx, orgId, personId }: Forgetting): Promise<Cleared> {
	const actors = await tx<{ id: string; village: string | null; version: number }[]>`
		update stakeholder set name = ${nobody}, what_it_does = null, concern = null, contact = null, latitude = null,
			longitude = null, person_id = null, version = version + 1
		where org_id = ${orgId} and person_id = ${personId}
		returning stakeholder_id as id, village_code as village, version`;
	const findings = await tx<{ id: string; village: string; version: number }[]>`
		update finding set raised_by = null, person_id = null, version = version + 1
		where org_id = ${orgId} and person_id = ${personId}
		returning finding_id as id, village_code as village, version`;
	const told = (kind: string, rows: typeof actors | typeof findings): Trace[] =>
		rows.map(({ id, village, version }) => ({
			kind,
			id,
			village,
			before: { personId, version: version - 1 },
			after: { personId: null, version },
		}));
	return {
		records: [...actors, ...findings].map(({ id }) => id),
		traces: [...told('stakeholder', actors), ...told('finding', findings)],
	};
}

/** That she agreed, and until when, stays: it says that what was done was allowed. */
async function clearConsents({ tx, orgId, personId, today }: Forgetting): Promise<Cleared> {
	const mine = tx`org_id = ${orgId} and person_id = ${personId}`;
	const given = await tx<{ id: string }[]>`
		update consent set guardian_name = null, note = null, withdrawn_note = null,
			withdrawn_on = coalesce(withdrawn_on, greatest(given_on, ${today}::date))
		where ${mine} returning consent_id as id`;
	const used = await tx<{ id: string }[]>`
		update consent_use set title = ${nobody}, place = null where ${mine} returning use_id as id`;
	return { ...none, records: [...given, ...used].map(({ id }) => id) };
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
	const members = await tx<{ id: string; accountId: string }[]>`
		update membership set display_name = ${nobody}, person_id = null,
			ended_on = coalesce(ended_on, greatest(started_on, ${today}::date))
		where org_id = ${orgId} and person_id = ${personId}
		returning membership_id as id, account_id as "accountId"`;
	const invited = await tx<{ id: string }[]>`
		update invitation set display_name = ${nobody}, person_id = null,
			withdrawn_at = case when accepted_at is null then coalesce(withdrawn_at, ${at}) else withdrawn_at end
		where org_id = ${orgId} and person_id = ${personId} returning invitation_id as id`;
	return {
		accounts: members.map(({ accountId }) => accountId),
		cleared: {
			records: [...members, ...invited].map(({ id }) => id),
			traces: members.map(({ id }) => ({ kind: 'membership', id, after: { ended_on: today } })),
		},
	};
}

/** Clears every record that names her, her own row the last. */
export async function clearPerson(forgetting: Forgetting): Promise<Cleared & { accounts: string[] }> {
	const enterprises = await clearEnterprises(forgetting);
	const parts = [enterprises, await clearMapping(forgetting), await clearConsents(forgetting)];
	const { accounts, cleared } = await clearAccess(forgetting);
	const all = joined([...parts, cleared]);
	const lists = await dropLists(forgetting, enterprises.records);
	const { tx, orgId, personId, at } = forgetting;
	await tx`update person set name = ${nobody}, sex = null, birth_year = null, phone = null, address = null,
			note = null, marked_sensitive = false, removed_at = coalesce(removed_at, ${at}), removed_reason = 'asked',
			forgotten_at = ${at}, version = version + 1
		where org_id = ${orgId} and person_id = ${personId}`;
	return { records: all.records, traces: [...all.traces, ...lists], accounts };
}
