import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { entryBehind } from '#server/access/entry-link.ts';
import { Problem } from '#server/problems.ts';
import { link } from '#ui/locale-link.ts';
import { shown } from '../../entry.server.ts';
import { house, refusal } from '../../team.server.ts';
import { ask } from '../../visitor-cookies.server.ts';

export const load: PageServerLoad = async ({ params }) => {
	const { sql } = await house();
	return { problem: await shown(entryBehind(sql, params.token, 'sign-in')) };
};

export const actions: Actions = {
	// A button, not the visit itself: a chat that looks at a link for its preview must not use it up.
	default: async (event) => {
		const form = await event.request.formData();
		try {
			const answer = await ask(event, '/enter-by-link', { token: event.params.token });
			if (!answer.ok) throw new Problem('link_spent');
		} catch (reason) {
			return refusal(reason, 'tautan', form);
		}
		redirect(303, link('/beranda'));
	},
};
