/**
 * Words for what a reader repaired or chose, and for the warnings of a method: one sentence each, without blame.
 */
import { m } from '#words/messages.js';
import { writeNumber } from '#inputs/number-writer.ts';

type Locale = 'id' | 'en';
type Message = (inputs: never, options: { locale: Locale }) => string;

const words: Readonly<Record<string, Message>> = {
	FORMAT_DIFFERS_FROM_NAME: m.problems_note_format_differs_from_name,
	SHEET_HIDDEN: m.problems_note_sheet_hidden,
	FORMULA_WITHOUT_RESULT: m.problems_note_formula_without_result,
	MERGED_CELL_HIDES_VALUE: m.problems_note_merged_cell_hides_value,
	SPACES_REPLACED: m.problems_note_spaces_replaced,
	ZERO_WIDTH_REMOVED: m.problems_note_zero_width_removed,
	SOFT_HYPHENS_JOINED: m.problems_note_soft_hyphens_joined,
	LINE_BREAKS_JOINED: m.problems_note_line_breaks_joined,
	LEADING_APOSTROPHE_REMOVED: m.problems_note_leading_apostrophe_removed,
	ENCODING_GUESSED: m.problems_note_encoding_guessed,
	DELIMITER_GUESSED: m.problems_note_delimiter_guessed,
	COLUMNS_UNSURE: m.problems_note_columns_unsure,
	NESTED_TABLE_IGNORED: m.problems_note_nested_table_ignored,
	DELETED_TEXT_SKIPPED: m.problems_note_deleted_text_skipped,
	PASTE_DISAGREES: m.problems_note_paste_disagrees,
	PASTE_SHAPES_DIFFER: m.problems_note_paste_shapes_differ,
	DECIMAL_POINT: m.problems_note_decimal_point,
	ENGLISH_FORMAT: m.problems_note_english_format,
	SPACES_GROUP: m.problems_note_spaces_group,
	APOSTROPHES_GROUP: m.problems_note_apostrophes_group,
	LEADING_ZEROS: m.problems_note_leading_zeros,
	RUPIAH_THOUSANDS: m.problems_note_rupiah_thousands,
	SCALE_WORD: m.problems_note_scale_word,
	SCALE_WORD_AMBIGUOUS: m.problems_note_scale_word_ambiguous,
	SCALE_WORD_DUPLICATED: m.problems_note_scale_word_duplicated,
	FOOTNOTE: m.problems_note_footnote,
	UNIT_TEXT: m.problems_note_unit_text,
	ARITHMETIC: m.problems_note_arithmetic,
	SCIENTIFIC: m.problems_note_scientific,
	PRECISION: m.problems_note_precision,
	PARENTHESES_NEGATIVE: m.problems_note_parentheses_negative,
	SIGN_APART: m.problems_note_sign_apart,
	DASH_AMOUNT: m.problems_note_dash_amount,
	OTHER_DIGITS: m.problems_note_other_digits,
	STYLE_DISSENT: m.problems_note_style_dissent,
	AMBIGUOUS_NUMBER: m.problems_note_ambiguous_number,
	ROWS_LEFT_OUT: m.problems_note_rows_left_out,
};

/** Whether a code has words of its own. */
export function hasNoteWords(code: string): boolean {
	return Object.hasOwn(words, code);
}

/** The sentence of a note or warning; `params` fill it, numbers in the reader's style. */
export function noteText(
	code: string,
	params: Readonly<Record<string, string | number>> | undefined,
	locale: Locale,
): string {
	const inputs = Object.fromEntries(
		Object.entries(params ?? {}).map(([name, value]) => [
			name,
			typeof value === 'number' ? writeNumber(value, locale) : value,
		]),
	);
	const message = hasNoteWords(code) ? (words[code] as Message) : (m.problems_unknown_note as Message);
	return (message as (inputs: object, options: { locale: Locale }) => string)(
		{ ...inputs, code },
		{ locale },
	);
}
