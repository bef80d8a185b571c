/** The tables of a region sheet that need no reference: shares, growth, totals. */
import { writeNumber } from '#inputs/number-writer.ts';
import { m } from '#words/messages.js';
import type { TableBlock, TableCell } from './block.ts';
import { sourceText, textCell } from './figure-text.ts';
import { amountCell, percentCell, placeName, pricesText, yearText, type Telling } from './region-words.ts';

export const left = (label: string) => ({ label, align: 'left' as const });
export const right = (label: string) => ({ label, align: 'right' as const });

/** More years than these are shown by the first and the last. */
const mostYearColumns = 4;

/** The years that have a column of their own. */
function shownYears({ study }: Telling, from = 0): number[] {
	const all = study.years.map((_, index) => index).slice(from);
	return all.length <= mostYearColumns ? all : [all[0] ?? 0, all.at(-1) ?? 0];
}

/** Prices and source, below every table. */
export function tableFoot(telling: Telling, more = ''): string {
	const { study, locale, date } = telling;
	const source = sourceText(study.content.source.trim(), date, locale);
	return [more, `${pricesText(telling)}.`, source && !source.endsWith('.') ? `${source}.` : source]
		.filter(Boolean)
		.join(' ');
}

/** Positions of the sectors by their share in the last year, largest first. */
export function byShare({ study }: Telling): number[] {
	const size = (index: number) => study.shares.sectors[index]?.sharePct.at(-1) ?? -1;
	return study.names.map((_, index) => index).sort((a, b) => size(b) - size(a));
}

/** Shares in percent, year by year, with the figures of the last year. */
export function sharesTable(telling: Telling): TableBlock {
	const { study, locale } = telling;
	const years = shownYears(telling);
	const unit = study.content.unit.trim();
	return {
		kind: 'table',
		id: 'shares',
		caption: m.region_table_shares({ place: placeName(telling) }, { locale }),
		columns: [
			left(m.region_sector({}, { locale })),
			...years.map((index) => right(m.region_column_share({ year: yearText(telling, index) }, { locale }))),
		],
		rows: [
			...byShare(telling).map((index) => ({
				cells: [
					textCell(study.names[index] ?? ''),
					...years.map((year) => percentCell(study.shares.sectors[index]?.sharePct[year] ?? null, locale)),
				],
			})),
			{
				role: 'total' as const,
				cells: [
					textCell(
						unit === '' ? m.region_total({}, { locale }) : m.region_total_unit({ unit }, { locale }),
						true,
					),
					...years.map((year) => amountCell(study.shares.totals[year] ?? null, locale, true)),
				],
			},
		],
		source: tableFoot(telling),
	};
}

/** Growth from year to year, its average, and what each sector brought to the last growth. */
export function growthTable(telling: Telling): TableBlock | null {
	const { study, locale } = telling;
	const { growth } = study;
	if (!growth) return null;
	const steps = shownYears(telling, 1);
	const label = (year: number) => `${yearText(telling, year - 1)}–${yearText(telling, year)}`;
	const sum = growth.sectors.reduce((all, one) => all + (one.contributionPct.at(-1) ?? 0), 0);
	const fresh = growth.sectors.some(({ growthPct }) => growthPct.includes(null));
	return {
		kind: 'table',
		id: 'growth',
		caption: m.region_table_growth({ place: placeName(telling), prices: pricesText(telling) }, { locale }),
		columns: [
			left(m.region_sector({}, { locale })),
			...steps.map((year) => right(m.region_column_growth({ years: label(year) }, { locale }))),
			...(study.years.length > 2 ? [right(m.region_column_average({}, { locale }))] : []),
			right(m.region_column_contribution({ year: yearText(telling, -1) }, { locale })),
		],
		rows: [
			...byShare(telling).map((index) => {
				const one = growth.sectors[index];
				return {
					cells: [
						textCell(study.names[index] ?? ''),
						...steps.map((year) => percentCell(one?.growthPct[year - 1] ?? null, locale)),
						...(study.years.length > 2 ? [percentCell(one?.averageGrowthPct ?? null, locale)] : []),
						percentCell(one?.contributionPct.at(-1) ?? null, locale),
					],
				};
			}),
			{
				role: 'total' as const,
				cells: [
					textCell(m.region_total({}, { locale }), true),
					...steps.map((year) => percentCell(growth.totalGrowthPct[year - 1] ?? null, locale, true)),
					...(study.years.length > 2 ? [percentCell(growth.averageGrowthPct, locale, true)] : []),
					percentCell(sum, locale, true),
				],
			},
		],
		source: tableFoot(telling, fresh ? m.region_foot_new({}, { locale }) : ''),
	};
}

function verdict(agrees: boolean, difference: number, locale: 'id' | 'en'): TableCell {
	if (Math.abs(difference) < 1e-6) return { text: m.region_total_match({}, { locale }), mark: 'match' };
	return agrees
		? { text: m.region_total_rounding({}, { locale }), mark: 'rounding' }
		: { text: m.region_total_differs({}, { locale }), mark: 'differs' };
}

/** Sums of sectors beside the totals as printed; null when none is printed. */
export function totalsTable(telling: Telling): TableBlock | null {
	const { study, locale } = telling;
	const [first] = study.totals;
	if (!first) return null;
	const both = study.totals.some(({ part }) => part === 'reference');
	return {
		kind: 'table',
		id: 'totals',
		caption: m.region_table_totals({}, { locale }),
		columns: [
			left(m.region_year({}, { locale })),
			...(both ? [left(m.region_column_part({}, { locale }))] : []),
			right(m.region_column_sum({}, { locale })),
			right(m.region_column_printed({}, { locale })),
			right(m.region_column_difference({}, { locale })),
			left(m.region_column_verdict({}, { locale })),
		],
		rows: study.totals.map((one) => ({
			cells: [
				textCell(one.year),
				...(both
					? [
							textCell(
								one.part === 'region'
									? m.region_part_region({}, { locale })
									: m.region_part_reference({}, { locale }),
							),
						]
					: []),
				totalCell(one.sum, locale),
				totalCell(one.printed, locale),
				totalCell(Math.abs(one.difference) < 1e-6 ? 0 : one.difference, locale),
				verdict(one.agrees, one.difference, locale),
			],
		})),
		source: m.region_totals_foot(
			{ tolerance: writeNumber(first.tolerance, locale, { min: 0, max: 1 }), count: study.names.length },
			{ locale },
		),
	};
}

/** Totals with the decimals they are printed with: whole, or two. */
function totalCell(value: number, locale: 'id' | 'en'): TableCell {
	const shown = Number(value.toPrecision(15));
	const decimals = Number.isInteger(Math.round(shown * 1e4) / 1e4) ? 0 : 2;
	return { text: writeNumber(shown, locale, decimals), value: shown, decimals };
}
