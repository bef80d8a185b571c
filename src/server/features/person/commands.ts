/** Writing people down. No number of an identity card stands in a receipt, a trace or a hash made here. */
import type { TransactionSql } from 'postgres';
import { v7 } from 'uuid';
import type { Actor } from '#server/access/roles.ts';
import { dayInJakarta, yearInJakarta } from '#server/calendar.ts';
import type { Trace } from '#server/db/audit.ts';
import { command } from '#server/db/command.ts';
import { identityKeys } from '#server/identity/identity-keys.ts';
import { identityFingerprint, sealIdentityNumber } from '#server/identity/identity-number.ts';
import { FORGETTING, forgetInTrail, signsOf } from '#server/db/personal-values.ts';
import { Problem } from '#server/problems.ts';
import { clearPerson, mayForget, officesOf, recordsOf, withdrawAll } from './forgetting.ts';
import {
	addPersonInput,
	changePersonInput,
	forgetPersonInput,
	nameStarts,
	removePersonInput,
	revealIdentityInput,
	setIdentityInput,
} from './schema.ts';
import type { PersonFields } from './schema.ts';

interface Kept {
	readonly name: string;
	readonly sex: string | null;
	readonly birth_year: number | null;
	readonly phone: string | null;
	readonly village_code: string;
	readonly address: string | null;
	readonly note: string | null;
	readonly marked_sensitive: boolean;
}

const keptOf = (fields: PersonFields): Kept => ({
	name: fields.name,
	sex: fields.sex,
	birth_year: fields.birthYear,
	phone: fields.phone,
	village_code: fields.villageCode,
	address: fields.address,
	note: fields.note,
	marked_sensitive: fields.markedSensitive,
});

/** Locks a person that the actor sees and that was not removed. */
async function lock(tx: TransactionSql, { orgId }: Actor, personId: string) {
	const [found] = await tx<(Kept & { version: number })[]>`
		select name, sex, birth_year, phone, village_code, address, note, marked_sensitive, version
		from person where org_id = ${orgId} and person_id = ${personId} and removed_at is null for update`;
	if (found === undefined) throw new Problem('not_found', { record: 'person' });
	const { version, ...kept } = found;
	return { version, kept };
}

async function lockVersion(tx: TransactionSql, actor: Actor, given: { personId: string; version: number }) {
	const { version, kept } = await lock(tx, actor, given.personId);
	if (version !== given.version) throw new Problem('changed_meanwhile', { version });
	return kept;
}

function checkYear({ birthYear }: PersonFields, at: Date): void {
	if (birthYear !== null && birthYear > yearInJakarta(at))
		throw new Problem('year_form', { field: 'birthYear' });
}

async function writeNames(tx: TransactionSql, orgId: string, personId: string, kept: Kept): Promise<void> {
	await tx`delete from person_name where org_id = ${orgId} and person_id = ${personId}`;
	const rows = nameStarts(kept.name).map((start, word) => ({
		org_id: orgId,
		person_id: personId,
		village_code: kept.village_code,
		word,
		name_from: start,
	}));
	await tx`insert into person_name ${tx(rows)}`;
}

/**
 * Keeps or takes away a number, and gives those whom the actor may see and who have the same one. A double is never
 * refused: a refusal would tell of people whom the actor may not see, and whoever guesses leaves a trace this way.
 */
async function keepIdentity(
	tx: TransactionSql,
	{ orgId }: Actor,
	person: { readonly personId: string; readonly village: string },
	bare: string | null,
): Promise<string[]> {
	const { personId, village } = person;
	if (bare === null) {
		await tx`delete from person_identity where org_id = ${orgId} and person_id = ${personId}`;
		return [];
	}
	const fingerprint = identityFingerprint(identityKeys(), orgId, bare);
	const sealed = sealIdentityNumber(identityKeys(), { orgId, personId }, bare);
	await tx`insert into person_identity (org_id, person_id, village_code, sealed, fingerprint)
		values (${orgId}, ${personId}, ${village}, ${sealed}, ${fingerprint})
		on conflict (org_id, person_id) do update set sealed = excluded.sealed, fingerprint = excluded.fingerprint`;
	const others = await tx<{ person_id: string }[]>`
		select person_id from person_identity
		where org_id = ${orgId} and fingerprint = ${fingerprint} and person_id <> ${personId}
		order by person_id limit 5`;
	return others.map(({ person_id }) => person_id);
}

