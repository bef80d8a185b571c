/** The faulty rows of a list as a table: what came, as text, and beside it what to correct. */
import { m } from '#words/messages.js';
import type { GridCell } from '#inputs/grid.ts';
import { cellText } from '#inputs/intake-cells.ts';
import type { IntakeKind } from '#inputs/intake-fields.ts';
import type { IntakeFinding } from '#inputs/intake-finding.ts';
import type { IntakeLayout } from '#inputs/intake-layout.ts';
import type { IntakeRow } from '#inputs/intake-rows.ts';
import { fieldWords, findingWords } from './intake-words.ts';

interface Faulty {
	readonly kind: IntakeKind;
	readonly layout: IntakeLayout;
	readonly rows: readonly {
		readonly source: IntakeRow;
		readonly findings: readonly IntakeFinding[];
	}[];
}

/**
 * A cell as text. A number that lost figures comes out as Excel shows it: written out it would look like a whole one and be
 * taken for it.
 */
function shown(cell: GridCell | undefined): string {
	const { number } = cell ?? {};
	return number !== undefined && Math.abs(number) >= 1e15
		? number.toExponential(5).toUpperCase().replace('.', ',')
		: cellText(cell);
}

/**
 * Headings first, then a line for each row. Every cell is text, so that a NIK or a phone number stays as it is in the
 * corrected file; what a spreadsheet would run is guarded by the writers of files.
 */
export function faultyTable({ kind, layout, rows }: Faulty, locale: 'id' | 'en'): string[][] {
	const reason = (findings: readonly IntakeFinding[]): string =>
		findings
			.filter(({ severity }) => severity === 'fault')
			.map((finding) => {
				const { what, todo } = findingWords(finding, locale);
				const field = finding.field === null ? finding.cell : fieldWords(kind, finding.field, locale);
				return `${field}: ${what} ${todo}`;
			})
			.join(' | ');
	const headings = layout.columns.map(({ heading, field }) =>
		heading === '' && field !== null ? fieldWords(kind, field, locale) : heading,
	);
	return [
		[...headings, m.intake_sheet_row({}, { locale }), m.intake_sheet_reason({}, { locale })],
		...rows.map(({ source, findings }) => [
			...layout.columns.map(({ index }) => shown(source.cells[index])),
			String(source.row),
			reason(findings),
		]),
	];
}
