/** How wide each column of a printed table is, and how large its letters are. */
import { pdfTextWidth, type PdfFont } from '#files/pdf-fonts.ts';
import { textWidth } from './plain-pdf-page.ts';

export interface ColumnTexts {
	readonly align: 'left' | 'right';
	readonly label: string;
	/** Cells of rows that are no section headings. */
	readonly texts: readonly { readonly text: string; readonly font: PdfFont }[];
}

export interface ColumnPlan {
	readonly size: number;
	/** Room left and right of the text in a cell. */
	readonly side: number;
	readonly widths: readonly number[];
}

/** No column asks for more than this share of the page: a long word is cut. */
const mostShare = 0.4;
const smallest = 6;

/** Room that a column needs so that nothing in it is cut, and room that it would like so that nothing is broken. */
function wishes(column: ColumnTexts, size: number, side: number): { least: number; most: number } {
	const cells = [{ text: column.label, font: 'bold' as const }, ...column.texts];
	let [least, most] = [0, 0];
	cells.forEach(({ text, font }, index) => {
		const full = Math.max(...text.split('\n').map((line) => pdfTextWidth(line, font, size)));
		const words = text.split(/[ \n]+/).map((word) => pdfTextWidth(word, font, size));
		// A figure with its unit stays in one piece; a label may break.
		const figure = column.align === 'right' && index > 0;
		least = Math.max(least, figure ? full : Math.max(...words));
		most = Math.max(most, full);
	});
	const limit = textWidth * mostShare;
	return { least: Math.min(least, limit) + 2 * side, most: Math.min(most, textWidth) + 2 * side };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Type gets smaller, never below 6 points, until the longest words fit; after that words are cut. */
export function columnPlan(columns: readonly ColumnTexts[]): ColumnPlan {
	const many = columns.length > 6;
	const side = Math.min(many ? 3.5 : 5, textWidth / Math.max(columns.length, 1) / 6);
	let size = many ? 7.5 : 8.5;
	let asked = columns.map((column) => wishes(column, size, side));
	while (size > smallest && sum(asked.map(({ least }) => least)) > textWidth) {
		size -= 0.5;
		asked = columns.map((column) => wishes(column, size, side));
	}
	const least = asked.map((wish) => wish.least);
	const most = asked.map((wish) => wish.most);
	const [needed, wished] = [sum(least), sum(most)];
	if (needed >= textWidth) return { size, side, widths: least.map((width) => (width * textWidth) / needed) };
	if (wished <= textWidth) return { size, side, widths: most.map((width) => (width * textWidth) / wished) };
	const share = (textWidth - needed) / (wished - needed);
	return {
		size,
		side,
		widths: least.map((width, index) => width + share * ((most[index] ?? width) - width)),
	};
}
