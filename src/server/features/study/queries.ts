/** Studies of a programme: the list, one with its versions, files and publications, and the contents of each. */
import type { TransactionSql } from 'postgres';
import type { ToolId } from '#inputs/tool-content.ts';
import { identityKeys } from '../../identity/identity-keys.ts';
import { openFile } from '../../identity/sealed-file.ts';
import { Problem } from '../../problems.ts';
import type {
	FrozenResults,
	ListedFile,
	ListedPublication,
	ListedStudy,
	ListedVersion,
	UsedMethod,
} from './schema.ts';

const listed = (tx: TransactionSql, orgId: string) => tx`
	select study.study_id as "studyId", study.kind, study.title, study.version, study.village_code as "villageCode",
		area.name as "villageName", newest.saved_at as "savedAt", newest.saved_by_name as "savedByName",
		(select count(*)::int from study_file
			where study_file.org_id = ${orgId} and study_file.study_id = study.study_id) as files,
		(select max(number) from study_publication
			where study_publication.org_id = ${orgId} and study_publication.study_id = study.study_id
				and withdrawn_at is null) as "publishedVersion"
	from study
	join study_version newest on newest.org_id = study.org_id and newest.study_id = study.study_id
		and newest.number = study.version
	left join area on area.code = study.village_code`;

/** The studies of a programme, those saved last first. */
export async function listStudies(
	tx: TransactionSql,
	orgId: string,
	programmeId: string,
): Promise<ListedStudy[]> {
	return tx<ListedStudy[]>`${listed(tx, orgId)}
		where study.org_id = ${orgId} and study.programme_id = ${programmeId}
		order by newest.saved_at desc, study.study_id desc`;
}

export interface StudyCard extends ListedStudy {
	readonly programmeId: string;
	readonly versions: readonly ListedVersion[];
	readonly attached: readonly ListedFile[];
	readonly publications: readonly ListedPublication[];
}

/** One study with everything that is listed below it; `not_found` when the person sees none with this id. */
export async function studyCard(tx: TransactionSql, orgId: string, studyId: string): Promise<StudyCard> {
	const [study] = await tx<ListedStudy[]>`${listed(tx, orgId)}
		where study.org_id = ${orgId} and study.study_id = ${studyId}`;
	const [place] = await tx<{ programmeId: string }[]>`
		select programme_id as "programmeId" from study where org_id = ${orgId} and study_id = ${studyId}`;
	if (study === undefined || place === undefined) throw new Problem('not_found');
	const versions = await tx<ListedVersion[]>`
		select number, note, methods, encode(input_sha256, 'hex') as "inputSha256", saved_by_name as "savedByName",
			saved_at as "savedAt"
		from study_version where org_id = ${orgId} and study_id = ${studyId} order by number desc`;
	const attached = await tx<ListedFile[]>`
		select file_id as "fileId", name, media_type as "mediaType", size, encode(sha256, 'hex') as sha256,
			attached_by_name as "attachedByName", attached_at as "attachedAt"
		from study_file where org_id = ${orgId} and study_id = ${studyId} order by attached_at, file_id`;
	const publications = await tx<ListedPublication[]>`
		select publication_id as "publicationId", number, title, methods,
			encode(input_sha256, 'hex') as "inputSha256", published_by_name as "publishedByName",
			published_at as "publishedAt", withdrawn_at as "withdrawnAt", withdrawn_by_name as "withdrawnByName",
			withdrawn_reason as "withdrawnReason"
		from study_publication where org_id = ${orgId} and study_id = ${studyId}
		order by published_at desc, publication_id desc`;
	return { ...study, ...place, versions, attached, publications };
}

/** The study of a programme's page; `not_found` when it belongs to another programme, whatever the id. */
export async function checkStudyOf(
	tx: TransactionSql,
	orgId: string,
	programmeId: string,
	studyId: string,
): Promise<void> {
	const [study] = await tx`select from study
		where org_id = ${orgId} and study_id = ${studyId} and programme_id = ${programmeId}`;
	if (study === undefined) throw new Problem('not_found', { record: 'study' });
}

export interface StudyVersion extends ListedVersion {
	readonly kind: ToolId;
	readonly title: string;
	readonly content: unknown;
}

/** What a version holds. */
export async function studyVersion(
	tx: TransactionSql,
	orgId: string,
	studyId: string,
	number: number,
): Promise<StudyVersion> {
	const [version] = await tx<StudyVersion[]>`
		select study.kind, study.title, study_version.number, study_version.note, study_version.methods,
			encode(study_version.input_sha256, 'hex') as "inputSha256", study_version.content,
			study_version.saved_by_name as "savedByName", study_version.saved_at as "savedAt"
		from study_version
		join study on study.org_id = study_version.org_id and study.study_id = study_version.study_id
		where study_version.org_id = ${orgId} and study_version.study_id = ${studyId} and number = ${number}`;
	if (version === undefined) throw new Problem('not_found');
	return version;
}

interface StudyFile {
	readonly studyId: string;
	readonly name: string;
	readonly mediaType: string;
	readonly sha256: string;
	readonly bytes: Buffer;
}

/** A file as it was handed in, and the study that it belongs to. `identity_unreadable` when its key is not here. */
export async function studyFile(tx: TransactionSql, orgId: string, fileId: string): Promise<StudyFile> {
	const [file] = await tx<(StudyFile & { sealed: boolean })[]>`
		select study_id as "studyId", name, media_type as "mediaType", encode(sha256, 'hex') as sha256, sealed, bytes
		from study_file where org_id = ${orgId} and file_id = ${fileId}`;
	if (file === undefined) throw new Problem('not_found');
	const { sealed, ...found } = file;
	// Files that were handed in before they were sealed lie there as they are.
	const bytes = sealed ? openFile(identityKeys(), { orgId, fileId }, found.bytes) : found.bytes;
	if (bytes === null) throw new Problem('identity_unreadable', { record: 'file' });
	return { ...found, bytes };
}

/** The frozen results of a publication. One that was withdrawn is there too, and says so. */
export async function studyPublication(
	tx: TransactionSql,
	orgId: string,
	publicationId: string,
): Promise<ListedPublication & { readonly studyId: string; readonly results: FrozenResults }> {
	const [publication] = await tx<(ListedPublication & { studyId: string; results: FrozenResults })[]>`
		select publication_id as "publicationId", study_id as "studyId", number, title, methods, results,
			encode(input_sha256, 'hex') as "inputSha256", published_by_name as "publishedByName",
			published_at as "publishedAt", withdrawn_at as "withdrawnAt", withdrawn_by_name as "withdrawnByName",
			withdrawn_reason as "withdrawnReason"
		from study_publication where org_id = ${orgId} and publication_id = ${publicationId}`;
	if (publication === undefined) throw new Problem('not_found');
	return publication;
}

/** The methods of a report, as they are kept. */
export const usedMethods = (
	sources: readonly { readonly id: string; readonly version: number }[],
): UsedMethod[] => sources.map(({ id, version }) => ({ id, version }));
