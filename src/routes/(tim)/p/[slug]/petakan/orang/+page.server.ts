import type { Actions, PageServerLoad } from './$types';
import { may } from '#server/access/roles.ts';
import { groupChoices } from '#server/features/group/queries.ts';
import { addPerson } from '#server/features/person/commands.ts';
import { peoplePage } from '#server/features/person/queries.ts';
import { commandAction, commandId, text } from '../../../../team.server.ts';
import { inProgramme, isId } from '../../../programme.server.ts';
import { inMap, newIdOf, personFieldsOf } from '../people.server.ts';

export const load: PageServerLoad = (event) =>
	inProgramme(event, async (tx, actor, programme) => {
		const asked = event.url.searchParams;
		const { villages, programmeId } = programme;
		const village = villages.find(({ code }) => code === asked.get('desa'))?.code ?? null;
		const search = (asked.get('cari') ?? '').slice(0, 100);
		const withoutConsent = asked.get('tanpa') === 'persetujuan';
		const named = asked.get('kelompok');
		const wanted = named !== null && isId(named) ? named : null;
		// Sent together: the choice of groups does not wait for the people, nor they for it.
		const [{ groups, tooMany }, page] = await Promise.all([
			groupChoices(tx, actor, programmeId, wanted),
			peoplePage(
				tx,
				actor,
				{
					villages: village === null ? villages.map(({ code }) => code) : [village],
					search,
					groupId: wanted,
					withoutConsent,
					after: asked.get('sesudah'),
				},
				new Date(),
			),
		]);
		const groupId = groups.find((group) => group.groupId === wanted)?.groupId ?? null;
		return {
			programme: { name: programme.name, slug: programme.slug },
			villages: villages.map(({ code, name }) => ({ value: code, label: name })),
			groups: groups.map((group) => ({ value: group.groupId, label: group.name })),
			groupsInList: tooMany,
			asked: { search, village, groupId, withoutConsent, later: asked.has('sesudah') },
			...page,
			mayAdd: may(actor.role, 'change-people'),
			maySeeDoubles: may(actor.role, 'see-doubles'),
			id: commandId(),
		};
	});

export const actions: Actions = {
	tambah: commandAction(
		addPerson,
		(form) => ({
			...personFieldsOf(form),
			personId: newIdOf(form),
			identityNumber: text(form, 'identityNumber'),
		}),
		({ personId }, event) => inMap(event, `orang/${personId}`),
	),
};
