/** Sends a visitor's request to the accounts and hands their cookies on to the browser. */
import type { RequestEvent } from '@sveltejs/kit';
import { countWrongTry, forgetWrongTries, refuseAfterWrongTries } from '#server/access/tries.ts';
import { cookiesOf, knock } from '#server/access/visitor.ts';
import { Problem } from '#server/problems.ts';
import { ownPath } from './own-path.ts';
import { house } from './team.server.ts';

/** Asks better-auth on behalf of the visitor (with GET when nothing is sent); the answer's status says whether it agreed. */
export async function ask(
	event: RequestEvent,
	path: string,
	body: Record<string, unknown> | null,
): Promise<Response> {
	const { signIn } = await house();
	const { url, request, cookies } = event;
	const address = event.getClientAddress();
	const answer = await knock({ signIn, url, headers: request.headers, address, path, body });
	for (const { name, value, maxAge, secure } of cookiesOf(answer))
		cookies.set(name, value, {
			path: '/',
			httpOnly: true,
			sameSite: 'lax',
			// Also behind a proxy that ends https and told nobody the address (ORIGIN).
			secure: secure || url.protocol === 'https:',
			maxAge,
		});
	if (answer.status === 429) throw new Problem('too_many_tries');
	return answer;
}

/** Signs a visitor in by name and password; false when they do not match. Throws `too_many_tries` and `account_resting`. */
export async function signInWith(event: RequestEvent, username: string, password: string): Promise<boolean> {
	const { sql } = await house();
	await refuseAfterWrongTries(sql, username);
	const answer = await ask(event, '/sign-in/username', { username, password });
	await (answer.ok ? forgetWrongTries(sql, username) : countWrongTry(sql, username));
	return answer.ok;
}

/**
 * Signs in somebody whose account or password was just made, and says which page follows. When too many tries came from her
 * address she signs in herself a little later: what she made is made, and its link is used up.
 */
export async function enterWith(event: RequestEvent, username: string, password: string): Promise<string> {
	try {
		return (await signInWith(event, username, password)) ? '/beranda' : '/masuk';
	} catch (reason) {
		if (reason instanceof Problem && ['too_many_tries', 'account_resting'].includes(reason.code))
			return '/masuk';
		throw reason;
	}
}

/** Where somebody goes who has signed in: where she was going, if that is a page of ours. */
export const safePath = (path: string | null): string => ownPath(path) ?? '/beranda';
