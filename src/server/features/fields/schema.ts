/** The fields that records of the house share, as a command takes them: text already read, nothing guessed. */
import { readDay } from '#methods/numeric/calendar-day.ts';
import * as v from 'valibot';

export const recordId = v.pipe(v.string(), v.uuid());

/** The version that the person saw: a record that was changed meanwhile is not written over. */
export const seenVersion = v.pipe(v.number(), v.integer(), v.minValue(1));

/** Absent, null and empty are one thing: nothing was said. */
const nothing = v.transform((text: string) => (text === '' ? null : text));

/** A name or a word; empty is left to the database, which says which field. */
export const givenName = v.pipe(v.string(), v.trim(), v.maxLength(200));

/** One line or a few. */
export const givenText = v.pipe(v.string(), v.trim(), v.maxLength(2000));

export const optionalText = v.optional(
	v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(2000), nothing)),
	null,
);

/** A day that exists: `2026-11-22`. */
export const day = v.pipe(
	v.string(),
	v.check((text) => readDay(text) !== null, 'a day'),
);
export const optionalDay = v.optional(v.nullable(day), null);

/** The official code of a village. */
export const villageCode = v.pipe(v.string(), v.regex(/^[0-9]{10}$/));

export const optionalId = v.optional(v.nullable(recordId), null);

/** A number of 0 or more as decimal text, so that no digit is lost on the way: `20`, `0.125`. */
export const decimalText = v.pipe(v.string(), v.regex(/^[0-9]{1,12}(\.[0-9]{1,6})?$/));
export const optionalDecimal = v.optional(v.nullable(decimalText), null);

/** Rupiah: kept with two digits after the point, and never rounded to them without a word. Noughts beyond say nothing. */
export const optionalPrice = v.optional(
	v.nullable(
		v.pipe(
			decimalText,
			v.check((text) => /^[0-9]+(\.[0-9]{1,2}0*)?$/.test(text), 'price_decimals'),
		),
	),
	null,
);

/** A whole number of people or things. */
export const optionalCount = v.optional(
	v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))),
	null,
);

/** Degrees as decimal text; south and west are negative. */
const degrees = v.pipe(v.string(), v.regex(/^-?[0-9]{1,3}(\.[0-9]{1,12})?$/));
export const place = {
	latitude: v.optional(v.nullable(degrees), null),
	longitude: v.optional(v.nullable(degrees), null),
};

/** A judgement from 1 (little) to 5 (much); null when nobody judged. */
export const optionalScale = v.optional(
	v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))),
	null,
);
