/** A programme in two villages, and lists made in a test: rows of cells as a person would type them into Excel. */
import type { Sql } from 'postgres';
import { v7 } from 'uuid';
import { writeXlsx } from '#files/xlsx-writer.ts';
import { asTenant, readAsTenant } from '../../db/tenant.ts';
import { perform } from '../../db/command.ts';
import type { Actor } from '../../access/roles.ts';
import type { IntakeKind } from '#inputs/intake-fields.ts';
import { intakeConfirm, intakeReceive, intakeWrite } from './commands.ts';
import { intakeCard } from './queries.ts';
import type { IntakeCard } from './schema.ts';

export type Cells = readonly (string | number | null)[];

/** A workbook with a sheet for each entry. */
export const workbookBytes = (sheets: Readonly<Record<string, readonly Cells[]>>): Uint8Array =>
	writeXlsx({
		title: 'daftar',
		sheets: Object.entries(sheets).map(([name, rows]) => ({
			name,
			rows: rows.map((row) => row.map((value) => ({ value }))),
		})),
	});

/** A programme that works in these villages. */
export async function programmeIn(sql: Sql, actor: Actor, villages: readonly string[]): Promise<string> {
	const programmeId = v7();
	const { orgId } = actor;
	await asTenant(sql, actor, async (tx) => {
		await tx`insert into programme (org_id, programme_id, slug, name, stage)
			values (${orgId}, ${programmeId}, ${`program-${programmeId.slice(-12)}`}, 'Sisik Mas', 'growing')`;
		for (const code of villages)
			await tx`insert into programme_village (org_id, programme_id, village_code)
				values (${orgId}, ${programmeId}, ${code})`;
	});
	return programmeId;
}

export interface Sending {
	readonly sql: Sql;
	readonly actor: Actor;
	readonly programmeId: string;
}

export interface SentList {
	readonly kind: IntakeKind;
	readonly bytes: Uint8Array;
	readonly name?: string;
	readonly villageCode?: string | null;
	readonly at?: Date;
}

/** Hands a list in and gives the import as its page would show it. */
export async function receive(
	{ sql, actor, programmeId }: Sending,
	{ kind, bytes, name = 'daftar.xlsx', villageCode = null, at }: SentList,
): Promise<IntakeCard> {
	const intakeId = v7();
	const base64 = Buffer.from(bytes).toString('base64');
	const input = { intakeId, programmeId, kind, villageCode, name, base64 };
	await perform(sql, intakeReceive, { actor, id: v7(), input, ...(at && { at }) });
	return cardOf({ sql, actor }, intakeId);
}

export const cardOf = ({ sql, actor }: Pick<Sending, 'sql' | 'actor'>, intakeId: string): Promise<IntakeCard> =>
	readAsTenant(sql, actor, (tx) => intakeCard(tx, actor, intakeId));

/** Confirms and writes an import; gives how many rows. */
export async function writeAll(
	{ sql, actor }: Pick<Sending, 'sql' | 'actor'>,
	{ intakeId, version }: Pick<IntakeCard, 'intakeId' | 'version'>,
	skipsDoubles = true,
): Promise<number> {
	const confirmed = { intakeId, version, skipsDoubles };
	await perform(sql, intakeConfirm, { actor, id: v7(), input: confirmed });
	const { writeCommandId } = await cardOf({ sql, actor }, intakeId);
	const { rows } = await perform(sql, intakeWrite, { actor, id: writeCommandId ?? '', input: { intakeId } });
	return rows;
}
