import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { may } from '#server/access/roles.ts';
import {
	changeGroup,
	changeGroupRole,
	joinGroup,
	leaveGroup,
	removeGroup,
} from '#server/features/group/commands.ts';
import { groupCard } from '#server/features/group/queries.ts';
import { peoplePage } from '#server/features/person/queries.ts';
import { withVillage } from '#ui/mapping/own-choice.ts';
import { commandAction, commandId, text, today } from '../../../../../team.server.ts';
import { idIn, inProgramme } from '../../../../programme.server.ts';
import { villageChoices } from '../../mapping.server.ts';
import { fieldsOf, groupFieldsOf, inMap, newIdOf } from '../../people.server.ts';

export const load: PageServerLoad = (event) =>
	inProgramme(event, async (tx, actor, { programmeId, name, slug, villages }) => {
		const group = await groupCard(tx, actor, idIn(event.params.id));
		if (group.programmeId !== programmeId) error(404, 'not_found');
		const search = (event.url.searchParams.get('cari') ?? '').slice(0, 100);
		const codes = villages.map(({ code }) => code);
		const found =
			search === ''
				? []
				: (await peoplePage(tx, actor, { villages: codes, search, limit: 20 }, new Date())).people;
		const inside = new Set(
			group.stays.filter(({ leftOn }) => leftOn === null).map(({ personId }) => personId),
		);
		return {
			programme: { name, slug },
			group,
			villages: withVillage(villageChoices(villages), group),
			search,
			found: found.filter(({ personId }) => !inside.has(personId)),
			mayChange: may(actor.role, 'change-people') && group.removedAt === null,
			today: today(),
			id: commandId(),
		};
	});

export const actions: Actions = {
	ubah: commandAction(changeGroup, (form, { params }) => ({
		...groupFieldsOf(form),
		groupId: idIn(params.id),
		version: text(form, 'version'),
	})),
	hapus: commandAction(
		removeGroup,
		(form, { params }) => ({ ...fieldsOf(form, ['version', 'reason']), groupId: idIn(params.id) }),
		(_, event) => inMap(event, 'kelompok'),
	),
	masuk: commandAction(
		joinGroup,
		(form, { params }) => ({
			...fieldsOf(form, ['personId', 'joinedOn', 'role']),
			groupMemberId: newIdOf(form),
			groupId: idIn(params.id),
		}),
		(_, event) => inMap(event, `kelompok/${idIn(event.params.id)}`),
	),
	keluar: commandAction(leaveGroup, (form) => fieldsOf(form, ['groupMemberId', 'leftOn'])),
	tugas: commandAction(changeGroupRole, (form) => fieldsOf(form, ['groupMemberId', 'on', 'role'])),
};
