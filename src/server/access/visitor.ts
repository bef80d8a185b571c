/** Who asks for a page: the account behind a session cookie, and the cookies that signing in and out sets. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { parseSetCookieHeader } from 'better-auth/cookies';
import type { Sql } from 'postgres';
import { overLosses } from '../db/connection-loss.ts';
import { Problem } from '../problems.ts';
import { PROLONG_SECONDS, SESSION_SECONDS } from './sign-in.ts';
import type { SignIn } from './sign-in.ts';
import type { Bar } from './account-setting.ts';

export interface Account {
	readonly id: string;
	readonly name: string;
	readonly sessionToken: string;
	/** The organisations that it was let into, today's membership not looked at. */
	readonly organisations: readonly string[];
	/** The preset of the phone's bar that it chose, or null. */
	readonly bar: Bar | null;
}

/** What tells whose session a cookie names. */
export interface SessionKeeper {
	readonly signIn: SignIn;
	readonly sql: Sql;
	/** What cookies are signed with. */
	readonly secret: string;
	/** Whether cookies travel over https alone, which is part of their name. */
	readonly secure: boolean;
}

/** The token in a cookie that we signed, as better-auth writes it: `token.signature`; null for anything else. */
function tokenIn(headers: Headers, { secret, secure }: SessionKeeper): string | null {
	const name = `${secure ? '__Secure-' : ''}sentra.session_token=`;
	const cookies = (headers.get('cookie') ?? '').split(';').map((one) => one.trim());
	const given = cookies.find((one) => one.startsWith(name))?.slice(name.length);
	if (given === undefined) return null;
	let value: string;
	try {
		value = decodeURIComponent(given);
	} catch {
		return null;
	}
	const dot = value.lastIndexOf('.');
	const [token, signature] = [value.slice(0, dot), Buffer.from(value.slice(dot + 1), 'base64')];
	const ours = createHmac('sha256', secret).update(token).digest();
	return dot > 0 && signature.length === ours.length && timingSafeEqual(signature, ours) ? token : null;
}

/** Prolongs a session that was used; better-auth keeps the reason of a failure to itself. */
async function prolong(signIn: SignIn, headers: Headers): Promise<void> {
	await signIn.api.getSession({ headers }).catch((error: unknown) => {
		if ((error as { statusCode?: unknown }).statusCode === 500) throw new Problem('database_away');
		throw error;
	});
}

/**
 * The account of a request's session, or null. Asked by every page, so in one statement, with what every page asks of an
 * account; a session that was ended on another device is not there any more.
 */
export async function accountOf(keeper: SessionKeeper, headers: Headers): Promise<Account | null> {
	const token = tokenIn(headers, keeper);
	if (token === null) return null;
	const [found] = await overLosses(
		() => keeper.sql<(Pick<Account, 'id' | 'name' | 'organisations' | 'bar'> & { expires: Date })[]>`
			select owner.id, owner.name, session."expiresAt" as expires, account_setting.bar,
				array(select org_id::text from account_organisation where account_id = owner.id) as organisations
			from auth.session
			join auth."user" owner on owner.id = session."userId"
			left join account_setting on account_setting.account_id = owner.id
			where session.token = ${token}`,
	);
	const left = (found?.expires.getTime() ?? 0) - Date.now();
	if (found === undefined || left <= 0) return null;
	if (left <= (SESSION_SECONDS - PROLONG_SECONDS) * 1000) await prolong(keeper.signIn, headers);
	const { id, name, organisations, bar } = found;
	return { id, name, sessionToken: token, organisations, bar };
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
