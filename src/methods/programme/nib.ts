/** The 13 digits of a business identity number (NIB). */
import { onlyDigits, withoutMarks } from './document-reading.ts';
import type { DocumentReading } from './document-reading.ts';

/**
 * Reads a NIB. Its 13 digits are dealt out at random and have no check digit, so a slip of the pen cannot be seen: the
 * number is to be looked up at oss.go.id. Problems: `NIB_NOT_DIGITS`, `NIB_NOT_13_DIGITS`; hint `NIB_NO_CHECK_DIGIT`.
 * Sources: PP 24/2018; PP 5/2021; PP 28/2025. Last checked 2026-11.
 */
export function readNib(text: string): DocumentReading<{ readonly digits: string }> {
	const digits = withoutMarks(text.replace(/^\s*NIB\s*[:.]?/i, ''));
	const unread = (code: string) => ({
		shown: text.trim(),
		problems: [{ code, at: 'nib' }],
		hints: [],
		parts: null,
	});
	if (!onlyDigits(digits)) return unread('NIB_NOT_DIGITS');
	if (digits.length !== 13) return unread('NIB_NOT_13_DIGITS');
	return {
		shown: digits,
		problems: [],
		hints: [{ code: 'NIB_NO_CHECK_DIGIT', at: 'nib' }],
		parts: { digits },
	};
}
