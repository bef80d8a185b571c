/** Text as boxes of a page: broken into lines by the widths of the letters, tagged, with a bar beside it where one belongs. */
import { pdfTextWidth, type PdfFont } from '#files/pdf-fonts.ts';
import type { PdfMark, PdfTag } from '#files/pdf-writer.ts';
import { printableText } from '#files/printable-text.ts';
import { page, textWidth, type PageBox } from './plain-pdf-page.ts';

/** The colours of the other documents. */
export const colours = {
	ink: '#1b2430',
	grey: '#5b6673',
	orange: '#b34700',
	blue: '#0b5cad',
	section: '#ece7db',
	paper: '#ffffff',
} as const;

export interface Lettering {
	readonly font: PdfFont;
	readonly size: number;
	readonly colour: string;
}

/** From one line to the next. */
export const lineHeight = (size: number) => size * 1.32;

/** From the upper edge of a line to the foot of its letters: capitals stand in the middle of the line. */
export const baseline = (size: number) => (lineHeight(size) + size * 0.72) / 2;

/** Cuts a word that is wider than its line, a letter at least to a piece. */
function cut(word: string, fits: (text: string) => boolean): string[] {
	const pieces: string[] = [];
	let piece = '';
	for (const letter of word) {
		if (piece !== '' && !fits(piece + letter)) {
			pieces.push(piece);
			piece = letter;
		} else piece += letter;
	}
	return [...pieces, piece];
}

/** The lines of a text of printable letters in a width; an empty text has none. */
export function linesOf(text: string, width: number, look: Pick<Lettering, 'font' | 'size'>): string[] {
	const fits = (line: string) => pdfTextWidth(line, look.font, look.size) <= width + 0.001;
	return text.split('\n').flatMap((paragraph) => {
		const words = paragraph.split(/ +/).filter((word) => word !== '');
		const lines: string[] = [];
		let line = '';
		for (const word of words) {
			const longer = line === '' ? word : `${line} ${word}`;
			if (fits(longer)) {
				line = longer;
				continue;
			}
			if (line !== '') lines.push(line);
			const pieces = fits(word) ? [word] : cut(word, fits);
			lines.push(...pieces.slice(0, -1));
			line = pieces.at(-1) ?? '';
		}
		return line === '' ? lines : [...lines, line];
	});
}

/** A tag of the structure; keeps the text as it was when the font's letters changed more than its spaces. */
export function tagOf(
	role: PdfTag['role'],
	text = '',
	rest: Omit<Partial<PdfTag>, 'role' | 'original'> = {},
): PdfTag {
	const changed = printableText(text) !== text.normalize('NFC').replaceAll(/[\u2007\u202f]/g, '\u00a0');
	return { role, children: [], ...(changed ? { original: text } : {}), ...rest };
}

export interface TextPlace {
	readonly tag: PdfTag;
	readonly above: number;
	/** Room left of the text, from the margin. */
	readonly indent?: number;
	/** A coloured bar at the margin, as high as the text. */
	readonly bar?: string;
	/** The bar goes on from the text above. */
	readonly joined?: boolean;
	/** The end of the text stays on the page of what follows. */
	readonly keepNext?: boolean;
	/** Before the first line, at the margin: a bullet or a number. */
	readonly label?: { readonly text: string; readonly tag: PdfTag };
}

/** One box a line. A line does not stand alone at the foot or at the head of a page. */
export function textBoxes(text: string, look: Lettering, place: TextPlace): PageBox[] {
	const indent = place.indent ?? 0;
	const lines = linesOf(printableText(text), textWidth - indent, look);
	const height = lineHeight(look.size);
	return lines.map((line, index) => ({
		height,
		above: index === 0 ? place.above : 0,
		keepNext:
			place.keepNext === true && index === lines.length - 1
				? true
				: index < lines.length - 1 && (index === 0 || index === lines.length - 2 || lines.length <= 4),
		draw(top: number): PdfMark[] {
			const y = top + baseline(look.size);
			const up = place.joined && index === 0 ? place.above : 0;
			const mark = (x: number, said: string, tag: PdfTag): PdfMark => ({
				kind: 'text',
				x,
				y,
				text: said,
				...look,
				tag,
			});
			const bar: PdfMark[] = place.bar
				? [{ kind: 'area', x: page.margin, y: top - up, width: 2.5, height: height + up, colour: place.bar }]
				: [];
			const label =
				place.label && index === 0
					? [mark(page.margin + indent - labelRoom, place.label.text, place.label.tag)]
					: [];
			return [...bar, ...label, mark(page.margin + indent, line, place.tag)];
		},
	}));
}

/** Where an item of a list begins, right of its bullet or number. */
export const labelRoom = 14;
