/**
 * The styles and numbering parts of a written document. Source: ECMA-376 part 1, 17.7 and 17.9.
 */

const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

interface ParagraphStyle {
	readonly id: string;
	readonly name: string;
	readonly paragraph?: string;
	readonly run?: string;
	readonly next?: string;
}

const headings: readonly ParagraphStyle[] = [32, 26, 24].map((size, index) => ({
	id: `Heading${index + 1}`,
	name: `heading ${index + 1}`,
	next: 'Normal',
	paragraph: `<w:keepNext/><w:keepLines/><w:spacing w:before="${index === 0 ? 360 : 240}" w:after="80"/><w:outlineLvl w:val="${index}"/>`,
	run: `<w:b/><w:bCs/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
}));

const styles: readonly ParagraphStyle[] = [
	{
		id: 'Title',
		name: 'Title',
		next: 'Normal',
		paragraph: '<w:spacing w:after="200"/><w:contextualSpacing/>',
		run: '<w:b/><w:bCs/><w:sz w:val="40"/><w:szCs w:val="40"/>',
	},
	...headings,
	{ id: 'Lead', name: 'Lead', next: 'Normal', run: '<w:sz w:val="24"/><w:szCs w:val="24"/>' },
	{
		id: 'Caption',
		name: 'caption',
		next: 'Normal',
		paragraph:
			'<w:keepNext/><w:keepLines/><w:spacing w:before="200" w:after="80" w:line="240" w:lineRule="auto"/>',
		run: '<w:b/><w:bCs/><w:sz w:val="20"/><w:szCs w:val="20"/>',
	},
	{
		id: 'TableNote',
		name: 'Table Note',
		next: 'Normal',
		paragraph: '<w:spacing w:before="60" w:after="200" w:line="240" w:lineRule="auto"/>',
		run: '<w:color w:val="404040"/><w:sz w:val="18"/><w:szCs w:val="18"/>',
	},
	{
		id: 'TableText',
		name: 'Table Text',
		paragraph: '<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>',
		run: '<w:sz w:val="20"/><w:szCs w:val="20"/>',
	},
	{
		id: 'ListParagraph',
		name: 'List Paragraph',
		paragraph: '<w:spacing w:after="60"/><w:contextualSpacing/>',
	},
];

/** The styles part; `language` is the tag every text carries. */
export function stylesPart(language: 'id-ID' | 'en-US'): string {
	const list = styles.map(
		({ id, name, paragraph = '', run = '', next }) =>
			`<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>` +
			`${next ? `<w:next w:val="${next}"/>` : ''}<w:qFormat/>` +
			`${paragraph ? `<w:pPr>${paragraph}</w:pPr>` : ''}${run ? `<w:rPr>${run}</w:rPr>` : ''}</w:style>`,
	);
	const rule = (edge: string, size: number) =>
		`<w:${edge} w:val="single" w:sz="${size}" w:space="0" w:color="000000"/>`;
	return (
		`<w:styles ${main}><w:docDefaults><w:rPrDefault><w:rPr>` +
		'<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>' +
		`<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="${language}" w:eastAsia="${language}" w:bidi="ar-SA"/>` +
		'</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr>' +
		'</w:pPrDefault></w:docDefaults>' +
		'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
		'<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>' +
		'<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>' +
		'<w:top w:w="0" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>' +
		'<w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
		list.join('') +
		'<w:style w:type="table" w:styleId="ThreeLines"><w:name w:val="Three Lines"/><w:basedOn w:val="TableNormal"/>' +
		// Widths in eighths of a point: 1.5 pt at top and bottom, 0.75 pt under the header.
		`<w:tblPr><w:tblBorders>${rule('top', 12)}${rule('bottom', 12)}</w:tblBorders></w:tblPr>` +
		`<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>${rule('top', 12)}` +
		`${rule('bottom', 6)}</w:tcBorders></w:tcPr></w:tblStylePr></w:style></w:styles>`
	);
}

/** The numbering part: number 1 is the bullet list; each ordered list gets its own, so that it begins at 1. */
export function numberingPart(orderedLists: number): string {
	const level = (format: string, text: string) =>
		`<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/>` +
		`<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl>`;
	const ordered = Array.from(
		{ length: orderedLists },
		(_, index) =>
			`<w:num w:numId="${index + 2}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">` +
			'<w:startOverride w:val="1"/></w:lvlOverride></w:num>',
	);
	return (
		`<w:numbering ${main}><w:abstractNum w:abstractNumId="0">${level('bullet', '•')}</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="1">${level('decimal', '%1.')}</w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${ordered.join('')}</w:numbering>`
	);
}
