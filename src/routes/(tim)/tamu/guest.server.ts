/** What the pages of a guest ask: who opens the link in the address, and one reading as her. */
import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import type { TransactionSql } from 'postgres';
import { readAsTenant } from '#server/db/tenant.ts';
import { noteGuestVisit } from '#server/features/guest/commands.ts';
import { guestBehind } from '#server/features/guest/queries.ts';
import type { Guest } from '#server/features/guest/queries.ts';
import { Problem } from '#server/problems.ts';
import { house } from '../team.server.ts';

/**
 * Reads as the guest of the link in the address; null when the link opens nothing any more, which the page says. The
 * address is a key: nobody else is told it, and no search engine keeps the page.
 */
export async function asGuest<Answer>(
	event: RequestEvent<{ token: string }>,
	read: (tx: TransactionSql, guest: Guest['actor']) => Promise<Answer>,
): Promise<Answer | null> {
	event.setHeaders({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' });
	const { sql } = await house();
	try {
		const guest = await guestBehind(sql, event.params.token);
		const answer = await readAsTenant(sql, guest.actor, (tx) => read(tx, guest.actor));
		await noteGuestVisit(sql, guest);
		return answer;
	} catch (reason) {
		if (!(reason instanceof Problem)) throw reason;
		if (reason.code === 'link_spent') return null;
		error(reason.status, reason.code);
	}
}
