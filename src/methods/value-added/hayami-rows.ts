/**
 * The rows of a Hayami value-added table, in the published order.
 * Source: Hayami, Kawagoe, Morooka and Siregar (1987), Agricultural Marketing and Processing in Upland Java,
 * CGPRT Centre, Bogor; row letters as printed in Indonesian studies. All money rows from 8 on are per ONE unit
 * of RAW MATERIAL. Rows are keyed by meaning because printed tables number and order them differently.
 */
import type { Basis } from '../quantity.ts';

export type HayamiInputKey =
	'output' | 'rawMaterial' | 'labour' | 'outputPrice' | 'wage' | 'rawMaterialPrice' | 'otherInputs';

export type HayamiResultKey =
	| 'conversionFactor'
	| 'labourCoefficient'
	| 'outputValue'
	| 'valueAdded'
	| 'valueAddedRatioPct'
	| 'labourIncome'
	| 'labourSharePct'
	| 'profit'
	| 'profitRatePct'
	| 'profitOverValueAddedPct'
	| 'margin'
	| 'marginLabourPct'
	| 'marginOtherInputsPct'
	| 'marginProfitPct';

export type HayamiKey = HayamiInputKey | HayamiResultKey;

export interface HayamiRow {
	readonly key: HayamiKey;
	/** Row number as printed: `4`, `11a`. `13b` has two readings, see `profitOverValueAddedPct`. */
	readonly row: string;
	readonly symbol: string;
	readonly kind: 'input' | 'computed';
	readonly section: 'quantities' | 'revenue' | 'returns';
	/** In symbols, `J - H - I`; empty for inputs. Percentages leave the factor 100 to `unit`. */
	readonly formula: string;
	readonly operands: readonly HayamiKey[];
	/** `Rp`, `HOK`, `%` or a ratio; `qty` stands for the product's own unit (kg, l, pack). */
	readonly unit: string;
	readonly basis: Basis;
}

const row = (
	key: HayamiKey,
	number: string,
	symbol: string,
	section: HayamiRow['section'],
	unit: string,
	basis: Basis,
	formula = '',
	operands: readonly HayamiKey[] = [],
): HayamiRow => ({
	key,
	row: number,
	symbol,
	kind: operands.length > 0 ? 'computed' : 'input',
	section,
	formula,
	operands,
	unit,
	basis,
});

export const hayamiRows: readonly HayamiRow[] = [
	row('output', '1', 'A', 'quantities', 'qty', 'process'),
	row('rawMaterial', '2', 'B', 'quantities', 'qty', 'process'),
	row('labour', '3', 'C', 'quantities', 'HOK', 'process'),
	row('conversionFactor', '4', 'D', 'quantities', 'qty/qty', 'raw-material', 'A / B', [
		'output',
		'rawMaterial',
	]),
	row('labourCoefficient', '5', 'E', 'quantities', 'HOK', 'raw-material', 'C / B', ['labour', 'rawMaterial']),
	row('outputPrice', '6', 'F', 'quantities', 'Rp', 'output'),
	row('wage', '7', 'G', 'quantities', 'Rp', 'person-day'),
	row('rawMaterialPrice', '8', 'H', 'revenue', 'Rp', 'raw-material'),
	row('otherInputs', '9', 'I', 'revenue', 'Rp', 'raw-material'),
	row('outputValue', '10', 'J', 'revenue', 'Rp', 'raw-material', 'D x F', [
		'conversionFactor',
		'outputPrice',
	]),
	row('valueAdded', '11a', 'K', 'revenue', 'Rp', 'raw-material', 'J - H - I', [
		'outputValue',
		'rawMaterialPrice',
		'otherInputs',
	]),
	row('valueAddedRatioPct', '11b', 'L', 'revenue', '%', 'none', 'K / J', ['valueAdded', 'outputValue']),
	row('labourIncome', '12a', 'M', 'revenue', 'Rp', 'raw-material', 'E x G', ['labourCoefficient', 'wage']),
	row('labourSharePct', '12b', 'N', 'revenue', '%', 'none', 'M / K', ['labourIncome', 'valueAdded']),
	row('profit', '13a', 'O', 'revenue', 'Rp', 'raw-material', 'K - M', ['valueAdded', 'labourIncome']),
	row('profitRatePct', '13b', 'P', 'revenue', '%', 'none', 'O / J', ['profit', 'outputValue']),
	row('profitOverValueAddedPct', '13b', 'P', 'revenue', '%', 'none', 'O / K', ['profit', 'valueAdded']),
	row('margin', '14', 'Q', 'returns', 'Rp', 'raw-material', 'J - H', ['outputValue', 'rawMaterialPrice']),
	row('marginLabourPct', '14a', 'R', 'returns', '%', 'none', 'M / Q', ['labourIncome', 'margin']),
	row('marginOtherInputsPct', '14b', 'S', 'returns', '%', 'none', 'I / Q', ['otherInputs', 'margin']),
	row('marginProfitPct', '14c', 'T', 'returns', '%', 'none', 'O / Q', ['profit', 'margin']),
];

/** The row of a key. */
export function hayamiRow(key: HayamiKey): HayamiRow {
	return hayamiRows.find((candidate) => candidate.key === key) as HayamiRow;
}
