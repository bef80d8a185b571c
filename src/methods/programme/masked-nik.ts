import { withoutMarks } from './document-reading.ts';

/** An identity number as it may be shown: the regency and the last two digits, `2101**********01`. */
export function maskedNik(text: string): string {
	const digits = withoutMarks(text);
	return digits.length === 16 ? `${digits.slice(0, 4)}${'*'.repeat(10)}${digits.slice(14)}` : '*'.repeat(16);
}
