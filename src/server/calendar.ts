import { Problem } from './problems.ts';

/** The day in the time zone of the country's villages: at two in the morning it is already tomorrow of the server's clock. */
const jakarta = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta' });

/** `2026-11-23`, of now or of a moment. A membership and an import count by it. */
export const dayInJakarta = (at?: Date): string => jakarta.format(at);

export const yearInJakarta = (at: Date): number => Number(dayInJakarta(at).slice(0, 4));

const furthestEast = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jayapura' });

/**
 * Refuses, with `day_ahead`, the day of something that has happened when it has come nowhere in the country yet: its east is
 * two hours ahead of Jakarta. A mistyped year would otherwise hold for decades.
 */
export function notAhead(day: string, at: Date, field: string): void {
	if (day > furthestEast.format(at)) throw new Problem('day_ahead', { field });
}
