/** A chart as a picture file at print resolution. Node only: resvg is a native library and is loaded when first needed. */
import { documentFont, fontFiles } from './node-fonts.ts';

/** CSS pixels are 1/96 inch; journals ask for 300 dots. */
const printDpi = 300;

/** PNG of a standalone SVG, white behind it, 300 dpi unless stated. Throws when the text is not SVG. */
export async function svgToPng(svg: string, options: { readonly dpi?: number } = {}): Promise<Uint8Array> {
	const { Resvg } = await import('@resvg/resvg-js');
	const picture = new Resvg(svg, {
		background: '#ffffff',
		font: {
			fontFiles: fontFiles(),
			// Only the shipped font: the same picture on every machine.
			loadSystemFonts: false,
			defaultFontFamily: documentFont,
			sansSerifFamily: documentFont,
		},
		fitTo: { mode: 'zoom', value: (options.dpi ?? printDpi) / 96 },
	});
	return picture.render().asPng();
}
