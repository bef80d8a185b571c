/** A table as boxes of a page: three lines, the head again on each page, wide tables in groups of columns. */
import type { PdfFont } from '#files/pdf-fonts.ts';
import type { PdfTag } from '#files/pdf-writer.ts';
import { printableText } from '#files/printable-text.ts';
import { m } from '#words/messages.js';
import type { TableBlock, TableCell } from './block.ts';
import { columnGroups } from './column-groups.ts';
import { documentSpelling } from './eyd-spelling.ts';
import { columnPlan } from './plain-pdf-columns.ts';
import { page, textWidth, type PageBox } from './plain-pdf-page.ts';
import { rowBoxes, type PrintedCell, type PrintedRow } from './plain-pdf-rows.ts';
import { colours, linesOf, tagOf, textBoxes } from './plain-pdf-text.ts';
import type { Locale } from './row-label.ts';
import { headColumn } from './table-head.ts';

/** From here on letters are white. */
const darkHeat = 5;

function letterColour(look: TableCell['heat']): string {
	if (look === 'loss') return colours.orange;
	return look !== undefined && look >= darkHeat ? colours.paper : colours.ink;
}

/** A cell as it will be said and set. */
interface CellText {
	readonly said: string;
	/** The same in the font's letters. */
	readonly text: string;
	readonly font: PdfFont;
	readonly heat?: TableCell['heat'];
}

function cellText(said: string, bold: boolean, look?: TableCell['heat']): CellText {
	return {
		said,
		text: printableText(said),
		font: bold ? 'bold' : 'regular',
		...(look === undefined ? {} : { heat: look }),
	};
}

type Spell = (text: string) => string;

/** Head and rows of the columns, in letters. */
function textsOf(table: TableBlock, columns: readonly number[], spell: Spell) {
	const labels = columns.map((index) => cellText(spell(table.columns[index]?.label ?? ''), true));
	const rows = table.rows.map((row) =>
		row.role === 'section'
			? [cellText(spell(row.cells[0]?.text ?? ''), true)]
			: columns.map((index) => {
					const cell = row.cells[index];
					const bold = cell?.strong === true || row.role === 'total';
					return cellText(spell(cell?.text ?? ''), bold, cell?.heat);
				}),
	);
	return { labels, rows };
}

/** How far the name of a detail stands in. */
const detailIndent = 8;

/** One group of columns of a table, without its caption: rows with their tags, and the sizes they are set in. */
function printedRows(table: TableBlock, columns: readonly number[], spell: Spell) {
	const { labels, rows } = textsOf(table, columns, spell);
	const aligns = columns.map((index) => table.columns[index]?.align ?? 'left');
	const plan = columnPlan(
		labels.map((label, place) => ({
			align: aligns[place] ?? 'left',
			label: label.text,
			// A section's heading runs over all columns; it decides no width.
			texts: rows.flatMap((row, index) =>
				table.rows[index]?.role === 'section' ? [] : row.slice(place, place + 1),
			),
		})),
	);
	const lefts = plan.widths.map((_, place) =>
		plan.widths.slice(0, place).reduce((sum, width) => sum + width, page.margin),
	);
	const set = (
		cell: CellText,
		x: number,
		width: number,
		align: 'left' | 'right',
		tag: PdfTag,
	): PrintedCell => ({
		x,
		width,
		align,
		font: cell.font,
		colour: letterColour(cell.heat),
		lines: linesOf(cell.text, width - 2 * plan.side, { font: cell.font, size: plan.size }),
		tag,
		...(cell.heat === undefined ? {} : { heat: cell.heat }),
	});
	const inColumn = (cell: CellText, place: number, tag: PdfTag, indent = 0) => {
		const width = plan.widths[place] ?? 0;
		const inset = Math.min(indent, width / 3);
		return set(cell, (lefts[place] ?? page.margin) + inset, width - inset, aligns[place] ?? 'left', tag);
	};
	const nameColumn = headColumn(table);
	const rowOf = (cells: readonly PrintedCell[], role: PrintedRow['role']) => ({
		row: { cells, ...(role ? { role } : {}) },
		tag: tagOf('TR', '', { children: cells.flatMap(({ tag }) => (tag ? [tag] : [])) }),
	});
	const head = rowOf(
		labels.map((label, place) => inColumn(label, place, tagOf('TH', label.said, { scope: 'Column' }))),
		undefined,
	);
	const body = rows.map((cells, index) => {
		const role = table.rows[index]?.role;
		const own = cells.map((cell, place) => {
			if (role === 'section') {
				const tag = tagOf('TH', cell.said, { columnSpan: Math.max(1, columns.length) });
				return set(cell, page.margin, textWidth, 'left', tag);
			}
			const names = columns[place] === nameColumn;
			const tag = names ? tagOf('TH', cell.said, { scope: 'Row' }) : tagOf('TD', cell.said);
			return inColumn(cell, place, tag, names && role === 'detail' ? detailIndent : 0);
		});
		return rowOf(own, role);
	});
	return { head, body, plan };
}

const captionLook = { font: 'regular', size: 8.5, colour: colours.grey } as const;
const sourceLook = { font: 'regular', size: 8, colour: colours.grey } as const;

/** The table's boxes and tags; `number` counts the tables of the report. */
export function tableBoxes(
	table: TableBlock,
	number: number,
	locale: Locale,
): { boxes: PageBox[]; tags: PdfTag[] } {
	const label = m.reports_table_label({ number }, { locale });
	const spell = (text: string) => documentSpelling(text, locale);
	const groups = columnGroups(table);
	const boxes: PageBox[] = [];
	const tags: PdfTag[] = [];
	groups.forEach((columns, part) => {
		const counted = groups.length > 1 ? ` (${part + 1}/${groups.length})` : '';
		const caption = `${label}. ${spell(table.caption)}${counted}`;
		const source = part === groups.length - 1 ? spell(table.source ?? '') : '';
		const { head, body, plan } = printedRows(table, columns, spell);
		const said = tagOf('Caption', caption);
		tags.push(tagOf('Table', '', { children: [said, head.tag, ...body.map(({ tag }) => tag)] }));
		boxes.push(...textBoxes(caption, captionLook, { tag: said, above: 12, keepNext: true }));
		const rows = body.map(({ row }) => row);
		boxes.push(...rowBoxes(head.row, rows, plan, source !== ''));
		if (source === '') return;
		const note = tagOf('P', source);
		tags.push(note);
		boxes.push(...textBoxes(source, sourceLook, { tag: note, above: 4 }));
	});
	return { boxes, tags };
}
