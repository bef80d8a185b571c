/** The 16 digits of an Indonesian identity number (NIK): where and when its holder was first registered and born. */
import { readDay } from '../numeric/calendar-day.ts';
import { inPart, onlyDigits, withoutMarks } from './document-reading.ts';
import type { DocumentReading } from './document-reading.ts';
import { maskedNik } from './masked-nik.ts';
import { provinceCodes } from './province-codes.ts';

export interface NikParts {
	/** Of the first registration, which a move never changes; null when the code is unknown. */
	readonly province: string | null;
	/** Province and regency, for example `2101` for Bintan. */
	readonly regencyCode: string;
	readonly woman: boolean;
	/** Possible days of birth, `YYYY-MM-DD`: the number has no century, so there may be one of 19xx and one of 20xx. */
	readonly birthDates: readonly string[];
}

/** Women are registered with 40 added to the day of birth. */
const WOMAN = 40;

function birthDates(day: number, month: string, year: string): string[] {
	const two = String(day).padStart(2, '0');
	return ['19', '20']
		.map((century) => `${century}${year}-${month}-${two}`)
		.filter((date) => readDay(date) !== null);
}

/**
 * Reads a NIK. Digits: 2 province, 2 regency, 2 district, 6 day, month and year of birth (women day + 40), 4 serial.
 * Problems: `NIK_NOT_DIGITS`, `NIK_NOT_16_DIGITS`, `NIK_PROVINCE_UNKNOWN`, `NIK_REGION_ZERO`, `NIK_DAY`, `NIK_MONTH`,
 * `NIK_NO_SUCH_DATE`, `NIK_SERIAL_ZERO`. A number without problems carries `NIK_REGION_IS_A_HINT`: where somebody lives
 * now is on the card, not in the number. Source: Dinas Dukcapil Kabupaten Klaten, Arti 16 Digit NIK; UU 24/2013.
 */
export function readNik(text: string): DocumentReading<NikParts> {
	const digits = withoutMarks(text);
	const shown = maskedNik(text);
	const unread = (code: string) => ({ shown, problems: [{ code, at: 'nik' }], hints: [], parts: null });
	if (!onlyDigits(digits)) return unread('NIK_NOT_DIGITS');
	if (digits.length !== 16) return unread('NIK_NOT_16_DIGITS');
	const cut = (from: number, to: number) => digits.slice(from - 1, to);
	const [code, month, year] = [Number(cut(7, 8)), cut(9, 10), cut(11, 12)];
	const woman = code > WOMAN;
	const day = woman ? code - WOMAN : code;
	const province = provinceCodes.get(cut(1, 2)) ?? null;
	const dates = birthDates(day, month, year);
	const dayFits = day >= 1 && day <= 31;
	const monthFits = Number(month) >= 1 && Number(month) <= 12;
	const problems = [
		...(province === null ? [inPart('NIK_PROVINCE_UNKNOWN', 'province', 1, 2)] : []),
		...(cut(3, 4) === '00' ? [inPart('NIK_REGION_ZERO', 'regency', 3, 4)] : []),
		...(cut(5, 6) === '00' ? [inPart('NIK_REGION_ZERO', 'district', 5, 6)] : []),
		...(dayFits ? [] : [inPart('NIK_DAY', 'day', 7, 8)]),
		...(monthFits ? [] : [inPart('NIK_MONTH', 'month', 9, 10)]),
		...(dayFits && monthFits && dates.length === 0 ? [inPart('NIK_NO_SUCH_DATE', 'birth', 7, 12)] : []),
		...(cut(13, 16) === '0000' ? [inPart('NIK_SERIAL_ZERO', 'serial', 13, 16)] : []),
	];
	const hints = problems.length === 0 ? [inPart('NIK_REGION_IS_A_HINT', 'regency', 1, 4)] : [];
	return { shown, problems, hints, parts: { province, regencyCode: cut(1, 4), woman, birthDates: dates } };
}
