/**
 * The number reader for fields that can be typed into before it is there. What was typed stays as typed; how it was
 * read is said as soon as the reader has come.
 */
import type * as numberParts from './number-parts.ts';

class Numbers {
	/** Null until fetched, and on the server. */
	parts: typeof numberParts | null = $state.raw(null);

	/** Fetches the parts once. */
	async bring(): Promise<void> {
		this.parts ??= await import('./number-parts.ts');
	}
}

export const numbers = new Numbers();
