/** The hand that writes a demo: every record through its command, under ids that are the same at every run. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Sql } from 'postgres';
import type { GenericSchema } from 'valibot';
import type { ToolId } from '#inputs/tool-content.ts';
import type { Actor } from '../../access/roles.ts';
import { perform } from '../../db/command.ts';
import type { Command } from '../../db/command.ts';
import { asTenant, readAsTenant } from '../../db/tenant.ts';
import { Problem } from '../../problems.ts';
import { giveConsent } from '../consent/commands.ts';
import { addGroup, joinGroup } from '../group/commands.ts';
import { addPerson } from '../person/commands.ts';
import { programmeAdd, programmeAdvanceStage } from '../programme/commands.ts';
import type { Stage } from '../programme/schema.ts';
import { studyAdd, studyAttach, studyPublish } from '../study/commands.ts';
import { studiesInFile } from '../study/upload.ts';
import { demoId } from './demo-organisations.ts';
import type { DemoSlug } from './demo-organisations.ts';
import type { Invented } from './invented-people.ts';

/** When the demo was written down, as its records say it. */
export const WRITTEN_ON = '2026-11-22';

export interface Hand {
	readonly orgId: string;
	readonly programmeId: string;
	/** The id of a record by a name of ours: `person/siti`. */
	readonly id: (name: string) => string;
	/** Whether a command was performed at an earlier run. */
	readonly written: (verb: string, name: string) => boolean;
	/** Performs a command once, whatever happened before; `name` tells it from the others of its verb. */
	readonly write: <Schema extends GenericSchema, Receipt>(
		command: Command<Schema, Receipt>,
		name: string,
		input: object,
	) => Promise<void>;
}

export interface DemoOrganisation {
	/** The name in the address of its programme, and of its ids. */
	readonly slug: DemoSlug;
	readonly name: string;
	readonly kind: string;
}

/** The organisation, and the hand that writes in it. */
export async function handIn(sql: Sql, { slug, name, kind }: DemoOrganisation): Promise<Hand> {
	const id = (of: string): string => demoId(slug, of);
	const orgId = id('organisation');
	const actor: Actor = {
		orgId,
		accountId: null,
		name: 'Sentra',
		role: 'owner',
		villages: null,
		personId: null,
	};
	// An organisation is not made by a command: nobody acts in it yet.
	await asTenant(
		sql,
		actor,
		(tx) => tx`insert into organisation (org_id, name, kind) values (${orgId}, ${name}, ${kind})
			on conflict (org_id) do nothing`,
	);
	// Asked once: a demo that is there starts as quickly as any other house.
	const known = new Set(
		(
			await readAsTenant(
				sql,
				actor,
				(tx) => tx<{ id: string }[]>`select command_id as id from command_receipt where org_id = ${orgId}`,
			)
		).map((row) => row.id),
	);
	const written: Hand['written'] = (verb, of) => known.has(id(`${verb}/${of}`));
	const write: Hand['write'] = async (command, of, input) => {
		if (written(command.verb, of)) return;
		try {
			await perform(sql, command, { actor, id: id(`${command.verb}/${of}`), input });
		} catch (reason) {
			// Written at an earlier run with other words: what is there stays.
			if (!(reason instanceof Problem && reason.code === 'command_reused')) throw reason;
		}
	};
	return { orgId, programmeId: id('programme'), id, written, write };
}

export interface DemoProgramme {
	readonly slug: DemoSlug;
	readonly name: string;
	readonly commodity: string;
	readonly startedOn: string;
	readonly summary: string;
	readonly villages: readonly string[];
	/** From the first stage on, each with its day and its reason. */
	readonly stages: readonly (readonly [stage: Stage, on: string, reason: string])[];
}

/** The programme, moved from stage to stage as it went. */
export async function writeProgramme(hand: Hand, { stages, ...programme }: DemoProgramme): Promise<void> {
	const { programmeId, write } = hand;
	await write(programmeAdd, 'it', { programmeId, stage: 'social-mapping', ...programme });
	for (const [index, [stage, on, reason]] of stages.entries())
		await write(programmeAdvanceStage, stage, { programmeId, version: index + 1, stage, on, reason });
}

/** People, each with the consent to be written down. Nobody of them lives. */
export async function writePeople(hand: Hand, village: string, people: readonly Invented[]): Promise<void> {
	for (const { key, name, sex, birthYear } of people) {
		const personId = hand.id(`person/${key}`);
		await hand.write(addPerson, key, { personId, name, sex, birthYear, villageCode: village });
		await hand.write(giveConsent, key, {
			consentId: hand.id(`consent/${key}`),
			personId,
			purpose: 'record',
			givenOn: WRITTEN_ON,
			givenHow: 'spoken',
			note: 'Orang rekaan untuk contoh',
		});
	}
}

export interface DemoGroup {
	readonly key: string;
	readonly name: string;
	readonly village: string;
	readonly mainProduct: string;
	readonly note: string;
	readonly foundedOn: string;
	readonly members: readonly Invented[];
}

const roles = ['chair', 'secretary', 'treasurer'] as const;

/** A group with its members; the first three lead it. */
export async function writeGroup(hand: Hand, group: DemoGroup): Promise<void> {
	const groupId = hand.id(`group/${group.key}`);
	const { key, members, village, ...fields } = group;
	await hand.write(addGroup, key, {
		groupId,
		programmeId: hand.programmeId,
		villageCode: village,
		...fields,
	});
	for (const [index, member] of members.entries())
		await hand.write(joinGroup, `${key}/${member.key}`, {
			groupMemberId: hand.id(`group-member/${key}/${member.key}`),
			groupId,
			personId: hand.id(`person/${member.key}`),
			joinedOn: group.foundedOn,
			role: roles[index] ?? 'member',
		});
}

/** A sheet of a tool as a study. */
export async function writeStudy(
	hand: Hand,
	kind: ToolId,
	key: string,
	study: { readonly title?: string; readonly content: unknown; readonly note: string },
): Promise<void> {
	const studyId = hand.id(`study/${key}`);
	await hand.write(studyAdd, key, { studyId, programmeId: hand.programmeId, kind, ...study });
}

/** The paper's tables from their workbook, which is kept with the study. */
export async function writeCheckedFile(hand: Hand, file: string, title: string): Promise<void> {
	const name = basename(file);
	// Reading a workbook takes longer than all the rest of a demo that is there.
	if (hand.written(studyAttach.verb, name)) return;
	const bytes = readFileSync(file);
	const [study] = studiesInFile(bytes, name);
	if (study === undefined) throw new Error(`${name} holds no table`);
	await writeStudy(hand, study.kind, name, { content: study.content, title, note: 'Tabel seperti tercetak' });
	await hand.write(studyAttach, name, {
		studyId: hand.id(`study/${name}`),
		fileId: hand.id(`file/${name}`),
		name,
		base64: bytes.toString('base64'),
	});
}

/** Publishes the first version of a study. */
export const publish = (hand: Hand, key: string): Promise<void> =>
	hand.write(studyPublish, key, {
		studyId: hand.id(`study/${key}`),
		publicationId: hand.id(`publication/${key}`),
		version: 1,
	});
