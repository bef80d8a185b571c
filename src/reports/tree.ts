/** A product tree as a report: what can be made and what is worth most, the tree, every path, and the screening. */
import type { TreeContent } from '#inputs/tree-content.ts';
import { screened, type TreeProblem } from '#inputs/tree-study.ts';
import { productCycle } from '#methods/programme/product-cycle.ts';
import { productTree } from '#methods/programme/product-tree.ts';
import { m } from '#words/messages.js';
import type { Block, Report } from './block.ts';
import { amountInSentence, listText } from './figure-text.ts';
import type { Locale } from './row-label.ts';
import { mostBoxes, pathTable, screeningTable, treeChart } from './tree-blocks.ts';
import {
	isSide,
	nodeName,
	rootName,
	smallName,
	treeTelling,
	unitOf,
	type TreeTelling,
} from './tree-words.ts';

function problemText({ code, row, name, text = '' }: TreeProblem, locale: Locale): string {
	if (row < 0) return m.tree_problem_pass({ text }, { locale });
	const at = { row: row + 1, name, text };
	return {
		refused: () => m.tree_problem_refused(at, { locale }),
		'negative-yield': () => m.tree_problem_yield(at, { locale }),
		score: () => m.tree_problem_score(at, { locale }),
		gone: () => m.tree_problem_gone(at, { locale }),
		twice: () => m.tree_problem_twice(at, { locale }),
	}[code]();
}

/** How much can be made, and which path adds most. */
function sentence(telling: TreeTelling): string {
	const { study, tree, locale } = telling;
	const names = new Set(
		study.nodes.flatMap(({ kind, key }) => (kind === 'product' || kind === 'service' ? [key] : [])),
	);
	const root = smallName(rootName(telling));
	const valued = (tree?.paths ?? []).flatMap(({ nodes, cumulativeValueAdded }) =>
		cumulativeValueAdded !== null && names.has(nodes.at(-1) ?? '')
			? [{ key: nodes.at(-1) ?? '', amount: cumulativeValueAdded }]
			: [],
	);
	// One figure among several products tells nothing about the others.
	if (valued.length < 2) return m.tree_sentence({ root, count: names.size }, { locale });
	const best = valued.reduce((most, one) => (one.amount > most.amount ? one : most));
	return m.tree_sentence_best(
		{
			root,
			count: names.size,
			name: smallName(nodeName(telling, best.key)),
			amount: amountInSentence(best.amount, locale),
			unit: study.rootUnit,
		},
		{ locale },
	);
}

function questions(telling: TreeTelling): string[] {
	const { study, locale } = telling;
	const yields = study.nodes.flatMap((node) =>
		node.yield !== null
			? []
			: [
					m.tree_ask_yield(
						{
							unit: node.unit,
							name: smallName(node.name),
							fromUnit: unitOf(telling, node.from),
							from: smallName(nodeName(telling, node.from)),
						},
						{ locale },
					),
				],
	);
	const names = (list: readonly { readonly name: string }[]) =>
		listText([...new Set(list.map(({ name }) => smallName(name)))], locale);
	const unvalued = study.nodes.filter(({ kind, valueAdded }) => valueAdded === null && kind === 'product');
	const open = screened(study).filter(({ outcome }) => outcome === 'unknown');
	return [
		...yields,
		...(unvalued.length > 0 ? [m.tree_ask_value_added({ list: names(unvalued) }, { locale })] : []),
		...(open.length > 0
			? [m.tree_ask_scores({ list: names(open.map(({ node }) => node)) }, { locale })]
			: []),
	];
}

function treeBlocks(telling: TreeTelling): Block[] {
	const { study, tree, locale } = telling;
	const root = rootName(telling);
	if (tree === null) {
		const circle = productCycle(study.processes);
		const text = circle
			? m.tree_cycle({ names: circle.map((key) => nodeName(telling, key)).join(' → ') }, { locale })
			: m.tree_no_root({ root }, { locale });
		return [{ kind: 'note', text }];
	}
	const unused = study.nodes.filter(
		(node) => isSide(node) && !study.nodes.some(({ from }) => from === node.key),
	);
	const side = listText([...new Set(unused.map(({ name }) => name))], locale);
	const list = screened(study);
	const scored = list.some(({ mean }) => mean !== null);
	const passed = list.filter(({ outcome }) => outcome === 'passes').map(({ node }) => node);
	const paths = pathTable(telling);
	return [
		{
			kind: 'sentence',
			text: sentence(telling),
			...(side ? { condition: m.tree_side_left({ list: side }, { locale }) } : {}),
		},
		...(tree.truncated || tree.paths.length > mostBoxes
			? [{ kind: 'note' as const, text: m.tree_truncated({ count: mostBoxes }, { locale }) }]
			: []),
		treeChart(telling, new Set(passed.map(({ key }) => key)), paths),
		paths,
		...(scored
			? [
					{
						kind: 'paragraph' as const,
						text:
							passed.length > 0
								? m.tree_shortlist(
										{
											count: passed.length,
											list: listText(
												passed.map(({ name }) => smallName(name)),
												locale,
											),
										},
										{ locale },
									)
								: m.tree_shortlist_none({}, { locale }),
					},
					screeningTable(telling, list),
				]
			: []),
	];
}

/** The report; null while nothing is named that is made from the raw material. */
export function treeReport(
	content: TreeContent,
	{ locale }: { readonly locale: Locale; readonly date?: string },
): Report | null {
	const telling = treeTelling(content, locale);
	const { study } = telling;
	if (study.nodes.length === 0 && study.problems.length === 0) return null;
	const problems = study.problems.map((problem) => problemText(problem, locale));
	const asked = telling.tree === null ? [] : questions(telling);
	return {
		title: content.title.trim() || content.root.trim() || m.tree_untitled({}, { locale }),
		locale,
		blocks: [
			...(study.nodes.length > 0 ? treeBlocks(telling) : []),
			...(problems.length > 0
				? [
						{ kind: 'heading' as const, level: 2 as const, text: m.tree_problems_title({}, { locale }) },
						{ kind: 'list' as const, ordered: false, items: problems },
					]
				: []),
			...(asked.length > 0
				? [
						{ kind: 'heading' as const, level: 1 as const, text: m.tree_questions_title({}, { locale }) },
						{ kind: 'list' as const, ordered: false, items: asked },
					]
				: []),
		],
		sources: [{ id: productTree.id, version: productTree.version, source: productTree.source }],
	};
}
