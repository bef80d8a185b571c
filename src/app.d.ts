import type { Frame } from '#ui/team/frame.ts';
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
		interface Error {
			/** What a form sent that nobody was signed in for, so that it is not lost. */
			sent?: {
				readonly fields: readonly (readonly [name: string, value: string])[];
				readonly files: boolean;
			};
		}
		interface PageData {
			/** Who is signed in and where, on pages of teams; they have a frame of their own. */
			frame?: Frame | null;
		}
		interface PageState {
			/** Where in the table check the visitor stands; the back button leads to the step before. */
			checkStage?: 'start' | 'reading' | 'findings';
		}
	}
}

export {};
