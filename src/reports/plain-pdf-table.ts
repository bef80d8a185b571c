/** A table as boxes of a page: three lines, the head again on each page, wide tables in groups of columns. */
import type { PdfFont } from '#files/pdf-fonts.ts';
import type { PdfMark, PdfTag } from '#files/pdf-writer.ts';
import { pdfTextWidth } from '#files/pdf-fonts.ts';
import { printableText } from '#files/printable-text.ts';
import { m } from '#words/messages.js';
import type { TableBlock, TableCell } from './block.ts';
import { columnGroups } from './column-groups.ts';
import { documentSpelling } from './eyd-spelling.ts';
import { columnPlan } from './plain-pdf-columns.ts';
import { page, textHeight, textWidth, type PageBox } from './plain-pdf-page.ts';
import { baseline, colours, lineHeight, linesOf, tagOf, textBoxes } from './plain-pdf-text.ts';
import type { Locale } from './row-label.ts';
import { headColumn } from './table-head.ts';

/** Strength 1 to 6 of a heat table. */
const heat = ['#f1f7fb', '#c6dff0', '#8dbfe0', '#4c97c9', '#1d6fa8', '#0a4a7a'] as const;
/** From here on letters are white. */
const darkHeat = 5;
/** Room above and below the text of a cell. */
const edge = 3.2;
/** A table with at most so many rows stays on one page. */
const shortTable = 14;
/** Lines of a head that come again on the next page; a longer one is cut there with an ellipsis. */
const mostHeadLines = 12;

interface Cell {
	readonly x: number;
	readonly width: number;
	readonly align: 'left' | 'right';
	readonly font: PdfFont;
	readonly colour: string;
	readonly lines: readonly string[];
	readonly heat?: TableCell['heat'];
	readonly tag?: PdfTag;
}

