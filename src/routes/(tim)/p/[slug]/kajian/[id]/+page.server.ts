import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { v7 } from 'uuid';
import type { Actions, PageServerLoad } from './$types';
import { maskedNumbersIn } from '#inputs/kept-text.ts';
import { may } from '#server/access/roles.ts';
import {
	studyAttach,
	studyPublish,
	studySaveVersion,
	studyWithdraw,
} from '#server/features/study/commands.ts';
import { studyReport } from '#server/features/study/engine.ts';
import { checkStudyOf, studyCard, studyVersion } from '#server/features/study/queries.ts';
import { Problem } from '#server/problems.ts';
import { link } from '#ui/locale-link.ts';
import { packText } from '#ui/packed-text.ts';
import { toolPath } from '#ui/team/tool-of-study.ts';
import type { StudyVersion } from '#server/features/study/queries.ts';
import {
	COMMAND_FIELD,
	commandAction,
	commandId,
	refusal,
	rememberSent,
	teamOf,
	text,
} from '../../../../team.server.ts';
import { perform } from '#server/db/command.ts';
import { idIn, inProgramme } from '../../../programme.server.ts';
import { sheetIn } from '../study-form.server.ts';

/** Longer addresses are refused by some browsers; such a sheet is taken along as a file. */
const longestLink = 500_000;

/** The address that opens a version in its tool; null when it would be too long. The part behind # stays in the browser. */
function openingLink({ kind, content }: StudyVersion): string | null {
	const sheet =
		kind === 'table-check' ? (content as { check: unknown }).check : { tool: kind, v: 1, content };
	if (sheet === null) return null;
	const packed = packText(JSON.stringify(sheet));
	return packed.length > longestLink ? null : `${link(toolPath(kind))}#t=${packed}`;
}

export const load: PageServerLoad = (event) =>
	inProgramme(event, async (tx, actor, programme) => {
		const study = await studyCard(tx, actor.orgId, idIn(event.params.id));
		if (study.programmeId !== programme.programmeId) error(404, 'not_found');
		const wanted = Number(event.url.searchParams.get('versi') ?? study.version);
		if (!Number.isSafeInteger(wanted) || wanted > study.version) error(404, 'not_found');
		const version = await studyVersion(tx, actor.orgId, study.studyId, wanted);
		const report = studyReport(version.kind, version.content, { locale: event.locals.locale });
		return {
			programme,
			study,
			shown: wanted,
			fingerprint: version.inputSha256,
			opens: openingLink(version),
			// What was sent held them; who sent it is told here, and everybody who reads on.
			masked: maskedNumbersIn(version.content),
			// Plain data, so that the page and a frozen publication are drawn the same.
			blocks: report === null ? [] : report.blocks,
			methods: report === null ? [] : report.sources.map((one) => `${one.id} v${one.version}`),
			mayChange: may(actor.role, 'change-study'),
			mayPublish: may(actor.role, 'publish-study'),
			ids: { version: commandId(), attach: commandId(), publish: commandId(), withdraw: commandId() },
		};
	});

const page = (event: { params: Partial<Record<string, string>> }) =>
	`/p/${event.params.slug}/kajian/${event.params.id}`;

/** A form of this page, sent to a study of the programme in its address. */
const ofTheProgramme =
	<Event extends RequestEvent, Answer>(action: (event: Event) => Promise<Answer>) =>
	async (event: Event): Promise<Answer> => {
		await inProgramme(event, (tx, { orgId }, { programmeId }) =>
			checkStudyOf(tx, orgId, programmeId, idIn((event.params as { id?: string }).id)),
		);
		return action(event);
	};

export const actions: Actions = {
	versi: ofTheProgramme(
		commandAction(
			studySaveVersion,
			(form, event) => ({
				studyId: event.params.id,
				version: Number(text(form, 'version')),
				title: text(form, 'title'),
				content: sheetIn(form),
				note: text(form, 'note'),
			}),
			(_, event) => page(event),
		),
	),
	lampirkan: ofTheProgramme(async (event: RequestEvent) => {
		const { sql, actor } = await teamOf(event);
		const form = await event.request.formData();
		const file = form.get('file');
		const bytes = file instanceof File ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0);
		const id = text(form, COMMAND_FIELD) ?? v7();
		const input = {
			studyId: event.params.id,
			fileId: id,
			name: file instanceof File ? file.name.slice(-200) : '',
			base64: bytes.toString('base64'),
		};
		try {
			if (bytes.length === 0) throw new Problem('input_not_readable', { field: 'file' });
			await perform(sql, studyAttach, { actor, id, input });
		} catch (reason) {
			return refusal(reason, studyAttach.verb, form);
		}
		rememberSent(event, id);
		return { done: studyAttach.verb };
	}),
	terbitkan: ofTheProgramme(
		commandAction(
			studyPublish,
			(form, event) => ({
				studyId: event.params.id,
				publicationId: text(form, COMMAND_FIELD) ?? v7(),
				version: Number(text(form, 'version')),
			}),
			({ publicationId }, event) => `/p/${event.params.slug}/terbitan/${publicationId}`,
		),
	),
	tarik: ofTheProgramme(
		commandAction(
			studyWithdraw,
			(form, event) => ({
				studyId: event.params.id,
				publicationId: text(form, 'publication'),
				reason: text(form, 'reason') ?? '',
			}),
			(_, event) => page(event),
		),
	),
};
