import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { may } from '#server/access/roles.ts';
import { searchAreas } from '#server/features/area/queries.ts';
import {
	programmeAdvanceStage,
	programmeChange,
	programmeSetVillages,
} from '#server/features/programme/commands.ts';
import { stages } from '#server/features/programme/schema.ts';
import { commandAction, commandId, text, today } from '../../../team.server.ts';
import { inProgramme } from '../../programme.server.ts';

export const load: PageServerLoad = (event) =>
	inProgramme(event, async (tx, actor, programme) => {
		if (!may(actor.role, 'change-programme')) error(403, 'not_allowed');
		const search = event.url.searchParams.get('cari') ?? '';
		return {
			programme,
			stages,
			today: today(),
			search,
			found: search.trim() === '' ? [] : await searchAreas(tx, search, { level: 'village', most: 30 }),
			ids: { change: commandId(), stage: commandId(), villages: commandId() },
		};
	});

/** What every form of the page sends: which programme, and the version that was seen. */
const seen = (form: FormData) => ({
	programmeId: text(form, 'programme'),
	version: Number(text(form, 'version')),
});

/** The villages that stand in the form, with one more or one less. */
const villagesOf = (form: FormData): string[] => {
	const [add, remove] = [text(form, 'masukkan'), text(form, 'keluarkan')];
	const known = (text(form, 'desa') ?? '').split(',').filter(Boolean);
	return [...known, ...(add === undefined ? [] : [add])].filter((code) => code !== remove);
};

export const actions: Actions = {
	simpan: commandAction(
		programmeChange,
		(form) => ({
			...seen(form),
			slug: text(form, 'slug') ?? '',
			name: text(form, 'name') ?? '',
			commodity: text(form, 'commodity'),
			startedOn: text(form, 'startedOn'),
			endedOn: text(form, 'endedOn'),
			summary: text(form, 'summary'),
		}),
		({ slug }) => `/p/${slug}`,
	),
	tahap: commandAction(
		programmeAdvanceStage,
		(form) => ({
			...seen(form),
			stage: text(form, 'stage'),
			reason: text(form, 'reason') ?? '',
			on: text(form, 'on') ?? '',
		}),
		(_, event) => `/p/${event.params.slug}`,
	),
	desa: commandAction(
		programmeSetVillages,
		(form) => ({ ...seen(form), villages: villagesOf(form) }),
		(_, event) => `/p/${event.params.slug}/ubah#desa`,
	),
};
