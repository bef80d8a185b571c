/** Formulas stated in words or letters beside a table, and numbers in running text that cannot be numbers. */
import type { MalformedNumber, StatedFormula } from '#methods/table-check/printed.ts';
import { hayamiRows } from '#methods/value-added/hayami-rows.ts';
import type { HayamiKey } from '#methods/value-added/hayami-rows.ts';
import type { Grid } from './grid.ts';
import { hayamiKeyOf } from './hayami-labels.ts';
import { readNumber } from './number-reader.ts';
import { readLabel } from './table-label.ts';

const moneyUnit = 'Rp/kg';

/** The row meant by a name or by a published letter (`K`, `11a`). */
function keyOfOperand(text: string): HayamiKey | null {
	const bare = text
		.replace(/[x×*]\s*100\s*%?|\(?\s*100\s*%\s*\)?/gi, ' ')
		.replace(/[()[\]]/g, ' ')
		.trim();
	const byLetter = /^[a-t]$/i.test(bare)
		? hayamiRows.find((row) => row.symbol === bare.toUpperCase())
		: undefined;
	const byNumber = /^\d{1,2}[a-c]?$/i.test(bare)
		? hayamiRows.find((row) => row.row === bare.toLowerCase())
		: undefined;
	return byLetter?.key ?? byNumber?.key ?? hayamiKeyOf({ ...readLabel(bare), unit: moneyUnit }, new Set());
}

/** Reads `Tingkat keuntungan (%) = Keuntungan / Nilai tambah x 100 %`; null when the text is no such formula. */
export function statedFormula(text: string): { key: HayamiKey; divisor: HayamiKey } | null {
	const sides = text.split('=');
	if (sides.length !== 2 || text.length > 200) return null;
	const [left = '', right = ''] = sides;
	const parts = right.split(/[/÷:]/);
	if (parts.length !== 2) return null;
	const name = /^\s*\(?[a-t]\)?\s*$/i.test(left) ? keyOfOperand(left) : null;
	const key = name ?? hayamiKeyOf({ ...readLabel(left), unit: '%' }, new Set());
	const divisor = keyOfOperand(parts[1] ?? '');
	const numerator = keyOfOperand(parts[0] ?? '');
	return key && divisor && numerator && key.endsWith('Pct') ? { key, divisor } : null;
}

/** Every stated formula in the cells of a grid. */
export function readStatedFormulas(grid: Grid): readonly StatedFormula[] {
	return grid.rows.flatMap((row) =>
		row.flatMap((cell): StatedFormula[] => {
			if (!cell.text.includes('=')) return [];
			const found = statedFormula(cell.text);
			return found ? [{ ...found, text: cell.text.trim(), cell: cell.address, table: grid.name }] : [];
		}),
	);
}

/** `Rp. 4.078,64,00`: a group mark before, and two decimal marks. */
const suspicious = /(?:Rp\.?\s*)?\d{1,3}(?:\.\d{3})+,\d+,\d+|(?:Rp\.?\s*)?\d{1,3}(?:,\d{3})+\.\d+\.\d+/g;

/** Numbers in running text that no style can read. Lists and dates do not look like this. */
export function readMalformedNumbers(grid: Grid): readonly MalformedNumber[] {
	return grid.rows.flatMap((row) =>
		row.flatMap((cell): MalformedNumber[] =>
			[...cell.text.matchAll(suspicious)].flatMap((match) => {
				const reading = readNumber(match[0]);
				if (reading.status !== 'refused') return [];
				const proposals = reading.alternatives.map((one) => one.value);
				return [{ text: match[0], cell: cell.address, table: grid.name, proposals }];
			}),
		),
	);
}
