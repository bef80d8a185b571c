/** What needs somebody today: counts that are true of the list each leads to, the last studies, and the last weeks. */
import type { TransactionSql } from 'postgres';
import type { ToolId } from '#inputs/tool-content.ts';
import { may } from '../../access/roles.ts';
import type { Actor } from '../../access/roles.ts';
import { countAgreementsEnding } from '../agreement/queries.ts';
import { countPermitsDue } from '../permit/queries.ts';
import { countToForget } from '../person/forgetting-queries.ts';
import { mayForget } from '../person/forgetting.ts';
import { countWithoutConsent, possibleDoubles } from '../person/queries.ts';

/** Each is a list that somebody can open, filtered to what is counted. */
export const taskKinds = [
	'permits-expired',
	'permits-within-7',
	'permits-within-30',
	'permits-within-90',
	'agreements-ending',
	'people-without-consent',
	'doubles',
	'people-to-forget',
	'streams-unweighed',
	'problems-open',
	'published-behind',
] as const;
export type TaskKind = (typeof taskKinds)[number];

export interface Task {
	readonly kind: TaskKind;
	readonly count: number;
	/** The programme whose list it is. */
	readonly programmeId: string;
}

/** Days before its end that an agreement is spoken of. */
export const AGREEMENT_DAYS = 90;

type Counted = readonly { readonly programmeId: string; readonly count: number }[];

const asTasks = (kind: TaskKind, rows: Counted): Task[] =>
	rows.filter(({ count }) => count > 0).map(({ programmeId, count }) => ({ kind, count, programmeId }));

/** By-products that nobody weighed: without a quantity no cost of them can be worked out. */
const streamsUnweighed = (tx: TransactionSql, orgId: string): Promise<Counted> => tx`
	select programme_id as "programmeId", count(*)::int as count from by_product_stream
	where org_id = ${orgId} and quantity_from is null group by programme_id order by programme_id`;

const problemsOpen = (tx: TransactionSql, orgId: string): Promise<Counted> => tx`
	select programme_id as "programmeId", count(*)::int as count from finding
	where org_id = ${orgId} and kind = 'problem' and settled_on is null group by programme_id order by programme_id`;

/** Studies whose publication is older than their newest version. */
const publishedBehind = (tx: TransactionSql, orgId: string): Promise<Counted> => tx`
	select study.programme_id as "programmeId", count(*)::int as count from study
	where study.org_id = ${orgId} and study.version > (
		select max(number) from study_publication
		where study_publication.org_id = ${orgId} and study_publication.study_id = study.study_id
			and withdrawn_at is null)
	group by study.programme_id order by study.programme_id`;

interface Places {
	readonly programmeId: string;
	readonly villages: readonly string[];
}

const placesOf = (tx: TransactionSql, orgId: string): Promise<readonly Places[]> => tx<Places[]>`
	select programme_id as "programmeId", array_agg(village_code order by village_code) as villages
	from programme_village where org_id = ${orgId} group by programme_id order by programme_id`;

/** People are asked for by those who may put it right. */
async function peopleTasks(tx: TransactionSql, actor: Actor): Promise<Task[]> {
	if (!may(actor.role, 'change-people') || actor.personId !== null) return [];
	const places = await placesOf(tx, actor.orgId);
	const tasks: Task[] = [];
	for (const { programmeId, villages } of places) {
		const count = await countWithoutConsent(tx, actor, villages);
		tasks.push(...asTasks('people-without-consent', [{ programmeId, count }]));
		if (!mayForget(actor)) continue;
		const asking = await countToForget(tx, actor, villages);
		tasks.push(...asTasks('people-to-forget', [{ programmeId, count: asking }]));
	}
	const [first] = places;
	if (first !== undefined && may(actor.role, 'see-doubles')) {
		const count = (await possibleDoubles(tx, actor)).length;
		tasks.push(...asTasks('doubles', [{ programmeId: first.programmeId, count }]));
	}
	return tasks;
}

/** Everything that waits on a day, as far as the actor sees it; nothing is listed that is not there. */
export async function tasksOn(tx: TransactionSql, actor: Actor, on: string): Promise<Task[]> {
	const { orgId } = actor;
	const permits = await countPermitsDue(tx, orgId, on);
	const due = permits.map(({ nearness, ...rest }): Task => ({ kind: `permits-${nearness}`, ...rest }));
	return [
		...due,
		...asTasks('agreements-ending', await countAgreementsEnding(tx, orgId, on, AGREEMENT_DAYS)),
		...(await peopleTasks(tx, actor)),
		...asTasks('streams-unweighed', await streamsUnweighed(tx, orgId)),
		...asTasks('problems-open', await problemsOpen(tx, orgId)),
		...asTasks('published-behind', await publishedBehind(tx, orgId)),
	];
}

export interface LastStudy {
	readonly studyId: string;
	readonly kind: ToolId;
	readonly title: string;
	readonly slug: string;
	readonly programme: string;
	readonly savedAt: Date;
	readonly savedByName: string;
}

/** The studies that were saved last; those of the kinds that somebody works with come first. */
export async function lastStudies(
	tx: TransactionSql,
	orgId: string,
	first: readonly ToolId[],
	limit: number,
): Promise<LastStudy[]> {
	return tx<LastStudy[]>`
		select study.study_id as "studyId", study.kind, study.title, programme.slug, programme.name as programme,
			newest.saved_at as "savedAt", newest.saved_by_name as "savedByName"
		from study
		join study_version newest on newest.org_id = ${orgId} and newest.study_id = study.study_id
			and newest.number = study.version
		join programme on programme.org_id = ${orgId} and programme.programme_id = study.programme_id
		where study.org_id = ${orgId}
		order by study.kind = any (${first as string[]}) desc, newest.saved_at desc, study.study_id desc
		limit ${limit}`;
}

/** How many weeks the strip of activity shows. */
const WEEKS = 12;

/** A busy week is counted no further: the strip says "still going on", it is no statistic. */
export const MOST_A_WEEK = 500;

export interface Week {
	/** Its Monday. */
	readonly from: string;
	/** Entries of the trail in it, `MOST_A_WEEK` at most. */
	readonly count: number;
}

/** What was written in each of the last twelve weeks that end with the week of a day, as far as the actor sees it. */
export async function activityWeeks(tx: TransactionSql, { orgId }: Actor, on: string): Promise<Week[]> {
	return tx<Week[]>`
		select monday::date as "from", (
			select count(*)::int from (
				select from audit_entry
				where org_id = ${orgId} and at >= monday::timestamp at time zone 'Asia/Jakarta'
					and at < (monday + interval '7 days')::timestamp at time zone 'Asia/Jakarta'
				limit ${MOST_A_WEEK}
			) few
		) as count
		from generate_series(
			date_trunc('week', ${on}::date::timestamp) - ${WEEKS - 1}::int * interval '7 days',
			date_trunc('week', ${on}::date::timestamp), interval '7 days') monday
		order by monday`;
}
