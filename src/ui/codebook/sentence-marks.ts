/** The sentences of an interview with what is marked in them, as the page shows them. */
import type { Segment } from '#inputs/codebook-content.ts';
import { touches, type TextRange } from '#inputs/sentence-units.ts';

/** A stretch of a sentence under the same marks. */
export interface SentencePiece {
	readonly start: number;
	readonly text: string;
	/** The code of its first mark; empty when nothing is marked. */
	readonly code: string;
}

/** A code on a sentence, once for every coder who put it there. */
export interface SentenceTag {
	readonly code: string;
	readonly coder: string;
}

export interface SentenceMarks {
	readonly range: TextRange;
	readonly pieces: readonly SentencePiece[];
	readonly tags: readonly SentenceTag[];
}

function piecesOf(text: string, range: TextRange, segments: readonly Segment[]): SentencePiece[] {
	const cuts = new Set([range.start, range.end]);
	for (const { start, end } of segments)
		for (const at of [start, end]) if (at > range.start && at < range.end) cuts.add(at);
	const places = [...cuts].sort((a, b) => a - b);
	return places.slice(0, -1).map((start, k) => {
		const end = places[k + 1] ?? range.end;
		const code = segments.find((one) => one.start <= start && one.end >= end)?.code ?? '';
		return { start, text: text.slice(start, end), code };
	});
}

/** Every sentence with its stretches and codes; the marks may lie over several sentences. */
export function sentenceMarks(
	text: string,
	units: readonly TextRange[],
	segments: readonly Segment[],
): SentenceMarks[] {
	const ordered = [...segments].sort((a, b) => a.start - b.start);
	let open: readonly Segment[] = [];
	let next = 0;
	return units.map((range) => {
		const coming: Segment[] = [];
		while (next < ordered.length && (ordered[next] as Segment).start < range.end)
			coming.push(ordered[next++] as Segment);
		open = [...open, ...coming].filter(({ end }) => end > range.start);
		const here = open.filter((one) => touches(one, range));
		const tags = new Map(here.map(({ code, coder }) => [`${code} ${coder}`, { code, coder }]));
		return { range, pieces: piecesOf(text, range, here), tags: [...tags.values()] };
	});
}
