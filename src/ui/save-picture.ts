/** A chart as a picture file that stands alone: title, unit, source and date are inside it. */
import { standaloneSvg, svgSize } from '#charts/standalone.ts';
import type { ChartBlock } from '#reports/block.ts';
import { fileNameFrom, saveFile } from './save-file.ts';

/** Sharp enough for print at half a page. */
const pngScale = 3;

/** Draws an SVG as PNG on a canvas, on white. Null when the browser gives no canvas; rejects when it cannot draw. */
export async function pngFrom(svg: string): Promise<Blob | null> {
	const { width, height } = svgSize(svg);
	const image = new Image();
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
	await image.decode();
	const canvas = document.createElement('canvas');
	[canvas.width, canvas.height] = [Math.round(width * pngScale), Math.round(height * pngScale)];
	const brush = canvas.getContext('2d');
	if (!brush) return null;
	brush.fillStyle = '#ffffff';
	brush.fillRect(0, 0, canvas.width, canvas.height);
	brush.drawImage(image, 0, 0, canvas.width, canvas.height);
	return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/** Saves the chart as SVG or PNG. False when the browser cannot draw it. */
export async function savePicture(block: ChartBlock, kind: 'svg' | 'png'): Promise<boolean> {
	const svg = standaloneSvg(block.wide, { title: block.title, subtitle: block.subtitle, foot: block.foot });
	const name = `${fileNameFrom(block.title)}.${kind}`;
	if (kind === 'svg') {
		saveFile(name, svg, 'image/svg+xml');
		return true;
	}
	try {
		const png = await pngFrom(svg);
		if (png) saveFile(name, png, 'image/png');
		return png !== null;
	} catch {
		return false;
	}
}
