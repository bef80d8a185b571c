import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import type { ToolId } from '#inputs/tool-content.ts';
import { may } from '#server/access/roles.ts';
import type { Role } from '#server/access/roles.ts';
import { readAsTenant } from '#server/db/tenant.ts';
import { MOST_A_WEEK, activityWeeks, lastStudies, tasksOn } from '#server/features/home/queries.ts';
import { listProgrammes, programmeCard } from '#server/features/programme/queries.ts';
import { link } from '#ui/locale-link.ts';
import { chooseOrganisation, teamOf, text, today } from '../team.server.ts';

/** What a role works with most comes first among the last studies. */
const firstKinds: Readonly<Partial<Record<Role, readonly ToolId[]>>> = {
	treasurer: ['sharing', 'eligibility'],
	member: ['value-added'],
};

const STUDIES = 3;

export const load: PageServerLoad = async (event) => {
	const { sql, actor, organisation } = await teamOf(event);
	const { frame } = await event.parent();
	const on = today();
	return readAsTenant(sql, actor, async (tx) => {
		const programmes = await listProgrammes(tx, actor);
		const slug = frame?.current?.slug;
		const staff = actor.personId === null && actor.role !== 'guest' && actor.role !== 'member';
		return {
			name: actor.name,
			role: actor.role,
			organisation,
			personId: actor.personId,
			places: Object.fromEntries(
				programmes.map((one) => [one.programmeId, { slug: one.slug, name: one.name }]),
			),
			programme: slug === undefined ? null : await programmeCard(tx, actor, slug, on),
			programmes: programmes.length,
			tasks: await tasksOn(tx, actor, on),
			studies: await lastStudies(tx, actor.orgId, firstKinds[actor.role] ?? [], STUDIES),
			// How busy others are is for those who work with them.
			weeks: staff ? await activityWeeks(tx, actor, on) : null,
			mostAWeek: MOST_A_WEEK,
			mayBegin: may(actor.role, 'change-programme'),
		};
	});
};

export const actions: Actions = {
	ganti: async (event) => {
		const { entrances } = await teamOf(event);
		const wanted = text(await event.request.formData(), 'organisasi');
		// Only an organisation that she enters; anything else is left as it is.
		if (entrances.some(({ orgId }) => orgId === wanted)) chooseOrganisation(event, wanted ?? '');
		redirect(303, link('/beranda'));
	},
};
