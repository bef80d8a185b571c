/**
 * The rows of the sheet as the screen shows them: product names, the 14 published rows, and below row 9 the cost groups
 * with their sum and divisor. One cell holds what both the grid and the plain table draw.
 */
import { writeNumber } from '#inputs/number-writer.ts';
import type { NumberReading } from '#inputs/number-reading.ts';
import { hasLines, sheetInputKeys } from '#inputs/value-added-sheet.ts';
import type { HayamiInputKey, HayamiKey, HayamiRow } from '#methods/value-added/hayami-rows.ts';
import { hayamiRows } from '#methods/value-added/hayami-rows.ts';
import { rowFigure } from '#reports/figure-text.ts';
import { groupLabel, rowFormula, rowLabel, sectionLabel, unitText, type Locale } from '#reports/row-label.ts';
import { m } from '#words/messages.js';
import { resultOf, type ComputedSheet } from './computed-sheet.ts';
import { otherInputsOf, type OtherInputsView } from './other-inputs-view.ts';

export interface SheetCell {
	/** As shown: formatted when it was read, as typed when it was not. */
	readonly text: string;
	readonly kind: 'input' | 'computed' | 'detail';
	/** What a person should see beside the figure. */
	readonly mark: 'ambiguous' | 'refused' | 'far' | null;
	/** The row's figure for the provenance panel; null for details and for what is not known. */
	readonly key: HayamiKey | null;
	readonly inputKey: HayamiInputKey | null;
}

export interface SheetRow {
	readonly id: string;
	/** As printed: `11a`. */
	readonly number: string;
	readonly label: string;
	readonly unit: string;
	readonly formula: string;
	readonly kind: 'row' | 'detail';
	/** Rows a reader looks for first. */
	readonly main: boolean;
	/** Printed above the row when a section begins with it. */
	readonly section: string | null;
	readonly cells: readonly SheetCell[];
}

const mainRows: ReadonlySet<HayamiKey> = new Set(['valueAdded', 'profit', 'margin']);
const isInput = (key: HayamiKey): key is HayamiInputKey =>
	(sheetInputKeys as readonly string[]).includes(key);

function inputText(reading: NumberReading, locale: Locale): string {
	return reading.status === 'refused' || reading.value === null
		? reading.text
		: writeNumber(reading.value, locale, { min: 0, max: 6 });
}

function inputCell(computed: ComputedSheet, product: number, key: HayamiInputKey, locale: Locale): SheetCell {
	const reading = computed.reading.cells[product]?.cells[key] as NumberReading;
	const far = computed.reading.far.some((cell) => cell.product === product && cell.key === key);
	const mark =
		reading.status === 'refused'
			? 'refused'
			: reading.status === 'ambiguous'
				? 'ambiguous'
				: far
					? 'far'
					: null;
	return { text: inputText(reading, locale), kind: 'input', mark, key: null, inputKey: key };
}

function rowCell(computed: ComputedSheet, product: number, key: HayamiKey, locale: Locale): SheetCell {
	const sheetProduct = computed.sheet.products[product];
	const fromLines = key === 'otherInputs' && sheetProduct !== undefined && hasLines(sheetProduct);
	if (isInput(key) && !fromLines) return inputCell(computed, product, key, locale);
	const value = resultOf(computed, product)?.[key as keyof object] as number | null | undefined;
	return {
		text: value == null ? '' : rowFigure(key, value, locale),
		kind: 'computed',
		mark: null,
		key: value == null ? null : key,
		inputKey: null,
	};
}

const detailCell = (text: string): SheetCell => ({
	text,
	kind: 'detail',
	mark: null,
	key: null,
	inputKey: null,
});

