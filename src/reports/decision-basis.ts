/** What a reader must know, and what everything was worked out from: warnings, options, weights and data. */
import type { StudyProblem } from '#inputs/decision-problem.ts';
import type { DecisionStudy } from '#inputs/decision-study.ts';
import { writeNumber } from '#inputs/number-writer.ts';
import { m } from '#words/messages.js';
import type { Block, TableBlock } from './block.ts';
import { twins } from './decision-findings.ts';
import { weightText } from './decision-names.ts';
import { decisionProblemTexts } from './decision-problem-text.ts';
import { drawsSaid } from './decision-robustness.ts';
import { alternativeName, fixedCell, partName, type DecisionView } from './decision-view.ts';
import { listText, numberCell, percentText, textCell } from './figure-text.ts';

const mostTwins = 3;
/** A share of one score above which a single criterion decides nearly alone. */
const dominant = 0.6;

const criterionName = ({ study, names }: DecisionView, column: number): string =>
	names.member(study.criteria[column]?.id ?? '');

function twinSentences(view: DecisionView): string[] {
	const { locale } = view.names;
	const pairs = twins(view.study);
	const said = pairs.slice(0, mostTwins).map(({ left, right, correlation }) =>
		m.decision_results_twins(
			{
				left: criterionName(view, left),
				right: criterionName(view, right),
				r: writeNumber(correlation, locale, 2),
			},
			{ locale },
		),
	);
	if (pairs.length <= mostTwins) return said;
	return [...said, m.decision_results_twins_more({ count: pairs.length - mostTwins }, { locale })];
}

/** Criteria that make most of somebody's score, each with the score it makes most of. */
function dominatingSentences(view: DecisionView): string[] {
	const { study, names } = view;
	const { locale } = names;
	if (study.criteria.length < 2) return [];
	return study.criteria.flatMap((_, column) => {
		const shares = study.index.map(
			(row, at) =>
				((row[column] as number) * (study.weights[column] as number)) / (study.scores[at] as number),
		);
		const share = Math.max(...shares.filter(Number.isFinite), 0);
		if (!(share > dominant) || share > 1) return [];
		return [
			m.decision_results_dominates(
				{
					criterion: criterionName(view, column),
					share: percentText(share * 100, locale, 0),
					alternative: alternativeName(view, shares.indexOf(share)),
				},
				{ locale },
			),
		];
	});
}

/** Everything that is missing or odd; empty when there is nothing to say. */
export function noteBlocks(view: DecisionView, problems: readonly StudyProblem[]): Block[] {
	const { locale } = view.names;
	const items = [
		...decisionProblemTexts(problems, view.names, view.study.respondents.length === 1),
		...dominatingSentences(view),
		...twinSentences(view),
	];
	if (items.length === 0) return [];
	return [
		{ kind: 'heading', level: 1, text: m.decision_results_notes_heading({}, { locale }) },
		{ kind: 'list', ordered: false, items },
	];
}

const ways = {
	points: m.decision_results_basis_points,
	direct: m.decision_results_basis_direct,
	order: m.decision_results_basis_order,
	pairs: m.decision_results_basis_pairs,
	'best-worst': m.decision_results_basis_best_worst,
	'trade-off': m.decision_results_basis_trade_off,
} satisfies Record<DecisionStudy['weighing'], unknown>;

function groupSentences({ study, names }: DecisionView): string[] {
	const { locale } = names;
	const weighed = study.respondents.filter(({ weights }) => weights !== null);
	const unequal = study.respondents.some(({ voice }) => voice !== study.respondents[0]?.voice);
	const mean =
		study.weighing === 'pairs'
			? m.decision_results_basis_mean_judgements
			: ['best-worst', 'trade-off'].includes(study.weighing)
				? m.decision_results_basis_mean_geometric
				: m.decision_results_basis_mean_arithmetic;
	const voices = study.respondents.map(
		({ id, voice }) => `${names.respondent(id)} ${writeNumber(voice, locale, { min: 0, max: 2 })}`,
	);
	return [
		...(weighed.length > 1 ? [mean({}, { locale })] : []),
		...(unequal ? [m.decision_results_basis_voices({ voices: listText(voices, locale) }, { locale })] : []),
	];
}

