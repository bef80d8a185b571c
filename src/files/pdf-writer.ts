/**
 * Writes PDF: pages of text, lines, areas and pictures in the two standard fonts, with the tags that let a screen reader
 * read headings, lists and tables. The document says what stands where; nothing is laid out here.
 * Source: ISO 32000-1, 7.7 (pages), 8 (graphics), 9.4 (text), 14.7 and 14.8 (tagged structure).
 */
import { strToU8 } from 'fflate';
import { readJpeg } from './jpeg.ts';
import { fontNames, winAnsiBytes, type PdfFont } from './pdf-fonts.ts';
import {
	codeString,
	pdfNumber,
	pdfObjects,
	textString,
	type PdfObjects,
	type PdfReference,
} from './pdf-objects.ts';
import { printableText } from './printable-text.ts';

/** An element of the document's structure, in reading order. Marks name the element they belong to. */
export interface PdfTag {
	readonly role: PdfRole;
	/** What a picture shows. */
	readonly alternative?: string;
	/** The text as it was before it was put in the font's letters. */
	readonly original?: string;
	readonly scope?: 'Column' | 'Row';
	readonly columnSpan?: number;
	readonly children: PdfTag[];
}

export type PdfRole =
	| 'H1'
	| 'H2'
	| 'H3'
	| 'P'
	| 'L'
	| 'LI'
	| 'Lbl'
	| 'LBody'
	| 'Table'
	| 'Caption'
	| 'TR'
	| 'TH'
	| 'TD'
	| 'Figure';

/** Something on a page, in points from its upper left corner. A mark without a tag is decoration. Colours are `#rrggbb`. */
export type PdfMark = { readonly tag?: PdfTag } & (
	| {
			readonly kind: 'text';
			/** `y` is the line the letters stand on. */
			readonly x: number;
			readonly y: number;
			readonly text: string;
			readonly font: PdfFont;
			readonly size: number;
			readonly colour: string;
	  }
	| {
			readonly kind: 'line';
			readonly x: number;
			readonly y: number;
			readonly toX: number;
			readonly toY: number;
			readonly thickness: number;
			readonly colour: string;
	  }
	| {
			readonly kind: 'area' | 'outline';
			readonly x: number;
			readonly y: number;
			readonly width: number;
			readonly height: number;
			readonly colour: string;
	  }
	| {
			readonly kind: 'picture';
			readonly x: number;
			readonly y: number;
			readonly width: number;
			readonly height: number;
			readonly jpeg: Uint8Array;
	  }
);

export interface PdfDocument {
	readonly title: string;
	readonly language: 'id' | 'en';
	/** In points. */
	readonly width: number;
	readonly height: number;
	readonly pages: readonly (readonly PdfMark[])[];
	readonly tags: readonly PdfTag[];
}

/** Where the content of a tag stands: its page and the number there. */
type Placed = Map<PdfTag, { readonly page: PdfReference; readonly number: number }[]>;

/**
 * The document's bytes; the same document gives the same bytes, for no clock is asked.
 * Throws when a picture is no JPEG.
 */
