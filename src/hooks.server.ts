import { AsyncLocalStorage } from 'node:async_hooks';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { building } from '$app/environment';
import { localeOf } from '#ui/locale-link.ts';
import { keepingHeader } from '#field/offline-pages.ts';
import { withFirstStyles } from './server/first-styles.ts';
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

/** Gives every request its language, and every answer `<html lang>` and the security headers. */
export const handle: Handle = ({ event, resolve }) => {
	const locale = localeOf(event.url.pathname);
	event.locals.locale = locale;
	event.locals.requestId = requestId(event.request.headers.get('x-request-id'));
	const began = performance.now();
	return requestLocale.run(locale, async () => {
		const kept = event.request.headers.has(keepingHeader);
		const response = await resolve(event, {
			transformPageChunk: ({ html }) => withFirstStyles(html.replace('%lang%', locale), kept),
		});
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
	const asked = { id: event.locals.requestId, route: event.route.id ?? '' };
	if (logs) process.stdout.write(`${faultLine(new Date(), asked, error)}\n`);
	else console.error(error);
};
