import { v7 } from 'uuid';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { intakeKinds } from '#inputs/intake-fields.ts';
import { intakeReceive } from '#server/features/intake/commands.ts';
import { listIntakes } from '#server/features/intake/queries.ts';
import { startReceiving } from '#server/features/intake/receiving.ts';
import { Problem } from '#server/problems.ts';
import { link } from '#ui/locale-link.ts';
import { m } from '#words/messages.js';
import { COMMAND_FIELD, commandId, refusal, teamOf, text } from '../../../../team.server.ts';
import { inProgramme, programmeIdOf } from '../../../programme.server.ts';
import { chosen, mapPage, villageChoices } from '../mapping.server.ts';

export const load: PageServerLoad = (event) =>
	inProgramme(event, async (tx, actor, { programmeId, name, slug, villages }) => ({
		programme: { name, slug },
		villages: villageChoices(villages),
		/** Who sees some villages alone takes in those of one of them. */
		narrow: actor.villages !== null,
		kind: chosen(event, 'jenis', intakeKinds) ?? 'people',
		intakes: await listIntakes(tx, actor, programmeId),
		id: commandId(),
	}));

interface List {
	readonly name: string;
	readonly bytes: Uint8Array;
	readonly patienceMs?: number;
}

/** What was pasted is nowhere else than in the form: its page is waited for, so that a refusal gives it back. */
const PASTED_PATIENCE_MS = 60_000;

/** The file that was chosen, or else the table that was pasted. */
async function listIn(form: FormData): Promise<List> {
	const file = form.get('file');
	if (file instanceof File && file.size > 0)
		return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
	const pasted = form.get('pasted');
	if (typeof pasted !== 'string' || pasted.trim() === '')
		throw new Problem('list_unreadable', { field: 'file', reason: 'PASTE_EMPTY' });
	const bytes = new TextEncoder().encode(pasted);
	return { name: m.intake_paste_name(), bytes, patienceMs: PASTED_PATIENCE_MS };
}

export const actions: Actions = {
	unggah: async (event) => {
		event.locals.verb = intakeReceive.verb;
		const { sql, actor } = await teamOf(event);
		const programmeId = await programmeIdOf(event);
		const form = await event.request.formData();
		// The form's own id serves as the import's: sent twice it is one.
		const intakeId = text(form, COMMAND_FIELD) ?? v7();
		let going: boolean;
		try {
			const { name, bytes, patienceMs } = await listIn(form);
			const input = {
				intakeId,
				programmeId,
				kind: text(form, 'kind'),
				villageCode: text(form, 'villageCode') ?? null,
				name: name.slice(-200),
				base64: Buffer.from(bytes).toString('base64'),
			};
			const onFault = (fault: unknown) => console.error(fault);
			going = (await startReceiving({ sql, actor, input, onFault, patienceMs })) === 'going-on';
		} catch (reason) {
			return refusal(reason, intakeReceive.verb, form);
		}
		redirect(303, link(mapPage(event, `impor/${intakeId}${going ? '/diperiksa' : ''}`)));
	},
};
