/** A pasted text as interviews: cut at lines such as `Responden 1`, or at blank lines. */
export const splitWays = ['heading', 'two-blank-lines', 'blank-line', 'none'] as const;
export type SplitWay = (typeof splitWays)[number];

export interface SplitInterview {
	/** Empty when no line names it. */
	readonly name: string;
	readonly text: string;
}

const heading =
	/^[\s#*]*((?:responden|informan|narasumber|wawancara|partisipan|respondent|informant|interview|participant)\s*(?:ke-?\s*)?(?:no(?:mor)?\.?\s*)?\d{1,3})\b\s*(.*)$/iu;

const plainText = (text: string) => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

/** The name and what follows on its line: `Responden 1 (Bu Siti)` names, `Responden 1: Ya, kami ...` also speaks. */
function headingOf(
	line: string,
): { readonly key: string; readonly name: string; readonly rest: string } | null {
	const found = heading.exec(line);
	if (!found) return null;
	const [, key = '', after = ''] = found;
	const spoken = /^[^:.–-]{0,60}[:]\s*(\S.*)$/u.exec(after);
	if (spoken) return { key: key.toLowerCase(), name: key, rest: spoken[1] ?? '' };
	// A sentence that begins with "Responden 1" is no heading.
	if (after.length > 60 || (/^\p{Ll}/u.test(after) && !after.startsWith('('))) return null;
	return { key: key.toLowerCase(), name: `${key} ${after}`.replace(/[\s:*#]+$/u, ''), rest: '' };
}

function atHeadings(text: string): SplitInterview[] {
	const parts: { key: string; name: string; lines: string[] }[] = [{ key: '', name: '', lines: [] }];
	for (const line of text.split('\n')) {
		const found = headingOf(line);
		const last = parts.at(-1);
		// The same name again is the same person speaking on.
		if (found && found.key !== last?.key)
			parts.push({ key: found.key, name: found.name, lines: [found.rest] });
		else last?.lines.push(found ? found.rest : line);
	}
	return parts.map(({ name, lines }) => ({ name, text: lines.join('\n') }));
}

const at = (text: string, gap: RegExp): SplitInterview[] =>
	text.split(gap).map((part) => ({ name: '', text: part }));

/** The way that fits a text best: headings when there are some, else two blank lines, else one interview. */
export function splitWayFor(pasted: string): SplitWay {
	const text = plainText(pasted);
	if (text.split('\n').some((line) => headingOf(line) !== null)) return 'heading';
	return /\n[^\S\n]*\n[^\S\n]*\n/.test(text.trim()) ? 'two-blank-lines' : 'none';
}

/** The interviews of a pasted text; parts without a word are left out. */
export function splitInterviews(pasted: string, way: SplitWay): SplitInterview[] {
	const text = plainText(pasted);
	const parts = {
		heading: () => atHeadings(text),
		'two-blank-lines': () => at(text, /\n[^\S\n]*\n[^\S\n]*\n\s*/),
		'blank-line': () => at(text, /\n[^\S\n]*\n\s*/),
		none: () => [{ name: '', text }],
	}[way]();
	return parts
		.map(({ name, text: part }) => ({ name, text: part.replace(/^\s*\n/, '').trimEnd() }))
		.filter((part) => part.text.trim() !== '');
}