/** What tells one sending from another without the number: its fingerprint, which needs the key. */
const withoutNumber = <Input extends { readonly identityNumber: string | null }>(
	input: Input,
	{ orgId }: Actor,
): unknown => ({
	...input,
	identityNumber:
		input.identityNumber === null
			? null
			: identityFingerprint(identityKeys(), orgId, input.identityNumber).toString('hex'),
});

export const addPerson = command('person.add', {
	right: 'change-people',
	schema: addPersonInput,
	hashed: withoutNumber,
	async run({ tx, actor, input, at }) {
		checkYear(input, at);
		const personId = input.personId ?? v7();
		const kept = keptOf(input);
		await tx`insert into person ${tx({ org_id: actor.orgId, person_id: personId, ...kept })}`;
		await writeNames(tx, actor.orgId, personId, kept);
		const whose = { personId, village: kept.village_code };
		const sameNumber = await keepIdentity(tx, actor, whose, input.identityNumber);
		const after = { ...kept, identity: input.identityNumber === null ? 'none' : 'kept' };
		return {
			receipt: { personId, version: 1, sameNumber },
			traces: [{ kind: 'person', id: personId, village: kept.village_code, after }],
		};
	},
});

/** A person who moves is told in both villages, in each only what belongs there. */
function changeTraces(personId: string, before: Kept, after: Kept): Trace[] {
	const record = { kind: 'person', id: personId };
	if (before.village_code === after.village_code)
		return [{ ...record, village: after.village_code, before, after }];
	return [
		{ ...record, village: before.village_code, before },
		{ ...record, village: after.village_code, after },
	];
}

export const changePerson = command('person.change', {
	right: 'change-people',
	schema: changePersonInput,
	async run({ tx, actor, input, at }) {
		checkYear(input, at);
		const { orgId } = actor;
		const { personId } = input;
		const before = await lockVersion(tx, actor, input);
		const after = keptOf(input);
		const version = input.version + 1;
		const mine = tx`org_id = ${orgId} and person_id = ${personId}`;
		const changed = tx`update person set ${tx({ ...after, version })} where ${mine}`;
		if (before.village_code === after.village_code) await changed;
		else {
			// One statement, because the keys hold all of it to one village at its end.
			const village = after.village_code;
			await tx`with
				names as (update person_name set village_code = ${village} where ${mine}),
				identity as (update person_identity set village_code = ${village} where ${mine}),
				consents as (update consent set village_code = ${village} where ${mine}),
				uses as (update consent_use set village_code = ${village} where ${mine})
				${changed}`;
		}
		await writeNames(tx, orgId, personId, after);
		return { receipt: { personId, version }, traces: changeTraces(personId, before, after) };
	},
});

/** Who is removed leaves her groups and her household, and her identity number is not kept any longer. */
async function leaveAll(tx: TransactionSql, { orgId }: Actor, personId: string, at: Date): Promise<Trace[]> {
	const today = dayInJakarta(at);
	const mine = tx`org_id = ${orgId} and person_id = ${personId}`;
	const stays = await tx<{ group_member_id: string; village_code: string; left_on: string }[]>`
		update group_member set left_on = greatest(joined_on, ${today}::date) where ${mine} and left_on is null
		returning group_member_id, village_code, left_on`;
	const [home] = await tx<{ household_id: string }[]>`
		delete from household_member where ${mine} returning household_id`;
	if (home !== undefined)
		await tx`delete from household where org_id = ${orgId} and household_id = ${home.household_id}
			and not exists (select from household_member other where other.org_id = ${orgId}
				and other.household_id = ${home.household_id})`;
	await tx`delete from person_identity where ${mine}`;
	await tx`delete from person_name where ${mine}`;
	return stays.map((stay) => ({
		kind: 'group-member',
		id: stay.group_member_id,
		village: stay.village_code,
		before: { left_on: null },
		after: { left_on: stay.left_on },
	}));
}

export const removePerson = command('person.remove', {
	right: 'change-people',
	schema: removePersonInput,
	async run({ tx, actor, input, at }) {
		const { personId, reason } = input;
		const before = await lockVersion(tx, actor, input);
		const version = input.version + 1;
		const stays = await leaveAll(tx, actor, personId, at);
		await tx`update person set removed_at = ${at}, removed_reason = ${reason}, version = ${version}
			where org_id = ${actor.orgId} and person_id = ${personId}`;
		// Who asked to be forgotten is no longer written to, agrees to nothing any more, and what is taken out here is not
		// written down once more.
		const asked = reason === 'asked';
		if (asked)
			await tx`update person set phone = null, address = null, note = null
				where org_id = ${actor.orgId} and person_id = ${personId}`;
		const withdrawn = asked
			? await withdrawAll(tx, { orgId: actor.orgId, personId, today: dayInJakarta(at) })
			: [];
		const trace = {
			kind: 'person',
			id: personId,
			village: before.village_code,
			before: asked ? { name: before.name } : before,
			after: { removed_reason: reason },
		};
		return { receipt: { personId, version }, traces: [trace, ...stays, ...withdrawn] };
	},
});

