/**
 * What a codebook sheet holds: interviews as pasted, a coding frame, the people who code, and the passages they marked.
 * A passage is a range of the interview's text in UTF-16 units, the end not included.
 */
import { choiceFrom, listFrom, recordFrom, textFrom, type ToolContent } from './tool-content.ts';

export interface Interview {
	readonly id: string;
	readonly name: string;
	/** Line breaks are `\n`. */
	readonly text: string;
}

/** Colours of marks, beside the code's name and never without it. */
export const codeColours = ['', '#0072B2', '#E69F00', '#1B2430', '#56B4E9', '#D55E00'] as const;

export interface Code {
	readonly id: string;
	readonly name: string;
	readonly definition: string;
	/** When the code is used. */
	readonly include: string;
	/** When it is not, although it looks so. */
	readonly exclude: string;
	/** A passage that shows it best. */
	readonly example: string;
	/** The id of the code it belongs to; empty for none. */
	readonly parent: string;
	readonly colour: (typeof codeColours)[number];
}

export interface Coder {
	readonly id: string;
	readonly name: string;
}

export interface Segment {
	readonly coder: string;
	readonly interview: string;
	readonly code: string;
	readonly start: number;
	readonly end: number;
}

export interface CodebookContent {
	readonly title: string;
	/** Where the interviews come from; printed in the report. */
	readonly source: string;
	readonly interviews: readonly Interview[];
	readonly codes: readonly Code[];
	/** Never empty. */
	readonly coders: readonly Coder[];
	readonly segments: readonly Segment[];
	/** Whose marks are counted; empty: the first coder who has some. */
	readonly counted: string;
}

export const mostInterviews = 60;
export const longestInterview = 40_000;
export const mostCodes = 100;
export const mostCoders = 6;
export const mostSegments = 20_000;
const longestRule = 1_000;

export const emptyCode: Omit<Code, 'id'> = {
	name: '',
	definition: '',
	include: '',
	exclude: '',
	example: '',
	parent: '',
	colour: '',
};

/** The next free id of a list: `w1`, `w2` ... Ids are never used again for something else while it is there. */
export function nextId(prefix: string, taken: readonly { readonly id: string }[]): string {
	const highest = Math.max(
		0,
		...taken.map(({ id }) => Number(new RegExp(`^${prefix}(\\d+)$`).exec(id)?.[1] ?? 0)),
	);
	return `${prefix}${highest + 1}`;
}

const idFrom = (value: unknown) => (/^[a-z]\d{1,6}$/.test(textFrom(value, 8)) ? textFrom(value, 8) : '');

/** Entries with an id of their own; those without one or with one that was there before are left out. */
function distinct<Entry extends { readonly id: string }>(entries: readonly Entry[]): Entry[] {
	const seen = new Set<string>();
	return entries.filter(({ id }) => id !== '' && !seen.has(id) && seen.add(id));
}

/** Codes whose parent exists and does not lead back to themselves. */
function withSoundParents(codes: readonly Code[]): Code[] {
	const parents = new Map(codes.map(({ id, parent }) => [id, parent]));
	return codes.map((code) => {
		const seen = new Set([code.id]);
		for (let above = code.parent; above !== ''; above = parents.get(above) ?? '') {
			if (seen.has(above) || !parents.has(above)) return { ...code, parent: '' };
			seen.add(above);
		}
		return code;
	});
}

function readCode(entry: unknown): Code {
	const code = recordFrom(entry);
	return {
		id: idFrom(code.id),
		name: textFrom(code.name),
		definition: textFrom(code.definition, longestRule),
		include: textFrom(code.include, longestRule),
		exclude: textFrom(code.exclude, longestRule),
		example: textFrom(code.example, longestRule),
		parent: idFrom(code.parent),
		colour: choiceFrom(code.colour, codeColours, ''),
	};
}

const named = (entry: unknown) => {
	const { id, name } = recordFrom(entry);
	return { id: idFrom(id), name: textFrom(name) };
};

const place = (value: unknown) =>
	typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : -1;

export const codebookContent: ToolContent<CodebookContent> = {
	tool: 'codebook',
	version: 1,
	empty: () => ({
		title: '',
		source: '',
		interviews: [],
		codes: [{ ...emptyCode, id: 'k1' }],
		coders: [{ id: 'p1', name: '' }],
		segments: [],
		counted: '',
	}),
	read(value) {
		const from = recordFrom(value);
		if (!Array.isArray(from.interviews) || !Array.isArray(from.codes)) return null;
		const interviews = distinct(
			listFrom(from.interviews, mostInterviews, (entry) => ({
				...named(entry),
				text: textFrom(recordFrom(entry).text, longestInterview),
			})),
		);
		const codes = withSoundParents(distinct(listFrom(from.codes, mostCodes, readCode)));
		const read = distinct(listFrom(from.coders, mostCoders, named));
		const coders = read.length > 0 ? read : [{ id: 'p1', name: '' }];
		const lengths = new Map(interviews.map(({ id, text }) => [id, text.length]));
		const known = new Set([...codes, ...coders].map(({ id }) => id));
		const segments = listFrom(from.segments, mostSegments, (entry): Segment => {
			const segment = recordFrom(entry);
			const interview = idFrom(segment.interview);
			return {
				coder: idFrom(segment.coder),
				interview,
				code: idFrom(segment.code),
				start: place(segment.start),
				end: Math.min(place(segment.end), lengths.get(interview) ?? -1),
			};
		}).filter(
			({ coder, code, start, end }) =>
				coder.startsWith('p') &&
				code.startsWith('k') &&
				known.has(coder) &&
				known.has(code) &&
				start >= 0 &&
				start < end,
		);
		const counted = idFrom(from.counted);
		return {
			title: textFrom(from.title),
			source: textFrom(from.source, longestRule),
			interviews,
			codes,
			coders,
			segments,
			counted: coders.some(({ id }) => id === counted) ? counted : '',
		};
	},
	title: ({ title }) => title.trim(),
	blank: ({ title, source, interviews, codes, coders }) =>
		interviews.length === 0 &&
		[
			title,
			source,
			...coders.map(({ name }) => name),
			...codes.flatMap(({ name, definition }) => [name, definition]),
		].every((text) => text.trim() === ''),
};
