/** The tree's drawing, its paths and its screening. */
import type { Screened } from '#inputs/tree-study.ts';
import { writeNumber } from '#inputs/number-writer.ts';
import { m } from '#words/messages.js';
import { productTreeChart, type TreeBox } from '#charts/product-tree.ts';
import type { ChartBlock, TableBlock } from './block.ts';
import { amountInSentence, numberCell, textCell } from './figure-text.ts';
import { criterionNames } from './tree-criteria.ts';
import {
	isSide,
	kindText,
	nodeName,
	rootName,
	smallName,
	unitOf,
	yieldText,
	type TreeTelling,
} from './tree-words.ts';

/** Boxes drawn: a tree with more is read in its table. */
export const mostBoxes = 80;

type Path = NonNullable<TreeTelling['tree']>['paths'][number];

/** The row of the last step of a path. */
function stepOf({ study }: TreeTelling, { nodes }: Path) {
	const [from, key] = nodes.slice(-2);
	return study.nodes.find((node) => node.key === key && node.from === from);
}

function boxesOf(telling: TreeTelling, passed: ReadonlySet<string>): TreeBox[] {
	const { study, tree, locale } = telling;
	const root: TreeBox = { depth: 0, label: rootName(telling), details: [], tone: 'root' };
	const paths = (tree?.paths ?? []).slice(0, mostBoxes);
	return [
		root,
		...paths.flatMap((path): TreeBox[] => {
			const step = stepOf(telling, path);
			if (!step) return [];
			const { cumulativeYield, cumulativeValueAdded } = path;
			const kind = step.kind === 'product' ? '' : kindText(step.kind, locale);
			const amount =
				cumulativeYield === null
					? m.tree_box_yield_unknown({}, { locale })
					: m.tree_box_yield({ amount: yieldText(cumulativeYield, locale), unit: step.unit }, { locale });
			return [
				{
					depth: path.nodes.length - 1,
					label: step.name,
					details: [
						[kind, amount.trim()].filter(Boolean).join(' · '),
						...(cumulativeValueAdded === null
							? []
							: [
									m.tree_box_value_added(
										{ amount: amountInSentence(cumulativeValueAdded, locale) },
										{ locale },
									),
								]),
					],
					tone: passed.has(step.key) ? 'chosen' : isSide(step) ? 'side' : 'product',
				},
			];
		}),
	].filter(({ depth }) => depth === 0 || study.nodes.length > 0);
}

/** The tree; its title counts what can be made. */
export function treeChart(telling: TreeTelling, passed: ReadonlySet<string>, table: TableBlock): ChartBlock {
	const { study, locale, content } = telling;
	const once = study.nodes.filter((node, k) => study.nodes.findIndex(({ key }) => key === node.key) === k);
	const count = once.filter(({ kind }) => kind === 'product' || kind === 'service').length;
	const side = once.filter(isSide).length;
	const root = smallName(rootName(telling));
	const alt = m.tree_chart_alt(
		{
			root,
			list: study.nodes
				.map(({ name, from }) =>
					m.tree_chart_alt_item({ name, from: smallName(nodeName(telling, from)) }, { locale }),
				)
				.join('; '),
		},
		{ locale },
	);
	const unit = study.rootUnit;
	const source = content.source.trim().replace(/\.$/, '');
	return {
		kind: 'chart',
		id: 'tree',
		title:
			side > 0
				? m.tree_chart_title({ count, side, root }, { locale })
				: m.tree_chart_title_plain({ count, root }, { locale }),
		subtitle:
			passed.size > 0
				? m.tree_chart_subtitle_chosen({ unit, root }, { locale })
				: m.tree_chart_subtitle({ unit, root }, { locale }),
		foot: source ? m.tree_foot_source({ source }, { locale }) : '',
		...productTreeChart({
			boxes: boxesOf(telling, passed),
			alt,
			noData: m.reports_no_data({}, { locale }),
		}),
		alt,
		table,
	};
}

/** Every path with its yield and value added on the basis of the raw material. */
export function pathTable(telling: TreeTelling): TableBlock {
	const { study, tree, locale, content } = telling;
	return {
		kind: 'table',
		id: 'paths',
		caption: m.tree_paths({ unit: study.rootUnit, root: smallName(rootName(telling)) }, { locale }),
		columns: [
			{ label: m.tree_path({}, { locale }), align: 'left' },
			{ label: m.tree_kind({}, { locale }), align: 'left' },
			{ label: m.tree_cumulative_yield({}, { locale }), align: 'right' },
			{ label: m.tree_unit({}, { locale }), align: 'left' },
			{ label: m.tree_cumulative_value({}, { locale }), align: 'right' },
		],
		rows: (tree?.paths ?? []).flatMap((path) => {
			const step = stepOf(telling, path);
			if (!step) return [];
			return [
				{
					cells: [
						textCell(path.nodes.map((key) => nodeName(telling, key)).join(' → ')),
						textCell(kindText(step.kind, locale)),
						numberCell(path.cumulativeYield, locale, 4),
						textCell(step.unit || unitOf(telling, step.from)),
						numberCell(path.cumulativeValueAdded, locale, 2),
					],
				},
			];
		}),
		...(content.source.trim() ? { source: content.source.trim() } : {}),
	};
}

/** Scores, their mean and whether each candidate passes. */
export function screeningTable(telling: TreeTelling, list: readonly Screened[]): TableBlock {
	const { study, locale, content } = telling;
	const outcome = {
		passes: m.tree_passes({}, { locale }),
		fails: m.tree_fails({}, { locale }),
		unknown: m.tree_unknown({}, { locale }),
	};
	return {
		kind: 'table',
		id: 'screening',
		caption: m.tree_screening({ pass: writeNumber(study.pass, locale, { min: 0, max: 2 }) }, { locale }),
		columns: [
			{ label: m.tree_name({}, { locale }), align: 'left' },
			...criterionNames(content, locale).map((label) => ({ label, align: 'right' as const })),
			{ label: m.tree_mean({}, { locale }), align: 'right' },
			{ label: m.tree_outcome({}, { locale }), align: 'left' },
		],
		rows: list.map((one) => ({
			cells: [
				textCell(one.node.name, one.outcome === 'passes'),
				...one.node.scores.map((score) => numberCell(score, locale, 2)),
				numberCell(one.mean, locale, 2),
				textCell(outcome[one.outcome]),
			],
		})),
	};
}
