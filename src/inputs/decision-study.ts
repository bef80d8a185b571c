/**
 * A decision sheet as numbers: the table of everybody, the index every criterion is brought to, and the weights.
 * What is missing is a located problem, and the rest is worked out without it, so a sheet may be left half-done.
 */
import { cpi } from '#methods/decision/cpi.ts';
import { byRange, scaled } from '#methods/decision/column-scales.ts';
import { respondentMeans } from '#methods/decision/respondent-means.ts';
import type { Direction } from '#methods/decision/ranking-input.ts';
import { readCells, type ReadCells } from './decision-cells.ts';
import type { DecisionContent } from './decision-content.ts';
import type { StudyProblem } from './decision-problem.ts';
import { weighedCriteria, type WeightedSet } from './decision-weights.ts';
import { readNumber } from './number-reader.ts';

/** A group, or a criterion that stands alone: what the first level of weights is about. */
export interface StudyPart {
	readonly id: string;
	/** As typed; may be empty. */
	readonly name: string;
	readonly isGroup: boolean;
	/** Columns, counted from 0. */
	readonly columns: readonly number[];
}

export interface DecisionStudy {
	readonly alternatives: readonly { readonly id: string; readonly name: string }[];
	readonly criteria: readonly {
		readonly id: string;
		readonly name: string;
		readonly unit: string;
		readonly direction: Direction;
	}[];
	readonly parts: readonly StudyPart[];
	readonly respondents: readonly {
		readonly id: string;
		readonly name: string;
		readonly voice: number;
		/** One a criterion; null for one who did not weigh. */
		readonly weights: readonly number[] | null;
	}[];
	/** Means over the respondents, as typed in their units. */
	readonly matrix: readonly (readonly number[])[];
	/** For the matrix: an index counts upwards whatever it was made from. */
	readonly directions: readonly Direction[];
	/** Every criterion brought to one scale on which more is better. */
	readonly index: readonly (readonly number[])[];
	/** How: `given` indices, the `cpi`, or `range` (0 worst, 100 best) where a figure of 0 or less has no CPI. */
	readonly indexBy: 'given' | 'cpi' | 'range';
	/** One a criterion, sum 1. */
	readonly weights: readonly number[];
	/** One a part, sum 1. */
	readonly partWeights: readonly number[];
	/** Index of every alternative on every part: weighted inside the part. */
	readonly partIndex: readonly (readonly number[])[];
	/** Weighted index, higher is better. */
	readonly scores: readonly number[];
	readonly sets: readonly WeightedSet[];
	readonly weighing: DecisionContent['weighing'];
	readonly respondentOrder: DecisionContent['respondentOrder'];
	readonly cpiReference: DecisionContent['cpiReference'];
}

export interface StudyReading {
	/** Null while there are fewer than two complete alternatives or no criterion. */
	readonly study: DecisionStudy | null;
	readonly problems: readonly StudyProblem[];
}

/** Respondents that say nothing leave no trace; the voice of each is 1 unless typed. */
function voicesOf({ respondents }: DecisionContent, problems: StudyProblem[]): number[] {
	return respondents.map(({ id, voice }) => {
		if (voice.trim() === '') return 1;
		const { value } = readNumber(voice, { arithmetic: true });
		if (value !== null && value >= 0) return value;
		problems.push({ code: 'VOICE_UNREADABLE', respondent: id, text: voice });
		return 1;
	});
}

type Cells = Pick<ReadCells, 'tables' | 'means' | 'criteria'>;
type Table = readonly (readonly number[])[];

/** One column as CPI index; null when a figure has no ratio. */
function indexColumn(
	values: readonly number[],
	direction: Direction,
	reference: 'min' | 'first',
): number[] | null {
	const matrix = values.map((value) => [value]);
	const answer = cpi.compute({ matrix, weights: [1], directions: [direction], parameters: { reference } });
	return answer.result ? answer.result.transformed.map(([value]) => value as number) : null;
}

/** The CPI of the means, or the mean of everybody's CPI; null when some figure has none. */
function cpiTable(
	content: DecisionContent,
	cells: Cells,
	voices: readonly number[],
	problems: StudyProblem[],
) {
	const { cpiReference, respondentOrder, respondents } = content;
	const many = respondents.length > 1 && respondentOrder === 'transform-first';
	const columns = cells.criteria.map(({ direction, id }, column) => {
		const means = cells.means.map((row) => row[column] as number);
		if (!many) return indexColumn(means, direction, cpiReference);
		const lists = cells.tables.map((table) => table.map((row) => row[column] ?? null));
		const complete = lists.map((list) => (list.includes(null) ? null : (list as number[])));
		if (complete.every((list) => list === null)) return indexColumn(means, direction, cpiReference);
		complete.forEach((list, index) => {
			const respondent = respondents[index]?.id ?? '';
			if (list === null && lists[index]?.some((value) => value !== null))
				problems.push({ code: 'RESPONDENT_LEFT_OUT', criterion: id, respondent });
		});
		const indexed = complete.map((list) => list && indexColumn(list, direction, cpiReference));
		if (indexed.some((list, index) => list === null && complete[index] !== null)) return null;
		const tables = indexed.map((list) => means.map((_, row) => [list?.[row] ?? null]));
		const mean = respondentMeans(tables, voices).map(([value]) => value ?? null);
		return mean.includes(null) ? indexColumn(means, direction, cpiReference) : (mean as number[]);
	});
	if (columns.some((column) => column === null)) return null;
	return cells.means.map((_, row) => columns.map((column) => (column as number[])[row] as number));
}

