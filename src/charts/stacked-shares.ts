/**
 * What a whole is made of, one bar per product, parts in one order for all. Parts may be below zero (a loss): they lie
 * left of zero, hatched, and the others then reach beyond the whole, whose end is marked.
 */
import { scaleLinear } from 'd3-scale';
import { stack, stackOffsetDiverging } from 'd3-shape';
import {
	directNames,
	patchNames,
	textOn,
	type BarPart,
	type NamesFrame,
	type Segment,
} from './part-names.ts';
import {
	bodySize,
	emptyDrawing,
	hatch,
	line,
	narrowWidth,
	rect,
	smallSize,
	svgRoot,
	text,
	wideWidth,
	type Drawing,
} from './svg.ts';
import { textWidth, wrapText } from './text-width.ts';

interface ShareRow {
	readonly label: string;
	/** One share per part, in per cent of the whole; their sum is 100. */
	readonly shares: readonly { readonly value: number; readonly text: string }[];
}

export interface StackedSharesInput {
	readonly parts: readonly BarPart[];
	readonly rows: readonly ShareRow[];
	/** Said under the mark at the end of the whole when a part lies beyond it: `100 %`. */
	readonly wholeText: string;
	readonly alt: string;
	readonly noData: string;
}

const finite = (value: number | undefined) =>
	value !== undefined && Number.isFinite(value) ? Math.max(-1e6, Math.min(1e6, value)) : 0;

/** Where every part of every row begins and ends, in per cent; parts below zero stack to the left. */
export function shareSegments(input: StackedSharesInput): Segment[][] {
	const keys = input.parts.map((_, index) => String(index));
	const data = input.rows.map((row) =>
		Object.fromEntries(keys.map((key, index) => [key, finite(row.shares[index]?.value)])),
	);
	const series = stack<Record<string, number>>().keys(keys).offset(stackOffsetDiverging)(data);
	return input.rows.map((_, row) =>
		keys.map((_, part) => {
			const pair = series[part]?.[row];
			return { from: pair?.[0] ?? 0, to: pair?.[1] ?? 0 };
		}),
	);
}

interface Frame extends NamesFrame {
	readonly form: 'w' | 'h';
	readonly labelRoom: number;
}

function drawBar(
	input: StackedSharesInput,
	row: ShareRow,
	segments: readonly Segment[],
	top: number,
	frame: Frame,
): string[] {
	const height = 28;
	return segments.flatMap((segment, index) => {
		const part = input.parts[index];
		const [left, right] = [
			frame.x(Math.min(segment.from, segment.to)),
			frame.x(Math.max(segment.from, segment.to)),
		];
		if (!part || right - left < 0.05) return [];
		const loss = finite(row.shares[index]?.value) < 0;
		const drawn = [rect(left, top, right - left, height, `${loss ? 'f-rugi' : `f-${part.colour}`} tepi`)];
		if (loss) drawn.push(hatch(left, top, right - left, height));
		const share = row.shares[index]?.text ?? '';
		if (textWidth(share, smallSize, loss) + 6 <= right - left) {
			const className = loss ? 'b kt halo' : `kt ${textOn[part.colour]}`.trim();
			drawn.push(text((left + right) / 2, top + 19, share, { anchor: 'middle', className }));
		}
		return drawn;
	});
}

/** A name left of its bar, on two lines when one is too short. */
function besideLabel(label: string, middle: number, room: number): string[] {
	const lines = wrapText(label, room, bodySize);
	const whole = lines.join(' ') === label;
	return lines.map((part, index) =>
		text(0, middle + 5 - (lines.length - 1) * 8 + index * 16, part, whole ? {} : { full: label }),
	);
}

function frameOf(
	input: StackedSharesInput,
	segments: readonly Segment[][],
	form: 'w' | 'h',
): Frame & { low: number; high: number } {
	const width = form === 'w' ? wideWidth : narrowWidth;
	const edges = segments.flat().flatMap((segment) => [segment.from, segment.to]);
	const [low, high] = [Math.min(0, ...edges), Math.max(100, ...edges)];
	const longest = Math.max(...input.rows.map((row) => textWidth(row.label, bodySize)));
	const labelRoom = form === 'w' ? Math.min(150, Math.max(80, longest + 12)) : 0;
	const scale = scaleLinear([low, high], [labelRoom + 0.5, width - 0.5]);
	return { form, x: (value) => scale(value), width, labelRoom, first: segments[0] ?? [], low, high };
}

function draw(input: StackedSharesInput, form: 'w' | 'h'): string {
	const segments = shareSegments(input);
	const frame = frameOf(input, segments, form);
	const { x, width, labelRoom } = frame;
	const beside = form === 'w';
	const lossFirst = frame.first.some((segment) => Math.min(segment.from, segment.to) < -0.01);
	const names = lossFirst ? patchNames(input.parts, frame) : directNames(input.parts, frame);
	// Direct names stand between the first row's name and its bar; patches stand above everything.
	const [nameTop, firstLabel] = beside || lossFirst ? [0, beside ? 0 : 22] : [22, 0];
	const start = names.height + (beside ? 0 : 22);
	const step = beside ? 38 : 56;
	const bottom = start + (input.rows.length - 1) * step + 28;
	const parts: string[] = [];
	// Shares that add up to 100.00000001 are 100.
	const beyond = frame.high > 100.01 || frame.low < -0.01;
	if (beyond) {
		parts.push(
			line(x(100), start - 4, x(100), bottom + 6, 'ax0'),
			line(x(0), start - 4, x(0), bottom + 6, 'ax0'),
		);
		const half = textWidth(input.wholeText, smallSize) / 2;
		const at = Math.min(width - half, x(100));
		parts.push(text(at, bottom + 20, input.wholeText, { anchor: 'middle', className: 'k' }));
	}
	parts.push(...names.draw(nameTop));
	for (const [index, row] of input.rows.entries()) {
		const top = start + index * step;
		const above = index === 0 && firstLabel === 0 ? 14 : top - 8;
		if (beside) parts.push(...besideLabel(row.label, top + 14, labelRoom - 8));
		else parts.push(text(0, above, row.label, { className: 'halo', maxWidth: width }));
		parts.push(...drawBar(input, row, segments[index] ?? [], top, frame));
	}
	return svgRoot(form, width, bottom + (beyond ? 26 : 2), input.alt, parts);
}

/** Draws 100 % bars. Without rows or parts it draws the given words for "no data". */
export function stackedShares(input: StackedSharesInput): Drawing {
	if (input.rows.length === 0 || input.parts.length === 0) return emptyDrawing(input.noData, input.alt);
	return { wide: draw(input, 'w'), narrow: draw(input, 'h') };
}
