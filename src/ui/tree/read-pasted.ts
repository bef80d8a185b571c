/** How a pasted table of products was understood, in sentences. */
import { mostTreeRows, type TreeContent } from '#inputs/tree-content.ts';
import { readTreeTable } from '#inputs/tree-table.ts';
import type { ReadPasted } from '#ui/tool/PasteBox.svelte';
import { m } from '#words/messages.js';
import type { Locale } from '#words/runtime.js';

/** Reads a table into this sheet. */
export function readPastedTree(into: TreeContent, locale: Locale): ReadPasted<TreeContent> {
	return (workbook) => {
		const read = readTreeTable(workbook, into);
		if (read === null) return { said: [m.tree_paste_none({}, { locale })], content: null };
		const said = [
			m.tree_paste_rows({ count: read.rows }, { locale }),
			read.criteria > 0 ? m.tree_paste_scores({ count: read.criteria }, { locale }) : '',
			read.left > 0 ? m.tree_paste_left({ count: read.left, most: mostTreeRows }, { locale }) : '',
		];
		return { said: said.filter(Boolean), content: read.content };
	};
}
