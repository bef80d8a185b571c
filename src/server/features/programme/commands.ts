/** How a programme is begun, changed, put into villages and moved from stage to stage. */
import type { TransactionSql } from 'postgres';
import { v7 } from 'uuid';
import { command } from '../../db/command.ts';
import { Problem } from '../../problems.ts';
import { addProgramme, advanceStage, changeProgramme, setProgrammeVillages } from './schema.ts';
import type { Programme } from './schema.ts';

/** A programme as it is, held until the transaction ends. `changed_meanwhile` when it is not the version that was seen. */
async function seenProgramme(
	tx: TransactionSql,
	orgId: string,
	programmeId: string,
	version: number,
): Promise<Programme> {
	const [programme] = await tx<Programme[]>`
		select programme_id as "programmeId", slug, name, commodity, stage, started_on as "startedOn",
			ended_on as "endedOn", summary, version
		from programme where org_id = ${orgId} and programme_id = ${programmeId} for update`;
	if (programme === undefined) throw new Problem('not_found');
	if (programme.version !== version) throw new Problem('changed_meanwhile');
	return programme;
}

const trace = (id: string, before: unknown, after: unknown) => ({ kind: 'programme', id, before, after });

async function addVillages(
	tx: TransactionSql,
	orgId: string,
	programmeId: string,
	codes: readonly string[],
): Promise<void> {
	const rows = codes.map((code) => ({ org_id: orgId, programme_id: programmeId, village_code: code }));
	if (rows.length > 0) await tx`insert into programme_village ${tx(rows)}`;
}

export const programmeAdd = command('programme.add', {
	right: 'change-programme',
	schema: addProgramme,
	async run({ tx, actor, input }) {
		const { programmeId, villages, ...programme } = input;
		await tx`insert into programme
			(org_id, programme_id, slug, name, commodity, stage, started_on, ended_on, summary)
			values (${actor.orgId}, ${programmeId}, ${programme.slug}, ${programme.name}, ${programme.commodity},
				${programme.stage}, ${programme.startedOn}, ${programme.endedOn}, ${programme.summary})`;
		await addVillages(tx, actor.orgId, programmeId, villages);
		const after = { ...programme, villages };
		return {
			receipt: { programmeId, slug: programme.slug, version: 1 },
			traces: [trace(programmeId, null, after)],
		};
	},
});

export const programmeChange = command('programme.change', {
	right: 'change-programme',
	schema: changeProgramme,
	async run({ tx, actor, input }) {
		const { programmeId, version, ...details } = input;
		const before = await seenProgramme(tx, actor.orgId, programmeId, version);
		await tx`update programme set slug = ${details.slug}, name = ${details.name}, commodity = ${details.commodity},
				started_on = ${details.startedOn}, ended_on = ${details.endedOn}, summary = ${details.summary},
				version = version + 1
			where org_id = ${actor.orgId} and programme_id = ${programmeId}`;
		const after = { ...before, ...details, version: version + 1 };
		return {
			receipt: { programmeId, slug: details.slug, version: version + 1 },
			traces: [trace(programmeId, before, after)],
		};
	},
});

export const programmeSetVillages = command('programme.set-villages', {
	right: 'change-programme',
	schema: setProgrammeVillages,
	async run({ tx, actor, input: { programmeId, version, villages } }) {
		await seenProgramme(tx, actor.orgId, programmeId, version);
		const rows = await tx<{ code: string }[]>`
			select village_code as code from programme_village
			where org_id = ${actor.orgId} and programme_id = ${programmeId} order by village_code`;
		const before = rows.map(({ code }) => code);
		const gone = before.filter((code) => !villages.includes(code));
		const fresh = villages.filter((code) => !before.includes(code));
		await tx`delete from programme_village
			where org_id = ${actor.orgId} and programme_id = ${programmeId} and village_code = any (${gone})`;
		await addVillages(tx, actor.orgId, programmeId, fresh);
		await tx`update programme set version = version + 1
			where org_id = ${actor.orgId} and programme_id = ${programmeId}`;
		return {
			receipt: { programmeId, version: version + 1 },
			traces: [trace(programmeId, { villages: before }, { villages })],
		};
	},
});

export const programmeAdvanceStage = command('programme.advance-stage', {
	right: 'change-programme',
	schema: advanceStage,
	async run({ tx, actor, input: { programmeId, version, stage, reason, on } }) {
		const before = await seenProgramme(tx, actor.orgId, programmeId, version);
		await tx`update programme set stage = ${stage}, version = version + 1
			where org_id = ${actor.orgId} and programme_id = ${programmeId}`;
		await tx`insert into programme_stage_change
			(org_id, stage_change_id, programme_id, from_stage, to_stage, reason, changed_on, changed_by_name)
			values (${actor.orgId}, ${v7()}, ${programmeId}, ${before.stage}, ${stage}, ${reason}, ${on}, ${actor.name})`;
		return {
			receipt: { programmeId, version: version + 1, stage },
			traces: [trace(programmeId, { stage: before.stage }, { stage, reason, on })],
		};
	},
});
