/** How a pasted table was understood, in sentences. */
import type { LivelihoodContent } from '#inputs/livelihood-content.ts';
import { mostIndicators, mostPeople } from '#inputs/livelihood-content.ts';
import { readLivelihoodTable } from '#inputs/livelihood-table.ts';
import { m } from '#words/messages.js';
import type { Locale } from '#words/runtime.js';
import type { ReadPasted } from '#ui/tool/PasteBox.svelte';

const mostDoubts = 5;

/** Reads a table into this sheet. */
export function readPastedLivelihood(into: LivelihoodContent, locale: Locale): ReadPasted<LivelihoodContent> {
	return (workbook) => {
		const read = readLivelihoodTable(workbook, into);
		if (read === null) return { said: [m.livelihood_paste_none({}, { locale })], content: null };
		const scored = read.kind === 'scores';
		const { indicators: rows, people } = read;
		const unsaid = read.content.indicators.some(({ polarity }) => polarity === '');
		const said = [
			scored
				? m.livelihood_paste_scores({ people, rows }, { locale })
				: m.livelihood_paste_means({ rows, groups: read.assets }, { locale }),
			read.means > 0 ? m.livelihood_paste_assets({ count: read.means }, { locale }) : '',
			read.respondents === null
				? ''
				: m.livelihood_paste_respondents({ count: read.respondents }, { locale }),
			read.missing > 0 ? m.livelihood_paste_missing({ count: read.missing }, { locale }) : '',
			read.withoutAsset > 0 ? m.livelihood_paste_no_asset({ count: read.withoutAsset }, { locale }) : '',
			unsaid ? m.livelihood_paste_no_polarity({}, { locale }) : '',
			read.left > 0
				? m.livelihood_paste_left(
						{ count: read.left, most: scored ? mostPeople : mostIndicators },
						{ locale },
					)
				: '',
			...read.doubts
				.slice(0, mostDoubts)
				.map(({ cell, text }) => m.livelihood_paste_doubt({ cell, text }, { locale })),
		];
		return { said: said.filter(Boolean), content: read.content };
	};
}
