/**
 * The same drawing as a file that stands alone: title (the finding), subtitle (measure and unit), source and date are
 * inside the picture, and class names are replaced by colours of the light theme and type sizes.
 */
import { coordinate, escapeXml } from './svg.ts';
import { wrapText } from './text-width.ts';

interface StandaloneWords {
	/** One font instead of the usual list: a document must not depend on what a machine has installed. */
	readonly font?: { readonly family: string; readonly stretch: string };
	readonly title: string;
	readonly subtitle: string;
	readonly foot: string;
}

/** Screens first, then the font that the package ships for documents and pictures. */
const fontFamily =
	"system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', 'DejaVu Sans', sans-serif";

function fontAttributes(font: StandaloneWords['font']): string {
	if (font === undefined) return `font-family="${fontFamily}"`;
	return `font-family="'${font.family}'" font-stretch="${font.stretch}"`;
}

/** The tokens of the style sheet's light theme. */
const tokens: Readonly<Record<string, string>> = {
	tinta: '#1b2430',
	abu: '#5b6673',
	garis: '#c9d1d9',
	'garis-kuat': '#8b95a1',
	kertas: '#ffffff',
	'c-tinta': '#1b2430',
	'c-untung': '#0072b2',
};

const ink = '#1b2430';
/** Attributes of every class a drawing may use. */
const looks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'f-tinta': { fill: ink },
	'f-bahan': { fill: '#c9d1d9' },
	'f-input': { fill: '#e69f00' },
	'f-kerja': { fill: '#56b4e9' },
	'f-untung': { fill: '#0072b2' },
	'f-rugi': { fill: '#d55e00' },
	'f-abu': { fill: '#8b95a1' },
	'f-kosong': { fill: '#ffffff' },
	'f-aliran': { fill: '#8dbfe0' },
	'f-aliran-muda': { fill: '#ffffff', stroke: '#8b95a1', 'stroke-dasharray': '3 3' },
	tepi: { stroke: ink, 'stroke-width': '1' },
	'tepi-abu': { stroke: '#8b95a1', 'stroke-width': '1' },
	ax: { stroke: '#c9d1d9', 'stroke-width': '1' },
	ax0: { stroke: ink, 'stroke-width': '1' },
	sambung: { stroke: '#8b95a1', 'stroke-width': '1' },
	b: { 'font-weight': '700' },
	k: { 'font-size': '13', fill: '#5b6673' },
	kt: { 'font-size': '13' },
	di: { fill: '#ffffff' },
	dt: { fill: ink },
	halo: { 'paint-order': 'stroke', stroke: '#ffffff', 'stroke-width': '4', 'stroke-linejoin': 'round' },
};

function inlined(body: string): string {
	return body
		.replace(/ class="([^"]*)"/g, (_, names: string) => {
			const attributes = Object.assign({}, ...names.split(' ').map((name) => looks[name] ?? {})) as Record<
				string,
				string
			>;
			return Object.entries(attributes)
				.map(([name, value]) => ` ${name}="${value}"`)
				.join('');
		})
		.replace(/var\(--([a-z-]+)\)/g, (_, name: string) => tokens[name] ?? ink);
}

interface Line {
	readonly text: string;
	readonly size: number;
	readonly bold: boolean;
	readonly colour: string;
	readonly y: number;
}

/** Lines of one paragraph set under `y`, and where the next one may begin. */
function paragraph(
	content: string,
	y: number,
	width: number,
	look: { readonly size: number; readonly bold?: boolean; readonly colour: string },
): { lines: Line[]; next: number } {
	if (content === '') return { lines: [], next: y };
	const { size, bold = false, colour } = look;
	const leading = Math.round(size * 1.3);
	const lines = wrapText(content, width, size, { lines: 6, bold }).map((part, index): Line => ({
		text: part,
		size,
		bold,
		colour,
		y: y + size + index * leading,
	}));
	return { lines, next: y + lines.length * leading };
}

/** Room around a picture with its words; a bare drawing needs only as much as its labels overhang. */
const framed = 20;
const bare = 6;

/**
 * A whole SVG file from a chart's drawing. Throws when the text is not a drawing of this folder: that is a bug.
 * The alt text stays; the size is that of the screen, so that type in it is 13 to 18 px.
 */
export function standaloneSvg(svg: string, words: StandaloneWords): string {
	const parts =
		/^<svg [^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*aria-label="([^"]*)"[^>]*>\n?([\s\S]*)<\/svg>$/.exec(svg);
	if (!parts) throw new Error('standaloneSvg: not a drawing of src/charts');
	const [, widthText, heightText, alt, body] = parts as unknown as [string, string, string, string, string];
	const [width, height] = [Number(widthText), Number(heightText)];
	const alone = words.title === '' && words.subtitle === '' && words.foot === '';
	const padding = alone ? bare : framed;
	const title = paragraph(words.title, padding, width, { size: 18, bold: true, colour: ink });
	const subtitle = paragraph(words.subtitle, title.next + 4, width, { size: 14, colour: '#5b6673' });
	const drawingTop = alone ? padding : subtitle.next + 16;
	const foot = paragraph(words.foot, drawingTop + height + (alone ? 4 : 14), width, {
		size: 13,
		colour: '#5b6673',
	});
	const full = { width: width + padding * 2, height: foot.next + padding - 4 };
	const lines = [...title.lines, ...subtitle.lines, ...foot.lines].map(
		(line) =>
			`\t<text x="${padding}" y="${coordinate(line.y)}" font-size="${line.size}" fill="${line.colour}"${line.bold ? ' font-weight="700"' : ''}>${escapeXml(line.text)}</text>\n`,
	);
	const size = `width="${coordinate(full.width)}" height="${coordinate(full.height)}" viewBox="0 0 ${coordinate(full.width)} ${coordinate(full.height)}"`;
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-label="${alt}" ${fontAttributes(words.font)} font-size="14" fill="${ink}">\n` +
		`\t<rect width="${coordinate(full.width)}" height="${coordinate(full.height)}" fill="#ffffff"/>\n` +
		lines.join('') +
		`<g transform="translate(${padding} ${coordinate(drawingTop)})">\n${inlined(body)}</g>\n</svg>\n`
	);
}

/** The size of a standalone drawing in pixels. */
export function svgSize(svg: string): { width: number; height: number } {
	const size = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg);
	return { width: Number(size?.[1] ?? 0), height: Number(size?.[2] ?? 0) };
}
