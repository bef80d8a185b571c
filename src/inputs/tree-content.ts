/**
 * What a product tree holds: one raw material, what is made of it and of what that leaves, and the scores by which
 * products are screened. Texts as typed. The same product may come from two materials: then it has two rows.
 */
import { choiceFrom, listFrom, recordFrom, textFrom, type ToolContent } from './tool-content.ts';

export const productKinds = ['product', 'intermediate', 'by-product', 'waste', 'service'] as const;
export type ProductKind = (typeof productKinds)[number];

export interface TreeCriterion {
	readonly name: string;
}

export interface TreeRow {
	readonly name: string;
	/** `treeKey` of what it is made from; the root's own key for the first level. */
	readonly from: string;
	readonly kind: ProductKind;
	/** Units of this from one unit of `from`; empty while nobody measured it. */
	readonly yield: string;
	readonly unit: string;
	/** Rupiah of value added per unit of `from`; empty while it was not worked out. */
	readonly valueAdded: string;
	/** By the number of the criterion: 1 to 5, as typed. */
	readonly scores: readonly string[];
}

export interface TreeContent {
	readonly title: string;
	readonly source: string;
	readonly root: string;
	readonly rootUnit: string;
	readonly criteria: readonly TreeCriterion[];
	/** The least score on every criterion that still passes; 3 unless typed. */
	readonly pass: string;
	readonly rows: readonly TreeRow[];
}

export const mostTreeRows = 60;
export const mostTreeCriteria = 8;
/** Criteria of a sheet whose own were not changed. */
export const usualCriteria = 4;

export const emptyTreeRow: TreeRow = {
	name: '',
	from: '',
	kind: 'product',
	yield: '',
	unit: 'kg',
	valueAdded: '',
	scores: [],
};

/** Names one node: spaces and capitals do not make another product of it. */
export function treeKey(name: string): string {
	return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

export const treeContent: ToolContent<TreeContent> = {
	tool: 'tree',
	version: 1,
	empty: () => ({
		title: '',
		source: '',
		root: '',
		rootUnit: 'kg',
		criteria: [],
		pass: '',
		rows: [emptyTreeRow, emptyTreeRow],
	}),
	read(value) {
		const from = recordFrom(value);
		if (!Array.isArray(from.rows)) return null;
		return {
			title: textFrom(from.title),
			source: textFrom(from.source, 500),
			root: textFrom(from.root),
			rootUnit: textFrom(from.rootUnit, 40),
			criteria: listFrom(from.criteria, mostTreeCriteria, (entry) => ({
				name: textFrom(recordFrom(entry).name),
			})),
			pass: textFrom(from.pass, 20),
			rows: listFrom(from.rows, mostTreeRows, (entry) => {
				const one = recordFrom(entry);
				return {
					name: textFrom(one.name),
					from: textFrom(one.from),
					kind: choiceFrom(one.kind, productKinds, 'product'),
					yield: textFrom(one.yield),
					unit: textFrom(one.unit, 40),
					valueAdded: textFrom(one.valueAdded),
					scores: listFrom(one.scores, mostTreeCriteria, (score) => textFrom(score, 20)),
				};
			}),
		};
	},
	title: ({ title, root }) => title.trim() || root.trim(),
	blank: ({ title, source, root, rows, criteria }) =>
		[
			title,
			source,
			root,
			...criteria.map(({ name }) => name),
			...rows.flatMap(({ name, from, yield: output, valueAdded, scores }) => [
				name,
				from,
				output,
				valueAdded,
				...scores,
			]),
		].every((text) => text.trim() === ''),
};
