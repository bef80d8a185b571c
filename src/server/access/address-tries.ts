/**
 * Tries from one address, counted in minutes that begin with the first of them. better-auth's own count begins anew only
 * after a minute in which nobody came, and takes a right password for a try: in an office behind one address the
 * twenty-first of a morning was refused.
 */
import type { Sql } from 'postgres';
import { v7 } from 'uuid';

/** How many tries in how many seconds. */
interface Limit {
	readonly window: number;
	readonly max: number;
}

interface Taken {
	readonly allowed: boolean;
	/** Seconds until there is room again; null when there is. */
	readonly retryAfter: number | null;
}

/** Tries of an address are forgotten when they count for nothing any more. */
const KEPT_MS = 60 * 60 * 1000;

/** Counts a try before it is known how it ends, so that many at once do not pass; one over the limit is not counted. */
export async function countTry(sql: Sql, key: string, limit: Limit, at = Date.now()): Promise<Taken> {
	const over = at - limit.window * 1000;
	await sql`delete from auth."rateLimit" where "lastRequest" <= ${at - KEPT_MS}`;
	const counted = await sql`
		insert into auth."rateLimit" as known ("id", "key", "count", "lastRequest") values (${v7()}, ${key}, 1, ${at})
		on conflict ("key") do update set
			"count" = case when known."lastRequest" <= ${over} then 1 else known."count" + 1 end,
			"lastRequest" = case when known."lastRequest" <= ${over} then ${at} else known."lastRequest" end
			where known."lastRequest" <= ${over} or known."count" < ${limit.max}
		returning "key"`;
	if (counted.length > 0) return { allowed: true, retryAfter: null };
	const [began] = await sql<{ at: string }[]>`
		select "lastRequest" as at from auth."rateLimit" where "key" = ${key}`;
	const left = Number(began?.at ?? at) + limit.window * 1000 - at;
	return { allowed: false, retryAfter: Math.max(1, Math.ceil(left / 1000)) };
}

/** Gives a try back: whoever made it is in. */
export async function giveTryBack(sql: Sql, key: string): Promise<void> {
	await sql`update auth."rateLimit" set "count" = "count" - 1 where "key" = ${key} and "count" > 0`;
}
