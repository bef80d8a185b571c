/** Whether this instance works, for whoever watches it: 200 or 503, and nothing about anybody. */
import { json } from '@sveltejs/kit';
import { healthOf } from '#server/db/instance-state.ts';
import { house } from '../(tim)/team.server.ts';
import type { RequestHandler } from './$types';

const PATIENCE_MS = 2000;

/** The database, or why there is none to ask: it is opening, or it cannot be opened. */
async function database() {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<'opening'>((resolve) => {
		timer = setTimeout(() => resolve('opening'), PATIENCE_MS);
	});
	const opened = house().catch(() => 'not-open' as const);
	const found = await Promise.race([opened, late]);
	clearTimeout(timer);
	return typeof found === 'string' ? ({ ok: false, reason: found } as const) : healthOf(found.sql);
}

export const GET: RequestHandler = async () => {
	const health = await database();
	const answer = health.ok
		? { status: 'ok', database: 'ok', migrations: health.migrations }
		: { status: 'unavailable', database: health.reason };
	return json(answer, { status: health.ok ? 200 : 503, headers: { 'cache-control': 'no-store' } });
};
