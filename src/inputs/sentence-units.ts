/**
 * The units of coding: the sentences of a text, as ranges of it. A line break ends a sentence; a full stop does not
 * when it stands in a number, after a short form, or before a small letter.
 */
export interface TextRange {
	readonly start: number;
	/** Not included. */
	readonly end: number;
}

/** Short forms of Indonesian and English interviews that end with a full stop inside a sentence. */
const shortForms = new Set(
	'rp no bp bpk pak bu sdr sdri dr drs dra ir prof tn ny h hj st mr mrs ms vs jl jln gg rt rw kec kab ds tgl hlm yth a.n s.d e.g i.e'.split(
		' ',
	),
);

const sentenceEnd = /[.!?…]+["'”’»)\]]*(?=\s)/g;

/** Whether the full stop at this place belongs to a short form or goes on with a small letter. */
function goesOn(line: string, at: number, after: number): boolean {
	if (line[at] !== '.' || line[at - 1] === '.') return false;
	if (/^\s+\p{Ll}/u.test(line.slice(after, after + 12))) return true;
	const word = /[\p{L}.]+$/u.exec(line.slice(Math.max(0, at - 12), at))?.[0].toLowerCase() ?? '';
	return shortForms.has(word) || (word.length === 1 && word !== 'i');
}

/** The sentences of a text in their order; blank parts belong to none. */
export function sentenceUnits(text: string): TextRange[] {
	const units: TextRange[] = [];
	const add = (from: number, to: number) => {
		const part = text.slice(from, to);
		const start = from + (part.length - part.trimStart().length);
		const end = from + part.trimEnd().length;
		if (start < end) units.push({ start, end });
	};
	let lineStart = 0;
	for (const line of text.split('\n')) {
		let from = 0;
		for (const match of line.matchAll(sentenceEnd)) {
			const after = match.index + match[0].length;
			if (goesOn(line, match.index, after)) continue;
			add(lineStart + from, lineStart + after);
			from = after;
		}
		add(lineStart + from, lineStart + line.length);
		lineStart += line.length + 1;
	}
	return units;
}

/** How many words a text has: runs of letters and digits; marks and pictures are none. */
export function wordCount(text: string): number {
	let count = 0;
	for (const part of text.split(/\s+/)) if (/[\p{L}\p{N}]/u.test(part)) count += 1;
	return count;
}

/** Whether two ranges share at least one character. */
export function touches(one: TextRange, other: TextRange): boolean {
	return one.start < other.end && other.start < one.end;
}
