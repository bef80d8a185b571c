/** What a product tree screens by; the editor and the report call it the same. */
import { usualCriteria, type TreeContent } from '#inputs/tree-content.ts';
import { m } from '#words/messages.js';
import type { Locale } from './row-label.ts';

/** The criteria a sheet screens by: its own names, else the four usual ones. */
export function criterionNames({ criteria }: Pick<TreeContent, 'criteria'>, locale: Locale): string[] {
	const usual = [
		m.tree_criterion_labour({}, { locale }),
		m.tree_criterion_material({}, { locale }),
		m.tree_criterion_process({}, { locale }),
		m.tree_criterion_market({}, { locale }),
	];
	if (criteria.length === 0) return usual.slice(0, usualCriteria);
	return criteria.map(
		({ name }, index) => name.trim() || m.tree_criterion_other({ number: index + 1 }, { locale }),
	);
}