/** Every option taken, so that another can work it out again. */
function optionSentences(view: DecisionView): string[] {
	const { study, names } = view;
	const { locale } = names;
	const by =
		study.indexBy === 'given'
			? m.decision_results_basis_given
			: study.indexBy === 'range'
				? m.decision_results_basis_range
				: study.cpiReference === 'first'
					? m.decision_results_basis_cpi_first
					: m.decision_results_basis_cpi_min;
	const many = study.respondents.length > 1 && study.indexBy !== 'given';
	const order =
		study.respondentOrder === 'transform-first' && study.indexBy === 'cpi'
			? m.decision_results_basis_transform_first
			: m.decision_results_basis_ratings_first;
	return [
		by({}, { locale }),
		...(many ? [order({}, { locale })] : []),
		ways[study.weighing]({}, { locale }),
		...groupSentences(view),
		...(study.parts.some(({ isGroup }) => isGroup)
			? [m.decision_results_basis_two_level({}, { locale })]
			: []),
		drawsSaid(view),
		m.decision_results_basis_promethee({}, { locale }),
	];
}

const mostPeople = 6;

function weightTable(view: DecisionView): TableBlock {
	const { study, names } = view;
	const { locale } = names;
	const people = study.respondents.filter(({ weights }) => weights !== null);
	const shown = people.length > 1 && people.length <= mostPeople ? people : [];
	const cell = (weight: number) => ({ text: weightText(weight, locale), value: weight * 100, decimals: 1 });
	const directed = study.indexBy !== 'given';
	return {
		kind: 'table',
		id: 'weights',
		caption: m.decision_results_weights_table({}, { locale }),
		columns: [
			{ label: m.decision_results_criterion({}, { locale }), align: 'left' },
			...(directed ? [{ label: m.decision_results_direction({}, { locale }), align: 'left' as const }] : []),
			{ label: m.decision_results_weight({}, { locale }), align: 'right' },
			...shown.map(({ id }) => ({ label: names.respondent(id), align: 'right' as const })),
		],
		rows: study.parts.flatMap(({ columns, isGroup }, part) => [
			...(isGroup
				? [
						{
							role: 'total' as const,
							cells: [
								textCell(partName(view, part), true),
								...(directed ? [textCell('')] : []),
								cell(study.partWeights[part] as number),
								...shown.map(({ weights }) =>
									cell(columns.reduce((sum, column) => sum + (weights?.[column] ?? 0), 0)),
								),
							],
						},
					]
				: []),
			...columns.map((column) => ({
				...(isGroup ? { role: 'detail' as const } : {}),
				cells: [
					textCell(criterionName(view, column)),
					...(directed
						? [
								textCell(
									study.directions[column] === 'cost'
										? m.decision_results_direction_cost({}, { locale })
										: m.decision_results_direction_benefit({}, { locale }),
								),
							]
						: []),
					cell(study.weights[column] as number),
					...shown.map(({ weights }) => cell(weights?.[column] ?? 0)),
				],
			})),
		]),
	};
}

/** Criteria as rows: there are usually more of them than alternatives, and their names are longer. */
function figuresTable(
	view: DecisionView,
	figures: readonly (readonly number[])[],
	{
		id,
		caption,
		decimals,
	}: { readonly id: string; readonly caption: string; readonly decimals: number | null },
): TableBlock {
	const { study, names } = view;
	const { locale } = names;
	return {
		kind: 'table',
		id,
		caption,
		columns: [
			{ label: m.decision_results_criterion({}, { locale }), align: 'left' },
			...study.alternatives.map((_, row) => ({ label: alternativeName(view, row), align: 'right' as const })),
		],
		rows: study.criteria.map(({ unit }, column) => ({
			cells: [
				textCell(
					unit && decimals === null
						? m.decision_results_with_unit({ name: criterionName(view, column), unit }, { locale })
						: criterionName(view, column),
				),
				...figures.map((row) =>
					decimals === null
						? numberCell(row[column] as number, locale, 4)
						: fixedCell(row[column] as number, locale, decimals),
				),
			],
		})),
	};
}

/** The options taken, as a list. */
export function optionBlocks(view: DecisionView): Block[] {
	const { locale } = view.names;
	return [
		{ kind: 'heading', level: 1, text: m.decision_results_basis_heading({}, { locale }) },
		{ kind: 'list', ordered: false, items: optionSentences(view) },
	];
}

/** Weights, data, and the indices made of them. */
export function dataBlocks(view: DecisionView): Block[] {
	const { study, names } = view;
	const { locale } = names;
	const caption =
		study.respondents.length > 1
			? m.decision_results_matrix_table({}, { locale })
			: m.decision_results_matrix_table_one({}, { locale });
	return [
		weightTable(view),
		figuresTable(view, study.matrix, { id: 'data', caption, decimals: null }),
		...(study.indexBy === 'given'
			? []
			: [
					figuresTable(view, study.index, {
						id: 'index',
						caption: m.decision_results_index_table({}, { locale }),
						decimals: 2,
					}),
				]),
	];
}
