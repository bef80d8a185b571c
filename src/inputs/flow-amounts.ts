/** The amounts of a flow sheet: numbers of 0 or more and spans of two of them; what is wrong is listed with its place. */
import type { Span } from '#methods/programme/span.ts';
import { serviceFields, type FlowContent } from './flow-content.ts';
import { readColumn } from './number-reader.ts';
import type { NumberReading } from './number-reading.ts';

/** The kinds of rows a problem can be in. */
export type FlowTable = 'streams' | 'processes' | 'uses' | 'batches' | 'service' | 'days';

export interface FlowProblem {
	readonly code:
		/** Not a number; the field says why. */
		| 'refused'
		/** Below zero: `20-30` reads as a subtraction. */
		| 'negative'
		| 'low-above-high'
		/** Another unit than the rows of the same material above. */
		| 'unit'
		/** Days a month are missing between figures per day and per month. */
		| 'days'
		/** The material that was chosen is no longer on the sheet. */
		| 'gone'
		/** A process that makes what it takes. */
		| 'itself';
	readonly table: FlowTable;
	readonly row: number;
	readonly name: string;
	readonly text?: string;
	readonly otherText?: string;
}

/** Where a number stands. */
export interface FlowPlace {
	readonly table: FlowTable;
	readonly row: number;
	/** What the row is about, for the sentence. */
	readonly name: string;
}

/** The readings of every number of the sheet as one column, so that one plain cell teaches the style of the rest. */
function readings(content: FlowContent): (text: string) => NumberReading {
	const texts = [
		content.days,
		...content.streams.flatMap(({ low, high }) => [low, high]),
		...content.processes.flatMap(({ low, high, takes }) => [low, high, takes]),
		...content.uses.flatMap(({ low, high }) => [low, high]),
		...content.batches.flatMap(({ need, output, income }) => [need, output, income]),
		...serviceFields.map((field) => content.service[field]),
	];
	const read = readColumn(texts, { arithmetic: true }).readings;
	const byText = new Map(texts.map((text, index) => [text, read[index] as NumberReading]));
	return (text) => byText.get(text) as NumberReading;
}

export interface AmountReader {
	/** A number of 0 or more; null when there is none. */
	readonly amount: (text: string, place: FlowPlace) => number | null;
	/** A number above 0. */
	readonly positive: (text: string, place: FlowPlace) => number | null;
	/** One number, or low and high. */
	readonly span: (low: string, high: string, place: FlowPlace) => Span | null;
	/** Grows while the sheet is read. */
	readonly problems: FlowProblem[];
}

/** Reads the amounts of one sheet. */
export function amountReader(content: FlowContent): AmountReader {
	const problems: FlowProblem[] = [];
	const read = readings(content);
	const amount: AmountReader['amount'] = (text, place) => {
		const { status, value } = read(text);
		if (status === 'refused') problems.push({ code: 'refused', ...place, text });
		if (value !== null && value < 0) {
			problems.push({ code: 'negative', ...place, text });
			return null;
		}
		return value;
	};
	return {
		problems,
		amount,
		positive: (text, place) => amount(text, place) || null,
		span(low, high, place) {
			const [least, most] = [amount(low, place), amount(high, place)];
			if (least === null || most === null) return least ?? most;
			if (least > most) {
				problems.push({ code: 'low-above-high', ...place, text: low, otherText: high });
				return null;
			}
			return least === most ? least : [least, most];
		},
	};
}
