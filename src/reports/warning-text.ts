/** Warnings and reasons are codes in the methods; here they become sentences. An unknown code is named, never a crash. */
import { writeNumber } from '#inputs/number-writer.ts';
import type { Warning } from '#methods/method.ts';
import { m } from '#words/messages.js';
import { amountInSentence, percentText } from './figure-text.ts';
import { idLabel, type Locale } from './row-label.ts';

type Params = Readonly<Record<string, string | number>>;
type Say = (params: Params, locale: Locale, what: string) => string;

/** Words of further codes, by code: `methodWords` for a place that runs any method. */
export type MoreWords = Readonly<
	Record<string, (inputs: { what: string }, options: { locale: Locale }) => string>
>;

const number = (value: string | number | undefined, locale: Locale): string =>
	typeof value === 'number' ? writeNumber(value, locale, { min: 0, max: 4 }) : (value ?? '');
const rounded = (value: string | number | undefined, locale: Locale): string =>
	typeof value === 'number' ? writeNumber(value, locale, { min: 0, max: 1 }) : (value ?? '');
const amount = (value: string | number | undefined, locale: Locale): string =>
	typeof value === 'number' ? amountInSentence(value, locale) : (value ?? '');
const percent = (value: string | number | undefined, locale: Locale): string =>
	typeof value === 'number' ? percentText(value, locale, { min: 0, max: 1 }) : (value ?? '');

