import type { Actions, PageServerLoad } from './$types';
import { may } from '#server/access/roles.ts';
import {
	changeFindingCommand,
	recordFindingCommand,
	removeFindingCommand,
} from '#server/features/finding/commands.ts';
import { listFindings } from '#server/features/finding/queries.ts';
import { listParties } from '#server/features/party/queries.ts';
import { listStreams } from '#server/features/stream/queries.ts';
import { commandAction, commandId, text, today } from '../../../../team.server.ts';
import { inProgramme, programmeIdOf } from '../../../programme.server.ts';
import {
	askedId,
	chosen,
	findingFrom,
	mapPage,
	newId,
	versionOf,
	villageChoices,
} from '../mapping.server.ts';

export const load: PageServerLoad = (event) =>
	inProgramme(event, async (tx, actor, { programmeId, name, slug, villages }) => {
		const villageCode = chosen(
			event,
			'desa',
			villages.map(({ code }) => code),
		);
		const settled = event.url.searchParams.get('selesai') === 'ya';
		const asked = askedId(event, 'ubah');
		const seesPeople = may(actor.role, 'see-people') && actor.personId === null;
		const all = await listFindings(tx, actor.orgId, { programmeId, villageCode, settled: true });
		const streams = await listStreams(tx, actor.orgId, { programmeId, on: today() });
		return {
			programme: { name, slug },
			villages: villageChoices(villages),
			filter: { villageCode, settled },
			today: today(),
			findings: all
				.filter(({ settledOn }) => settled || settledOn === null)
				// Who complained of what is not for a guest.
				.map((one) => (seesPeople ? one : { ...one, raisedBy: null })),
			changing: all.find(({ findingId }) => findingId === asked) ?? null,
			parties: await listParties(tx, actor.orgId, programmeId),
			streams: streams.map((one) => ({
				value: one.streamId,
				label: `${one.material}, ${one.sourceName ?? '–'}`,
			})),
			mayChange: may(actor.role, 'change-enterprise'),
			ids: { save: commandId(), remove: commandId() },
		};
	});

export const actions: Actions = {
	tambah: async (event) => {
		const programmeId = await programmeIdOf(event);
		return commandAction(
			recordFindingCommand,
			(form) => ({ ...findingFrom(form), programmeId, findingId: newId(form) }),
			() => mapPage(event, 'temuan'),
		)(event);
	},
	ubah: commandAction(
		changeFindingCommand,
		(form) => ({ ...findingFrom(form), findingId: text(form, 'findingId'), version: versionOf(form) }),
		(_, event) => mapPage(event, 'temuan'),
	),
	hapus: commandAction(
		removeFindingCommand,
		(form) => ({ findingId: text(form, 'findingId'), version: versionOf(form) }),
		(_, event) => mapPage(event, 'temuan'),
	),
};
