/**
 * Judging a list that was handed in, beside the request: a short one is judged before its page comes, of a long one the page
 * tells how far it is. Nothing is kept of a list before it is judged, so what goes on only this process knows.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Sql } from 'postgres';
import type { Actor } from '#server/access/roles.ts';
import { perform } from '#server/db/command.ts';
import { Problem } from '#server/problems.ts';
import { intakeReceive } from './commands.ts';
import { forgetJudging, judgedSoFar } from './progress.ts';

interface HandedIn {
	readonly intakeId: string;
	readonly programmeId: string;
	readonly name: string;
	readonly [field: string]: unknown;
}

interface Starting {
	readonly sql: Sql;
	readonly actor: Actor;
	readonly input: HandedIn;
	/** Told of a fault of the program, which is no problem of the list. */
	readonly onFault: (error: unknown) => void;
	readonly patienceMs?: number;
}

/** Who handed in what, and why it failed when it did. */
interface Receiving {
	readonly orgId: string;
	readonly accountId: string | null;
	readonly programmeId: string;
	readonly name: string;
	failed: Problem | 'fault' | null;
}

const underWay = new Map<string, Receiving>();

/** What is short enough is judged when the page comes. */
const PATIENCE_MS = 1500;
/** Long enough to read why a list was refused. */
const REMEMBERED_MS = 15 * 60_000;

/** Only what is still noted: the same list sent once more after a refusal has a note of its own. */
function forget(intakeId: string, noted: Receiving): void {
	if (underWay.get(intakeId) === noted) underWay.delete(intakeId);
}

async function receive({ sql, actor, input, onFault }: Starting, noted: Receiving): Promise<void> {
	const { intakeId } = input;
	try {
		await perform(sql, intakeReceive, { actor, id: intakeId, input });
		forget(intakeId, noted);
	} catch (error) {
		noted.failed = error instanceof Problem ? error : 'fault';
		if (!(error instanceof Problem)) onFault(error);
		setTimeout(() => forget(intakeId, noted), REMEMBERED_MS).unref();
	} finally {
		forgetJudging(intakeId);
	}
}

/**
 * Hands a list in. Gives `received` when it was judged within a moment, `going-on` when it still is. Throws the problem of
 * a list that was refused within that moment; a later one is told by `receivingOf`.
 */
export async function startReceiving(starting: Starting): Promise<'received' | 'going-on'> {
	const { actor, input, patienceMs = PATIENCE_MS } = starting;
	const { intakeId, programmeId, name } = input;
	const before = underWay.get(intakeId);
	// Sent twice while the first is judged: it is one.
	if (before !== undefined && before.failed === null) return 'going-on';
	const { orgId, accountId } = actor;
	const noted: Receiving = { orgId, accountId, programmeId, name, failed: null };
	underWay.set(intakeId, noted);
	const patience = new AbortController();
	const work = receive(starting, noted).finally(() => patience.abort());
	await Promise.race([work, wait(patienceMs, undefined, { signal: patience.signal }).catch(() => undefined)]);
	if (noted.failed === null) return underWay.get(intakeId) === noted ? 'going-on' : 'received';
	forget(intakeId, noted);
	if (noted.failed === 'fault') throw new Error('the list could not be judged');
	throw noted.failed;
}

/** How far a list is judged that this person handed in; null when this process judges none of hers with this id. */
export function receivingOf(
	{ orgId, accountId }: Pick<Actor, 'orgId' | 'accountId'>,
	programmeId: string,
	intakeId: string,
): { readonly name: string; readonly done: number; readonly of: number; failed: Receiving['failed'] } | null {
	const found = underWay.get(intakeId);
	const hers = found?.orgId === orgId && found.accountId === accountId && found.programmeId === programmeId;
	if (found === undefined || !hers) return null;
	return { name: found.name, failed: found.failed, ...judgedSoFar(intakeId) };
}