const warnings: Readonly<Record<string, Say>> = {
	MISSING_INPUT: (_, locale, what) => m.reports_warning_missing_input({ what }, { locale }),
	VALUE_ADDED_UPPER_BOUND: (_, locale) => m.reports_warning_upper_bound({}, { locale }),
	NEGATIVE_VALUE_ADDED: (_, locale) => m.reports_warning_negative_value_added({}, { locale }),
	LOSS: (_, locale) => m.reports_warning_loss({}, { locale }),
	CONVERSION_ABOVE_ONE: (params, locale) =>
		m.reports_warning_conversion_above_one({ value: number(params['conversionFactor'], locale) }, { locale }),
	FREE_RAW_MATERIAL: (_, locale) => m.reports_warning_free_raw_material({}, { locale }),
	LABOUR_NOT_IN_HOK: (params, locale) =>
		m.reports_warning_labour_not_in_hok({ hours: number(params['hours'], locale) }, { locale }),
	OUTPUT_FROM_OUTPUTS: (params, locale) =>
		m.reports_warning_output_from_outputs(
			{ used: number(params['used'], locale), given: number(params['given'], locale) },
			{ locale },
		),
	RATIOS_OVER_MAIN_OUTPUT: (_, locale) => m.reports_warning_ratios_main_output({}, { locale }),
	CREDIT_ABOVE_OTHER_INPUTS: (_, locale) => m.reports_warning_credit_above({}, { locale }),
	OTHER_INPUTS_CONVERTED: (params, locale) =>
		m.reports_warning_converted(
			{ perOutput: amount(params['perOutput'], locale), perRaw: amount(params['perRawMaterial'], locale) },
			{ locale },
		),
	OTHER_INPUTS_FROM_LINES: (params, locale) =>
		m.reports_warning_from_lines({ given: amount(params['given'], locale) }, { locale }),
	SCOPE_LEAVES_COSTS_OUT: (params, locale) =>
		m.reports_warning_scope_leaves_out({ amount: amount(params['perRawMaterial'], locale) }, { locale }),
	LINE_COST_DIFFERS: (params, locale) =>
		m.reports_warning_line_differs(
			{ cost: amount(params['cost'], locale), product: amount(params['quantityTimesPrice'], locale) },
			{ locale },
		),
	CO_FEED_NOT_NUMERAIRE: (params, locale) =>
		m.reports_warning_co_feed(
			{ share: percent(params['massSharePct'] ?? params['valueSharePct'], locale) },
			{ locale },
		),
	MIXED_SCALE: (params, locale) => {
		const [small, large] = [number(params['smallest'], locale), number(params['largest'], locale)];
		return small === '' || large === ''
			? m.reports_warning_mixed_scale_plain({}, { locale })
			: m.reports_warning_mixed_scale({ small, large }, { locale });
	},
	MIXED_LABOUR_UNITS: (params, locale) =>
		params['aligned'] === 'no'
			? m.reports_warning_labour_wages({ ratio: rounded(params['ratio'], locale) }, { locale })
			: m.reports_warning_labour_aligned({}, { locale }),
	NOT_COMPARABLE: (params, locale) =>
		m.reports_warning_not_comparable({ name: String(params['name'] ?? '') }, { locale }),
	DOES_NOT_RECONCILE: (params, locale) =>
		m.reports_warning_does_not_reconcile({ difference: amount(params['difference'], locale) }, { locale }),
	DEFAULT_RANGES: (params, locale) =>
		m.reports_warning_default_ranges({ pct: percent(params['changePct'], locale) }, { locale }),
	BREAK_EVEN_BELOW_ZERO: (_, locale, what) => m.reports_warning_break_even_below_zero({ what }, { locale }),
	BOUNDS_FROM_DATA: (_, locale) => m.reports_warning_bounds_from_data({}, { locale }),
	OUTRANKING_CIRCUIT: (_, locale) => m.reports_warning_outranking_circuit({}, { locale }),
	CONSTANT_COLUMN: (_, locale) => m.reports_warning_constant_column({}, { locale }),
	WEIGHTS_SUM_NOT_ONE: (params, locale) =>
		m.reports_warning_weights_sum_not_one({ sum: number(params['sum'], locale) }, { locale }),
	WEIGHTS_NORMALISED: (params, locale) =>
		m.reports_warning_weights_normalised({ sum: number(params['sum'], locale) }, { locale }),
	ZERO_COLUMN: (_, locale) => m.reports_warning_zero_column({}, { locale }),
	ZERO_IN_PRODUCT: (_, locale) => m.reports_warning_zero_in_product({}, { locale }),
	TERM_WITHOUT_RANGE: (_, locale) => m.reports_warning_term_without_range({}, { locale }),
	IMPORTANCE_NOT_WHOLE: (_, locale) => m.reports_warning_importance_not_whole({}, { locale }),
	SCORE_NOT_WHOLE: (_, locale) => m.reports_warning_score_not_whole({}, { locale }),
	SCORES_IN_LOG10: (_, locale) => m.reports_warning_scores_in_log10({}, { locale }),
	VALUES_SHIFTED: (params, locale) =>
		m.reports_warning_values_shifted({ shift: number(params['shift'], locale) }, { locale }),
	NO_CELL_AT_REFERENCE: (_, locale) => m.reports_warning_no_cell_at_reference({}, { locale }),
	RESPONDENTS_LEFT_OUT: (params, locale) =>
		m.reports_warning_respondents_left_out(
			{ used: number(params['used'], locale), asked: number(params['asked'], locale) },
			{ locale },
		),
	DOMINANT_CRITERION: (params, locale) =>
		m.reports_warning_dominant_criterion({ share: percent(params['sharePct'], locale) }, { locale }),
	MULTIPLE_IRR: (params, locale) =>
		m.reports_warning_multiple_irr({ roots: number(params['roots'], locale) }, { locale }),
	MANY_SIGN_CHANGES: (params, locale) =>
		m.reports_warning_many_sign_changes({ signChanges: number(params['signChanges'], locale) }, { locale }),
	NO_IRR_IN_RANGE: (_, locale) => m.reports_warning_no_irr_in_range({}, { locale }),
	ASSUMED_ZERO: (_, locale, what) => m.reports_warning_assumed_zero({ what }, { locale }),
	NOT_DISCOUNTED: (_, locale) => m.reports_warning_not_discounted({}, { locale }),
	DOUBLE_COUNTING: (params, locale) =>
		m.reports_warning_double_counting({ outcome: String(params['outcome'] ?? '') }, { locale }),
	DUPLICATE_OUTCOME: (params, locale) =>
		m.reports_warning_duplicate_outcome({ outcome: String(params['outcome'] ?? '') }, { locale }),
	PAIRS_LEFT_OUT: (params, locale) =>
		m.reports_warning_pairs_left_out({ count: number(params['count'], locale) }, { locale }),
	ANSWERS_LEFT_OUT: (params, locale) =>
		m.reports_warning_answers_left_out({ count: number(params['count'], locale) }, { locale }),
	NOTHING_MOVED: (_, locale) => m.reports_warning_nothing_moved({}, { locale }),
	CANNOT_REACH_SIGNIFICANCE: (params, locale) =>
		m.reports_warning_cannot_reach_significance({ smallest: number(params['smallest'], locale) }, { locale }),
	NO_CONTROL_GROUP: (_, locale) => m.reports_warning_no_control_group({}, { locale }),
	NO_VARIATION: (_, locale) => m.reports_warning_no_variation({}, { locale }),
	FEW_RESPONDENTS: (params, locale) =>
		m.reports_warning_few_respondents({ count: number(params['count'], locale) }, { locale }),
	GRIM_NO_POWER: (params, locale) =>
		m.reports_warning_grim_no_power({ n: number(params['n'], locale) }, { locale }),
	GRIM_IMPOSSIBLE: (params, locale) =>
		m.reports_warning_grim_impossible({ n: number(params['n'], locale) }, { locale }),
	CLASS_DEPENDS_ON_WEIGHT: (_, locale) => m.reports_warning_class_depends_on_weight({}, { locale }),
	DUPLICATE_INDICATOR: (params, locale) =>
		m.reports_warning_duplicate_indicator({ name: String(params['name'] ?? '') }, { locale }),
	REPEATED_NAME: (params, locale) =>
		m.reports_warning_repeated_name({ name: String(params['name'] ?? '') }, { locale }),
	CHANGE_DIFFERS: (params, locale) =>
		m.reports_warning_change_differs(
			{ printed: number(params['printed'], locale), change: number(params['change'], locale) },
			{ locale },
		),
	UNEQUAL_RESPONDENTS: (params, locale) =>
		m.reports_warning_unequal_respondents(
			{ before: number(params['before'], locale), after: number(params['after'], locale) },
			{ locale },
		),
	AREA_DEPENDS_ON_ORDER: (_, locale) => m.reports_warning_area_depends_on_order({}, { locale }),
};

