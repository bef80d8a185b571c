/** From an account to what it may do: the membership says it, never the browser. */
import type { Sql } from 'postgres';
import type { Actor, Role } from './roles.ts';
import { readAsTenant } from '../db/tenant.ts';

/** An organisation that an account enters. */
export interface Entrance {
	readonly orgId: string;
	readonly organisation: string;
	readonly actor: Actor;
}

/** Sees its own membership row and nothing else. */
const nobody = (orgId: string): Actor => ({
	orgId,
	accountId: null,
	name: 'Sentra',
	role: 'guest',
	villages: [],
	personId: null,
});

interface Row {
	readonly organisation: string;
	readonly name: string;
	readonly role: Role;
	readonly villages: readonly string[];
	readonly person_id: string | null;
}

/**
 * A facilitator without villages sees none; the others see all. A member sees her own record, or none. A guest with an
 * account sees no village: what guests may see is opened by a link to one programme.
 */
const actorFrom = (orgId: string, accountId: string, row: Row): Actor => ({
	orgId,
	accountId,
	name: row.name,
	role: row.role,
	villages: row.role === 'facilitator' ? row.villages : row.role === 'guest' ? [] : null,
	personId: row.role === 'member' ? (row.person_id ?? '00000000-0000-0000-0000-000000000000') : null,
});

/** The organisations that an account enters today, by name. */
export async function entrancesOf(sql: Sql, accountId: string, today: string): Promise<Entrance[]> {
	const organisations = await sql<{ org_id: string }[]>`
		select org_id from account_organisation where account_id = ${accountId}`;
	const found = await Promise.all(
		organisations.map(({ org_id: orgId }) =>
			readAsTenant(sql, nobody(orgId), async (tx) => {
				const [row] = await tx<Row[]>`
					select organisation.name as organisation, display_name as name, role, villages, person_id
					from membership join organisation using (org_id)
					where membership.org_id = ${orgId} and account_id = ${accountId}
						and started_on <= ${today} and (ended_on is null or ended_on > ${today})`;
				return row && { orgId, organisation: row.organisation, actor: actorFrom(orgId, accountId, row) };
			}),
		),
	);
	const entrances = found.filter((one): one is Entrance => one !== undefined);
	return entrances.sort((a, b) => a.organisation.localeCompare(b.organisation, 'id'));
}
