/** The papers that can be opened without typing: their tables as copied from the page. */
import type { Workbook } from '#inputs/grid.ts';
import { readText } from '#files/text-reader.ts';
import bintan from './bintan.txt?raw';
import boyolali from './boyolali.txt?raw';
import serabi from './serabi.txt?raw';
import serang from './serang.txt?raw';

const texts: Readonly<Record<string, string>> = { boyolali, serabi, bintan, serang };

/** The tables of an example as text; null for a name that is none. */
export function exampleText(name: string): string | null {
	return Object.hasOwn(texts, name) ? (texts[name] ?? null) : null;
}

/** The tables of an example; null for a name that is none. */
export function exampleWorkbook(name: string): Workbook | null {
	const text = exampleText(name);
	if (text === null) return null;
	const outcome = readText(text, name);
	return outcome.ok ? outcome.value : null;
}
