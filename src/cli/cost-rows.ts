/**
 * A cost table with one product per ROW, of any length: the heading names the seven inputs in any order and language,
 * each row is computed by the same arithmetic as the Hayami method, and memory stays that of one piece of the file.
 */
import { hayamiFigures } from '#methods/value-added/hayami-figures.ts';
import type { HayamiFigures } from '#methods/value-added/hayami-figures.ts';
import type { HayamiInputKey, HayamiKey } from '#methods/value-added/hayami-rows.ts';
import { hayamiKeyOf } from '#inputs/hayami-labels.ts';
import { fastNumber, readColumn, readNumber } from '#inputs/number-reader.ts';
import type { NumberStyle } from '#inputs/number-reading.ts';
import type { Problem } from '#inputs/problem.ts';
import { readLabel } from '#inputs/table-label.ts';

export const costKeys: readonly HayamiInputKey[] = [
	'output',
	'rawMaterial',
	'labour',
	'outputPrice',
	'wage',
	'rawMaterialPrice',
	'otherInputs',
];

export interface CostHeader {
	/** Where each input stands; -1 when the table has no such column. */
	readonly columns: Readonly<Record<HayamiInputKey, number>>;
	/** Where the product's name stands; -1 when rows are told apart by their number. */
	readonly name: number;
	readonly headings: readonly string[];
	/** Columns whose heading means none of these. */
	readonly unknown: readonly string[];
}

const nameWords =
	/^(nama|name|namaproduk|namausaha|productname|usaha|unitusaha|unit|enterprise|pelaku|pelakuusaha|responden|respondent|id|kode)$/;
const productWords = /^(produk|product|jenisproduk|komoditas)$/;

/** The heading of a row-wise cost table, or null when at least five of the seven inputs are not among its cells. */
export function readCostHeader(cells: readonly string[]): CostHeader | null {
	const columns = Object.fromEntries(costKeys.map((key) => [key, -1])) as Record<HayamiInputKey, number>;
	const labels = cells.map((cell) => readLabel(cell.replace(/_/g, ' ')));
	let name = labels.findIndex((label) => nameWords.test(label.letters));
	if (name < 0) name = labels.findIndex((label) => productWords.test(label.letters));
	const unknown: string[] = [];
	labels.forEach((label, at) => {
		if (at === name) return;
		// Columns stand side by side: what stands above never decides here.
		const key: HayamiKey | null = hayamiKeyOf(label, new Set());
		if (key !== null && key in columns && columns[key as HayamiInputKey] < 0)
			columns[key as HayamiInputKey] = at;
		else if (label.letters !== '' || key !== null) unknown.push(cells[at] as string);
	});
	const found = costKeys.filter((key) => columns[key] >= 0).length;
	if (found < 5 || columns.output < 0 || columns.rawMaterial < 0) return null;
	return { columns, name, headings: cells.map((cell) => cell.trim()), unknown };
}

export interface CostStyles {
	readonly styles: readonly (NumberStyle | null)[];
	/** Columns where one group of three digits could be thousands or decimals: read the Indonesian way. */
	readonly ambiguous: readonly {
		readonly heading: string;
		readonly text: string;
		readonly first: number;
		readonly second: number;
	}[];
}

/** How each column writes numbers, learnt from the first rows; a column that proves nothing follows the table. */
export function learnStyles(header: CostHeader, rows: readonly (readonly string[])[]): CostStyles {
	const numeric = costKeys.map((key) => header.columns[key]).filter((at) => at >= 0);
	const texts = (at: number): string[] => rows.map((row) => row[at] ?? '');
	const table = readColumn(numeric.flatMap(texts)).style;
	const styles: (NumberStyle | null)[] = header.headings.map(() => null);
	const ambiguous: CostStyles['ambiguous'][number][] = [];
	for (const at of numeric) {
		const column = readColumn(texts(at), table === null ? {} : { style: table });
		styles[at] = column.style ?? table;
		const open = column.readings.find((reading) => reading.status === 'ambiguous');
		if (open && open.value !== null && open.alternatives[0]) {
			ambiguous.push({
				heading: header.headings[at] as string,
				text: open.text,
				first: open.value,
				second: open.alternatives[0].value,
			});
		}
	}
	return { styles, ambiguous };
}

