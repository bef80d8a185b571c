import { AsyncLocalStorage } from 'node:async_hooks';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { building } from '$app/environment';
import { link, localeOf } from '#ui/locale-link.ts';
import { keepingHeader } from '#field/offline-pages.ts';
import { isAway } from './server/db/connection-loss.ts';
import { readSheet, withFirstStyles } from './server/first-styles.ts';
import { faultLine, logsRequests, requestId, requestLine } from './server/request-log.ts';
import { baseLocale, overwriteGetLocale, type Locale } from '#words/runtime.js';

// Two requests in two languages are rendered at the same time, so the language belongs to the request.
const requestLocale = new AsyncLocalStorage<Locale>();
overwriteGetLocale(() => requestLocale.getStore() ?? baseLocale);

/**
 * Opens the house beside the first page, not before it: the quick tools need no database. What the terminal should say
 * then is told to whoever serves (scripts/start.js), as is how to close.
 */
export const init: ServerInit = () => {
	if (building || process.env.SENTRA_SERVES !== 'yes') return;
	void import('./routes/(tim)/opening.server.ts').then(({ openAndTell }) => openAndTell());
};

const logs = logsRequests(process.env, process.stdout.isTTY === true);

const securityHeaders = {
	'x-content-type-options': 'nosniff',
	// The address of a sheet may name an enterprise; other sites only learn where the visitor came from.
	'referrer-policy': 'strict-origin-when-cross-origin',
	'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};

/** How long a program that asks again should wait, in seconds: a killed database is back within three. */
const RETRY_AFTER = '5';

/** Kind words instead of the page that needed the database. Whatever was asked for, the language is that of its address. */
async function awayPage({ fetch, request, url }: RequestEvent, broken: Response): Promise<Response> {
	const asked = new URLSearchParams(
		request.method === 'GET' ? { ke: url.pathname + url.search } : { kirim: 'ya' },
	);
	const address = `${link('/sebentar')}?${asked}`;
	// Without her cookies, so that nobody asks the database who she is.
	const page = await fetch(address, { credentials: 'omit' });
	const answer = page.ok ? page : broken;
	const headers = new Headers(answer.headers);
	headers.set('retry-after', RETRY_AFTER);
	headers.set('cache-control', 'no-store');
	return new Response(answer.body, { status: 503, headers });
}

/**
 * Whether the sheet lies with the visitor: the service worker stores it beside the pages that it keeps, and who works with a
 * team looks at one page after another, so that her browser has it since the page where she signed in.
 */
const hasSheet = ({ request: { headers }, route }: RequestEvent): boolean =>
	headers.has(keepingHeader) ||
	(route.id?.startsWith('/(tim)') === true && headers.get('cookie')?.includes('sentra.') === true);

/** Gives every request its language, and every answer `<html lang>` and the security headers. */
export const handle: Handle = ({ event, resolve }) => {
	const locale = localeOf(event.url.pathname);
	event.locals.locale = locale;
	event.locals.requestId = requestId(event.request.headers.get('x-request-id'));
	const began = performance.now();
	return requestLocale.run(locale, async () => {
		const sheetLies = hasSheet(event);
		const resolved = await resolve(event, {
			// A sheet that is named early would be fetched before what the first paint needs.
			preload: ({ type }) => type === 'js',
			transformPageChunk: ({ html }) => {
				const page = html.replace('%lang%', locale);
				return sheetLies ? page : withFirstStyles(page, readSheet);
			},
		});
		const response = event.locals.away ? await awayPage(event, resolved) : resolved;
		response.headers.append('vary', keepingHeader);
		for (const [name, value] of Object.entries(securityHeaders)) {
			if (!response.headers.has(name)) response.headers.set(name, value);
		}
		response.headers.set('x-request-id', event.locals.requestId);
		if (logs && !building) {
			const { requestId: id, verb } = event.locals;
			const asked = { id, verb, method: event.request.method, route: event.route.id ?? '' };
			const ms = performance.now() - began;
			process.stdout.write(`${requestLine(new Date(), { ...asked, status: response.status, ms })}\n`);
		}
		return response;
	});
};

/** A fault of the program: whole on a terminal, without a word about anybody in a log. */
export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status === 404) return;
	event.locals.away = isAway(error);
	const asked = { id: event.locals.requestId, route: event.route.id ?? '' };
	if (logs) process.stdout.write(`${faultLine(new Date(), asked, error)}\n`);
	else console.error(event.locals.away ? `The database was not reached: ${String(error)}` : error);
};
