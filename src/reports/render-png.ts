/** A chart as a picture file at print resolution. Node only: resvg is a native library and is loaded when first needed. */
import { documentFont, fontFiles } from './node-fonts.ts';

/** CSS pixels are 1/96 inch; journals ask for 300 dots. */
const printDpi = 300;

/** The one font, from its files: the same picture on every machine. */
function fontOptions() {
	return {
		fontFiles: fontFiles(),
		loadSystemFonts: false,
		defaultFontFamily: documentFont,
		sansSerifFamily: documentFont,
	};
}

/**
 * A standalone SVG with its letters as outlines. Typst numbers the fonts of an embedded SVG in any order, so text
 * inside a chart made two PDFs of one report differ; the chart's numbers stand as text in its table.
 */
export async function svgWithOutlines(svg: string): Promise<string> {
	const { Resvg } = await import('@resvg/resvg-js');
	return new Resvg(svg, { font: fontOptions() }).toString();
}

/** PNG of a standalone SVG, white behind it, 300 dpi unless stated. Throws when the text is not SVG. */
export async function svgToPng(svg: string, options: { readonly dpi?: number } = {}): Promise<Uint8Array> {
	const { Resvg } = await import('@resvg/resvg-js');
	const picture = new Resvg(svg, {
		background: '#ffffff',
		font: fontOptions(),
		fitTo: { mode: 'zoom', value: (options.dpi ?? printDpi) / 96 },
	});
	return picture.render().asPng();
}