export type CostRowValues = Record<HayamiInputKey, number | null>;

export interface CostRow {
	readonly name: string;
	readonly values: CostRowValues;
	readonly figures: HayamiFigures;
}

export interface CostRowFault {
	readonly problem: Problem;
	/** Whether the row still has figures: a missing input leaves only the rows that need it empty. */
	readonly computed: boolean;
}

const mandatory: readonly HayamiInputKey[] = costKeys.filter((key) => key !== 'otherInputs');

/** Reads the rows of one table; the same object is filled again for every row, so that a million cost no memory. */
export class CostRowReader {
	readonly #header: CostHeader;
	readonly #styles: readonly (NumberStyle | null)[];
	readonly #values: CostRowValues;
	readonly #fixes: ReadonlyMap<number, ReadonlyMap<number, string>>;

	constructor(
		header: CostHeader,
		styles: readonly (NumberStyle | null)[],
		fixes: ReadonlyMap<number, ReadonlyMap<number, string>>,
	) {
		this.#header = header;
		this.#styles = styles;
		this.#fixes = fixes;
		this.#values = Object.fromEntries(costKeys.map((key) => [key, null])) as CostRowValues;
	}

	/**
	 * One row. A text that is no number, a negative value or no raw material is a fault and gives no figures; a
	 * missing input is told and leaves what needs it empty.
	 * @param line the row's number in the file, counted from 1
	 */
	read(
		row: readonly string[],
		line: number,
	): { readonly row: CostRow | null; readonly fault: CostRowFault | null } {
		const fixed = this.#fixes.get(line);
		const values = this.#values;
		let missing: HayamiInputKey | null = null;
		for (const key of costKeys) {
			const at = this.#header.columns[key];
			const text = at < 0 ? '' : (fixed?.get(at) ?? row[at] ?? '');
			const style = this.#styles[at] ?? null;
			let value: number | null = style === null ? NaN : fastNumber(text, style);
			if (Number.isNaN(value)) {
				const reading = readNumber(text, style === null ? {} : { style });
				if (reading.status === 'refused') {
					const proposal = reading.alternatives[0]?.text;
					return this.#refuse(reading.reason ?? 'NOT_A_NUMBER', line, at, text, proposal);
				}
				value = reading.value;
			}
			if (value === null && missing === null && key !== 'otherInputs') missing = key;
			if (value !== null && value < 0) return this.#refuse('NEGATIVE', line, at, text);
			values[key] = value;
		}
		if (values.rawMaterial === 0) {
			return this.#refuse('ZERO_DENOMINATOR', line, this.#header.columns.rawMaterial, '0');
		}
		const name = this.#header.name < 0 ? String(line) : (row[this.#header.name] ?? '');
		const figures = hayamiFigures(values);
		if (missing === null) return { row: { name, values, figures }, fault: null };
		const at = this.#header.columns[missing];
		const problem = this.#problem('MISSING_INPUT', line, at, '');
		return { row: { name, values, figures }, fault: { problem, computed: true } };
	}

	/** Whether `--perbaiki` changes something in this line. */
	fixes(line: number): boolean {
		return this.#fixes.has(line);
	}

	#problem(code: string, line: number, at: number, content: string, proposal?: string): Problem {
		const column = this.#header.headings[at];
		return {
			code,
			at: { row: line, ...(column === undefined ? {} : { column }) },
			...(content === '' ? {} : { content: content.slice(0, 200) }),
			...(proposal === undefined ? {} : { params: { proposal } }),
		};
	}

	#refuse(code: string, line: number, at: number, content: string, proposal?: string) {
		return {
			row: null,
			fault: { problem: this.#problem(code, line, at, content, proposal), computed: false },
		};
	}
}

/** Inputs the heading does not have, for a note: their figures stay empty. */
export function missingColumns(header: CostHeader): readonly HayamiInputKey[] {
	return mandatory.filter((key) => header.columns[key] < 0);
}
