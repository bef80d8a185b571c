import { redirect } from '@sveltejs/kit';
import { v7 } from 'uuid';
import type { Actions, PageServerLoad } from './$types';
import { may } from '#server/access/roles.ts';
import { kindTitle } from '#server/features/export/export-words.ts';
import { makeExport } from '#server/features/export/making.ts';
import { exportMake } from '#server/features/export/commands.ts';
import { exportOffer, exportToFetch, exportsMade } from '#server/features/export/queries.ts';
import { FETCH_MINUTES, exportForms, exportKinds, exportUses } from '#server/features/export/schema.ts';
import { Problem } from '#server/problems.ts';
import { link } from '#ui/locale-link.ts';
import { COMMAND_FIELD, commandId, house, refusal, teamOf, text } from '../../../team.server.ts';
import { inProgramme, programmeIdOf } from '../../programme.server.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const load: PageServerLoad = (event) =>
	inProgramme(event, async (tx, actor, programme) => {
		const { locale } = event.locals;
		const now = new Date();
		const offered = await exportOffer(tx, actor, programme.programmeId, now);
		const ready = event.url.searchParams.get('siap') ?? '';
		const before = event.url.searchParams.get('sebelum') ?? '';
		const receipt = UUID.test(ready)
			? // A file that is gone is no reason to show no page.
				await exportToFetch(tx, actor, ready, now).catch((reason: unknown) => {
					if (reason instanceof Problem) return null;
					throw reason;
				})
			: null;
		const made = may(actor.role, 'see-audit')
			? await exportsMade(tx, actor, /^\d{1,18}$/.test(before) ? before : null)
			: null;
		return {
			programme,
			forms: exportForms,
			uses: exportUses,
			kinds: offered
				.filter(({ rows }) => rows > 0)
				.map((one) => ({ ...one, title: kindTitle(one.kind, locale) })),
			receipt,
			minutes: FETCH_MINUTES,
			own: actor.personId !== null,
			narrow: actor.villages !== null,
			made: made === null ? null : [...made],
			id: commandId(),
		};
	});

export const actions: Actions = {
	siapkan: async (event) => {
		event.locals.verb = exportMake.verb;
		const { sql, actor } = await teamOf(event);
		const programmeId = await programmeIdOf(event);
		const form = await event.request.formData();
		const { folder } = await house();
		const choice = {
			programmeId,
			kinds: exportKinds.filter((kind) => form.has(`kind-${kind}`)),
			form: text(form, 'form'),
			use: text(form, 'use'),
			purpose: text(form, 'purpose'),
			language: event.locals.locale,
		};
		const exportId = text(form, COMMAND_FIELD) ?? v7();
		try {
			if (!UUID.test(exportId)) throw new Problem('input_not_readable', { field: COMMAND_FIELD });
			await makeExport({ sql, actor, folder }, { exportId, choice });
		} catch (reason) {
			return refusal(reason, exportMake.verb, form);
		}
		redirect(303, `${link(`/p/${event.params.slug}/ekspor`)}?siap=${exportId}#siap`);
	},
};
