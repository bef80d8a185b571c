/**
 * A radar of few measures on one scale, as readers of livelihood studies expect it: rings with their scores, axes in
 * the order given, two outlines and no fill, because the area of a radar depends on the order of its axes.
 */
import { dot, emptyDrawing, narrowWidth, svgRoot, text, wideWidth, coordinate, type Drawing } from './svg.ts';
import type { ScaleTick } from './dumbbell.ts';

interface PentagonAxis {
	readonly label: string;
	/** As the reader sees it: `0,02 → 3,25`. */
	readonly valueText: string;
	/** null: no score; the outline is open there. */
	readonly before: number | null;
	readonly after: number | null;
}

export interface PentagonInput {
	/** Three at least, in the order drawn: the first at the top, then as the clock goes. */
	readonly axes: readonly PentagonAxis[];
	/** The rings, from the centre outwards; the first is the centre. */
	readonly rings: readonly ScaleTick[];
	readonly alt: string;
	readonly noData: string;
}

type Point = readonly [x: number, y: number];

const path = (points: readonly Point[], closed: boolean) =>
	points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${coordinate(x)} ${coordinate(y)}`).join('') +
	(closed ? 'Z' : '');

/** One outline; where an axis has no score the line stops on both sides of it. */
function outline(points: readonly (Point | null)[], look: string): string[] {
	if (points.every((point): point is Point => point !== null))
		return [`<path d="${path(points, true)}" fill="none" ${look}/>`];
	return points.flatMap((from, index) => {
		const to = points[(index + 1) % points.length] ?? null;
		return from && to ? [`<path d="${path([from, to], false)}" fill="none" ${look}/>`] : [];
	});
}

function draw(input: PentagonInput, form: 'w' | 'h'): string {
	const { axes, rings } = input;
	const wide = form === 'w' ? wideWidth : narrowWidth;
	const reach = form === 'w' ? 140 : 92;
	const [centreX, centreY] = [wide / 2, 50 + reach];
	const values = rings.map((ring) => ring.value).filter(Number.isFinite);
	const [low, high] = [Math.min(...values), Math.max(...values)];
	const share = (value: number) => {
		const part = (value - low) / (high - low);
		return Number.isFinite(part) ? Math.min(1, Math.max(0, part)) : 0;
	};
	const at = (axis: number, part: number): Point => {
		const turn = (2 * Math.PI * axis) / axes.length;
		return [centreX + Math.sin(turn) * part * reach, centreY - Math.cos(turn) * part * reach];
	};
	const parts = rings
		.filter((ring) => share(ring.value) > 0)
		.map(
			(ring) =>
				`<path d="${path(
					axes.map((_, axis) => at(axis, share(ring.value))),
					true,
				)}" class="ax" fill="none"/>`,
		);
	parts.push(
		...axes.map((_, axis) => `<path d="${path([at(axis, 0), at(axis, 1)], false)}" class="ax" fill="none"/>`),
	);
	const corners = (key: 'before' | 'after') =>
		axes.map((axis, index) => (axis[key] === null ? null : at(index, share(axis[key]))));
	const [before, after] = [corners('before'), corners('after')];
	parts.push(...outline(before, 'stroke="var(--c-tinta)" stroke-width="2" stroke-dasharray="5 3"'));
	parts.push(...outline(after, 'stroke="var(--c-untung)" stroke-width="3"'));
	for (const point of after) if (point) parts.push(dot(...point, 4.5, 'f-untung tepi'));
	for (const point of before) if (point) parts.push(dot(...point, 3.5, 'f-kosong tepi'));
	parts.push(
		...rings.map((ring) =>
			text(centreX + 6, centreY - share(ring.value) * reach + 4.5, ring.text, { className: 'k halo' }),
		),
	);
	let lowest = centreY + reach;
	for (const [index, axis] of axes.entries()) {
		const [x, y] = at(index, 1);
		const turn = index / axes.length;
		const upright = Math.abs(Math.sin(2 * Math.PI * turn)) < 0.75;
		const right = turn < 0.5;
		// On a phone there is no room beside the corner: the words stand above it, at the edge.
		const edge = right ? wide : 0;
		const place = upright
			? { x, anchor: 'middle' as const, room: wide / 2 - 8 }
			: form === 'w'
				? {
						x: right ? x + 13 : x - 13,
						anchor: right ? ('start' as const) : ('end' as const),
						room: centreX - Math.abs(x - centreX) - 13,
					}
				: { x: edge, anchor: right ? ('end' as const) : ('start' as const), room: 110 };
		const under = y > centreY + reach * 0.5;
		const top = upright ? (under ? y + 24 : y - 30) : form === 'w' ? y - 5 : y - 34;
		parts.push(
			text(place.x, top, axis.label, { className: 'b', anchor: place.anchor, maxWidth: place.room }),
		);
		parts.push(
			text(place.x, top + 17, axis.valueText, {
				className: 'kt',
				anchor: place.anchor,
				maxWidth: place.room,
			}),
		);
		lowest = Math.max(lowest, top + 22);
	}
	return svgRoot(form, wide, lowest, input.alt, parts);
}

/** Draws the radar. Fewer than three axes enclose nothing: it then draws the given words for "no data". */
export function pentagonChart(input: PentagonInput): Drawing {
	const known = input.axes.some((axis) => axis.before !== null || axis.after !== null);
	if (input.axes.length < 3 || input.rings.length < 2 || !known) return emptyDrawing(input.noData, input.alt);
	return { wide: draw(input, 'w'), narrow: draw(input, 'h') };
}
