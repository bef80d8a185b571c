/** The two addresses that the script of passkeys asks: what to sign, and whether the signature is good. */
import { json } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { Problem } from '#server/problems.ts';
import { ask } from './visitor-cookies.server.ts';

const given = v.object({
	name: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100)), ''),
	next: v.optional(v.pipe(v.string(), v.maxLength(2000)), ''),
	response: v.looseObject({ id: v.pipe(v.string(), v.maxLength(2000)) }),
});

/** A few kilobytes at most: a signature and a key. */
const MOST_LETTERS = 50_000;

const refused = (code: string, status: number): Response =>
	json({ code }, { status, headers: { 'cache-control': 'no-store' } });

async function answered(work: () => Promise<Response>): Promise<Response> {
	try {
		return await work();
	} catch (reason) {
		if (reason instanceof Problem) return refused(reason.code, reason.status);
		throw reason;
	}
}

/** What better-auth refused with, as a problem of ours. An old session may not add a key to the account. */
function refusalOf({ status }: Response): Problem {
	return new Problem(status === 403 || status === 401 ? 'sign_in_again' : 'passkey_not_read');
}

/** What the browser is to sign. */
export const askOptions = (event: RequestEvent, path: string): Promise<Response> =>
	answered(async () => {
		const answer = await ask(event, path, null);
		if (!answer.ok) throw refusalOf(answer);
		return json(await answer.json(), { headers: { 'cache-control': 'no-store' } });
	});

/** Hands what the browser signed on; `to` says which page follows. */
export const handOn = (event: RequestEvent, path: string, to: (next: string) => string): Promise<Response> =>
	answered(async () => {
		// Another site could send a form here; it cannot send JSON.
		if (!event.request.headers.get('content-type')?.startsWith('application/json'))
			throw new Problem('passkey_not_read');
		const text = await event.request.text();
		const parsed = v.safeParse(v.pipe(v.string(), v.maxLength(MOST_LETTERS), v.parseJson(), given), text);
		if (!parsed.success) throw new Problem('passkey_not_read');
		const { name, next, response } = parsed.output;
		const answer = await ask(event, path, { response, ...(name === '' ? {} : { name }) });
		if (!answer.ok) throw refusalOf(answer);
		return json({ to: to(next) }, { headers: { 'cache-control': 'no-store' } });
	});
