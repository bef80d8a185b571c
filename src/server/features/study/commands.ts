/** How a study enters a programme, gets versions and files, and is published and taken back. */
import type { TransactionSql } from 'postgres';
import { v5 } from 'uuid';
import { keptText } from '#inputs/kept-text.ts';
import type { ToolId } from '#inputs/tool-content.ts';
import type { Actor } from '../../access/roles.ts';
import { dayInJakarta } from '../../calendar.ts';
import { canonicalText, sha256 } from '../../db/canonical.ts';
import type { Trace } from '../../db/audit.ts';
import { command } from '../../db/command.ts';
import { identityKeys } from '../../identity/identity-keys.ts';
import { sealFile } from '../../identity/sealed-file.ts';
import { Problem } from '../../problems.ts';
import { studyContent, studyReport } from './engine.ts';
import { studyVersion, usedMethods } from './queries.ts';
import {
	addStudy,
	attachStudyFile,
	largestContent,
	publishStudy,
	saveStudyVersion,
	uploadStudies,
	withdrawStudy,
} from './schema.ts';
import type { UsedMethod } from './schema.ts';
import { studiesInFile } from './upload.ts';

/** What is kept of a sheet. */
interface Sheet {
	readonly content: unknown;
	/** The sheet's own name; empty when it has none. */
	readonly title: string;
	readonly hash: Buffer;
	readonly methods: readonly UsedMethod[];
}

/** Text that PostgreSQL cannot keep: a NUL, or half of a pair. */
// eslint-disable-next-line no-control-regex -- the one character that is looked for
const unkept = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const holdsUnkept = (value: unknown): boolean =>
	typeof value === 'string'
		? unkept.test(value)
		: typeof value === 'object' &&
			value !== null &&
			Object.entries(value).some(([key, one]) => unkept.test(key) || holdsUnkept(one));

/** A received sheet as its tool reads it, with its hash and the methods that work it out. */
function sheetFrom(kind: ToolId, given: unknown): Sheet {
	const read = studyContent(kind, given);
	if (read === null || holdsUnkept(read.content))
		throw new Problem('input_not_readable', { field: 'content' });
	const text = canonicalText(read.content);
	if (text.length > largestContent) throw new Problem('too_large', { field: 'content' });
	const report = studyReport(kind, read.content, { locale: 'id' });
	return { ...read, hash: sha256(text), methods: usedMethods(report?.sources ?? []) };
}

/** One sheet of several in a file. Throws `sheet_in_file` with its number and name, so that the others are not looked through. */
function sheetOfFile(kind: ToolId, content: unknown, which: { sheet: string; number: number }): Sheet {
	try {
		return sheetFrom(kind, content);
	} catch (reason) {
		if (!(reason instanceof Problem)) throw reason;
		if (reason.code === 'too_large') throw new Problem('too_large', { field: 'file' });
		throw new Problem('sheet_in_file', { field: 'file', ...which });
	}
}

/**
 * The village a new study is of. Who sees some villages alone must name one of them, or nobody of hers would see it again;
 * when the programme has just one of hers, it is that one.
 */
async function villageOf(
	tx: TransactionSql,
	actor: Actor,
	programmeId: string,
	given: string | null,
): Promise<string | null> {
	if (given !== null || actor.villages === null) return given;
	const rows = await tx<{ code: string }[]>`
		select village_code as code from programme_village
		where org_id = ${actor.orgId} and programme_id = ${programmeId}`;
	const [only, ...others] = rows;
	if (only === undefined || others.length > 0) throw new Problem('village_missing', { field: 'villageCode' });
	return only.code;
}

interface NewVersion {
	readonly studyId: string;
	readonly number: number;
	readonly village: string | null;
	readonly sheet: Sheet;
	readonly note: string | null;
	readonly at: Date;
}

const insertVersion = (tx: TransactionSql, actor: Actor, version: NewVersion) =>
	tx`insert into study_version (org_id, study_id, number, village_code, content, input_sha256, methods, note,
			saved_by_account_id, saved_by_name, saved_at)
		values (${actor.orgId}, ${version.studyId}, ${version.number}, ${version.village},
			${tx.json(version.sheet.content as never)}, ${version.sheet.hash}, ${tx.json(version.sheet.methods as never)},
			${version.note === null ? null : keptText(version.note)}, ${actor.accountId}, ${actor.name}, ${version.at})`;

