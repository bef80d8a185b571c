/** What a sharing sheet holds: an amount, the rule that divides it, and the people one part is divided over. */
import { listFrom, recordFrom, textFrom, type ToolContent } from './tool-content.ts';

export interface SharingPart {
	readonly name: string;
	/** Percent of the amount, as typed. */
	readonly percent: string;
}

export interface SharingContent {
	readonly title: string;
	/** Rupiah, as typed. */
	readonly amount: string;
	readonly parts: readonly SharingPart[];
}

export const mostParts = 40;

const emptyPart: SharingPart = { name: '', percent: '' };

export const sharingContent: ToolContent<SharingContent> = {
	tool: 'sharing',
	version: 1,
	empty: () => ({ title: '', amount: '', parts: [emptyPart, emptyPart] }),
	read(value) {
		const from = recordFrom(value);
		if (!Array.isArray(from.parts)) return null;
		return {
			title: textFrom(from.title),
			amount: textFrom(from.amount),
			parts: listFrom(from.parts, mostParts, (entry) => {
				const part = recordFrom(entry);
				return { name: textFrom(part.name), percent: textFrom(part.percent) };
			}),
		};
	},
	title: ({ title }) => title.trim(),
	blank: ({ title, amount, parts }) =>
		[title, amount, ...parts.flatMap(({ name, percent }) => [name, percent])].every(
			(text) => text.trim() === '',
		),
};
