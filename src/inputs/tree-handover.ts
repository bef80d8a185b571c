/** From a product tree to the tools that go on: a value-added sheet of one product, a decision between several. */
import { decisionContent, type DecisionContent } from './decision-content.ts';
import { withTable } from './decision-table-use.ts';
import { plainNumberText } from './plain-number-text.ts';
import type { TreeContent } from './tree-content.ts';
import type { TreeNode, TreeStudy } from './tree-study.ts';
import { emptyProduct, emptySheet, type ValueAddedSheet } from './value-added-sheet.ts';

/** A sheet with the raw material and the yield filled in: one unit of what the product is made from. */
export function valueAddedFrom(content: TreeContent, study: TreeStudy, node: TreeNode): ValueAddedSheet {
	const from = study.nodes.find(({ key }) => key === node.from);
	const product = emptyProduct();
	return {
		...emptySheet(),
		title: node.name,
		source: content.source.trim(),
		products: [
			{
				...product,
				name: node.name,
				rawMaterialName: from?.name ?? study.rootName,
				rawMaterialUnit: from?.unit || study.rootUnit || product.rawMaterialUnit,
				outputUnit: node.unit || product.outputUnit,
				cells: {
					...product.cells,
					...(node.yield === null ? {} : { rawMaterial: '1', output: plainNumberText(node.yield) }),
				},
			},
		],
	};
}

/** A decision whose alternatives are these products; scores and, where all have one, the value added are its data. */
export function decisionFrom(
	title: string,
	nodes: readonly TreeNode[],
	criteria: readonly string[],
	valueAdded: { readonly name: string; readonly unit: string },
): DecisionContent {
	const scored = criteria.flatMap((name, index) =>
		nodes.some(({ scores }) => scores[index] != null) ||
		nodes.every(({ scores }) => scores.every((one) => one === null))
			? [{ name, index }]
			: [],
	);
	// Value added per unit of different materials says nothing about which product is better.
	const comparable =
		new Set(nodes.map(({ from }) => from)).size === 1 && nodes.every((node) => node.valueAdded !== null);
	const bare = { group: '', weight: '', direction: 'benefit' as const };
	const empty = decisionContent.empty();
	return {
		...withTable(empty, empty.respondents[0]?.id ?? 'r1', {
			criteria: [
				...scored.map(({ name }) => ({ ...bare, name, unit: '1–5' })),
				...(comparable ? [{ ...bare, ...valueAdded }] : []),
			],
			alternatives: nodes.map((node) => ({
				name: node.name,
				cells: [
					...scored.map(({ index }) => {
						const score = node.scores[index];
						return score == null ? '' : plainNumberText(score);
					}),
					...(comparable ? [plainNumberText(node.valueAdded ?? Number.NaN)] : []),
				],
			})),
			isIndex: false,
			turned: false,
			left: [],
		}),
		title,
	};
}
