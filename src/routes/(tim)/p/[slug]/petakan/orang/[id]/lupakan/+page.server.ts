import { redirect } from '@sveltejs/kit';
import { v7 } from 'uuid';
import type { Actions, PageServerLoad } from './$types';
import { perform } from '#server/db/command.ts';
import { closeAccounts } from '#server/features/entry/commands.ts';
import { dropExports } from '#server/features/export/making.ts';
import { forgetPerson } from '#server/features/person/commands.ts';
import { forgettingOf } from '#server/features/person/forgetting-queries.ts';
import { link } from '#ui/locale-link.ts';
import {
	COMMAND_FIELD,
	commandId,
	house,
	refusal,
	rememberSent,
	teamOf,
	text,
	today,
} from '../../../../../../team.server.ts';
import { idIn, inProgramme } from '../../../../../programme.server.ts';
import { fieldsOf, inMap } from '../../../people.server.ts';

export const load: PageServerLoad = (event) =>
	inProgramme(event, async (tx, actor, { name, slug }) => ({
		programme: { name, slug },
		ahead: await forgettingOf(tx, actor, idIn(event.params.id), today()),
		id: commandId(),
	}));

export const actions: Actions = {
	default: async (event) => {
		event.locals.verb = forgetPerson.verb;
		const { sql, actor } = await teamOf(event);
		const form = await event.request.formData();
		const id = text(form, COMMAND_FIELD) ?? v7();
		const personId = idIn(event.params.id);
		try {
			const input = { ...fieldsOf(form, ['version', 'understood']), personId };
			const { accounts } = await perform(sql, forgetPerson, { actor, id, input });
			// When the server dies between the two, its next start does the rest.
			await closeAccounts(sql, actor.orgId, accounts);
			await dropExports({ sql, actor, folder: (await house()).folder });
		} catch (reason) {
			return refusal(reason, forgetPerson.verb, form);
		}
		rememberSent(event, id);
		redirect(303, link(`${inMap(event, 'orang')}/${personId}`));
	},
};
