/**
 * One measure, one row per product, sorted: position on a common scale is what the eye compares best.
 * The thin rule runs from zero to the dot, so that a loss lies visibly on the other side.
 */
import { scaleLinear } from 'd3-scale';
import {
	bodySize,
	dot,
	emptyDrawing,
	line,
	narrowWidth,
	relativeSizes,
	svgRoot,
	text,
	wideWidth,
	type Drawing,
} from './svg.ts';
import { textWidth, wrapText } from './text-width.ts';

interface DotRow {
	readonly label: string;
	/** As the reader sees it, with the word for a loss when there is one. */
	readonly valueText: string;
	/** null: not computable; the row stays, with its text and without a dot. */
	readonly value: number | null;
}

export interface DotComparisonInput {
	readonly rows: readonly DotRow[];
	readonly alt: string;
	readonly noData: string;
}

interface PlacedRow extends DotRow {
	readonly size: number | null;
}

/** Rows from the highest value down; equal values keep the caller's order; rows without a value come last. */
function placeRows(rows: readonly DotRow[]): PlacedRow[] {
	const sizes = relativeSizes(rows.map((row) => row.value ?? 0));
	return rows
		.map((row, index): PlacedRow => ({ ...row, size: row.value === null ? null : (sizes[index] ?? 0) }))
		.sort((a, b) => (b.size ?? -2) - (a.size ?? -2));
}

function dotClass(row: PlacedRow, best: number | null): string {
	if ((row.size ?? 0) < 0) return 'f-rugi tepi';
	return row.size === best ? 'f-untung tepi' : 'f-abu tepi';
}

/** A name left of its row, on two lines when one is too short. */
function besideLabel(label: string, middle: number, room: number, className: string): string[] {
	const lines = wrapText(label, room, bodySize, { bold: className === 'b' });
	const top = middle + 5 - (lines.length - 1) * 8;
	const whole = lines.join(' ') === label;
	return lines.map((part, index) =>
		text(0, top + index * 16, part, { className, ...(whole ? {} : { full: label }) }),
	);
}

function draw(input: DotComparisonInput, form: 'w' | 'h', width: number): string {
	const rows = placeRows(input.rows);
	const known = rows.flatMap((row) => (row.size === null ? [] : [row.size]));
	const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
	const best = known.length > 1 ? Math.max(...known) : null;
	const valueRoom = Math.min(
		width / 2.4,
		Math.max(...rows.map((row) => textWidth(row.valueText, bodySize, true))) + 14,
	);
	const beside = form === 'w';
	const longest = Math.max(...rows.map((row) => textWidth(row.label, bodySize, true)));
	const labelRoom = beside ? Math.min(170, Math.max(80, longest + 12)) : 0;
	const scale = scaleLinear(low === high ? [0, 1] : [low, high], [labelRoom + 8, width - valueRoom - 8]);
	const step = beside ? 34 : 46;
	const height = rows.length * step;
	const parts: string[] = [line(scale(0), 2, scale(0), height - 2, 'ax0')];
	for (const [index, row] of rows.entries()) {
		const middle = index * step + (beside ? 17 : 31);
		const className = best !== null && row.size === best ? 'b' : '';
		if (beside) parts.push(...besideLabel(row.label, middle, labelRoom - 8, className));
		else
			parts.push(text(0, middle - 14, row.label, { className: `${className} halo`.trim(), maxWidth: width }));
		parts.push(
			text(width, middle + 5, row.valueText, { anchor: 'end', className: 'b', maxWidth: valueRoom }),
		);
		if (row.size === null) continue;
		parts.push(line(scale(0), middle, scale(row.size), middle, 'sambung'));
		parts.push(dot(scale(row.size), middle, 7, dotClass(row, best)));
	}
	return svgRoot(form, width, height, input.alt, parts);
}

/** Draws a dot plot. Without rows it draws the given words for "no data". */
export function dotComparison(input: DotComparisonInput): Drawing {
	if (input.rows.length === 0) return emptyDrawing(input.noData, input.alt);
	return { wide: draw(input, 'w', wideWidth), narrow: draw(input, 'h', narrowWidth) };
}
