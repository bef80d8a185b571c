/**
 * The few SVG elements the charts are made of, as strings. Colours and type sizes are class names, so that one drawing
 * follows the page's light and dark theme; `standalone.ts` replaces them for a file that has no style sheet.
 */
import { shortenText } from './text-width.ts';

/** One drawing at two true text sizes: `wide` from 600 px of screen, `narrow` below it. */
export interface Drawing {
	readonly wide: string;
	readonly narrow: string;
}

export const wideWidth = 480;
export const narrowWidth = 328;

/** Type sizes of the style sheet: names and values 14, `k` and `kt` 13. */
export const bodySize = 14;
export const smallSize = 13;

/** What XML 1.0 forbids: control characters and halves of surrogate pairs. */
const forbidden =
	// eslint-disable-next-line no-control-regex -- it names them in order to take them out
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Makes a text safe inside SVG and HTML, in content and in attributes. */
export function escapeXml(text: string): string {
	return text
		.replace(forbidden, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

/** A coordinate with one decimal, never `-0`. */
export function coordinate(value: number): string {
	return String(Math.round(value * 10) / 10 || 0);
}

/** The outer element; `form` is the class that shows it: `w` from 600 px, `h` below. */
export function svgRoot(
	form: 'w' | 'h',
	width: number,
	height: number,
	alt: string,
	parts: readonly string[],
): string {
	const box = `0 0 ${coordinate(width)} ${coordinate(height)}`;
	const body = parts.map((part) => `\t${part}\n`).join('');
	return `<svg xmlns="http://www.w3.org/2000/svg" class="g ${form}" viewBox="${box}" role="img" aria-label="${escapeXml(alt)}">\n${body}</svg>`;
}

/** A bar. A negative width or height is drawn as nothing rather than as an invalid element. */
export function rect(x: number, y: number, width: number, height: number, className: string): string {
	const [w, h] = [Math.max(0, width), Math.max(0, height)];
	return `<rect x="${coordinate(x)}" y="${coordinate(y)}" width="${coordinate(w)}" height="${coordinate(h)}" class="${className}"/>`;
}

/** A thin line from one point to another. */
export function line(x1: number, y1: number, x2: number, y2: number, className: string): string {
	return `<path d="M${coordinate(x1)} ${coordinate(y1)}L${coordinate(x2)} ${coordinate(y2)}" class="${className}" fill="none"/>`;
}

/** A dot with its ink outline. */
export function dot(x: number, y: number, radius: number, className: string): string {
	return `<circle cx="${coordinate(x)}" cy="${coordinate(y)}" r="${coordinate(radius)}" class="${className}"/>`;
}

interface TextPlace {
	readonly anchor?: 'start' | 'middle' | 'end';
	/** `b` bold, `k` small grey, `kt` small, `halo` over lines, `di` and `dt` on dark and light fills. */
	readonly className?: string;
	/** Cut with an ellipsis beyond this width; the whole text then stays in a title. */
	readonly maxWidth?: number;
	/** The whole text when the caller has cut it. */
	readonly full?: string;
}

/** One line of text. */
export function text(x: number, y: number, content: string, place: TextPlace = {}): string {
	const { anchor = 'start', className = '', maxWidth = Infinity, full } = place;
	const classes = className.split(' ');
	const size = classes.includes('k') || classes.includes('kt') ? smallSize : bodySize;
	const shown = maxWidth === Infinity ? content : shortenText(content, maxWidth, size, classes.includes('b'));
	const whole = full ?? content;
	const attributes =
		(className ? ` class="${className}"` : '') + (anchor === 'start' ? '' : ` text-anchor="${anchor}"`);
	const title = shown === whole ? '' : `<title>${escapeXml(whole)}</title>`;
	return `<text x="${coordinate(x)}" y="${coordinate(y)}"${attributes}>${title}${escapeXml(shown)}</text>`;
}

/**
 * Diagonal lines inside a box, for losses: they survive greyscale and need no pattern id, which would have to be
 * unique on a page and fails inside a drawing that is hidden.
 */
export function hatch(x: number, y: number, width: number, height: number): string {
	if (width <= 0 || height <= 0) return '';
	const parts: string[] = [];
	for (let along = 6; along < width + height; along += 7) {
		const [fromX, fromY] = along <= height ? [x, y + along] : [x + along - height, y + height];
		const [toX, toY] = along <= width ? [x + along, y] : [x + width, y + along - width];
		parts.push(`M${coordinate(fromX)} ${coordinate(fromY)}L${coordinate(toX)} ${coordinate(toY)}`);
	}
	if (parts.length === 0) return '';
	return `<path d="${parts.join('')}" stroke="var(--kertas)" stroke-width="2" fill="none"/>`;
}

/** What stands where a chart has nothing to draw. */
export function emptyDrawing(noData: string, alt: string): Drawing {
	const drawn = (form: 'w' | 'h', width: number) =>
		svgRoot(form, width, 56, alt, [
			`<rect x="0.5" y="0.5" width="${width - 1}" height="55" class="f-kosong tepi-abu" stroke-dasharray="5 3"/>`,
			text(width / 2, 33, noData, { anchor: 'middle', maxWidth: width - 16 }),
		]);
	return { wide: drawn('w', wideWidth), narrow: drawn('h', narrowWidth) };
}

/**
 * Numbers brought between -1 and 1 so that sums of the largest doubles cannot become Infinity.
 * A value that is not finite counts as 0: a drawing cannot show it, the table beside it says why.
 */
export function relativeSizes(values: readonly number[]): number[] {
	const finite = values.map((value) => (Number.isFinite(value) ? value : 0));
	const largest = Math.max(0, ...finite.map(Math.abs));
	return largest === 0 ? finite.map(() => 0) : finite.map((value) => value / largest);
}
