import { fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { bars, chooseBar, chosenBar } from '#server/access/account-setting.ts';
import { house, teamOf, text } from '../team.server.ts';
import { ask } from '../visitor-cookies.server.ts';

export const load: PageServerLoad = async (event) => {
	const { sql, account } = await teamOf(event);
	const { signIn } = await house();
	const sessions = await signIn.api.listSessions({ headers: event.request.headers });
	return {
		name: account.name,
		bar: await chosenBar(sql, account.id),
		bars,
		devices: sessions.map(({ id, token, userAgent, createdAt }) => ({
			id,
			device: userAgent ?? '',
			since: createdAt,
			here: token === account.sessionToken,
		})),
	};
};

export const actions: Actions = {
	bilah: async (event) => {
		const { sql, account } = await teamOf(event);
		const wanted = text(await event.request.formData(), 'bilah');
		await chooseBar(sql, account.id, bars.find((bar) => bar === wanted) ?? null);
		return { done: 'bar' };
	},
	keluarkan: async (event) => {
		await teamOf(event);
		const { signIn } = await house();
		const wanted = text(await event.request.formData(), 'perangkat');
		const sessions = await signIn.api.listSessions({ headers: event.request.headers });
		const session = sessions.find(({ id }) => id === wanted);
		if (session !== undefined) await ask(event, '/revoke-session', { token: session.token });
		return { done: 'device' };
	},
	sandi: async (event) => {
		await teamOf(event);
		const form = await event.request.formData();
		const answer = await ask(event, '/change-password', {
			currentPassword: String(form.get('sandi_sekarang') ?? ''),
			newPassword: String(form.get('sandi_baru') ?? ''),
			revokeOtherSessions: true,
		});
		return answer.ok ? { done: 'password' } : fail(400, { wrong: true });
	},
};
