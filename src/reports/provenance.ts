/** "Dari mana angka ini?": one figure as its formula in words, its operands with where each comes from, and its source. */
import type { Step } from '#methods/method.ts';
import { hayami } from '#methods/value-added/hayami.ts';
import { hayamiRow } from '#methods/value-added/hayami-rows.ts';
import { writeNumber, writeRupiah } from '#inputs/number-writer.ts';
import type { StudyProduct } from '#inputs/value-added-study.ts';
import { labourUnitText } from './labour-unit.ts';
import { m } from '#words/messages.js';
import { dash, percentText, rowFigure } from './figure-text.ts';
import { idLabel, isHayamiKey, operatorSigns, rowLabel, type Locale } from './row-label.ts';
import { reasonText } from './warning-text.ts';

export interface Provenance {
	/** `Nilai tambah = nilai output − harga bahan baku − sumbangan input lain` */
	readonly formulaWords: string;
	readonly lines: readonly { readonly label: string; readonly detail: string; readonly text: string }[];
	/** `Rp 3.782,78 per kg bahan baku`, or why there is no figure. */
	readonly resultText: string;
	/** Empty for an entered figure: its source is the person. */
	readonly source: string;
}

const inSentence = (label: string) => label.charAt(0).toLowerCase() + label.slice(1);

/** A formula in ids as a formula in words; numbers and brackets stay. */
function formulaInWords(formula: string, locale: Locale): string {
	return operatorSigns(
		formula.replaceAll(/[A-Za-z][A-Za-z.-]*[A-Za-z]|[A-Za-z]/g, (id) =>
			id === 'x' ? id : inSentence(idLabel(id, locale)),
		),
	);
}

/** A bare figure: coefficients as they are, money with two decimals. */
function figureText(id: string, value: number | null, locale: Locale): string {
	if (value === null) return dash;
	if (isHayamiKey(id)) {
		const { unit } = hayamiRow(id);
		return unit === 'Rp' ? writeNumber(value, locale, 2) : rowFigure(id, value, locale);
	}
	return writeNumber(value, locale, { min: 0, max: 4 });
}

/** Where an operand comes from: its own row when it was entered, its numbers when it was computed. */
function detailOf(id: string, steps: readonly Step[], locale: Locale): string {
	const step = steps.find((candidate) => candidate.id === id);
	if (!step) return m.reports_entered({}, { locale });
	if (step.formula === '') {
		return isHayamiKey(id)
			? m.reports_entered_row({ row: hayamiRow(id).row }, { locale })
			: m.reports_entered({}, { locale });
	}
	return sumOverDivisor(step, locale) ?? numbersInFormula(step, locale);
}

/** `109.361 ÷ 50` for a sum of cost groups over the raw material. */
function sumOverDivisor(step: Step, locale: Locale): string | null {
	if (!/^sum\([^)]*\) \/ rawMaterial$/.test(step.formula)) return null;
	const divisor = step.inputs.find((input) => input.id === 'rawMaterial')?.value ?? null;
	const parts = step.inputs.filter((input) => input.id !== 'rawMaterial').map((input) => input.value);
	if (divisor === null || parts.some((part) => part === null)) return null;
	const total = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
	const said = (value: number) => writeNumber(value, locale, { min: 0, max: 2 });
	return `${said(total)} ÷ ${said(divisor)}`;
}

/** `1,18 × 6.500`: the formula with the operands' values; operands that it does not name are left out. */
function numbersInFormula(step: Step, locale: Locale): string {
	const values = new Map(step.inputs.map((input) => [input.id, input.value]));
	const known = step.formula
		.match(/[A-Za-z][A-Za-z.-]*[A-Za-z]|[A-Za-z]/g)
		?.every((id) => id === 'x' || values.has(id));
	if (!known) return formulaInWords(step.formula, locale);
	const short = (id: string) => {
		const value = values.get(id) ?? null;
		return value === null ? dash : writeNumber(value, locale, { min: 0, max: 4 });
	};
	return operatorSigns(
		step.formula.replaceAll(/[A-Za-z][A-Za-z.-]*[A-Za-z]|[A-Za-z]/g, (id) => (id === 'x' ? id : short(id))),
	);
}