interface NewStudy {
	readonly studyId: string;
	readonly programmeId: string;
	readonly kind: ToolId;
	readonly title: string;
	readonly village: string | null;
	readonly sheet: Sheet;
	readonly note: string | null;
	readonly at: Date;
}

/** Adds a study with its first version; gives back what the log tells of it. */
async function insertStudy(tx: TransactionSql, actor: Actor, study: NewStudy): Promise<Trace> {
	const { studyId, programmeId, kind, title, village, sheet } = study;
	await tx`insert into study (org_id, study_id, programme_id, village_code, kind, title)
		values (${actor.orgId}, ${studyId}, ${programmeId}, ${village}, ${kind}, ${title})`;
	await insertVersion(tx, actor, { ...study, number: 1 });
	const after = { kind, ...told(title, 1, sheet.hash) };
	return { kind: 'study', id: studyId, village, before: null, after };
}

interface NewFile {
	readonly studyId: string;
	readonly fileId: string;
	readonly village: string | null;
	readonly name: string;
	readonly mediaType: string;
	readonly bytes: Buffer;
	readonly at: Date;
}

/** Keeps a file with a study, sealed; gives back what the log tells of it. */
async function insertFile(tx: TransactionSql, actor: Actor, file: NewFile): Promise<Trace> {
	const { studyId, fileId, village, mediaType, bytes, at } = file;
	const [name, sum] = [keptText(file.name), sha256(bytes)];
	const sealed = sealFile(identityKeys(), { orgId: actor.orgId, fileId }, bytes);
	await tx`insert into study_file (org_id, file_id, study_id, village_code, name, media_type, size, sha256, sealed,
			bytes, attached_by_name, attached_at)
		values (${actor.orgId}, ${fileId}, ${studyId}, ${village}, ${name}, ${mediaType}, ${bytes.length}, ${sum}, true,
			${sealed}, ${actor.name}, ${at})`;
	const after = { studyId, name, mediaType, size: bytes.length, sha256: sum.toString('hex') };
	return { kind: 'study-file', id: fileId, village, before: null, after };
}

interface Study {
	readonly kind: ToolId;
	readonly title: string;
	readonly version: number;
	readonly village: string | null;
	readonly programmeId: string;
}

/** A study as it is, held until the transaction ends. */
async function heldStudy(tx: TransactionSql, orgId: string, studyId: string): Promise<Study> {
	const [study] = await tx<Study[]>`
		select kind, title, version, village_code as village, programme_id as "programmeId" from study
		where org_id = ${orgId} and study_id = ${studyId} for update`;
	if (study === undefined) throw new Problem('not_found');
	return study;
}

/** The log tells which content it was by its hash: the content itself is in the version. */
const told = (title: string, version: number, hash: Buffer) => ({
	title,
	version,
	inputSha256: hash.toString('hex'),
});

export const studyAdd = command('study.add', {
	right: 'change-study',
	schema: addStudy,
	async run({ tx, actor, input: { studyId, programmeId, kind, villageCode, note, ...given }, at }) {
		const sheet = sheetFrom(kind, given.content);
		const title = keptText(given.title) || sheet.title;
		const village = await villageOf(tx, actor, programmeId, villageCode);
		const study = { studyId, programmeId, kind, title, village, sheet, note, at };
		return {
			receipt: { studyId, version: 1 },
			traces: [await insertStudy(tx, actor, study)],
		};
	},
});

export const studyUpload = command('study.upload', {
	right: 'change-study',
	schema: uploadStudies,
	async run({ tx, actor, input: { studyId: first, programmeId, villageCode, mediaType, ...given }, at }) {
		const bytes = Buffer.from(given.base64, 'base64');
		const village = await villageOf(tx, actor, programmeId, villageCode);
		const studyIds: string[] = [];
		const traces: Trace[] = [];
		for (const [index, { kind, title, content }] of studiesInFile(bytes, given.name).entries()) {
			// The same file sent again under the same id makes the same studies.
			const studyId = index === 0 ? first : v5(`study ${index}`, first);
			const sheet = sheetOfFile(kind, content, { sheet: title, number: index + 1 });
			const study = { studyId, programmeId, kind, title: keptText(title), village, sheet, note: null, at };
			traces.push(await insertStudy(tx, actor, study));
			const file = { studyId, fileId: v5('file', studyId), village, name: given.name, mediaType, bytes, at };
			traces.push(await insertFile(tx, actor, file));
			studyIds.push(studyId);
		}
		return { receipt: { studyIds }, traces };
	},
});

