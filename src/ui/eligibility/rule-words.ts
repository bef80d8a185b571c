/** The words of the choices in the editor. */
import {
	applicantProducts,
	ruleKinds,
	type ApplicantProduct,
	type RuleKind,
} from '#inputs/eligibility-content.ts';
import { m } from '#words/messages.js';

interface Choice<Value> {
	readonly value: Value;
	readonly label: string;
}

const kindWords: Readonly<Record<RuleKind, () => string>> = {
	'yes-no': () => m.eligibility_kind_yes_no(),
	document: () => m.eligibility_kind_document(),
	nik: () => m.eligibility_kind_nik(),
	nib: () => m.eligibility_kind_nib(),
	pirt: () => m.eligibility_kind_pirt(),
	halal: () => m.eligibility_kind_halal(),
	siinas: () => m.eligibility_kind_siinas(),
	land: () => m.eligibility_kind_land(),
	text: () => m.eligibility_kind_text(),
};

const productWords: Readonly<Record<ApplicantProduct, () => string>> = {
	'': () => m.eligibility_product_untold(),
	'dry-or-shelf-stable': () => m.eligibility_product_dry(),
	milk: () => m.eligibility_product_milk(),
	'frozen-meat-or-fish': () => m.eligibility_product_frozen(),
	'low-acid-canned': () => m.eligibility_product_canned(),
	'baby-food': () => m.eligibility_product_baby(),
	alcohol: () => m.eligibility_product_alcohol(),
	'bottled-water': () => m.eligibility_product_water(),
	'sni-mandatory': () => m.eligibility_product_sni(),
	'animal-feed': () => m.eligibility_product_feed(),
};

const numberWords: Readonly<Partial<Record<RuleKind, () => string>>> = {
	nik: () => m.eligibility_number_nik(),
	nib: () => m.eligibility_number_nib(),
	pirt: () => m.eligibility_number_pirt(),
	halal: () => m.eligibility_number_halal(),
	siinas: () => m.eligibility_number_siinas(),
	land: () => m.eligibility_number_land(),
	text: () => m.eligibility_number_text(),
};

export const kindChoices = (): Choice<RuleKind>[] =>
	ruleKinds.map((value) => ({ value, label: kindWords[value]() }));

export const productChoices = (): Choice<ApplicantProduct>[] =>
	applicantProducts.map((value) => ({ value, label: productWords[value]() }));

export const seenChoices = () =>
	[
		{ value: 'unknown', label: m.eligibility_seen_unknown() },
		{ value: 'yes', label: m.eligibility_seen_yes() },
		{ value: 'no', label: m.eligibility_seen_no() },
	] as const;

export const weightChoices = () =>
	[
		{ value: 'hard', label: m.eligibility_rule_hard() },
		{ value: 'soft', label: m.eligibility_rule_soft() },
	] as const;

export const changedChoices = () =>
	[
		{ value: '', label: m.eligibility_changed_untold() },
		{ value: 'no', label: m.eligibility_changed_no() },
		{ value: 'yes', label: m.eligibility_changed_yes() },
	] as const;

/** What the number of a paper of this kind is called. */
export function numberLabel(kind: RuleKind): string {
	return (numberWords[kind] ?? m.eligibility_number_label)();
}
