/** Finds room for labels beside their dots, so that no label lies on another, on a dot or outside the drawing. */
import { smallSize } from './svg.ts';
import { shortenText, textWidth } from './text-width.ts';

export interface Box {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

export interface PlacedLabel {
	readonly text: string;
	/** The baseline's start. */
	readonly x: number;
	readonly y: number;
	/** A rule leads from the dot when the label does not stand right beside it. */
	readonly leader: boolean;
}

const radius = 7;
const lineHeight = 16;
/** Wide enough for most names; a longer one is cut and stands whole in the table. */
const widest = 150;

/** Screen fonts are wider than the table of widths now and then, and names need air between them. */
const fontRoom = 1.06;
const air = 3;

function boxOf({ left, baseline }: { left: number; baseline: number }, width: number): Box {
	return {
		left: left - air,
		right: left + width + air,
		top: baseline - lineHeight + 4,
		bottom: baseline + 4,
	};
}

const apart = (a: Box, b: Box) =>
	a.left >= b.right || a.right <= b.left || a.top >= b.bottom || a.bottom <= b.top;

/** Places to try, nearest first: right, left, below, above, then further up and down on both sides. */
function places(width: number, x: number, y: number): { left: number; baseline: number; leader: boolean }[] {
	const right = x + radius + air + 1;
	const left = x - radius - air - 1 - width;
	const near = [
		{ left: right, baseline: y + 5, leader: false },
		{ left, baseline: y + 5, leader: false },
		{ left: x - width / 2, baseline: y + radius + 15, leader: false },
		{ left: x - width / 2, baseline: y - radius - 5, leader: false },
	];
	const far = [18, 34, 50, 66, 82].flatMap((shift) =>
		[right + 8, left - 8].flatMap((side) =>
			[shift, -shift].map((by) => ({ left: side, baseline: y + 5 + by, leader: true })),
		),
	);
	return [...near, ...far];
}

/**
 * One place a dot, in the order given, or null where there is none. `taken` are boxes nothing may cover; the dots
 * themselves are kept free as well. A label stays on its dot's side of the `lines`, so that it never names a thing in
 * another field.
 */
export function placeLabels(
	dots: readonly { readonly x: number; readonly y: number; readonly label: string }[],
	frame: Box,
	taken: readonly Box[],
	lines: { readonly x: number; readonly y: number },
): (PlacedLabel | null)[] {
	const boxes: Box[] = [
		...taken,
		...dots.map(({ x, y }) => ({
			left: x - radius,
			right: x + radius,
			top: y - radius,
			bottom: y + radius,
		})),
	];
	return dots.map(({ x, y, label }) => {
		const shown = shortenText(label, widest, smallSize);
		const width = textWidth(shown, smallSize) * fontRoom;
		const tried = places(width, x, y);
		const place = tried.find((one) => {
			const box = boxOf(one, width);
			const inside =
				box.left >= frame.left &&
				box.right <= frame.right &&
				box.top >= frame.top &&
				box.bottom <= frame.bottom;
			const sameSide =
				(x > lines.x ? box.left >= lines.x : box.right <= lines.x) &&
				(y > lines.y ? box.top >= lines.y : box.bottom <= lines.y);
			return inside && sameSide && boxes.every((other) => apart(box, other));
		});
		if (!place) return null;
		boxes.push(boxOf(place, width));
		return { text: shown, x: place.left, y: place.baseline, leader: place.leader };
	});
}
