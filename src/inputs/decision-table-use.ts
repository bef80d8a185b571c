/** A table that was read, put into a decision sheet: names that are there already keep their place and their answers. */
import type { DecisionContent } from './decision-content.ts';
import {
	changedCriterion,
	changedRespondent,
	withAlternative,
	withCriterion,
	withGroup,
	withWeights,
} from './decision-edits.ts';
import { cellKey, siblingSets } from './decision-siblings.ts';
import type { DecisionTable } from './decision-table.ts';
import { readColumn } from './number-reader.ts';
import { plainNumberText } from './plain-number-text.ts';

const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

/** The first entry of this name that was not matched yet: two columns may be called alike under two aspects. */
function match<Entry extends { readonly id: string; readonly name: string }>(
	entries: readonly Entry[],
	name: string,
	taken: Set<string>,
): Entry | undefined {
	const found = entries.find((entry) => !taken.has(entry.id) && same(entry.name, name));
	if (found) taken.add(found.id);
	return found;
}

/** Entries without a name were only begun: the table takes their place. */
function withoutUnnamed(content: DecisionContent): DecisionContent {
	return {
		...content,
		alternatives: content.alternatives.filter(({ name, note }) => `${name}${note}`.trim() !== ''),
		criteria: content.criteria.filter(({ name }) => name.trim() !== ''),
	};
}

const isWhole = (sum: number) => [1, 100].some((whole) => Math.abs(sum - whole) <= 0.005 * whole);
const share = (part: number, whole: number) => plainNumberText(Math.round((part / whole) * 1e8) / 1e6);

/**
 * Weights of the table as direct weights. Under aspects they may be shares of the aspect, or of the whole: then an
 * aspect weighs what its criteria weigh together, and each criterion is written as percent of its aspect.
 */
function withTableWeights(
	content: DecisionContent,
	respondent: string,
	texts: ReadonlyMap<string, string>,
): DecisionContent {
	const { readings } = readColumn([...texts.values()]);
	const values = new Map([...texts.keys()].map((id, index) => [id, readings[index]?.value ?? null]));
	const groups = siblingSets(content)
		.filter(({ parent }) => parent !== '')
		.map(({ parent, members }) => {
			const given = members.map(({ id }) => ({ id, value: values.get(id) ?? null }));
			return { parent, given, sum: given.reduce((total, { value }) => total + (value ?? 0), 0) };
		});
	const whole = groups.reduce((total, { sum }) => total + sum, 0);
	const numbers: Record<string, string> = Object.fromEntries(texts);
	if (!groups.every(({ sum }) => isWhole(sum)))
		for (const { parent, given, sum } of groups) {
			if (sum <= 0) continue;
			numbers[parent] = isWhole(whole) && whole < 2 ? share(sum, 1) : plainNumberText(sum);
			for (const { id, value } of given) if (value !== null) numbers[id] = share(value, sum);
		}
	return {
		...withWeights(content, respondent, (weights) => ({
			...weights,
			numbers: { ...weights.numbers, ...numbers },
		})),
		weighing: 'direct',
	};
}

/** The sheet with the table's alternatives, criteria, figures of one respondent, and weights where they are printed. */
export function withTable(
	content: DecisionContent,
	respondent: string,
	table: DecisionTable,
): DecisionContent {
	let next = withoutUnnamed(content);
	const taken = new Set<string>();
	const weights = new Map<string, string>();
	const columns = table.criteria.map(({ name, group, unit, direction, weight }) => {
		let parent = group === '' ? undefined : next.groups.find((one) => same(one.name, group));
		if (group !== '' && !parent) {
			next = withGroup(next, group);
			parent = next.groups.find((one) => same(one.name, group));
		}
		const inGroup = next.criteria.filter((one) => !parent || one.group === parent.id);
		let criterion = match(inGroup, name, taken);
		if (!criterion) {
			const before = next;
			next = withCriterion(next, { name, group: parent?.id ?? '' });
			criterion = next === before ? undefined : next.criteria.at(-1);
			if (criterion) taken.add(criterion.id);
		}
		if (!criterion) return null;
		const said = { ...(unit ? { unit } : {}), ...(direction ? { direction } : {}) };
		next = changedCriterion(next, criterion.id, said);
		if (weight !== '') weights.set(criterion.id, weight);
		return criterion.id;
	});
	const cells: Record<string, string> = {};
	for (const row of table.alternatives) {
		let alternative = match(next.alternatives, row.name, taken);
		if (!alternative) {
			const before = next;
			next = withAlternative(next, row.name);
			alternative = next === before ? undefined : next.alternatives.at(-1);
			if (alternative) taken.add(alternative.id);
		}
		const id = alternative?.id;
		row.cells.forEach((text, column) => {
			const criterion = columns[column];
			if (id && criterion) cells[cellKey(id, criterion)] = text;
		});
	}
	const filled = changedRespondent(next, respondent, (one) => ({
		...one,
		cells: { ...one.cells, ...cells },
	}));
	const kind = table.isIndex ? { ...filled, cellKind: 'index' as const } : filled;
	return weights.size === 0 ? kind : withTableWeights(kind, respondent, weights);
}
