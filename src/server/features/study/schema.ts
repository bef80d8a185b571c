/** What a study is, and what may be sent about one. */
import { toolIds } from '#inputs/tool-content.ts';
import type { ToolId } from '#inputs/tool-content.ts';
import type { Report } from '#reports/block.ts';
import * as v from 'valibot';
import { villageCode } from '../area/schema.ts';
import { givenName, givenText, optionalText, recordId, seenVersion } from '../fields/schema.ts';

/** Bytes of the largest file that is kept with a study. */
export const largestFile = 8_000_000;
/** Characters of the largest sheet, as JSON. */
export const largestContent = 4_000_000;

export const addStudy = v.strictObject({
	studyId: recordId,
	programmeId: recordId,
	kind: v.picklist(toolIds),
	/** Empty: what the sheet itself is called. */
	title: v.optional(givenName, ''),
	villageCode: v.optional(v.nullable(villageCode), null),
	/** Read by the tool it belongs to. */
	content: v.unknown(),
	note: optionalText,
});
export const saveStudyVersion = v.strictObject({
	studyId: recordId,
	/** The newest version that the person saw. */
	version: seenVersion,
	/** Empty: as the sheet, or else as before. */
	title: v.optional(givenName, ''),
	content: v.unknown(),
	note: optionalText,
});
const file = {
	name: givenName,
	mediaType: v.optional(v.pipe(v.string(), v.regex(/^[\w.+-]+\/[\w.+-]+$/)), 'application/octet-stream'),
	/** The bytes, so that the command stays plain data. */
	base64: v.pipe(
		v.string(),
		v.maxLength(Math.ceil(largestFile / 3) * 4, 'too_large'),
		// Looked at by hand: the library's pattern gives up on a text of this length.
		v.check((text) => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text), 'base64'),
	),
};
export const attachStudyFile = v.strictObject({ studyId: recordId, fileId: recordId, ...file });
/** All sheets of a file, each a study that keeps the file. */
export const uploadStudies = v.strictObject({
	/** Of the first; those of the others follow from it. */
	studyId: recordId,
	programmeId: recordId,
	villageCode: v.optional(v.nullable(villageCode), null),
	...file,
});
export const publishStudy = v.strictObject({
	studyId: recordId,
	publicationId: recordId,
	/** The version that the person looked at. */
	version: seenVersion,
});
export const withdrawStudy = v.strictObject({
	/** The study on whose page the person stands. */
	studyId: recordId,
	publicationId: recordId,
	reason: givenText,
});

/** A method as it was when something was worked out with it. */
export interface UsedMethod {
	readonly id: string;
	readonly version: number;
}

export interface ListedStudy {
	readonly studyId: string;
	readonly kind: ToolId;
	readonly title: string;
	readonly version: number;
	readonly villageCode: string | null;
	readonly villageName: string | null;
	readonly savedAt: Date;
	readonly savedByName: string;
	readonly files: number;
	/** The newest version that is published; null when none is. */
	readonly publishedVersion: number | null;
}

export interface ListedVersion {
	readonly number: number;
	readonly note: string | null;
	readonly methods: readonly UsedMethod[];
	readonly inputSha256: string;
	readonly savedByName: string;
	readonly savedAt: Date;
}

export interface ListedFile {
	readonly fileId: string;
	readonly name: string;
	readonly mediaType: string;
	readonly size: number;
	readonly sha256: string;
	readonly attachedByName: string;
	readonly attachedAt: Date;
}

export interface ListedPublication {
	readonly publicationId: string;
	readonly number: number;
	readonly title: string;
	readonly methods: readonly UsedMethod[];
	readonly inputSha256: string;
	readonly publishedByName: string;
	readonly publishedAt: Date;
	readonly withdrawnAt: Date | null;
	readonly withdrawnByName: string | null;
	readonly withdrawnReason: string | null;
}

/** The report of a publication in each language, as it was on that day. */
export type FrozenResults = Readonly<Record<'id' | 'en', Report>>;
