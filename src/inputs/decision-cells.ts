/** The figures of a decision sheet: each person's table read, and one table of everybody. */
import { respondentMeans } from '#methods/decision/respondent-means.ts';
import type { DecisionAlternative, DecisionContent, DecisionCriterion } from './decision-content.ts';
import type { StudyProblem } from './decision-problem.ts';
import { cellKey } from './decision-siblings.ts';
import { readColumn, scaleDoubt } from './number-reader.ts';

type Table = (number | null)[][];

export interface ReadCells {
	readonly alternatives: readonly DecisionAlternative[];
	readonly criteria: readonly DecisionCriterion[];
	/** One table a respondent, rows alternatives, null where nothing was answered. */
	readonly tables: readonly Table[];
	/** Means over the respondents; every cell is filled. */
	readonly means: readonly (readonly number[])[];
}

/** One criterion for everybody at once, so that a column teaches its own decimal style. */
function readCriterion(
	content: DecisionContent,
	criterion: string,
	problems: StudyProblem[],
): (number | null)[][] {
	const places = content.respondents.flatMap((respondent) =>
		content.alternatives.map((alternative) => ({
			respondent: respondent.id,
			alternative: alternative.id,
			text: respondent.cells[cellKey(alternative.id, criterion)] ?? '',
		})),
	);
	const { readings } = readColumn(
		places.map(({ text }) => text),
		{ arithmetic: true },
	);
	const alone = content.respondents.length === 1;
	const values = readings.map((reading, index) => {
		const { text, alternative, respondent } = places[index] as (typeof places)[number];
		const place = { criterion, alternative, text, ...(alone ? {} : { respondent }) };
		if (reading.status === 'refused') problems.push({ code: 'CELL_UNREADABLE', ...place });
		if (reading.status === 'ambiguous')
			problems.push({ code: 'CELL_AMBIGUOUS', ...place, params: { value: reading.value ?? 0 } });
		return reading.value;
	});
	const width = content.alternatives.length;
	return content.respondents.map((_, index) => values.slice(index * width, (index + 1) * width));
}

function farOff(
	means: readonly (readonly (number | null)[])[],
	{ alternatives, criteria }: Pick<DecisionContent, 'alternatives' | 'criteria'>,
): StudyProblem[] {
	return criteria.flatMap((criterion, column) => {
		const values = means.map((row) => row[column] ?? null);
		return values.flatMap((value, row): StudyProblem[] => {
			const others = values.filter(
				(other, index): other is number => index !== row && other !== null && other !== 0,
			);
			if (value === null || value === 0 || others.length < 2) return [];
			const times = scaleDoubt(value, others);
			if (times === null) return [];
			const alternative = alternatives[row]?.id ?? '';
			return [{ code: 'CELL_FAR_OFF', alternative, criterion: criterion.id, params: { times, value } }];
		});
	});
}

/**
 * Reads every cell. A criterion without any figure is left out, then every alternative that still lacks one; each is a
 * problem. Names that are empty beside empty cells are rows nobody has begun, and are passed over.
 */
export function readCells(
	content: DecisionContent,
	voices: readonly number[],
	problems: StudyProblem[],
): ReadCells {
	const columns = content.criteria.map(({ id }) => readCriterion(content, id, problems));
	const tables = content.respondents.map((_, respondent) =>
		content.alternatives.map((_, row) => columns.map((column) => column[respondent]?.[row] ?? null)),
	);
	const means = respondentMeans(tables, voices);
	const filled = (row: number, column: number): boolean => (means[row]?.[column] ?? null) !== null;
	const begun = content.alternatives.map(
		({ name }, row) => name.trim() !== '' || content.criteria.some((_, column) => filled(row, column)),
	);
	const kept = content.criteria.flatMap(({ id, name }, column) => {
		if (content.alternatives.some((_, row) => filled(row, column))) return [column];
		if (name.trim() !== '') problems.push({ code: 'CRITERION_WITHOUT_DATA', criterion: id });
		return [];
	});
	const rows = content.alternatives.flatMap(({ id }, row) => {
		if (!begun[row]) return [];
		const open = kept.filter((column) => !filled(row, column));
		if (open.length === 0 && kept.length > 0) return [row];
		if (kept.length > 0)
			problems.push({
				code: 'CELLS_MISSING',
				alternative: id,
				criteria: open.map((column) => content.criteria[column]?.id ?? ''),
			});
		return [];
	});
	const part = <Value>(table: readonly (readonly Value[])[]): Value[][] =>
		rows.map((row) => kept.map((column) => table[row]?.[column] as Value));
	const alternatives = rows.map((row) => content.alternatives[row] as DecisionAlternative);
	const criteria = kept.map((column) => content.criteria[column] as DecisionCriterion);
	const read = { alternatives, criteria, tables: tables.map(part), means: part(means) as number[][] };
	if (content.cellKind === 'raw') problems.push(...farOff(read.means, read));
	return read;
}
