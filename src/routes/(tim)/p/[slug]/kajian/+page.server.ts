import { v7 } from 'uuid';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { may } from '#server/access/roles.ts';
import { perform } from '#server/db/command.ts';
import { studyAdd, studyAttach } from '#server/features/study/commands.ts';
import { listStudies } from '#server/features/study/queries.ts';
import { studiesInFile } from '#server/features/study/upload.ts';
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
		const studyIds: string[] = [];
		try {
			const file = form.get('file');
			if (!(file instanceof File) || file.size === 0)
				throw new Problem('input_not_readable', { field: 'file' });
			const bytes = new Uint8Array(await file.arrayBuffer());
			const villageCode = text(form, 'villageCode');
			for (const study of studiesInFile(bytes, file.name)) {
				const studyId = v7();
				await perform(sql, studyAdd, {
					actor,
					id: v7(),
					input: { studyId, programmeId, villageCode, ...study },
				});
				const base64 = Buffer.from(bytes).toString('base64');
				const attached = { studyId, fileId: v7(), name: file.name, base64 };
				const id = v7();
				await perform(sql, studyAttach, { actor, id, input: attached });
				rememberSent(event, id);
				studyIds.push(studyId);
			}
		} catch (reason) {
			return refusal(reason, 'study.upload', form);
		}
		const [only, ...others] = studyIds;
		const list = `/p/${event.params.slug}/kajian`;
		redirect(303, link(only !== undefined && others.length === 0 ? `${list}/${only}` : list));
	},
};
