/** The tables of a region sheet that compare the region with its reference. */
import { writeNumber } from '#inputs/number-writer.ts';
import { m } from '#words/messages.js';
import type { TableBlock } from './block.ts';
import { textCell } from './figure-text.ts';
import { byShare, left, right, tableFoot } from './region-tables.ts';
import {
	allocationText,
	amountCell,
	dynamicClassText,
	klassenText,
	percentCell,
	quotientCell,
	referenceName,
	yearText,
	type Telling,
} from './region-words.ts';

/** LQ of the first and last year; with `moving` also DLQ and the class of both. */
export function quotientsTable(telling: Telling, moving: boolean): TableBlock | null {
	const { study, locale } = telling;
	const { reference } = study;
	if (!reference) return null;
	const { quotients, firstQuotients } = reference;
	const dynamic = moving ? reference.dynamic : null;
	const height = (index: number) => quotients.locationQuotients[index] ?? -1;
	return {
		kind: 'table',
		id: dynamic ? 'dynamic-quotients' : 'quotients',
		caption: (dynamic ? m.region_table_dynamic : m.region_table_quotients)(
			{ reference: referenceName(telling) },
			{ locale },
		),
		columns: [
			left(m.region_sector({}, { locale })),
			...(firstQuotients ? [right(m.region_column_lq({ year: yearText(telling, 0) }, { locale }))] : []),
			right(m.region_column_lq({ year: yearText(telling, -1) }, { locale })),
			...(dynamic
				? [right(m.region_column_dlq({}, { locale })), left(m.region_column_class({}, { locale }))]
				: []),
		],
		rows: study.names
			.map((name, index) => ({ name, index }))
			.sort((a, b) => height(b.index) - height(a.index))
			.map(({ name, index }) => ({
				cells: [
					textCell(name),
					...(firstQuotients ? [quotientCell(firstQuotients.locationQuotients[index] ?? null, locale)] : []),
					quotientCell(quotients.locationQuotients[index] ?? null, locale),
					...(dynamic
						? [
								quotientCell(dynamic.sectors[index]?.dynamicLocationQuotient ?? null, locale),
								textCell(dynamicClassText(dynamic.sectors[index]?.class ?? null, locale)),
							]
						: []),
				],
			})),
		source: tableFoot(telling, dynamic ? m.region_foot_dlq({}, { locale }) : ''),
	};
}

/** Growth and share beside those of the same sector in the reference. */
export function klassenTable(telling: Telling): TableBlock | null {
	const { study, locale } = telling;
	const { reference, growth } = study;
	if (!reference?.klassen || !growth || !reference.growth || !reference.shares) return null;
	const other = { growth: reference.growth, shares: reference.shares };
	return {
		kind: 'table',
		id: 'klassen',
		caption: m.region_table_klassen({}, { locale }),
		columns: [
			left(m.region_sector({}, { locale })),
			right(m.region_column_growth_here({}, { locale })),
			right(m.region_column_growth_there({}, { locale })),
			right(m.region_column_share_here({}, { locale })),
			right(m.region_column_share_there({}, { locale })),
			left(m.region_column_class({}, { locale })),
		],
		rows: byShare(telling).map((index) => ({
			cells: [
				textCell(study.names[index] ?? ''),
				percentCell(growth.sectors[index]?.averageGrowthPct ?? null, locale),
				percentCell(other.growth.sectors[index]?.averageGrowthPct ?? null, locale),
				percentCell(study.shares.sectors[index]?.sharePct.at(-1) ?? null, locale),
				percentCell(other.shares.sectors[index]?.sharePct.at(-1) ?? null, locale),
				textCell(klassenText(reference.klassen?.[index] ?? null, locale)),
			],
		})),
		source: tableFoot(telling, m.region_foot_klassen({}, { locale })),
	};
}

