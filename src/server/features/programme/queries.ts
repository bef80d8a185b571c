/** Programmes as they are listed and as one card. */
import type { Fragment, TransactionSql } from 'postgres';
import type { Actor } from '../../access/roles.ts';
import { Problem } from '../../problems.ts';
import { countPermitsDue } from '../permit/queries.ts';
import type { Programme, Stage } from './schema.ts';
import type { RecordCounts, StepCard } from './step.ts';
import { stepCards } from './step.ts';

export interface ProgrammeVillage {
	readonly code: string;
	readonly name: string;
	readonly district: string;
	readonly regency: string;
	readonly province: string;
}

export interface StageChange {
	readonly fromStage: Stage;
	readonly toStage: Stage;
	readonly reason: string;
	readonly changedOn: string;
	readonly changedByName: string;
}

export interface ListedProgramme extends Programme {
	/** Names of its villages, those that the person sees. */
	readonly villages: readonly string[];
}

export interface ProgrammeCard extends Programme {
	readonly villages: readonly ProgrammeVillage[];
	readonly stageChanges: readonly StageChange[];
	readonly counts: RecordCounts;
	readonly steps: readonly StepCard[];
}

const columns = (tx: TransactionSql) => tx`
	programme.programme_id as "programmeId", programme.slug, programme.name, programme.commodity, programme.stage,
	programme.started_on as "startedOn", programme.ended_on as "endedOn", programme.summary, programme.version`;

/**
 * Programmes by name. Who sees some villages alone is shown the programmes that work in one of them: of the others she
 * would find a name and nothing behind it.
 */
export async function listProgrammes(tx: TransactionSql, actor: Actor): Promise<ListedProgramme[]> {
	return tx<ListedProgramme[]>`
		select ${columns(tx)}, coalesce(array_agg(area.name order by area.name) filter (where area.code is not null), '{}') as villages
		from programme
		left join programme_village on programme_village.org_id = programme.org_id
			and programme_village.programme_id = programme.programme_id
		left join area on area.code = programme_village.village_code
		where programme.org_id = ${actor.orgId}
		group by programme.org_id, programme.programme_id
		having ${actor.villages === null} or count(area.code) > 0
		order by programme.name, programme.programme_id`;
}

/** The same programmes by name alone, for the frame of every page. */
export async function programmeNames(
	tx: TransactionSql,
	{ orgId, villages }: Actor,
): Promise<{ readonly slug: string; readonly name: string }[]> {
	const rows = await tx<{ slug: string; name: string }[]>`
		select slug, name from programme where org_id = ${orgId}
			and (${villages === null} or exists (select from programme_village place
				where place.org_id = ${orgId} and place.programme_id = programme.programme_id))
		order by name, programme_id`;
	return [...rows];
}

const villagesWhere = (tx: TransactionSql, orgId: string, programme: Fragment) => tx<ProgrammeVillage[]>`
		select village.code, village.name, district.name as district, regency.name as regency, province.name as province
		from programme_village
		join area village on village.code = programme_village.village_code
		join area district on district.code = left(village.code, 6)
		join area regency on regency.code = left(village.code, 4)
		join area province on province.code = left(village.code, 2)
		where programme_village.org_id = ${orgId} and programme_village.programme_id = ${programme}
		order by village.name, village.code`;

/** The villages of a programme that the person sees, with all that lies above them. */
export const programmeVillages = (
	tx: TransactionSql,
	orgId: string,
	programmeId: string,
): Promise<ProgrammeVillage[]> => villagesWhere(tx, orgId, tx`${programmeId}`);

/** More than these are no list to tick on a phone any more. */
const MOST_VILLAGES = 40;

/** The villages of all programmes that the person sees, each once, as a choice; of too many none. */
export async function villagesAtWork(
	tx: TransactionSql,
	{ orgId }: Actor,
): Promise<{ readonly code: string; readonly name: string; readonly district: string }[]> {
	const rows = await tx<{ code: string; name: string; district: string }[]>`
		select village.code, village.name, district.name as district
		from area village join area district on district.code = left(village.code, 6)
		where village.code in (select village_code from programme_village where org_id = ${orgId})
		order by village.name, village.code limit ${MOST_VILLAGES + 1}`;
	return rows.length > MOST_VILLAGES ? [] : [...rows];
}

