/** Giving consent and taking it back; writing down where a person's things are used. */
import type { TransactionSql } from 'postgres';
import { v7 } from 'uuid';
import type { Actor } from '#server/access/roles.ts';
import { notAhead } from '#server/calendar.ts';
import { command } from '#server/db/command.ts';
import { Problem } from '#server/problems.ts';
import { personSeen } from '../person/queries.ts';
import { mayBeChild } from '../person/schema.ts';
import { endUseInput, giveConsentInput, noteUseInput, withdrawConsentInput } from './schema.ts';

async function seen(tx: TransactionSql, actor: Actor, personId: string) {
	const person = await personSeen(tx, actor, personId);
	if (person === null) throw new Problem('not_found', { field: 'personId' });
	return person;
}

export const giveConsent = command('consent.give', {
	right: 'change-people',
	schema: giveConsentInput,
	async run({ tx, actor, input, at }) {
		const { personId } = input;
		notAhead(input.givenOn, at, 'givenOn');
		const person = await seen(tx, actor, personId);
		// A child's consent is a parent's or guardian's to give.
		if (input.guardianName === null && mayBeChild(person.birth_year, at))
			throw new Problem('guardian_missing', { field: 'guardianName' });
		const consentId = input.consentId ?? v7();
		const village = person.village_code;
		const after = {
			purpose: input.purpose,
			given_on: input.givenOn,
			given_how: input.givenHow,
			guardian_name: input.guardianName,
			note: input.note,
		};
		await tx`insert into consent ${tx({
			org_id: actor.orgId,
			consent_id: consentId,
			person_id: personId,
			village_code: village,
			...after,
		})}`;
		const trace = { kind: 'consent', id: consentId, village, after: { person_id: personId, ...after } };
		return { receipt: { consentId }, traces: [trace] };
	},
});

export const withdrawConsent = command('consent.withdraw', {
	right: 'change-people',
	schema: withdrawConsentInput,
	async run({ tx, actor: { orgId }, input: { consentId, withdrawnOn, note }, at }) {
		notAhead(withdrawnOn, at, 'withdrawnOn');
		const [given] = await tx<
			{ person_id: string; village_code: string; purpose: string; withdrawn_on: string | null }[]
		>`select person_id, village_code, purpose, withdrawn_on from consent
			where org_id = ${orgId} and consent_id = ${consentId} for update`;
		if (given === undefined) throw new Problem('not_found', { record: 'consent' });
		if (given.withdrawn_on !== null) throw new Problem('changed_meanwhile');
		await tx`update consent set withdrawn_on = ${withdrawnOn}, withdrawn_note = ${note}
			where org_id = ${orgId} and consent_id = ${consentId}`;
		// What now stands without consent: the page lists it, and it must be taken down place by place.
		const standing = await tx<{ use_id: string }[]>`
			select use_id from consent_use where org_id = ${orgId} and person_id = ${given.person_id}
				and purpose = ${given.purpose} and ended_on is null order by used_on, use_id`;
		const uses = standing.map(({ use_id }) => use_id);
		const trace = {
			kind: 'consent',
			id: consentId,
			village: given.village_code,
			before: { person_id: given.person_id, purpose: given.purpose, withdrawn_on: null },
			after: { withdrawn_on: withdrawnOn, withdrawn_note: note, uses },
		};
		return { receipt: { consentId, personId: given.person_id, uses }, traces: [trace] };
	},
});

export const noteUse = command('consent.note-use', {
	right: 'change-people',
	schema: noteUseInput,
	async run({ tx, actor, input }) {
		const { personId, purpose, title, place, usedOn } = input;
		const useId = input.useId ?? v7();
		const { village_code: village } = await seen(tx, actor, personId);
		const after = { purpose, title, place, used_on: usedOn };
		await tx`insert into consent_use ${tx({
			org_id: actor.orgId,
			use_id: useId,
			person_id: personId,
			village_code: village,
			...after,
		})}`;
		const trace = { kind: 'consent-use', id: useId, village, after: { person_id: personId, ...after } };
		return { receipt: { useId }, traces: [trace] };
	},
});

export const endUse = command('consent.end-use', {
	right: 'change-people',
	schema: endUseInput,
	async run({ tx, actor: { orgId }, input: { useId, endedOn } }) {
		const [ended] = await tx<{ village_code: string }[]>`
			update consent_use set ended_on = ${endedOn}
			where org_id = ${orgId} and use_id = ${useId} and ended_on is null returning village_code`;
		if (ended === undefined) throw new Problem('not_found', { record: 'consent-use' });
		const trace = {
			kind: 'consent-use',
			id: useId,
			village: ended.village_code,
			before: { ended_on: null },
			after: { ended_on: endedOn },
		};
		return { receipt: { useId }, traces: [trace] };
	},
});
