/**
 * Every code the readers of this room can answer with. The words stand in the message files; a reader here
 * only says what it saw and where. One list each, so that a missing sentence is found by a test, not by a user.
 */
import type { Place, Problem } from '#inputs/problem.ts';

/** Why a file could not be read. */
export const fileProblemCodes = [
	'FILE_EMPTY',
	'FILE_TOO_LARGE',
	'FILE_IS_OLD_XLS',
	'FILE_IS_OLD_DOC',
	'FILE_IS_ENCRYPTED',
	'FILE_IS_PDF',
	'FILE_IS_IMAGE',
	'FILE_IS_ARCHIVE',
	'FILE_IS_OPENDOCUMENT',
	'FILE_IS_XLSB',
	'FILE_IS_JSON',
	'FILE_NOT_A_TABLE',
	'FILE_DAMAGED',
	'NO_TABLE_INSIDE',
	'ZIP_BOMB',
	'ZIP_DAMAGED',
	'XML_DOCTYPE_REFUSED',
	'XML_TOO_DEEP',
	'SHEET_TOO_LARGE',
	'CSV_QUOTE_UNCLOSED',
	'PASTE_EMPTY',
] as const;

/** What was repaired or chosen while reading. */
export const fileNoteCodes = [
	'FORMAT_DIFFERS_FROM_NAME',
	'SHEET_HIDDEN',
	'FORMULA_WITHOUT_RESULT',
	'MERGED_CELL_HIDES_VALUE',
	'SPACES_REPLACED',
	'ZERO_WIDTH_REMOVED',
	'SOFT_HYPHENS_JOINED',
	'LINE_BREAKS_JOINED',
	'LEADING_APOSTROPHE_REMOVED',
	'ENCODING_GUESSED',
	'DELIMITER_GUESSED',
	'COLUMNS_UNSURE',
	'NESTED_TABLE_IGNORED',
	'DELETED_TEXT_SKIPPED',
	'PASTE_DISAGREES',
	'PASTE_SHAPES_DIFFER',
] as const;

export type FileProblemCode = (typeof fileProblemCodes)[number];
export type FileNoteCode = (typeof fileNoteCodes)[number];

/** A repair or a choice made while reading; the shape of `Workbook.notes`. */
export interface FileNote {
	readonly code: FileNoteCode;
	readonly address?: string;
	readonly params?: Readonly<Record<string, string | number>>;
}

/** A problem with one of this room's codes. */
export function fileProblem(code: FileProblemCode, at?: Place, params?: Problem['params']): Problem {
	return { code, ...(at ? { at } : {}), ...(params ? { params } : {}) };
}
