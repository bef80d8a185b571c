/**
 * Which input decides most: one bar per input around today's result, sorted by width, both ends labelled with the
 * input's value (small) and the result it gives (bold).
 */
import { scaleLinear } from 'd3-scale';
import {
	bodySize,
	emptyDrawing,
	hatch,
	line,
	narrowWidth,
	rect,
	relativeSizes,
	smallSize,
	svgRoot,
	text,
	wideWidth,
	type Drawing,
} from './svg.ts';
import { textWidth } from './text-width.ts';

interface TornadoEnd {
	/** The input's value at this end, as the reader sees it. */
	readonly inputText: string;
	readonly resultText: string;
	readonly result: number;
}

interface TornadoRow {
	readonly label: string;
	/** The two ends in any order: the drawing puts the smaller result left. */
	readonly ends: readonly [TornadoEnd, TornadoEnd];
}

export interface TornadoInput {
	readonly rows: readonly TornadoRow[];
	readonly base: { readonly text: string; readonly value: number };
	readonly alt: string;
	readonly noData: string;
}

interface PlacedRow {
	readonly label: string;
	readonly left: TornadoEnd;
	readonly right: TornadoEnd;
	readonly low: number;
	readonly high: number;
}

/** Rows with the smaller result left, widest first; results in parts of the largest. */
function placeRows(input: TornadoInput): { rows: PlacedRow[]; base: number } {
	const sizes = relativeSizes([
		input.base.value,
		...input.rows.flatMap((row) => row.ends.map((end) => end.result)),
	]);
	const rows = input.rows.map((row, index): PlacedRow => {
		const [first, second] = [sizes[1 + index * 2] ?? 0, sizes[2 + index * 2] ?? 0];
		const turned = second < first;
		return {
			label: row.label,
			left: turned ? row.ends[1] : row.ends[0],
			right: turned ? row.ends[0] : row.ends[1],
			low: Math.min(first, second),
			high: Math.max(first, second),
		};
	});
	return { rows: rows.sort((a, b) => b.high - b.low - (a.high - a.low)), base: sizes[0] ?? 0 };
}

/** Room beside the bars for the texts at their ends: at least the room of the style, at most a third of the drawing. */
function endRoom(ends: readonly TornadoEnd[], width: number): number {
	const least = width === wideWidth ? 82 : 72;
	const widest = Math.max(
		...ends.map((end) =>
			Math.max(textWidth(end.inputText, smallSize), textWidth(end.resultText, bodySize, true)),
		),
	);
	return Math.min(Math.max(least, widest + 8), width / 3);
}

function drawRow(
	row: PlacedRow,
	top: number,
	base: number,
	x: (value: number) => number,
	width: number,
): string[] {
	const [left, right, middle] = [x(row.low), x(row.high), x(base)];
	const parts = [text(0, top + 13, row.label, { className: 'b halo', maxWidth: width })];
	const [barTop, height] = [top + 22, 22];
	// Both ends may lie on one side of today's result when the reader's own range does: the bar is then that range.
	if (left < middle) parts.push(rect(left, barTop, Math.min(middle, right) - left, height, 'f-abu'));
	if (right > middle) {
		const from = Math.max(middle, left);
		parts.push(rect(from, barTop, right - from, height, 'f-untung'));
	}
	if (row.low < 0) parts.push(hatch(left, barTop, Math.min(x(0), right) - left, height));
	// Over the bars again, so that today's result can be read in every row.
	parts.push(line(middle, barTop, middle, barTop + height, 'ax0'));
	const room = { left: left - 6, right: width - right - 6 };
	parts.push(
		text(left - 6, top + 30, row.left.inputText, { anchor: 'end', className: 'k halo', maxWidth: room.left }),
		text(left - 6, top + 45, row.left.resultText, {
			anchor: 'end',
			className: 'b halo',
			maxWidth: room.left,
		}),
		text(right + 6, top + 30, row.right.inputText, { className: 'k halo', maxWidth: room.right }),
		text(right + 6, top + 45, row.right.resultText, { className: 'b halo', maxWidth: room.right }),
	);
	return parts.filter((part) => part !== '');
}

function draw(input: TornadoInput, form: 'w' | 'h', width: number): string {
	const { rows, base } = placeRows(input);
	const low = Math.min(base, ...rows.map((row) => row.low));
	const high = Math.max(base, ...rows.map((row) => row.high));
	const lefts = rows.map((row) => row.left);
	const rights = rows.map((row) => row.right);
	const range: [number, number] = [endRoom(lefts, width), width - endRoom(rights, width)];
	const scale = scaleLinear([low, high], range);
	const x = (value: number) => (low === high ? (range[0] + range[1]) / 2 : scale(value));
	const foot = 32 + rows.length * 62 - 6;
	const half = Math.min(width, textWidth(input.base.text, bodySize, true)) / 2;
	const baseText = Math.max(half, Math.min(width - half, x(base)));
	const parts: string[] = [
		line(x(base), 20, x(base), foot, 'ax0'),
		text(baseText, 14, input.base.text, { anchor: 'middle', className: 'b', maxWidth: width }),
	];
	for (const [index, row] of rows.entries()) parts.push(...drawRow(row, 32 + index * 62, base, x, width));
	return svgRoot(form, width, foot + 4, input.alt, parts);
}

/** Draws a tornado. Without rows it draws the given words for "no data". */
export function tornado(input: TornadoInput): Drawing {
	if (input.rows.length === 0) return emptyDrawing(input.noData, input.alt);
	return { wide: draw(input, 'w', wideWidth), narrow: draw(input, 'h', narrowWidth) };
}
