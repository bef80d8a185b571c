/** The tables of a livelihood sheet. Changes are worked out before rounding. */
import { assetIds } from '#inputs/livelihood-content.ts';
import { writeNumber } from '#inputs/number-writer.ts';
import { m } from '#words/messages.js';
import type { TableBlock, TableCell } from './block.ts';
import { dash, numberCell, textCell } from './figure-text.ts';
import type { LivelihoodTests, Tested } from './livelihood-tests.ts';
import {
	assetName,
	changeCell,
	indicatorName,
	scoreCell,
	scoreText,
	type Telling,
} from './livelihood-words.ts';

const left = (label: string) => ({ label, align: 'left' as const });
const right = (label: string) => ({ label, align: 'right' as const });

/** Every indicator under its asset; a row printed twice stands once. */
export function indicatorsTable(telling: Telling): TableBlock {
	const { study, locale } = telling;
	const printed = study.rows.some((row) => row.change !== null);
	const shown = study.rows.filter((row) => row.figures !== null);
	return {
		kind: 'table',
		id: 'indicators',
		caption: m.livelihood_table_indicators({}, { locale }),
		columns: [
			left(m.livelihood_indicator({}, { locale })),
			right(m.livelihood_before({}, { locale })),
			right(m.livelihood_after({}, { locale })),
			right(m.livelihood_change({}, { locale })),
			...(printed ? [right(m.livelihood_change_printed({}, { locale }))] : []),
		],
		rows: [...assetIds, '' as const].flatMap((asset) => {
			const rows = shown.filter((row) => row.asset === asset);
			if (rows.length === 0) return [];
			return [
				{ role: 'section' as const, cells: [textCell(assetName(asset, locale), true)] },
				...rows.map((row) => ({
					cells: [
						textCell(indicatorName(row, locale)),
						scoreCell(row.figures?.before ?? null, telling),
						scoreCell(row.figures?.after ?? null, telling),
						changeCell(row.figures?.change ?? null, telling),
						...(printed ? [scoreCell(row.change?.value ?? null, telling)] : []),
					],
				})),
			];
		}),
	};
}

/** The scores of the five assets in their fixed order, beside the printed ones. */
export function assetsTable(telling: Telling): TableBlock {
	const { study, locale } = telling;
	const printed = study.assets.some(({ printed: one }) => one.before ?? one.after);
	const figure = (value: number | undefined) => (value === undefined ? dash : scoreText(value, telling));
	return {
		kind: 'table',
		id: 'assets',
		caption: m.livelihood_table_assets({}, { locale }),
		columns: [
			left(m.livelihood_asset({}, { locale })),
			right(m.livelihood_before({}, { locale })),
			right(m.livelihood_after({}, { locale })),
			right(m.livelihood_change({}, { locale })),
			...(printed ? [right(m.livelihood_column_printed({}, { locale }))] : []),
		],
		rows: study.assets.map(({ id, figures, printed: own }) => ({
			cells: [
				textCell(assetName(id, locale)),
				scoreCell(figures?.before ?? null, telling),
				scoreCell(figures?.after ?? null, telling),
				changeCell(figures?.change ?? null, telling),
				...(printed
					? [
							textCell(
								own.before || own.after ? `${figure(own.before?.value)} → ${figure(own.after?.value)}` : dash,
							),
						]
					: []),
			],
		})),
	};
}

/** How far each asset came: its change, and the part of the room it had. */
export function assetChangesTable(telling: Telling): TableBlock {
	const { study, locale } = telling;
	const scored = study.content.entry === 'scores';
	const count = (value: number | null): TableCell => numberCell(value, locale, 0);
	return {
		kind: 'table',
		id: 'asset-changes',
		caption: m.livelihood_table_asset_changes({}, { locale }),
		columns: [
			left(m.livelihood_asset({}, { locale })),
			right(m.livelihood_change({}, { locale })),
			right(m.livelihood_column_attainable({}, { locale })),
			right(m.livelihood_column_rows({}, { locale })),
			...(scored ? [right(m.livelihood_column_n({}, { locale }))] : []),
		],
		rows: study.assets.map(({ id, figures }) => ({
			cells: [
				textCell(assetName(id, locale)),
				changeCell(figures?.change ?? null, telling),
				numberCell(figures?.attainablePct ?? null, locale, 0),
				count(study.rows.filter((row) => row.asset === id && row.figures !== null).length),
				...(scored ? [count(figures?.differences.length ?? null)] : []),
			],
		})),
		source: m.livelihood_assets_foot({}, { locale }),
	};
}

/** p as it is read: three decimals, `< 0,001` below. */
function probabilityCell(p: number, { locale }: Telling): TableCell {
	const text = p < 0.001 ? `< ${writeNumber(0.001, locale, 3)}` : writeNumber(p, locale, 3);
	return { text, value: p, decimals: 3 };
}

