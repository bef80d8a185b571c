/** A codebook sheet worked out: counts, codes that go together, saturation and agreement, each by its method. */
import type { Code, CodebookContent, Coder, Interview, Segment } from '#inputs/codebook-content.ts';
import { sentenceUnits, touches, type TextRange } from '#inputs/sentence-units.ts';
import { codeCoOccurrence, type CodeCoOccurrenceResult } from '#methods/qualitative/code-co-occurrence.ts';
import { krippendorffAlpha } from '#methods/qualitative/krippendorff-alpha.ts';
import { saturation, type SaturationResult } from '#methods/qualitative/saturation.ts';

/** Alpha of one code or of all of them; `reason` tells why there is none. */
export interface Agreement {
	readonly alpha: number | null;
	readonly verdict: 'reliable' | 'tentative' | 'unreliable' | null;
	readonly reason: string | null;
	readonly interval: { readonly low: number; readonly high: number } | null;
}

export interface CodeCount {
	readonly code: Code;
	/** How deep it stands in the frame; 0 for a code of its own. */
	readonly depth: number;
	readonly segments: number;
	readonly interviews: number;
	readonly sentences: number;
}

export interface CodebookStudy {
	readonly content: CodebookContent;
	/** Whose marks are counted. */
	readonly coder: Coder;
	/** Named codes in the order of the frame, those under another right after it. */
	readonly counts: readonly CodeCount[];
	readonly segments: readonly Segment[];
	/** Interviews in which this coder marked something, in the order they were held. */
	readonly coded: readonly Interview[];
	readonly pairs: CodeCoOccurrenceResult['pairs'];
	readonly saturation: SaturationResult | null;
	/** Null while only one person has coded. */
	readonly agreement: {
		readonly coders: readonly Coder[];
		/** Interviews that two or more of them coded. */
		readonly interviews: number;
		readonly sentences: number;
		readonly whole: Agreement;
		readonly codes: readonly { readonly code: Code; readonly agreement: Agreement }[];
	} | null;
}

/** More would make a page wait; reliability is read from a part of the material anyway. */
const mostUnits = 10_000;
const drawsOfAPage = 300;

/** Codes with a name, each followed by those under it. */
export function framedCodes(codes: readonly Code[]): { readonly code: Code; readonly depth: number }[] {
	const under = (parent: string, depth: number): { code: Code; depth: number }[] =>
		codes
			.filter((code) => code.parent === parent)
			.flatMap((code) => [{ code, depth }, ...under(code.id, depth + 1)]);
	return under('', 0).filter(({ code }) => code.name.trim() !== '');
}

/** Sentences of every interview, cut once. */
type Units = ReadonlyMap<string, readonly TextRange[]>;

/** The codes of each sentence of one interview, for one coder: a sentence has a code when a marked passage touches it. */
function codesOfSentences(units: readonly TextRange[], segments: readonly Segment[]): Set<string>[] {
	const sets = units.map(() => new Set<string>());
	const starts = [...segments].sort((a, b) => a.start - b.start);
	let first = 0;
	for (const segment of starts) {
		// Segments come by their start, so no later one reaches a sentence that ended before this one began.
		while (first < units.length && (units[first] as TextRange).end <= segment.start) first += 1;
		for (let k = first; k < units.length && (units[k] as TextRange).start < segment.end; k += 1)
			if (touches(units[k] as TextRange, segment)) sets[k]?.add(segment.code);
	}
	return sets;
}

function agreementOf(
	ratings: readonly (readonly (number | null)[])[],
	bootstrap: { seed: number; draws: number } | null,
): Agreement {
	const { result, reason } = krippendorffAlpha.compute({ ratings, level: 'nominal', bootstrap });
	if (!result) return { alpha: null, verdict: null, reason: reason ?? null, interval: null };
	return { alpha: result.alpha, verdict: result.verdict, reason: null, interval: result.interval };
}

