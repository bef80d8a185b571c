/** The names of the parts of stacked bars: over the first bar with a line to each segment, or with a patch of colour. */
import { line, rect, smallSize, text } from './svg.ts';
import { textWidth } from './text-width.ts';

export interface BarPart {
	readonly label: string;
	readonly colour: 'bahan' | 'input' | 'kerja' | 'untung' | 'abu' | 'kosong';
}

export interface Segment {
	readonly from: number;
	readonly to: number;
}

export interface NamesFrame {
	readonly x: (value: number) => number;
	readonly width: number;
	/** Segments of the first row: the part names stand over them. */
	readonly first: readonly Segment[];
}

interface Names {
	readonly height: number;
	readonly draw: (top: number) => string[];
}

/** Where part names stand above the first bar: near their segments, pushed apart, on as many lines as they need. */
function placeNames(
	parts: readonly BarPart[],
	middles: readonly number[],
	width: number,
): { x: number; row: number; rows: number }[] {
	// Names stand close together: allow for a screen font wider than the table of widths.
	const widths = parts.map((part) => textWidth(part.label, smallSize, true) * 1.1);
	for (let rows = 1; rows < parts.length; rows++) {
		const ends = Array.from({ length: rows }, () => 0);
		const places = parts.map((_, index) => {
			const row = rows - 1 - (index % rows);
			const own = widths[index] ?? 0;
			const wanted = (middles[index] ?? 0) - own / 2;
			const x = Math.max(ends[row] ?? 0, Math.min(width - own, Math.max(0, wanted)));
			ends[row] = x + own + 10;
			return { x, row, rows };
		});
		// Pushing right may have pushed the last name out: pull the line back from its right end.
		const limits = Array.from({ length: rows }, () => width);
		for (let index = parts.length - 1; index >= 0; index--) {
			const place = places[index];
			if (!place) continue;
			const own = widths[index] ?? 0;
			place.x = Math.min(place.x, (limits[place.row] ?? width) - own);
			limits[place.row] = place.x - 10;
		}
		if (places.every((place) => place.x >= 0)) return places;
	}
	return parts.map((_, index) => ({ x: 0, row: parts.length - 1 - index, rows: parts.length }));
}

/** Grey follows the theme and so does its text; the other fills stay light or dark in both themes. */
export const textOn: Record<BarPart['colour'], string> = {
	bahan: '',
	input: 'dt',
	kerja: 'dt',
	untung: 'di',
	abu: 'dt',
	kosong: '',
};

/** Names of the parts over the first bar, each with a thin line to its segment. */
export function directNames(parts: readonly BarPart[], frame: NamesFrame): Names {
	const middles = frame.first.map((segment) => frame.x((segment.from + segment.to) / 2));
	const places = placeNames(parts, middles, frame.width);
	const height = (places[0]?.rows ?? 1) * 18 + 10;
	const draw = (top: number) =>
		parts.flatMap((part, index) => {
			const [place, middle] = [places[index], middles[index] ?? 0];
			if (!place) return [];
			const y = top + 14 + place.row * 18;
			const own = textWidth(part.label, smallSize, true);
			const from = Math.max(place.x + 2, Math.min(place.x + own - 2, middle));
			return [
				line(from, y + 4, middle, top + height, 'sambung'),
				text(place.x, y, part.label, { className: 'b kt halo', maxWidth: frame.width }),
			];
		});
	return { height, draw };
}

/** Names with a patch of their colour: used when the first bar holds a loss, whose segment lies elsewhere. */
export function patchNames(parts: readonly BarPart[], frame: Pick<NamesFrame, 'width'>): Names {
	let [x, row] = [0, 0];
	const places = parts.map((part) => {
		const own = 18 + textWidth(part.label, smallSize, true);
		if (x > 0 && x + own > frame.width) [x, row] = [0, row + 1];
		const place = { x, row };
		x += own + 14;
		return place;
	});
	const height = (row + 1) * 20 + 10;
	const draw = (top: number) =>
		parts.flatMap((part, index) => {
			const place = places[index];
			if (!place) return [];
			const y = top + 14 + place.row * 20;
			return [
				rect(place.x + 0.5, y - 10.5, 11, 11, `f-${part.colour} tepi`),
				text(place.x + 18, y, part.label, { className: 'b kt', maxWidth: frame.width - 18 }),
			];
		});
	return { height, draw };
}
