/**
 * One table for the clipboard: HTML with inline styles, because borders set by class vanish in Word, and tab-separated
 * text in the reader's own decimal style.
 */
import { escapeXml } from '#charts/svg.ts';
import type { TableBlock, TableCell } from './block.ts';
import { documentSpelling } from './eyd-spelling.ts';
import type { Locale } from './row-label.ts';

const font = "font-family:'Times New Roman',serif;font-size:10pt";
const line = '1pt solid #000000';

function cellStyle(cell: TableCell, right: boolean, edges: string): string {
	const align = right ? 'right' : 'left';
	const weight = cell.strong ? ';font-weight:bold' : '';
	return `${font};text-align:${align};vertical-align:top;padding:2pt 4pt${weight}${edges}`;
}

/** Line breaks and tabs inside a cell would end it in a spreadsheet. */
const flat = (text: string) => text.replaceAll(/[\t\r\n]+/g, ' ');

/** `html` for Word, `text` for everything else. Three-line table, caption above, source below. */
export function copyForWord(
	table: TableBlock,
	options: { readonly locale: Locale },
): { html: string; text: string } {
	const spell = (text: string) => documentSpelling(text, options.locale);
	const count = table.columns.length;
	const heads = table.columns
		.map(({ label, align }) => {
			const look = `${font};text-align:${align};font-weight:bold;padding:2pt 4pt;border-top:${line};border-bottom:${line}`;
			return `<th scope="col" style="${look}">${escapeXml(spell(label))}</th>`;
		})
		.join('');
	const rows = table.rows.map((row, index) => {
		const edges = index === table.rows.length - 1 ? `;border-bottom:${line}` : '';
		if (row.role === 'section') {
			const text = escapeXml(spell(row.cells[0]?.text ?? ''));
			const look = `${font};text-align:left;font-weight:bold;padding:2pt 4pt${edges}`;
			return `<tr><td colspan="${count}" style="${look}">${text}</td></tr>`;
		}
		const cells = row.cells.map((cell, column) => {
			const strong = cell.strong ?? row.role === 'total';
			const look = cellStyle({ ...cell, strong }, table.columns[column]?.align === 'right', edges);
			return `<td style="${look}">${escapeXml(spell(cell.text))}</td>`;
		});
		return `<tr>${cells.join('')}</tr>`;
	});
	const paragraph = (text: string) => `<p style="${font};margin:4pt 0">${escapeXml(spell(text))}</p>`;
	const html =
		`<meta charset="utf-8">${paragraph(table.caption)}` +
		`<table style="border-collapse:collapse;${font}"><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table>` +
		(table.source ? paragraph(table.source) : '');
	const lines = [
		table.columns.map(({ label }) => flat(spell(label))),
		...table.rows.map((row) => row.cells.map((cell) => flat(spell(cell.text)))),
	];
	return { html, text: `${lines.map((cells) => cells.join('\t')).join('\r\n')}\r\n` };
}
