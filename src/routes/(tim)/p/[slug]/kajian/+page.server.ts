import { v7 } from 'uuid';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { may } from '#server/access/roles.ts';
import { perform } from '#server/db/command.ts';
import { studyAdd, studyUpload } from '#server/features/study/commands.ts';
import { listStudies } from '#server/features/study/queries.ts';
import { Problem } from '#server/problems.ts';
import { link } from '#ui/locale-link.ts';
import {
	COMMAND_FIELD,
	commandAction,
	commandId,
	refusal,
	rememberSent,
	teamOf,
	text,
} from '../../../team.server.ts';
import { inProgramme, programmeIdOf } from '../../programme.server.ts';
import { sheetIn } from './study-form.server.ts';

export const load: PageServerLoad = (event) =>
	inProgramme(event, async (tx, actor, programme) => ({
		programme,
		studies: await listStudies(tx, actor.orgId, programme.programmeId),
		mayAdd: may(actor.role, 'change-study'),
		narrow: actor.villages !== null,
		ids: { add: commandId(), upload: commandId() },
	}));

export const actions: Actions = {
	tambah: commandAction(
		studyAdd,
		(form) => ({
			// Made of the form's own id: sent twice it is the same study.
			studyId: text(form, COMMAND_FIELD) ?? v7(),
			programmeId: text(form, 'programme'),
			kind: text(form, 'kind'),
			title: text(form, 'title'),
			villageCode: text(form, 'villageCode'),
			content: sheetIn(form),
			note: text(form, 'note'),
		}),
		({ studyId }, event) => `/p/${event.params.slug}/kajian/${studyId}`,
	),
	unggah: async (event) => {
		const { sql, actor } = await teamOf(event);
		const programmeId = await programmeIdOf(event);
		const form = await event.request.formData();
		const id = text(form, COMMAND_FIELD) ?? v7();
		const file = form.get('file');
		let studyIds: readonly string[];
		try {
			if (!(file instanceof File) || file.size === 0)
				throw new Problem('input_not_readable', { field: 'file' });
			const input = {
				// Made of the form's own id: sent twice these are the same studies.
				studyId: id,
				programmeId,
				villageCode: text(form, 'villageCode'),
				name: file.name.slice(-200),
				base64: Buffer.from(await file.arrayBuffer()).toString('base64'),
			};
			({ studyIds } = await perform(sql, studyUpload, { actor, id, input }));
		} catch (reason) {
			return refusal(reason, studyUpload.verb, form);
		}
		rememberSent(event, id);
		const [only, ...others] = studyIds;
		const list = `/p/${event.params.slug}/kajian`;
		redirect(303, link(only !== undefined && others.length === 0 ? `${list}/${only}` : list));
	},
};
