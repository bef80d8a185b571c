/** A pasted table as a livelihood sheet: means of indicators, or scores by respondent. Nothing is guessed silently. */
import type { PrintedChangeRow } from '#methods/table-check/printed-programme.ts';
import type { PrintedNumber } from '#methods/table-check/printed.ts';
import type { Workbook } from './grid.ts';
import {
	assetIds,
	byAsset,
	emptyIndicator,
	mostIndicators,
	mostPeople,
	noFigures,
	type AssetId,
	type BeforeAndAfter,
	type LivelihoodContent,
	type LivelihoodIndicator,
} from './livelihood-content.ts';
import { readScoresTable, type ScoresReading } from './livelihood-scores-table.ts';
import { writeNumber } from './number-writer.ts';
import type { Doubt } from './printed-number.ts';
import { readPrintedTables } from './printed-tables.ts';

export interface LivelihoodReading {
	readonly content: LivelihoodContent;
	readonly kind: 'means' | 'scores';
	readonly indicators: number;
	readonly people: number;
	/** Assets that indicators were found for. */
	readonly assets: number;
	/** Assets whose printed means were found. */
	readonly means: number;
	readonly withoutAsset: number;
	/** Score cells that hold nothing. */
	readonly missing: number;
	readonly respondents: number | null;
	/** Indicators and respondents beyond what a sheet holds. */
	readonly left: number;
	readonly doubts: readonly Doubt[];
}

const assetWords: Readonly<Record<AssetId, RegExp>> = {
	natural: /alam|natur|lingkungan|ekologi/i,
	physical: /fisik|physic|infrastruktur|sarana/i,
	human: /sdm|manusia|human/i,
	financial: /finan|keuangan|ekonomi|economic/i,
	social: /sosial|social/i,
};

/** The asset that a heading names; empty for any other text, and for a text that names two. */
export function assetOf(heading: string): AssetId | '' {
	if (heading.trim() === '' || heading.length > 60) return '';
	const named = assetIds.filter((asset) => assetWords[asset].test(heading));
	return named.length === 1 ? (named[0] ?? '') : '';
}

/** A row of an asset by name and nothing else: "Aset sosial", "Modal fisik", "SDM". */
function isAssetName(label: string): boolean {
	const bare = label.replace(/aset|assets?|modal|capital|kapital|sumber daya|sumberdaya|[^\p{L}]/giu, '');
	return assetOf(label) !== '' && bare.length <= 10;
}

/** In one style, whatever the table's own: the reading has settled it already. */
const textOf = (printed: PrintedNumber | null) =>
	printed === null ? '' : writeNumber(printed.value, 'id', Math.min(10, printed.decimals)).replace('−', '-');

const figuresOf = (row: PrintedChangeRow): BeforeAndAfter => ({
	before: textOf(row.before),
	after: textOf(row.after),
	change: textOf(row.change),
});

const plain = (name: string) => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** What the sheet already says of an indicator of this name: its asset and which way is good. */
function known(content: LivelihoodContent, name: string) {
	const found = content.indicators.find((one) => plain(one.name) === plain(name) && plain(name) !== '');
	return { asset: found?.asset ?? ('' as const), polarity: found?.polarity ?? ('' as const) };
}

function meansContent(
	content: LivelihoodContent,
	rows: readonly PrintedChangeRow[],
	respondents: number | null,
) {
	const assets: Record<AssetId, BeforeAndAfter> = byAsset(() => noFigures);
	const indicators: LivelihoodIndicator[] = [];
	for (const row of rows) {
		const own = row.kind === 'mean' ? assetOf(row.group) || assetOf(row.label) : '';
		const named = row.group === '' && isAssetName(row.label) ? assetOf(row.label) : '';
		const asset = own || named;
		if (row.whole || (row.kind === 'mean' && asset === '')) continue;
		if (asset !== '') assets[asset] = figuresOf(row);
		else {
			const before = known(content, row.label);
			indicators.push({
				...emptyIndicator,
				...figuresOf(row),
				name: row.label,
				asset: assetOf(row.group) || before.asset,
				polarity: before.polarity,
			});
		}
	}
	return {
		...content,
		entry: 'means' as const,
		respondents: respondents === null ? content.respondents : String(respondents),
		indicators: indicators.slice(0, mostIndicators),
		assets,
		left: Math.max(0, indicators.length - mostIndicators),
	};
}

function readMeans(workbook: Workbook, content: LivelihoodContent): LivelihoodReading | null {
	const outcome = readPrintedTables(workbook);
	if (!outcome.ok) return null;
	const { tables, doubts } = outcome.value;
	const rows = (tables.changes ?? []).flatMap((table) => table.rows);
	if (rows.length === 0) return null;
	const counts = new Set((tables.respondents ?? []).map((one) => one.count));
	const [stated] = counts;
	const respondents = counts.size === 1 && stated !== undefined ? stated : null;
	const { left, ...next } = meansContent(content, rows, respondents);
	return {
		content: next,
		kind: 'means',
		indicators: next.indicators.length,
		people: 0,
		assets: new Set(next.indicators.flatMap(({ asset }) => asset || [])).size,
		means: assetIds.filter((asset) => next.assets[asset] !== noFigures).length,
		withoutAsset: next.indicators.filter(({ asset }) => asset === '').length,
		missing: 0,
		respondents,
		left,
		doubts,
	};
}

function scoresReading(read: ScoresReading, content: LivelihoodContent): LivelihoodReading {
	const people = read.people.slice(0, mostPeople);
	const indicators = read.indicators.slice(0, mostIndicators).map((one): LivelihoodIndicator => {
		const before = known(content, one.name);
		return {
			...emptyIndicator,
			asset: assetOf(one.group) || before.asset,
			polarity: before.polarity,
			name: one.name,
			scoresBefore: one.before.slice(0, mostPeople),
			scoresAfter: one.after.slice(0, mostPeople),
		};
	});
	const cells = indicators.flatMap((one) => [...one.scoresBefore, ...one.scoresAfter]);
	return {
		content: { ...content, entry: 'scores', indicators, people },
		kind: 'scores',
		indicators: indicators.length,
		people: people.length,
		assets: new Set(indicators.flatMap(({ asset }) => asset || [])).size,
		means: 0,
		withoutAsset: indicators.filter(({ asset }) => asset === '').length,
		missing: cells.filter((text) => text === '').length,
		respondents: null,
		left: Math.max(0, read.people.length - mostPeople) + Math.max(0, read.indicators.length - mostIndicators),
		doubts: [],
	};
}

/**
 * The sheet with what a pasted table holds in the place of its indicators; what the sheet says of indicators of the
 * same name stays. Null when there is no table of before and after.
 */
export function readLivelihoodTable(
	workbook: Workbook,
	content: LivelihoodContent,
): LivelihoodReading | null {
	for (const grid of workbook.grids) {
		const read = readScoresTable(grid);
		if (read) return scoresReading(read, content);
	}
	return readMeans(workbook, content);
}
