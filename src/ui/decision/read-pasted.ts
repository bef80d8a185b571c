/** Says how a pasted decision table was read, before anything of it is used. */
import type { DecisionContent } from '#inputs/decision-content.ts';
import { readDecisionTable, type DecisionTable } from '#inputs/decision-table.ts';
import { readColumn } from '#inputs/number-reader.ts';
import type { ReadPasted } from '#ui/tool/PasteBox.svelte';
import { m } from '#words/messages.js';

const list = (names: readonly string[]) => names.join(', ');

function sentences(table: DecisionTable): string[] {
	const groups = [...new Set(table.criteria.map(({ group }) => group).filter(Boolean))];
	const weighted = table.criteria.filter(({ weight }) => weight !== '').length;
	const costs = table.criteria.filter(({ direction }) => direction === 'cost').map(({ name }) => name);
	const unread = table.criteria.flatMap(({ name }, column) => {
		const texts = table.alternatives.map(({ cells }) => cells[column] ?? '');
		const { readings } = readColumn(texts);
		return readings.flatMap(({ status, text }, row) =>
			status === 'refused'
				? [m.decision_read_refused({ text, name, alternative: table.alternatives[row]?.name ?? '' })]
				: [],
		);
	});
	return [
		m.decision_read_alternatives({
			count: table.alternatives.length,
			names: list(table.alternatives.map(({ name }) => name)),
		}),
		m.decision_read_criteria({
			count: table.criteria.length,
			names: list(table.criteria.map(({ name }) => name)),
		}),
		...(groups.length > 0 ? [m.decision_read_groups({ names: list(groups) })] : []),
		...(table.turned ? [m.decision_read_turned()] : []),
		...(weighted > 0 ? [m.decision_read_weights({ count: weighted })] : []),
		...(costs.length > 0 ? [m.decision_read_costs({ names: list(costs) })] : []),
		...(table.isIndex ? [m.decision_read_index()] : []),
		...(table.left.length > 0 ? [m.decision_read_left({ names: list(table.left) })] : []),
		...unread.slice(0, 5),
	];
}

/** A reader for the paste box; the sheet's own names settle which side of a bare table holds the alternatives. */
export function decisionReader(content: DecisionContent): ReadPasted<DecisionTable> {
	const known = {
		alternatives: content.alternatives.map(({ name }) => name),
		criteria: content.criteria.map(({ name }) => name),
	};
	return (workbook) => {
		const table = readDecisionTable(workbook, known);
		return table
			? { said: sentences(table), content: table }
			: { said: [m.decision_read_nothing()], content: null };
	};
}
