/**
 * Writes .docx: real headings, captions above three-line tables, lists and pictures with their alternative text.
 * Source: ECMA-376 part 1, 17 (WordprocessingML), 20.4 (pictures in text).
 */
import type { DocumentPart, WordDocument } from './document.ts';
import { numberingPart, stylesPart } from './docx-styles.ts';
import { contentTypes, packParts, propertyParts, propertyTypes, relationships } from './office-package.ts';
import { xmlText } from './xml-text.ts';

const namespaces =
	'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
	'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
	'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
	'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
	'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A4 in twentieths of a point, with margins of 2.54 cm. */
const page = { width: 11_906, height: 16_838, margin: 1440 };
const textWidth = page.width - 2 * page.margin;
/** English metric units: 9,525 to a CSS pixel, 635 to a twentieth of a point. */
const emuPerPixel = 9525;
const emuPerTwip = 635;

type TablePart = Extract<DocumentPart, { kind: 'table' }>;
type PicturePart = Extract<DocumentPart, { kind: 'picture' }>;

/**
 * The document's bytes; the same document gives the same bytes. The title stands at the head of the text unless
 * the first part is a heading of level 1, and always among the document's properties.
 */
export function writeDocx(document: WordDocument): Uint8Array {
	const language = document.language === 'id' ? 'id-ID' : 'en-US';
	const pictures = document.parts.filter((part) => part.kind === 'picture');
	const orderedLists = document.parts.filter((part) => part.kind === 'list' && part.ordered).length;
	return packParts({
		'[Content_Types].xml': contentTypes(
			{
				'word/document.xml': `${type}.document.main+xml`,
				'word/styles.xml': `${type}.styles+xml`,
				'word/numbering.xml': `${type}.numbering+xml`,
				'word/settings.xml': `${type}.settings+xml`,
				...propertyTypes,
			},
			pictures.length > 0,
		),
		...propertyParts(document.title, 'word/document.xml', language),
		'word/document.xml': documentPart(document),
		'word/_rels/document.xml.rels': relationships([
			['styles', 'styles.xml'],
			['numbering', 'numbering.xml'],
			['settings', 'settings.xml'],
			...pictures.map((_, index) => ['image', `media/picture${index + 1}.png`] as const),
		]),
		'word/styles.xml': stylesPart(language),
		'word/numbering.xml': numberingPart(orderedLists),
		'word/settings.xml': settingsPart(language),
		...Object.fromEntries(pictures.map(({ png }, index) => [`word/media/picture${index + 1}.png`, png])),
	});
}

function settingsPart(language: string): string {
	return (
		`<w:settings ${main}><w:compat><w:compatSetting w:name="compatibilityMode" ` +
		'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
		`<w:themeFontLang w:val="${language}"/></w:settings>`
	);
}

function documentPart(document: WordDocument): string {
	const [first] = document.parts;
	const titled = first?.kind === 'heading' && first.level === 1;
	const content = titled || document.title === '' ? [] : [paragraph(document.title, 'Title')];
	let pictures = 0;
	let orderedLists = 0;
	for (const part of document.parts) {
		if (part.kind === 'heading')
			content.push(paragraph(part.text, `Heading${part.level}`, part.newPage ? '<w:pageBreakBefore/>' : ''));
		else if (part.kind === 'paragraph') content.push(paragraph(part.text, styleOf[part.style ?? 'normal']));
		else if (part.kind === 'list') {
			if (part.ordered) orderedLists += 1;
			content.push(list(part.items, part.ordered ? orderedLists + 1 : 1));
		} else if (part.kind === 'table') content.push(table(part));
		else {
			pictures += 1;
			content.push(picture(part, pictures));
		}
	}
	const { width, height, margin } = page;
	return (
		`<w:document ${namespaces}><w:body>${content.join('')}<w:sectPr><w:pgSz w:w="${width}" w:h="${height}"/>` +
		`<w:pgMar w:top="${margin}" w:right="${margin}" w:bottom="${margin}" w:left="${margin}" ` +
		'w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>'
	);
}

const styleOf = { normal: '', lead: 'Lead', note: 'TableNote', caption: 'Caption' } as const;

/** A run; line breaks and tabs in the text stay what they are. */
function run(text: string, properties = ''): string {
	const pieces = xmlText(text)
		.split(/(\n|\t)/)
		.map((piece) => {
			if (piece === '\n') return '<w:br/>';
			if (piece === '\t') return '<w:tab/>';
			return piece === '' ? '' : `<w:t xml:space="preserve">${piece}</w:t>`;
		});
	return `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}${pieces.join('')}</w:r>`;
}

function paragraph(text: string, style: string, properties = '', runProperties = ''): string {
	const styled = (style ? `<w:pStyle w:val="${style}"/>` : '') + properties;
	return `<w:p>${styled ? `<w:pPr>${styled}</w:pPr>` : ''}${text === '' ? '' : run(text, runProperties)}</w:p>`;
}

