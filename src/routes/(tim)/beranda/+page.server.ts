import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { link } from '#ui/locale-link.ts';
import { ORGANISATION_COOKIE, teamOf, text } from '../team.server.ts';

export const load: PageServerLoad = async (event) => {
	const { actor, organisation, entrances } = await teamOf(event);
	return {
		name: actor.name,
		role: actor.role,
		organisation,
		others: entrances
			.filter(({ orgId }) => orgId !== actor.orgId)
			.map(({ orgId, organisation: name }) => ({ orgId, name })),
	};
};

export const actions: Actions = {
	ganti: async (event) => {
		const { entrances } = await teamOf(event);
		const wanted = text(await event.request.formData(), 'organisasi');
		// Only an organisation that she enters; anything else is left as it is.
		if (entrances.some(({ orgId }) => orgId === wanted))
			event.cookies.set(ORGANISATION_COOKIE, wanted ?? '', {
				path: '/',
				httpOnly: true,
				sameSite: 'lax',
				secure: event.url.protocol === 'https:',
				maxAge: 365 * 24 * 3600,
			});
		redirect(303, link('/beranda'));
	},
};
