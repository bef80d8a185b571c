/** A count in words: the number as the language writes it, and one thing said as one. */
import { writeNumber } from '#inputs/number-writer.ts';
import { getLocale } from '#words/runtime.js';

/** `1 flow`, `3 flows`, `12,000 flows`. */
export const countedWords = (
	count: number,
	one: () => string,
	many: (inputs: { count: string }) => string,
): string => (count === 1 ? one() : many({ count: writeNumber(count, getLocale()) }));
