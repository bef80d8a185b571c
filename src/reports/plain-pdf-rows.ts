/** Rows of a printed table as boxes: three lines, the head again on each page, a row too high for a page divided. */
import { pdfTextWidth, type PdfFont } from '#files/pdf-fonts.ts';
import type { PdfMark, PdfTag } from '#files/pdf-writer.ts';
import type { TableCell } from './block.ts';
import { page, textHeight, textWidth, type PageBox } from './plain-pdf-page.ts';
import { baseline, colours, lineHeight } from './plain-pdf-text.ts';

/** Strength 1 to 6 of a heat table. */
const heat = ['#f1f7fb', '#c6dff0', '#8dbfe0', '#4c97c9', '#1d6fa8', '#0a4a7a'] as const;
/** Room above and below the text of a cell. */
const edge = 3.2;
/** A table with at most so many rows stays on one page. */
const shortTable = 14;
/** Lines of a head that come again on the next page; a longer one is cut there with an ellipsis. */
const mostHeadLines = 12;

/** A cell with its lines set. */
export interface PrintedCell {
	readonly x: number;
	readonly width: number;
	readonly align: 'left' | 'right';
	readonly font: PdfFont;
	readonly colour: string;
	readonly lines: readonly string[];
	readonly heat?: TableCell['heat'];
	readonly tag?: PdfTag;
}

export interface PrintedRow {
	readonly cells: readonly PrintedCell[];
	readonly role?: 'section' | 'total' | 'detail';
}

interface Setting {
	readonly size: number;
	readonly side: number;
}

const rule = (y: number, thickness: number): PdfMark => ({
	kind: 'line',
	x: page.margin,
	y,
	toX: page.margin + textWidth,
	toY: y,
	thickness,
	colour: colours.ink,
});

const rowHeight = (row: PrintedRow, { size }: Setting) =>
	Math.max(1, ...row.cells.map((cell) => cell.lines.length)) * lineHeight(size) + 2 * edge;

function cellMarks(cell: PrintedCell, top: number, height: number, { size, side }: Setting): PdfMark[] {
	const inset = 0.6;
	const box = {
		x: cell.x + inset,
		y: top + inset,
		width: cell.width - 2 * inset,
		height: height - 2 * inset,
	};
	const ground: PdfMark[] =
		cell.heat === undefined
			? []
			: cell.heat === 'loss'
				? [{ kind: 'outline', ...box, colour: colours.orange }]
				: [{ kind: 'area', ...box, colour: heat[cell.heat - 1] ?? colours.paper }];
	const letters = cell.lines.map((text, index): PdfMark => {
		const left = cell.x + side;
		const right = cell.x + cell.width - side - pdfTextWidth(text, cell.font, size);
		return {
			kind: 'text',
			x: cell.align === 'right' ? Math.max(right, cell.x) : left,
			y: top + edge + index * lineHeight(size) + baseline(size),
			text,
			font: cell.font,
			size,
			colour: cell.colour,
			...(cell.tag ? { tag: cell.tag } : {}),
		};
	});
	return [...ground, ...letters];
}

function rowMarks(row: PrintedRow, top: number, setting: Setting): PdfMark[] {
	const height = rowHeight(row, setting);
	const ground: PdfMark[] =
		row.role === 'section'
			? [{ kind: 'area', x: page.margin, y: top, width: textWidth, height, colour: colours.section }]
			: row.role === 'total'
				? [rule(top, 0.5)]
				: [];
	return [...ground, ...row.cells.flatMap((cell) => cellMarks(cell, top, height, setting))];
}

/** A row higher than a page's room, as several that are not. */
function divided(row: PrintedRow, room: number, setting: Setting): PrintedRow[] {
	const most = Math.max(1, Math.floor((room - 2 * edge) / lineHeight(setting.size)));
	const lines = Math.max(1, ...row.cells.map((cell) => cell.lines.length));
	return Array.from({ length: Math.ceil(lines / most) }, (_, part) => ({
		...row,
		cells: row.cells.map((cell) => ({ ...cell, lines: cell.lines.slice(part * most, (part + 1) * most) })),
	}));
}

/** The head as it comes again: decoration, for a reader of tags has heard it. */
function repeatedHead(head: PrintedRow): PrintedRow {
	return {
		cells: head.cells.map(({ tag: _, ...cell }) => {
			if (cell.lines.length <= mostHeadLines) return cell;
			const kept = cell.lines.slice(0, mostHeadLines);
			return { ...cell, lines: [...kept.slice(0, -1), '…'] };
		}),
	};
}

/** Head and rows with the three lines. */
export function rowBoxes(
	head: PrintedRow,
	rows: readonly PrintedRow[],
	setting: Setting,
	hasSource: boolean,
): PageBox[] {
	const again = repeatedHead(head);
	const headMarks = (row: PrintedRow, top: number) => [
		rule(top, 0.9),
		...rowMarks(row, top, setting),
		rule(top + rowHeight(row, setting), 0.6),
	];
	const repeated = {
		height: rowHeight(again, setting),
		draw: (top: number) => headMarks(again, top),
		close: (top: number) => [rule(top, 0.6)],
	};
	const heads = divided(head, textHeight - lineHeight(setting.size), setting);
	const boxes: PageBox[] = heads.map((row, index) => ({
		height: rowHeight(row, setting),
		above: index === 0 ? 4 : 0,
		keepNext: index === heads.length - 1 && rows.length > 0,
		draw: (top) => headMarks(row, top),
	}));
	const pieces = rows.flatMap((row) => divided(row, textHeight - repeated.height, setting));
	// Neither the first nor the last rows of a table stand alone on a page.
	const short = pieces.length <= shortTable;
	pieces.forEach((row, index) => {
		const last = index === pieces.length - 1;
		const height = rowHeight(row, setting);
		boxes.push({
			height,
			above: 0,
			keepNext: last ? hasSource : row.role === 'section' || short || index < 2 || index > pieces.length - 4,
			repeated,
			draw: (top) => [...rowMarks(row, top, setting), ...(last ? [rule(top + height, 0.9)] : [])],
		});
	});
	return boxes;
}