/** One row of counts, each of what is still there on that day and of what the person sees. */
async function recordsOf(tx: TransactionSql, orgId: string, programmeId: string, today: string) {
	const due = await countPermitsDue(tx, orgId, today, programmeId);
	const [counts] = await tx<
		Omit<RecordCounts, 'permitsEnded' | 'studies' | 'published' | 'publishedBehind'>[]
	>`
		select
			(select count(*)::int from producer_group
				where org_id = ${orgId} and programme_id = ${programmeId} and removed_at is null) as groups,
			(select count(*)::int from enterprise
				where org_id = ${orgId} and programme_id = ${programmeId} and ended_on is null) as enterprises,
			(select count(*)::int from by_product_stream
				where org_id = ${orgId} and programme_id = ${programmeId}) as streams,
			(select count(*)::int from supply_agreement
				where org_id = ${orgId} and programme_id = ${programmeId}
					and (since is null or since <= ${today}) and (until is null or until >= ${today})) as agreements,
			(select count(*)::int from finding
				where org_id = ${orgId} and programme_id = ${programmeId}) as findings,
			count(permit.permit_id)::int as permits
		from enterprise
		left join permit on permit.org_id = enterprise.org_id and permit.enterprise_id = enterprise.enterprise_id
		where enterprise.org_id = ${orgId} and enterprise.programme_id = ${programmeId} and ended_on is null`;
	if (counts === undefined) throw new Error('an aggregate always has one row');
	return { ...counts, permitsEnded: due.find(({ nearness }) => nearness === 'expired')?.count ?? 0 };
}

async function countsOf(
	tx: TransactionSql,
	orgId: string,
	programmeId: string,
	today: string,
): Promise<RecordCounts> {
	const studies = await tx<{ kind: string; count: number; published: number; behind: number }[]>`
		select study.kind, count(distinct study.study_id)::int as count,
			count(distinct study.study_id) filter (where publication.number is not null)::int as published,
			count(distinct study.study_id) filter (where publication.number < study.version)::int as behind
		from study
		left join (
			select org_id, study_id, max(number) as number from study_publication
			where org_id = ${orgId} and withdrawn_at is null group by org_id, study_id
		) publication on publication.org_id = study.org_id and publication.study_id = study.study_id
		where study.org_id = ${orgId} and study.programme_id = ${programmeId}
		group by study.kind`;
	const sum = (key: 'published' | 'behind') => studies.reduce((total, row) => total + row[key], 0);
	return {
		...(await recordsOf(tx, orgId, programmeId, today)),
		studies: Object.fromEntries(studies.map(({ kind, count }) => [kind, count])),
		published: sum('published'),
		publishedBehind: sum('behind'),
	};
}

/** A programme by the name in its address; `not_found` also when none of its villages is the person's to see. */
export async function programmeBySlug(
	tx: TransactionSql,
	actor: Actor,
	slug: string,
): Promise<Programme & { readonly villages: readonly ProgrammeVillage[] }> {
	const { orgId } = actor;
	// Sent together: the villages do not wait for the programme's id.
	const id = tx`(select programme_id from programme where org_id = ${orgId} and slug = ${slug})`;
	const [[programme], villages] = await Promise.all([
		tx<Programme[]>`select ${columns(tx)} from programme where org_id = ${orgId} and slug = ${slug}`,
		villagesWhere(tx, orgId, id),
	]);
	if (programme === undefined) throw new Problem('not_found');
	if (actor.villages !== null && villages.length === 0) throw new Problem('not_found');
	return { ...programme, villages };
}

/** Everything the page of a programme shows on a day. */
export async function programmeCard(
	tx: TransactionSql,
	actor: Actor,
	slug: string,
	today: string,
): Promise<ProgrammeCard> {
	const programme = await programmeBySlug(tx, actor, slug);
	const stageChanges = await tx<StageChange[]>`
		select from_stage as "fromStage", to_stage as "toStage", reason, changed_on as "changedOn",
			changed_by_name as "changedByName"
		from programme_stage_change
		where org_id = ${actor.orgId} and programme_id = ${programme.programmeId}
		order by changed_on desc, stage_change_id desc`;
	const counts = await countsOf(tx, actor.orgId, programme.programmeId, today);
	return { ...programme, stageChanges, counts, steps: stepCards(counts) };
}
