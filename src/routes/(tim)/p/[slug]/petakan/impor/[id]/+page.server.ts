import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { fieldsOf } from '#inputs/intake-fields.ts';
import { may } from '#server/access/roles.ts';
import { perform } from '#server/db/command.ts';
import { intakeConfirm, intakeDropFile, intakeMap, intakeUndo } from '#server/features/intake/commands.ts';
import { heldRecords, intakeCard, intakeWork } from '#server/features/intake/queries.ts';
import { MOST_FINDINGS } from '#server/features/intake/schema.ts';
import { startWriting } from '#server/features/intake/work.ts';
import {
	COMMAND_FIELD,
	commandAction,
	commandId,
	refusal,
	teamOf,
	text,
} from '../../../../../team.server.ts';
import { idIn, inProgramme } from '../../../../programme.server.ts';
import { mapPage, versionOf } from '../../mapping.server.ts';
import { v7 } from 'uuid';

/** Records that are shown because they cannot be taken back. */
const MOST_HELD = 50;

export const load: PageServerLoad = (event) =>
	inProgramme(event, async (tx, actor, { programmeId, name, slug, villages }) => {
		const intakeId = idIn(event.params.id);
		const { writeCommandId: _, ...card } = await intakeCard(tx, actor, intakeId);
		if (card.programmeId !== programmeId) error(404, 'not_found');
		const held = card.state === 'written' ? await heldRecords(tx, actor, intakeId) : [];
		const names = new Map(villages.map(({ code, name: village }) => [code, village]));
		return {
			programme: { name, slug },
			card,
			fields: fieldsOf[card.kind],
			villages: Object.entries(card.judgement.villages).map(([code, rows]) => ({
				name: names.get(code) ?? code,
				rows,
			})),
			mostFindings: MOST_FINDINGS,
			work: await intakeWork(tx, actor, intakeId),
			held: held.slice(0, MOST_HELD),
			heldCount: held.length,
			mayImport: may(actor.role, 'import'),
			ids: {
				map: commandId(),
				confirm: commandId(),
				undo: commandId(),
				drop: commandId(),
			},
		};
	});

const page = (event: RequestEvent<{ slug?: string }>): string =>
	mapPage(event, `impor/${idIn((event.params as { id?: string }).id)}`);

/** Columns as the form names them: `kolom3` is the field of the fourth. */
function fieldsIn(form: FormData): Record<string, string> {
	const fields: Record<string, string> = {};
	for (const [name, value] of form) {
		const index = /^kolom(\d{1,2})$/.exec(name)?.[1];
		if (index !== undefined && typeof value === 'string' && value !== '') fields[index] = value;
	}
	return fields;
}

async function goOn(event: RequestEvent): Promise<void> {
	const { sql, actor } = await teamOf(event);
	const intakeId = idIn((event.params as { id?: string }).id);
	await startWriting({ sql, actor, intakeId, onFault: (fault) => console.error(fault) });
}

export const actions: Actions = {
	kolom: commandAction(
		intakeMap,
		(form, event) => ({
			intakeId: event.params.id,
			version: versionOf(form),
			sheet: text(form, 'sheet'),
			headingRow: text(form, 'headingRow') === undefined ? undefined : Number(text(form, 'headingRow')),
			fields: form.has('kolom') ? fieldsIn(form) : undefined,
		}),
		(_, event) => page(event),
	),
	simpan: async (event) => {
		event.locals.verb = intakeConfirm.verb;
		const { sql, actor } = await teamOf(event);
		const form = await event.request.formData();
		const input = {
			intakeId: event.params.id,
			version: versionOf(form),
			skipsDoubles: text(form, 'doubles') !== 'take',
		};
		try {
			await perform(sql, intakeConfirm, { actor, id: text(form, COMMAND_FIELD) ?? v7(), input });
		} catch (reason) {
			return refusal(reason, intakeConfirm.verb, form);
		}
		await goOn(event);
		return { done: intakeConfirm.verb };
	},
	lanjut: async (event) => {
		await goOn(event);
		return { done: 'intake.write' };
	},
	batalkan: commandAction(
		intakeUndo,
		(form, event) => ({ intakeId: event.params.id, leavesHeld: text(form, 'leavesHeld') === 'ya' }),
		(_, event) => page(event),
	),
	hapus: commandAction(
		intakeDropFile,
		(_, event) => ({ intakeId: event.params.id }),
		(_, event) => page(event),
	),
};
