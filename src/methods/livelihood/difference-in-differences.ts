/** Whether those who took part changed more than those who did not: the change of one group less that of the other. */
import { method, refused } from '../method.ts';
import type { MethodResult, Step, Warning } from '../method.ts';
import { count, faultStatus, firstFault, isRecord, oneOf } from '../numeric/input-check.ts';
import type { Fault } from '../numeric/input-check.ts';
import { namedStep } from '../numeric/named-step.ts';
import { pairedDifferences, pairedFault } from './paired-differences.ts';
import type { PairedInput } from './paired-differences.ts';
import { permutationTest, waysToDeal } from './permutation-test.ts';
import type { Alternative } from './permutation-test.ts';

export interface DifferenceInDifferencesInput {
	/** Those who took part: one answer a respondent before and after, or the differences. */
	readonly participants: PairedInput;
	/** Those who did not, asked the same on the same days. */
	readonly comparison: PairedInput;
	/** `greater`: participants changed more. `two-sided` unless stated. */
	readonly alternative?: Alternative | null;
	/** Random permutations where there are too many to count all; 10,000 unless stated. */
	readonly permutations?: number | null;
	/** The same seed gives the same p to the last digit; 1 unless stated. */
	readonly seed?: number | null;
}

export interface GroupChange {
	readonly respondents: number;
	/** Mean of the changes. */
	readonly change: number;
	/** Standard deviation (n - 1) of the changes; null for one respondent. */
	readonly deviation: number | null;
}

export interface DifferenceInDifferencesResult {
	/** Change of the participants less change of the comparison group. */
	readonly effect: number;
	readonly participants: GroupChange;
	readonly comparison: GroupChange;
	/** sqrt(s1^2 / n1 + s2^2 / n2); null when a group has one respondent. */
	readonly standardError: number | null;
	readonly p: number;
	readonly distribution: 'exact' | 'random';
	/** Ways to deal the changes that were counted, or random ones drawn. */
	readonly permutations: number;
	/** The smallest p that these group sizes can give. */
	readonly smallestP: number;
	readonly alternative: Alternative;
	readonly seed: number;
}

const EXACT_UP_TO = 50_000;
/** More draws of respondents than this are refused: they would hold a phone for minutes. */
const MOST_DRAWS = 100_000_000;

function groupFault(group: unknown, at: string): Fault | null {
	if (group === null || group === undefined) return { reason: 'MISSING_INPUT', at };
	if (!isRecord(group)) return { reason: 'NOT_AN_OBJECT', at };
	const fault = pairedFault(group, {});
	return fault && { ...fault, at: `${at}.${fault.at}` };
}

function faultOf(input: DifferenceInDifferencesInput): Fault | null {
	const options = {
		alternative: oneOf(['two-sided', 'greater', 'less']),
		permutations: count(100, 1_000_000),
		seed: count(0, 2_147_483_647),
	};
	return (
		firstFault(input, options) ??
		groupFault(input.participants, 'participants') ??
		groupFault(input.comparison, 'comparison')
	);
}

function changeOf(changes: readonly number[]): GroupChange {
	const respondents = changes.length;
	const change = changes.reduce((sum, value) => sum + value / respondents, 0);
	const squares = changes.reduce((sum, value) => sum + (value - change) ** 2, 0);
	return { respondents, change, deviation: respondents < 2 ? null : Math.sqrt(squares / (respondents - 1)) };
}

/** The smallest p the group sizes allow, were the changes all different. */
function smallestPossible(n1: number, n2: number, alternative: Alternative, draws: number): number {
	const ways = waysToDeal(n1 + n2, n1, EXACT_UP_TO);
	if (ways > EXACT_UP_TO) return 1 / (draws + 1);
	// With groups of one size the mirror of every deal parts them as far.
	return Math.min(1, (alternative === 'two-sided' && n1 === n2 ? 2 : 1) / ways);
}

const plain = ['', 'none'] as const;

function stepsOf(result: DifferenceInDifferencesResult): Step[] {
	const { participants, comparison, effect, standardError } = result;
	const sizes = { n1: participants.respondents, n2: comparison.respondents };
	const changes = { 'participants.change': participants.change, 'comparison.change': comparison.change };
	return [
		namedStep('participants.change', participants.change, plain, 'mean(after - before)', sizes),
		namedStep('comparison.change', comparison.change, plain, 'mean(after - before)', sizes),
		namedStep('effect', effect, plain, 'participants.change - comparison.change', changes),
		namedStep(
			'standardError',
			standardError,
			plain,
			'sqrt(s1^2 / n1 + s2^2 / n2)',
			{ s1: participants.deviation, s2: comparison.deviation, ...sizes },
			'TOO_FEW',
		),
		namedStep(
			'p',
			result.p,
			plain,
			`${result.distribution} distribution of effect over all deals of the changes`,
			{
				effect,
				permutations: result.permutations,
			},
		),
	];
}

