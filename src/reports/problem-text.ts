/**
 * Words for every Problem: what is wrong, where, and what to do. A code without words still gets a plain sentence,
 * and a test finds it.
 */
import { m } from '#words/messages.js';
import type { Place, Problem } from '#inputs/problem.ts';
import { writeNumber } from '#inputs/number-writer.ts';
import { plainNumberText } from '#inputs/plain-number-text.ts';
import { idLabel } from './row-label.ts';

type Locale = 'id' | 'en';

/** A compiled message; its inputs are checked where the message is written, not here. */
type Message = (inputs: never, options: { locale: Locale }) => string;

export interface ProblemWords {
	/** What is wrong, as a sentence. */
	readonly what: string;
	/** `tabel5.csv, baris 14, kolom "Keuntungan"`; empty when the problem has no place. */
	readonly where: string;
	/** What to do, as a sentence. */
	readonly todo: string;
}

const words: Readonly<Record<string, readonly [what: Message, todo: Message]>> = {
	FILE_NOT_FOUND: [m.problems_file_not_found_what, m.problems_file_not_found_todo],
	FILE_NOT_READABLE: [m.problems_file_not_readable_what, m.problems_file_not_readable_todo],
	FILE_IS_FOLDER: [m.problems_file_is_folder_what, m.problems_file_is_folder_todo],
	FILE_EMPTY: [m.problems_file_empty_what, m.problems_file_empty_todo],
	FILE_TOO_LARGE: [m.problems_file_too_large_what, m.problems_file_too_large_todo],
	FILE_IS_OLD_XLS: [m.problems_file_is_old_xls_what, m.problems_file_is_old_xls_todo],
	FILE_IS_OLD_DOC: [m.problems_file_is_old_doc_what, m.problems_file_is_old_doc_todo],
	FILE_IS_ENCRYPTED: [m.problems_file_is_encrypted_what, m.problems_file_is_encrypted_todo],
	FILE_IS_PDF: [m.problems_file_is_pdf_what, m.problems_file_is_pdf_todo],
	FILE_IS_IMAGE: [m.problems_file_is_image_what, m.problems_file_is_image_todo],
	FILE_IS_ARCHIVE: [m.problems_file_is_archive_what, m.problems_file_is_archive_todo],
	FILE_IS_OPENDOCUMENT: [m.problems_file_is_opendocument_what, m.problems_file_is_opendocument_todo],
	FILE_IS_XLSB: [m.problems_file_is_xlsb_what, m.problems_file_is_xlsb_todo],
	FILE_IS_JSON: [m.problems_file_is_json_what, m.problems_file_is_json_todo],
	FILE_NOT_A_TABLE: [m.problems_file_not_a_table_what, m.problems_file_not_a_table_todo],
	FILE_DAMAGED: [m.problems_file_damaged_what, m.problems_file_damaged_todo],
	NO_TABLE_INSIDE: [m.problems_no_table_inside_what, m.problems_no_table_inside_todo],
	ZIP_BOMB: [m.problems_zip_bomb_what, m.problems_zip_bomb_todo],
	ZIP_DAMAGED: [m.problems_zip_damaged_what, m.problems_zip_damaged_todo],
	XML_DOCTYPE_REFUSED: [m.problems_xml_doctype_refused_what, m.problems_xml_doctype_refused_todo],
	XML_TOO_DEEP: [m.problems_xml_too_deep_what, m.problems_xml_too_deep_todo],
	SHEET_TOO_LARGE: [m.problems_sheet_too_large_what, m.problems_sheet_too_large_todo],
	CSV_QUOTE_UNCLOSED: [m.problems_csv_quote_unclosed_what, m.problems_csv_quote_unclosed_todo],
	PASTE_EMPTY: [m.problems_paste_empty_what, m.problems_paste_empty_todo],
	SHEET_NOT_FOUND: [m.problems_sheet_not_found_what, m.problems_sheet_not_found_todo],
	CELL_NOT_FOUND: [m.problems_cell_not_found_what, m.problems_cell_not_found_todo],
	EXAMPLE_NOT_FOUND: [m.problems_example_not_found_what, m.problems_example_not_found_todo],
	TERM_NOT_FOUND: [m.problems_term_not_found_what, m.problems_term_not_found_todo],
	NO_VALUE_ADDED_TABLE: [m.problems_no_value_added_table_what, m.problems_no_value_added_table_todo],
	NO_TABLE_RECOGNISED: [m.problems_no_table_recognised_what, m.problems_no_table_recognised_todo],
	HEADER_MISSING_COLUMNS: [m.problems_header_missing_columns_what, m.problems_header_missing_columns_todo],
	ROW_REFUSED: [m.problems_row_refused_what, m.problems_row_refused_todo],
	JSON_BROKEN: [m.problems_json_broken_what, m.problems_json_broken_todo],
	JSON_NOT_AN_OBJECT: [m.problems_json_not_an_object_what, m.problems_json_not_an_object_todo],
	USAGE_COMMAND_UNKNOWN: [m.problems_usage_command_unknown_what, m.problems_usage_command_unknown_todo],
	USAGE_VERB_UNKNOWN: [m.problems_usage_verb_unknown_what, m.problems_usage_verb_unknown_todo],
	USAGE_VERB_MISSING: [m.problems_usage_verb_missing_what, m.problems_usage_verb_missing_todo],
	USAGE_OPTION_UNKNOWN: [m.problems_usage_option_unknown_what, m.problems_usage_option_unknown_todo],
	USAGE_OPTION_ELSEWHERE: [m.problems_usage_option_elsewhere_what, m.problems_usage_option_elsewhere_todo],
	USAGE_OPTION_NO_VALUE: [m.problems_usage_option_no_value_what, m.problems_usage_option_no_value_todo],
	USAGE_OPTION_NEEDS_VALUE: [
		m.problems_usage_option_needs_value_what,
		m.problems_usage_option_needs_value_todo,
	],
	USAGE_CHOICE: [m.problems_usage_choice_what, m.problems_usage_choice_todo],
	USAGE_WORD_MISSING_FILE: [m.problems_usage_word_missing_file_what, m.problems_usage_word_missing_file_todo],
	USAGE_WORD_MISSING_TEXT: [m.problems_usage_word_missing_text_what, m.problems_usage_word_missing_text_todo],
	USAGE_WORD_MISSING_SHELL: [
		m.problems_usage_word_missing_shell_what,
		m.problems_usage_word_missing_shell_todo,
	],
	USAGE_WORD_MISSING_METHOD: [
		m.problems_usage_word_missing_method_what,
		m.problems_usage_word_missing_method_todo,
	],
	USAGE_WORD_TOO_MANY: [m.problems_usage_word_too_many_what, m.problems_usage_word_too_many_todo],
	USAGE_SHELL_UNKNOWN: [m.problems_usage_shell_unknown_what, m.problems_usage_shell_unknown_todo],
	USAGE_METHOD_UNKNOWN: [m.problems_usage_method_unknown_what, m.problems_usage_method_unknown_todo],
	USAGE_MEASURE_UNKNOWN: [m.problems_usage_measure_unknown_what, m.problems_usage_measure_unknown_todo],
	USAGE_RANGE: [m.problems_usage_range_what, m.problems_usage_range_todo],
	USAGE_FIX: [m.problems_usage_fix_what, m.problems_usage_fix_todo],
	USAGE_EXAMPLE_NAME: [m.problems_usage_example_name_what, m.problems_usage_example_name_todo],
	USAGE_EXAMPLE_FORMAT: [m.problems_usage_example_format_what, m.problems_usage_example_format_todo],
	USAGE_OUTPUT_MISSING: [m.problems_usage_output_missing_what, m.problems_usage_output_missing_todo],
	USAGE_FORMAT: [m.problems_usage_format_what, m.problems_usage_format_todo],
	USAGE_DATE: [m.problems_usage_date_what, m.problems_usage_date_todo],
	USAGE_STDIN_TWICE: [m.problems_usage_stdin_twice_what, m.problems_usage_stdin_twice_todo],
	USAGE_PASSPHRASE_MISSING: [
		m.problems_usage_passphrase_missing_what,
		m.problems_usage_passphrase_missing_todo,
	],
	USAGE_PASSPHRASE_SHORT: [m.problems_usage_passphrase_short_what, m.problems_usage_passphrase_short_todo],
	USAGE_PASSPHRASE_DIFFERS: [
		m.problems_usage_passphrase_differs_what,
		m.problems_usage_passphrase_differs_todo,
	],
	USAGE_MOVE_TARGET: [m.problems_usage_move_target_what, m.problems_usage_move_target_todo],
	AMBIGUOUS_NUMBER: [m.problems_ambiguous_number_what, m.problems_ambiguous_number_todo],
	OUTPUT_EXISTS: [m.problems_output_exists_what, m.problems_output_exists_todo],
	OUTPUT_IS_FOLDER: [m.problems_output_is_folder_what, m.problems_output_is_folder_todo],
	OUTPUT_FOLDER_MISSING: [m.problems_output_folder_missing_what, m.problems_output_folder_missing_todo],
	OUTPUT_NOT_WRITABLE: [m.problems_output_not_writable_what, m.problems_output_not_writable_todo],
	UNEXPECTED: [m.problems_unexpected_what, m.problems_unexpected_todo],
	NOT_A_NUMBER: [m.problems_not_a_number_what, m.problems_not_a_number_todo],
	TOO_LONG: [m.problems_too_long_what, m.problems_too_long_todo],
	TOO_LARGE: [m.problems_too_large_what, m.problems_too_large_todo],
	TOO_SMALL: [m.problems_too_small_what, m.problems_too_small_todo],
	SPREADSHEET_ERROR: [m.problems_spreadsheet_error_what, m.problems_spreadsheet_error_todo],
	COLUMN_TOO_NARROW: [m.problems_column_too_narrow_what, m.problems_column_too_narrow_todo],
	TWO_DECIMAL_MARKS: [m.problems_two_decimal_marks_what, m.problems_two_decimal_marks_todo],
	BAD_GROUPS: [m.problems_bad_groups_what, m.problems_bad_groups_todo],
	SPACE_INSIDE: [m.problems_space_inside_what, m.problems_space_inside_todo],
	MIXED_GROUP_MARKS: [m.problems_mixed_group_marks_what, m.problems_mixed_group_marks_todo],
	MARKS_TOGETHER: [m.problems_marks_together_what, m.problems_marks_together_todo],
	TRAILING_MARK: [m.problems_trailing_mark_what, m.problems_trailing_mark_todo],
	LEADING_ZEROS: [m.problems_leading_zeros_what, m.problems_leading_zeros_todo],
	TWO_SIGNS: [m.problems_two_signs_what, m.problems_two_signs_todo],
	TRAILING_MINUS: [m.problems_trailing_minus_what, m.problems_trailing_minus_todo],
	RANGE: [m.problems_range_what, m.problems_range_todo],
	PERIOD: [m.problems_period_what, m.problems_period_todo],
	DATE: [m.problems_date_what, m.problems_date_todo],
	NOT_EXACT: [m.problems_not_exact_what, m.problems_not_exact_todo],
	FOREIGN_CURRENCY: [m.problems_foreign_currency_what, m.problems_foreign_currency_todo],
	UNKNOWN_UNIT: [m.problems_unknown_unit_what, m.problems_unknown_unit_todo],
	ARITHMETIC: [m.problems_arithmetic_what, m.problems_arithmetic_todo],
	ARITHMETIC_SYNTAX: [m.problems_arithmetic_syntax_what, m.problems_arithmetic_syntax_todo],
	DIVISION_BY_ZERO: [m.problems_division_by_zero_what, m.problems_division_by_zero_todo],
	UNIT_IN_ARITHMETIC: [m.problems_unit_in_arithmetic_what, m.problems_unit_in_arithmetic_todo],
	PERCENT_IN_ARITHMETIC: [m.problems_percent_in_arithmetic_what, m.problems_percent_in_arithmetic_todo],
	NEGATIVE: [m.problems_negative_what, m.problems_negative_todo],
	NOT_POSITIVE: [m.problems_not_positive_what, m.problems_not_positive_todo],
	NOT_A_COUNT: [m.problems_not_a_count_what, m.problems_not_a_count_todo],
	NOT_TEXT: [m.problems_not_text_what, m.problems_not_text_todo],
	NOT_A_BOOLEAN: [m.problems_not_a_boolean_what, m.problems_not_a_boolean_todo],
	NOT_AN_OBJECT: [m.problems_not_an_object_what, m.problems_not_an_object_todo],
	NOT_A_LIST: [m.problems_not_a_list_what, m.problems_not_a_list_todo],
	TOO_MANY: [m.problems_too_many_what, m.problems_too_many_todo],
	UNKNOWN_CHOICE: [m.problems_unknown_choice_what, m.problems_unknown_choice_todo],
	UNKNOWN_KEY: [m.problems_unknown_key_what, m.problems_unknown_key_todo],
	MISSING_INPUT: [m.problems_missing_input_what, m.problems_missing_input_todo],
	ALLOCATION_KEY_REQUIRED: [m.problems_allocation_key_required_what, m.problems_allocation_key_required_todo],
	FAMILY_ABOVE_LABOUR: [m.problems_family_above_labour_what, m.problems_family_above_labour_todo],
	BASIS_MISMATCH: [m.problems_basis_mismatch_what, m.problems_basis_mismatch_todo],
	ZERO_DENOMINATOR: [m.problems_zero_denominator_what, m.problems_zero_denominator_todo],
	NEGATIVE_BASE: [m.problems_negative_base_what, m.problems_negative_base_todo],
	OVERFLOW: [m.problems_overflow_what, m.problems_overflow_todo],
	MISSING_ROW: [m.problems_missing_row_what, m.problems_missing_row_todo],
	NEGATIVE_VALUE: [m.problems_negative_value_what, m.problems_negative_value_todo],
	ZERO_RAW_MATERIAL: [m.problems_zero_raw_material_what, m.problems_zero_raw_material_todo],
	REFUSED_NUMBER: [m.problems_refused_number_what, m.problems_refused_number_todo],
};

