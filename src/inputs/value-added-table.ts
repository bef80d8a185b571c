/**
 * From printed tables to a study that can be computed: the inputs of every product, row 9 opened into its cost
 * lines when the cost table of that process is there, and every cell that stands in the way named.
 */
import type { HayamiInput, OtherInputLine, OtherInputsScope } from '#methods/value-added/hayami.ts';
import type { HayamiInputKey } from '#methods/value-added/hayami-rows.ts';
import { linkTables } from '#methods/table-check/link-tables.ts';
import type {
	PrintedCostTable,
	PrintedHayamiTable,
	PrintedNumber,
	PrintedProduct,
	PrintedTables,
} from '#methods/table-check/printed.ts';
import type { Workbook } from './grid.ts';
import { readPrintedTables } from './printed-tables.ts';
import type { ReadOptions, ReadTables } from './printed-tables.ts';
import { done, failed } from './problem.ts';
import type { Outcome, Problem } from './problem.ts';
import type { StudyProduct, ValueAddedStudy } from './value-added-study.ts';

const mandatory: readonly HayamiInputKey[] = [
	'output',
	'rawMaterial',
	'labour',
	'outputPrice',
	'wage',
	'rawMaterialPrice',
];

export interface StudyReading extends ReadTables {
	readonly study: ValueAddedStudy;
}

export interface StudyOptions extends ReadOptions {
	/** Which cost groups row 9 counts when it is opened into lines. */
	readonly scope?: OtherInputsScope;
}

/** The unit before "per": `kg/proses` is kg, `Rp/kg bahan` is Rp. */
function firstUnit(text: string | undefined, fallback: string): string {
	const unit = (text ?? '').split(/[/]|\bper\b/i)[0]?.trim() ?? '';
	return unit && unit.length <= 12 && !/^rp/i.test(unit) ? unit : fallback;
}

function costLines(costs: PrintedCostTable): readonly OtherInputLine[] {
	return costs.lines.flatMap((line): OtherInputLine[] => {
		if (line.group === 'raw-material' || line.group === 'labour') return [];
		const cost = line.total?.value ?? (line.quantity?.value ?? 0) * (line.unitPrice?.value ?? 0);
		const parts =
			line.quantity && line.unitPrice
				? { quantity: line.quantity.value, unitPrice: line.unitPrice.value }
				: {};
		return [
			{ name: line.item, group: line.group, cost, ...parts, ...(line.unit ? { unit: line.unit } : {}) },
		];
	});
}

/** The inputs that a cost table gives when no Hayami table was printed. */
function inputsFromCosts(costs: PrintedCostTable, tables: PrintedTables): StudyProduct | null {
	const raw = costs.lines.find((line) => line.group === 'raw-material');
	const labour = costs.lines.filter((line) => line.group === 'labour');
	if (!raw) return null;
	const figures = tables.summaries[0]?.columns[0]?.figures ?? {};
	const runs = figures.processesPerPeriod?.value ?? null;
	const days = labour.reduce((sum, line) => sum + (line.quantity?.value ?? 0), 0);
	const pay = labour.reduce((sum, line) => sum + (line.total?.value ?? 0), 0);
	const output = figures.outputQuantity?.value;
	return {
		name: costs.name,
		rawMaterialName: raw.item.toLowerCase(),
		rawMaterialUnit: raw.unit || 'kg',
		outputUnit: raw.unit || 'kg',
		labourUnit: labour[0]?.unit || 'HOK',
		processesPerMonth: runs,
		input: {
			output: output === undefined ? null : runs ? output / runs : output,
			rawMaterial: raw.quantity?.value ?? null,
			labour: labour.length > 0 ? days : null,
			outputPrice: figures.price?.value ?? null,
			wage: days > 0 ? pay / days : null,
			rawMaterialPrice: raw.unitPrice?.value ?? null,
			otherInputLines: costLines(costs),
			otherInputsScope: 'all-operating',
		},
	};
}

function productOf(
	table: PrintedHayamiTable,
	product: PrintedProduct,
	tables: PrintedTables,
	scope: OtherInputsScope,
): StudyProduct {
	const link = linkTables(tables).find((one) => one.product === product);
	const value = (key: HayamiInputKey) => product.figures[key]?.value ?? null;
	const lines = link ? costLines(link.costs) : [];
	const raw = link?.costs.lines.find((line) => line.group === 'raw-material');
	const statedPerOutput =
		/output|produk|product|hasil/i.test(table.units.otherInputs ?? '') &&
		!/proses|process|bahan|input|raw/i.test(table.units.otherInputs ?? '');
	const input: HayamiInput = {
		output: value('output'),
		rawMaterial: value('rawMaterial'),
		labour: value('labour'),
		outputPrice: value('outputPrice'),
		wage: value('wage'),
		rawMaterialPrice: value('rawMaterialPrice'),
		...(lines.length > 0
			? { otherInputLines: lines, otherInputsScope: scope }
			: {
					otherInputs: value('otherInputs'),
					...(statedPerOutput ? { otherInputsBasis: 'output' as const } : {}),
				}),
	};
	const runs = tables.summaries
		.flatMap((summary) => summary.columns)
		.map((column) => column.figures.processesPerPeriod?.value);
	return {
		name: product.name,
		rawMaterialName: raw?.item.toLowerCase() ?? '',
		rawMaterialUnit: firstUnit(table.units.rawMaterial, 'kg'),
		outputUnit: firstUnit(table.units.output, 'kg'),
		labourUnit: firstUnit(table.units.labour, 'HOK'),
		processesPerMonth: link ? (runs.find((one) => one !== undefined) ?? null) : null,
		input,
	};
}

