/** Calendar days as whole numbers, without a clock: `2024-02-29` in, days counted from 1970-01-01 out. */
import type { Check } from './input-check.ts';

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month (1 to 12) of a year. */
function daysInMonth(year: number, month: number): number {
	return month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0);
}

/** Days since 1970-01-01 of a date of the Gregorian calendar (Hinnant, days_from_civil); null when there is no such date. */
export function readDay(value: unknown): number | null {
	if (typeof value !== 'string') return null;
	const match = pattern.exec(value);
	if (match === null) return null;
	const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
	if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
	const y = month <= 2 ? year - 1 : year;
	const era = Math.floor(y / 400);
	const yearOfEra = y - era * 400;
	const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * 146097 + dayOfEra - 719468;
}

/** The date of a day number as `YYYY-MM-DD`; null outside the years 0 to 9999. */
export function writeDay(days: number): string | null {
	const shifted = days + 719468;
	const era = Math.floor(shifted / 146097);
	const dayOfEra = shifted - era * 146097;
	const yearOfEra = Math.floor(
		(dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
			365,
	);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
	const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
	const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
	const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
	if (!Number.isInteger(year) || year < 0 || year > 9999) return null;
	const two = (value: number) => String(value).padStart(2, '0');
	return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** A date `YYYY-MM-DD` that exists, or nothing. Reason `NOT_A_DATE`. */
export const calendarDate: Check = (value, at) =>
	value === null || value === undefined || readDay(value) !== null ? null : { reason: 'NOT_A_DATE', at };