function testCells(tested: Tested, telling: Telling): TableCell[] {
	const { wilcoxon } = tested;
	return [
		changeCell(tested.mean, telling),
		scoreCell(tested.interval.low, telling),
		scoreCell(tested.interval.high, telling),
		scoreCell(wilcoxon.hodgesLehmann, telling),
		probabilityCell(wilcoxon.p, telling),
		probabilityCell(tested.holmP, telling),
		textCell(`${wilcoxon.improved} / ${wilcoxon.same} / ${wilcoxon.worse}`),
		numberCell(wilcoxon.pairs, telling.locale, 0),
		numberCell(tested.missing, telling.locale, 0),
	];
}

function testTable(
	telling: Telling,
	tests: LivelihoodTests,
	what: { readonly id: string; readonly caption: string; readonly first: string },
	rows: readonly { readonly name: string; readonly tested: Tested }[],
): TableBlock {
	const { locale } = telling;
	const ways = new Set(rows.map(({ tested }) => tested.wilcoxon.distribution));
	const way =
		ways.size > 1
			? m.livelihood_exact_and_normal
			: ways.has('normal')
				? m.livelihood_normal
				: m.livelihood_exact;
	return {
		kind: 'table',
		id: what.id,
		caption: what.caption,
		columns: [
			left(what.first),
			right(m.livelihood_column_mean_change({}, { locale })),
			right(m.livelihood_column_low({}, { locale })),
			right(m.livelihood_column_high({}, { locale })),
			right(m.livelihood_column_middle({}, { locale })),
			right(m.livelihood_column_p({}, { locale })),
			right(m.livelihood_column_holm({}, { locale })),
			right(m.livelihood_column_moves({}, { locale })),
			right(m.livelihood_column_n({}, { locale })),
			right(m.livelihood_column_missing({}, { locale })),
		],
		rows: rows.map(({ name, tested }) => ({ cells: [textCell(name), ...testCells(tested, telling)] })),
		source: m.livelihood_tests_foot(
			{
				distribution: way({}, { locale }),
				resamples: writeNumber(tests.resamples, locale, 0),
				seed: writeNumber(tests.seed, locale, 0),
			},
			{ locale },
		),
	};
}

/** The tests of assets and of indicators: two families, corrected apart. */
export function testTables(telling: Telling, tests: LivelihoodTests): TableBlock[] {
	const { study, locale } = telling;
	const assets = study.assets.flatMap(({ id }) => {
		const tested = tests.assets.get(id);
		return tested ? [{ name: assetName(id, locale), tested }] : [];
	});
	const rows = study.rows.flatMap((row) => {
		const tested = tests.rows.get(row.row);
		return tested ? [{ name: indicatorName(row, locale), tested }] : [];
	});
	const captions = [
		{
			id: 'tests-assets',
			caption: m.livelihood_table_tests_assets({}, { locale }),
			first: m.livelihood_asset({}, { locale }),
		},
		{
			id: 'tests-indicators',
			caption: m.livelihood_table_tests_rows({}, { locale }),
			first: m.livelihood_indicator({}, { locale }),
		},
	] as const;
	return [
		...(assets.length > 0 ? [testTable(telling, tests, captions[0], assets)] : []),
		...(rows.length > 0 ? [testTable(telling, tests, captions[1], rows)] : []),
	];
}

/** With which numbers of respondents the printed means are possible; null when the text gives no number that can be told. */
export function respondentsTable({ study, locale }: Telling): TableBlock | null {
	const { check } = study;
	if (check === null || check.possibleWithStated === null || check.stated === null) return null;
	const part = (count: number) =>
		textCell(m.livelihood_of({ count, all: check.means }, { locale }), count === check.means);
	const [first, ...others] = check.possible.filter((n) => n !== check.stated);
	const some =
		first === undefined
			? []
			: [
					{
						cells: [
							textCell(
								others.length === 0
									? String(first)
									: m.livelihood_n_or({ first, others: others.slice(0, 3).join(', ') }, { locale }),
							),
							part(check.means),
						],
					},
				];
	return {
		kind: 'table',
		id: 'respondents',
		caption: m.livelihood_table_n({}, { locale }),
		columns: [
			left(m.livelihood_column_if_n({}, { locale })),
			right(m.livelihood_column_possible({}, { locale })),
		],
		rows: [
			{
				cells: [
					textCell(m.livelihood_n_stated_row({ n: check.stated }, { locale })),
					part(check.possibleWithStated),
				],
			},
			...some,
		],
		source: m.livelihood_n_source({}, { locale }),
	};
}
