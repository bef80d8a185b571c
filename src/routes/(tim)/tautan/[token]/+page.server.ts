import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { entryBehind } from '#server/access/entry-link.ts';
import { demoOrganisationIds } from '#server/features/demo/demo-organisations.ts';
import { Problem } from '#server/problems.ts';
import { link } from '#ui/locale-link.ts';
import { shown } from '../../entry.server.ts';
import { ORGANISATION_COOKIE, chooseOrganisation, house, refusal } from '../../team.server.ts';
import { ask } from '../../visitor-cookies.server.ts';

export const load: PageServerLoad = async ({ params }) => {
	const { sql } = await house();
	const behind = entryBehind(sql, params.token, 'sign-in');
	const { reusable } = await behind.catch(() => ({ reusable: false }));
	return { problem: await shown(behind), reusable };
};

export const actions: Actions = {
	// A button, not the visit itself: a chat that looks at a link for its preview must not use it up.
	default: async (event) => {
		const form = await event.request.formData();
		try {
			const { sql } = await house();
			const { reusable } = await entryBehind(sql, event.params.token, 'sign-in');
			// A demo has five organisations: it begins with the one that its examples begin with.
			if (reusable && event.cookies.get(ORGANISATION_COOKIE) === undefined)
				chooseOrganisation(event, demoOrganisationIds[0] ?? '');
			const answer = await ask(event, '/enter-by-link', { token: event.params.token });
			if (!answer.ok) throw new Problem('link_spent');
		} catch (reason) {
			return refusal(reason, 'tautan', form);
		}
		redirect(303, link('/beranda'));
	},
};
