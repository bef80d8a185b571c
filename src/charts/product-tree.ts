/**
 * What is made of one raw material. Wide: boxes from left to right, one column a step. Narrow: the same as an indented
 * list with its lines. By-products and waste have a dashed edge, what was chosen a bold name and a heavier edge.
 */
import {
	bodySize,
	coordinate,
	emptyDrawing,
	line,
	narrowWidth,
	smallSize,
	svgRoot,
	text,
	type Drawing,
} from './svg.ts';
import { wrapText } from './text-width.ts';

export interface TreeBox {
	/** 0 is the raw material; a box follows its parent, all boxes of one branch together. */
	readonly depth: number;
	readonly label: string;
	/** Kind, yield, value added: small, one below the other. */
	readonly details: readonly string[];
	readonly tone: 'root' | 'product' | 'side' | 'chosen';
}

export interface ProductTreeInput {
	readonly boxes: readonly TreeBox[];
	readonly alt: string;
	readonly noData: string;
}

const fullWidth = 880;
const padding = 8;
const leading = 17;
const rowGap = 10;
const columnGap = 40;
const indent = 18;

/** The index of each box's parent: the last box before it that is one step nearer to the root; -1 for the root. */
export function parentsOf(boxes: readonly TreeBox[]): number[] {
	const last: number[] = [];
	return boxes.map(({ depth }, index) => {
		last[depth] = index;
		return depth === 0 ? -1 : (last[depth - 1] ?? -1);
	});
}

interface Lines {
	readonly label: readonly string[];
	readonly details: readonly string[];
	readonly height: number;
}

function linesOf({ label, details }: TreeBox, width: number): Lines {
	const wrapped = wrapText(label, width - padding * 2, bodySize, { bold: true, lines: 3 });
	const small = details.flatMap((said) => wrapText(said, width - padding * 2, smallSize, { lines: 2 }));
	return {
		label: wrapped,
		details: small,
		height: (wrapped.length + small.length) * leading + padding * 2 - 2,
	};
}

function boxParts({ label, tone }: TreeBox, lines: Lines, x: number, y: number, width: number): string[] {
	const shape = `<rect x="${coordinate(x + 0.5)}" y="${coordinate(y + 0.5)}" width="${coordinate(width - 1)}" height="${coordinate(lines.height - 1)}" rx="4" class="f-kosong ${tone === 'side' ? 'tepi-abu' : 'tepi'}"${tone === 'side' ? ' stroke-dasharray="5 3"' : ''}/>`;
	const heavy =
		tone === 'chosen' || tone === 'root'
			? [
					`<rect x="${coordinate(x)}" y="${coordinate(y)}" width="4" height="${coordinate(lines.height)}" class="${tone === 'root' ? 'f-tinta' : 'f-untung'}"/>`,
				]
			: [];
	const whole = lines.label.join(' ') === label;
	return [
		shape,
		...heavy,
		...lines.label.map((said, k) =>
			text(x + padding + 2, y + padding + 11 + k * leading, said, {
				className: 'b',
				...(whole ? {} : { full: label }),
			}),
		),
		...lines.details.map((said, k) =>
			text(x + padding + 2, y + padding + 11 + (lines.label.length + k) * leading, said, { className: 'k' }),
		),
	];
}

/** A box stands in the middle of its branches; a branch needs the room of its ends. */
function drawWide({ boxes, alt }: ProductTreeInput): string {
	const parents = parentsOf(boxes);
	const columns = Math.max(...boxes.map(({ depth }) => depth)) + 1;
	const width = Math.max(120, Math.min(250, (fullWidth - (columns - 1) * columnGap) / columns));
	const lines = boxes.map((box) => linesOf(box, width));
	const children = boxes.map((_, index) => boxes.flatMap((__, k) => (parents[k] === index ? [k] : [])));
	const middle: number[] = [];
	let y = 0;
	const place = (index: number): void => {
		const own = lines[index]?.height ?? 0;
		const below = children[index] ?? [];
		if (below.length === 0) {
			middle[index] = y + own / 2;
			y += own + rowGap;
			return;
		}
		const start = y;
		below.forEach(place);
		const [first, last] = [middle[below[0] ?? 0] ?? 0, middle[below.at(-1) ?? 0] ?? 0];
		middle[index] = Math.max((first + last) / 2, start + own / 2);
		// A tall box beside one short branch needs room of its own.
		y = Math.max(y, (middle[index] ?? 0) + own / 2 + rowGap);
	};
	boxes.forEach((_, index) => {
		if (parents[index] === -1) place(index);
	});
	const left = (index: number) => (boxes[index]?.depth ?? 0) * (width + columnGap);
	const parts = boxes.flatMap((_, index) => {
		const parent = parents[index] ?? -1;
		if (parent < 0) return [];
		const [from, to] = [left(parent) + width, left(index)];
		const bend = to - columnGap / 2;
		const [top, bottom] = [coordinate(middle[parent] ?? 0), coordinate(middle[index] ?? 0)];
		return [
			`<path d="M${coordinate(from)} ${top}H${coordinate(bend)}V${bottom}H${coordinate(to)}" class="ax0" fill="none"/>`,
		];
	});
	boxes.forEach((box, index) => {
		const own = lines[index] as Lines;
		parts.push(...boxParts(box, own, left(index), (middle[index] ?? 0) - own.height / 2, width));
	});
	const full = Math.max(fullWidth, columns * (width + columnGap) - columnGap);
	return svgRoot('w', full, Math.max(...lines.map(({ height }) => height), y - rowGap) + 2, alt, parts);
}

/** Deeper than this the indent grows no more: a phone has no more room. */
const deepest = 6;

function drawNarrow({ boxes, alt }: ProductTreeInput): string {
	const parents = parentsOf(boxes);
	const tops: number[] = [];
	const parts: string[] = [];
	let y = 0;
	const left = (index: number) => Math.min(boxes[index]?.depth ?? 0, deepest) * indent;
	boxes.forEach((box, index) => {
		const x = left(index);
		const own = linesOf(box, narrowWidth - x);
		tops[index] = y;
		parts.push(...boxParts(box, own, x, y, narrowWidth - x));
		const parent = parents[index] ?? -1;
		if (parent >= 0) {
			const rail = left(parent) + indent / 2;
			const level = y + 16;
			const above = boxes.findLastIndex((_, k) => k < index && parents[k] === parent);
			const from =
				above >= 0
					? (tops[above] ?? 0) + 16
					: (tops[parent] ?? 0) + linesOf(boxes[parent] as TreeBox, narrowWidth - left(parent)).height;
			if (x > rail) parts.push(line(rail, from, rail, level, 'ax0'), line(rail, level, x, level, 'ax0'));
		}
		y += own.height + rowGap;
	});
	return svgRoot('h', narrowWidth, y, alt, parts);
}

/** Draws the tree; without boxes the given words for "no data". The wide drawing needs a laptop. */
export function productTreeChart(input: ProductTreeInput): Drawing {
	if (input.boxes.length < 2) return emptyDrawing(input.noData, input.alt);
	return {
		wide: drawWide(input).replace('class="g w"', 'class="g w besar"'),
		narrow: drawNarrow(input).replace('class="g h"', 'class="g h besar"'),
	};
}
