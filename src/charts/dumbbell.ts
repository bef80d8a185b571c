/**
 * A score before and after, one row an indicator, sorted by change: a hollow dot, a bar, a full dot on one scale.
 * Unlike the radar, nothing in it depends on the order of the rows.
 */
import { scaleLinear } from 'd3-scale';
import { bodySize, dot, emptyDrawing, line, narrowWidth, rect, svgRoot, text, type Drawing } from './svg.ts';
import { textWidth, wrapText } from './text-width.ts';

interface DumbbellRow {
	readonly label: string;
	/** null: no figure; the row stays with its text, and what is known is drawn. */
	readonly before: number | null;
	readonly after: number | null;
	/** The change that sorts the rows, unrounded; null comes last. */
	readonly change: number | null;
	/** As the reader sees it: `+3,91`, `tetap`. */
	readonly changeText: string;
}

export interface ScaleTick {
	readonly value: number;
	readonly text: string;
}

export interface DumbbellInput {
	readonly rows: readonly DumbbellRow[];
	/** From the lowest of the scale to the highest; two at least. */
	readonly ticks: readonly ScaleTick[];
	/** Above the column of changes. */
	readonly changeHead: string;
	readonly alt: string;
	readonly noData: string;
}

/** Room for names of indicators beside the scale: wider than the other charts. */
const width = { w: 560, h: narrowWidth } as const;
const radius = 5.5;

/** Rows from the largest rise to the largest fall; equal changes keep the caller's order. */
function sorted(rows: readonly DumbbellRow[]): DumbbellRow[] {
	const size = ({ change }: DumbbellRow) =>
		change === null || !Number.isFinite(change) ? -Infinity : change;
	return [...rows].sort((a, b) => (size(b) > size(a) ? 1 : size(b) < size(a) ? -1 : 0));
}

function besideLabel(label: string, middle: number, room: number): string[] {
	const lines = wrapText(label, room, bodySize);
	const top = middle + 5 - (lines.length - 1) * 8;
	const whole = lines.join(' ') === label;
	return lines.map((part, index) => text(0, top + index * 16, part, whole ? {} : { full: label }));
}

function marks(row: DumbbellRow, middle: number, x: (value: number) => number): string[] {
	const { before, after } = row;
	const parts: string[] = [];
	const fell = before !== null && after !== null && after < before;
	if (before !== null && after !== null) {
		const [left, right] = [Math.min(x(before), x(after)), Math.max(x(before), x(after))];
		if (right > left) parts.push(rect(left, middle - 1.5, right - left, 3, fell ? 'f-rugi' : 'f-untung'));
	}
	// Under an unchanged score lies only the hollow dot: one mark, one figure.
	if (after !== null && after !== before)
		parts.push(dot(x(after), middle, radius, `${fell ? 'f-rugi' : 'f-untung'} tepi`));
	if (before !== null) parts.push(dot(x(before), middle, radius, 'f-kosong tepi'));
	return parts;
}

function draw(input: DumbbellInput, form: 'w' | 'h'): string {
	const rows = sorted(input.rows);
	const wide = width[form];
	const beside = form === 'w';
	const changeRoom = Math.min(
		wide / 3,
		Math.max(
			...[input.changeHead, ...rows.map((row) => row.changeText)].map((one) =>
				textWidth(one, bodySize, true),
			),
		),
	);
	const longest = Math.max(...rows.map((row) => textWidth(row.label, bodySize)));
	const labelRoom = beside ? Math.min(228, Math.max(90, longest + 8)) : 0;
	const values = input.ticks.map((tick) => tick.value).filter(Number.isFinite);
	const [low, high] = [Math.min(...values), Math.max(...values)];
	const range = [labelRoom + radius + 6, wide - changeRoom - radius - 12] as const;
	const scale = scaleLinear(high > low && high - low < Infinity ? [low, high] : [0, 1], range).clamp(true);
	const x = (value: number) => (Number.isFinite(value) ? scale(value) : range[0]);
	const [top, step] = [26, beside ? 38 : 46];
	const height = top + rows.length * step;
	const parts = input.ticks.flatMap((tick) => [
		line(x(tick.value), top, x(tick.value), height - 2, 'ax'),
		text(x(tick.value), 17, tick.text, { className: 'k', anchor: 'middle' }),
	]);
	parts.push(text(wide, 17, input.changeHead, { className: 'k', anchor: 'end', maxWidth: changeRoom }));
	for (const [index, row] of rows.entries()) {
		const middle = top + index * step + (beside ? 19 : 31);
		if (beside) parts.push(...besideLabel(row.label, middle, labelRoom - 8));
		else parts.push(text(0, middle - 13, row.label, { className: 'halo', maxWidth: wide }));
		parts.push(...marks(row, middle, x));
		parts.push(
			text(wide, middle + 5, row.changeText, { anchor: 'end', className: 'b', maxWidth: changeRoom }),
		);
	}
	return svgRoot(form, wide, height, input.alt, parts);
}

/** Draws the dumbbells. Without rows or without a scale it draws the given words for "no data". */
export function dumbbell(input: DumbbellInput): Drawing {
	if (input.rows.length === 0 || input.ticks.length < 2) return emptyDrawing(input.noData, input.alt);
	return { wide: draw(input, 'w'), narrow: draw(input, 'h') };
}
