import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { entryBehind } from '#server/access/entry-link.ts';
import { enterAsFirstOwner } from '#server/features/entry/commands.ts';
import { newAccount, newOrganisation } from '#server/features/entry/schema.ts';
import { organisationKinds } from '#server/features/organisation/schema.ts';
import { link } from '#ui/locale-link.ts';
import { entered, shown } from '../../entry.server.ts';
import { house, refusal, text } from '../../team.server.ts';
import { enterWith } from '../../visitor-cookies.server.ts';

export const load: PageServerLoad = async ({ params }) => {
	const { sql } = await house();
	const problem = await shown(entryBehind(sql, params.token, 'first-owner'));
	return { problem, kinds: organisationKinds };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		let next: string;
		try {
			const account = entered(newAccount, {
				displayName: text(form, 'namaAnda') ?? '',
				username: text(form, 'nama') ?? '',
				password: String(form.get('sandi') ?? ''),
			});
			const organisation = entered(newOrganisation, {
				name: text(form, 'organisasi') ?? '',
				kind: text(form, 'jenis') ?? '',
			});
			const { sql } = await house();
			await enterAsFirstOwner(sql, { token: event.params.token, account, organisation });
			next = await enterWith(event, account.username, account.password);
		} catch (reason) {
			return refusal(reason, 'mulai', form);
		}
		redirect(303, link(next));
	},
};