/** What must be done before, because nobody would know of it afterwards; `forgettingOf` says it beforehand. */
async function checkNothingStands(tx: TransactionSql, orgId: string, personId: string, today: string) {
	const mine = tx`org_id = ${orgId} and person_id = ${personId}`;
	const uses = await tx`select from consent_use where ${mine} and ended_on is null`;
	if (uses.length > 0) throw new Problem('uses_stand', { count: uses.length });
	const [office] = await officesOf(tx, orgId, personId, today);
	if (office !== undefined) throw new Problem('access_stands', { role: office });
}

/**
 * Forgets a person who asked for it: her values and every trace of them go, the counts stay (forgetting.ts). Also for one
 * who was removed before. `uses_stand` while a story or a photo of hers is still out, because nobody would know of it
 * afterwards; `access_stands` while the person works in the organisation. Gives the accounts that were hers, for `closeAccounts`.
 */
export const forgetPerson = command(FORGETTING, {
	right: 'forget-people',
	schema: forgetPersonInput,
	async run({ tx, actor, input: { personId, version }, at }) {
		const { orgId } = actor;
		if (!mayForget(actor)) throw new Problem('not_allowed');
		const [person] = await tx<
			{ name: string; phone: string | null; village: string; version: number; forgotten: boolean }[]
		>`select name, phone, village_code as village, version, forgotten_at is not null as forgotten
			from person where org_id = ${orgId} and person_id = ${personId} for update`;
		if (person === undefined) throw new Problem('not_found', { record: 'person' });
		if (person.forgotten || person.version !== version)
			throw new Problem('changed_meanwhile', { version: person.version });
		const today = dayInJakarta(at);
		await checkNothingStands(tx, orgId, personId, today);
		const { name, village } = person;
		const signs = await signsOf(tx, { orgId, personId }, person);
		const stays = await leaveAll(tx, actor, personId, at);
		const records = await recordsOf(tx, orgId, personId);
		const { accounts, traces } = await clearPerson({ tx, orgId, personId, name, at, today }, records);
		const taken = await forgetInTrail(tx, { orgId, personId, records, signs });
		const after = { removed_reason: 'asked', forgotten: true, ...taken };
		return {
			receipt: { personId, version: version + 1, accounts },
			traces: [{ kind: 'person', id: personId, village, after }, ...stays, ...traces],
		};
	},
});

export const setIdentity = command('person.set-identity', {
	right: 'change-people',
	schema: setIdentityInput,
	hashed: withoutNumber,
	async run({ tx, actor, input: { personId, identityNumber } }) {
		const { kept } = await lock(tx, actor, personId);
		const known = await tx`select from person_identity
			where org_id = ${actor.orgId} and person_id = ${personId}`;
		const village = kept.village_code;
		const sameNumber = await keepIdentity(tx, actor, { personId, village }, identityNumber);
		const trace = {
			kind: 'person',
			id: personId,
			village,
			before: { identity: known.length > 0 ? 'kept' : 'none' },
			after: { identity: identityNumber === null ? 'none' : known.length > 0 ? 'changed' : 'kept' },
		};
		return { receipt: { personId, sameNumber }, traces: [trace] };
	},
});

/**
 * Leaves the trace that the number was looked at; the number itself is read afterwards with `revealedIdentity`, because
 * a receipt is kept and a number is not.
 */
export const revealIdentity = command('person.reveal-identity', {
	right: 'reveal-identity',
	schema: revealIdentityInput,
	async run({ tx, actor, input: { personId, reason } }) {
		const { kept } = await lock(tx, actor, personId);
		const known = await tx`select from person_identity
			where org_id = ${actor.orgId} and person_id = ${personId}`;
		if (known.length === 0) throw new Problem('not_found', { record: 'identity' });
		const after = { identity: 'revealed', reason };
		return {
			receipt: { personId, accountId: actor.accountId },
			traces: [{ kind: 'person', id: personId, village: kept.village_code, after }],
		};
	},
});
