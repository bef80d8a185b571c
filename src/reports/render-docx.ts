/** A report as a Word document: captions above three-line tables, charts as pictures with alt text, EYD spelling. */
import { standaloneSvg, svgSize } from '#charts/standalone.ts';
import type { DocumentPart } from '#files/document.ts';
import { writeDocx } from '#files/docx-writer.ts';
import { m } from '#words/messages.js';
import type { Block, ChartBlock, Report, TableBlock } from './block.ts';
import { columnGroups } from './column-groups.ts';
import { documentSpelling } from './eyd-spelling.ts';
import type { Locale } from './row-label.ts';
import { headColumn } from './table-head.ts';

/** Draws an SVG as PNG; Node and the browser each have their own way. */
type SvgToPng = (svg: string) => Promise<Uint8Array>;

function tableParts(table: TableBlock, number: number, locale: Locale): DocumentPart[] {
	const spell = (text: string) => documentSpelling(text, locale);
	const label = m.reports_table_label({ number }, { locale });
	const head = headColumn(table);
	const groups = columnGroups(table);
	return groups.map((columns, part) => {
		const counted = groups.length > 1 ? ` (${part + 1}/${groups.length})` : '';
		return {
			kind: 'table',
			caption: `${label}. ${spell(table.caption)}${counted}`,
			columns: columns.map((index) => ({
				label: spell(table.columns[index]?.label ?? ''),
				align: table.columns[index]?.align ?? 'left',
			})),
			rows: table.rows.map((row) => ({
				// A section's name stands under the names of the rows, which is the widest column.
				cells: columns.map((index) => {
					const from = row.role !== 'section' ? index : index === head ? 0 : -1;
					return spell(row.cells[from]?.text ?? '');
				}),
				...(row.role ? { role: row.role } : {}),
			})),
			...(table.source && part === groups.length - 1 ? { source: spell(table.source) } : {}),
		};
	});
}

async function chartParts(chart: ChartBlock, svgToPng: SvgToPng, locale: Locale): Promise<DocumentPart[]> {
	const spell = (text: string) => documentSpelling(text, locale);
	// Title, unit and source are text in the document, so that they can be searched and edited.
	const svg = standaloneSvg(chart.wide, { title: '', subtitle: '', foot: '' });
	const { width, height } = svgSize(svg);
	return [
		{ kind: 'paragraph', style: 'lead', text: spell(chart.title) },
		{ kind: 'paragraph', style: 'note', text: spell(chart.subtitle) },
		{ kind: 'picture', png: await svgToPng(svg), widthPx: width, heightPx: height, alt: spell(chart.alt) },
		...(chart.foot === '' ? [] : [{ kind: 'paragraph', style: 'note', text: spell(chart.foot) } as const]),
	];
}

/** The report's .docx; `svgToPng` is given so that the browser can pass its own. Same report, same bytes. */
export async function renderDocx(report: Report, svgToPng: SvgToPng): Promise<Uint8Array> {
	const { locale } = report;
	const spell = (text: string) => documentSpelling(text, locale);
	const parts: DocumentPart[] = [{ kind: 'heading', level: 1, text: report.title }];
	let tables = 0;
	const add = async (block: Block): Promise<void> => {
		switch (block.kind) {
			case 'heading':
				parts.push({
					kind: 'heading',
					level: block.level === 1 ? 2 : block.level,
					text: spell(block.text),
					...(block.newPage ? { newPage: true } : {}),
				});
				return;
			case 'sentence':
				parts.push({ kind: 'paragraph', style: 'lead', text: spell(block.text) });
				if (block.condition) parts.push({ kind: 'paragraph', style: 'note', text: spell(block.condition) });
				return;
			case 'paragraph':
				parts.push({ kind: 'paragraph', text: spell(block.text) });
				return;
			case 'note':
				parts.push({ kind: 'paragraph', style: 'note', text: spell(block.text) });
				return;
			case 'list':
				parts.push({ kind: 'list', ordered: block.ordered, items: block.items.map(spell) });
				return;
			case 'table':
				parts.push(...tableParts(block, (tables += 1), locale));
				return;
			case 'chart':
				parts.push(
					...(await chartParts(block, svgToPng, locale)),
					...tableParts(block.table, (tables += 1), locale),
				);
		}
	};
	for (const block of report.blocks) await add(block);
	if (report.sources.length > 0) {
		const items = report.sources.map(({ id, version, source }) =>
			m.reports_methods_version({ id, version, source }, { locale }),
		);
		parts.push(
			{ kind: 'heading', level: 2, text: m.reports_heading_sources({}, { locale }) },
			{ kind: 'list', ordered: false, items },
		);
	}
	return writeDocx({ title: report.title, language: locale, parts });
}
