/** Reading consent: what a person agreed to, where her things are used, and whether they may be. */
import type { TransactionSql } from 'postgres';
import type { Actor } from '#server/access/roles.ts';
import { checkMayRead } from '../person/queries.ts';
import type { purposes, waysOfGiving } from './schema.ts';

export type Purpose = (typeof purposes)[number];

export interface Consent {
	readonly consentId: string;
	readonly purpose: Purpose;
	readonly givenOn: string;
	readonly givenHow: (typeof waysOfGiving)[number];
	readonly guardianName: string | null;
	readonly note: string | null;
	readonly withdrawnOn: string | null;
	readonly withdrawnNote: string | null;
}

export interface Use {
	readonly useId: string;
	readonly personId: string;
	readonly person: string;
	readonly purpose: Purpose;
	readonly title: string;
	readonly place: string | null;
	readonly usedOn: string;
	readonly endedOn: string | null;
	/** She had agreed on the day it was used. */
	readonly covered: boolean;
	/** It still stands, and she does not agree any more or never did. */
	readonly mustEnd: boolean;
}

const uses = (tx: TransactionSql, { orgId }: Actor) => tx`
	select use_id as "useId", consent_use.person_id as "personId", person.name as person, purpose, title, place,
		used_on as "usedOn", ended_on as "endedOn",
		exists (select from consent given where given.org_id = ${orgId}
			and given.person_id = consent_use.person_id and given.purpose = consent_use.purpose
			and given_on <= used_on and (withdrawn_on is null or withdrawn_on > used_on)) as covered,
		ended_on is null and not exists (select from consent given where given.org_id = ${orgId}
			and given.person_id = consent_use.person_id and given.purpose = consent_use.purpose
			and withdrawn_on is null) as "mustEnd"
	from consent_use join person on person.org_id = ${orgId} and person.person_id = consent_use.person_id
	where consent_use.org_id = ${orgId}`;

/** Everything that a person agreed to, the valid first, and everything of hers that is used. */
export async function consentsOf(tx: TransactionSql, actor: Actor, personId: string) {
	checkMayRead(actor);
	const consents = await tx<Consent[]>`
		select consent_id as "consentId", purpose, given_on as "givenOn", given_how as "givenHow",
			guardian_name as "guardianName", note, withdrawn_on as "withdrawnOn", withdrawn_note as "withdrawnNote"
		from consent where org_id = ${actor.orgId} and person_id = ${personId}
		order by withdrawn_on desc nulls first, given_on desc, consent_id`;
	const used = await tx<Use[]>`${uses(tx, actor)} and consent_use.person_id = ${personId}
		order by "mustEnd" desc, used_on desc, use_id`;
	return { consents: [...consents], uses: [...used] };
}

/** What still stands without consent, oldest first: to be taken down, blacked out or asked about again. */
export async function usesToEnd(tx: TransactionSql, actor: Actor): Promise<Use[]> {
	checkMayRead(actor, 'change-people');
	const all = tx`${uses(tx, actor)} and ended_on is null`;
	return [
		...(await tx<Use[]>`select * from (${all}) used where "mustEnd" order by "usedOn", "useId" limit 200`),
	];
}

/** Whether a person agrees to a purpose on a day. Whoever uses her story, photo or record asks first. */
export async function agrees(
	tx: TransactionSql,
	{ orgId }: Actor,
	{ personId, purpose, on }: { readonly personId: string; readonly purpose: Purpose; readonly on: string },
): Promise<boolean> {
	const found = await tx`select from consent where org_id = ${orgId} and person_id = ${personId}
		and purpose = ${purpose} and given_on <= ${on} and (withdrawn_on is null or withdrawn_on > ${on})`;
	return found.length > 0;
}
