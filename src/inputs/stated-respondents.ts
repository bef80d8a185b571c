/** The number of respondents that a caption, a heading or a sentence states. */
import type { StatedRespondents } from '#methods/table-check/printed-programme.ts';
import type { Grid } from './grid.ts';

const patterns: readonly RegExp[] = [
	/\bn\s*=\s*(\d{1,4})\b(?![.,]\d)/i,
	/\b(\d{1,4})\s+(?:orang\s+)?(?:responden|respondents?|informan|penerima\s+manfaat|beneficiar(?:y|ies)|peserta|participants?)\b/i,
	/\b(?:responden|respondents?|penerima\s+manfaat|beneficiaries|sampel|sample)\s*(?:\(n\))?\s*(?:sebanyak|berjumlah|=|:|of)\s*(\d{1,4})\b(?![.,]\d)/i,
];

function statedIn(text: string, cell: string, table: string): readonly StatedRespondents[] {
	for (const pattern of patterns) {
		const found = pattern.exec(text);
		const count = Number(found?.[1] ?? 0);
		if (found && count >= 2) return [{ count, text: found[0].trim(), cell, table }];
	}
	return [];
}

/** Every number of respondents stated in a grid's caption and in its cells of words. */
export function readStatedRespondents(grid: Grid): readonly StatedRespondents[] {
	const inCells = grid.rows.flatMap((row) =>
		row.flatMap((cell) =>
			cell.text.length >= 5 &&
			/\d/.test(cell.text) &&
			/n\s*=|respond|manfaat|benef|pesert|partic|samp|infor/i.test(cell.text)
				? statedIn(cell.text, cell.address, grid.name)
				: [],
		),
	);
	return [...(grid.caption ? statedIn(grid.caption, '', grid.name) : []), ...inCells];
}
