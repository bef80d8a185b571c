/** What a Hayami table says, in one or two sentences that may be pasted anywhere; and the line on variant and scope. */
import type { MethodResult } from '#methods/method.ts';
import type { HayamiResult } from '#methods/value-added/hayami.ts';
import type { StudyProduct } from '#inputs/value-added-study.ts';
import { writeNumber } from '#inputs/number-writer.ts';
import { m } from '#words/messages.js';
import { amountInSentence, percentText } from './figure-text.ts';
import type { Locale } from './row-label.ts';
import { reasonText } from './warning-text.ts';

/** The unit of raw material in words; "satuan" when nobody gave one. */
export function rawUnit(product: StudyProduct, locale: Locale): string {
	return product.rawMaterialUnit || m.reports_unit_generic({}, { locale });
}

/** The raw material's name in words. */
export function rawMaterialName(product: StudyProduct, locale: Locale): string {
	return product.rawMaterialName || m.reports_raw_material_generic({}, { locale });
}

function valueAddedPart(product: StudyProduct, result: HayamiResult, locale: Locale): string {
	const names = { unit: rawUnit(product, locale), material: rawMaterialName(product, locale) };
	const value = result.valueAdded as number;
	const valueAdded = amountInSentence(Math.abs(value), locale);
	if (result.valueAddedIsUpperBound && value >= 0) {
		return m.reports_summary_at_most({ ...names, valueAdded }, { locale });
	}
	if (value < 0) return m.reports_summary_negative({ ...names, valueAdded }, { locale });
	if (value === 0) return m.reports_summary_zero(names, { locale });
	if (result.valueAddedRatioPct === null) {
		return m.reports_summary_no_ratio({ ...names, valueAdded }, { locale });
	}
	const ratio = percentText(result.valueAddedRatioPct, locale);
	return m.reports_summary({ ...names, valueAdded, ratio }, { locale });
}

function sharesPart({ labourIncome, labourSharePct, profit }: HayamiResult, locale: Locale): string | null {
	if (labourIncome === null || profit === null) return null;
	const labour = amountInSentence(labourIncome, locale);
	if (profit < 0)
		return m.reports_summary_loss({ labour, loss: amountInSentence(-profit, locale) }, { locale });
	const earned = amountInSentence(profit, locale);
	if (labourSharePct === null) return m.reports_summary_shares_plain({ labour, profit: earned }, { locale });
	const share = percentText(labourSharePct, locale);
	return m.reports_summary_shares({ labour, share, profit: earned }, { locale });
}

/**
 * "Setiap 1 kg ampas kelapa menambah nilai Rp 3.783, atau 49,32 % dari nilai output. Pekerja menerima Rp 1.200
 * (31,72 %), pengusaha Rp 2.583." A loss, an upper bound and a table that cannot be computed say so in words.
 */
export function summarySentence(
	product: StudyProduct,
	answer: MethodResult<HayamiResult>,
	locale: Locale,
): string {
	const { result } = answer;
	if (result === null || result.valueAdded === null) {
		const missing = answer.warnings.find((warning) => warning.code === 'MISSING_INPUT');
		const reason = answer.reason ?? missing?.code;
		return m
			.reports_summary_unknown({ reason: reasonText(reason, answer.at ?? missing?.at, locale) }, { locale })
			.trim();
	}
	const shares = sharesPart(result, locale);
	return shares === null
		? valueAddedPart(product, result, locale)
		: `${valueAddedPart(product, result, locale)} ${shares}`;
}

const scopes = {
	'auxiliary-only': m.reports_scope_auxiliary_only,
	'all-operating': m.reports_scope_all_operating,
	'all-operating+depreciation': m.reports_scope_with_depreciation,
} as const;

const joint = {
	joint: m.reports_joint_joint,
	'byproduct-credit': m.reports_joint_credit,
	separate: m.reports_joint_separate,
} as const;

/** Basis, variant and the scope of other inputs: what the figures must be read with. */
export function scopeSentence(product: StudyProduct, result: HayamiResult, locale: Locale): string {
	const unit = rawUnit(product, locale);
	const parts: string[] = [];
	if (product.input.rawMaterial !== null) {
		const amount = writeNumber(product.input.rawMaterial, locale, { min: 0, max: 4 });
		parts.push(m.reports_basis_line({ unit, amount }, { locale }));
	}
	parts.push(m.reports_variant_line({}, { locale }));
	if ((product.input.otherInputLines ?? []).length > 0) {
		parts.push(scopes[result.otherInputsScope]({}, { locale }));
		if (!result.otherInputsScopeStated) parts.push(m.reports_scope_default({}, { locale }));
	} else {
		parts.push(m.reports_scope_as_given({}, { locale }));
		if (result.otherInputsBasis === 'output') {
			const output = product.outputUnit || m.reports_unit_generic({}, { locale });
			parts.push(m.reports_converted_per_output({ unit: output, raw: unit }, { locale }));
		}
	}
	const several = (product.input.outputs ?? []).length + (product.input.byProducts ?? []).length > 0;
	if (several) parts.push(joint[result.jointMode]({}, { locale }));
	return parts.join(' ');
}
