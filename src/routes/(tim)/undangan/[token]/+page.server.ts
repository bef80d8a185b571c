import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { invitationBehind } from '#server/features/entry/queries.ts';
import { enterByInvitation } from '#server/features/entry/commands.ts';
import { newAccount } from '#server/features/entry/schema.ts';
import { Problem } from '#server/problems.ts';
import { link } from '#ui/locale-link.ts';
import { entered } from '../../entry.server.ts';
import { house, refusal, signedIn, text } from '../../team.server.ts';
import { enterWith } from '../../visitor-cookies.server.ts';

export const load: PageServerLoad = async (event) => {
	const { sql } = await house();
	const account = await signedIn(event);
	try {
		const invited = await invitationBehind(sql, event.params.token);
		return { invited, refused: null, signedInAs: account?.name ?? null };
	} catch (reason) {
		if (!(reason instanceof Problem)) throw reason;
		const { code, field, params } = reason;
		return { invited: null, refused: { problem: { code, field, params } }, signedInAs: null };
	}
};

export const actions: Actions = {
	baru: async (event) => {
		const form = await event.request.formData();
		let next: string;
		try {
			const account = entered(newAccount, {
				displayName: text(form, 'namaAnda') ?? '',
				username: text(form, 'nama') ?? '',
				password: String(form.get('sandi') ?? ''),
			});
			const { sql } = await house();
			await enterByInvitation(sql, { token: event.params.token, who: { account } });
			next = await enterWith(event, account.username, account.password);
		} catch (reason) {
			return refusal(reason, 'undangan', form);
		}
		redirect(303, link(next));
	},
	gabung: async (event) => {
		const form = await event.request.formData();
		try {
			const account = await signedIn(event);
			if (account === null) throw new Problem('not_signed_in');
			const { sql } = await house();
			await enterByInvitation(sql, {
				token: event.params.token,
				who: { accountId: account.id, displayName: account.name },
			});
		} catch (reason) {
			return refusal(reason, 'undangan', form);
		}
		redirect(303, link('/beranda'));
	},
};
