/** Writing a confirmed import beside the requests: begun by a form, watched by a page that comes again. */
import type { Sql } from 'postgres';
import type { Actor } from '#server/access/roles.ts';
import { perform } from '#server/db/command.ts';
import { readAsTenant } from '#server/db/tenant.ts';
import { Problem } from '#server/problems.ts';
import { intakeWrite } from './commands.ts';
import { isUnderWay, noteEnd, noteFailure, noteStart } from './progress.ts';
import { intakeCard } from './queries.ts';

interface Starting {
	readonly sql: Sql;
	readonly actor: Actor;
	readonly intakeId: string;
	/** Told of a fault of the program, which is no problem of the list. */
	readonly onFault: (error: unknown) => void;
}

async function write({ sql, actor, intakeId, onFault }: Starting, id: string): Promise<void> {
	try {
		await perform(sql, intakeWrite, { actor, id, input: { intakeId } });
		noteEnd(intakeId);
	} catch (error) {
		// Another server writes it.
		if (error instanceof Problem && error.code === 'list_being_written') return noteEnd(intakeId);
		noteFailure(intakeId, error instanceof Problem ? error.code : 'fault');
		if (!(error instanceof Problem)) onFault(error);
	}
}

/** What is short enough is done when the page comes back. */
const PATIENCE_MS = 1500;

/**
 * Begins to write a confirmed import, or goes on with one that a server left behind; does nothing with another. Returns
 * when it is done or after a moment, whichever is first. Never throws for what the writing meets: the page tells.
 */
export async function startWriting(starting: Starting): Promise<void> {
	const { sql, actor, intakeId } = starting;
	const card = await readAsTenant(sql, actor, (tx) => intakeCard(tx, actor, intakeId));
	if (card.state !== 'confirmed' || card.writeCommandId === null || isUnderWay(intakeId)) return;
	noteStart(intakeId, card.rowsConfirmed ?? 0);
	const work = write(starting, card.writeCommandId);
	let timer: NodeJS.Timeout | undefined;
	const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)));
	await Promise.race([work, patience]);
	clearTimeout(timer);
}
