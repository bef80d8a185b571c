import type { Actions, PageServerLoad } from './$types';
import { may } from '#server/access/roles.ts';
import { addGroup } from '#server/features/group/commands.ts';
import { groupsOf } from '#server/features/group/queries.ts';
import { commandAction, commandId, text, today } from '../../../../team.server.ts';
import { inProgramme } from '../../../programme.server.ts';
import { groupFieldsOf, inMap, newIdOf } from '../people.server.ts';

export const load: PageServerLoad = (event) =>
	inProgramme(event, async (tx, actor, { programmeId, name, slug, villages }) => ({
		programme: { programmeId, name, slug },
		villages: villages.map((village) => ({ value: village.code, label: village.name })),
		groups: await groupsOf(tx, actor, { programmeId, on: today() }),
		// A member sees nobody but herself, so that a count would be wrong.
		counted: actor.personId === null,
		mayAdd: may(actor.role, 'change-people'),
		id: commandId(),
	}));

export const actions: Actions = {
	tambah: commandAction(
		addGroup,
		(form) => ({
			...groupFieldsOf(form),
			groupId: newIdOf(form),
			programmeId: text(form, 'programmeId'),
		}),
		({ groupId }, event) => inMap(event, `kelompok/${groupId}`),
	),
};
