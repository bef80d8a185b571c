/**
 * Wrong passwords of one account, counted whatever address they come from: somebody who guesses from many addresses passes
 * the limit of each of them. A passkey and devices that are signed in are not held up.
 */
import type { Sql } from 'postgres';
import { sha256 } from '../db/canonical.ts';
import { Problem } from '../problems.ts';

/** Wrong tries at one account within a quarter of an hour; then it waits until that is over. */
export const WRONG_TRIES = 10;
const QUARTER_HOUR_MS = 15 * 60 * 1000;

const since = (at: Date): Date => new Date(at.getTime() - QUARTER_HOUR_MS);

/** Throws `account_resting` when an account was tried too often, whether or not there is such an account. */
export async function refuseAfterWrongTries(sql: Sql, username: string, at = new Date()): Promise<void> {
	const [known] = await sql<{ failures: number }[]>`
		select failures from sign_in_failure where name_sha256 = ${sha256(username)} and first_at > ${since(at)}`;
	if ((known?.failures ?? 0) >= WRONG_TRIES) throw new Problem('account_resting');
}

/** Counts a wrong try; the quarter of an hour begins with the first. What is over is forgotten. */
export async function countWrongTry(sql: Sql, username: string, at = new Date()): Promise<void> {
	await sql`delete from sign_in_failure where first_at <= ${since(at)}`;
	await sql`insert into sign_in_failure (name_sha256, failures, first_at) values (${sha256(username)}, 1, ${at})
		on conflict (name_sha256) do update set failures = sign_in_failure.failures + 1`;
}

/** Forgets the wrong tries at an account whose owner is in. */
export async function forgetWrongTries(sql: Sql, username: string): Promise<void> {
	await sql`delete from sign_in_failure where name_sha256 = ${sha256(username)}`;
}