export function writePdf(document: PdfDocument): Uint8Array {
	const objects = pdfObjects();
	const fonts = (Object.keys(fontNames) as PdfFont[]).map((font) => {
		const body = `<< /Type /Font /Subtype /Type1 /BaseFont /${fontNames[font]} /Encoding /WinAnsiEncoding >>`;
		return `/${font} ${objects.add(body)}`;
	});
	const tree = objects.reserve();
	const placed: Placed = new Map();
	const parents: PdfTag[][] = [];
	const pages = document.pages.map((marks, index) => {
		const page = objects.reserve();
		const content = pageContent(marks, document.height, objects);
		content.tags.forEach((tag, number) => {
			placed.set(tag, [...(placed.get(tag) ?? []), { page, number }]);
		});
		parents.push(content.tags);
		const stream = objects.addStream('', { plain: strToU8(content.text) });
		return objects.add(
			`<< /Type /Page /Parent ${tree} /MediaBox [0 0 ${pdfNumber(document.width)} ${pdfNumber(document.height)}] ` +
				`/Resources << /Font << ${fonts.join(' ')} >> /XObject << ${content.pictures.join(' ')} >> >> ` +
				`/Contents ${stream} /StructParents ${index} /Tabs /S >>`,
			page,
		);
	});
	objects.add(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.join(' ')}] >>`, tree);
	const structure = addStructure(document.tags, placed, parents, objects);
	const catalog = objects.add(
		`<< /Type /Catalog /Pages ${tree} /Lang ${textString(document.language)} /MarkInfo << /Marked true >> ` +
			`/StructTreeRoot ${structure} /ViewerPreferences << /DisplayDocTitle true >> >>`,
	);
	const info = objects.add(`<< /Title ${textString(document.title)} /Creator ${textString('Sentra')} >>`);
	return objects.write(catalog, info);
}

interface PageContent {
	readonly text: string;
	/** The tags of the numbered pieces of content, in the order of the numbers. */
	readonly tags: PdfTag[];
	readonly pictures: readonly string[];
}

function pageContent(marks: readonly PdfMark[], pageHeight: number, objects: PdfObjects): PageContent {
	const lines: string[] = [];
	const tags: PdfTag[] = [];
	const pictures: string[] = [];
	let open: PdfTag | 'decoration' | undefined;
	for (const mark of marks) {
		const tag = mark.tag ?? 'decoration';
		if (tag !== open) {
			if (open !== undefined) lines.push('EMC');
			if (tag === 'decoration') lines.push('/Artifact BMC');
			else lines.push(`/${tag.role} << /MCID ${tags.push(tag) - 1} >> BDC`);
			open = tag;
		}
		if (mark.kind === 'picture') {
			const name = `/picture${pictures.length + 1}`;
			pictures.push(`${name} ${addPicture(mark.jpeg, objects)}`);
			const place = [mark.width, 0, 0, mark.height, mark.x, pageHeight - mark.y - mark.height];
			lines.push(`q ${place.map(pdfNumber).join(' ')} cm ${name} Do Q`);
		} else lines.push(drawing(mark, pageHeight));
	}
	if (open !== undefined) lines.push('EMC');
	return { text: `${lines.join('\n')}\n`, tags, pictures };
}

function drawing(mark: Exclude<PdfMark, { kind: 'picture' }>, pageHeight: number): string {
	const at = (...values: number[]) => values.map(pdfNumber).join(' ');
	const colour = [1, 3, 5].map((from) =>
		pdfNumber(Number.parseInt(mark.colour.slice(from, from + 2), 16) / 255),
	);
	const paint = colour.join(' ');
	switch (mark.kind) {
		case 'text': {
			const codes = codeString(winAnsiBytes(printableText(mark.text)));
			const place = at(mark.x, pageHeight - mark.y);
			return `BT ${paint} rg /${mark.font} ${pdfNumber(mark.size)} Tf ${place} Td ${codes} Tj ET`;
		}
		case 'line': {
			const from = at(mark.x, pageHeight - mark.y);
			return `${paint} RG ${pdfNumber(mark.thickness)} w ${from} m ${at(mark.toX, pageHeight - mark.toY)} l S`;
		}
		case 'area':
		case 'outline': {
			const box = at(mark.x, pageHeight - mark.y - mark.height, mark.width, mark.height);
			return mark.kind === 'area' ? `${paint} rg ${box} re f` : `${paint} RG 0.6 w ${box} re S`;
		}
	}
}

const colourSpaces = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' } as const;

function addPicture(jpeg: Uint8Array, objects: PdfObjects): PdfReference {
	const { width, height, components } = readJpeg(jpeg);
	return objects.addStream(
		`/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8 ` +
			`/ColorSpace ${colourSpaces[components]} /Filter /DCTDecode`,
		{ packed: jpeg },
	);
}

/** The tree of tags, and the way back to it from every numbered piece of a page. */
function addStructure(
	tags: readonly PdfTag[],
	placed: Placed,
	parents: readonly PdfTag[][],
	objects: PdfObjects,
): PdfReference {
	const root = objects.reserve();
	const references = new Map<PdfTag, PdfReference>();
	const addTag = (tag: PdfTag, parent: PdfReference): PdfReference => {
		const own = objects.reserve();
		references.set(tag, own);
		const content = (placed.get(tag) ?? []).map(
			({ page, number }) => `<< /Type /MCR /Pg ${page} /MCID ${number} >>`,
		);
		const kids = [...content, ...tag.children.map((child) => addTag(child, own))];
		return objects.add(
			`<< /S /${tag.role} /P ${parent}${tagEntries(tag)}${kids.length > 0 ? ` /K [${kids.join(' ')}]` : ''} >>`,
			own,
		);
	};
	const document = objects.reserve();
	const kids = tags.map((tag) => addTag(tag, document));
	objects.add(`<< /S /Document /P ${root} /K [${kids.join(' ')}] >>`, document);
	const numbers = parents.map((list, index) => {
		// A tag that is in no tree would break the way back: it counts as the document's own.
		const back = list.map((tag) => references.get(tag) ?? document);
		return `${index} [${back.join(' ')}]`;
	});
	const parentTree = objects.add(`<< /Nums [${numbers.join(' ')}] >>`);
	return objects.add(
		`<< /Type /StructTreeRoot /K ${document} /ParentTree ${parentTree} /ParentTreeNextKey ${parents.length} >>`,
		root,
	);
}

function tagEntries(tag: PdfTag): string {
	const table =
		(tag.scope === undefined ? '' : ` /Scope /${tag.scope}`) +
		(tag.columnSpan === undefined ? '' : ` /ColSpan ${tag.columnSpan}`);
	return (
		(tag.alternative === undefined ? '' : ` /Alt ${textString(tag.alternative)}`) +
		(tag.original === undefined ? '' : ` /ActualText ${textString(tag.original)}`) +
		(table === '' ? '' : ` /A << /O /Table${table} >>`)
	);
}
