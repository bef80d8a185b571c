import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { setPasswordByLink } from '#server/features/entry/commands.ts';
import { accountBehind } from '#server/features/entry/queries.ts';
import { newPassword } from '#server/features/entry/schema.ts';
import { Problem } from '#server/problems.ts';
import { link } from '#ui/locale-link.ts';
import { entered } from '../../entry.server.ts';
import { house, refusal } from '../../team.server.ts';
import { enterWith } from '../../visitor-cookies.server.ts';

export const load: PageServerLoad = async ({ params }) => {
	const { sql } = await house();
	try {
		return { name: (await accountBehind(sql, params.token)).name };
	} catch (reason) {
		if (reason instanceof Problem && reason.code === 'link_spent') return { name: null };
		throw reason;
	}
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		let next: string;
		try {
			const password = entered(newPassword, String(form.get('sandi') ?? ''), 'sandi');
			const { sql } = await house();
			const username = await setPasswordByLink(sql, { token: event.params.token, password });
			next = await enterWith(event, username, password);
		} catch (reason) {
			return refusal(reason, 'sandi', form);
		}
		redirect(303, link(next));
	},
};
