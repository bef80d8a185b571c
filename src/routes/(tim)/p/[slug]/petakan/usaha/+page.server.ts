import type { Actions, PageServerLoad } from './$types';
import { may } from '#server/access/roles.ts';
import { recordEnterpriseCommand } from '#server/features/enterprise/commands.ts';
import { countEnterprises } from '#server/features/enterprise/queries.ts';
import { enterpriseKinds } from '#server/features/enterprise/schema.ts';
import { requirementTable } from '#server/features/permit-rule/queries.ts';
import { nearnesses, permitsDue } from '#server/features/permit/queries.ts';
import { permitKinds } from '#server/features/permit/schema.ts';
import { commandAction, commandId, today } from '../../../../team.server.ts';
import { inProgramme, programmeIdOf } from '../../../programme.server.ts';
import {
	askedAfter,
	chosen,
	enterpriseFrom,
	mapPage,
	newId,
	nextPage,
	villageChoices,
} from '../mapping.server.ts';

const PAGE = 50;
/** Permits to see to; who has more begins with these. */
const MOST_DUE = 30;

/** The address of the next permits to see to: the same filter, and how many stood before. */
function dueAfter(url: URL, skip: number): string {
	const asked = new URLSearchParams(url.searchParams);
	asked.set('mulai', String(skip));
	return asked.toString();
}

export const load: PageServerLoad = (event) =>
	inProgramme(event, async (tx, actor, { programmeId, name, slug, villages }) => {
		const on = today();
		const asked = event.url.searchParams;
		const without = chosen(event, 'tanpa', permitKinds);
		const filter = {
			programmeId,
			villageCode: chosen(
				event,
				'desa',
				villages.map(({ code }) => code),
			),
			kind: chosen(event, 'jenis', enterpriseKinds),
			words: asked.get('cari')?.slice(0, 100) ?? null,
			without: without === null ? null : { permit: without, on },
			ended: asked.get('tutup') === 'ya',
			after: askedAfter(event),
		};
		const near = chosen(event, 'dekat', nearnesses);
		const skip = /^[1-9]\d{0,5}$/.test(asked.get('mulai') ?? '') ? Number(asked.get('mulai')) : 0;
		const due = await permitsDue(tx, actor.orgId, {
			programmeId,
			villageCode: filter.villageCode,
			on,
			nearness: near,
			limit: MOST_DUE + 1,
			skip,
		});
		const { ruleSet, rows } = await requirementTable(tx, actor.orgId, { ...filter, on, limit: PAGE + 1 });
		return {
			programme: { name, slug },
			villages: villageChoices(villages),
			filter: { ...filter, without },
			ruleSet,
			rows: rows.slice(0, PAGE),
			next: rows.length > PAGE ? nextPage(event.url, rows[PAGE - 1]?.enterprise) : null,
			counts: await countEnterprises(tx, actor.orgId, filter),
			due: due.slice(0, MOST_DUE),
			near,
			dueBefore: skip > 0,
			nextDue: due.length > MOST_DUE ? dueAfter(event.url, skip + MOST_DUE) : null,
			mayChange: may(actor.role, 'change-enterprise'),
			mayRule: may(actor.role, 'change-programme'),
			id: commandId(),
		};
	});

export const actions: Actions = {
	tambah: async (event) => {
		const programmeId = await programmeIdOf(event);
		return commandAction(
			recordEnterpriseCommand,
			(form) => ({ ...enterpriseFrom(form, event), programmeId, enterpriseId: newId(form) }),
			({ enterpriseId }) => mapPage(event, `usaha/${enterpriseId}`),
		)(event);
	},
};
