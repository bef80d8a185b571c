/** Whether this instance works, for whoever watches it: 200 or 503, and nothing about anybody. */
import { json } from '@sveltejs/kit';
import type { WeakSetting } from '#server/db/embedded/durability.ts';
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
	if (typeof found === 'string') return { ok: false, reason: found } as const;
	return { ...(await healthOf(found.sql)), weak: found.weak };
}

/** `ok`, or the setting with which saved rows may be lost: `fsync=off`. The database works all the same. */
const durabilityOf = (weak: WeakSetting | null): string =>
	weak === null ? 'ok' : `${weak.setting}=${weak.value}`;

export const GET: RequestHandler = async () => {
	const health = await database();
	const answer = health.ok
		? { status: 'ok', database: 'ok', migrations: health.migrations, durability: durabilityOf(health.weak) }
		: { status: 'unavailable', database: health.reason };
	return json(answer, { status: health.ok ? 200 : 503, headers: { 'cache-control': 'no-store' } });
};
