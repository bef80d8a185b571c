/**
 * How sure a change is, from the scores of respondents: the signed-rank test with Holm's correction, the middle of the
 * changes, and how far the mean change could lie. Assets and indicators are two families of tests.
 */
import { readNumber } from '#inputs/number-reader.ts';
import { bootstrapInterval } from '#methods/livelihood/bootstrap-interval.ts';
import type { Interval } from '#methods/livelihood/bootstrap-interval.ts';
import { holm } from '#methods/livelihood/holm.ts';
import { pairedDifferences } from '#methods/livelihood/paired-differences.ts';
import { wilcoxonSignedRank } from '#methods/livelihood/wilcoxon-signed-rank.ts';
import type { WilcoxonResult } from '#methods/livelihood/wilcoxon-signed-rank.ts';
import type { AssetId } from '#inputs/livelihood-content.ts';
import type { LivelihoodStudy, StudyRow } from './livelihood-study.ts';

export interface Tested {
	readonly wilcoxon: WilcoxonResult;
	readonly holmP: number;
	/** Mean of the paired changes. */
	readonly mean: number;
	/** BCa where the respondents allow it, otherwise percentile. */
	readonly interval: Interval;
	readonly accelerated: boolean;
	/** Respondents without an answer to one of the two. */
	readonly missing: number;
}

export interface LivelihoodTests {
	readonly assets: ReadonlyMap<AssetId, Tested>;
	/** By position in the sheet. */
	readonly rows: ReadonlyMap<number, Tested>;
	readonly resamples: number;
	readonly seed: number;
}

/** 10,000 draws each, fewer where so many tests would keep a phone busy. */
const usualDraws = 10_000;
const fewerDraws = 2_000;
const mostPicked = 30_000_000;

/** A seed that nobody can use is 1. */
function seedOf(text: string): number {
	const typed = readNumber(text).value;
	return typed !== null && Number.isInteger(typed) && Math.abs(typed) <= 2 ** 31 ? typed : 1;
}

interface Asked<Key> {
	readonly key: Key;
	readonly differences: readonly number[];
	readonly missing: number;
}

function family<Key>(asked: readonly Asked<Key>[], resamples: number, seed: number): Map<Key, Tested> {
	const tested = asked.flatMap(({ key, differences, missing }) => {
		const test = wilcoxonSignedRank.compute({ differences }).result;
		const drawn = bootstrapInterval.compute({ differences, resamples, seed }).result;
		return test && drawn ? [{ key, test, drawn, missing }] : [];
	});
	const corrected =
		tested.length === 0
			? []
			: (holm.compute({ pValues: tested.map(({ test }) => test.p) }).result?.adjusted ?? []);
	return new Map(
		tested.map(({ key, test, drawn, missing }, index) => [
			key,
			{
				wilcoxon: test,
				holmP: corrected[index] ?? test.p,
				mean: drawn.estimate,
				interval: drawn.bca ?? drawn.percentile,
				accelerated: drawn.bca !== null,
				missing,
			},
		]),
	);
}

/** Changes of a row, turned so that a rise is good. */
function differencesOf(row: StudyRow): number[] {
	const { differences } = pairedDifferences({ before: row.scoresBefore, after: row.scoresAfter });
	return row.polarity === 'negative' ? differences.map((one) => 0 - one) : differences;
}

/** The tests of a sheet with scores of respondents; null for printed means. */
export function livelihoodTests(study: LivelihoodStudy): LivelihoodTests | null {
	if (study.content.entry !== 'scores') return null;
	const assets = study.assets.flatMap(({ id, figures }): Asked<AssetId>[] =>
		figures && figures.differences.length > 0
			? [{ key: id, differences: figures.differences, missing: study.people - figures.differences.length }]
			: [],
	);
	const rows = study.rows.flatMap((row): Asked<number>[] => {
		const differences = row.figures ? differencesOf(row) : [];
		return differences.length > 0
			? [{ key: row.row, differences, missing: study.people - differences.length }]
			: [];
	});
	const picked = (assets.length + rows.length) * Math.max(1, study.people) * usualDraws;
	const resamples = picked <= mostPicked ? usualDraws : fewerDraws;
	const seed = seedOf(study.content.seed);
	return {
		assets: family(assets, resamples, seed),
		rows: family(rows, resamples, seed),
		resamples,
		seed,
	};
}
