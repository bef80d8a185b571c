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
	const { orgId, invitationId } = await entryBehind(sql, token, 'invitation');
	if (orgId === null) throw new Problem('link_spent');
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

/** Whose password a link sets. Throws `link_spent` when it opens nothing any more. */
export async function accountBehind(sql: Sql, token: string): Promise<{ readonly name: string }> {
	const { accountId } = await entryBehind(sql, token, 'password');
	const [account] = await sql<
		{ name: string }[]
	>`select "name" as name from auth."user" where "id" = ${accountId}`;
	if (account === undefined) throw new Problem('link_spent');
	return account;
}
