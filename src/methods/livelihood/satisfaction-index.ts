/** Indeks Kepuasan Masyarakat: satisfaction with a public service, on 25 to 100. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { amount, faultStatus, firstFault, listOf, oneOf, openListOf, text } from '../numeric/input-check.ts';
import type { Check, Fault } from '../numeric/input-check.ts';
import { MOST_ROWS_TRACED, namedStep } from '../numeric/named-step.ts';
import { roundHalfUp } from '../numeric/rounding.ts';

export type ServiceClass = 'A' | 'B' | 'C' | 'D';

export interface SatisfactionInput {
	/** A row for each respondent, a column for each element, 1 to 4; null where not answered. */
	readonly scores?: readonly (readonly (number | null)[])[];
	/** The mean of each element, in place of scores. */
	readonly elementMeans?: readonly number[];
	readonly names?: readonly string[];
	/** `exact`: 1 / elements. `official011`: that rounded to 2 decimals, 0.11 for nine. `exact` unless stated. */
	readonly weighting?: 'exact' | 'official011';
}

export interface SatisfactionElement {
	readonly name: string;
	/** NRR: the mean over those who answered. */
	readonly mean: number;
	/** Respondents who answered; null when only means are given. */
	readonly n: number | null;
	readonly weighted: number;
	readonly serviceClass: ServiceClass;
}

export interface SatisfactionResult {
	/** By the weighting asked for. */
	readonly index: number;
	/** `index` at 2 decimals, which the class is read from. */
	readonly rounded: number;
	readonly serviceClass: ServiceClass;
	readonly indexExact: number;
	readonly indexOfficial011: number;
	readonly weight: number;
	readonly respondents: number | null;
	readonly elements: readonly SatisfactionElement[];
}

/** Classes of an index at 2 decimals: the printed bounds leave gaps such as 64.995. */
export function serviceClass(rounded: number): ServiceClass {
	if (rounded >= 88.31) return 'A';
	if (rounded >= 76.61) return 'B';
	return rounded >= 65 ? 'C' : 'D';
}

const inScale: Check = (value, at) => {
	const fault = amount(value, at);
	if (fault !== null || value == null) return fault;
	return (value as number) >= 1 && (value as number) <= 4 ? null : { reason: 'OUT_OF_SCALE', at };
};

function fault(input: SatisfactionInput): Fault | null {
	const first = firstFault(input, {
		scores: listOf(openListOf(inScale, 200), 100_000),
		elementMeans: listOf(inScale, 200),
		names: listOf(text, 200),
		weighting: oneOf(['exact', 'official011']),
	});
	if (first !== null) return first;
	const { scores, elementMeans, names } = input;
	if (scores != null && elementMeans != null) return { reason: 'GIVEN_TWICE', at: 'elementMeans' };
	const elements = elementMeans?.length ?? scores?.[0]?.length ?? 0;
	if (elements === 0)
		return { reason: 'MISSING_INPUT', at: elementMeans == null ? 'scores' : 'elementMeans' };
	const ragged = (scores ?? []).findIndex((row) => row.length !== elements);
	if (ragged >= 0) return { reason: 'LENGTHS_DIFFER', at: `scores[${ragged}]` };
	return names != null && names.length !== elements ? { reason: 'LENGTHS_DIFFER', at: 'names' } : null;
}

/** Mean and number of answers of each column; a column nobody answered is null. */
function columns(scores: readonly (readonly (number | null)[])[]): ({ mean: number; n: number } | null)[] {
	return Array.from({ length: scores[0]?.length ?? 0 }, (_, column) => {
		let [sum, n] = [0, 0];
		for (const row of scores) {
			const score = row[column];
			if (score == null) continue;
			sum += score;
			n += 1;
		}
		return n === 0 ? null : { mean: sum / n, n };
	});
}

