/**
 * A report as PDF made in the browser, where no typesetter fits: the standard fonts of every PDF reader, tags for screen
 * readers, tables with three lines, charts as pictures. The server's PDF is `render-pdf.ts`.
 */
import { standaloneSvg } from '#charts/standalone.ts';
import { pdfTextWidth } from '#files/pdf-fonts.ts';
import { writePdf, type PdfMark, type PdfTag } from '#files/pdf-writer.ts';
import { m } from '#words/messages.js';
import type { Block, ChartBlock, Report } from './block.ts';
import { documentSpelling } from './eyd-spelling.ts';
import { page, pagesOf, textHeight, textWidth, type PageBox } from './plain-pdf-page.ts';
import { tableBoxes } from './plain-pdf-table.ts';
import { colours, labelRoom, tagOf, textBoxes, type Lettering, type TextPlace } from './plain-pdf-text.ts';
import type { Locale } from './row-label.ts';

/** Draws an SVG as JPEG; the size is that of the picture in pixels. */
export type SvgToJpeg = (svg: string) => Promise<{ bytes: Uint8Array; width: number; height: number }>;

const looks = {
	title: { font: 'bold', size: 17, colour: colours.ink },
	heading: { font: 'bold', size: 12.5, colour: colours.ink },
	subheading: { font: 'bold', size: 10.5, colour: colours.ink },
	chartTitle: { font: 'bold', size: 11, colour: colours.ink },
	sentence: { font: 'regular', size: 12, colour: colours.ink },
	body: { font: 'regular', size: 9.5, colour: colours.ink },
	note: { font: 'regular', size: 9, colour: colours.ink },
	small: { font: 'regular', size: 8.5, colour: colours.grey },
	foot: { font: 'regular', size: 8, colour: colours.grey },
} as const satisfies Record<string, Lettering>;

/** Room between a bar at the margin and the text beside it. */
const besideBar = 10;
/** A chart leaves room on its page for its title and source. */
const highestPicture = textHeight * 0.75;

/** What a report becomes: boxes from top to bottom, tags in reading order. */
interface Composition {
	readonly boxes: PageBox[];
	readonly tags: PdfTag[];
	tables: number;
}

function addText(
	into: Composition,
	role: PdfTag['role'],
	text: string,
	look: Lettering,
	place: Omit<TextPlace, 'tag'>,
): void {
	if (text.trim() === '') return;
	const tag = tagOf(role, text);
	into.tags.push(tag);
	into.boxes.push(...textBoxes(text, look, { ...place, tag }));
}

function addList(into: Composition, items: readonly string[], ordered: boolean): void {
	const list = tagOf('L');
	into.tags.push(list);
	items.forEach((item, index) => {
		const [label, body] = [tagOf('Lbl'), tagOf('LBody', item)];
		list.children.push(tagOf('LI', '', { children: [label, body] }));
		const said = ordered ? `${index + 1}.` : '•';
		into.boxes.push(
			...textBoxes(item, looks.body, {
				tag: body,
				above: index === 0 ? 6 : 3,
				indent: Math.max(labelRoom, ordered ? 8 + pdfTextWidth(`${items.length}.`, 'regular', 9.5) : 0),
				label: { text: said, tag: label },
			}),
		);
	});
}

/** The picture of a chart, as wide as the text unless it would be too high. */
async function pictureBox(
	chart: ChartBlock,
	svgToJpeg: SvgToJpeg,
	locale: Locale,
	into: Composition,
): Promise<void> {
	// Title, unit and source are text in the document, so that they can be searched and read aloud.
	const drawn = await svgToJpeg(standaloneSvg(chart.wide, { title: '', subtitle: '', foot: '' }));
	const proportion = Math.max(drawn.height, 1) / Math.max(drawn.width, 1);
	const height = Math.min(textWidth * proportion, highestPicture);
	const tag = tagOf('Figure', '', { alternative: documentSpelling(chart.alt, locale) });
	into.tags.push(tag);
	into.boxes.push({
		height,
		above: 6,
		keepNext: chart.foot !== '',
		draw: (top) => [
			{ kind: 'picture', x: page.margin, y: top, width: height / proportion, height, jpeg: drawn.bytes, tag },
		],
	});
}

