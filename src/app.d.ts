import type { Locale } from '#words/runtime.js';

declare global {
	namespace App {
		interface Locals {
			/** The language of this request, from the address: `/en/...` is English. */
			locale: Locale;
		}
		interface PageState {
			/** Where in the table check the visitor stands; the back button leads to the step before. */
			checkStage?: 'start' | 'reading' | 'findings';
		}
	}
}

export {};
