/** A chart as a picture file that stands alone: title, unit, source and date are inside it. */
import { standaloneSvg, svgSize } from '#charts/standalone.ts';
import type { ChartBlock } from '#reports/block.ts';
import { fileNameFrom, saveFile } from './save-file.ts';

/** Sharp enough for print at half a page. */
const pngScale = 3;

/** Draws an SVG on a canvas, on white. Null when the browser gives no canvas; rejects when it cannot draw. */
async function canvasFrom(svg: string): Promise<HTMLCanvasElement | null> {
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
	return canvas;
}

/** The SVG as PNG, three times its size. Null when the browser gives no canvas; rejects when it cannot draw. */
export async function pngFrom(svg: string): Promise<Blob | null> {
	const canvas = await canvasFrom(svg);
	return canvas && new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/** The SVG as JPEG, three times its size, as a PDF takes it. Rejects when the browser cannot draw. */
export async function jpegFrom(svg: string): Promise<{ bytes: Uint8Array; width: number; height: number }> {
	const canvas = await canvasFrom(svg);
	const blob =
		canvas && (await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9)));
	if (!canvas || !blob) throw new Error('The browser gave no canvas');
	return { bytes: new Uint8Array(await blob.arrayBuffer()), width: canvas.width, height: canvas.height };
}

/** A chart as SVG that stands alone: title, unit, source and date are inside it. */
function standing(block: ChartBlock): string {
	return standaloneSvg(block.wide, { title: block.title, subtitle: block.subtitle, foot: block.foot });
}

/** A chart as PNG, with its title and source in the picture. */
export async function pngOf(block: ChartBlock): Promise<Blob | null> {
	return pngFrom(standing(block));
}

/** Saves the chart as SVG or PNG. False when the browser cannot draw it. */
export async function savePicture(block: ChartBlock, kind: 'svg' | 'png'): Promise<boolean> {
	const svg = standing(block);
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