function compute(input: SatisfactionInput): MethodResult<SatisfactionResult> {
	const wrong = fault(input);
	if (wrong !== null) return refused(faultStatus(wrong), wrong.reason, wrong.at);
	const { scores, elementMeans, names } = input;
	const found = scores == null ? (elementMeans ?? []).map((mean) => ({ mean, n: null })) : columns(scores);
	const empty = found.indexOf(null as never);
	if (empty >= 0) return refused('missing-input', 'NO_ANSWERS', `elements[${empty}]`);
	const answered = found as { mean: number; n: number | null }[];
	const exactWeight = 1 / answered.length;
	const officialWeight = roundHalfUp(exactWeight, 2);
	const total = answered.reduce((sum, { mean }) => sum + mean, 0);
	const indexExact = (total / answered.length) * 25;
	const indexOfficial011 = total * officialWeight * 25;
	const official = input.weighting === 'official011';
	const weight = official ? officialWeight : exactWeight;
	const index = official ? indexOfficial011 : indexExact;
	const rounded = roundHalfUp(index, 2);
	const elements = answered.map(({ mean, n }, element): SatisfactionElement => ({
		name: names?.[element] ?? '',
		mean,
		n,
		weighted: mean * weight,
		serviceClass: serviceClass(roundHalfUp(mean * 25, 2)),
	}));
	const result: SatisfactionResult = {
		index,
		rounded,
		serviceClass: serviceClass(rounded),
		indexExact,
		indexOfficial011,
		weight,
		respondents: scores?.length ?? null,
		elements,
	};
	const steps: Step[] = [
		...elements
			.slice(0, MOST_ROWS_TRACED)
			.map(({ mean, n }, element) =>
				namedStep(`elements[${element}].mean`, mean, ['', 'none'], 'sum(scores) / answered', { answered: n }),
			),
		namedStep('weight', weight, ['', 'none'], official ? 'round(1 / elements, 2)' : '1 / elements', {
			elements: elements.length,
		}),
		namedStep('index', index, ['', 'none'], 'sum(mean * weight) * 25', { weight }),
		namedStep('rounded', rounded, ['', 'none'], 'index at 2 decimals, half up', { index }),
	];
	const missing = (scores ?? []).reduce((sum, row) => sum + row.filter((score) => score == null).length, 0);
	const apart = serviceClass(roundHalfUp(indexExact, 2)) !== serviceClass(roundHalfUp(indexOfficial011, 2));
	const warnings: Warning[] = [
		...(missing > 0 ? [{ code: 'ANSWERS_LEFT_OUT', at: 'scores', params: { count: missing } }] : []),
		...(apart ? [{ code: 'CLASS_DEPENDS_ON_WEIGHT', at: 'serviceClass' }] : []),
	];
	return { status: 'ok', result, steps, warnings };
}

/**
 * Community satisfaction index. A score outside 1 to 4 is `OUT_OF_SCALE`, an element nobody answered `NO_ANSWERS`. The
 * class is read after rounding; when the two weights give two classes that is said.
 */
export const satisfactionIndex = method<SatisfactionInput, SatisfactionResult>({
	id: 'satisfaction-index',
	version: 1,
	formula: 'index = sum over elements of mean * weight * 25',
	unit: 'index, 25 to 100',
	source:
		'Peraturan Menteri PANRB No. 14 Tahun 2017, Pedoman Penyusunan Survei Kepuasan Masyarakat Unit Penyelenggara Pelayanan Publik, appendix.',
	variants: {
		exact: 'weight 1 / elements, 1/9 for the nine elements',
		official011: 'weight at two decimals as in the worked example of the regulation, 0.11 for nine elements',
	},
	example: {
		scores: [
			[4, 3, 4, 4, 3, 4, 3, 3, 4],
			[3, 3, 4, null, 3, 3, 3, 4, 4],
			[4, 4, 3, 4, 3, 3, 2, 3, 3],
		],
	},
	compute,
});
