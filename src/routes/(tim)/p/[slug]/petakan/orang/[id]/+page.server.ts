import { v7 } from 'uuid';
import type { Actions, PageServerLoad } from './$types';
import { may } from '#server/access/roles.ts';
import { perform } from '#server/db/command.ts';
import { readAsTenant } from '#server/db/tenant.ts';
import { endUse, giveConsent, noteUse, withdrawConsent } from '#server/features/consent/commands.ts';
import { consentsOf } from '#server/features/consent/queries.ts';
import { groupsOfPerson } from '#server/features/group/queries.ts';
import {
	addHousehold,
	changeHead,
	joinHousehold,
	leaveHousehold,
} from '#server/features/household/commands.ts';
import { householdOf } from '#server/features/household/queries.ts';
import { withdrawInvitation } from '#server/features/organisation/commands.ts';
import { accessOfPerson } from '#server/features/organisation/queries.ts';
import { mayForget } from '#server/features/person/forgetting.ts';
import { changePerson, removePerson, revealIdentity, setIdentity } from '#server/features/person/commands.ts';
import { peoplePage, personCard, revealedIdentity } from '#server/features/person/queries.ts';
import { withVillage } from '#ui/mapping/own-choice.ts';
import { inviteAction } from '../../../../../invite.server.ts';
import {
	COMMAND_FIELD,
	commandAction,
	commandId,
	refusal,
	rememberSent,
	teamOf,
	text,
	today,
} from '../../../../../team.server.ts';
import { idIn, inProgramme } from '../../../../programme.server.ts';
import { villageChoices } from '../../mapping.server.ts';
import { fieldsOf, inMap, newIdOf, personFieldsOf } from '../../people.server.ts';

export const load: PageServerLoad = (event) =>
	inProgramme(event, async (tx, actor, { name, slug, villages }) => {
		const personId = idIn(event.params.id);
		const at = new Date();
		const person = await personCard(tx, actor, personId, at);
		const household = await householdOf(tx, actor, personId);
		const search = (event.url.searchParams.get('keluarga') ?? '').slice(0, 100);
		const filter = { villages: [person.villageCode], search, limit: 10 };
		const found = search === '' ? [] : (await peoplePage(tx, actor, filter, at)).people;
		const known = new Set(household?.members.map((member) => member.personId));
		// Somebody may live in a village that the programme has left: her own stays to be chosen.
		const places = withVillage(villageChoices(villages), person);
		return {
			programme: { name, slug },
			person,
			villages: places,
			groups: await groupsOfPerson(tx, actor, personId),
			household,
			search,
			found: found.filter((one) => !known.has(one.personId)),
			...(await consentsOf(tx, actor, personId)),
			/** Null for who may give no access, and of who is off the list. */
			access:
				may(actor.role, 'change-access') && person.removedAt === null
					? await accessOfPerson(tx, actor.orgId, personId, at)
					: null,
			mayChange: may(actor.role, 'change-people') && person.removedAt === null,
			mayReveal: may(actor.role, 'reveal-identity') && person.removedAt === null,
			// Also of one who is off the list: before she can be forgotten, what is still out must come down.
			mayEndUse: may(actor.role, 'change-people') && person.forgottenAt === null,
			mayForget: mayForget(actor) && person.forgottenAt === null,
			today: today(),
			id: commandId(),
		};
	});

export const actions: Actions = {
	ubah: commandAction(changePerson, (form, { params }) => ({
		...personFieldsOf(form),
		personId: idIn(params.id),
		version: text(form, 'version'),
	})),
	hapus: commandAction(
		removePerson,
		(form, { params }) => ({ ...fieldsOf(form, ['version', 'reason']), personId: idIn(params.id) }),
		(_, event) => inMap(event, 'orang'),
	),
	nomor: commandAction(setIdentity, (form, { params }) => ({
		personId: idIn(params.id),
		identityNumber: text(form, 'identityNumber'),
	})),
	buka: async (event) => {
		const { sql, actor } = await teamOf(event);
		const form = await event.request.formData();
		const id = text(form, COMMAND_FIELD) ?? v7();
		try {
			const input = { personId: idIn(event.params.id), reason: text(form, 'reason') };
			await perform(sql, revealIdentity, { actor, id, input });
			const number = await readAsTenant(sql, actor, (tx) => revealedIdentity(tx, actor, id, new Date()));
			rememberSent(event, id);
			return { revealed: number };
		} catch (reason) {
			return refusal(reason, revealIdentity.verb, form);
		}
	},
	setuju: commandAction(giveConsent, (form, { params }) => ({
		...fieldsOf(form, ['purpose', 'givenOn', 'givenHow', 'guardianName', 'note']),
		consentId: newIdOf(form),
		personId: idIn(params.id),
	})),
	tarik: commandAction(withdrawConsent, (form) => fieldsOf(form, ['consentId', 'withdrawnOn', 'note'])),
	pakai: commandAction(noteUse, (form, { params }) => ({
		...fieldsOf(form, ['purpose', 'title', 'place', 'usedOn']),
		useId: newIdOf(form),
		personId: idIn(params.id),
	})),
	turunkan: commandAction(endUse, (form) => fieldsOf(form, ['useId', 'endedOn'])),
	keluarga: commandAction(addHousehold, (form, { params }) => ({
		householdId: newIdOf(form),
		headPersonId: idIn(params.id),
	})),
	masuk: commandAction(
		joinHousehold,
		(form) => fieldsOf(form, ['householdId', 'personId', 'relation']),
		(_, event) => inMap(event, `orang/${idIn(event.params.id)}#keluarga`),
	),
	kepala: commandAction(changeHead, (form) => fieldsOf(form, ['householdId', 'personId'])),
	undang: inviteAction((_, { params }) => ({ role: 'member', personId: idIn(params.id) })),
	tarikUndangan: commandAction(withdrawInvitation, (form) => ({ invitationId: text(form, 'undangan') })),
	pisah: commandAction(leaveHousehold, (form) => fieldsOf(form, ['personId'])),
};
