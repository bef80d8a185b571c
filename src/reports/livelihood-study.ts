/**
 * A livelihood sheet worked out: texts read, assets and indicators computed before any rounding, what stands in the
 * way named by row. Words come later.
 */
import { assetIds, type AssetId, type LivelihoodContent } from '#inputs/livelihood-content.ts';
import { readNumber } from '#inputs/number-reader.ts';
import { grim } from '#methods/livelihood/grim.ts';
import type { SliaIndicator, SliaInput } from '#methods/livelihood/slia-input.ts';
import type { Warning } from '#methods/method.ts';
import { slia } from '#methods/livelihood/slia.ts';
import type { SliaAssetFigures, SliaFigures } from '#methods/livelihood/slia.ts';
import type { Pentagon } from '#methods/livelihood/pentagon.ts';
import { complete, readAssets, readRows, type PlainRow, type Printed } from './livelihood-rows.ts';

export interface StudyRow extends PlainRow {
	/** Computed, unrounded; null while a figure is missing or when the row repeats another. */
	readonly figures: SliaFigures | null;
	/** The row that this one repeats in name and every figure. */
	readonly repeats: number | null;
}

export interface StudyAsset {
	readonly id: AssetId;
	readonly figures: SliaAssetFigures | null;
	readonly printed: Readonly<Record<'before' | 'after' | 'change', Printed | null>>;
}

/** Whether printed means can come from whole scores, and of how many respondents. */
export interface RespondentCheck {
	readonly means: number;
	/** The number that the text gives; null when it gives none. */
	readonly stated: number | null;
	/** Means that are possible with the stated number. */
	readonly possibleWithStated: number | null;
	/** Numbers of respondents that every mean is possible with. */
	readonly possible: readonly number[];
}

export type Trouble =
	| { readonly kind: 'scale' }
	| {
			readonly kind: 'outside';
			readonly row: number;
			readonly wave: 'before' | 'after';
			readonly value: number;
			readonly person: number | null;
	  };

export interface LivelihoodStudy {
	readonly content: LivelihoodContent;
	readonly scale: { readonly min: number; readonly max: number };
	readonly decimals: number;
	readonly rows: readonly StudyRow[];
	readonly assets: readonly StudyAsset[];
	readonly pentagon: Pentagon | null;
	/** Null for scores of respondents, for scores that need not be whole, and where it can tell nothing. */
	readonly check: RespondentCheck | null;
	/** Printed means were taken back to sums over this many respondents; null when they stay as printed. */
	readonly takenBackTo: number | null;
	/** Cells with a text that is no number. */
	readonly unread: number;
	/** Scores that are not whole although they should be. */
	readonly broken: number;
	readonly people: number;
	/** Rows whose name stands twice in their asset with different figures. */
	readonly sameName: readonly { readonly row: number; readonly first: number }[];
}

export interface Blocked {
	readonly troubles: readonly Trouble[];
	readonly content: LivelihoodContent;
	readonly scale: { readonly min: number; readonly max: number } | null;
}

/** Enough different means for a number of respondents to be told from them alone. */
const tellingMeans = 5;
const mostTaken = 50;

function outside(rows: readonly PlainRow[], min: number, max: number): Trouble[] {
	const off = (value: number) => value < min || value > max;
	return rows.flatMap((row) =>
		(['before', 'after'] as const).flatMap((wave): Trouble[] => {
			const printed = row[wave];
			if (printed !== null && off(printed.value))
				return [{ kind: 'outside', row: row.row, wave, value: printed.value, person: null }];
			const scores = wave === 'before' ? row.scoresBefore : row.scoresAfter;
			return scores.flatMap((value, person) =>
				value !== null && off(value) ? [{ kind: 'outside' as const, row: row.row, wave, value, person }] : [],
			);
		}),
	);
}

function sliaIndicator(row: PlainRow): SliaIndicator {
	return {
		name: row.name,
		// A direction nobody gave is read as the table reads it, a rise as a gain, and asked for in the results.
		polarity: row.polarity === 'negative' ? 'negative' : 'positive',
		before: row.before?.value ?? row.scoresBefore,
		after: row.after?.value ?? row.scoresAfter,
	};
}

function respondentCheck(
	content: LivelihoodContent,
	rows: readonly PlainRow[],
	decimals: number,
): RespondentCheck | null {
	if (content.entry === 'scores' || content.whole === 'no' || decimals === 0) return null;
	const means = rows.flatMap(({ before, after }) => [before, after].flatMap((one) => one?.value ?? []));
	const typed = readNumber(content.respondents).value;
	const stated = typed !== null && Number.isInteger(typed) && typed >= 1 && typed <= 1_000_000 ? typed : null;
	const limit = 10 ** decimals;
	// With more respondents than the last decimal can tell apart every mean is possible.
	const tells = stated !== null && stated < limit;
	const ask = { means, decimals, maxN: Math.min(100, limit - 1) };
	const lenient = grim.compute({ ...ask, ...(tells ? { n: stated } : {}), rounding: 'any' }).result;
	if (lenient === null) return null;
	const strict = grim.compute(ask).result?.possibleN ?? [];
	return {
		means: means.length,
		stated,
		possibleWithStated: tells ? means.length - lenient.impossibleMeans : null,
		possible: strict.length > 0 ? strict : lenient.possibleN,
	};
}

