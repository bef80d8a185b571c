/** Points and directions on one plane: alternatives as dots, criteria as lines from the middle, the weights as an arrow. */
import { scaleLinear } from 'd3-scale';
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

interface PlanePoint {
	readonly label: string;
	readonly x: number;
	readonly y: number;
}

export interface DirectionPlaneInput {
	readonly points: readonly (PlanePoint & { readonly strong?: boolean })[];
	readonly directions: readonly PlanePoint[];
	/** Where the weights pull. */
	readonly pull: PlanePoint;
	readonly alt: string;
	readonly noData: string;
}

const largestOf = (points: readonly PlanePoint[]): number =>
	points.reduce(
		(most, { x, y }) => Math.max(most, Number.isFinite(Math.hypot(x, y)) ? Math.hypot(x, y) : 0),
		0,
	);

interface Label {
	readonly at: PlanePoint;
	readonly className: string;
	readonly bold: boolean;
	/** Of the point: right and below, in pixels. */
	readonly x: number;
	readonly y: number;
}

/** Labels beside their points; one that would lie on another is moved up or down, or left to the table. */
function placed(labels: readonly Label[], width: number, height: number): string[] {
	const boxes: { left: number; right: number; top: number }[] = [];
	return labels.flatMap(({ at, className, bold, x, y }) => {
		const own = textWidth(at.label, smallSize, bold);
		const left = Math.max(0, Math.min(width - own, x + 8 + own > width ? x - 8 - own : x + 8));
		for (const shift of [0, -15, 15, -30, 30]) {
			const top = y + 5 + shift;
			const free = boxes.every(
				(box) => left > box.right || left + own < box.left || Math.abs(top - box.top) > 13,
			);
			if (!free || top < 12 || top > height - 4) continue;
			boxes.push({ left, right: left + own, top });
			return [text(left, top, at.label, { className, maxWidth: width - left })];
		}
		return [];
	});
}

function draw(input: DirectionPlaneInput, form: 'w' | 'h'): string {
	const [width, height] = form === 'w' ? [wideWidth, 360] : [narrowWidth, 300];
	const half = Math.min(width, height) / 2 - 24;
	const [cx, cy] = [width / 2, height / 2];
	const reach = (points: readonly PlanePoint[]) => scaleLinear([0, largestOf(points) || 1], [0, half]);
	// Points and directions have scales of their own: only the sides they lie on are compared.
	const [byPoint, byDirection] = [reach(input.points), reach([...input.directions, input.pull])];
	const place = (scale: (value: number) => number, { x, y }: PlanePoint) => {
		const size = Math.hypot(x, y);
		if (!(size > 0) || !Number.isFinite(size)) return [cx, cy] as const;
		const far = scale(size);
		return [cx + (x / size) * far, cy - (y / size) * far] as const;
	};
	const parts = [line(0, cy, width, cy, 'ax'), line(cx, 0, cx, height, 'ax')];
	const labels: Label[] = [];
	const [px, py] = place(byDirection, input.pull);
	parts.push(
		`<path d="M${cx.toFixed(1)} ${cy.toFixed(1)}L${px.toFixed(1)} ${py.toFixed(1)}" stroke="var(--c-tinta)" stroke-width="4" fill="none"/>`,
		dot(px, py, 5, 'f-tinta'),
	);
	labels.push({ at: input.pull, className: 'b kt halo', bold: true, x: px, y: py });
	for (const point of input.points) {
		const [x, y] = place(byPoint, point);
		labels.push({
			at: point,
			className: point.strong ? 'b kt halo' : 'kt halo',
			bold: point.strong ?? false,
			x,
			y,
		});
	}
	for (const direction of input.directions) {
		const [x, y] = place(byDirection, direction);
		parts.push(line(cx, cy, x, y, 'sambung'));
		labels.push({ at: direction, className: 'k halo', bold: false, x, y });
	}
	for (const point of input.points) {
		const [x, y] = place(byPoint, point);
		parts.push(dot(x, y, 6, `${point.strong ? 'f-untung' : 'f-kerja'} tepi`));
	}
	return svgRoot(form, width, height, input.alt, [...parts, ...placed(labels, width, height)]);
}

/** Draws the plane. Without points it draws the given words for "no data". */
export function directionPlane(input: DirectionPlaneInput): Drawing {
	if (input.points.length === 0) return emptyDrawing(input.noData, input.alt);
	return { wide: draw(input, 'w'), narrow: draw(input, 'h') };
}
