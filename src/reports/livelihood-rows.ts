/** The texts of a livelihood sheet as numbers, row by row. */
import { assetIds, type AssetId, type LivelihoodContent } from '#inputs/livelihood-content.ts';
import { readColumn } from '#inputs/number-reader.ts';

export interface Printed {
	readonly value: number;
	readonly text: string;
	readonly decimals: number;
}

/** A row of the sheet, read. */
export interface PlainRow {
	/** Position in the sheet. */
	readonly row: number;
	readonly asset: AssetId | '';
	readonly name: string;
	readonly polarity: 'positive' | 'negative' | '';
	/** As printed; null for scores of respondents and for what is not there. */
	readonly before: Printed | null;
	readonly after: Printed | null;
	readonly change: Printed | null;
	readonly scoresBefore: readonly (number | null)[];
	readonly scoresAfter: readonly (number | null)[];
}

/** Texts read together, so that all cells share one decimal mark. */
function readTogether(texts: readonly string[]): { values: (Printed | null)[]; unread: number } {
	const { readings } = readColumn(texts, { arithmetic: true });
	return {
		values: readings.map(({ value, decimals }, index) =>
			value === null ? null : { value, decimals, text: (texts[index] ?? '').trim() },
		),
		unread: readings.filter(({ status }) => status === 'refused').length,
	};
}

/** Every row, how many cells hold a text that is no number, and how many respondents there are. */
export function readRows(content: LivelihoodContent): { rows: PlainRow[]; unread: number; people: number } {
	const scored = content.entry === 'scores';
	const people = scored
		? Math.max(
				content.people.length,
				...content.indicators.map((one) => Math.max(one.scoresBefore.length, one.scoresAfter.length)),
			)
		: 0;
	const texts = content.indicators.flatMap((one) =>
		scored
			? [one.scoresBefore, one.scoresAfter].flatMap((list) =>
					Array.from({ length: people }, (_, person) => list[person] ?? ''),
				)
			: [one.before, one.after, one.change],
	);
	const { values, unread } = readTogether(texts);
	const each = scored ? people * 2 : 3;
	const rows = content.indicators.map(({ asset, name, polarity }, row): PlainRow => {
		const own = values.slice(row * each, (row + 1) * each);
		const numbers = own.map((one) => one?.value ?? null);
		const said = { row, asset, name: name.trim(), polarity };
		return scored
			? {
					...said,
					before: null,
					after: null,
					change: null,
					scoresBefore: numbers.slice(0, people),
					scoresAfter: numbers.slice(people),
				}
			: {
					...said,
					before: own[0] ?? null,
					after: own[1] ?? null,
					change: own[2] ?? null,
					scoresBefore: [],
					scoresAfter: [],
				};
	});
	return { rows, unread, people };
}

const answered = (scores: readonly (number | null)[]) => scores.some((score) => score !== null);

/** Whether a row has figures of both waves. */
export function complete(row: PlainRow): boolean {
	return row.before === null && row.after === null
		? answered(row.scoresBefore) && answered(row.scoresAfter)
		: row.before !== null && row.after !== null;
}

/** Before, after and change of each asset as printed, one after the other. */
export function readAssets(content: LivelihoodContent): { printed: (Printed | null)[]; unread: number } {
	if (content.entry === 'scores') return { printed: [], unread: 0 };
	const { values, unread } = readTogether(
		assetIds.flatMap((id) => {
			const { before, after, change } = content.assets[id];
			return [before, after, change];
		}),
	);
	return { printed: values, unread };
}
