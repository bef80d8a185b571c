/** Words for rows, sections, units and cost groups of a Hayami table, as the field prints them. */
import type { OtherInputGroup } from '#methods/value-added/hayami.ts';
import { hayamiRow } from '#methods/value-added/hayami-rows.ts';
import type { HayamiKey, HayamiRow } from '#methods/value-added/hayami-rows.ts';
import type { StudyProduct } from '#inputs/value-added-study.ts';
import { labourUnitText } from './labour-unit.ts';
import { m } from '#words/messages.js';

export type Locale = 'id' | 'en';

const labels: Readonly<Record<HayamiKey, (inputs: object, options: { locale: Locale }) => string>> = {
	output: m.reports_row_output,
	rawMaterial: m.reports_row_raw_material,
	labour: m.reports_row_labour,
	conversionFactor: m.reports_row_conversion_factor,
	labourCoefficient: m.reports_row_labour_coefficient,
	outputPrice: m.reports_row_output_price,
	wage: m.reports_row_wage,
	rawMaterialPrice: m.reports_row_raw_material_price,
	otherInputs: m.reports_row_other_inputs,
	outputValue: m.reports_row_output_value,
	valueAdded: m.reports_row_value_added,
	valueAddedRatioPct: m.reports_row_value_added_ratio,
	labourIncome: m.reports_row_labour_income,
	labourSharePct: m.reports_row_labour_share,
	profit: m.reports_row_profit,
	profitRatePct: m.reports_row_profit_rate,
	profitOverValueAddedPct: m.reports_row_profit_over_value_added,
	margin: m.reports_row_margin,
	marginLabourPct: m.reports_row_margin_labour,
	marginOtherInputsPct: m.reports_row_margin_other_inputs,
	marginProfitPct: m.reports_row_margin_profit,
};

/** The row's name: `Sumbangan input lain`. */
export function rowLabel(key: HayamiKey, locale: Locale): string {
	return labels[key]({}, { locale });
}

/** Whether an id of a trace is a row of the table. */
export function isHayamiKey(id: string): id is HayamiKey {
	return id in labels;
}

const sections = {
	quantities: m.reports_section_quantities,
	revenue: m.reports_section_revenue,
	returns: m.reports_section_returns,
} as const;

/** The heading of a section: `II. Penerimaan dan keuntungan`. */
export function sectionLabel(section: HayamiRow['section'], locale: Locale): string {
	return sections[section]({}, { locale });
}

/** The printed formula: `K = J − H − I`; an input has its letter alone. */
export function rowFormula(key: HayamiKey): string {
	const { symbol, formula } = hayamiRow(key);
	return formula === '' ? symbol : `${symbol} = ${operatorSigns(formula)}`;
}

/** The signs of print for the operators of a formula. */
export function operatorSigns(formula: string): string {
	return formula.replaceAll(' - ', ' − ').replaceAll(' x ', ' × ').replaceAll(' / ', ' ÷ ');
}

type Units = Pick<StudyProduct, 'rawMaterialUnit' | 'outputUnit' | 'labourUnit'>;

/** The unit of a row for a product: `kg/proses`, `Rp/kg bahan`, `%`. A unit nobody gave is the word "satuan". */
export function unitText(key: HayamiKey, product: Units, locale: Locale): string {
	const or = (unit: string) => (unit === '' ? m.reports_unit_generic({}, { locale }) : unit);
	const [raw, out, worker] = [
		or(product.rawMaterialUnit),
		or(product.outputUnit),
		labourUnitText(product.labourUnit, locale),
	];
	switch (key) {
		case 'output':
			return m.reports_unit_per_process({ unit: out }, { locale });
		case 'rawMaterial':
			return m.reports_unit_per_process({ unit: raw }, { locale });
		case 'labour':
			return m.reports_unit_per_process({ unit: worker }, { locale });
		case 'conversionFactor':
			return m.reports_unit_per({ unit: out, per: raw }, { locale });
		case 'labourCoefficient':
			return m.reports_unit_per({ unit: worker, per: raw }, { locale });
		case 'outputPrice':
			return m.reports_unit_rupiah_per({ unit: out }, { locale });
		case 'wage':
			return m.reports_unit_rupiah_per({ unit: worker }, { locale });
		case 'rawMaterialPrice':
			return m.reports_unit_rupiah_per({ unit: raw }, { locale });
		default:
			return hayamiRow(key).unit === '%' ? '%' : m.reports_unit_per_raw({ unit: raw }, { locale });
	}
}

const groups = {
	auxiliary: m.reports_group_auxiliary,
	packaging: m.reports_group_packaging,
	energy: m.reports_group_energy,
	transport: m.reports_group_transport,
	rent: m.reports_group_rent,
	depreciation: m.reports_group_depreciation,
	other: m.reports_group_other,
	'raw-material': m.reports_group_raw_material,
} as const;

/** The name of a cost group of row 9: `Kemasan`. */
export function groupLabel(group: OtherInputGroup | 'raw-material', locale: Locale): string {
	return groups[group]({}, { locale });
}

const steps: Readonly<Record<string, (inputs: object, options: { locale: Locale }) => string>> = {
	familyDays: m.reports_step_family_days,
	imputedWage: m.reports_step_imputed_wage,
	labourIncomePaid: m.reports_step_labour_income_paid,
	labourIncomeImputed: m.reports_step_labour_income_imputed,
	profitWithoutImputation: m.reports_step_profit_without,
	profitWithImputation: m.reports_step_profit_with,
	breakEvenRawMaterialPrice: m.reports_step_break_even_price,
	residualValue: m.reports_step_residual,
	valueAddedPerLabour: m.reports_step_value_added_per_labour,
	profitPerLabour: m.reports_step_profit_per_labour,
	otherInputsPerOutput: m.reports_step_other_inputs_per_output,
	byProductsPerRawMaterial: m.reports_step_by_products,
	otherRawMaterialsPerRawMaterial: m.reports_group_raw_material,
	otherRawMaterials: m.reports_token_other_raw_materials,
	byProducts: m.reports_token_by_products,
	sum: m.reports_token_sum,
	nothing: m.reports_token_nothing,
	'outputs.quantity': m.reports_token_outputs_quantity,
	'outputs.price': m.reports_token_outputs_price,
	'raw-material': m.reports_group_raw_material,
};

/** The name of any id of a trace; an id without a name (a product, a cost line) stands for itself. */
export function idLabel(id: string, locale: Locale): string {
	if (isHayamiKey(id)) return rowLabel(id, locale);
	const plain = id.replace(/^(base\.|breakEven\.)/, '');
	if (isHayamiKey(plain)) return rowLabel(plain, locale);
	if (id in groups) return groupLabel(id as keyof typeof groups, locale);
	return steps[id]?.({}, { locale }) ?? id;
}
