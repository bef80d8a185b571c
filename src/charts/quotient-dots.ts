/**
 * Quotients on one line, sorted, with the line of 1 drawn through every row: a rule runs from that line to each dot, so
 * that above and below are seen before any number is read.
 */
import { scaleLinear } from 'd3-scale';
import {
	bodySize,
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
import { textWidth, wrapText } from './text-width.ts';

interface QuotientRow {
	readonly label: string;
	readonly valueText: string;
	/** null: not computable; the row stays, with its text and without a dot. */
	readonly value: number | null;
}

export interface QuotientDotsInput {
	readonly rows: readonly QuotientRow[];
	/** Says what lies on the line of 1. */
	readonly lineLabel: string;
	readonly alt: string;
	readonly noData: string;
}

const known = (value: number | null): value is number =>
	value !== null && Number.isFinite(value) && value >= 0;

/** From the highest quotient down; equal ones keep the caller's order; rows without one come last. */
function sorted(rows: readonly QuotientRow[]): QuotientRow[] {
	const height = ({ value }: QuotientRow) => (known(value) ? value : -1);
	return [...rows].sort((a, b) => height(b) - height(a));
}

function dotClass(value: number): string {
	if (Math.abs(value - 1) < 1e-9) return 'f-kosong tepi';
	return value > 1 ? 'f-untung tepi' : 'f-abu tepi';
}

const headHeight = 26;

function draw(input: QuotientDotsInput, form: 'w' | 'h', width: number): string {
	const rows = sorted(input.rows);
	const beside = form === 'w';
	const values = rows.flatMap(({ value }) => (known(value) ? [value] : []));
	const valueRoom = Math.min(
		width / 3,
		Math.max(...rows.map(({ valueText }) => textWidth(valueText, bodySize, true))) + 12,
	);
	const longest = Math.max(...rows.map(({ label }) => textWidth(label, bodySize, true)));
	const labelRoom = beside ? Math.min(190, Math.max(80, longest + 12)) : 0;
	// The line of 1 always has room on both sides.
	const scale = scaleLinear([0, Math.max(1.5, ...values)], [labelRoom + 8, width - valueRoom - 8]);
	const step = beside ? 34 : 46;
	const height = headHeight + rows.length * step;
	const one = scale(1);
	const labelWidth = textWidth(input.lineLabel, smallSize);
	const labelStart = Math.max(0, Math.min(width - labelWidth, one - labelWidth / 2));
	const parts: string[] = [
		text(labelStart, 14, input.lineLabel, { className: 'k', maxWidth: width - labelStart }),
		line(one, headHeight - 6, one, height - 2, 'ax0'),
	];
	for (const [index, row] of rows.entries()) {
		const middle = headHeight + index * step + (beside ? 17 : 31);
		const above = known(row.value) && row.value > 1;
		const className = above ? 'b' : '';
		if (beside) {
			const lines = wrapText(row.label, labelRoom - 8, bodySize, { bold: above });
			const top = middle + 5 - (lines.length - 1) * 8;
			const whole = lines.join(' ') === row.label;
			for (const [at, part] of lines.entries())
				parts.push(text(0, top + at * 16, part, { className, ...(whole ? {} : { full: row.label }) }));
		} else
			parts.push(text(0, middle - 14, row.label, { className: `${className} halo`.trim(), maxWidth: width }));
		parts.push(
			text(width, middle + 5, row.valueText, { anchor: 'end', className: 'b', maxWidth: valueRoom }),
		);
		if (!known(row.value)) continue;
		parts.push(line(one, middle, scale(row.value), middle, 'sambung'));
		parts.push(dot(scale(row.value), middle, 7, dotClass(row.value)));
	}
	return svgRoot(form, width, height, input.alt, parts);
}

/** Draws the quotients. Without rows it draws the given words for "no data". */
export function quotientDots(input: QuotientDotsInput): Drawing {
	if (input.rows.length === 0) return emptyDrawing(input.noData, input.alt);
	return { wide: draw(input, 'w', wideWidth), narrow: draw(input, 'h', narrowWidth) };
}
