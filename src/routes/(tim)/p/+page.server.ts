import { v7 } from 'uuid';
import type { Actions, PageServerLoad } from './$types';
import { may } from '#server/access/roles.ts';
import { programmeAdd } from '#server/features/programme/commands.ts';
import { listProgrammes } from '#server/features/programme/queries.ts';
import { slugOf } from '#server/features/programme/schema.ts';
import { commandAction, commandId, text } from '../team.server.ts';
import { reading } from './programme.server.ts';

export const load: PageServerLoad = (event) =>
	reading(event, async (tx, actor) => ({
		programmes: await listProgrammes(tx, actor),
		hers: actor.villages !== null,
		mayAdd: may(actor.role, 'change-programme'),
		id: commandId(),
	}));

export const actions: Actions = {
	tambah: commandAction(
		programmeAdd,
		(form) => ({
			// Made of the form's own id: sent twice it is the same programme.
			programmeId: text(form, 'perintah') ?? v7(),
			name: text(form, 'name') ?? '',
			slug: slugOf(text(form, 'name') ?? ''),
			commodity: text(form, 'commodity'),
			startedOn: text(form, 'startedOn'),
			villages: [],
		}),
		({ slug }) => `/p/${slug}/ubah#desa`,
	),
};
