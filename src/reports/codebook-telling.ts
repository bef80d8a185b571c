/** What every part of a codebook report is told from, and the names they share. */
import { m } from '#words/messages.js';
import type { CodebookStudy } from './codebook-study.ts';
import type { Locale } from './row-label.ts';

export interface Telling {
	readonly study: CodebookStudy;
	readonly locale: Locale;
	readonly date?: string | undefined;
}

/** The name of a coder, or the number while there is none. */
export function coderName(study: CodebookStudy, id: string, locale: Locale): string {
	const place = study.content.coders.findIndex((one) => one.id === id);
	return study.content.coders[place]?.name.trim() || m.codebook_coder({ number: place + 1 }, { locale });
}
