import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { passkeysWorkAt } from '#server/access/visitor.ts';
import { link } from '#ui/locale-link.ts';
import { refusal, signedIn, text } from '../team.server.ts';
import { safePath, signInWith } from '../visitor-cookies.server.ts';

export const load: PageServerLoad = async (event) => {
	const next = safePath(event.url.searchParams.get('lanjut'));
	if ((await signedIn(event)) !== null) redirect(303, next === '/beranda' ? link(next) : next);
	return { next, passkeysWork: passkeysWorkAt(event.url, process.env.ORIGIN) };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const username = text(form, 'nama') ?? '';
		try {
			const known = await signInWith(event, username.toLowerCase(), String(form.get('sandi') ?? ''));
			if (!known) return fail(401, { wrong: true, username, next: text(form, 'lanjut') });
		} catch (reason) {
			return refusal(reason, 'masuk', form);
		}
		const next = safePath(text(form, 'lanjut') ?? null);
		redirect(303, next === '/beranda' ? link(next) : next);
	},
};
