/**
 * How far a weight may move: a track from 0 to 100 %, cut where another alternative takes over, each zone with its
 * winner's name, and a tick for today's weight.
 */
import { scaleLinear } from 'd3-scale';
import { emptyDrawing, narrowWidth, rect, smallSize, svgRoot, text, wideWidth, type Drawing } from './svg.ts';
import { textWidth, wrapText } from './text-width.ts';

interface ThresholdZone {
	/** Where the zone ends; the first begins at 0, the last ends at 1. */
	readonly to: number;
	readonly winner: string;
	/** Said at the cut on the left of this zone: `≥ 52,4 %`; empty for the first. */
	readonly cutText: string;
	/** Today's winner. */
	readonly current: boolean;
}

export interface ThresholdBar {
	readonly label: string;
	readonly zones: readonly ThresholdZone[];
	readonly now: number;
	readonly nowText: string;
}

export interface ThresholdBarsInput {
	readonly bars: readonly ThresholdBar[];
	readonly zeroText: string;
	readonly wholeText: string;
	readonly alt: string;
	readonly noData: string;
}

const within = (value: number): number => (Number.isFinite(value) ? Math.max(0, Math.min(1, value)) : 0);
const barHeight = 32;

/** A text of this width around a point, kept inside the track. */
const kept = (at: number, width: number, left: number, right: number): number =>
	Math.max(left + width / 2, Math.min(right - width / 2, at));

function drawZones(bar: ThresholdBar, top: number, x: (value: number) => number): string[] {
	let from = 0;
	return bar.zones.flatMap((zone) => {
		const [left, right] = [x(from), x(within(zone.to))];
		from = within(zone.to);
		if (right - left < 0.05) return [];
		const drawn = [rect(left, top, right - left, barHeight, `${zone.current ? 'f-kerja' : 'f-kosong'} tepi`)];
		if (right - left > 44)
			drawn.push(
				text((left + right) / 2, top + 21, zone.winner, {
					anchor: 'middle',
					className: zone.current ? 'kt dt' : 'kt',
					maxWidth: right - left - 12,
				}),
			);
		return drawn;
	});
}

/** Today's tick with a pale rim, so that it shows on any fill. */
function drawTick(
	bar: ThresholdBar,
	top: number,
	x: (value: number) => number,
	ends: readonly [number, number],
): string[] {
	const at = x(within(bar.now));
	const rim = `<path d="M${at.toFixed(1)} ${top - 6}V${top + barHeight + 6}" stroke="var(--kertas)" stroke-width="7"/>`;
	const tick = `<path d="M${at.toFixed(1)} ${top - 6}V${top + barHeight + 6}" stroke="var(--c-tinta)" stroke-width="3"/>`;
	const middle = kept(at, textWidth(bar.nowText, smallSize, true), ...ends);
	return [rim, tick, text(middle, top - 11, bar.nowText, { anchor: 'middle', className: 'b kt halo' })];
}

function drawCuts(
	bar: ThresholdBar,
	top: number,
	x: (value: number) => number,
	ends: readonly [number, number],
): string[] {
	let from = 0;
	let taken = -Infinity;
	return bar.zones.flatMap((zone) => {
		const at = x(from);
		const first = from === 0 && zone.cutText === '';
		from = within(zone.to);
		if (first || zone.cutText === '') return [];
		const width = textWidth(zone.cutText, smallSize, true);
		const middle = kept(at, width, ...ends);
		const mark = `<path d="M${at.toFixed(1)} ${top - 2}V${top + barHeight + 6}" stroke="var(--c-tinta)" stroke-width="1.5" stroke-dasharray="3 2"/>`;
		if (middle - width / 2 < taken) return [mark];
		taken = middle + width / 2 + 8;
		return [
			mark,
			text(middle, top + barHeight + 20, zone.cutText, { anchor: 'middle', className: 'b kt halo' }),
		];
	});
}

/** The ends of the scale, left out where a cut is said in their place. */
function drawEnds(
	input: ThresholdBarsInput,
	bar: ThresholdBar,
	top: number,
	ends: readonly [number, number],
): string[] {
	const cuts = bar.zones.slice(1).map((_, index) => within(bar.zones[index]?.to ?? 0));
	const y = top + barHeight + 20;
	return [
		...(cuts.some((cut) => cut < 0.14) ? [] : [text(ends[0], y, input.zeroText, { className: 'k' })]),
		...(cuts.some((cut) => cut > 0.82)
			? []
			: [text(ends[1], y, input.wholeText, { anchor: 'end', className: 'k' })]),
	];
}

function draw(input: ThresholdBarsInput, form: 'w' | 'h'): string {
	const beside = form === 'w';
	const width = beside ? wideWidth : narrowWidth;
	const longest = Math.max(...input.bars.map(({ label }) => textWidth(label, 14, true)));
	const labelRoom = beside ? Math.min(130, longest * 1.1 + 14) : 0;
	const ends: [number, number] = [labelRoom + 0.5, width - 0.5];
	const scale = scaleLinear([0, 1], ends);
	const x = (value: number) => scale(value);
	const [step, lead] = beside ? [94, 30] : [116, 50];
	const parts = input.bars.flatMap((bar, index) => {
		const top = index * step + lead;
		const label = beside
			? wrapText(bar.label, labelRoom - 10, 14, { bold: true }).map((part, at, all) =>
					text(0, top + 21 - (all.length - 1) * 8 + at * 16, part, { className: 'b', full: bar.label }),
				)
			: [text(0, top - 35, bar.label, { className: 'b', maxWidth: width })];
		return [
			...label,
			...drawZones(bar, top, x),
			...drawCuts(bar, top, x, ends),
			...drawTick(bar, top, x, ends),
			...drawEnds(input, bar, top, ends),
		];
	});
	const height = (input.bars.length - 1) * step + lead + barHeight + 26;
	return svgRoot(
		form,
		width,
		height,
		input.alt,
		parts.filter((part) => part !== ''),
	);
}

/** Draws the tracks. Without bars it draws the given words for "no data". */
export function thresholdBars(input: ThresholdBarsInput): Drawing {
	if (input.bars.length === 0) return emptyDrawing(input.noData, input.alt);
	return { wide: draw(input, 'w'), narrow: draw(input, 'h') };
}
