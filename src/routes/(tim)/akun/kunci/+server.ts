import type { RequestHandler } from './$types';
import { link } from '#ui/locale-link.ts';
import { askOptions, handOn } from '../../passkey.server.ts';
import { teamOf } from '../../team.server.ts';

export const GET: RequestHandler = async (event) => {
	await teamOf(event);
	return askOptions(event, '/passkey/generate-register-options');
};

export const POST: RequestHandler = async (event) => {
	await teamOf(event);
	return handOn(event, '/passkey/verify-registration', () => `${link('/akun')}?kunci=baru#kunci-sandi`);
};
