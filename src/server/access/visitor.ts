/** Who asks for a page: the account behind a session cookie, and the cookies that signing in and out sets. */
import { parseSetCookieHeader } from 'better-auth/cookies';
import { Problem } from '../problems.ts';
import type { SignIn } from './sign-in.ts';

export interface Account {
	readonly id: string;
	readonly name: string;
	readonly sessionToken: string;
}

/** The account of a request's session, or null. */
export async function accountOf(signIn: SignIn, headers: Headers): Promise<Account | null> {
	const session = await signIn.api.getSession({ headers }).catch((error: unknown) => {
		// The one reason that better-auth has for it, and it keeps it to itself.
		if ((error as { statusCode?: unknown }).statusCode === 500) throw new Problem('database_away');
		throw error;
	});
	return session && { id: session.user.id, name: session.user.name, sessionToken: session.session.token };
}

export interface CookieToSet {
	readonly name: string;
	readonly value: string;
	readonly maxAge: number | undefined;
	readonly secure: boolean;
}

/** The cookies of an answer, as a page can set them again. */
export function cookiesOf(answer: Response): CookieToSet[] {
	return answer.headers.getSetCookie().flatMap((line) =>
		[...parseSetCookieHeader(line)].map(([name, cookie]) => ({
			name,
			value: decodeURIComponent(cookie.value),
			maxAge: cookie['max-age'] === undefined ? undefined : Number(cookie['max-age']),
			secure: cookie.secure === true,
		})),
	);
}

/** What a visitor sends to better-auth, as its own address would: with the limits of tries that go with it. */
export interface Knock {
	readonly signIn: SignIn;
	readonly url: URL;
	readonly headers: Headers;
	readonly address: string;
	readonly path: string;
	/** What is sent; null asks with GET. */
	readonly body: Record<string, unknown> | null;
}

/** Sends a request to better-auth inside this process. */
export function knock({ signIn, url, headers, address, path, body }: Knock): Promise<Response> {
	return signIn.handler(
		new Request(`${url.origin}/api/auth${path}`, {
			method: body === null ? 'GET' : 'POST',
			headers: {
				'content-type': 'application/json',
				cookie: headers.get('cookie') ?? '',
				'user-agent': headers.get('user-agent') ?? '',
				origin: url.origin,
				'x-sentra-address': address,
			},
			...(body === null ? {} : { body: JSON.stringify(body) }),
		}),
	);
}

/**
 * Whether passkeys work at an address: the browser wants https or this very machine, and a passkey belongs to the name that
 * the server says it has (ORIGIN), else to localhost.
 */
export function passkeysWorkAt(url: URL, origin: string | undefined): boolean {
	const ours = origin === undefined ? 'localhost' : new URL(origin).hostname;
	return url.hostname === ours && (url.protocol === 'https:' || url.hostname === 'localhost');
}
