/** A division as sentences and a table: who receives how much, to the last rupiah. */
import { readNumber } from '#inputs/number-reader.ts';
import { writeRupiah } from '#inputs/number-writer.ts';
import { plainNumberText } from '#inputs/plain-number-text.ts';
import type { SharingContent } from '#inputs/sharing-content.ts';
import { split } from '#methods/cooperative/split.ts';
import { m } from '#words/messages.js';
import type { Report } from './block.ts';
import { percentText, textCell } from './figure-text.ts';
import type { Locale } from './row-label.ts';

/** The report; null while amount or rule is incomplete. */
export function sharingReport(
	content: SharingContent,
	{ locale }: { readonly locale: Locale; readonly date?: string },
): Report | null {
	const total = readNumber(content.amount, { arithmetic: true }).value;
	const parts = content.parts
		.map(({ name, percent }) => ({ name, percent: readNumber(percent, { arithmetic: true }).value }))
		.filter(({ name, percent }) => name.trim() !== '' || percent !== null);
	if (total === null || parts.some(({ percent }) => percent === null)) return null;
	const answer = split.compute({
		total,
		rules: parts.map(({ name, percent }) => ({ name, pct: plainNumberText(percent ?? 0) })),
	});
	const title = content.title.trim() || m.sharing_untitled({}, { locale });
	const rupiah = (amount: number) => writeRupiah(amount, locale, { decimals: 0 });
	if (!answer.result) {
		const sum = parts.reduce((whole, { percent }) => whole + (percent ?? 0), 0);
		return {
			title,
			locale,
			blocks: [{ kind: 'note', text: m.sharing_not_hundred({ sum: percentText(sum, locale) }, { locale }) }],
			sources: [],
		};
	}
	const { amounts } = answer.result;
	return {
		title,
		locale,
		blocks: [
			{
				kind: 'sentence',
				text: m.sharing_sentence({ amount: rupiah(total), count: parts.length }, { locale }),
			},
			{
				kind: 'table',
				id: 'parts',
				caption: m.sharing_table({ amount: rupiah(total) }, { locale }),
				columns: [
					{ label: m.sharing_part({}, { locale }), align: 'left' },
					{ label: m.sharing_percent({}, { locale }), align: 'right' },
					{ label: m.sharing_rupiah({}, { locale }), align: 'right' },
				],
				rows: [
					...parts.map(({ name, percent }, index) => ({
						cells: [
							textCell(name),
							{ text: percentText(percent ?? 0, locale, { min: 0, max: 4 }), value: percent, decimals: 2 },
							{ text: rupiah(Number(amounts[index])), value: Number(amounts[index]), decimals: 0 },
						],
					})),
					{
						role: 'total' as const,
						cells: [
							textCell(m.sharing_total({}, { locale }), true),
							{ text: percentText(100, locale, 0), value: 100, decimals: 0 },
							{ text: rupiah(total), value: total, decimals: 0 },
						],
					},
				],
			},
		],
		sources: [{ id: split.id, version: split.version, source: split.source }],
	};
}
