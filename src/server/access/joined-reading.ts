/**
 * What a page reads joins the transaction that finds out who asks: the statements that would open another transaction,
 * say whose it is and close it are not sent. The page does not notice: it gets the same answer, as the same actor.
 */
import type { Sql, TransactionSql } from 'postgres';
import { isAway } from '../db/connection-loss.ts';
import { entrancesOf } from './actor.ts';
import type { Entrance } from './actor.ts';
import type { Actor } from './roles.ts';
import type { Account } from './visitor.ts';

type Read<Answer> = (tx: TransactionSql, actor: Actor) => Promise<Answer>;

/** How a reading ended; null while it has not run. */
type Outcome<Answer> = { readonly answer: Answer } | { readonly error: unknown } | null;

interface Joined {
	run(tx: TransactionSql, actor: Actor): Promise<void>;
	drop(): void;
}

const waiting = new WeakMap<Request, Joined[]>();

/**
 * Lets a page's reading join, as long as its request has not been asked about. The outcome is known once it has; null
 * then says that the page must read by itself.
 */
export function join<Answer>(request: Request, read: Read<Answer>): () => Outcome<Answer> {
	let outcome: Outcome<Answer> = null;
	const joined: Joined = {
		async run(tx, actor) {
			try {
				outcome = { answer: await read(tx, actor) };
			} catch (error) {
				outcome = { error };
			}
		},
		drop() {
			outcome = null;
		},
	};
	waiting.set(request, [...(waiting.get(request) ?? []), joined]);
	return () => outcome;
}

/** A request of an account, and what is read of every organisation that it enters. */
export interface Asked<Seen> {
	readonly request: Request;
	readonly account: Pick<Account, 'id' | 'organisations'>;
	/** The day, in the visitor's country. */
	readonly on: string;
	/** The organisation that she chose to work in. */
	readonly chosen: string | undefined;
	readonly look: Read<Seen>;
}

/** The organisations that an account enters, by name; what joined is read in the one that it works in. */
export async function enterAndRead<Seen>(
	sql: Sql,
	{ request, account, on, chosen, look }: Asked<Seen>,
): Promise<(Entrance & { readonly seen: Seen | null })[]> {
	// With several and none chosen, the first by name is only known when all were entered; the page reads after that.
	const joins = account.organisations.length === 1 ? account.organisations[0] : chosen;
	const enter = () =>
		entrancesOf(sql, account, on, async (tx, actor) => {
			const all = actor.orgId === joins ? (waiting.get(request) ?? []) : [];
			const [seen] = await Promise.all([look(tx, actor), ...all.map((joined) => joined.run(tx, actor))]);
			return seen;
		});
	try {
		return await enter();
	} catch (reason) {
		const all = waiting.get(request) ?? [];
		if (isAway(reason) || all.length === 0) throw reason;
		// A statement that PostgreSQL refuses ends the transaction for everybody in it: the page reads by itself, and its
		// frame is there to say so.
		waiting.delete(request);
		for (const joined of all) joined.drop();
		return enter();
	}
}
