/** Which codes go together: segments and documents per code, pairs in one segment, and how close they are. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { faultStatus, firstFault, listOf, record, required, text } from '../numeric/input-check.ts';
import { LONGEST_TRACE, plainStep } from '../numeric/plain-step.ts';

export interface CodeCoOccurrenceInput {
	readonly segments: readonly { readonly document?: string; readonly codes: readonly string[] }[];
}

export interface CodeCoOccurrenceResult {
	readonly codes: readonly { readonly code: string; readonly segments: number; readonly documents: number }[];
	/** Pairs that occur, the most frequent first; jaccard = both / (one or the other). */
	readonly pairs: readonly {
		readonly codes: readonly [string, string];
		readonly together: number;
		readonly jaccard: number;
	}[];
}

const fields = {
	segments: required(listOf(record({ document: text, codes: required(listOf(text, 100)) }), 20_000)),
};

function compute(input: CodeCoOccurrenceInput): MethodResult<CodeCoOccurrenceResult> {
	const fault = firstFault(input, fields);
	if (fault !== null) return refused(faultStatus(fault), fault.reason, fault.at);
	const bySegment = new Map<string, number>();
	const byDocument = new Map<string, Set<string>>();
	const together = new Map<string, Map<string, number>>();
	for (const { document, codes } of input.segments) {
		const sorted = [...new Set(codes)].sort();
		for (const [k, code] of sorted.entries()) {
			bySegment.set(code, (bySegment.get(code) ?? 0) + 1);
			byDocument.set(code, (byDocument.get(code) ?? new Set<string>()).add(document ?? ''));
			const row = together.get(code) ?? new Map<string, number>();
			together.set(code, row);
			for (const other of sorted.slice(k + 1)) row.set(other, (row.get(other) ?? 0) + 1);
		}
	}
	if (bySegment.size === 0) return refused('undefined', 'NO_CODES', 'segments');
	const codes = [...bySegment.keys()].sort().map((code) => ({
		code,
		segments: bySegment.get(code) ?? 0,
		documents: byDocument.get(code)?.size ?? 0,
	}));
	const pairs = codes.flatMap(({ code, segments }) =>
		[...(together.get(code) ?? [])].map(([other, both]) => ({
			codes: [code, other] as const,
			together: both,
			jaccard: both / (segments + (bySegment.get(other) ?? 0) - both),
		})),
	);
	pairs.sort((a, b) => b.together - a.together || b.jaccard - a.jaccard);
	const steps = codes.slice(0, LONGEST_TRACE).map(({ code, segments, documents }) =>
		plainStep({
			id: `code.${code}`,
			value: segments,
			unit: 'segment',
			formula: 'segments with the code',
			inputs: { documents },
		}),
	);
	return { status: 'ok', result: { codes, pairs }, steps, warnings: [] };
}

/** Counts of codes and of pairs in one segment; a code named twice in a segment counts once. */
export const codeCoOccurrence = method<CodeCoOccurrenceInput, CodeCoOccurrenceResult>({
	id: 'code-co-occurrence',
	version: 1,
	formula: 'together = segments with both codes; jaccard = together / (segments with either)',
	unit: 'segments; ratio',
	source:
		'Krippendorff, K. (2004), Content Analysis, chapter 10; Jaccard, P. (1901), Bulletin de la Societe vaudoise des sciences naturelles 37, 547-579.',
	example: {
		segments: [
			{ document: 'R1', codes: ['price', 'taste'] },
			{ document: 'R1', codes: ['price'] },
			{ document: 'R2', codes: ['taste', 'price', 'market'] },
		],
	},
	compute,
});
