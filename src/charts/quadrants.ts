/**
 * Things on two measures, each with a line that parts high from low: four named corners. On a phone the dots stand
 * without names and the table below says them.
 */
import { scaleLinear } from 'd3-scale';
import { placeLabels, type Box } from './label-boxes.ts';
import {
	dot,
	emptyDrawing,
	line,
	narrowWidth,
	smallSize,
	svgRoot,
	text,
	wideWidth,
	type Drawing,
} from './svg.ts';
import { textWidth } from './text-width.ts';

interface QuadrantAxis {
	/** `ratio`: parted at 1, half as far to the left as double to the right. `difference`: parted at 0. */
	readonly kind: 'ratio' | 'difference';
	/** What grows along the axis, with its direction. */
	readonly label: string;
}

export interface QuadrantsInput {
	readonly points: readonly { readonly label: string; readonly x: number; readonly y: number }[];
	readonly x: QuadrantAxis;
	readonly y: QuadrantAxis;
	/** Names of the corners: high on both, only the x, only the y, neither. */
	readonly corners: {
		readonly both: string;
		readonly onlyX: string;
		readonly onlyY: string;
		readonly neither: string;
	};
	/** Where the names are, said on a phone. */
	readonly narrowNote: string;
	/** Where the names are for which there was no room on a wide page. */
	readonly restNote: string;
	readonly alt: string;
	readonly noData: string;
}

/** Ratios beyond five times either way stand at the edge: one outlier would press all others together. */
const furthestRatio = Math.log(5);

/** How far a figure lies from its line; null for one that cannot be drawn. */
function distance(value: number, { kind }: QuadrantAxis): number | null {
	if (!Number.isFinite(value)) return null;
	if (kind === 'difference') return value;
	if (value < 0) return null;
	const far = value === 0 ? -furthestRatio : Math.log(value);
	return Math.max(-furthestRatio, Math.min(furthestRatio, far));
}

function domainOf(values: readonly number[], { kind }: QuadrantAxis): [number, number] {
	const least = kind === 'ratio' ? 0.2 : 0.5;
	// Halved, so that the widest doubles still have a span.
	const half = values.map((value) => value / 2);
	const [low, high] = [Math.min(-least / 2, ...half), Math.max(least / 2, ...half)];
	// Neither side is drawn narrower than half of the other: its corner has a name to hold.
	return [Math.min(low, -high / 2), Math.max(high, -low / 2)];
}

function fillOf(x: number, y: number): string {
	if (x > 0 && y > 0) return 'f-untung tepi';
	return x <= 0 && y <= 0 ? 'f-kosong tepi' : 'f-kerja tepi';
}

function draw(input: QuadrantsInput, form: 'w' | 'h'): string {
	const [width, plot] = form === 'w' ? [wideWidth, 400] : [narrowWidth, 260];
	const top = 22;
	const bottom = top + plot;
	const height = bottom + (form === 'w' ? 24 : 46);
	const points = input.points.flatMap((point) => {
		const [x, y] = [distance(point.x, input.x), distance(point.y, input.y)];
		return x === null || y === null ? [] : [{ label: point.label, x, y }];
	});
	const across = scaleLinear(
		domainOf(
			points.map(({ x }) => x),
			input.x,
		),
		[24, width - 24],
	);
	const up = scaleLinear(
		domainOf(
			points.map(({ y }) => y),
			input.y,
		),
		[bottom - 40, top + 40],
	);
	const [cx, cy] = [across(0), up(0)];
	const frame: Box = { left: 2, right: width - 2, top, bottom };
	const parts = [
		`<path d="M0.5 ${top + 0.5}H${width - 0.5}V${bottom - 0.5}H0.5Z" class="ax" fill="none"/>`,
		line(cx, top, cx, bottom, 'ax0'),
		line(0, cy, width, cy, 'ax0'),
		text(0, 14, input.y.label, { className: 'k', maxWidth: width }),
		text(width, bottom + 17, input.x.label, { anchor: 'end', className: 'k', maxWidth: width }),
	];
	const corners: readonly (readonly [string, boolean, boolean])[] = [
		[input.corners.both, true, true],
		[input.corners.onlyX, true, false],
		[input.corners.onlyY, false, true],
		[input.corners.neither, false, false],
	];
	const taken: Box[] = [];
	for (const [label, right, high] of corners) {
		const room = Math.max(40, (right ? width - cx : cx) - 12, width / 2 - 12);
		const own = Math.min(room, textWidth(label, smallSize, true));
		const baseline = high ? top + 17 : bottom - 7;
		const [left, end] = right ? [width - 6 - own, width - 6] : [6, 6 + own];
		taken.push({ left, right: end, top: baseline - 13, bottom: baseline + 4 });
		parts.push(
			text(right ? end : left, baseline, label, {
				className: 'b kt halo',
				maxWidth: room,
				...(right ? { anchor: 'end' as const } : {}),
			}),
		);
	}
	const dots = points.map(({ label, x, y }) => ({
		label,
		x: across(x / 2),
		y: up(y / 2),
		fill: fillOf(x, y),
	}));
	if (form === 'w') {
		const labels = placeLabels(dots, frame, taken, { x: cx, y: cy });
		if (labels.includes(null))
			parts.push(text(0, bottom + 17, input.restNote, { className: 'k', maxWidth: width / 2 }));
		for (const [index, label] of labels.entries()) {
			const at = dots[index];
			if (!label || !at) continue;
			if (label.leader) {
				const end = label.x > at.x ? label.x - 2 : label.x + textWidth(label.text, smallSize) + 2;
				parts.push(line(at.x, at.y, end, label.y - 5, 'sambung'));
			}
			parts.push(text(label.x, label.y, label.text, { className: 'kt halo', full: at.label }));
		}
	} else parts.push(text(0, bottom + 37, input.narrowNote, { className: 'k', maxWidth: width }));
	for (const { x, y, fill } of dots) parts.push(dot(x, y, 6, fill));
	return svgRoot(form, width, height, input.alt, parts);
}

/** Draws the quadrants. Without points it draws the given words for "no data". */
export function quadrants(input: QuadrantsInput): Drawing {
	const drawable = input.points.some(
		({ x, y }) => distance(x, input.x) !== null && distance(y, input.y) !== null,
	);
	if (!drawable) return emptyDrawing(input.noData, input.alt);
	return { wide: draw(input, 'w'), narrow: draw(input, 'h') };
}