/**
 * Numbers inside a sentence are written in the reader's style, rows by their name. A proposal is written so that it
 * can be typed back without a second question.
 */
function spoken(params: Problem['params'], locale: Locale): Record<string, string> {
	const entries = Object.entries(params ?? {}).map(([name, value]) => {
		if (typeof value === 'number') {
			return [name, name === 'proposal' ? plainNumberText(value) : writeNumber(value, locale)];
		}
		return [name, name === 'row' ? idLabel(value, locale) : value];
	});
	return Object.fromEntries(entries) as Record<string, string>;
}

function say(message: Message, inputs: Record<string, string>, locale: Locale): string {
	return (message as (inputs: object, options: { locale: Locale }) => string)(inputs, { locale });
}

/** `tabel5.xlsx, lembar "Tabel 5", sel B12`; empty for no place. */
export function placeText(at: Place | undefined, locale: Locale): string {
	if (!at) return '';
	const parts = [
		at.file,
		at.sheet === undefined || at.sheet === ''
			? undefined
			: m.problems_at_sheet({ sheet: at.sheet }, { locale }),
		at.cell === undefined ? undefined : m.problems_at_cell({ cell: at.cell }, { locale }),
		at.row === undefined || at.cell !== undefined
			? undefined
			: m.problems_at_row({ row: at.row }, { locale }),
		at.column === undefined
			? undefined
			: /^\d+$/.test(at.column)
				? m.problems_at_column_number({ column: at.column }, { locale })
				: m.problems_at_column({ column: at.column }, { locale }),
		at.path === undefined ? undefined : m.problems_at_path({ path: at.path }, { locale }),
	];
	return parts.filter(Boolean).join(', ');
}

