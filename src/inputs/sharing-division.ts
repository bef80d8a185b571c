/** A sharing sheet as numbers: what the division needs, or where it is incomplete. */
import {
	divideProceeds,
	type DivideProceedsInput,
	type DivideProceedsResult,
} from '#methods/cooperative/divide-proceeds.ts';
import { readColumn, readNumber } from './number-reader.ts';
import { plainNumberText } from './plain-number-text.ts';
import type { SharingContent } from './sharing-content.ts';

export type SharingProblem =
	| { readonly code: 'amount-missing' | 'amount-negative' | 'amount-not-whole' | 'parts-missing' }
	| { readonly code: 'amount-unread' | 'percent-unread'; readonly text: string }
	| { readonly code: 'percent-missing'; readonly name: string; readonly row: number }
	| { readonly code: 'not-hundred'; readonly sum: number }
	| { readonly code: 'people-missing' | 'remainder-needs-receiver' | 'remainder-stays' }
	| { readonly code: 'units-missing'; readonly name: string; readonly row: number }
	| { readonly code: 'units-zero' | 'count-differs' };

export interface Division {
	readonly result: DivideProceedsResult;
	readonly input: DivideProceedsInput;
	/** Index of the people's part; null when no part is divided over people. */
	readonly peoplePart: number | null;
	readonly remainderTo: number | null;
}

const arithmetic = { arithmetic: true } as const;
const named = ({ name, units }: SharingContent['people'][number]) =>
	name.trim() !== '' || units.trim() !== '';

/** Exact sum of percents, for telling how far they are from 100. */
function sumOf(percents: readonly number[]): number {
	return Math.round(percents.reduce((sum, one) => sum + one, 0) * 1e6) / 1e6;
}

/** The parts that were filled, keeping the index each had on the sheet. */
function readParts(content: SharingContent) {
	const readings = readColumn(
		content.parts.map(({ percent }) => percent),
		arithmetic,
	).readings;
	return content.parts.flatMap((part, index) => {
		const reading = readings[index];
		if (part.name.trim() === '' && reading?.status === 'empty') return [];
		return [{ name: part.name.trim(), reading, index }];
	});
}

function readPeople(content: SharingContent): DivideProceedsInput['people'] | { readonly missing: number } {
	const listed = content.people.filter(named);
	const readings = readColumn(
		listed.map(({ units }) => units),
		arithmetic,
	).readings;
	const open = readings.findIndex(({ value }) => value === null || value < 0);
	if (content.division === 'by-unit' && open >= 0) return { missing: open };
	return listed.map(({ name }, index) => ({
		name: name.trim(),
		...(content.division === 'by-unit' ? { units: plainNumberText(readings[index]?.value ?? 0) } : {}),
	}));
}

/** Divides the sheet's amount. Either the division or everything that keeps it from being made. */
export function divideSheet(
	content: SharingContent,
): { readonly division: Division } | { readonly problems: readonly SharingProblem[] } {
	const problems: SharingProblem[] = [];
	const amount = readNumber(content.amount, arithmetic);
	if (amount.status === 'empty') problems.push({ code: 'amount-missing' });
	else if (amount.value === null) problems.push({ code: 'amount-unread', text: content.amount });
	else if (amount.value < 0) problems.push({ code: 'amount-negative' });
	else if (!Number.isSafeInteger(amount.value)) problems.push({ code: 'amount-not-whole' });
	const parts = readParts(content);
	if (parts.length === 0) problems.push({ code: 'parts-missing' });
	for (const { name, reading, index } of parts) {
		if (reading?.status === 'empty') problems.push({ code: 'percent-missing', name, row: index + 1 });
		else if (reading?.value == null || reading.value < 0)
			problems.push({ code: 'percent-unread', text: reading?.text ?? '' });
	}
	const sum = sumOf(parts.map(({ reading }) => reading?.value ?? 0));
	if (parts.length > 0 && problems.every(({ code }) => code.startsWith('amount')) && sum !== 100)
		problems.push({ code: 'not-hundred', sum });
	const place = (index: string) => {
		const found = parts.findIndex((part) => String(part.index) === index);
		return found < 0 ? null : found;
	};
	const [peoplePart, remainderTo] = [place(content.peoplePart), place(content.remainderTo)];
	const people = peoplePart === null ? [] : readPeople(content);
	const count = readNumber(content.peopleCount, arithmetic).value;
	if (peoplePart !== null) {
		if (people && 'missing' in people) {
			const row = content.people.filter(named)[people.missing];
			problems.push({ code: 'units-missing', name: row?.name.trim() ?? '', row: people.missing + 1 });
		} else if (people?.length === 0 && (content.division === 'by-unit' || !count || !Number.isInteger(count)))
			problems.push({ code: 'people-missing' });
		if (content.roundTo !== '1' && remainderTo === null) problems.push({ code: 'remainder-needs-receiver' });
		if (remainderTo !== null && remainderTo === peoplePart) problems.push({ code: 'remainder-stays' });
	}
	if (problems.length > 0) return { problems };
	const listed = people && !('missing' in people) && people.length > 0 ? people : null;
	const input: DivideProceedsInput = {
		total: amount.value ?? 0,
		parts: parts.map(({ name, reading }) => ({ name, pct: plainNumberText(reading?.value ?? 0) })),
		...(peoplePart === null
			? {}
			: {
					peoplePart,
					...(listed ? { people: listed } : { peopleCount: count }),
					division: content.division,
					roundTo: Number(content.roundTo),
					remainderTo,
				}),
	};
	const answer = divideProceeds.compute(input);
	if (answer.result) return { division: { result: answer.result, input, peoplePart, remainderTo } };
	if (answer.reason === 'NOT_ONE_HUNDRED_PCT') return { problems: [{ code: 'not-hundred', sum }] };
	return { problems: [{ code: answer.reason === 'ZERO_DENOMINATOR' ? 'units-zero' : 'count-differs' }] };
}
