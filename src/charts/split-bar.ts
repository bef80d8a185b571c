/**
 * One amount and its parts: a single bar of 100 %, because the parts make a meaningful whole, and below it a line for
 * every part with its share and its amount. A part too thin for its figure carries none; the line below has it.
 */
import { bodySize, emptyDrawing, narrowWidth, rect, svgRoot, text, wideWidth, type Drawing } from './svg.ts';
import { textWidth } from './text-width.ts';

interface SplitPart {
	readonly label: string;
	/** Above 0 or 0; relative to the other parts. */
	readonly value: number;
	/** `60 %`, as the reader sees it. */
	readonly shareText: string;
	/** `Rp 2.482.500`. */
	readonly valueText: string;
}

export interface SplitBarInput {
	readonly parts: readonly SplitPart[];
	readonly alt: string;
	readonly noData: string;
}

/** The fixed order of the categories; more parts than colours go on in grey with an outline. */
const fills = ['f-untung', 'f-input', 'f-tinta', 'f-kerja', 'f-rugi'] as const;
const onFill: Readonly<Record<string, string>> = {
	'f-untung': 'b di',
	'f-input': 'b dt',
	'f-tinta': 'b pada-tinta',
	'f-kerja': 'b dt',
	'f-rugi': 'b dt',
};

const barHeight = 44;
const lineHeight = 26;

function draw({ parts, alt }: SplitBarInput, form: 'w' | 'h', width: number): string {
	const total = parts.reduce((sum, { value }) => sum + Math.max(0, value), 0);
	const pieces: string[] = [];
	let left = 0.5;
	for (const [index, part] of parts.entries()) {
		const fill = fills[index] ?? 'f-abu';
		const size = (Math.max(0, part.value) / total) * (width - 1);
		pieces.push(rect(left, 0.5, size, barHeight, `${fill} tepi`));
		if (textWidth(part.shareText, bodySize, true) + 8 <= size)
			pieces.push(
				text(left + size / 2, barHeight / 2 + 5.5, part.shareText, {
					anchor: 'middle',
					className: onFill[fill] ?? 'b dt',
				}),
			);
		left += size;
	}
	const amountRoom = Math.max(...parts.map(({ valueText }) => textWidth(valueText, bodySize, true))) + 18;
	const shareRoom = Math.max(...parts.map(({ shareText }) => textWidth(shareText, bodySize))) + 12;
	parts.forEach((part, index) => {
		const middle = barHeight + 14 + index * lineHeight + lineHeight / 2;
		pieces.push(
			rect(0.5, middle - 6, 12, 12, `${fills[index] ?? 'f-abu'} tepi`),
			text(20, middle + 5, part.label, { maxWidth: width - amountRoom - shareRoom - 28 }),
			text(width - amountRoom, middle + 5, part.shareText, { anchor: 'end' }),
			text(width, middle + 5, part.valueText, { anchor: 'end', className: 'b', maxWidth: amountRoom }),
		);
	});
	return svgRoot(form, width, barHeight + 20 + parts.length * lineHeight, alt, pieces);
}

/** Draws the bar. Without parts, or with a total of 0, it draws the given words for "no data". */
export function splitBar(input: SplitBarInput): Drawing {
	const drawable =
		input.parts.length > 0 &&
		input.parts.every(({ value }) => Number.isFinite(value)) &&
		input.parts.some(({ value }) => value > 0);
	if (!drawable) return emptyDrawing(input.noData, input.alt);
	return { wide: draw(input, 'w', wideWidth), narrow: draw(input, 'h', narrowWidth) };
}
