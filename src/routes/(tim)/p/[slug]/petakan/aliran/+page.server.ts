import type { Actions, PageServerLoad } from './$types';
import { may } from '#server/access/roles.ts';
import {
	changeAgreementCommand,
	recordAgreementCommand,
	removeAgreementCommand,
} from '#server/features/agreement/commands.ts';
import { listAgreements } from '#server/features/agreement/queries.ts';
import { listParties } from '#server/features/party/queries.ts';
import {
	changeStreamCommand,
	recordStreamCommand,
	removeStreamCommand,
} from '#server/features/stream/commands.ts';
import { listStreams, streamTotals } from '#server/features/stream/queries.ts';
import { uses } from '#server/features/stream/schema.ts';
import { commandAction, commandId, text, today } from '../../../../team.server.ts';
import { inProgramme } from '../../../programme.server.ts';
import {
	agreementFrom,
	askedId,
	chosen,
	mapPage,
	newId,
	streamFrom,
	versionOf,
	villageChoices,
} from '../mapping.server.ts';

export const load: PageServerLoad = (event) =>
	inProgramme(event, async (tx, actor, { programmeId, name, slug, villages }) => {
		const on = today();
		const filter = {
			programmeId,
			on,
			villageCode: chosen(
				event,
				'desa',
				villages.map(({ code }) => code),
			),
			used: chosen(event, 'pakai', uses),
			words: event.url.searchParams.get('cari')?.slice(0, 100) ?? null,
		};
		const ended = event.url.searchParams.get('berakhir') === 'ya';
		const { villageCode } = filter;
		const [streamId, agreementId] = [askedId(event, 'aliran'), askedId(event, 'kesepakatan')];
		const all = await listStreams(tx, actor.orgId, { programmeId, on });
		const agreements = await listAgreements(tx, actor.orgId, { programmeId, on, villageCode, ended: true });
		return {
			programme: { name, slug },
			villages: villageChoices(villages),
			filter: { villageCode, used: filter.used, words: filter.words, ended },
			today: on,
			streams: await listStreams(tx, actor.orgId, filter),
			totals: await streamTotals(tx, actor.orgId, filter),
			// Every stream may be what an agreement takes from, whatever the filter.
			choices: all.map((one) => ({
				value: one.streamId,
				label: `${one.material}, ${one.sourceName ?? '–'}`,
			})),
			// What arises at an actor whom she does not see is for others to change.
			stream: all.find((one) => one.streamId === streamId && one.sourceName !== null) ?? null,
			agreements: agreements.filter(({ state }) => ended || state !== 'ended'),
			agreement:
				agreements.find(
					(one) => one.agreementId === agreementId && one.giverName !== null && one.takerName !== null,
				) ?? null,
			parties: await listParties(tx, actor.orgId, programmeId),
			mayChange: may(actor.role, 'change-enterprise'),
			ids: {
				stream: commandId(),
				agreement: commandId(),
				removeStream: commandId(),
				removeAgreement: commandId(),
			},
		};
	});

export const actions: Actions = {
	tambah: commandAction(
		recordStreamCommand,
		(form, event) => ({ ...streamFrom(form, event), streamId: newId(form) }),
		(_, event) => mapPage(event, 'aliran'),
	),
	ubah: commandAction(
		changeStreamCommand,
		(form, event) => ({
			...streamFrom(form, event),
			streamId: text(form, 'streamId'),
			version: versionOf(form),
		}),
		(_, event) => mapPage(event, 'aliran'),
	),
	hapus: commandAction(
		removeStreamCommand,
		(form) => ({ streamId: text(form, 'streamId'), version: versionOf(form) }),
		(_, event) => mapPage(event, 'aliran'),
	),
	sepakat: commandAction(
		recordAgreementCommand,
		(form, event) => ({ ...agreementFrom(form, event), agreementId: newId(form) }),
		(_, event) => mapPage(event, 'aliran#kesepakatan'),
	),
	ubahSepakat: commandAction(
		changeAgreementCommand,
		(form, event) => ({
			...agreementFrom(form, event),
			agreementId: text(form, 'agreementId'),
			version: versionOf(form),
		}),
		(_, event) => mapPage(event, 'aliran#kesepakatan'),
	),
	hapusSepakat: commandAction(
		removeAgreementCommand,
		(form) => ({ agreementId: text(form, 'agreementId'), version: versionOf(form) }),
		(_, event) => mapPage(event, 'aliran#kesepakatan'),
	),
};
