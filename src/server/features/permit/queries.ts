/** Reading permits: those of an enterprise, and those that end soon or have ended. */
import type { TransactionSql } from 'postgres';
import { asRecord } from '../../db/rows.ts';
import { alwaysEnding } from './schema.ts';
import type { Permit, PermitKind } from './schema.ts';

/** The permits of one enterprise; what holds longest of each kind comes first. */
export async function permitsOf(tx: TransactionSql, orgId: string, enterpriseId: string): Promise<Permit[]> {
	const rows = await tx`
		select permit_id, enterprise_id, kind, kind_name, number, issued_on, expires_on, note, version
		from permit where org_id = ${orgId} and enterprise_id = ${enterpriseId}
		order by kind, kind_name, expires_on desc nulls first, issued_on desc nulls last, permit_id`;
	return rows.map((row) => asRecord<Permit>(row));
}

/** How near the end is: the last day counts as a day on which the permit holds. */
export const nearnesses = ['expired', 'within-7', 'within-30', 'within-90'] as const;
export type Nearness = (typeof nearnesses)[number];

export interface DuePermit {
	readonly permitId: string;
	readonly enterpriseId: string;
	readonly enterpriseName: string;
	readonly villageCode: string;
	readonly villageName: string;
	readonly kind: PermitKind;
	readonly kindName: string | null;
	readonly number: string | null;
	readonly expiresOn: string;
	/** Days until its last day: 0 is today, below 0 has passed. */
	readonly daysLeft: number;
	readonly nearness: Nearness;
}

interface DueFilter {
	readonly programmeId: string;
	readonly villageCode?: string | null;
	/** The day for which it is asked. */
	readonly on: string;
	/** Only those whose end is this near. */
	readonly nearness?: Nearness | null;
	/** So many of them, the most pressing ones; all when not said. */
	readonly limit?: number;
	/** How many of the most pressing ones stood on the pages before. */
	readonly skip?: number;
}

/** The first and the last of the days left; null is open. */
const daysOf: Readonly<Record<Nearness, readonly [from: number | null, until: number | null]>> = {
	expired: [null, -1],
	'within-7': [0, 7],
	'within-30': [8, 30],
	'within-90': [31, 90],
};

const nearnessOf = (daysLeft: number): Nearness =>
	daysLeft < 0 ? 'expired' : daysLeft <= 7 ? 'within-7' : daysLeft <= 30 ? 'within-30' : 'within-90';

/**
 * What is due on a day: permits that have ended or end within 90 days. One that was renewed (another of the same kind of
 * the same enterprise holds longer) is nobody's task, nor is one of an enterprise that has closed.
 */
const dueOn = (tx: TransactionSql, orgId: string, on: string) => tx`
	permit.org_id = ${orgId} and enterprise.org_id = ${orgId}
	and enterprise.ended_on is null and expires_on <= ${on}::date + 90
	and not exists (
		select from permit renewed where renewed.org_id = ${orgId}
			and renewed.enterprise_id = permit.enterprise_id and renewed.kind = permit.kind
			and renewed.kind_name is not distinct from permit.kind_name
			and renewed.permit_id <> permit.permit_id
			and (renewed.expires_on > permit.expires_on
				or (renewed.expires_on is null and permit.kind <> all (${alwaysEnding})))
	)`;

/** Permits that are due, the longest past first. */
export async function permitsDue(
	tx: TransactionSql,
	orgId: string,
	{ programmeId, villageCode, on, nearness, limit, skip = 0 }: DueFilter,
): Promise<DuePermit[]> {
	const [from, until] = nearness == null ? [null, null] : daysOf[nearness];
	const rows = await tx`
		select permit_id, permit.enterprise_id, enterprise.name as enterprise_name, permit.village_code,
			area.name as village_name, permit.kind, kind_name, number, expires_on, expires_on - ${on}::date as days_left
		from permit
		join enterprise on enterprise.org_id = permit.org_id and enterprise.enterprise_id = permit.enterprise_id
		join area on area.code = permit.village_code
		where permit.org_id = ${orgId} and ${dueOn(tx, orgId, on)} and enterprise.programme_id = ${programmeId}
			${villageCode ? tx`and permit.village_code = ${villageCode}` : tx``}
			${from === null ? tx`` : tx`and expires_on >= ${on}::date + ${from}::int`}
			${until === null ? tx`` : tx`and expires_on <= ${on}::date + ${until}::int`}
		order by expires_on, enterprise.name, permit_id
			${limit === undefined ? tx`` : tx`limit ${limit} offset ${skip}`}`;
	return rows.map((row) => {
		const due = asRecord<Omit<DuePermit, 'nearness'>>(row);
		return { ...due, nearness: nearnessOf(due.daysLeft) };
	});
}

/** How many permits are due in each programme, or in one, by how near their end is; programmes without one are left out. */
export async function countPermitsDue(
	tx: TransactionSql,
	orgId: string,
	on: string,
	programmeId: string | null = null,
): Promise<{ readonly programmeId: string; readonly nearness: Nearness; readonly count: number }[]> {
	const rows = await tx<{ programmeId: string; daysLeft: number; count: number }[]>`
		select enterprise.programme_id as "programmeId",
			case when expires_on < ${on}::date then -1 when expires_on <= ${on}::date + 7 then 7
				when expires_on <= ${on}::date + 30 then 30 else 90 end as "daysLeft", count(*)::int as count
		from permit
		join enterprise on enterprise.org_id = permit.org_id and enterprise.enterprise_id = permit.enterprise_id
		where permit.org_id = ${orgId} and ${dueOn(tx, orgId, on)}
			${programmeId === null ? tx`` : tx`and enterprise.programme_id = ${programmeId}`}
		group by 1, 2 order by 1, 2`;
	return rows.map(({ programmeId: of, daysLeft, count }) => ({
		programmeId: of,
		nearness: nearnessOf(daysLeft),
		count,
	}));
}
