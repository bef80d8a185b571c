/** Names and numbers as findings write them. */
import type { Finding } from '#methods/table-check/finding.ts';
import { hayamiRows } from '#methods/value-added/hayami-rows.ts';
import type { HayamiKey } from '#methods/value-added/hayami-rows.ts';
import { writeNumber, writePercent } from '#inputs/number-writer.ts';
import { m } from '#words/messages.js';
import { programmeRows } from './programme-row-names.ts';
import { rowLabel } from './row-label.ts';

export type Locale = 'id' | 'en';

const otherRows: Readonly<Record<string, (inputs: object, options: { locale: Locale }) => string>> = {
	quantity: m.check_row_quantity,
	unitPrice: m.check_row_unit_price,
	purchase: m.check_row_purchase,
	salvage: m.check_row_salvage,
	life: m.check_row_life,
	depreciation: m.check_row_depreciation,
	fixedCost: m.check_row_fixed_cost,
	variableCostPerProcess: m.check_row_variable_cost_per_process,
	processesPerPeriod: m.check_row_processes_per_period,
	variableCost: m.check_row_variable_cost,
	variableCostPerUnit: m.check_row_variable_cost_per_unit,
	cashCost: m.check_row_cash_cost,
	imputedCost: m.check_row_imputed_cost,
	cashProfit: m.check_row_cash_profit,
	cashRevenueCostRatio: m.check_row_cash_revenue_cost_ratio,
	totalCost: m.check_row_total_cost,
	outputQuantity: m.check_row_output_quantity,
	rawMaterialQuantity: m.check_row_raw_material_quantity,
	price: m.check_row_price,
	revenue: m.check_row_revenue,
	revenueCostRatio: m.check_row_revenue_cost_ratio,
	profitCostRatio: m.check_row_profit_cost_ratio,
	breakEvenUnits: m.check_row_break_even_units,
	breakEvenPrice: m.check_row_break_even_price,
	breakEvenRevenue: m.check_row_break_even_revenue,
	factor: m.check_row_factor,
	...programmeRows,
};

function isHayamiKey(key: string): key is HayamiKey {
	return hayamiRows.some((row) => row.key === key);
}

/** The name of a row or operand; a cost item's or group's own name stands as printed. */
export function nameOf(key: string, locale: Locale): string {
	if (isHayamiKey(key)) return rowLabel(key, locale);
	// "d. Alat perikanan": the mark of the list is no part of the name.
	return (
		otherRows[key]?.({}, { locale }) ??
		key.replace(/^\(?(?:[a-z]|\d{1,2})\s*[.)]\s*(?=\p{L})|^[-–•*]\s*/iu, '')
	);
}

/** The same name inside a sentence: `nilai tambah`. Names as printed keep their capitals. */
export function nameInSentence(key: string, locale: Locale): string {
	const name = nameOf(key, locale);
	const own = isHayamiKey(key) || key in otherRows;
	return own ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** Whether a row is a percentage. */
export function isPercentRow(key: string): boolean {
	return key.endsWith('Pct');
}

/** A number that is one of a row's values, with as many decimals as the printed one had (at most four). */
export function writeFigure(value: number, key: string, decimals: number, locale: Locale): string {
	const shown = Math.max(0, Math.min(decimals, 4));
	return isPercentRow(key)
		? writePercent(value, locale, { decimals: shown })
		: writeNumber(value, locale, shown);
}

/** A number inside a formula: whole when whole, otherwise at most four decimals. */
export function writeOperand(value: number, locale: Locale): string {
	return writeNumber(value, locale, { min: 0, max: Math.abs(value) >= 1000 ? 2 : 4 });
}

/** A heading that says "value", and names no product or period. */
const generalHeading =
	/^(nilai|jumlah|total|besar|value|amount|biaya|uraian|persentase|persen|share)?\s*(\(.*\))?\s*(rp|%)?$/i;

/** Where a figure stands: `Kefir, nilai tambah`; only the row when its column names neither product nor period. */
export function whereOf(finding: Finding, locale: Locale): string {
	const { column } = finding;
	const isPlace = isHayamiKey(finding.row) || column !== finding.table;
	const named = column !== '' && isPlace && !generalHeading.test(column);
	return named ? `${column}, ${nameInSentence(finding.row, locale)}` : nameOf(finding.row, locale);
}

/** Decimals to show a recomputed figure with: those of the printed one, 2 for a percentage printed whole. */
export function decimalsOf(finding: Finding): number {
	return finding.decimals ?? (isPercentRow(finding.row) ? 2 : 0);
}
