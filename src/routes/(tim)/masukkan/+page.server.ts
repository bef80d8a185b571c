/**
 * Where a sheet of a quick tool arrives on its way into a programme. Nothing is written here: the person chooses where it
 * belongs, and that programme's own page takes it.
 */
import { fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { toolIds } from '#inputs/tool-content.ts';
import { may } from '#server/access/roles.ts';
import { readAsTenant } from '#server/db/tenant.ts';
import { listProgrammes, programmeVillages } from '#server/features/programme/queries.ts';
import { studyContent } from '#server/features/study/engine.ts';
import { listStudies } from '#server/features/study/queries.ts';
import { commandId, signedIn, teamOf, text } from '../team.server.ts';

export const load: PageServerLoad = () => ({ id: commandId() });

function jsonFrom(content: string): unknown {
	try {
		return JSON.parse(content);
	} catch {
		return null;
	}
}

export const actions: Actions = {
	default: async (event) => {
		if ((await signedIn(event)) === null) return fail(401, { signIn: true as const });
		const { sql, actor } = await teamOf(event);
		const form = await event.request.formData();
		const kind = toolIds.find((id) => id === form.get('alat'));
		const content = form.get('isi');
		if (kind === undefined || typeof content !== 'string') return fail(400, { nothing: true as const });
		const read = studyContent(kind, jsonFrom(content));
		if (read === null) return fail(400, { nothing: true as const });
		if (!may(actor.role, 'change-study')) return fail(403, { refused: true as const });
		const programmes = await readAsTenant(sql, actor, async (tx) =>
			Promise.all(
				(await listProgrammes(tx, actor)).map(async ({ programmeId, slug, name }) => ({
					programmeId,
					slug,
					name,
					villages: await programmeVillages(tx, actor.orgId, programmeId),
					studies: (await listStudies(tx, actor.orgId, programmeId)).filter((one) => one.kind === kind),
				})),
			),
		);
		const title = text(form, 'judul') ?? read.title;
		return {
			sheet: { kind, title, content: JSON.stringify(read.content) },
			programmes,
			narrow: actor.villages !== null,
		};
	},
};