async function addBlock(
	into: Composition,
	block: Block,
	next: Block | undefined,
	svgToJpeg: SvgToJpeg,
	locale: Locale,
): Promise<void> {
	const spell = (text: string) => documentSpelling(text, locale);
	const addTable = (table: ChartBlock['table']) => {
		const { boxes, tags } = tableBoxes(table, (into.tables += 1), locale);
		into.boxes.push(...boxes);
		into.tags.push(...tags);
	};
	switch (block.kind) {
		case 'heading': {
			const sub = block.level === 3;
			const look = sub ? looks.subheading : looks.heading;
			const from = into.boxes.length;
			addText(into, sub ? 'H3' : 'H2', spell(block.text), look, { above: sub ? 14 : 20, keepNext: true });
			const first = into.boxes[from];
			if (block.newPage && first) into.boxes[from] = { ...first, newPage: true };
			return;
		}
		case 'sentence': {
			const condition = spell(block.condition ?? '');
			const place = { bar: colours.blue, indent: besideBar };
			addText(into, 'P', spell(block.text), looks.sentence, {
				...place,
				above: 10,
				keepNext: condition !== '',
			});
			addText(into, 'P', condition, looks.small, { ...place, above: 3, joined: true });
			return;
		}
		case 'paragraph':
			// A paragraph before a table introduces it.
			addText(into, 'P', spell(block.text), looks.body, { above: 7, keepNext: next?.kind === 'table' });
			return;
		case 'note':
			addText(into, 'P', spell(block.text), looks.note, { above: 7, bar: colours.orange, indent: besideBar });
			return;
		case 'list':
			addList(into, block.items.map(spell), block.ordered);
			return;
		case 'table':
			addTable(block);
			return;
		case 'chart':
			addText(into, 'P', spell(block.title), looks.chartTitle, { above: 16, keepNext: true });
			addText(into, 'P', spell(block.subtitle), looks.small, { above: 2, keepNext: true });
			await pictureBox(block, svgToJpeg, locale, into);
			addText(into, 'P', spell(block.foot), looks.foot, { above: 5 });
			addTable(block.table);
	}
}

/** `Halaman 2 dari 5` at the foot of the right margin. */
function pageNumber(number: number, count: number, locale: Locale): PdfMark {
	const text = m.reports_page({ page: number, count }, { locale });
	const x = page.width - page.margin - pdfTextWidth(text, looks.foot.font, looks.foot.size);
	return { kind: 'text', x, y: page.height - page.margin / 2, text, ...looks.foot };
}

/**
 * The report's PDF; `svgToJpeg` is the browser's own way to draw. Same report and pictures, same bytes. Rejects when a
 * chart cannot be drawn.
 */
export async function renderPlainPdf(report: Report, svgToJpeg: SvgToJpeg): Promise<Uint8Array> {
	const { locale } = report;
	const into: Composition = { boxes: [], tags: [], tables: 0 };
	addText(into, 'H1', documentSpelling(report.title, locale), looks.title, { above: 0, keepNext: true });
	for (const [index, block] of report.blocks.entries()) {
		await addBlock(into, block, report.blocks[index + 1], svgToJpeg, locale);
	}
	if (report.sources.length > 0) {
		const heading = m.reports_heading_sources({}, { locale });
		addText(into, 'H2', heading, looks.heading, { above: 20, keepNext: true });
		const items = report.sources.map(({ id, version, source }) =>
			m.reports_methods_version({ id, version, source }, { locale }),
		);
		addList(into, items, false);
	}
	const pages = pagesOf(into.boxes);
	return writePdf({
		title: report.title,
		language: locale,
		width: page.width,
		height: page.height,
		pages: pages.map((marks, index) => [...marks, pageNumber(index + 1, pages.length, locale)]),
		tags: into.tags,
	});
}