function notPositive(
	{ means, criteria }: Cells,
	alternatives: readonly { readonly id: string }[],
): StudyProblem[] {
	return means.flatMap((row, index) =>
		row.flatMap((value, column): StudyProblem[] =>
			value > 0
				? []
				: [
						{
							code: 'CELL_NOT_POSITIVE',
							alternative: alternatives[index]?.id ?? '',
							criterion: criteria[column]?.id ?? '',
							params: { value },
						},
					],
		),
	);
}

const timesHundred = (table: Table): Table => table.map((row) => row.map((value) => value * 100));
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function partsOf(content: DecisionContent, criteria: ReadCells['criteria']): StudyPart[] {
	const grouped = content.groups.map(({ id, name }) => ({
		id,
		name,
		isGroup: true,
		columns: criteria.flatMap((criterion, column) => (criterion.group === id ? [column] : [])),
	}));
	const known = new Set(content.groups.map(({ id }) => id));
	const alone = criteria.flatMap(({ id, name, group }, column) =>
		known.has(group) ? [] : [{ id, name, isGroup: false, columns: [column] }],
	);
	return [...grouped.filter(({ columns }) => columns.length > 0), ...alone];
}

/** Index on every part under these weights; inside a part that weighs nothing its criteria count the same. */
function partIndexOf(index: Table, parts: readonly StudyPart[], weights: readonly number[]): number[][] {
	const inside = parts.map(({ columns }) => {
		const held = sumOf(columns.map((column) => weights[column] as number));
		return weights.map((weight, column) => {
			if (!columns.includes(column)) return 0;
			return held > 0 ? weight / held : 1 / columns.length;
		});
	});
	return index.map((row) =>
		inside.map((shares) => sumOf(shares.map((share, column) => share * (row[column] as number)))),
	);
}

/** Scores of all alternatives when the parts weigh so much; the weights need not sum to 1. */
export function scoresUnder(study: DecisionStudy, partWeights: readonly number[]): number[] {
	const whole = sumOf(partWeights);
	if (!(whole > 0)) return study.alternatives.map(() => 0);
	return study.partIndex.map((row) =>
		sumOf(row.map((value, part) => (value * (partWeights[part] ?? 0)) / whole)),
	);
}

/** The weights of the parts, sum 1, when one of them weighs `share` and the others keep their ratio. */
export function partMoved(partWeights: readonly number[], part: number, share: number): number[] {
	const others = partWeights.length - 1;
	if (others === 0) return [1];
	const rest = sumOf(partWeights.filter((_, at) => at !== part));
	return partWeights.map((weight, at) => {
		if (at === part) return share;
		return (1 - share) * (rest > 0 ? weight / rest : 1 / others);
	});
}

/** Reads a sheet. Never throws; every number in the study is finite. */
export function decisionStudy(content: DecisionContent): StudyReading {
	const problems: StudyProblem[] = [];
	const voices = voicesOf(content, problems);
	const cells = readCells(content, voices, problems);
	const { alternatives, criteria, means } = cells;
	if (criteria.length === 0) return { study: null, problems: [...problems, { code: 'NO_CRITERIA' }] };
	if (alternatives.length < 2)
		return { study: null, problems: [...problems, { code: 'TOO_FEW_ALTERNATIVES' }] };
	const weighed = weighedCriteria({ ...content, criteria }, voices, problems);
	const given = content.cellKind === 'index';
	const directions = criteria.map(({ direction }): Direction => (given ? 'benefit' : direction));
	const byCpi = given ? null : cpiTable(content, cells, voices, problems);
	if (!given && byCpi === null) problems.push(...notPositive(cells, alternatives));
	const index = given ? means : (byCpi ?? timesHundred(scaled(means, directions, byRange).matrix));
	const parts = partsOf(content, criteria);
	const weights = criteria.map(({ id }) => weighed.shareOf.get(id) ?? 0);
	const partWeights = parts.map(({ columns }) => sumOf(columns.map((column) => weights[column] ?? 0)));
	const partIndex = partIndexOf(index, parts, weights);
	const study: DecisionStudy = {
		alternatives: alternatives.map(({ id, name }) => ({ id, name: name.trim() })),
		criteria: criteria.map(({ id, name, unit }, column) => ({
			id,
			name: name.trim(),
			unit: unit.trim(),
			direction: directions[column] as Direction,
		})),
		parts,
		respondents: content.respondents.map(({ id, name }, at) => ({
			id,
			name: name.trim(),
			voice: voices[at] as number,
			weights: weighed.byRespondent[at] ?? null,
		})),
		matrix: means,
		directions,
		index,
		indexBy: given ? 'given' : byCpi ? 'cpi' : 'range',
		weights,
		partWeights,
		partIndex,
		scores: partIndex.map((row) => sumOf(row.map((value, part) => value * (partWeights[part] as number)))),
		sets: weighed.sets,
		weighing: content.weighing,
		respondentOrder: content.respondentOrder,
		cpiReference: content.cpiReference,
	};
	if (given) problems.push(...bothSides(study));
	return { study, problems };
}

/** An index is 100 at its reference: the smallest figure, or for a cost the largest; a column on both sides is neither. */
function bothSides({ index, criteria }: DecisionStudy): StudyProblem[] {
	const room = 0.5;
	return criteria.flatMap(({ id }, column): StudyProblem[] => {
		const values = index.map((row) => row[column] as number);
		const [least, most] = [Math.min(...values), Math.max(...values)];
		if (least >= 100 - room || most <= 100 + room) return [];
		return [{ code: 'INDEX_BOTH_SIDES', criterion: id, params: { least, most } }];
	});
}
