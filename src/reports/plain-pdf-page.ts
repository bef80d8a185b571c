/** Boxes set one below the other on A4 pages: what must stay together does, a table's head comes again on each page. */
import type { PdfMark } from '#files/pdf-writer.ts';

const pointsPerMillimetre = 72 / 25.4;

/** A4 upright, margins of 20 mm, in points. */
export const page = { width: 595.28, height: 841.89, margin: 20 * pointsPerMillimetre } as const;
export const textWidth = page.width - 2 * page.margin;
/** The height between the margins. */
export const textHeight = page.height - 2 * page.margin;

/** A piece that is never divided. */
export interface PageBox {
	readonly height: number;
	/** Room above it, left out at the head of a page. */
	readonly above: number;
	/** Stands on the same page as the next box, when both fit one. */
	readonly keepNext: boolean;
	/** Begins a page, whatever room is left. */
	readonly newPage?: boolean;
	/** The head that comes again when this box begins a page, and the line that closes the page before. */
	readonly repeated?: {
		readonly height: number;
		draw(top: number): PdfMark[];
		close(top: number): PdfMark[];
	};
	/** What it draws when its upper edge is at `top`. */
	draw(top: number): PdfMark[];
}

/** Boxes that want to stand on one page, from an index on: how many, and how much room they take. */
function together(boxes: readonly PageBox[], from: number): { count: number; height: number } {
	let count = 0;
	let height = 0;
	for (let index = from; index < boxes.length; index += 1) {
		const box = boxes[index] as PageBox;
		count += 1;
		height += box.height + (index === from ? 0 : box.above);
		if (!box.keepNext) break;
	}
	return { count, height };
}

/** The pages of the boxes, at least one. */
export function pagesOf(boxes: readonly PageBox[]): PdfMark[][] {
	const bottom = page.height - page.margin;
	let marks: PdfMark[] = [];
	const pages = [marks];
	let top: number = page.margin;
	let settled = 0;
	boxes.forEach((box, index) => {
		let needed = box.height;
		if (index >= settled) {
			const group = together(boxes, index);
			const head = box.repeated?.height ?? 0;
			// More than a page holds is divided after all.
			if (group.height + head <= textHeight) {
				needed = group.height;
				settled = index + group.count;
			}
		}
		const fresh = top === page.margin;
		if (!fresh && (box.newPage || top + box.above + needed > bottom + 0.01)) {
			if (box.repeated) marks.push(...box.repeated.close(top));
			marks = [];
			pages.push(marks);
			top = page.margin;
			if (box.repeated) {
				marks.push(...box.repeated.draw(top));
				top += box.repeated.height;
			}
		} else if (!fresh) top += box.above;
		marks.push(...box.draw(top));
		top += box.height;
	});
	return pages;
}