/** What keeps one product from being computed, each with its cell. */
function productProblems(
	workbook: Workbook,
	table: PrintedHayamiTable,
	product: PrintedProduct,
	read: ReadTables,
): readonly Problem[] {
	const at = (printed: PrintedNumber) => ({
		file: workbook.source,
		sheet: table.name,
		cell: printed.cell,
		column: product.name,
	});
	const refused = new Set(read.doubts.filter((doubt) => doubt.value === null).map((doubt) => doubt.cell));
	const missing = mandatory.filter((key) => !product.figures[key]);
	const rowRefused = (key: HayamiInputKey) =>
		read.mapping.some(
			(row) =>
				row.key === key &&
				row.table === table.name &&
				refused.size > 0 &&
				row.values.some((text) => read.doubts.some((doubt) => doubt.value === null && doubt.text === text)),
		);
	const problems: Problem[] = missing
		.filter((key) => !rowRefused(key))
		.map((key) => ({
			code: 'MISSING_ROW',
			at: { file: workbook.source, sheet: table.name, column: product.name },
			params: { row: key },
		}));
	for (const key of [...mandatory, 'otherInputs'] as const) {
		const printed = product.figures[key];
		if (!printed) continue;
		if (printed.value < 0)
			problems.push({ code: 'NEGATIVE_VALUE', at: at(printed), content: printed.text, params: { row: key } });
		if (key === 'rawMaterial' && printed.value === 0)
			problems.push({ code: 'ZERO_RAW_MATERIAL', at: at(printed), content: printed.text });
	}
	return problems;
}

/** The caption of the table, or the lone line above it: `Tabel 1. Nilai tambah produk olahan susu segar`. */
function studyTitle(workbook: Workbook, table: string | undefined): string | undefined {
	const grid = workbook.grids.find((one) => one.name === table) ?? workbook.grids[0];
	const caption = grid?.caption?.split('\n')[0];
	if (caption) return caption;
	const lone = grid?.rows
		.slice(0, 6)
		.map((row) => row.filter((cell) => cell.text.trim() !== ''))
		.find((cells) => cells.length === 1 && (cells[0]?.text.trim().split(/\s+/).length ?? 0) >= 3);
	return lone?.[0]?.text.trim();
}

/**
 * The study in a workbook. Problems: every refused number (`REFUSED_NUMBER`), missing row, zero raw material and
 * negative value with its cell; `NO_VALUE_ADDED_TABLE` when the file holds neither a Hayami table nor a cost table
 * with a raw material.
 */
export function readValueAddedStudy(workbook: Workbook, options: StudyOptions = {}): Outcome<StudyReading> {
	const outcome = readPrintedTables(workbook, options);
	if (!outcome.ok) return outcome;
	const read = outcome.value;
	const refused = read.doubts
		.filter((doubt) => doubt.value === null)
		.map((doubt): Problem => ({
			code: 'REFUSED_NUMBER',
			at: { file: workbook.source, sheet: doubt.table, cell: doubt.cell },
			content: doubt.text,
			params: {
				reason: doubt.code,
				...(doubt.alternatives[0] ? { proposal: doubt.alternatives[0].value } : {}),
			},
		}));
	const fromTables = read.tables.hayami.flatMap((table) =>
		table.products.map((product) => ({
			problems: productProblems(workbook, table, product, read),
			product: productOf(table, product, read.tables, options.scope ?? 'all-operating'),
		})),
	);
	const fromCosts =
		fromTables.length > 0
			? []
			: read.tables.costs.flatMap((costs) => inputsFromCosts(costs, read.tables) ?? []);
	const products = [...fromTables.map((one) => one.product), ...fromCosts];
	const problems = [...refused, ...fromTables.flatMap((one) => one.problems)];
	if (problems.length > 0) return failed(...problems);
	if (products.length === 0) return failed({ code: 'NO_VALUE_ADDED_TABLE', at: { file: workbook.source } });
	const title = studyTitle(workbook, read.tables.hayami[0]?.name) ?? workbook.source;
	return done({ ...read, study: { title, source: workbook.source, products } });
}
