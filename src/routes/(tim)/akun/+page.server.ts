import { fail, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { bars, chooseBar } from '#server/access/account-setting.ts';
import { passkeysWorkAt } from '#server/access/visitor.ts';
import { Problem } from '#server/problems.ts';
import { link } from '#ui/locale-link.ts';
import { house, refusal, teamOf, text } from '../team.server.ts';
import { ask } from '../visitor-cookies.server.ts';

export const load: PageServerLoad = async (event) => {
	const { account } = await teamOf(event);
	const { signIn } = await house();
	const { headers } = event.request;
	const [sessions, passkeys] = await Promise.all([
		signIn.api.listSessions({ headers }),
		signIn.api.listPasskeys({ headers }),
	]);
	return {
		name: account.name,
		bar: account.bar,
		bars,
		devices: sessions.map(({ id, token, userAgent, createdAt }) => ({
			id,
			device: userAgent ?? '',
			since: createdAt,
			here: token === account.sessionToken,
		})),
		passkeys: passkeys.map(({ id, name, createdAt }) => ({ id, name: name ?? null, since: createdAt })),
		passkeysWork: passkeysWorkAt(event.url, process.env.ORIGIN),
		added: event.url.searchParams.get('kunci') === 'baru',
		renewed: event.url.searchParams.get('sandi') === 'baru',
	};
};

/** A form of this page: what better-auth's own limits refuse is said, and nothing is lost. */
const accountAction =
	<Answer>(name: string, work: (event: RequestEvent, form: FormData) => Promise<Answer>) =>
	async (event: RequestEvent) => {
		await teamOf(event);
		const form = await event.request.formData();
		try {
			return await work(event, form);
		} catch (reason) {
			return refusal(reason, name, form);
		}
	};

/** A passkey of hers by its id, asked to be changed or removed; another's is not found. */
async function askAboutPasskey(event: RequestEvent, path: string, body: Record<string, unknown>) {
	const answer = await ask(event, path, body);
	if (!answer.ok) throw new Problem('not_found');
}

export const actions: Actions = {
	bilah: accountAction('bar', async (event, form) => {
		const { sql, account } = await teamOf(event);
		const wanted = text(form, 'bilah');
		await chooseBar(sql, account.id, bars.find((bar) => bar === wanted) ?? null);
		return { done: 'bar' };
	}),
	keluarkan: accountAction('device', async (event, form) => {
		const { signIn } = await house();
		const wanted = text(form, 'perangkat');
		const sessions = await signIn.api.listSessions({ headers: event.request.headers });
		const session = sessions.find(({ id }) => id === wanted);
		if (session === undefined) throw new Problem('not_found');
		await ask(event, '/revoke-session', { token: session.token });
		return { done: 'device' };
	}),
	keluarkanLain: accountAction('devices', async (event) => {
		await ask(event, '/revoke-other-sessions', {});
		return { done: 'devices' };
	}),
	sandi: accountAction('password', async (event, form) => {
		const newPassword = String(form.get('sandi_baru') ?? '');
		if (newPassword.length < 8 || newPassword.length > 128)
			return fail(400, { wrong: 'sandi_baru' as const });
		const answer = await ask(event, '/change-password', {
			currentPassword: String(form.get('sandi_sekarang') ?? ''),
			newPassword,
			revokeOtherSessions: true,
		});
		if (!answer.ok) return fail(400, { wrong: 'sandi_sekarang' as const });
		// The session is a new one, which only the next request brings.
		redirect(303, `${link('/akun')}?sandi=baru#sandi`);
	}),
	namaiKunci: accountAction('passkey-name', async (event, form) => {
		const name = text(form, 'nama');
		if (name === undefined || name.length > 100) throw new Problem('name_missing', { field: 'nama' });
		await askAboutPasskey(event, '/passkey/update-passkey', { id: text(form, 'kunci') ?? '', name });
		return { done: 'passkey-name' };
	}),
	hapusKunci: accountAction('passkey-remove', async (event, form) => {
		await askAboutPasskey(event, '/passkey/delete-passkey', { id: text(form, 'kunci') ?? '' });
		return { done: 'passkey-remove' };
	}),
};
