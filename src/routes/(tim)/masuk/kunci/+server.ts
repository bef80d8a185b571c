import type { RequestHandler } from './$types';
import { link } from '#ui/locale-link.ts';
import { askOptions, handOn } from '../../passkey.server.ts';
import { safePath } from '../../visitor-cookies.server.ts';

export const GET: RequestHandler = (event) => askOptions(event, '/passkey/generate-authenticate-options');

export const POST: RequestHandler = (event) =>
	handOn(event, '/passkey/verify-authentication', (next) => {
		const path = safePath(next === '' ? null : next);
		return path === '/beranda' ? link(path) : path;
	});
