/** What a one-time link says before it is used. */
import type { Sql } from 'postgres';
import { entryBehind } from '../../access/entry-link.ts';
import type { Role } from '../../access/roles.ts';
import { readAsTenant } from '../../db/tenant.ts';
import { Problem } from '../../problems.ts';

export interface Invitation {
	readonly organisation: string;
	readonly displayName: string;
	readonly role: Role;
}

/** Who is invited to what as what. Throws `link_spent` when the link opens nothing any more. */
export async function invitationBehind(sql: Sql, token: string): Promise<Invitation> {
	const { kind, orgId, invitationId } = await entryBehind(sql, token);
	if (kind !== 'invitation' || orgId === null) throw new Problem('link_spent');
	const reader = { orgId, accountId: null, name: '', role: 'guest', villages: [], personId: null } as const;
	return readAsTenant(sql, reader, async (tx) => {
		const [invited] = await tx<Invitation[]>`
			select organisation.name as organisation, display_name as "displayName", role
			from invitation join organisation using (org_id)
			where invitation.org_id = ${orgId} and invitation_id = ${invitationId}
				and accepted_at is null and withdrawn_at is null`;
		if (invited === undefined) throw new Problem('link_spent');
		return invited;
	});
}
