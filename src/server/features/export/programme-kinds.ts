/** The programme itself, where it works, and its studies. */
import { toolIds } from '#inputs/tool-content.ts';
import { stages } from '../programme/schema.ts';
import { PERSONAL, choice, day, digits, key, moment, text, village, whole } from './column.ts';
import type { Kind } from './column.ts';

const programme: Kind = {
	id: 'programme',
	columns: [
		key('programme.programme_id', 'programme_id'),
		text('programme.name', 'name', { words: 'programme_name', required: true }),
		text('programme.commodity', 'commodity'),
		choice('programme.stage', 'stage', 'programme_stage_', stages, { required: true }),
		day('programme.started_on', 'started_on'),
		day('programme.ended_on', 'ended_on'),
		text('programme.summary', 'summary'),
	],
	source: (tx, { orgId, programmeId }) => tx`
		from programme where programme.org_id = ${orgId} and programme.programme_id = ${programmeId}`,
	order: 'programme.programme_id',
};

const villages: Kind = {
	id: 'villages',
	columns: [
		digits('programme_village.village_code', 'village_code', { key: true, required: true }),
		text('area.name', 'village_name', { required: true }),
		text('', 'district', { sql: 'district.name', required: true }),
		text('', 'regency', { sql: 'regency.name', required: true }),
		text('', 'province', { sql: 'province.name', required: true }),
	],
	source: (tx, { orgId, programmeId }) => tx`
		from programme_village
		join area on area.code = programme_village.village_code
		join area district on district.code = left(programme_village.village_code, 6)
		join area regency on regency.code = left(programme_village.village_code, 4)
		join area province on province.code = left(programme_village.village_code, 2)
		where programme_village.org_id = ${orgId} and programme_village.programme_id = ${programmeId}`,
	order: 'programme_village.village_code',
};

const stageChanges: Kind = {
	id: 'stage-changes',
	columns: [
		key('programme_stage_change.stage_change_id', 'stage_change_id'),
		day('programme_stage_change.changed_on', 'changed_on', { required: true }),
		choice('programme_stage_change.from_stage', 'from_stage', 'programme_stage_', stages, { required: true }),
		choice('programme_stage_change.to_stage', 'to_stage', 'programme_stage_', stages, { required: true }),
		text('programme_stage_change.reason', 'reason', { required: true, ...PERSONAL }),
		text('programme_stage_change.changed_by_name', 'changed_by_name', { required: true, ...PERSONAL }),
	],
	source: (tx, { orgId, programmeId }) => tx`
		from programme_stage_change
		where programme_stage_change.org_id = ${orgId} and programme_stage_change.programme_id = ${programmeId}`,
	order: 'programme_stage_change.changed_on, programme_stage_change.stage_change_id',
};

const studies: Kind = {
	id: 'studies',
	columns: [
		key('study.study_id', 'study_id'),
		choice('study.kind', 'kind', 'export_tool_', toolIds, { words: 'study_kind', required: true }),
		text('study.title', 'title', { words: 'study_title', required: true }),
		...village('study', { required: false, refers: 'villages' }),
		whole('study.version', 'version', { words: 'study_version', required: true, between: [1, null] }),
		moment('study_version.saved_at', 'saved_at', { required: true }),
		text('study_version.saved_by_name', 'saved_by_name', { required: true, ...PERSONAL }),
		whole('study_publication.number', 'published_version', {
			sql: `(select max(number) from study_publication where study_publication.org_id = study.org_id
				and study_publication.study_id = study.study_id and withdrawn_at is null)`,
		}),
	],
	source: (tx, { orgId, programmeId }) => tx`
		from study join study_version on study_version.org_id = ${orgId}
			and study_version.study_id = study.study_id and study_version.number = study.version
		left join area on area.code = study.village_code
		where study.org_id = ${orgId} and study.programme_id = ${programmeId}`,
	order: 'study.title, study.study_id',
};

export const programmeKinds: readonly Kind[] = [programme, villages, stageChanges, studies];
