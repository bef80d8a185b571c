/**
 * Codes seen so far, interview by interview, as steps: a step up is a code nobody had brought before, a long flat
 * stretch at the end is what saturation looks like. What each interview added stands over its step.
 */
import { scaleLinear } from 'd3-scale';
import {
	emptyDrawing,
	line,
	narrowWidth,
	rect,
	smallSize,
	svgRoot,
	text,
	wideWidth,
	type Drawing,
} from './svg.ts';
import { textWidth } from './text-width.ts';

export interface SaturationStep {
	/** Short: the number of the interview. */
	readonly label: string;
	/** Codes seen so far. */
	readonly seen: number;
	/** Codes this interview brought first. */
	readonly fresh: number;
	/** As shown over the step; empty when it brought nothing. */
	readonly freshText: string;
}

export interface SaturationCurveInput {
	readonly steps: readonly SaturationStep[];
	/** At the top of the scale: the number of all codes seen. */
	readonly topText: string;
	readonly zeroText: string;
	/** Under the steps: what they are. */
	readonly axisText: string;
	readonly alt: string;
	readonly noData: string;
}

const plotHeight = 150;
const top = 28;

const counted = (value: number): number => (Number.isFinite(value) ? Math.max(0, value) : 0);

function draw(input: SaturationCurveInput, form: 'w' | 'h', width: number): string {
	const left = Math.max(textWidth(input.topText, smallSize), textWidth(input.zeroText, smallSize), 8) + 10;
	const seen = input.steps.map((step) => counted(step.seen));
	const highest = Math.max(1, ...seen);
	// Divided first, so that the largest numbers cannot overflow.
	const y = scaleLinear([0, 1], [top + plotHeight, top]);
	const room = (width - left - 4) / input.steps.length;
	const bottom = top + plotHeight;
	// Labels are left out evenly where they would touch.
	const widest = Math.max(...input.steps.map(({ label }) => textWidth(label, smallSize))) + 6;
	const every = Math.max(1, Math.ceil(widest / room));
	const freshEvery =
		Math.max(...input.steps.map(({ freshText }) => textWidth(freshText, smallSize, true))) + 2;
	const parts = [
		line(left, y(0), width, y(0), 'ax0'),
		line(left, y(1), width, y(1), 'ax'),
		text(left - 6, y(0) + 4, input.zeroText, { anchor: 'end', className: 'k', maxWidth: left }),
		text(left - 6, y(1) + 4, input.topText, { anchor: 'end', className: 'k', maxWidth: left }),
	];
	for (const [index, step] of input.steps.entries()) {
		const x = left + index * room;
		const height = (seen[index] ?? 0) / highest;
		const before = (seen[index - 1] ?? 0) / highest;
		parts.push(rect(x, y(height), room, bottom - y(height), 'f-bahan'));
		// What is new stands out in the strong colour on top of what was known.
		if (height > before) parts.push(rect(x, y(height), room, y(before) - y(height), 'f-untung'));
		parts.push(line(x, y(height), x + room, y(height), 'ax0'));
		if (index > 0) parts.push(line(x, y(before), x, y(height), 'ax0'));
		if (step.freshText !== '' && freshEvery <= room)
			parts.push(
				text(x + room / 2, y(height) - 6, step.freshText, { anchor: 'middle', className: 'kt halo' }),
			);
		if (index % every === 0)
			parts.push(text(x + room / 2, bottom + 18, step.label, { anchor: 'middle', className: 'kt' }));
	}
	parts.push(text(left, bottom + 38, input.axisText, { className: 'k', maxWidth: width - left }));
	return svgRoot(form, width, bottom + 46, input.alt, parts);
}

/** Draws the steps. Without interviews it draws the given words for "no data". */
export function saturationCurve(input: SaturationCurveInput): Drawing {
	if (input.steps.length === 0) return emptyDrawing(input.noData, input.alt);
	return { wide: draw(input, 'w', wideWidth), narrow: draw(input, 'h', narrowWidth) };
}