/** Whether an operand is taken away in a formula of sums and differences. */
function isSubtracted(step: Step, id: string): boolean {
	return !/ [x/] |\(/.test(step.formula) && step.formula.includes(` - ${id}`);
}

const bases = {
	'raw-material': (value: string, product: StudyProduct, locale: Locale) =>
		m.reports_result_per_raw({ value, unit: unitOr(product.rawMaterialUnit, locale) }, { locale }),
	output: (value: string, product: StudyProduct, locale: Locale) =>
		m.reports_result_per_output({ value, unit: unitOr(product.outputUnit, locale) }, { locale }),
	'person-day': (value: string, product: StudyProduct, locale: Locale) =>
		m.reports_result_per_labour({ value, unit: labourUnitText(product.labourUnit, locale) }, { locale }),
	process: (value: string, _: StudyProduct, locale: Locale) =>
		m.reports_result_per_process({ value }, { locale }),
	month: (value: string, _: StudyProduct, locale: Locale) =>
		m.reports_result_per_month({ value }, { locale }),
} as const;

function unitOr(unit: string, locale: Locale): string {
	return unit || m.reports_unit_generic({}, { locale });
}

function valueWithUnit(step: Step, product: StudyProduct, locale: Locale): string {
	const value = step.value as number;
	if (step.unit === '%') return percentText(value, locale);
	const quantityUnit: Readonly<Record<string, string>> = {
		output: product.outputUnit,
		rawMaterial: product.rawMaterialUnit,
		labour: labourUnitText(product.labourUnit, locale),
		conversionFactor: product.outputUnit,
		labourCoefficient: labourUnitText(product.labourUnit, locale),
		familyDays: labourUnitText(product.labourUnit, locale),
	};
	if (step.unit === 'Rp') return writeRupiah(value, locale, { decimals: { min: 0, max: 2 } });
	const unit = quantityUnit[step.id] ?? '';
	const figure = writeNumber(value, locale, { min: 0, max: 4 });
	return unit === '' ? figure : `${figure} ${unit}`;
}

function resultOf(step: Step, product: StudyProduct, locale: Locale): string {
	if (step.value === null) {
		return step.status === 'missing-input'
			? m.reports_step_missing({}, { locale })
			: reasonText(step.reason, step.id, locale);
	}
	const value = valueWithUnit(step, product, locale);
	const based = step.basis in bases ? bases[step.basis as keyof typeof bases](value, product, locale) : value;
	return step.reason === 'UPPER_BOUND' ? m.reports_step_at_most({ value: based }, { locale }) : based;
}

/** Explains one step of a product's Hayami table. An entered figure has no lines and no source. */
export function explainStep(step: Step, product: StudyProduct, locale: Locale): Provenance {
	const label = isHayamiKey(step.id) ? rowLabel(step.id, locale) : idLabel(step.id, locale);
	const resultText = resultOf(step, product, locale);
	if (step.formula === '') {
		const row = isHayamiKey(step.id)
			? m.reports_entered_row({ row: hayamiRow(step.id).row }, { locale })
			: m.reports_entered({}, { locale });
		return { formulaWords: `${label} (${row})`, lines: [], resultText, source: '' };
	}
	const { steps } = hayami.compute(product.input);
	return {
		formulaWords: `${label} = ${formulaInWords(step.formula, locale)}`,
		lines: step.inputs.map(({ id, value }) => ({
			label: idLabel(id, locale),
			detail: detailOf(id, steps, locale),
			text: `${isSubtracted(step, id) && value !== null ? '− ' : ''}${figureText(id, value, locale)}`,
		})),
		resultText,
		source: hayami.source,
	};
}
