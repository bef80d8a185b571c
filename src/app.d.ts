import type { Locale } from '#words/runtime.js';

declare global {
	namespace App {
		interface Locals {
			/** The language of this request, from the address: `/en/...` is English. */
			locale: Locale;
			/** Names this request in the log and in the answer. */
			requestId: string;
			/** The command that was given, for the log. */
			verb?: string;
			/** The database was not reached, so the answer is a page that says so. */
			away?: boolean;
		}
		interface PageState {
			/** Where in the table check the visitor stands; the back button leads to the step before. */
			checkStage?: 'start' | 'reading' | 'findings';
		}
	}
}

export {};
