import type { Locale } from '#words/runtime.js';

declare global {
	namespace App {
		interface Locals {
			/** The language of this request, from the address: `/en/...` is English. */
			locale: Locale;
		}
	}
}

export {};
