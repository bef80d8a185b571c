/** Making a guest's link and taking it back. The link itself is made outside, where its token may be shown. */
import type { Sql } from 'postgres';
import { command } from '../../db/command.ts';
import { asTenant } from '../../db/tenant.ts';
import { Problem } from '../../problems.ts';
import type { Guest } from './queries.ts';
import { guestLinkMake, guestLinkRevoke } from './schema.ts';

const DAY = 24 * 3600 * 1000;

export const makeGuestLink = command('guest-link.make', {
	right: 'change-access',
	schema: guestLinkMake,
	async run({ tx, actor, input: { guestLinkId, programmeId, label, days }, at }) {
		const [programme] = await tx`
			select from programme where org_id = ${actor.orgId} and programme_id = ${programmeId}`;
		if (programme === undefined) throw new Problem('not_found');
		const expiresAt = new Date(at.getTime() + days * DAY);
		await tx`insert into guest_link
				(org_id, guest_link_id, programme_id, label, created_by_name, created_at, expires_at)
			values (${actor.orgId}, ${guestLinkId}, ${programmeId}, ${label}, ${actor.name}, ${at}, ${expiresAt})`;
		const after = { programmeId, label, expiresAt: expiresAt.toISOString() };
		return {
			receipt: { guestLinkId, expiresAt: expiresAt.toISOString() },
			traces: [{ kind: 'guest-link', id: guestLinkId, after }],
		};
	},
});

export const revokeGuestLink = command('guest-link.revoke', {
	right: 'change-access',
	schema: guestLinkRevoke,
	async run({ tx, actor, input: { guestLinkId }, at }) {
		const [link] = await tx<{ label: string; revokedAt: Date | null }[]>`
			select label, revoked_at as "revokedAt" from guest_link
			where org_id = ${actor.orgId} and guest_link_id = ${guestLinkId} for update`;
		if (link === undefined) throw new Problem('not_found');
		if (link.revokedAt !== null) throw new Problem('changed_meanwhile');
		await tx`update guest_link set revoked_at = ${at}
			where org_id = ${actor.orgId} and guest_link_id = ${guestLinkId}`;
		const traces = [
			{ kind: 'guest-link', id: guestLinkId, before: { label: link.label }, after: { revoked: true } },
		];
		return { receipt: { guestLinkId }, traces };
	},
});

/**
 * Notes that a link was opened, to the minute, so that who made it sees whether it is used. Nothing of the guest is
 * written down; a guest's own role could not write it.
 */
export async function noteGuestVisit(
	sql: Sql,
	{ actor, guestLinkId }: Guest,
	at = new Date(),
): Promise<void> {
	const { orgId } = actor;
	await asTenant(
		sql,
		{ orgId, accountId: null, name: 'Sentra', role: 'guest', villages: [], personId: null },
		(tx) => tx`update guest_link set last_seen_at = ${at}
			where org_id = ${orgId} and guest_link_id = ${guestLinkId}
				and (last_seen_at is null or last_seen_at < ${new Date(at.getTime() - 60_000)})`,
	);
}
