/** How a product tree's parts are called. */
import type { TreeContent, ProductKind } from '#inputs/tree-content.ts';
import { writeNumber } from '#inputs/number-writer.ts';
import { treeStudy, type TreeNode, type TreeStudy } from '#inputs/tree-study.ts';
import { productTree, type ProductTreeResult } from '#methods/programme/product-tree.ts';
import { m } from '#words/messages.js';
import type { Locale } from './row-label.ts';

export interface TreeTelling {
	readonly content: TreeContent;
	readonly study: TreeStudy;
	/** Null while the tree cannot be walked. */
	readonly tree: ProductTreeResult | null;
	readonly locale: Locale;
}

/** The sheet read and its paths worked out. */
export function treeTelling(content: TreeContent, locale: Locale): TreeTelling {
	const study = treeStudy(content);
	const { result } = productTree.compute({ root: study.rootKey, processes: study.processes });
	return { content, study, tree: result ?? null, locale };
}

export function rootName({ study, locale }: TreeTelling): string {
	return study.rootName || m.tree_raw_material({}, { locale });
}

/** Inside a sentence: a small first letter, unless the word is written in capitals. */
export function smallName(name: string): string {
	return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** The name of a node by its key. */
export function nodeName(telling: TreeTelling, key: string): string {
	if (key === telling.study.rootKey) return rootName(telling);
	return telling.study.nodes.find((node) => node.key === key)?.name ?? key;
}

/** The unit of what a node is made from. */
export function unitOf({ study }: TreeTelling, key: string): string {
	if (key === study.rootKey) return study.rootUnit;
	return study.nodes.find((node) => node.key === key)?.unit ?? '';
}

export function kindText(kind: ProductKind, locale: Locale): string {
	return {
		product: () => m.tree_kind_product({}, { locale }),
		intermediate: () => m.tree_kind_intermediate({}, { locale }),
		'by-product': () => m.tree_kind_by_product({}, { locale }),
		waste: () => m.tree_kind_waste({}, { locale }),
		service: () => m.tree_kind_service({}, { locale }),
	}[kind]();
}

/** A by-product or waste: what is left when something else is made. */
export function isSide({ kind }: Pick<TreeNode, 'kind'>): boolean {
	return kind === 'by-product' || kind === 'waste';
}

/** A yield with as many decimals as tell something. */
export function yieldText(value: number, locale: Locale): string {
	return writeNumber(value, locale, { min: 0, max: Math.abs(value) >= 1 ? 2 : 4 });
}