/** The change of each sector as pull of the reference, industry mix and the region's own lead. */
export function shiftTable(telling: Telling): TableBlock | null {
	const { study, locale } = telling;
	const shift = study.reference?.shift;
	if (!shift) return null;
	const { total, newSectors } = shift;
	return {
		kind: 'table',
		id: 'shift-share',
		caption: m.region_table_shift({ from: yearText(telling, 0), to: yearText(telling, -1) }, { locale }),
		columns: [
			left(m.region_sector({}, { locale })),
			right(m.region_column_change({}, { locale })),
			right(m.region_column_national({}, { locale })),
			right(m.region_column_mix({}, { locale })),
			right(m.region_column_regional({}, { locale })),
		],
		rows: [
			...byShare(telling).map((index) => {
				const one = shift.sectors[index];
				return {
					cells: [
						textCell(study.names[index] ?? ''),
						amountCell(one?.change ?? null, locale),
						amountCell(one?.national ?? null, locale),
						amountCell(one?.mix ?? null, locale),
						amountCell(one?.regional ?? null, locale),
					],
				};
			}),
			{
				role: 'total' as const,
				cells: [
					textCell(m.region_total({}, { locale }), true),
					...[total.change, total.national, total.mix, total.regional].map((value) =>
						amountCell(value, locale, true),
					),
				],
			},
		],
		source: tableFoot(
			telling,
			newSectors === 0
				? m.region_foot_shift({}, { locale })
				: m.region_foot_shift_new(
						{ amount: writeNumber(newSectors, locale, { min: 0, max: 2 }) },
						{ locale },
					),
		),
	};
}

/** The region's own lead parted after Esteban-Marquillas. */
export function marquillasTable(telling: Telling): TableBlock | null {
	const { study, locale } = telling;
	const parts = study.reference?.marquillas;
	if (!parts) return null;
	return {
		kind: 'table',
		id: 'esteban-marquillas',
		caption: m.region_table_marquillas({}, { locale }),
		columns: [
			left(m.region_sector({}, { locale })),
			right(m.region_column_homothetic({}, { locale })),
			right(m.region_column_allocation({}, { locale })),
			left(m.region_column_code({}, { locale })),
		],
		rows: [
			...byShare(telling).map((index) => {
				const one = parts.sectors[index];
				return {
					cells: [
						textCell(study.names[index] ?? ''),
						amountCell(one?.homothetic ?? null, locale),
						amountCell(one?.allocation ?? null, locale),
						textCell(allocationText(one?.code ?? null, locale)),
					],
				};
			}),
			{
				role: 'total' as const,
				cells: [
					textCell(m.region_total({}, { locale }), true),
					amountCell(parts.total.homothetic, locale, true),
					amountCell(parts.total.allocation, locale, true),
					textCell(''),
				],
			},
		],
		source: tableFoot(telling, m.region_foot_marquillas({}, { locale })),
	};
}

/** How far the structure of the region differs from that of the reference. */
export function specialisationTable(telling: Telling): TableBlock | null {
	const { study, locale } = telling;
	const figures = study.reference?.specialisation;
	if (!figures) return null;
	const rows = [
		[m.region_krugman({}, { locale }), figures.krugman, m.region_krugman_about({}, { locale })],
		[m.region_gini({}, { locale }), figures.gini, m.region_gini_about({}, { locale })],
		[m.region_hhi({}, { locale }), figures.hhi, m.region_hhi_about({}, { locale })],
		[m.region_theil({}, { locale }), figures.theil, m.region_theil_about({}, { locale })],
	] as const;
	return {
		kind: 'table',
		id: 'specialisation',
		caption: m.region_table_specialisation({ year: yearText(telling, -1) }, { locale }),
		columns: [
			left(m.region_column_measure({}, { locale })),
			right(m.region_column_value({}, { locale })),
			left(m.region_column_meaning({}, { locale })),
		],
		rows: rows.map(([name, value, about]) => ({
			cells: [
				textCell(name),
				{ text: value === null ? '–' : writeNumber(value, locale, 3), value, decimals: 3 },
				textCell(about),
			],
		})),
		source: tableFoot(telling),
	};
}