/** Whether a code has words of its own. */
export function hasProblemWords(code: string): boolean {
	return Object.hasOwn(words, code);
}

/** Pasted text has no file to name and none to save again, and whoever pastes has no command line. */
function pastedProblemText(problem: Problem, locale: Locale): ProblemWords {
	if (problem.code === 'NO_TABLE_INSIDE' || problem.code === 'NO_TABLE_RECOGNISED') {
		const todo = m.check_page_no_table_todo({}, { locale });
		return { what: m.check_page_no_table({}, { locale }), where: '', todo };
	}
	return problemText({ ...problem, at: { ...problem.at, file: undefined } }, locale);
}

/**
 * The words of a problem. `params.near` (a likelier spelling) and `params.proposal` (a likelier number) come first
 * in what to do, because they are what most people want.
 */
export function problemText(problem: Problem, locale: Locale): ProblemWords {
	if (problem.at?.file === 'paste') return pastedProblemText(problem, locale);
	const inputs = spoken(problem.params, locale);
	// A refused number is told by why it was refused.
	const code = problem.code === 'REFUSED_NUMBER' ? (inputs['reason'] ?? problem.code) : problem.code;
	const [what, todo] = hasProblemWords(code)
		? (words[code] as readonly [Message, Message])
		: [m.problems_unknown_what as Message, m.problems_unknown_todo as Message];
	const given = { ...inputs, code };
	const hint = inputs['near']
		? m.problems_near({ near: inputs['near'] }, { locale })
		: inputs['proposal']
			? m.problems_propose({ proposal: inputs['proposal'] }, { locale })
			: '';
	return {
		what: say(what, given, locale),
		where: placeText(problem.at, locale),
		todo: [hint, say(todo, given, locale)].filter(Boolean).join(' '),
	};
}
