/** A product tree as figures: what each row is made from, its yield and value added, and its scores. */
import type { ProductProcess } from '#methods/programme/product-tree.ts';
import { readColumn } from './number-reader.ts';
import type { NumberReading } from './number-reading.ts';
import { treeKey, usualCriteria, type ProductKind, type TreeContent } from './tree-content.ts';

export const lowestScore = 1;
export const highestScore = 5;
const usualPass = 3;

export interface TreeProblem {
	readonly code: 'refused' | 'negative-yield' | 'score' | 'gone' | 'twice';
	readonly row: number;
	readonly name: string;
	readonly text?: string;
}

export interface TreeNode {
	/** Index in the sheet. */
	readonly row: number;
	readonly key: string;
	readonly name: string;
	readonly from: string;
	readonly kind: ProductKind;
	readonly yield: number | null;
	readonly unit: string;
	readonly valueAdded: number | null;
	/** One a criterion; null where nothing was given. */
	readonly scores: readonly (number | null)[];
}

export interface TreeStudy {
	readonly rootKey: string;
	readonly rootName: string;
	readonly rootUnit: string;
	readonly nodes: readonly TreeNode[];
	readonly processes: readonly ProductProcess[];
	readonly criteria: number;
	readonly pass: number;
	readonly problems: readonly TreeProblem[];
}

/** No name a person types can be this one: it stands for a root that has no name yet. */
const namelessRoot = '\u0000';

/** Reads the sheet. Rows without a name are passed over. */
export function treeStudy(content: TreeContent): TreeStudy {
	const problems: TreeProblem[] = [];
	const rootKey = treeKey(content.root) || namelessRoot;
	const criteria = content.criteria.length || usualCriteria;
	const texts = [content.pass, ...content.rows.flatMap((row) => [row.yield, row.valueAdded, ...row.scores])];
	const read = readColumn(texts, { arithmetic: true }).readings;
	const byText = new Map(texts.map((text, index) => [text, read[index] as NumberReading]));
	const value = (text: string, row: number, name: string): number | null => {
		const reading = byText.get(text);
		if (reading?.status === 'refused') problems.push({ code: 'refused', row, name, text });
		return reading?.value ?? null;
	};
	const named = new Set([rootKey, ...content.rows.map(({ name }) => treeKey(name))]);
	const seen = new Set<string>();
	const nodes = content.rows.flatMap((line, row): TreeNode[] => {
		const [key, name] = [treeKey(line.name), line.name.trim()];
		if (key === '') return [];
		const from = line.from === '' ? rootKey : treeKey(line.from);
		if (!named.has(from)) {
			problems.push({ code: 'gone', row, name, text: line.from });
			return [];
		}
		const edge = `${from}\n${key}`;
		if (seen.has(edge)) {
			problems.push({ code: 'twice', row, name });
			return [];
		}
		seen.add(edge);
		let output = value(line.yield, row, name);
		if (output !== null && output < 0) {
			problems.push({ code: 'negative-yield', row, name, text: line.yield });
			output = null;
		}
		const scores = Array.from({ length: criteria }, (_, index) => {
			const text = line.scores[index] ?? '';
			const score = text === '' ? null : value(text, row, name);
			if (score === null || (score >= lowestScore && score <= highestScore)) return score;
			problems.push({ code: 'score', row, name, text });
			return null;
		});
		return [
			{
				row,
				key,
				name,
				from,
				kind: line.kind,
				yield: output,
				unit: line.unit.trim(),
				valueAdded: value(line.valueAdded, row, name),
				scores,
			},
		];
	});
	const pass = value(content.pass, -1, '') ?? usualPass;
	return {
		rootKey,
		rootName: content.root.trim(),
		rootUnit: content.rootUnit.trim(),
		nodes,
		processes: nodes.map(({ from, key, yield: output, valueAdded }) => ({
			from,
			to: key,
			yield: output,
			valueAdded,
		})),
		criteria,
		pass,
		problems,
	};
}

/** Products that could be made for sale: not what is only a step, and not what is thrown away. */
export function isCandidate({ kind }: TreeNode): boolean {
	return kind === 'product' || kind === 'service' || kind === 'by-product';
}

export interface Screened {
	readonly node: TreeNode;
	/** Of the criteria that have a score; null without any. */
	readonly mean: number | null;
	/** `unknown` while a criterion has no score. */
	readonly outcome: 'passes' | 'fails' | 'unknown';
}

/** The candidates with their scores, the best mean first. One score below the least decides; a gap leaves it open. */
export function screened({ nodes, pass }: TreeStudy): Screened[] {
	const once = nodes.filter(
		(node, index) => isCandidate(node) && nodes.findIndex(({ key }) => key === node.key) === index,
	);
	return once
		.map((node): Screened => {
			const given = node.scores.filter((score) => score !== null);
			const mean = given.length === 0 ? null : given.reduce((sum, score) => sum + score, 0) / given.length;
			const outcome = given.some((score) => score < pass)
				? 'fails'
				: given.length < node.scores.length
					? 'unknown'
					: 'passes';
			return { node, mean, outcome };
		})
		.sort((a, b) => (b.mean ?? -1) - (a.mean ?? -1));
}