function list(items: readonly string[], number: number): string {
	const numbered = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${number}"/></w:numPr>`;
	return items.map((item) => paragraph(item, 'ListParagraph', numbered)).join('');
}

const bold = '<w:b/><w:bCs/>';
const rule = (edge: string, size: number) =>
	`<w:${edge} w:val="single" w:sz="${size}" w:space="0" w:color="000000"/>`;

function table(part: TablePart): string {
	const widths = columnWidths(part);
	const header = part.columns.map((column, index) =>
		cell(column.label, {
			width: widths[index] ?? 0,
			right: column.align === 'right',
			run: bold,
			borders: rule('top', 12) + rule('bottom', 6),
			keepNext: true,
		}),
	);
	const rows = part.rows.map((row, rowIndex) => {
		const cells = part.columns.map((column, index) =>
			cell(row.cells[index] ?? '', {
				width: widths[index] ?? 0,
				right: column.align === 'right',
				run: row.role === 'section' || row.role === 'total' ? bold : '',
				borders: row.role === 'total' ? rule('top', 6) : '',
				indent: row.role === 'detail' && index === 0,
				// A section's heading does not stay alone at a page's foot, nor does the source under the last row.
				keepNext: row.role === 'section' || (rowIndex === part.rows.length - 1 && part.source !== undefined),
			}),
		);
		return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`;
	});
	const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
	return (
		(part.caption === '' ? '' : paragraph(part.caption, 'Caption')) +
		'<w:tbl><w:tblPr><w:tblStyle w:val="ThreeLines"/><w:tblW w:w="5000" w:type="pct"/>' +
		`<w:tblBorders>${rule('top', 12)}${rule('bottom', 12)}</w:tblBorders><w:tblLayout w:type="fixed"/>` +
		`<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>` +
		`${part.caption === '' ? '' : `<w:tblCaption w:val="${xmlText(part.caption)}"/>`}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>` +
		`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${header.join('')}</w:tr>${rows.join('')}</w:tbl>` +
		// Two tables need a paragraph between them, or Word makes them one.
		paragraph(part.source ?? '', 'TableNote')
	);
}

/** Shares of the text width by the longest word and the usual length of what stands in each column. */
function columnWidths(part: TablePart): number[] {
	if (part.columns.length === 0) return [];
	const wishes = part.columns.map((column, index) => {
		// A section's heading may run over its neighbours' room; it does not decide a width.
		const texts = [
			column.label,
			...part.rows.filter((row) => row.role !== 'section').map((row) => row.cells[index] ?? ''),
		];
		const longest = Math.max(...texts.slice(1).map((text) => text.length), 0);
		const word = Math.max(...texts.flatMap((text) => text.split(/\s+/).map((piece) => piece.length)));
		return Math.min(Math.max(word + 1, column.align === 'right' ? longest + 3 : longest * 0.8, 5), 48);
	});
	const total = wishes.reduce((sum, wish) => sum + wish, 0);
	const widths = wishes.map((wish) => Math.floor((textWidth * wish) / total));
	const rest = textWidth - widths.reduce((sum, width) => sum + width, 0);
	return widths.map((width, index) => (index === 0 ? width + rest : width));
}

interface CellLook {
	readonly width: number;
	readonly right: boolean;
	readonly run: string;
	readonly borders: string;
	readonly indent?: boolean;
	readonly keepNext?: boolean;
}

function cell(text: string, look: CellLook): string {
	const borders = look.borders === '' ? '' : `<w:tcBorders>${look.borders}</w:tcBorders>`;
	const properties =
		(look.keepNext ? '<w:keepNext/>' : '') +
		(look.indent ? '<w:ind w:left="200"/>' : '') +
		(look.right ? '<w:jc w:val="right"/>' : '');
	return (
		`<w:tc><w:tcPr><w:tcW w:w="${look.width}" w:type="dxa"/>${borders}</w:tcPr>` +
		`${paragraph(text, 'TableText', properties, look.run)}</w:tc>`
	);
}

/** A picture in its own paragraph, never wider than the text. */
function picture(part: PicturePart, number: number): string {
	const widest = textWidth * emuPerTwip;
	const scale = Math.min(1, widest / Math.max(part.widthPx * emuPerPixel, 1));
	const cx = Math.max(1, Math.round(part.widthPx * emuPerPixel * scale));
	const cy = Math.max(1, Math.round(part.heightPx * emuPerPixel * scale));
	const size = `cx="${cx}" cy="${cy}"`;
	const alt = xmlText(part.alt).replaceAll('\n', '&#10;');
	return (
		`<w:p><w:pPr><w:keepLines/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/>` +
		`<wp:docPr id="${number}" name="picture${number}" descr="${alt}"/><wp:cNvGraphicFramePr>` +
		'<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>' +
		'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>' +
		`<pic:cNvPr id="${number}" name="picture${number}.png" descr="${alt}"/><pic:cNvPicPr/></pic:nvPicPr>` +
		`<pic:blipFill><a:blip r:embed="rId${number + 3}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
		`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>` +
		'</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
	);
}