/** The number of respondents whose sums the printed means were rounded from, where it can be told. */
function takenBack(check: RespondentCheck | null, rows: readonly PlainRow[]): number | null {
	if (check === null) return null;
	if (check.possibleWithStated !== null && check.possibleWithStated === check.means) return check.stated;
	const different = new Set(
		rows.flatMap(({ before, after }) =>
			[before, after].flatMap((one) => (one && !Number.isInteger(one.value) ? [one.value] : [])),
		),
	);
	const [first] = check.possible;
	return different.size >= tellingMeans && first !== undefined && first <= mostTaken ? first : null;
}

interface Group {
	readonly asset: AssetId | '';
	readonly rows: readonly PlainRow[];
}

/** Rows that repeat another of their asset, in every figure (`doubled`) or in name only. */
function repeatsIn(groups: readonly Group[], warnings: readonly Warning[]) {
	const doubled = new Map<number, number>();
	const sameName: { row: number; first: number }[] = [];
	for (const { code, at, params } of warnings) {
		const place = /^assets\[(\d+)\]\.indicators\[(\d+)\]/.exec(at ?? '');
		if (!place || (code !== 'DUPLICATE_INDICATOR' && code !== 'REPEATED_NAME')) continue;
		const group = groups[Number(place[1])]?.rows;
		const [row, first] = [group?.[Number(place[2])], group?.[Number(params?.['first'])]];
		// Two rows without a name are not one indicator.
		if (!row || !first || row.name === '') continue;
		if (code === 'DUPLICATE_INDICATOR') doubled.set(row.row, first.row);
		else sameName.push({ row: row.row, first: first.row });
	}
	return { doubled, sameName };
}

/**
 * The sheet worked out; null while no row is complete; `troubles` when the scale or a score stands in the way.
 */
export function livelihoodStudy(content: LivelihoodContent): LivelihoodStudy | Blocked | null {
	const { rows, unread, people } = readRows(content);
	const full = rows.filter(complete);
	const own = readAssets(content);
	const printedOf = (asset: number) => ({
		before: own.printed[asset * 3] ?? null,
		after: own.printed[asset * 3 + 1] ?? null,
		change: own.printed[asset * 3 + 2] ?? null,
	});
	const alone = assetIds.flatMap((asset, index): PlainRow[] => {
		const { before, after } = printedOf(index);
		return before && after && !full.some((row) => row.asset === asset)
			? [
					{
						row: -1,
						asset,
						name: asset,
						polarity: 'positive',
						before,
						after,
						change: null,
						scoresBefore: [],
						scoresAfter: [],
					},
				]
			: [];
	});
	if (full.length === 0 && alone.length === 0) return null;
	const [min, max] = [readNumber(content.lowest).value, readNumber(content.highest).value];
	if (min === null || max === null || !(max > min) || Math.abs(min) > 1e6 || Math.abs(max) > 1e6)
		return { troubles: [{ kind: 'scale' }], content, scale: null };
	const scale = { min, max };
	const off = outside([...full, ...alone], min, max);
	if (off.length > 0) return { troubles: off, content, scale };
	const decimals = Math.min(
		6,
		Math.max(
			0,
			...[...full, ...alone].flatMap(({ before, after }) => [before?.decimals ?? 0, after?.decimals ?? 0]),
		),
	);
	const groups = [...assetIds, '' as const].flatMap((asset) => {
		const inAsset = [...full, ...alone].filter((row) => row.asset === asset);
		return inAsset.length > 0 ? [{ asset, rows: inAsset }] : [];
	});
	const input: SliaInput = {
		assets: groups.map((group) => ({ name: group.asset, indicators: group.rows.map(sliaIndicator) })),
		scale,
	};
	const { doubled, sameName } = repeatsIn(groups, slia.compute(input).warnings);
	const kept = full.filter((row) => !doubled.has(row.row));
	const check = respondentCheck(content, kept, decimals);
	// A printed asset mean is a mean of means: it is no whole sum of anybody's scores.
	const takenBackTo = alone.length > 0 ? null : takenBack(check, kept);
	const named: SliaInput = {
		...input,
		assets: groups.map((group) => ({
			name: group.asset,
			indicators: group.rows.filter((row) => !doubled.has(row.row)).map(sliaIndicator),
		})),
		duplicates: 'keep',
		...(takenBackTo === null ? {} : { respondents: takenBackTo, decimals }),
	};
	const { result } = slia.compute(named);
	const figures = new Map<number, SliaFigures>();
	groups.forEach((group, g) => {
		group.rows
			.filter((row) => !doubled.has(row.row))
			.forEach((row, index) => {
				const found = result?.assets[g]?.indicators[index];
				if (found && row.row >= 0) figures.set(row.row, found);
			});
	});
	return {
		content,
		scale,
		decimals: content.entry === 'scores' ? 2 : Math.max(1, Math.min(3, decimals)),
		rows: rows.map((row) => ({
			...row,
			figures: figures.get(row.row) ?? null,
			repeats: doubled.get(row.row) ?? null,
		})),
		assets: assetIds.map((id, index) => ({
			id,
			figures: result?.assets[groups.findIndex((group) => group.asset === id)] ?? null,
			printed: printedOf(index),
		})),
		pentagon:
			groups.length === assetIds.length && groups.every(({ asset }) => asset !== '')
				? (result?.pentagon ?? null)
				: null,
		check,
		takenBackTo,
		unread: unread + own.unread,
		broken:
			content.entry === 'scores' && content.whole === 'yes'
				? rows
						.flatMap((row) => [...row.scoresBefore, ...row.scoresAfter])
						.filter((score) => score !== null && !Number.isInteger(score)).length
				: 0,
		people,
		sameName,
	};
}