const reasons: Readonly<Record<string, Say>> = {
	MISSING_INPUT: (_, locale, what) => m.reports_warning_missing_input({ what }, { locale }),
	ZERO_DENOMINATOR: (_, locale) => m.reports_reason_zero_denominator({}, { locale }),
	NEGATIVE_BASE: (_, locale) => m.reports_reason_negative_base({}, { locale }),
	OUT_OF_RANGE: (_, locale) => m.reports_reason_out_of_range({}, { locale }),
	NOT_A_NUMBER: (_, locale, what) => m.reports_reason_not_a_number({ what }, { locale }),
	NEGATIVE: (_, locale, what) => m.reports_reason_negative({ what }, { locale }),
	NOT_POSITIVE: (_, locale, what) => m.reports_reason_not_positive({ what }, { locale }),
	ALLOCATION_KEY_REQUIRED: (_, locale) => m.reports_reason_allocation({}, { locale }),
	FAMILY_ABOVE_LABOUR: (_, locale) => m.reports_reason_family({}, { locale }),
	NO_VALUE_AT_END: (_, locale) => m.reports_reason_ends({}, { locale }),
	UPPER_BOUND: (_, locale) => m.reports_warning_upper_bound({}, { locale }),
	BASIS_MISMATCH: (params, locale) =>
		m.reports_reason_basis_mismatch(
			{ left: String(params['left'] ?? ''), right: String(params['right'] ?? '') },
			{ locale },
		),
	ZERO_COST: (_, locale) => m.reports_reason_zero_cost({}, { locale }),
	THRESHOLDS_CROSSED: (_, locale) => m.reports_reason_thresholds_crossed({}, { locale }),
	NOT_A_RANGE: (_, locale) => m.reports_reason_not_a_range({}, { locale }),
	OUTSIDE_LIMITS: (_, locale, what) => m.reports_reason_outside_limits({ what }, { locale }),
	TOO_FEW: (_, locale, what) => m.reports_reason_too_few({ what }, { locale }),
	WRONG_LENGTH: (_, locale, what) => m.reports_reason_wrong_length({ what }, { locale }),
	COST_NOT_POSITIVE: (_, locale) => m.reports_reason_cost_not_positive({}, { locale }),
	BENEFIT_NEGATIVE: (_, locale) => m.reports_reason_benefit_negative({}, { locale }),
	NO_RATIO_SCALE: (_, locale) => m.reports_reason_no_ratio_scale({}, { locale }),
	REVERSE_COST_FIRST: (_, locale) => m.reports_reason_reverse_cost_first({}, { locale }),
	ZERO_WEIGHTS: (_, locale) => m.reports_reason_zero_weights({}, { locale }),
	RAGGED: (_, locale) => m.reports_reason_ragged({}, { locale }),
	MATRIX_AND_RESPONDENTS: (_, locale) => m.reports_reason_matrix_and_respondents({}, { locale }),
	IN_TWO_ASPECTS: (_, locale) => m.reports_reason_in_two_aspects({}, { locale }),
	NOT_IN_AN_ASPECT: (_, locale) => m.reports_reason_not_in_an_aspect({}, { locale }),
	NO_VALUE_HERE: (_, locale) => m.reports_reason_no_value_here({}, { locale }),
	RANGE_REVERSED: (_, locale) => m.reports_reason_range_reversed({}, { locale }),
	SAME_INPUT_TWICE: (_, locale) => m.reports_reason_same_input_twice({}, { locale }),
	NO_SUCH_CRITERION: (_, locale) => m.reports_reason_no_such_criterion({}, { locale }),
	RATE_TOO_LOW: (_, locale, what) => m.reports_reason_rate_too_low({ what }, { locale }),
	GIVEN_TWICE: (_, locale, what) => m.reports_reason_given_twice({ what }, { locale }),
	LENGTHS_DIFFER: (_, locale, what) => m.reports_reason_lengths_differ({ what }, { locale }),
	NO_SIGN_CHANGE: (_, locale) => m.reports_reason_no_sign_change({}, { locale }),
	NO_IRR_IN_RANGE: (_, locale) => m.reports_reason_no_irr_in_range({}, { locale }),
	MULTIPLE_IRR: (_, locale) => m.reports_reason_multiple_irr({}, { locale }),
	SAME_DAY: (_, locale) => m.reports_reason_same_day({}, { locale }),
	NOT_A_FRACTION: (_, locale, what) => m.reports_reason_not_a_fraction({ what }, { locale }),
	NOT_RECOVERED: (_, locale) => m.reports_reason_not_recovered({}, { locale }),
	NO_VARIATION: (_, locale) => m.reports_reason_no_variation({}, { locale }),
	BCA_NOT_POSSIBLE: (_, locale) => m.reports_reason_bca_not_possible({}, { locale }),
	TOO_MANY_FOR_EXACT: (_, locale) => m.reports_reason_too_many_for_exact({}, { locale }),
	OUT_OF_SCALE: (_, locale, what) => m.reports_reason_out_of_scale({ what }, { locale }),
	NO_ANSWERS: (_, locale) => m.reports_reason_no_answers({}, { locale }),
	MIXED_LEVELS: (_, locale) => m.reports_reason_mixed_levels({}, { locale }),
	SCALE_TURNED: (_, locale) => m.reports_reason_scale_turned({}, { locale }),
	MORE_DECIMALS: (_, locale, what) => m.reports_reason_more_decimals({ what }, { locale }),
};

