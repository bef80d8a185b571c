/** From an account to what it may do: the membership says it, never the browser. */
import type { Sql, TransactionSql } from 'postgres';
import type { Actor, Role } from './roles.ts';
import { goOnAs, readAsTenant } from '../db/tenant.ts';

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
	onRecordAs: row.person_id,
});

/** An account, with the organisations that let it in when they are known already. */
interface Entering {
	readonly id: string;
	readonly organisations?: readonly string[];
}

async function organisationsOf(sql: Sql, accountId: string): Promise<string[]> {
	const rows = await sql<{ org_id: string }[]>`
		select org_id from account_organisation where account_id = ${accountId}`;
	return rows.map(({ org_id: orgId }) => orgId);
}

/**
 * The organisations that an account enters today, by name. What `look` reads there as the account is read in the same
 * transaction: every page asks both.
 */
export async function entrancesOf<Seen = null>(
	sql: Sql,
	account: Entering,
	today: string,
	look?: (tx: TransactionSql, actor: Actor) => Promise<Seen>,
): Promise<(Entrance & { readonly seen: Seen | null })[]> {
	const enter = (orgId: string) =>
		readAsTenant(sql, nobody(orgId), async (tx) => {
			const [row] = await tx<Row[]>`
				select organisation.name as organisation, display_name as name, role, villages, person_id
				from membership join organisation using (org_id)
				where membership.org_id = ${orgId} and account_id = ${account.id}
					and started_on <= ${today} and (ended_on is null or ended_on > ${today})`;
			if (row === undefined) return null;
			const actor = actorFrom(orgId, account.id, row);
			const seen = look === undefined ? null : await goOnAs(tx, actor, (as) => look(as, actor));
			return { orgId, organisation: row.organisation, actor, seen };
		});
	const organisations = account.organisations ?? (await organisationsOf(sql, account.id));
	const entrances = (await Promise.all(organisations.map(enter))).filter((one) => one !== null);
	return entrances.sort((a, b) => a.organisation.localeCompare(b.organisation, 'id'));
}
