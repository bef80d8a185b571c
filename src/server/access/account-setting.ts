/** What an account chose for its own pages. It is the account's, not an organisation's, and no record of anybody. */
import type { Sql } from 'postgres';
import type { Role } from './roles.ts';

/** Presets of the phone's bar: the same pages in another order, with another page in the middle. Nothing is hidden. */
export const bars = ['facilitator', 'treasurer', 'head', 'other'] as const;
export type Bar = (typeof bars)[number];

/** What a role begins with. A member of a group most often looks at what she makes and sells. */
const usualBars: Readonly<Record<Role, Bar>> = {
	owner: 'other',
	manager: 'other',
	facilitator: 'facilitator',
	treasurer: 'treasurer',
	member: 'head',
	auditor: 'other',
	guest: 'other',
};

/** The preset of an account in a role. */
export const barOf = (chosen: Bar | null, role: Role): Bar => chosen ?? usualBars[role];

/** Keeps a choice; null goes back to what the role suggests. */
export async function chooseBar(sql: Sql, accountId: string, bar: Bar | null): Promise<void> {
	if (bar === null) await sql`delete from account_setting where account_id = ${accountId}`;
	else
		await sql`insert into account_setting (account_id, bar) values (${accountId}, ${bar})
			on conflict (account_id) do update set bar = excluded.bar`;
}