/** A place such as `products[2].wage` in words: the name of its last part. */
function whatText(at: string | undefined, locale: Locale): string {
	if (at === undefined) return '';
	const last =
		at
			.replaceAll(/\[\d+\]/g, '')
			.split('.')
			.at(-1) ?? at;
	const name = idLabel(last, locale);
	return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The words of a code: of its own kind first, then of the other kind (a code may be both), then of `more`. */
function wordsOf(
	code: string,
	kinds: readonly Readonly<Record<string, Say>>[],
	more: MoreWords,
): Say | undefined {
	for (const kind of kinds) if (Object.hasOwn(kind, code)) return kind[code];
	const words = Object.hasOwn(more, code) ? more[code] : undefined;
	return words && ((_, locale, what) => words({ what }, { locale }));
}

/** The sentence of a warning. */
export function warningText(warning: Warning, locale: Locale, more: MoreWords = {}): string {
	const say = wordsOf(warning.code, [warnings, reasons], more);
	return say === undefined
		? m.reports_warning_unknown({ code: warning.code }, { locale })
		: say(warning.params ?? {}, locale, whatText(warning.at, locale));
}

/** The sentence for why a figure or a whole table has no value. */
export function reasonText(
	reason: string | undefined,
	at: string | undefined,
	locale: Locale,
	params: Params = {},
	more: MoreWords = {},
): string {
	if (reason === undefined) return '';
	const say = wordsOf(reason, [reasons, warnings], more);
	if (say !== undefined) return say(params, locale, whatText(at, locale));
	return at === undefined
		? m.reports_warning_unknown({ code: reason }, { locale })
		: m.reports_reason_invalid({ what: whatText(at, locale), code: reason }, { locale });
}
