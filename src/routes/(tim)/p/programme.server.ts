/** What every page of one programme asks: the team, the programme in the address, and one reading of both. */
import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import type { TransactionSql } from 'postgres';
import type { Actor } from '#server/access/roles.ts';
import { isAway } from '#server/db/connection-loss.ts';
import { programmeBySlug } from '#server/features/programme/queries.ts';
import { Problem } from '#server/problems.ts';
import { readAsTeam } from '../team.server.ts';

type Found = Awaited<ReturnType<typeof programmeBySlug>>;

/** Reads as the person who asks; what she may not see is a page that is not there, or one that refuses her. */
export async function reading<Answer>(
	event: RequestEvent,
	read: (tx: TransactionSql, actor: Actor) => Promise<Answer>,
): Promise<Answer> {
	try {
		return await readAsTeam(event, read);
	} catch (reason) {
		if (reason instanceof Problem && !isAway(reason)) error(reason.status, reason.code);
		throw reason;
	}
}

/** As `reading`, with the programme of the address. */
export const inProgramme = <Answer>(
	event: RequestEvent,
	read: (tx: TransactionSql, actor: Actor, programme: Found) => Promise<Answer>,
): Promise<Answer> =>
	reading(event, async (tx, actor) =>
		read(tx, actor, await programmeBySlug(tx, actor, event.params.slug ?? '')),
	);

/** The programme of the address, for a form that changes it. */
export const programmeIdOf = (event: RequestEvent): Promise<string> =>
	inProgramme(event, (_, __, { programmeId }) => Promise.resolve(programmeId));

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text can be asked of the database as an id. */
export const isId = (text: string): boolean => UUID.test(text);

/** An id in an address: anything else is a page that is not there, before a database is asked. */
export function idIn(text: string | undefined): string {
	if (text === undefined || !UUID.test(text)) error(404, 'not_found');
	return text;
}
