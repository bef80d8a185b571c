/**
 * What each total is made of: one bar an alternative, parts in one order for all, the total behind the bar. Parts below
 * zero lie left of it, hatched.
 */
import { scaleLinear } from 'd3-scale';
import { stack, stackOffsetDiverging } from 'd3-shape';
import { directNames, patchNames, textOn, type BarPart, type Segment } from './part-names.ts';
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
import { textWidth, wrapText } from './text-width.ts';

interface ContributionRow {
	readonly label: string;
	/** One a part. */
	readonly values: readonly { readonly value: number; readonly text: string }[];
	readonly totalText: string;
	/** The winner's name is bold. */
	readonly strong?: boolean;
}

export interface ContributionBarsInput {
	readonly parts: readonly BarPart[];
	readonly rows: readonly ContributionRow[];
	readonly alt: string;
	readonly noData: string;
}

/** Where every part of every row begins and ends; the largest value of all is 1. */
export function contributionSegments({ parts, rows }: ContributionBarsInput): Segment[][] {
	const sizes = relativeSizes(rows.flatMap((row) => parts.map((_, part) => row.values[part]?.value ?? 0)));
	const keys = parts.map((_, index) => String(index));
	const data = rows.map((_, row) =>
		Object.fromEntries(keys.map((key, part) => [key, sizes[row * parts.length + part] ?? 0])),
	);
	const series = stack<Record<string, number>>().keys(keys).offset(stackOffsetDiverging)(data);
	return rows.map((_, row) =>
		keys.map((_, part) => {
			const pair = series[part]?.[row];
			return { from: pair?.[0] ?? 0, to: pair?.[1] ?? 0 };
		}),
	);
}

interface Frame {
	readonly x: (value: number) => number;
	readonly width: number;
	readonly labelRoom: number;
	readonly first: readonly Segment[];
	readonly low: number;
}

function frameOf(input: ContributionBarsInput, segments: readonly Segment[][], beside: boolean): Frame {
	const width = beside ? wideWidth : narrowWidth;
	const edges = segments.flat().flatMap((segment) => [segment.from, segment.to]);
	const [low, high] = [Math.min(0, ...edges), Math.max(0, ...edges)];
	const longest = Math.max(...input.rows.map(({ label, strong }) => textWidth(label, bodySize, strong)));
	// Allow for a screen font wider than the table of widths.
	const labelRoom = beside ? Math.min(150, Math.max(80, longest * 1.1 + 12)) : 0;
	const totalRoom = Math.max(...input.rows.map(({ totalText }) => textWidth(totalText, bodySize, true))) + 10;
	const range: [number, number] = [labelRoom + 0.5, Math.max(labelRoom + 60, width - totalRoom)];
	const scale = scaleLinear([low, high === low ? low + 1 : high], range);
	return { x: (value) => scale(value), width, labelRoom, first: segments[0] ?? [], low };
}

function besideLabel({ label, strong }: ContributionRow, middle: number, room: number): string[] {
	const lines = wrapText(label, room, bodySize, { bold: strong ?? false });
	const whole = lines.join(' ') === label;
	return lines.map((part, index) =>
		text(0, middle + 5 - (lines.length - 1) * 8 + index * 16, part, {
			...(strong ? { className: 'b' } : {}),
			...(whole ? {} : { full: label }),
		}),
	);
}

function drawBar(
	parts: readonly BarPart[],
	row: ContributionRow,
	segments: readonly Segment[],
	top: number,
	{ x }: Frame,
): string[] {
	const height = 28;
	const drawn = segments.flatMap((segment, index) => {
		const part = parts[index];
		const [left, right] = [x(Math.min(segment.from, segment.to)), x(Math.max(segment.from, segment.to))];
		if (!part || right - left < 0.05) return [];
		const below = segment.from < 0 || segment.to < 0;
		const bar = [rect(left, top, right - left, height, `f-${part.colour} tepi`)];
		if (below) bar.push(hatch(left, top, right - left, height));
		const said = row.values[index]?.text ?? '';
		if (textWidth(said, smallSize, below) + 6 <= right - left) {
			const className = below ? 'b kt halo' : `kt ${textOn[part.colour]}`.trim();
			bar.push(text((left + right) / 2, top + 19, said, { anchor: 'middle', className }));
		}
		return bar;
	});
	const end = x(Math.max(0, ...segments.flatMap(({ from, to }) => [from, to])));
	return [...drawn, text(end + 8, top + 19, row.totalText, { className: 'b' })];
}

function draw(input: ContributionBarsInput, form: 'w' | 'h'): string {
	const beside = form === 'w';
	const segments = contributionSegments(input);
	const frame = frameOf(input, segments, beside);
	const patches = frame.low < 0 || input.parts.length > 4;
	const names = patches ? patchNames(input.parts, frame) : directNames(input.parts, frame);
	const nameTop = beside || patches ? 0 : 22;
	const start = names.height + (beside ? 0 : 22);
	const step = beside ? 38 : 56;
	const parts = [...names.draw(nameTop)];
	input.rows.forEach((row, index) => {
		const top = start + index * step;
		if (beside) parts.push(...besideLabel(row, top + 14, frame.labelRoom - 8));
		else {
			const above = index === 0 && !patches ? 14 : top - 8;
			parts.push(
				text(0, above, row.label, { className: row.strong ? 'b halo' : 'halo', maxWidth: frame.width }),
			);
		}
		parts.push(...drawBar(input.parts, row, segments[index] ?? [], top, frame));
	});
	const bottom = start + (input.rows.length - 1) * step + 28;
	const zero = frame.x(0);
	// On a phone the names stand between the bars: the line of zero must not run through them.
	if (beside) parts.push(line(zero, start - 4, zero, bottom + 4, 'ax0'));
	else
		input.rows.forEach((_, index) =>
			parts.push(line(zero, start + index * step - 2, zero, start + index * step + 30, 'ax0')),
		);
	return svgRoot(form, frame.width, bottom + 6, input.alt, parts);
}

/** Draws the bars. Without rows or parts it draws the given words for "no data". */
export function contributionBars(input: ContributionBarsInput): Drawing {
	if (input.rows.length === 0 || input.parts.length === 0) return emptyDrawing(input.noData, input.alt);
	return { wide: draw(input, 'w'), narrow: draw(input, 'h') };
}
