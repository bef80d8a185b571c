/** Edits of a product tree. A product that gets another name keeps what is made of it. */
import { mostTreeCriteria, treeKey, type TreeContent, type TreeRow } from './tree-content.ts';

/** The sheet with its rows replaced; when one row alone was renamed, the rows made from it follow. */
export function withTreeRows(content: TreeContent, rows: readonly TreeRow[]): TreeContent {
	const renamed =
		rows.length === content.rows.length
			? rows.flatMap((row, index) => {
					const [before, after] = [treeKey(content.rows[index]?.name ?? ''), treeKey(row.name)];
					return before !== after && before !== '' ? [{ before, after }] : [];
				})
			: [];
	const [only] = renamed;
	// Another row of the same name still makes it: then nothing has to follow.
	if (renamed.length !== 1 || !only || rows.some(({ name }) => treeKey(name) === only.before))
		return { ...content, rows };
	return {
		...content,
		rows: rows.map((row) => (treeKey(row.from) === only.before ? { ...row, from: only.after } : row)),
	};
}

/** Names of the criteria as typed, each at its place; the usual ones become the sheet's own with the first edit. */
export function withCriterionName(
	content: TreeContent,
	names: readonly string[],
	index: number,
	name: string,
): TreeContent {
	return { ...content, criteria: names.map((old, at) => ({ name: at === index ? name : old })) };
}

/** One more criterion; the same sheet when there is no room. */
export function withMoreCriteria(content: TreeContent, names: readonly string[]): TreeContent {
	if (names.length >= mostTreeCriteria) return content;
	return { ...content, criteria: [...names, ''].map((name) => ({ name })) };
}

/** Without a criterion and its scores; the last one stays. */
export function withoutCriterion(content: TreeContent, names: readonly string[], index: number): TreeContent {
	if (names.length < 2) return content;
	const without = <Value>(list: readonly Value[]) => list.filter((_, at) => at !== index);
	return {
		...content,
		criteria: without(names).map((name) => ({ name })),
		rows: content.rows.map((row) => ({ ...row, scores: without(row.scores) })),
	};
}

/** One score, with empty ones before it where none was given yet. */
export function withScore(row: TreeRow, index: number, text: string): TreeRow {
	const length = Math.max(row.scores.length, index + 1);
	const scores = Array.from({ length }, (_, at) => (at === index ? text : (row.scores[at] ?? '')));
	return { ...row, scores };
}
