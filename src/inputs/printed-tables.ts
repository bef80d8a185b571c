/**
 * From a workbook (file, paste or text) to the printed tables that a check and a study start from. Nothing is
 * guessed silently: every doubtful cell and every row not understood is listed.
 */
import type { PrintedTables } from '#methods/table-check/printed.ts';
import { readCostTables } from './cost-tables.ts';
import { readEconomicTables } from './economic-tables.ts';
import type { Grid, Workbook } from './grid.ts';
import { readHayamiTables } from './hayami-table.ts';
import type { ChosenMeanings, HayamiReading, RowMapping } from './hayami-table.ts';
import type { Doubt } from './printed-number.ts';
import { done, failed } from './problem.ts';
import type { Outcome } from './problem.ts';
import { readProgrammeTables, withoutRows } from './programme-tables.ts';
import { readMalformedNumbers, readStatedFormulas, statedFormula } from './stated-formulas.ts';
import { readStatements } from './statement-table.ts';
import { readSummary } from './summary-table.ts';

export interface ReadOptions {
	/** Meanings a person chose for single rows: `Sheet!B12` or `B12` to a row's key, or null to leave it out. */
	readonly meanings?: ChosenMeanings;
	/** Texts a person corrected: `Sheet!B12` or `B12` to the new text. */
	readonly corrections?: Readonly<Record<string, string>>;
	/** Only this sheet or table. */
	readonly sheet?: string;
}

export interface ReadTables {
	readonly tables: PrintedTables;
	readonly mapping: readonly RowMapping[];
	readonly doubts: readonly Doubt[];
	/** Rows with numbers whose meaning was not recognised. */
	readonly unknown: readonly RowMapping[];
}

/** Rows with numbers that no reader took. */
function unknownRows(
	grid: Grid,
	hayami: readonly HayamiReading[],
	taken: ReadonlySet<number>,
): readonly RowMapping[] {
	if (hayami.length === 0) return [];
	return grid.rows.flatMap((row, index): RowMapping[] => {
		if (taken.has(index) || row.some((cell) => hayami.some((one) => one.used.has(cell.address)))) return [];
		const label = row.find((cell) => /[a-z]{3}/i.test(cell.text) && !cell.text.includes('='));
		if (!label) return [];
		const values = row.slice(row.indexOf(label) + 1).filter((cell) => /^\W*(rp)?\W*\d/i.test(cell.text));
		if (values.length === 0) return [];
		return [
			{
				table: grid.name,
				cell: label.address,
				label: label.text.trim(),
				key: null,
				values: values.map((cell) => cell.text),
			},
		];
	});
}

function readGrid(whole: Grid, options: ReadOptions) {
	const hayami = readHayamiTables(whole, options);
	const hayamiRowsTaken = new Set(
		whole.rows.flatMap((row, index) =>
			row.some((cell) => hayami.some((one) => one.used.has(cell.address))) ? [index] : [],
		),
	);
	// Products in rows: the heading row is the table; everything below it belongs to it.
	const turned = hayami.length > 0 && hayamiRowsTaken.size === 1;
	const programme = turned ? null : readProgrammeTables(whole, hayamiRowsTaken, options.corrections);
	const grid = programme ? withoutRows(whole, programme.used) : whole;
	const costs = turned ? null : readCostTables(grid, options.corrections);
	const taken = new Set([...hayamiRowsTaken, ...(costs?.rows ?? [])]);
	const summary = turned ? null : readSummary(grid, taken, options.corrections);
	const economic = turned ? null : readEconomicTables(grid, new Set([...taken, ...(summary?.used ?? [])]));
	const statements = turned ? null : readStatements(grid, new Set([...taken, ...(economic?.used ?? [])]));
	const allTaken = new Set([
		...taken,
		...(summary?.used ?? []),
		...(economic?.used ?? []),
		...(statements?.used ?? []),
	]);
	const ownFormulas = hayami.flatMap((one) =>
		one.formulas.flatMap((formula) => {
			const found = statedFormula(
				`${formula.key === 'profitRatePct' ? 'Tingkat keuntungan' : ''} = ${formula.text}`,
			);
			return found ? [{ ...found, text: formula.text, cell: formula.cell, table: grid.name }] : [];
		}),
	);
	return {
		hayami,
		costs: costs?.costs ?? [],
		depreciation: costs?.depreciation ?? [],
		summaries: summary?.summaries ?? [],
		statements: statements?.statements ?? [],
		economic,
		programme,
		stated: [...ownFormulas, ...readStatedFormulas(whole)],
		malformed: readMalformedNumbers(whole),
		doubts: [
			...hayami.flatMap((one) => one.doubts),
			...(costs?.doubts ?? []),
			...(summary?.doubts ?? []),
			...(programme?.doubts ?? []),
		],
		unknown: turned ? [] : unknownRows(grid, hayami, allTaken),
	};
}

/** Reads every table it understands. Problem `NO_TABLE_RECOGNISED` when there is none, `SHEET_NOT_FOUND` for a wrong sheet. */
export function readPrintedTables(workbook: Workbook, options: ReadOptions = {}): Outcome<ReadTables> {
	const wanted = options.sheet?.toLowerCase();
	const grids = workbook.grids.filter((grid) => wanted === undefined || grid.name.toLowerCase() === wanted);
	const names = workbook.grids.map((grid) => grid.name).join(', ');
	if (wanted !== undefined && grids.length === 0) {
		return failed({
			code: 'SHEET_NOT_FOUND',
			at: { file: workbook.source, sheet: options.sheet },
			params: { sheets: names },
		});
	}
	const parts = grids.map((grid) => readGrid(grid, options));
	const tables: PrintedTables = {
		title: workbook.source,
		hayami: parts.flatMap((part) => part.hayami.map((one) => one.table)),
		costs: parts.flatMap((part) => part.costs),
		depreciation: parts.flatMap((part) => part.depreciation),
		summaries: parts.flatMap((part) => part.summaries),
		statements: parts.flatMap((part) => part.statements),
		levels: parts.flatMap((part) => part.economic?.levels ?? []),
		periods: parts.flatMap((part) => part.economic?.periods ?? []),
		scaleClashes: parts.flatMap((part) => part.economic?.scaleClashes ?? []),
		counts: parts.flatMap((part) => part.economic?.counts ?? []),
		changes: parts.flatMap((part) => part.programme?.changes ?? []),
		rankings: parts.flatMap((part) => part.programme?.rankings ?? []),
		comparisons: parts.flatMap((part) => part.programme?.comparisons ?? []),
		splits: parts.flatMap((part) => part.programme?.splits ?? []),
		respondents: parts.flatMap((part) => part.programme?.respondents ?? []),
		stated: parts.flatMap((part) => part.stated),
		malformed: parts.flatMap((part) => part.malformed),
	};
	const found = [
		tables.hayami,
		tables.costs,
		tables.depreciation,
		tables.summaries,
		tables.statements ?? [],
		tables.levels ?? [],
		tables.periods ?? [],
		tables.scaleClashes ?? [],
		tables.changes ?? [],
		tables.rankings ?? [],
		tables.comparisons ?? [],
		tables.splits ?? [],
	].reduce((sum, list) => sum + list.length, 0);
	if (found === 0) {
		return failed({ code: 'NO_TABLE_RECOGNISED', at: { file: workbook.source }, params: { sheets: names } });
	}
	return done({
		tables,
		mapping: parts.flatMap((part) => part.hayami.flatMap((one) => one.mapping)),
		doubts: parts.flatMap((part) => part.doubts),
		unknown: parts.flatMap((part) => part.unknown),
	});
}
