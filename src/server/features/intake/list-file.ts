/** The file of an import: read as a workbook, sealed, opened again. */
import { mostCellsOfList } from '#files/grid-limits.ts';
import { readWorkbook } from '#files/read-workbook.ts';
import type { Workbook } from '#inputs/grid.ts';
import { findLayout, layoutAt } from '#inputs/intake-layout.ts';
import type { IntakeLayout } from '#inputs/intake-layout.ts';
import type { IntakeKind } from '#inputs/intake-fields.ts';
import { identityKeys } from '#server/identity/identity-keys.ts';
import { openFile } from '#server/identity/sealed-file.ts';
import { Problem } from '#server/problems.ts';

/** A list as a workbook. Throws `list_unreadable` with the reader's own reason when it is none. */
export function workbookOf(bytes: Uint8Array, name: string): Workbook {
	const read = readWorkbook(bytes, { name, mostCells: mostCellsOfList });
	if (read.ok) return read.value;
	const [problem] = read.problems;
	throw new Problem('list_unreadable', {
		field: 'file',
		reason: problem?.code ?? '',
		...problem?.params,
		...(problem?.at?.row === undefined ? {} : { row: problem.at.row }),
	});
}

/** The list of a workbook; when nothing reads as headings, the first row of its fullest sheet, for a person to correct. */
export function likelyLayout(kind: IntakeKind, workbook: Workbook): IntakeLayout {
	const found = findLayout(kind, workbook);
	if (found !== null) return found;
	const [fullest] = workbook.grids.toSorted((a, b) => b.rows.length - a.rows.length);
	const sheet = fullest?.name ?? '';
	const first = (fullest?.rows ?? []).findIndex((row) => row.some(({ text }) => text.trim() !== ''));
	return layoutAt(kind, workbook, sheet, Math.max(0, first) + 1) ?? { sheet, headingRow: 1, columns: [] };
}

export interface KeptFile {
	readonly orgId: string;
	readonly intakeId: string;
	readonly fileName: string;
	readonly sealed: Buffer | null;
}

/** The bytes as they were handed in. Throws when they were taken away, or their key is not here. */
export function openedFile({ orgId, intakeId, sealed }: KeptFile): Buffer {
	if (sealed === null) throw new Problem('not_found', { record: 'file' });
	const bytes = openFile(identityKeys(), { orgId, fileId: intakeId }, sealed);
	if (bytes === null) throw new Problem('identity_unreadable', { record: 'file' });
	return bytes;
}
