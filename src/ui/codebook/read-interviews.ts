/** How pasted interviews were understood, in sentences. */
import {
	longestInterview,
	mostInterviews,
	nextId,
	type CodebookContent,
	type Interview,
} from '#inputs/codebook-content.ts';
import { splitInterviews, splitWayFor, type SplitInterview, type SplitWay } from '#inputs/interview-split.ts';
import { wordCount } from '#inputs/sentence-units.ts';
import { decodeText, looksLikeText } from '#files/decode-text.ts';
import { m } from '#words/messages.js';

export interface ReadInterviews {
	/** The way the text was cut; null for files, which are one interview each. */
	readonly way: SplitWay | null;
	readonly said: readonly string[];
	readonly count: number;
	/** Null when there is nothing to add. */
	readonly content: CodebookContent | null;
}

const mostShown = 12;

function added(
	parts: readonly SplitInterview[],
	into: CodebookContent,
	way: SplitWay | null,
	before: readonly string[] = [],
): ReadInterviews {
	const room = Math.max(0, mostInterviews - into.interviews.length);
	const taken = parts.slice(0, room);
	let interviews: readonly Interview[] = into.interviews;
	for (const { name, text } of taken)
		interviews = [
			...interviews,
			{ id: nextId('w', interviews), name: name.slice(0, 200), text: text.slice(0, longestInterview) },
		];
	const nameOf = (place: number) =>
		taken[place]?.name || m.codebook_interview_number({ number: into.interviews.length + place + 1 });
	const left = parts.length - taken.length;
	const said = [
		...before,
		...(taken.length > 0 ? [m.codebook_paste_found({ count: taken.length })] : []),
		...taken.slice(0, mostShown).map(({ text }, place) =>
			m.codebook_paste_entry({
				name: nameOf(place),
				words: wordCount(text),
				start: text.replace(/\s+/g, ' ').trim().slice(0, 60),
			}),
		),
		...(taken.length > mostShown ? ['…'] : []),
		...taken.flatMap(({ text }, place) =>
			text.length > longestInterview
				? [m.codebook_paste_cut({ name: nameOf(place), most: longestInterview })]
				: [],
		),
		...(left > 0 ? [m.codebook_paste_left({ count: left, most: mostInterviews })] : []),
	];
	return {
		way,
		said: said.length > 0 ? said : [m.codebook_paste_none()],
		count: taken.length,
		content: taken.length > 0 ? { ...into, interviews } : null,
	};
}

/** Reads a pasted text; without a way it takes the one that fits best. */
export function readInterviews(text: string, chosen: SplitWay | null, into: CodebookContent): ReadInterviews {
	const way = chosen ?? splitWayFor(text);
	return added(splitInterviews(text, way), into, way);
}

/** Reads text files, one interview each, named after the file. */
export async function readInterviewFiles(
	files: readonly File[],
	into: CodebookContent,
): Promise<ReadInterviews> {
	const parts: SplitInterview[] = [];
	const unread: string[] = [];
	for (const file of files) {
		const bytes = new Uint8Array(await file.arrayBuffer());
		if (looksLikeText(bytes)) {
			const [first] = splitInterviews(decodeText(bytes).text, 'none');
			if (first) parts.push({ ...first, name: file.name.replace(/\.[^.]+$/, '') });
		} else unread.push(m.codebook_paste_file_unread({ name: file.name }));
	}
	return added(parts, into, null, unread);
}