/** The cost groups of row 9, their sum and the divisor; empty while every product has one figure. */
function detailRows(computed: ComputedSheet, locale: Locale): SheetRow[] {
	const views = computed.sheet.products.map((_, product) => otherInputsOf(computed, product));
	const groups = [...new Set(views.flatMap((view) => view.groups.map(({ group }) => group)))];
	if (groups.length === 0) return [];
	const amount = (value: number | null) =>
		value === null ? '' : writeNumber(value, locale, Number.isInteger(value) ? 0 : 2);
	const groupText = (view: OtherInputsView, group: (typeof groups)[number]) => {
		const found = view.groups.find((candidate) => candidate.group === group);
		if (!found) return '';
		return found.inScope ? amount(found.perProcess) : m.worksheet_group_left_out({}, { locale });
	};
	const row = (id: string, label: string, unit: string, texts: readonly string[]): SheetRow => ({
		id: `detail-${id}`,
		number: '',
		label,
		unit,
		formula: '',
		kind: 'detail',
		main: false,
		section: null,
		cells: texts.map(detailCell),
	});
	const perProcess = `Rp/${m.worksheet_per_process({}, { locale })}`;
	const unit = computed.sheet.products[0]?.rawMaterialUnit ?? '';
	return [
		...groups.map((group) =>
			row(
				group,
				groupLabel(group, locale),
				perProcess,
				views.map((view) => groupText(view, group)),
			),
		),
		row(
			'total',
			m.worksheet_detail_total({}, { locale }),
			perProcess,
			views.map((view) => amount(view.total)),
		),
		row(
			'divisor',
			m.worksheet_detail_divisor({}, { locale }),
			unit,
			views.map((view) => (view.groups.length > 0 ? amount(view.divisor) : '')),
		),
	];
}

/** One unit for the whole row, or the word "satuan" when the products are counted differently. */
function sharedUnit(computed: ComputedSheet, key: HayamiKey, locale: Locale): string {
	const units = new Set(computed.reading.study.products.map((product) => unitText(key, product, locale)));
	return units.size === 1
		? ([...units][0] as string)
		: unitText(key, { rawMaterialUnit: '', outputUnit: '', labourUnit: '' }, locale);
}

/** The rows of the computed sheet, in printed order. */
export function sheetRows(computed: ComputedSheet, locale: Locale): SheetRow[] {
	let section: HayamiRow['section'] | null = null;
	return hayamiRows.flatMap((row) => {
		const opens = row.section !== section;
		section = row.section;
		const printed: SheetRow = {
			id: row.key,
			number: row.row,
			label: rowLabel(row.key, locale),
			unit: sharedUnit(computed, row.key, locale),
			formula: rowFormula(row.key),
			kind: 'row',
			main: mainRows.has(row.key),
			section: opens ? sectionLabel(row.section, locale) : null,
			cells: computed.sheet.products.map((_, product) => rowCell(computed, product, row.key, locale)),
		};
		return row.key === 'otherInputs' ? [printed, ...detailRows(computed, locale)] : [printed];
	});
}

/** A figure cut at its decimal mark, so that a column of mixed decimals can stand on the comma. */
export function splitAtDecimal(text: string, locale: Locale): { whole: string; rest: string } {
	const at = /^[−\d.,]+$/.test(text) ? text.lastIndexOf(locale === 'id' ? ',' : '.') : -1;
	return at < 0 ? { whole: text, rest: '' } : { whole: text.slice(0, at), rest: text.slice(at) };
}

/** Whether two flat objects hold the same values. */
function sameFields<Shape extends object>(before: Shape | undefined, after: Shape): boolean {
	if (before === undefined) return false;
	return (Object.keys(after) as (keyof Shape)[]).every((key) => before[key] === after[key]);
}

/**
 * The rows after an edit, with every row and cell that did not change kept as the very same object: the page then
 * redraws the changed column, not three hundred cells.
 */
export function keptRows(before: readonly SheetRow[], after: readonly SheetRow[]): readonly SheetRow[] {
	const known = new Map(before.map((row) => [row.id, row]));
	return after.map((row) => {
		const old = known.get(row.id);
		if (!old) return row;
		const cells = row.cells.map((cell, index) => {
			const oldCell = old.cells[index];
			return oldCell && sameFields(oldCell, cell) ? oldCell : cell;
		});
		const sameCells =
			cells.length === old.cells.length && cells.every((cell, index) => cell === old.cells[index]);
		const next = { ...row, cells: sameCells ? old.cells : cells };
		return sameFields(old, next) ? old : next;
	});
}
