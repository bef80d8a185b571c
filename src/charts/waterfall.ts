/**
 * From the output value down to the profit: totals solid, deductions outlined, a thin running line, values on the bars
 * and no value axis (interface rules for charts). Vertical where there is room, horizontal on phones and when a text
 * would not fit its column.
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
	svgRoot,
	text,
	wideWidth,
	type Drawing,
} from './svg.ts';
import { balanceText, textWidth } from './text-width.ts';

export interface WaterfallBar {
	readonly label: string;
	/** As the reader sees it, minus sign included: `−1.700`; a loss without it, because the word says so. */
	readonly valueText: string;
	/** A total is the level itself; a deduction is how much the level falls (negative: it rises). */
	readonly value: number;
	readonly kind: 'total' | 'deduction';
	readonly colour: 'tinta' | 'bahan' | 'input' | 'kerja' | 'untung';
}

export interface WaterfallInput {
	readonly bars: readonly WaterfallBar[];
	readonly alt: string;
	/** The word on a total below zero: `rugi`. */
	readonly lossWord: string;
	readonly noData: string;
}

interface PlacedBar extends WaterfallBar {
	readonly low: number;
	readonly high: number;
	/** Where the running line leaves the bar. */
	readonly level: number;
	readonly loss: boolean;
}

/** Levels of every bar, in parts of the largest value. */
function placeBars(bars: readonly WaterfallBar[]): PlacedBar[] {
	const sizes = relativeSizes(bars.map((bar) => bar.value));
	let level = 0;
	return bars.map((bar, index) => {
		const size = sizes[index] ?? 0;
		const before = bar.kind === 'total' ? 0 : level;
		level = bar.kind === 'total' ? size : level - size;
		return {
			...bar,
			low: Math.min(before, level),
			high: Math.max(before, level),
			level,
			loss: bar.kind === 'total' && level < 0,
		};
	});
}

function levelDomain(bars: readonly PlacedBar[]): [number, number] {
	const low = Math.min(0, ...bars.map((bar) => bar.low));
	const high = Math.max(0, ...bars.map((bar) => bar.high));
	return low === high ? [0, 1] : [low, high];
}

function barClass(bar: PlacedBar): string {
	if (bar.loss) return 'f-rugi tepi';
	return bar.kind === 'total' ? `f-${bar.colour}` : `f-${bar.colour} tepi`;
}

/** A single word may reach a little into the gaps beside it: its neighbours are rarely as wide on the same line. */
const wordOverhang = 1.04;

function vertical(bars: readonly PlacedBar[], input: WaterfallInput): string | null {
	const gap = 20;
	const width = (wideWidth - 16 - gap * (bars.length - 1)) / bars.length;
	const room = (width + gap) * wordOverhang;
	const labels = bars.map(
		(bar) => balanceText(bar.label, { wanted: width + 4, limit: room }, bodySize, bar.kind === 'total') ?? [],
	);
	const whole = bars.every(
		(bar, index) =>
			labels[index]?.length !== 0 &&
			[bar.loss ? input.lossWord : '', bar.valueText].every(
				(part) => textWidth(part, bodySize, true) <= room,
			),
	);
	if (width < 36 || !whole) return null;
	const [low, high] = levelDomain(bars);
	const below = low < 0 ? 40 : 0;
	const y = scaleLinear([low, high], [250 - below, 28]);
	const foot = 270;
	const parts: string[] = [];
	for (const [index, bar] of bars.entries()) {
		const x = 8 + index * (width + gap);
		const middle = x + width / 2;
		const [top, bottom] = [y(bar.high), y(bar.low)];
		parts.push(rect(x, top, width, bottom - top, barClass(bar)));
		if (bar.loss) parts.push(hatch(x, top, width, bottom - top));
		if (index < bars.length - 1)
			parts.push(line(x + width, y(bar.level), x + width + gap, y(bar.level), 'sambung'));
		if (bar.loss) {
			parts.push(text(middle, bottom + 16, input.lossWord, { anchor: 'middle', className: 'b halo' }));
			parts.push(text(middle, bottom + 33, bar.valueText, { anchor: 'middle', className: 'b halo' }));
		} else {
			parts.push(text(middle, top - 8, bar.valueText, { anchor: 'middle', className: 'b' }));
		}
		for (const [row, part] of (labels[index] ?? []).entries()) {
			const className = bar.kind === 'total' ? 'b' : '';
			parts.push(text(middle, foot + row * 18, part, { anchor: 'middle', className, full: part }));
		}
	}
	parts.push(line(0, y(0), wideWidth, y(0), 'ax0'));
	const rows = Math.max(...labels.map((label) => label.length));
	return svgRoot('w', wideWidth, foot + (rows - 1) * 18 + 8, input.alt, parts);
}

function horizontal(
	bars: readonly PlacedBar[],
	input: WaterfallInput,
	form: 'w' | 'h',
	width: number,
): string {
	const x = scaleLinear(levelDomain(bars), [0, width]);
	const step = 48;
	const parts: string[] = [];
	// A zero line only where something lies below zero: otherwise it is the left edge.
	if (bars.some((bar) => bar.low < 0)) parts.push(line(x(0), 0, x(0), (bars.length - 1) * step + 40, 'ax0'));
	for (const [index, bar] of bars.slice(0, -1).entries()) {
		parts.push(line(x(bar.level), index * step + 36, x(bar.level), index * step + 68, 'sambung'));
	}
	for (const [index, bar] of bars.entries()) {
		const top = index * step;
		const value = bar.loss ? `${input.lossWord} ${bar.valueText}` : bar.valueText;
		const room = Math.max(60, width - textWidth(value, bodySize, true) - 12);
		const className = bar.kind === 'total' ? 'b halo' : 'halo';
		parts.push(text(0, top + 14, bar.label, { className, maxWidth: room }));
		parts.push(text(width, top + 14, value, { anchor: 'end', className: 'b halo', maxWidth: width - 72 }));
		parts.push(rect(x(bar.low), top + 20, x(bar.high) - x(bar.low), 16, barClass(bar)));
		if (bar.loss) parts.push(hatch(x(bar.low), top + 20, x(bar.high) - x(bar.low), 16));
	}
	return svgRoot(form, width, (bars.length - 1) * step + 40, input.alt, parts);
}

/** Draws a waterfall. Without bars it draws the given words for "no data". */
export function waterfall(input: WaterfallInput): Drawing {
	if (input.bars.length === 0) return emptyDrawing(input.noData, input.alt);
	const bars = placeBars(input.bars);
	return {
		wide: vertical(bars, input) ?? horizontal(bars, input, 'w', wideWidth),
		narrow: horizontal(bars, input, 'h', narrowWidth),
	};
}
