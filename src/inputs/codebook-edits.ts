/** Changes of a codebook sheet that must keep marks where they belong: marking, unmarking, and editing a text. */
import {
	longestInterview,
	mostSegments,
	type CodebookContent,
	type Interview,
	type Segment,
} from './codebook-content.ts';
import { touches, type TextRange } from './sentence-units.ts';

/** What a mark is about, without its place. */
export type MarkKey = Pick<Segment, 'coder' | 'interview' | 'code'>;

const sameKey = (one: MarkKey, other: MarkKey) =>
	one.coder === other.coder && one.interview === other.interview && one.code === other.code;

/** A range without the blanks at its ends; null when nothing is left. */
function trimmed(text: string, { start, end }: TextRange): TextRange | null {
	const part = text.slice(start, end);
	const from = start + (part.length - part.trimStart().length);
	const to = start + part.trimEnd().length;
	return from < to ? { start: from, end: to } : null;
}

const textOf = (content: CodebookContent, interview: string) =>
	content.interviews.find(({ id }) => id === interview)?.text ?? '';

/** Marks a passage. It joins marks of the same code and coder that it overlaps, so that nothing counts twice. */
export function marked(content: CodebookContent, key: MarkKey, range: TextRange): CodebookContent {
	const whole = trimmed(textOf(content, key.interview), range);
	if (whole === null) return content;
	const overlapped = content.segments.filter((one) => sameKey(one, key) && touches(one, whole));
	if (content.segments.length - overlapped.length >= mostSegments) return content;
	const joined = {
		...key,
		start: Math.min(whole.start, ...overlapped.map(({ start }) => start)),
		end: Math.max(whole.end, ...overlapped.map(({ end }) => end)),
	};
	return { ...content, segments: [...content.segments.filter((one) => !overlapped.includes(one)), joined] };
}

/** Takes a code from a passage: marks inside it go, longer ones keep what lies outside. */
export function unmarked(content: CodebookContent, key: MarkKey, range: TextRange): CodebookContent {
	const text = textOf(content, key.interview);
	const segments = content.segments.flatMap((one) => {
		if (!sameKey(one, key) || !touches(one, range)) return [one];
		const rest = [
			{ start: one.start, end: Math.min(one.end, range.start) },
			{ start: Math.max(one.start, range.end), end: one.end },
		];
		return rest.flatMap((part) => {
			const kept = part.start < part.end ? trimmed(text, part) : null;
			return kept ? [{ ...one, ...kept }] : [];
		});
	});
	return { ...content, segments };
}

/** One stretch of a text that was replaced: from `start` to `end`, by `length` characters. */
export interface Replacement extends TextRange {
	readonly length: number;
}

/** What differs between two texts, as one replaced stretch. */
export function replacementBetween(before: string, after: string): Replacement {
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && before[start] === after[start]) start += 1;
	// Half of a character outside the plane of most letters is no place to cut.
	if (start > 0 && /[\uD800-\uDBFF]/.test(before[start - 1] ?? '')) start -= 1;
	let same = 0;
	while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same])
		same += 1;
	return { start, end: before.length - same, length: after.length - same - start };
}

/**
 * Where a mark lies after a stretch of the text was replaced: it moves with the text behind the change, grows or
 * shrinks around a change inside it, and is null when all of its text is gone.
 */
export function rangeAfter({ start, end }: TextRange, change: Replacement): TextRange | null {
	const shift = change.length - (change.end - change.start);
	if (end <= change.start) return { start, end };
	if (start >= change.end) return { start: start + shift, end: end + shift };
	if (start <= change.start && end >= change.end)
		return end + shift > start ? { start, end: end + shift } : null;
	// Only the part of the mark that was not replaced remains.
	if (start < change.start) return { start, end: change.start };
	return end > change.end ? { start: change.start + change.length, end: end + shift } : null;
}

/** An interview's text as edited, with every mark where it belongs; `lost` counts the marks whose text is gone. */
export function withText(
	content: CodebookContent,
	interview: string,
	typed: string,
): { readonly content: CodebookContent; readonly lost: number } {
	const before = textOf(content, interview);
	const after = typed.replace(/\r\n?/g, '\n').slice(0, longestInterview);
	if (before === after) return { content, lost: 0 };
	const change = replacementBetween(before, after);
	let lost = 0;
	const segments = content.segments.flatMap((one) => {
		if (one.interview !== interview) return [one];
		const moved = rangeAfter(one, change);
		const kept = moved
			? trimmed(after, { start: moved.start, end: Math.min(moved.end, after.length) })
			: null;
		if (!kept) lost += 1;
		return kept ? [{ ...one, ...kept }] : [];
	});
	const interviews = content.interviews.map((one) => (one.id === interview ? { ...one, text: after } : one));
	return { content: { ...content, interviews, segments }, lost };
}

/** Takes an interview away with its marks. */
export function withoutInterview(content: CodebookContent, interview: string): CodebookContent {
	return {
		...content,
		interviews: content.interviews.filter(({ id }) => id !== interview),
		segments: content.segments.filter((one) => one.interview !== interview),
	};
}

/** Takes a code away with its marks; codes under it move up. */
export function withoutCode(content: CodebookContent, code: string): CodebookContent {
	const parent = content.codes.find(({ id }) => id === code)?.parent ?? '';
	return {
		...content,
		codes: content.codes
			.filter(({ id }) => id !== code)
			.map((one) => (one.parent === code ? { ...one, parent } : one)),
		segments: content.segments.filter((one) => one.code !== code),
	};
}

/** Takes a coder away with the marks; the last one stays. */
export function withoutCoder(content: CodebookContent, coder: string): CodebookContent {
	if (content.coders.length < 2) return content;
	return {
		...content,
		coders: content.coders.filter(({ id }) => id !== coder),
		segments: content.segments.filter((one) => one.coder !== coder),
		counted: content.counted === coder ? '' : content.counted,
	};
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Every whole-word occurrence of a name in one interview, replaced from the last to the first. */
function withNameReplaced(content: CodebookContent, interview: Interview, name: string, label: string) {
	const found = [
		...interview.text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'gu')),
	];
	let next = content;
	for (const match of found.toReversed()) {
		const text = textOf(next, interview.id);
		const replaced = text.slice(0, match.index) + label + text.slice(match.index + name.length);
		if (replaced.length <= longestInterview) next = withText(next, interview.id, replaced).content;
	}
	return { content: next, count: found.length };
}

/**
 * Names of respondents replaced by numbers, also where the same name stands in the texts. `mentions` counts those.
 * Other names in the texts are not known to the sheet: a person has to look for them.
 */
export function withNumbersForNames(
	content: CodebookContent,
	label: (number: number) => string,
): { readonly content: CodebookContent; readonly mentions: number } {
	let next = content;
	let mentions = 0;
	for (const [index, { name }] of content.interviews.entries()) {
		const spoken = name.trim();
		// A name of one or two letters is found in too many words that are none.
		if (spoken.length < 3 || spoken === label(index + 1)) continue;
		for (const interview of next.interviews) {
			const replaced = withNameReplaced(next, interview, spoken, label(index + 1));
			next = replaced.content;
			mentions += replaced.count;
		}
	}
	const interviews = next.interviews.map((one, index) => ({ ...one, name: label(index + 1) }));
	return { content: { ...next, interviews }, mentions };
}
