/** Whether a printed mean of whole-number scores is possible for a number of respondents, and for which numbers it is. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import {
	anyNumber,
	count,
	faultStatus,
	firstFault,
	listOf,
	oneOf,
	required,
} from '../numeric/input-check.ts';
import { MOST_ROWS_TRACED, namedStep } from '../numeric/named-step.ts';
import { roundHalfEven, roundHalfUp, truncateTo } from '../numeric/rounding.ts';

export type GrimRounding = 'half-up' | 'half' | 'any';

export interface GrimInput {
	/** Means as printed, all from the same respondents. */
	readonly means: readonly number[];
	/** Decimals they are printed with; 2 unless stated. */
	readonly decimals?: number | null;
	/** The number of respondents the text gives. */
	readonly n?: number | null;
	/** Whole-number items averaged within a respondent; 1 unless stated. */
	readonly items?: number | null;
	/** Largest number of respondents tried; 100 unless stated. */
	readonly maxN?: number | null;
	/** `half`: half to even counts too. `any`: cut off as well. `half-up` unless stated. */
	readonly rounding?: GrimRounding;
}

export interface GrimMean {
	readonly mean: number;
	/** Null unless n is given. */
	readonly possible: boolean | null;
	/** The nearest mean n respondents can have, unrounded; null unless n is given. */
	readonly nearest: number | null;
	/** Respondents this mean alone is possible with, up to maxN. */
	readonly possibleN: readonly number[];
}

export interface GrimResult {
	/** Whether all means are possible for n; null unless n is given. */
	readonly possible: boolean | null;
	/** Numbers of respondents up to maxN that all means are possible with. */
	readonly possibleN: readonly number[];
	readonly impossibleMeans: number;
	readonly means: readonly GrimMean[];
	readonly decimals: number;
}

const roundings = {
	'half-up': [roundHalfUp],
	half: [roundHalfUp, roundHalfEven],
	any: [roundHalfUp, roundHalfEven, truncateTo],
} as const;

/** Whether some whole sum over `parts` answers rounds to the printed mean. */
export function isPossibleMean(
	mean: number,
	parts: number,
	decimals: number,
	rounding: GrimRounding,
): boolean {
	const ways = roundings[rounding];
	const middle = Math.round(mean * parts);
	const reach = Math.min(50, Math.ceil(parts * 10 ** -decimals) + 1);
	for (let sum = middle - reach; sum <= middle + reach; sum += 1)
		if (ways.some((way) => way(sum / parts, decimals) === mean)) return true;
	return false;
}

function fault(input: GrimInput) {
	const first = firstFault(input, {
		means: required(listOf(anyNumber, 1000)),
		decimals: count(0, 6),
		n: count(1, 1_000_000),
		items: count(1, 1000),
		maxN: count(1, 1000),
		rounding: oneOf(['half-up', 'half', 'any']),
	});
	if (first !== null) return first;
	const { means } = input;
	if (means.length === 0) return { reason: 'MISSING_INPUT', at: 'means' };
	const long = means.findIndex((mean) => roundHalfUp(mean, input.decimals ?? 2) !== mean + 0);
	if (long >= 0) return { reason: 'MORE_DECIMALS', at: `means[${long}]` };
	const large = means.findIndex((mean) => Math.abs(mean) > 1e6);
	return large < 0 ? null : { reason: 'OUT_OF_RANGE', at: `means[${large}]` };
}

function compute(input: GrimInput): MethodResult<GrimResult> {
	const wrong = fault(input);
	if (wrong !== null) return refused(faultStatus(wrong), wrong.reason, wrong.at);
	const decimals = input.decimals ?? 2;
	const items = input.items ?? 1;
	const rounding = input.rounding ?? 'half-up';
	const n = input.n ?? null;
	const tried = Array.from({ length: input.maxN ?? 100 }, (_, index) => index + 1);
	const byMean = new Map<number, GrimMean>();
	const means = input.means.map((mean): GrimMean => {
		const known = byMean.get(mean);
		if (known !== undefined) return known;
		const judged: GrimMean = {
			mean,
			possible: n === null ? null : isPossibleMean(mean + 0, n * items, decimals, rounding),
			nearest: n === null ? null : Math.round(mean * n * items) / (n * items) + 0,
			possibleN: tried.filter((count) => isPossibleMean(mean + 0, count * items, decimals, rounding)),
		};
		byMean.set(mean, judged);
		return judged;
	});
	const sets = means.map(({ possibleN }) => new Set(possibleN));
	const possibleN = tried.filter((count) => sets.every((set) => set.has(count)));
	const impossibleMeans = means.filter(({ possible }) => possible === false).length;
	const possible = n === null ? null : impossibleMeans === 0;
	const plain = ['', 'none'] as const;
	const steps: Step[] = [
		...(n === null
			? []
			: means.slice(0, MOST_ROWS_TRACED).map(({ mean, nearest }, index) =>
					namedStep(`means[${index}].nearest`, nearest, plain, 'round(mean * n * items) / (n * items)', {
						mean,
						n,
						items,
					}),
				)),
		namedStep('impossibleMeans', impossibleMeans, plain, 'means that no whole sum over n * items rounds to'),
		namedStep('possibleN', possibleN.length, plain, 'numbers of respondents all means are possible with'),
	];
	const warnings: Warning[] = [
		...(n !== null && n * items >= 10 ** decimals ? [{ code: 'GRIM_NO_POWER', at: 'n', params: { n } }] : []),
		...(possible === false
			? [{ code: 'GRIM_IMPOSSIBLE', at: 'n', params: { n: n ?? 0, count: impossibleMeans } }]
			: []),
	];
	return { status: 'ok', result: { possible, possibleN, impossibleMeans, means, decimals }, steps, warnings };
}

/**
 * GRIM check. From 10^decimals answers on every mean is possible, which is said (`GRIM_NO_POWER`). It judges
 * whole-number scores without missing answers only.
 */
export const grim = method<GrimInput, GrimResult>({
	id: 'grim',
	version: 1,
	formula: 'possible when some whole k has round(k / (n * items), decimals) = mean',
	unit: 'respondents',
	source:
		'Brown, N. J. L., & Heathers, J. A. J. (2017), The GRIM Test, Social Psychological and Personality Science 8(4), 363-369.',
	variants: {
		'half-up': 'a mean is rounded half away from zero',
		half: 'a mean may also be rounded half to even',
		any: 'a mean may also be cut off',
	},
	example: { means: [0.09, 4.91, 1.55, 2.18], n: 50, maxN: 60 },
	compute,
});