interface Row {
	readonly cells: readonly Cell[];
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

const rowHeight = (row: Row, { size }: Setting) =>
	Math.max(1, ...row.cells.map((cell) => cell.lines.length)) * lineHeight(size) + 2 * edge;

function cellMarks(cell: Cell, top: number, height: number, { size, side }: Setting): PdfMark[] {
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

function rowMarks(row: Row, top: number, setting: Setting): PdfMark[] {
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
function divided(row: Row, room: number, setting: Setting): Row[] {
	const most = Math.max(1, Math.floor((room - 2 * edge) / lineHeight(setting.size)));
	const lines = Math.max(1, ...row.cells.map((cell) => cell.lines.length));
	return Array.from({ length: Math.ceil(lines / most) }, (_, part) => ({
		...row,
		cells: row.cells.map((cell) => ({ ...cell, lines: cell.lines.slice(part * most, (part + 1) * most) })),
	}));
}

/** The head as it comes again: decoration, for a reader of tags has heard it. */
function repeatedHead(head: Row): Row {
	return {
		cells: head.cells.map(({ tag: _, ...cell }) => {
			if (cell.lines.length <= mostHeadLines) return cell;
			const kept = cell.lines.slice(0, mostHeadLines);
			return { ...cell, lines: [...kept.slice(0, -1), '…'] };
		}),
	};
}

interface TextCell {
	readonly text: string;
	readonly font: PdfFont;
	readonly heat?: TableCell['heat'];
}

function letterColour(look: TableCell['heat']): string {
	if (look === 'loss') return colours.orange;
	return look !== undefined && look >= darkHeat ? colours.paper : colours.ink;
}

/** One group of columns of a table. */
function groupBoxes(
	table: TableBlock,
	columns: readonly number[],
	caption: string,
	source: string,
	locale: Locale,
): { boxes: PageBox[]; tag: PdfTag } {
	const spell = (text: string) => documentSpelling(text, locale);
	const tag = tagOf('Table');
	const captionTag = tagOf('Caption', caption);
	tag.children.push(captionTag);
	const head = headColumn(table);
	const isTotal = (row: TableBlock['rows'][number]) => row.role === 'total';
	const texts = table.rows.map((row) =>
		columns.map((index): TextCell => {
			const cell = row.cells[index];
			const bold = cell?.strong === true || isTotal(row);
			return {
				text: printableText(spell(cell?.text ?? '')),
				font: bold ? 'bold' : 'regular',
				...(cell?.heat === undefined ? {} : { heat: cell.heat }),
			};
		}),
	);
	const labels = columns.map((index) => spell(table.columns[index]?.label ?? ''));
	const aligns = columns.map((index) => table.columns[index]?.align ?? 'left');
	const plan = columnPlan(
		columns.map((_, place) => ({
			align: aligns[place] ?? 'left',
			label: printableText(labels[place] ?? ''),
			texts: texts.flatMap((row, index) =>
				table.rows[index]?.role === 'section' || !row[place] ? [] : [row[place]],
			),
		})),
	);
	const left = plan.widths.map(
		(_, place) => page.margin + plan.widths.slice(0, place).reduce((a, b) => a + b, 0),
	);
	const cellAt = (
		place: number,
		text: string,
		look: Omit<TextCell, 'text'>,
		own: PdfTag,
		indent = 0,
	): Cell => {
		const width = (plan.widths[place] ?? 0) - indent;
		return {
			x: (left[place] ?? page.margin) + indent,
			width,
			align: aligns[place] ?? 'left',
			font: look.font,
			colour: letterColour(look.heat),
			lines: linesOf(text, width - 2 * plan.side, { font: look.font, size: plan.size }),
			tag: own,
			...(look.heat === undefined ? {} : { heat: look.heat }),
		};
	};
	const headTag = tagOf('TR');
	tag.children.push(headTag);
	const headRow: Row = {
		cells: labels.map((label, place) => {
			const own = tagOf('TH', label, { scope: 'Column' });
			headTag.children.push(own);
			return cellAt(place, printableText(label), { font: 'bold' }, own);
		}),
	};
	const rows = table.rows.map((row, index): Row => {
		const rowTag = tagOf('TR');
		tag.children.push(rowTag);
		if (row.role === 'section') {
			const said = spell(row.cells[0]?.text ?? '');
			const own = tagOf('TH', said, { columnSpan: columns.length });
			rowTag.children.push(own);
			const width = textWidth - 2 * plan.side;
			const lines = linesOf(printableText(said), width, { font: 'bold', size: plan.size });
			return {
				role: row.role,
				cells: [
					{
						x: page.margin,
						width: textWidth,
						align: 'left',
						font: 'bold',
						colour: colours.ink,
						lines,
						tag: own,
					},
				],
			};
		}
		const cells = columns.map((column, place) => {
			const said = spell(row.cells[column]?.text ?? '');
			const own = column === head ? tagOf('TH', said, { scope: 'Row' }) : tagOf('TD', said);
			rowTag.children.push(own);
			const indent = row.role === 'detail' && column === head ? 8 : 0;
			const cell = texts[index]?.[place] ?? { text: '', font: 'regular' };
			return cellAt(place, cell.text, cell, own, Math.min(indent, (plan.widths[place] ?? 0) / 3));
		});
		return { cells, ...(row.role ? { role: row.role } : {}) };
	});
	return {
		boxes: [
			...textBoxes(
				caption,
				{ font: 'regular', size: 8.5, colour: colours.grey },
				{
					tag: captionTag,
					above: 12,
					keepNext: true,
				},
			),
			...bodyBoxes(headRow, rows, plan, source !== ''),
		],
		tag,
	};
}

/** Head and rows with the three lines. */
function bodyBoxes(head: Row, rows: readonly Row[], setting: Setting, hasSource: boolean): PageBox[] {
	const again = repeatedHead(head);
	const headMarks = (row: Row, top: number) => [
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
	pieces.forEach((row, index) => {
		const last = index === pieces.length - 1;
		const height = rowHeight(row, setting);
		boxes.push({
			height,
			above: 0,
			keepNext: last ? hasSource : row.role === 'section' || pieces.length <= shortTable,
			repeated,
			draw: (top) => [...rowMarks(row, top, setting), ...(last ? [rule(top + height, 0.9)] : [])],
		});
	});
	return boxes;
}

/** The table's boxes and tags; `number` counts the tables of the report. */
export function tableBoxes(
	table: TableBlock,
	number: number,
	locale: Locale,
): { boxes: PageBox[]; tags: PdfTag[] } {
	const label = m.reports_table_label({ number }, { locale });
	const groups = columnGroups(table);
	const boxes: PageBox[] = [];
	const tags: PdfTag[] = [];
	groups.forEach((columns, part) => {
		const counted = groups.length > 1 ? ` (${part + 1}/${groups.length})` : '';
		const caption = `${label}. ${documentSpelling(table.caption, locale)}${counted}`;
		const source = part === groups.length - 1 ? documentSpelling(table.source ?? '', locale) : '';
		const group = groupBoxes(table, columns, caption, source, locale);
		boxes.push(...group.boxes);
		tags.push(group.tag);
		if (source === '') return;
		const note = tagOf('P', source);
		tags.push(note);
		boxes.push(
			...textBoxes(source, { font: 'regular', size: 8, colour: colours.grey }, { tag: note, above: 4 }),
		);
	});
	return { boxes, tags };
}
