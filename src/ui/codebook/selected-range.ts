/** The text selected inside the list of sentences, as a range of the interview; null when nothing of it is. */
import type { TextRange } from '#inputs/sentence-units.ts';

/** Stretches of text carry the place at which they begin in `data-mulai`; codes' names between them carry none. */
export function selectedRange(list: HTMLElement): TextRange | null {
	const selection = getSelection();
	if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
	const range = selection.getRangeAt(0);
	if (!range.intersectsNode(list)) return null;
	const touched = [...list.querySelectorAll<HTMLElement>('[data-mulai]')].filter((piece) =>
		range.intersectsNode(piece),
	);
	const [first, last] = [touched[0], touched.at(-1)];
	if (!first || !last) return null;
	const start = Number(first.dataset.mulai) + (first.contains(range.startContainer) ? range.startOffset : 0);
	const end =
		Number(last.dataset.mulai) +
		(last.contains(range.endContainer) ? range.endOffset : (last.textContent?.length ?? 0));
	return start < end ? { start, end } : null;
}
