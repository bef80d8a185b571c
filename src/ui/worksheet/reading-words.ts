/** The reader's codes in words, as short as they stand under a cell. */
export { amountInWords } from '#inputs/amount-in-words.ts';
import type { NumberNote, NumberReading } from '#inputs/number-reading.ts';
import { m } from '#words/messages.js';

/** A note worth saying under the cell; null for what a person sees anyway. */
export function noteText(note: NumberNote): string | null {
	switch (note.code) {
		case 'DECIMAL_POINT':
			return m.worksheet_note_decimal_point();
		case 'ENGLISH_FORMAT':
			return m.worksheet_note_english();
		case 'SPACES_GROUP':
		case 'APOSTROPHES_GROUP':
			return m.worksheet_note_spaces();
		case 'ARITHMETIC':
			return m.worksheet_note_arithmetic({ text: String(note.params?.expression ?? '') });
		case 'SCALE_WORD_DUPLICATED':
			return m.worksheet_note_scale_twice();
		default:
			return null;
	}
}

/** Why a text was not read, and what to do. */
export function refusalText(reason: NumberReading['reason']): string {
	switch (reason) {
		case 'TWO_DECIMAL_MARKS':
			return m.worksheet_refused_two_marks();
		case 'SPACE_INSIDE':
			return m.worksheet_refused_space();
		case 'BAD_GROUPS':
		case 'MIXED_GROUP_MARKS':
		case 'MARKS_TOGETHER':
			return m.worksheet_refused_groups();
		case 'DIVISION_BY_ZERO':
			return m.worksheet_refused_zero_division();
		case 'SPREADSHEET_ERROR':
		case 'COLUMN_TOO_NARROW':
			return m.worksheet_refused_error();
		case 'UNKNOWN_UNIT':
		case 'FOREIGN_CURRENCY':
			return m.worksheet_refused_unit();
		case 'TOO_LONG':
		case 'TOO_LARGE':
		case 'TOO_SMALL':
			return m.worksheet_refused_size();
		default:
			return m.worksheet_refused_other();
	}
}
