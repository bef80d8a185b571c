/** The number of a halal certificate of BPJPH, and until when a certificate of its day of issue holds. */
import type { Warning } from '../method.ts';
import { readDay } from '../numeric/calendar-day.ts';
import { inPart, withoutMarks } from './document-reading.ts';
import type { DocumentReading } from './document-reading.ts';

export interface HalalParts {
	/** The number without spaces, `ID` and digits. */
	readonly number: string;
	/** `four-years` for certificates issued before 30 December 2022, `while-unchanged` since; null without a day of issue. */
	readonly regime: 'four-years' | 'while-unchanged' | null;
	/** Last day of the four years; null under the regime without an end. */
	readonly validUntil: string | null;
}

export interface HalalCircumstances {
	/** `YYYY-MM-DD` */
	readonly issuedOn?: string | null;
	/** The day for which it is judged. */
	readonly validOn?: string | null;
	/** Whether an ingredient or a step of the process is not what was certified. */
	readonly changed?: boolean | null;
}

/** Perppu 2/2022 (Cipta Kerja), from which a certificate holds while ingredients and process stay as they are. */
const UNLIMITED_FROM = '2022-12-30';

/** The same date four years on. */
function fourYearsFrom(issuedOn: string): string {
	const [year = 0, month = 1, day = 1] = issuedOn.split('-').map(Number);
	const same = (value: number, width: number) => String(value).padStart(width, '0');
	return `${same(year + 4, 4)}-${same(month, 2)}-${same(day, 2)}`;
}

function validity({ issuedOn, validOn, changed }: HalalCircumstances): {
	readonly regime: HalalParts['regime'];
	readonly validUntil: string | null;
	readonly problems: readonly Warning[];
} {
	const changes = changed === true ? [{ code: 'HALAL_CHANGED', at: 'changed' }] : [];
	if (issuedOn == null) return { regime: null, validUntil: null, problems: changes };
	const issued = readDay(issuedOn);
	if (issued === null)
		return { regime: null, validUntil: null, problems: [{ code: 'NOT_A_DATE', at: 'issuedOn' }, ...changes] };
	const on = readDay(validOn);
	const early = on !== null && on < issued ? [{ code: 'NOT_YET_VALID', at: 'issuedOn' }] : [];
	if (issued >= (readDay(UNLIMITED_FROM) as number))
		return { regime: 'while-unchanged', validUntil: null, problems: [...early, ...changes] };
	const validUntil = fourYearsFrom(issuedOn);
	const over = on !== null && on > (readDay(validUntil) ?? Infinity);
	const past = over ? [{ code: 'HALAL_FOUR_YEARS_OVER', at: 'issuedOn' }] : [];
	return { regime: 'four-years', validUntil, problems: [...early, ...past, ...changes] };
}

/**
 * Reads the number of a halal certificate: `ID` and digits. Problems: `HALAL_IS_A_DECREE` for a KH number (the decree of
 * the ulama on which the certificate rests, not the certificate), `HALAL_NO_ID`, `HALAL_NOT_DIGITS`, and by the day of
 * issue `HALAL_FOUR_YEARS_OVER`, `NOT_YET_VALID`, `HALAL_CHANGED`. A count of digits other than 14 to 17 is only the hint
 * `HALAL_DIGITS_UNUSUAL`: the numbering is not fixed by a rule. Sources: UU 33/2014; Perppu 2/2022; BPJPH,
 * list of certificates (ID8111000...). Last checked 2026-11.
 */
export function readHalalCertificate(
	text: string,
	circumstances: HalalCircumstances = {},
): DocumentReading<HalalParts> {
	const number = withoutMarks(text).toUpperCase();
	const held = validity(circumstances);
	const digits = number.slice(2);
	const fault = number.startsWith('KH')
		? 'HALAL_IS_A_DECREE'
		: !number.startsWith('ID')
			? 'HALAL_NO_ID'
			: /^\d+$/.test(digits)
				? null
				: 'HALAL_NOT_DIGITS';
	const unusual = fault === null && (digits.length < 14 || digits.length > 17);
	return {
		shown: fault === null ? number : text.trim(),
		problems: [...(fault === null ? [] : [{ code: fault, at: 'halal' }]), ...held.problems],
		hints: unusual ? [inPart('HALAL_DIGITS_UNUSUAL', 'halal', 3, number.length)] : [],
		parts: fault === null ? { number, regime: held.regime, validUntil: held.validUntil } : null,
	};
}
