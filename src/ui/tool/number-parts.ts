/** Everything a field says about a number, as one part of the program, fetched when the page has been drawn. */
export { readColumn, readNumber } from '#inputs/number-reader.ts';
export { writeNumber, writePercent } from '#inputs/number-writer.ts';
export { default as ReadingNote } from '#ui/worksheet/ReadingNote.svelte';
