import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { link } from '#ui/locale-link.ts';
import { ORGANISATION_COOKIE } from '../team.server.ts';
import { ask } from '../visitor-cookies.server.ts';

export const load: PageServerLoad = () => redirect(303, link('/beranda'));

export const actions: Actions = {
	default: async (event) => {
		await ask(event, '/sign-out', {});
		event.cookies.delete(ORGANISATION_COOKIE, { path: '/' });
		redirect(303, link('/masuk'));
	},
};
