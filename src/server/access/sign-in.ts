/** Who somebody is: accounts, passwords, passkeys and sessions, by better-auth. What she may do is another room's. */
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { createAuthEndpoint, createAuthMiddleware, getIP } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { username } from 'better-auth/plugins';
import { PostgresJSDialect } from 'kysely-postgres-js';
import type { Sql } from 'postgres';
import { v7 } from 'uuid';
import * as v from 'valibot';
import { withoutReserving } from '../db/connection-loss.ts';
import { Problem } from '../problems.ts';
import { countTry, giveTryBack } from './address-tries.ts';
import { useEntryLink } from './entry-link.ts';

export interface SignInOptions {
	/** A pool whose search path is `auth`. */
	readonly accounts: Sql;
	/** The house's own pool, for links. */
	readonly sql: Sql;
	readonly secret: string;
	/** The public address when a proxy changes it; else every address this machine is called by. */
	readonly origin: string | undefined;
}

/** Our own way in besides password and passkey: a link that the terminal printed for a demo's person. */
const linkDoor = (sql: Sql) => ({
	id: 'entry-link',
	endpoints: {
		enterByLink: createAuthEndpoint('/enter-by-link', { method: 'POST' }, async (context) => {
			const { token } = v.parse(v.object({ token: v.string() }), context.body);
			const entry = await useEntryLink(sql, token, 'sign-in');
			if (entry.accountId === null) throw new Problem('link_spent');
			const user = await context.context.internalAdapter.findUserById(entry.accountId);
			if (user === null) throw new Problem('link_spent');
			const session = await context.context.internalAdapter.createSession(user.id);
			await setSessionCookie(context, { session, user });
			return context.json({ ok: true });
		}),
	},
});

/** Thirty days: a phone that comes to the office once a month stays signed in. */
export const SESSION_SECONDS = 30 * 24 * 3600;

/** A session that is used is prolonged once a day. */
export const PROLONG_SECONDS = 24 * 3600;

/**
 * Who came in by a door gives back the try that was counted at it (`countTry`), under the key that better-auth counts by.
 * Other answers of these doors stay counted.
 */
const openedDoor = (sql: Sql) =>
	createAuthMiddleware(async ({ context, path, request }) => {
		if (request === undefined || context.newSession == null) return;
		await giveTryBack(sql, `${getIP(request, context.options) ?? 'no-trusted-ip'}|${path}`);
	});

/** Tries from one address that let nobody in. */
const TRIES_A_MINUTE = 20;

/** Whether everybody comes over https. */
export const isSecure = (origin: string | undefined): boolean => origin?.startsWith('https:') ?? false;

/** Sets better-auth up. Accounts are made by links alone: nobody signs up by herself. */
export function signInOf({ accounts, sql, secret, origin }: SignInOptions) {
	return betterAuth({
		appName: 'Sentra',
		secret,
		...(origin === undefined ? {} : { baseURL: origin }),
		basePath: '/api/auth',
		database: {
			dialect: new PostgresJSDialect({ postgres: withoutReserving(accounts) }),
			type: 'postgres',
		},
		emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8, maxPasswordLength: 128 },
		session: { expiresIn: SESSION_SECONDS, updateAge: PROLONG_SECONDS },
		rateLimit: {
			enabled: true,
			customStorage: { consume: (key, limit) => countTry(sql, key, limit) },
			window: 60,
			max: 100,
			// A village office shares one address, so a morning's signing in must pass; guessing must not.
			customRules: {
				'/sign-in/*': { window: 60, max: TRIES_A_MINUTE },
				'/enter-by-link': { window: 60, max: TRIES_A_MINUTE },
				'/passkey/*': { window: 60, max: 2 * TRIES_A_MINUTE },
				// A browser that is left open must not serve to guess the password of who is signed in.
				'/change-password': { window: 60, max: TRIES_A_MINUTE / 2 },
			},
		},
		hooks: { after: openedDoor(sql) },
		advanced: {
			cookiePrefix: 'sentra',
			// Over the plain http of a village office a secure cookie would never come back.
			useSecureCookies: isSecure(origin),
			ipAddress: { ipAddressHeaders: ['x-sentra-address'] },
			database: { generateId: () => v7() },
		},
		telemetry: { enabled: false },
		logger: { disabled: true },
		plugins: [username(), passkey({ rpName: 'Sentra' }), linkDoor(sql)],
	});
}

export type SignIn = ReturnType<typeof signInOf>;