function compute(input: DifferenceInDifferencesInput): MethodResult<DifferenceInDifferencesResult> {
	const fault = faultOf(input);
	if (fault !== null) return refused(faultStatus(fault), fault.reason, fault.at);
	const groups = [input.participants, input.comparison] as const;
	const [own, other] = groups.map(pairedDifferences) as [
		ReturnType<typeof pairedDifferences>,
		ReturnType<typeof pairedDifferences>,
	];
	const places = (['participants', 'comparison'] as const).map(
		(name) => `${name}.${input[name].differences == null ? 'before' : 'differences'}`,
	) as [string, string];
	for (const [index, { differences }] of [own, other].entries())
		if (differences.length === 0) return refused('missing-input', 'MISSING_INPUT', places[index] as string);
	const [x, y] = [own.differences, other.differences];
	const [alternative, draws] = [input.alternative ?? 'two-sided', input.permutations ?? 10_000];
	const seed = input.seed ?? 1;
	if (draws * x.length > MOST_DRAWS) return refused('invalid-input', 'TOO_MANY', 'permutations');
	const [participants, comparison] = [changeOf(x), changeOf(y)];
	const effect = participants.change - comparison.change;
	const { deviation: s1 } = participants;
	const { deviation: s2 } = comparison;
	const standardError =
		s1 === null || s2 === null ? null : Math.hypot(s1 / Math.sqrt(x.length), s2 / Math.sqrt(y.length));
	if (![effect, standardError ?? 0, s1 ?? 0, s2 ?? 0, ...x, ...y].every(Number.isFinite))
		return refused('undefined', 'OUT_OF_RANGE', 'participants');
	const smallestP = smallestPossible(x.length, y.length, alternative, draws);
	const result: DifferenceInDifferencesResult = {
		effect,
		participants,
		comparison,
		standardError,
		...permutationTest(x, y, { alternative, draws, seed, exactUpTo: EXACT_UP_TO }),
		smallestP,
		alternative,
		seed,
	};
	const warnings: Warning[] = [own, other].flatMap(({ leftOut }, index) =>
		leftOut > 0 ? [{ code: 'PAIRS_LEFT_OUT', at: places[index], params: { count: leftOut } }] : [],
	) as Warning[];
	if ([...x, ...y].every((value) => value === 0))
		warnings.push({ code: 'NOTHING_MOVED', at: 'participants' });
	if (smallestP > 0.05)
		warnings.push({ code: 'CANNOT_REACH_SIGNIFICANCE', at: 'p', params: { smallest: smallestP } });
	warnings.push({ code: 'SAME_TREND_ASSUMED', at: 'effect' });
	return { status: 'ok', result, steps: stepsOf(result), warnings };
}

/**
 * Difference-in-differences of respondent changes, with a permutation test: if taking part made no difference, the same
 * changes could have fallen to either group. Exact up to 50,000 ways to deal them, else random ones. The effect is the
 * programme's only if both groups would have moved alike without it (`SAME_TREND_ASSUMED`); groups too small to ever
 * give p <= 0.05 are told so (`CANNOT_REACH_SIGNIFICANCE`).
 */
export const differenceInDifferences = method<DifferenceInDifferencesInput, DifferenceInDifferencesResult>({
	id: 'difference-in-differences',
	version: 1,
	formula:
		'effect = mean(after - before, participants) - mean(after - before, comparison); p over all deals of the changes to groups of these sizes',
	unit: 'points of the scale; p is a probability',
	source:
		'Angrist, J. D. and Pischke, J.-S. (2009), Mostly Harmless Econometrics, Princeton, section 5.2; permutation test: Fisher, R. A. (1935), The Design of Experiments, section 21; random permutations: Phipson, B. and Smyth, G. K. (2010), Statistical Applications in Genetics and Molecular Biology 9(1), 39.',
	variants: {
		exact: 'every deal counted; the default up to 50,000 of them',
		random: 'seeded random deals, p = (as far or further + 1) / (draws + 1)',
	},
	example: {
		participants: { before: [2, 1, 3, 2, 1, 2], after: [4, 3, 3, 4, 2, 5] },
		comparison: { before: [2, 2, 1, 3, 2], after: [2, 3, 1, 3, 3] },
	},
	compute,
});
