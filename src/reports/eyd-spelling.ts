/**
 * Official Indonesian spelling of amounts in documents: `Rp4.078,64` and `53,17%` without a space. On screen a no-break
 * space stands there. Only spaces that the number writer sets are taken out; words stay as they are.
 */
import type { Locale } from './row-label.ts';

/** A text of a report as a document spells it. English keeps its spelling. */
export function documentSpelling(text: string, locale: Locale): string {
	if (locale !== 'id') return text;
	return text.replaceAll(/Rp\u00a0(?=\d)/g, 'Rp').replaceAll(/(?<=\d)\u00a0%/g, '%');
}
