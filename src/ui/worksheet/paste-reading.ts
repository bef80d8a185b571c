/** From a clipboard or a file to a preview: what each row was understood as, what is doubtful, and the sheet it gives. */
import { readPaste } from '#files/read-paste.ts';
import type { Workbook } from '#inputs/grid.ts';
import type { ChosenMeanings, RowMapping } from '#inputs/hayami-table.ts';
import type { Doubt } from '#inputs/printed-number.ts';
import { readPrintedTables } from '#inputs/printed-tables.ts';
import type { Outcome, Problem } from '#inputs/problem.ts';
import { sheetFromStudy, sheetFromTables } from '#inputs/value-added-sheet-study.ts';
import { sheetInputKeys, type ValueAddedSheet } from '#inputs/value-added-sheet.ts';
import { readValueAddedStudy } from '#inputs/value-added-table.ts';

/** What a person chose in the preview; kept apart from what was pasted, so that choices can be taken back. */
export interface PasteChoices {
	readonly meanings: ChosenMeanings;
	readonly corrections: Readonly<Record<string, string>>;
}

export interface PastePreview {
	/** Rows taken as inputs, rows that are results (not taken), rows nobody recognised. */
	readonly inputs: readonly RowMapping[];
	readonly claims: readonly RowMapping[];
	readonly unknown: readonly RowMapping[];
	readonly doubts: readonly Doubt[];
	readonly notes: Workbook['notes'];
	/** What keeps the study from being whole: missing rows, refused numbers. */
	readonly problems: readonly Problem[];
	/** Null when there is nothing to take over. */
	readonly sheet: ValueAddedSheet | null;
}

/** Reads what was pasted. Problems are those of the reader: nothing pasted, too large, no table. */
export function readClipboard(paste: { html: string; text: string }): Outcome<Workbook> {
	return readPaste({
		...(paste.html ? { html: paste.html } : {}),
		...(paste.text ? { text: paste.text } : {}),
	});
}

/** The preview of a workbook under a person's choices. Nothing is written anywhere. */
export function previewOf(workbook: Workbook, choices: PasteChoices): Outcome<PastePreview> {
	const tables = readPrintedTables(workbook, choices);
	if (!tables.ok) return tables;
	const study = readValueAddedStudy(workbook, choices);
	const { mapping, doubts, unknown } = tables.value;
	const isInput = (row: RowMapping) => (sheetInputKeys as readonly (string | null)[]).includes(row.key);
	const sheet = study.ok ? sheetFromStudy(study.value.study) : sheetFromTables(tables.value.tables);
	// The clipboard has no name worth printing as a source.
	const named =
		sheet &&
		(sheet.source === 'paste' || sheet.title === 'paste'
			? { ...sheet, source: '', title: sheet.title === 'paste' ? '' : sheet.title }
			: sheet);
	return {
		ok: true,
		value: {
			inputs: mapping.filter(isInput),
			claims: mapping.filter((row) => row.key !== null && !isInput(row)),
			unknown: [...mapping.filter((row) => row.key === null), ...unknown],
			doubts,
			notes: workbook.notes,
			problems: study.ok ? [] : study.problems,
			sheet: named,
		},
	};
}
