/**
 * Headings that a narrow column broke over two or three rows ("Upah rata-rata tenaga" / "kerja (Rp/HOK)"), as tables
 * pasted from a PDF have them: the pieces are joined before the heading is read.
 */
import type { GridCell } from './grid.ts';

type Rows = readonly (readonly GridCell[])[];

const isPiece = (text: string) => /^[a-z(/]/.test(text) && !/^\(?[a-e]\s*[.)]/.test(text);
const isSection = (text: string) => /^[IVX]+\s*[.)]?\s/.test(text) || /[.:]$/.test(text);

/** Whether a row holds nothing but its heading, and perhaps its number. */
function isBare(row: readonly GridCell[], labelColumn: number): boolean {
	return row.every(
		(cell, column) =>
			column === labelColumn ||
			cell.text.trim() === '' ||
			(column < labelColumn && /^\d{1,2}[a-e]?[.)]?$/.test(cell.text.trim())),
	);
}

export interface WrappedLabel {
	readonly text: string;
	/** The row whose cells in front of the heading hold its number. */
	readonly numberRow: number;
}

/** The whole heading of every row with numbers whose heading stands in several rows; the others are absent. */
export function wrappedLabels(rows: Rows, labelColumn: number): ReadonlyMap<number, WrappedLabel> {
	const found = new Map<number, WrappedLabel>();
	const textOf = (index: number) => rows[index]?.[labelColumn]?.text.trim() ?? '';
	const bare = rows.map((row, index) => textOf(index) !== '' && isBare(row, labelColumn));
	const used = new Set<number>();
	rows.forEach((_, index) => {
		if (bare[index] || textOf(index) === '') return;
		let text = textOf(index);
		let first = index;
		// Upwards while this line reads as the rest of the one above it.
		while (
			isPiece(textOf(first)) &&
			first > 0 &&
			bare[first - 1] &&
			!used.has(first - 1) &&
			!isSection(textOf(first - 1)) &&
			index - first < 3
		) {
			first -= 1;
			text = `${textOf(first)} ${text}`;
		}
		for (let next = index + 1; next <= index + 3 && bare[next] && isPiece(textOf(next)); next += 1) {
			text = `${text} ${textOf(next)}`;
			used.add(next);
		}
		if (text !== textOf(index))
			found.set(index, { text: text.replace(/(\p{L})-\s(?=\p{Ll})/gu, '$1'), numberRow: first });
	});
	return found;
}
