/** Sentences for what was found in a list, and names for its columns. */
import { m } from '#words/messages.js';
import type { IntakeField, IntakeKind } from '#inputs/intake-fields.ts';
import type { IntakeFinding } from '#inputs/intake-finding.ts';

type Locale = 'id' | 'en';
type Said = (params: Record<string, string>, options: { locale: Locale }) => string;

const words = m as unknown as Record<string, Said | undefined>;

function say(key: string, params: Record<string, string>, locale: Locale): string {
	const sentence = words[key];
	if (sentence === undefined) throw new Error(`no words: ${key}`);
	return sentence(params, { locale });
}

/** Some codes say more when they know more. */
function codeOf({ code, params }: IntakeFinding): string {
	if (code === 'VILLAGE_UNKNOWN' && params['near']) return 'village_unknown_near';
	if (code === 'NUMBER_UNREADABLE' && params['instead']) return 'number_unreadable_instead';
	return code.toLowerCase();
}

/** What is wrong with a cell and what to do. */
export function findingWords(finding: IntakeFinding, locale: Locale): { what: string; todo: string } {
	const params = Object.fromEntries(
		Object.entries(finding.params).map(([name, value]) => [name, String(value)]),
	);
	const key = `intake_finding_${codeOf(finding)}`;
	return { what: say(`${key}_what`, params, locale), todo: say(`${key}_todo`, params, locale) };
}

const column = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What a column means: the name of an enterprise is not a person's. */
export function fieldWords(kind: IntakeKind, field: IntakeField, locale: Locale): string {
	return say(
		`intake_field_${kind === 'enterprises' && field === 'name' ? 'enterprise' : column(field)}`,
		{},
		locale,
	);
}

/** `C14, kolom NIK`. */
export function placeWords(kind: IntakeKind, { cell, field }: IntakeFinding, locale: Locale): string {
	if (field === null) return cell;
	return say('intake_at', { cell, field: fieldWords(kind, field, locale) }, locale);
}
