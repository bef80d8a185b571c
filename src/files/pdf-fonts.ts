/**
 * The two fonts that every PDF reader carries, and how wide their letters are.
 * Source: ISO 32000-1, 9.6.2.2 (standard fonts) and annex D.2 (WinAnsiEncoding); widths as in the metric-compatible
 * Nimbus Sans, which follows Adobe's Core 14 font metrics.
 */
export type PdfFont = 'regular' | 'bold';

/** The name under which a reader knows the font. */
export const fontNames: Readonly<Record<PdfFont, string>> = { regular: 'Helvetica', bold: 'Helvetica-Bold' };

/** Characters of the codes 0x80 to 0x9F; a space stands for a code without a character. */
const highSigns = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

const codes = new Map<string, number>(
	Array.from({ length: 224 }, (_, index) => index + 32)
		.filter((code) => code < 0x7f || code > 0x9f)
		.map((code) => [String.fromCharCode(code), code] as const),
);
[...highSigns].forEach((sign, index) => {
	if (sign !== ' ') codes.set(sign, index + 0x80);
});

/** The code of a character in WinAnsiEncoding; undefined when it has none. */
export function winAnsiCode(character: string): number | undefined {
	return codes.get(character);
}

const missing = '?'.charCodeAt(0);
const noBreakSpace = 0xa0;
const space = 0x20;

/** A text as WinAnsi codes. A no-break space becomes a space, a character without a code `?`. */
export function winAnsiBytes(text: string): number[] {
	return Array.from(text, (character) => {
		const code = winAnsiCode(character) ?? missing;
		return code === noBreakSpace ? space : code;
	});
}

const firstCode = 32;
/** Thousandths of the type size, from the first code to 255. */
const widths: Readonly<Record<PdfFont, readonly number[]>> = {
	regular: [
		278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
		556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
		500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
		556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
		278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, 350, 556, 350, 222, 556, 333, 1000, 556, 556, 333,
		1000, 667, 333, 1000, 350, 611, 350, 350, 222, 222, 333, 333, 350, 556, 1000, 333, 1000, 500, 333, 944,
		350, 500, 667, 278, 333, 556, 556, 556, 556, 260, 556, 333, 737, 370, 556, 584, 333, 737, 333, 400, 584,
		333, 333, 333, 556, 537, 278, 333, 333, 365, 556, 834, 834, 834, 611, 667, 667, 667, 667, 667, 667, 1000,
		722, 667, 667, 667, 667, 278, 278, 278, 278, 722, 722, 778, 778, 778, 778, 778, 584, 778, 722, 722, 722,
		722, 667, 667, 611, 556, 556, 556, 556, 556, 556, 889, 500, 556, 556, 556, 556, 278, 278, 278, 278, 556,
		556, 556, 556, 556, 556, 556, 584, 611, 556, 556, 556, 556, 500, 556, 500,
	],
	bold: [
		278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
		556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278,
		556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584,
		556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556,
		333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584, 350, 556, 350, 278, 556, 500, 1000, 556, 556, 333,
		1000, 667, 333, 1000, 350, 611, 350, 350, 278, 278, 500, 500, 350, 556, 1000, 333, 1000, 556, 333, 944,
		350, 500, 667, 278, 333, 556, 556, 556, 556, 280, 556, 333, 737, 370, 556, 584, 333, 737, 333, 400, 584,
		333, 333, 333, 611, 556, 278, 333, 333, 365, 556, 834, 834, 834, 611, 722, 722, 722, 722, 722, 722, 1000,
		722, 667, 667, 667, 667, 278, 278, 278, 278, 722, 722, 778, 778, 778, 778, 778, 584, 778, 722, 722, 722,
		722, 667, 667, 611, 556, 556, 556, 556, 556, 556, 889, 556, 556, 556, 556, 556, 278, 278, 278, 278, 611,
		611, 611, 611, 611, 611, 611, 584, 611, 611, 611, 611, 611, 556, 611, 556,
	],
};

/** How wide a text stands, in points at the given size. */
export function pdfTextWidth(text: string, font: PdfFont, size: number): number {
	const table = widths[font];
	let sum = 0;
	for (const character of text) sum += table[(codes.get(character) ?? missing) - firstCode] ?? 0;
	return (sum * size) / 1000;
}