function agreementStudy(
	content: CodebookContent,
	codes: readonly Code[],
	units: Units,
): CodebookStudy['agreement'] {
	const segments = new Map<string, Segment[]>();
	const key = (coder: string, interview: string) => `${coder} ${interview}`;
	for (const segment of content.segments) {
		const place = key(segment.coder, segment.interview);
		const there = segments.get(place);
		if (there) there.push(segment);
		else segments.set(place, [segment]);
	}
	const hasCoded = (coder: Coder, interview: Interview) => segments.has(key(coder.id, interview.id));
	const coders = content.coders.filter((coder) => content.interviews.some((one) => hasCoded(coder, one)));
	if (coders.length < 2) return null;
	// A coder who marked nothing in an interview has not coded it; that is no disagreement.
	const shared = content.interviews.filter(
		(one) => coders.filter((coder) => hasCoded(coder, one)).length > 1,
	);
	const used = codes.filter(({ id }) =>
		content.segments.some(({ code, interview }) => code === id && shared.some((one) => one.id === interview)),
	);
	const sets = coders.map((coder) =>
		shared.flatMap((interview) => {
			const ranges = units.get(interview.id) ?? [];
			const own = segments.get(key(coder.id, interview.id));
			return own ? codesOfSentences(ranges, own) : ranges.map(() => null);
		}),
	);
	const rows = (id: string) =>
		sets.map((row) => row.map((set) => (set === null ? null : set.has(id) ? 1 : 0)));
	const sentences = sets[0]?.length ?? 0;
	const whole: Agreement =
		sentences * used.length > mostUnits
			? { alpha: null, verdict: null, reason: 'TOO_MANY', interval: null }
			: agreementOf(
					coders.map((_, row) => used.flatMap(({ id }) => rows(id)[row] ?? [])),
					{ seed: 1, draws: drawsOfAPage },
				);
	return {
		coders,
		interviews: shared.length,
		sentences,
		whole,
		codes: used.map((code) => ({ code, agreement: agreementOf(rows(code.id), null) })),
	};
}

/** The sentences of the texts worked out last: while somebody types, all but one of them are the same. */
let known: ReadonlyMap<string, readonly TextRange[]> = new Map();

function unitsOf(interviews: readonly Interview[]): Units {
	const cut = new Map(interviews.map(({ text }) => [text, known.get(text) ?? sentenceUnits(text)]));
	known = cut;
	return new Map(interviews.map(({ id, text }) => [id, cut.get(text) ?? []]));
}

/** Works a sheet out; null while nobody marked anything with a named code. */
export function codebookStudy(content: CodebookContent): CodebookStudy | null {
	const framed = framedCodes(content.codes);
	const named = new Set(framed.map(({ code }) => code.id));
	const marks = content.segments.filter(({ code }) => named.has(code));
	const coder =
		content.coders.find(({ id }) => id === content.counted) ??
		content.coders.find(({ id }) => marks.some((one) => one.coder === id));
	if (!coder) return null;
	const segments = marks.filter((one) => one.coder === coder.id);
	const coded = content.interviews.filter(({ id }) => segments.some((one) => one.interview === id));
	const units = unitsOf(content.interviews);
	const passages = codeCoOccurrence.compute({
		segments: segments.map(({ interview, code }) => ({ document: interview, codes: [code] })),
	}).result;
	const sentences = codeCoOccurrence.compute({
		segments: coded
			.flatMap(({ id }) =>
				codesOfSentences(
					units.get(id) ?? [],
					segments.filter((one) => one.interview === id),
				),
			)
			.filter((set) => set.size > 0)
			.map((set) => ({ codes: [...set] })),
	}).result;
	const counted = new Map(passages?.codes.map((one) => [one.code, one]));
	const inSentences = new Map(sentences?.codes.map((one) => [one.code, one.segments]));
	return {
		content,
		coder,
		segments,
		coded,
		counts: framed.map(({ code, depth }) => ({
			code,
			depth,
			segments: counted.get(code.id)?.segments ?? 0,
			interviews: counted.get(code.id)?.documents ?? 0,
			sentences: inSentences.get(code.id) ?? 0,
		})),
		pairs: sentences?.pairs ?? [],
		saturation: saturation.compute({
			interviews: coded.map(({ id }) => [
				...new Set(segments.filter((one) => one.interview === id).map(({ code }) => code)),
			]),
		}).result,
		agreement: agreementStudy(
			{ ...content, segments: marks },
			framed.map(({ code }) => code),
			units,
		),
	};
}