export const studySaveVersion = command('study.save-version', {
	right: 'change-study',
	schema: saveStudyVersion,
	async run({ tx, actor, input: { studyId, version, note, ...given }, at }) {
		const study = await heldStudy(tx, actor.orgId, studyId);
		if (study.version !== version) throw new Problem('changed_meanwhile');
		const sheet = sheetFrom(study.kind, given.content);
		const title = keptText(given.title) || sheet.title || study.title;
		const [{ hash = null } = {}] = await tx<{ hash: Buffer }[]>`
			select input_sha256 as hash from study_version
			where org_id = ${actor.orgId} and study_id = ${studyId} and number = ${version}`;
		// The same content again is the version that is there, not a further one.
		const unchanged = hash?.equals(sheet.hash) === true;
		const number = unchanged ? version : version + 1;
		if (!unchanged)
			await insertVersion(tx, actor, { studyId, number, village: study.village, sheet, note, at });
		await tx`update study set title = ${title}, version = ${number}
			where org_id = ${actor.orgId} and study_id = ${studyId}`;
		return {
			receipt: { studyId, version: number, unchanged },
			traces: [
				{
					kind: 'study',
					id: studyId,
					village: study.village,
					before: told(study.title, version, hash ?? Buffer.alloc(0)),
					after: told(title, number, sheet.hash),
				},
			],
		};
	},
});

export const studyAttach = command('study.attach', {
	right: 'change-study',
	schema: attachStudyFile,
	async run({ tx, actor, input: { base64, ...given }, at }) {
		const { village } = await heldStudy(tx, actor.orgId, given.studyId);
		const bytes = Buffer.from(base64, 'base64');
		const trace = await insertFile(tx, actor, { ...given, village, bytes, at });
		return { receipt: { fileId: given.fileId, sha256: sha256(bytes).toString('hex') }, traces: [trace] };
	},
});

export const studyPublish = command('study.publish', {
	right: 'publish-study',
	schema: publishStudy,
	async run({ tx, actor, input: { studyId, publicationId, version }, at }) {
		const { village, ...study } = await heldStudy(tx, actor.orgId, studyId);
		const { content, inputSha256 } = await studyVersion(tx, actor.orgId, studyId, version);
		// Of the villages: what is frozen at dawn in Jakarta is not of the day before.
		const date = dayInJakarta(at);
		const inEnglish = studyReport(study.kind, content, { locale: 'en', date });
		const results = studyReport(study.kind, content, { locale: 'id', date });
		// A report without a method says only what is still missing.
		if (results === null || inEnglish === null || results.sources.length === 0)
			throw new Problem('nothing_to_publish', { version });
		const methods = usedMethods(results.sources);
		await tx`insert into study_publication (org_id, publication_id, study_id, programme_id, number, village_code,
				title, results, methods, input_sha256, published_by_account_id, published_by_name, published_at)
			values (${actor.orgId}, ${publicationId}, ${studyId}, ${study.programmeId}, ${version}, ${village},
				${study.title},
				${tx.json({ id: results, en: inEnglish } as never)}, ${tx.json(methods as never)},
				${Buffer.from(inputSha256, 'hex')}, ${actor.accountId}, ${actor.name}, ${at})`;
		const after = { studyId, version, title: study.title, inputSha256, methods };
		return {
			receipt: { publicationId, version },
			traces: [{ kind: 'study-publication', id: publicationId, village, before: null, after }],
		};
	},
});

export const studyWithdraw = command('study.withdraw', {
	right: 'publish-study',
	schema: withdrawStudy,
	async run({ tx, actor, input: { studyId, publicationId, reason }, at }) {
		const [publication] = await tx<{ village: string | null; withdrawnAt: Date | null }[]>`
			select village_code as village, withdrawn_at as "withdrawnAt" from study_publication
			where org_id = ${actor.orgId} and study_id = ${studyId} and publication_id = ${publicationId} for update`;
		if (publication === undefined) throw new Problem('not_found');
		if (publication.withdrawnAt !== null) throw new Problem('changed_meanwhile');
		await tx`update study_publication
			set withdrawn_at = ${at}, withdrawn_by_name = ${actor.name}, withdrawn_reason = ${reason}
			where org_id = ${actor.orgId} and publication_id = ${publicationId}`;
		return {
			receipt: { publicationId },
			traces: [
				{
					kind: 'study-publication',
					id: publicationId,
					village: publication.village,
					before: { withdrawn: false },
					after: { withdrawn: true, reason },
				},
			],
		};
	},
});
