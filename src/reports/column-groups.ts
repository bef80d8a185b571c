/** How a table that is too wide for an upright page is dealt out over several. */
import type { TableBlock } from './block.ts';

/** More columns than this are unreadable on an upright page of text. */
const mostColumns = 7;

/**
 * Which columns stand in each part of a table: the text columns in every one, the number columns dealt out evenly.
 * A narrow table is one part.
 */
export function columnGroups(table: TableBlock): number[][] {
	const all = table.columns.map((_, index) => index);
	const kept = all.filter((index) => table.columns[index]?.align === 'left');
	const dealt = all.filter((index) => table.columns[index]?.align === 'right');
	const room = Math.max(2, mostColumns - kept.length);
	const parts = all.length <= mostColumns ? 1 : Math.ceil(dealt.length / room);
	if (parts <= 1) return [all];
	const each = Math.ceil(dealt.length / parts);
	return Array.from({ length: parts }, (_, part) => {
		const own = dealt.slice(part * each, (part + 1) * each);
		return [...kept, ...own].sort((a, b) => a - b);
	});
}
