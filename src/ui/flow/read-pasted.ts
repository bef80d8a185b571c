/** How a pasted table of flows was understood, in sentences. */
import { mostFlowRows, type FlowContent } from '#inputs/flow-content.ts';
import { readFlowTable } from '#inputs/flow-table.ts';
import type { ReadPasted } from '#ui/tool/PasteBox.svelte';
import { m } from '#words/messages.js';
import type { Locale } from '#words/runtime.js';

/** Reads a table into this sheet. */
export function readPastedFlow(into: FlowContent, locale: Locale): ReadPasted<FlowContent> {
	return (workbook) => {
		const read = readFlowTable(workbook, into);
		if (read === null) return { said: [m.flow_paste_none({}, { locale })], content: null };
		const said = [
			m.flow_paste_rows({ count: read.rows }, { locale }),
			read.ranges > 0 ? m.flow_paste_ranges({ count: read.ranges }, { locale }) : '',
			read.left > 0 ? m.flow_paste_left({ count: read.left, most: mostFlowRows }, { locale }) : '',
		];
		return { said: said.filter(Boolean), content: read.content };
	};
}
