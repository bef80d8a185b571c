import { AsyncLocalStorage } from 'node:async_hooks';
import type { Handle, ServerInit } from '@sveltejs/kit';
import { building } from '$app/environment';
import { localeOf } from '#ui/locale-link.ts';
import { keepingHeader } from '#field/offline-pages.ts';
import { withFirstStyles } from './server/first-styles.ts';
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
	return requestLocale.run(locale, async () => {
		const kept = event.request.headers.has(keepingHeader);
		const response = await resolve(event, {
			transformPageChunk: ({ html }) => withFirstStyles(html.replace('%lang%', locale), kept),
		});
		response.headers.append('vary', keepingHeader);
		for (const [name, value] of Object.entries(securityHeaders)) {
			if (!response.headers.has(name)) response.headers.set(name, value);
		}
		return response;
	});
};
