import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { judgeDocument } from '#methods/programme/evidence-document.ts';
import { may } from '#server/access/roles.ts';
import { listAgreements } from '#server/features/agreement/queries.ts';
import { changeEnterpriseCommand, setOwnerCommand } from '#server/features/enterprise/commands.ts';
import { enterpriseById } from '#server/features/enterprise/queries.ts';
import { listFindings } from '#server/features/finding/queries.ts';
import { judgePermits, ruleSetOn } from '#server/features/permit-rule/queries.ts';
import {
	changePermitCommand,
	recordPermitCommand,
	removePermitCommand,
} from '#server/features/permit/commands.ts';
import { permitsOf } from '#server/features/permit/queries.ts';
import type { Permit } from '#server/features/permit/schema.ts';
import { peoplePage, personSeen } from '#server/features/person/queries.ts';
import { listStreams } from '#server/features/stream/queries.ts';
import { commandAction, commandId, text, today } from '../../../../../team.server.ts';
import { idIn, inProgramme } from '../../../../programme.server.ts';
import {
	askedId,
	enterpriseFrom,
	mapPage,
	newId,
	permitFrom,
	versionOf,
	villageChoices,
} from '../../mapping.server.ts';

/** Whether a number has the form of its kind. What the number says of its validity is judged by its dates. */
const numberDoubtful = ({ kind, number }: Permit, on: string): boolean =>
	number !== null &&
	(kind === 'nib' || kind === 'pirt' || kind === 'halal') &&
	judgeDocument({ kind, number }, on).verdict === 'doubtful';

export const load: PageServerLoad = (event) =>
	inProgramme(event, async (tx, actor, { programmeId, name, slug, villages }) => {
		const on = today();
		const enterpriseId = idIn(event.params.id);
		const enterprise = await enterpriseById(tx, actor.orgId, enterpriseId);
		if (enterprise === null || enterprise.programmeId !== programmeId) error(404, 'not_found');
		const permits = await permitsOf(tx, actor.orgId, enterpriseId);
		const ruleSet = await ruleSetOn(tx, actor.orgId, on);
		const search = (event.url.searchParams.get('orang') ?? '').slice(0, 100).trim();
		const mayChange = may(actor.role, 'change-enterprise');
		const codes = villages.map(({ code }) => code);
		const found =
			search === '' || !mayChange
				? []
				: (await peoplePage(tx, actor, { villages: codes, search, limit: 20 }, new Date())).people;
		return {
			programme: { name, slug },
			villages: villageChoices(villages),
			// A guest sees what a link shows, and no link shows how to reach a person.
			enterprise: may(actor.role, 'see-people')
				? enterprise
				: { ...enterprise, contact: null, ownerName: null },
			owner: enterprise.ownerId === null ? null : await personSeen(tx, actor, enterprise.ownerId),
			permits: permits.map((permit) => ({ ...permit, doubtful: numberDoubtful(permit, on) })),
			permit: permits.find(({ permitId }) => permitId === askedId(event, 'izin')) ?? null,
			ruleSet,
			states: judgePermits(ruleSet, enterprise.kind, permits, on),
			streams: await listStreams(tx, actor.orgId, { programmeId, on, enterpriseId }),
			agreements: await listAgreements(tx, actor.orgId, { programmeId, on, enterpriseId, ended: true }),
			findings: await listFindings(tx, actor.orgId, { programmeId, enterpriseId, settled: true }),
			search,
			found: found.map(({ personId, name: person, villageName }) => ({
				personId,
				name: person,
				villageName,
			})),
			changing: event.url.searchParams.get('ubah') === 'ya',
			mayChange,
			ids: { change: commandId(), permit: commandId(), remove: commandId(), owner: commandId() },
		};
	});

const here = (event: { params: { slug?: string; id?: string } }) =>
	mapPage(event, `usaha/${idIn(event.params.id)}`);

export const actions: Actions = {
	ubah: commandAction(
		changeEnterpriseCommand,
		(form, event) => ({
			...enterpriseFrom(form, event),
			enterpriseId: idIn(event.params.id),
			version: versionOf(form),
		}),
		(_, event) => here(event),
	),
	pemilik: commandAction(
		setOwnerCommand,
		(form, event) => ({
			enterpriseId: idIn(event.params.id),
			version: versionOf(form),
			ownerId: text(form, 'ownerId') ?? null,
		}),
		(_, event) => here(event),
	),
	catatIzin: commandAction(
		recordPermitCommand,
		(form, event) => ({ ...permitFrom(form), permitId: newId(form), enterpriseId: idIn(event.params.id) }),
		(_, event) => `${here(event)}#izin`,
	),
	ubahIzin: commandAction(
		changePermitCommand,
		(form) => ({ ...permitFrom(form), permitId: text(form, 'permitId'), version: versionOf(form) }),
		(_, event) => `${here(event)}#izin`,
	),
	hapusIzin: commandAction(
		removePermitCommand,
		(form) => ({ permitId: text(form, 'permitId'), version: versionOf(form) }),
		(_, event) => `${here(event)}#izin`,
	),
};
