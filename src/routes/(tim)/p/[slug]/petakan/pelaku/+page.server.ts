import type { Actions, PageServerLoad } from './$types';
import { may } from '#server/access/roles.ts';
import {
	changePriceCommand,
	recordPriceCommand,
	removePriceCommand,
} from '#server/features/chain-price/commands.ts';
import { priceChains } from '#server/features/chain-price/queries.ts';
import { actorNetwork } from '#server/features/network/queries.ts';
import { listParties } from '#server/features/party/queries.ts';
import { changeStakeholderCommand, recordStakeholderCommand } from '#server/features/stakeholder/commands.ts';
import { listStakeholders } from '#server/features/stakeholder/queries.ts';
import { actorGroups } from '#server/features/stakeholder/schema.ts';
import { commandAction, commandId, text, today } from '../../../../team.server.ts';
import { inProgramme, programmeIdOf } from '../../../programme.server.ts';
import {
	askedId,
	chosen,
	mapPage,
	newId,
	priceFrom,
	stakeholderFrom,
	versionOf,
	villageChoices,
} from '../mapping.server.ts';

export const load: PageServerLoad = (event) =>
	inProgramme(event, async (tx, actor, { programmeId, name, slug, villages }) => {
		const on = today();
		const villageCode = chosen(
			event,
			'desa',
			villages.map(({ code }) => code),
		);
		const actorGroup = chosen(event, 'kelompok', actorGroups);
		const all = await listStakeholders(tx, actor.orgId, {
			programmeId,
			villageCode,
			actorGroup,
			ended: true,
		});
		const seesContact = may(actor.role, 'see-people');
		const chains = await priceChains(tx, actor.orgId, { programmeId, villageCode });
		const ended = event.url.searchParams.get('berakhir') === 'ya';
		// One that works everywhere is written by who sees all villages.
		const everywhere = actor.villages === null;
		const [changing, price] = [askedId(event, 'ubah'), askedId(event, 'harga')];
		return {
			programme: { name, slug },
			villages: villageChoices(villages),
			filter: { villageCode, actorGroup, ended },
			today: on,
			stakeholders: all
				.filter(({ endedOn }) => ended || endedOn === null)
				.map((one) => (seesContact ? one : { ...one, contact: null })),
			changing:
				all.find(
					({ stakeholderId, villageCode: place }) =>
						stakeholderId === changing && (everywhere || place !== null),
				) ?? null,
			network: await actorNetwork(tx, actor.orgId, { programmeId, on, villageCode }),
			chains,
			price:
				chains
					.flatMap(({ villageName, steps }) => steps.map((step) => ({ ...step, villageName })))
					.find(({ chainPriceId }) => chainPriceId === price) ?? null,
			parties: await listParties(tx, actor.orgId, programmeId),
			everywhere,
			mayChange: may(actor.role, 'change-enterprise'),
			ids: { actor: commandId(), price: commandId(), remove: commandId() },
		};
	});

export const actions: Actions = {
	tambah: async (event) => {
		const programmeId = await programmeIdOf(event);
		return commandAction(
			recordStakeholderCommand,
			(form) => ({ ...stakeholderFrom(form), programmeId, stakeholderId: newId(form) }),
			() => mapPage(event, 'pelaku'),
		)(event);
	},
	ubah: commandAction(
		changeStakeholderCommand,
		(form) => ({
			...stakeholderFrom(form),
			stakeholderId: text(form, 'stakeholderId'),
			version: versionOf(form),
		}),
		(_, event) => mapPage(event, 'pelaku'),
	),
	tambahHarga: async (event) => {
		const programmeId = await programmeIdOf(event);
		return commandAction(
			recordPriceCommand,
			(form) => ({ ...priceFrom(form, event), programmeId, chainPriceId: newId(form) }),
			() => mapPage(event, 'pelaku#harga'),
		)(event);
	},
	ubahHarga: commandAction(
		changePriceCommand,
		(form, event) => ({
			...priceFrom(form, event),
			chainPriceId: text(form, 'chainPriceId'),
			version: versionOf(form),
		}),
		(_, event) => mapPage(event, 'pelaku#harga'),
	),
	hapusHarga: commandAction(
		removePriceCommand,
		(form) => ({ chainPriceId: text(form, 'chainPriceId'), version: versionOf(form) }),
		(_, event) => mapPage(event, 'pelaku#harga'),
	),
};
