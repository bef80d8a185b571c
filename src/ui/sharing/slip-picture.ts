/** A slip as a picture for a messenger: drawn as SVG with its texts, then as PNG. */
import { escapeXml } from '#charts/svg.ts';
import { wrapText } from '#charts/text-width.ts';
import type { Slip } from '#reports/sharing-slips.ts';
import { pngFrom } from '#ui/save-picture.ts';

const width = 380;
const edge = 20;
const font = 'system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, Liberation Sans, sans-serif';

/** The drawing; every text wrapped to the slip's width. */
export function slipSvg(slip: Slip): string {
	const parts: string[] = [];
	let y = 34;
	const put = (text: string, x: number, size: number, weight: number, anchor: string, colour: string) =>
		parts.push(
			`<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" fill="${colour}">${escapeXml(text)}</text>`,
		);
	const paragraph = (text: string, size: number, weight = 400, colour = '#1b2430') => {
		for (const line of wrapText(text, width - 2 * edge, size, { bold: weight > 500 })) {
			put(line, edge, size, weight, 'start', colour);
			y += size * 1.4;
		}
	};
	paragraph(slip.title, 17, 700);
	for (const line of slip.about) paragraph(line, 14, 400, '#5b6673');
	if (slip.amount) {
		y += 14;
		paragraph(slip.amount, 28, 700);
		y -= 12;
		paragraph(slip.words ?? '', 15);
	}
	y += 8;
	for (const { label, value, total } of slip.lines) {
		const weight = total ? 700 : 400;
		const top = y;
		paragraph(label, 15, weight);
		const after = y;
		y = top;
		put(value, width - edge, 15, weight, 'end', '#1b2430');
		y = after + 3;
		parts.push(
			`<path d="M${edge} ${y - 14}H${width - edge}" stroke="${total ? '#1b2430' : '#c9d1d9'}" stroke-width="${total ? 2 : 1}"/>`,
		);
		y += 8;
	}
	y += 4;
	paragraph(slip.foot, 14, 400, '#5b6673');
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${Math.ceil(y)}" width="${width}" height="${Math.ceil(y)}" font-family="${font}"><rect width="100%" height="100%" fill="#fffdf8"/>${parts.join('')}</svg>`;
}

/** The slip as PNG. Rejects when the browser cannot draw. */
export async function slipPicture(slip: Slip): Promise<Blob> {
	const png = await pngFrom(slipSvg(slip));
	if (!png) throw new Error('The browser gave no canvas');
	return png;
}
