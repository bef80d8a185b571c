/** What may be said of a person, as forms, imports and phones send it: text, where an empty field says nothing. */
import * as v from 'valibot';
import { yearInJakarta } from '#server/calendar.ts';
import { bareIdentityNumber, isIdentityNumber } from '#server/identity/identity-number.ts';

// Messages are codes of problems. None repeats what was typed: the library's own would.
const UNREADABLE = 'input_not_readable';
const nothing = (text: string | null | undefined): string | null => {
	const trimmed = (text ?? '').trim();
	return trimmed === '' ? null : trimmed;
};

/** A text that may be left empty; then null. */
export const optionalText = (longest: number) =>
	v.optional(
		v.pipe(v.nullish(v.pipe(v.string(UNREADABLE), v.maxLength(longest, UNREADABLE))), v.transform(nothing)),
		null,
	);

/** A name or title, without blanks around it. */
export const givenText = (longest: number, missing = 'name_missing') =>
	v.pipe(v.string(missing), v.trim(), v.minLength(1, missing), v.maxLength(longest, UNREADABLE));

/** One of a few words, or nothing. */
export const optionalChoice = <const Choices extends readonly [string, ...string[]]>(choices: Choices) =>
	v.optional(
		v.pipe(
			v.nullish(v.string(UNREADABLE)),
			v.transform(nothing),
			v.nullable(v.picklist(choices, UNREADABLE)),
		),
		null,
	);

export const recordId = v.pipe(v.string(UNREADABLE), v.uuid(UNREADABLE));
export const villageCode = v.pipe(
	v.string('village_missing'),
	v.nonEmpty('village_missing'),
	v.regex(/^[0-9]{10}$/, 'area_unknown'),
);

/** The number that the changed record had when it was read. A form sends it as text. */
export const recordVersion = v.pipe(
	v.union([v.string(), v.number()], UNREADABLE),
	v.transform(Number),
	v.integer(UNREADABLE),
	v.minValue(1, UNREADABLE),
);

const isDay = (text: string): boolean =>
	/^(19|20)\d\d-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

/** A day of the calendar, 2026-11-22. */
export const day = v.pipe(
	v.string(UNREADABLE),
	v.trim(),
	v.check((text) => !Number.isNaN(Date.parse(text)) && isDay(text), UNREADABLE),
);

/** A day, or nothing. */
export const optionalDay = v.optional(
	v.pipe(v.nullish(v.string(UNREADABLE)), v.transform(nothing), v.nullable(day)),
	null,
);

const optionalYear = v.optional(
	v.pipe(
		v.nullish(v.union([v.string(), v.number()], 'year_form')),
		v.transform((year) => nothing(year == null ? null : String(year))),
		v.nullable(v.pipe(v.string(), v.regex(/^(19|20)[0-9]{2}$/, 'year_form'), v.transform(Number))),
	),
	null,
);

/** Kept as it is written; a number would lose its first nought. */
const optionalPhone = v.optional(
	v.pipe(
		v.nullish(v.string('phone_form')),
		v.transform(nothing),
		v.nullable(
			v.pipe(
				v.string(),
				v.regex(/^[0-9+() .-]{6,25}$/, 'phone_form'),
				v.check((text) => text.replace(/\D/g, '').length >= 6, 'phone_form'),
			),
		),
	),
	null,
);

/** The bare 16 figures, or nothing. */
const optionalIdentityNumber = v.optional(
	v.pipe(
		v.nullish(v.string('identity_number_form')),
		v.transform((text) => nothing(bareIdentityNumber(text ?? ''))),
		v.nullable(v.pipe(v.string(), v.check(isIdentityNumber, 'identity_number_form'))),
	),
	null,
);

/** A ticked box; a form leaves it out when it is not. */
const ticked = v.optional(
	v.pipe(
		v.union([v.boolean(), v.string()], UNREADABLE),
		v.transform((value) => value === true || (typeof value === 'string' && value !== '')),
	),
	false,
);

export const sexes = ['female', 'male'] as const;

/** What a form of a person holds. An import checks its rows with it too. */
export const personFields = v.object({
	name: givenText(200),
	sex: optionalChoice(sexes),
	birthYear: optionalYear,
	phone: optionalPhone,
	villageCode,
	address: optionalText(500),
	note: optionalText(2000),
	markedSensitive: ticked,
});

export type PersonFields = v.InferOutput<typeof personFields>;

export const addPersonInput = v.object({
	...personFields.entries,
	personId: v.optional(recordId),
	identityNumber: optionalIdentityNumber,
});

export const changePersonInput = v.object({
	...personFields.entries,
	personId: recordId,
	version: recordVersion,
});

export const removalReasons = ['moved', 'died', 'double', 'asked', 'mistake'] as const;

export const removePersonInput = v.object({
	personId: recordId,
	version: recordVersion,
	reason: v.picklist(removalReasons, 'reason_missing'),
});

export const forgetPersonInput = v.object({
	personId: recordId,
	version: recordVersion,
	/** That who does it has read what goes. A form leaves it out when it is not ticked. */
	understood: v.pipe(
		ticked,
		v.check((one) => one, 'not_understood'),
	),
});

/** An empty number takes the kept one away. */
export const setIdentityInput = v.object({ personId: recordId, identityNumber: optionalIdentityNumber });

export const revealIdentityInput = v.object({
	personId: recordId,
	/** What the number is needed for; it stands in the trail. */
	reason: givenText(300, 'reason_missing'),
});

/** A name or a search as they are compared: small letters, no marks, one blank between words. */
export const searchText = (text: string): string =>
	text
		.normalize('NFKD')
		.replace(/[\p{M}'’‘`]/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

/** The name from each of its words on: Siti Nur Aminah is found by "siti", "nur a" and "amin". */
export function nameStarts(name: string): string[] {
	const words = searchText(name).split(' ');
	return words.slice(0, 8).map((_, word) => words.slice(word).join(' '));
}

/** What stands where a name must stand and its bearer was forgotten. */
export const nobody = '—';

/** The name of an enterprise when its owner is forgotten: one that bears a word of hers becomes what it makes. */
export function nameWithout(owner: string, name: string, product: string | null): string {
	const words = searchText(owner)
		.split(' ')
		.filter((word) => word.length > 2);
	const bears = (text: string): boolean => {
		const held = searchText(text).split(' ');
		return words.some((word) => held.includes(word));
	};
	if (!bears(name)) return name;
	return product === null || bears(product) ? nobody : product.slice(0, 200);
}

/** Whether somebody may still be a child: of the year of birth alone, so in doubt she is. */
export const mayBeChild = (birthYear: number | null, at: Date): boolean =>
	birthYear !== null && yearInJakarta(at) - birthYear <= 18;
