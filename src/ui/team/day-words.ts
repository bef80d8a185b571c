/** Days and moments as people in the village read them, in the language of the page. */
import { getLocale } from '#words/runtime.js';

const language = (): string => (getLocale() === 'en' ? 'en-GB' : 'id-ID');

/** 22 November 2026, from 2026-11-22. */
export const dayWords = (day: string): string =>
	new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeZone: 'UTC' }).format(
		new Date(`${day}T00:00:00Z`),
	);

/** A moment on the clock of western Indonesia, which is named beside it. */
export const momentWords = (moment: Date): string =>
	`${new Intl.DateTimeFormat(language(), {
		dateStyle: 'medium',
		timeStyle: 'short',
		timeZone: 'Asia/Jakarta',
	}).format(moment)} WIB`;
