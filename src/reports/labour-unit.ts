import { m } from '#words/messages.js';
import { getLocale, type Locale } from '#words/runtime.js';

/** The unit of labour in the reader's words: HOK is what sheets call a person-day, and so is a unit nobody gave. */
export function labourUnitText(unit: string, locale: Locale = getLocale()): string {
	const given = unit.trim();
	return given === '' || given === 'HOK' ? m.reports_unit_person_day({}, { locale }) : given;
}
