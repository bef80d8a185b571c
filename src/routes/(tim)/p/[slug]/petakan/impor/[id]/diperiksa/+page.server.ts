/** A long list while it is judged: how far it is, until its own page is there. */
import { redirect } from '@sveltejs/kit';
import type { TransactionSql } from 'postgres';
import type { PageServerLoad } from './$types';
import type { Actor } from '#server/access/roles.ts';
import { intakeCard } from '#server/features/intake/queries.ts';
import { receivingOf } from '#server/features/intake/receiving.ts';
import { Problem } from '#server/problems.ts';
import { link } from '#ui/locale-link.ts';
import { idIn, inProgramme } from '../../../../../programme.server.ts';
import { mapPage } from '../../../mapping.server.ts';

async function isThere(tx: TransactionSql, actor: Actor, intakeId: string): Promise<boolean> {
	try {
		await intakeCard(tx, actor, intakeId);
		return true;
	} catch (reason) {
		if (reason instanceof Problem && reason.code === 'not_found') return false;
		throw reason;
	}
}

export const load: PageServerLoad = async (event) => {
	const intakeId = idIn(event.params.id);
	const { there, known, ...rest } = await inProgramme(
		event,
		async (tx, actor, { programmeId, name, slug }) => {
			const receiving = receivingOf(actor, programmeId, intakeId);
			const problem = receiving?.failed instanceof Problem ? receiving.failed : null;
			return {
				there: await isThere(tx, actor, intakeId),
				known: receiving !== null,
				programme: { name, slug },
				/** Null: no server is at it any more, and nothing of it was kept. */
				work:
					receiving === null || receiving.failed !== null
						? null
						: { name: receiving.name, done: receiving.done, of: receiving.of },
				refused:
					problem === null
						? null
						: { problem: { code: problem.code, field: problem.field, params: problem.params } },
			};
		},
	);
	// A list that was done between the snapshot of this reading and the look at the process is seen by a new one.
	const done = there || (!known && (await inProgramme(event, (tx, actor) => isThere(tx, actor, intakeId))));
	if (done) redirect(303, link(mapPage(event, `impor/${intakeId}`)));
	return rest;
};
