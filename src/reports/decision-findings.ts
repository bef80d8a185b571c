/**
 * What is asked of a decision beside its scores: do the methods agree, how often does each win, what would have to
 * change. Pure numbers and ids; a worker computes them part by part, the report says them.
 */
import { partMoved, type DecisionStudy } from '#inputs/decision-study.ts';
import { columnsOf, correlationOf } from '#methods/decision/weights-input.ts';
import { cpi } from '#methods/decision/cpi.ts';
import { dataThresholdAmong, type DataThreshold } from '#methods/decision/data-threshold-among.ts';
import { gaiaPlane, type GaiaPlane } from '#methods/decision/gaia-plane.ts';
import { methodAgreementAmong } from '#methods/decision/method-agreement-among.ts';
import { promethee2 } from '#methods/decision/promethee-2.ts';
import type { RankingMethodId } from '#methods/decision/ranking-methods.ts';
import { rankAdditively, winnersOf } from '#methods/decision/robust-ranker.ts';
import { saw } from '#methods/decision/saw.ts';
import { smaaAmong } from '#methods/decision/smaa-among.ts';
import { smaaInBatches, type AcceptabilityShares } from '#methods/decision/smaa-batches.ts';
import type { WeightModel } from '#methods/decision/smaa-input.ts';
import { topsis } from '#methods/decision/topsis.ts';
import { vikor } from '#methods/decision/vikor.ts';
import { weightThresholdAmong, type WeightThresholds } from '#methods/decision/weight-threshold-among.ts';
import { wpm } from '#methods/decision/wpm.ts';

export interface MethodRanks {
	/** `index` is the ranking of the page itself: the weighted index. */
	readonly id: RankingMethodId | 'index';
	readonly ranks: readonly number[];
	readonly leaders: readonly number[];
}

export interface Agreement {
	readonly methods: readonly MethodRanks[];
	/** Methods without an answer for this table, and why. */
	readonly left: readonly { readonly id: string; readonly reason: string }[];
	readonly leaders: readonly number[];
	/** Methods that put the page's leader first. */
	readonly agreeing: number;
}

export const weightRegions = ['parts-free', 'criteria-free', 'order-kept', 'near', 'respondents'] as const;
export type WeightRegion = (typeof weightRegions)[number];

export interface Change {
	readonly part: number;
	readonly weight: number;
	readonly at: number;
	readonly by: number;
}

export interface Changes {
	/** By part: today's weight and where another takes over, downwards and upwards. */
	readonly parts: readonly WeightThresholds[];
	/** First under no weights of the parts at all. */
	readonly neverFirst: readonly number[];
	/** Smallest change of all weights together, in points of the percentage. */
	readonly smallest: { readonly points: number; readonly by: number } | null;
	/** By part, who leads when it weighs 0, 20 ... 100 %. */
	readonly walk: readonly (readonly number[])[];
}

export interface Findings {
	readonly agreement: Agreement | null;
	readonly changes: Changes | null;
	readonly regions: Readonly<Partial<Record<WeightRegion, AcceptabilityShares>>>;
	/** Single cells whose change makes another lead, the nearest first; null when the table is too large to try all. */
	readonly cells: readonly DataThreshold[] | null;
	/** Whether `cells` are figures of the table, or of the index. */
	readonly cellsIn: 'table' | 'index';
	readonly gaia: GaiaPlane | null;
	readonly seed: number;
	/** False while parts are still being worked out. */
	readonly complete: boolean;
}

export const firstSeed = 7;
export const drawCount = 10_000;
/** How far a weight may lie from today's in the region `near`. */
export const nearPoints = 10;
export const walkSteps = [0, 0.2, 0.4, 0.6, 0.8, 1] as const;
const mostCells = 20;

const compared = ['saw', 'topsis', 'wpm', 'promethee-2', 'vikor'] as const;

/** Each question knows only the methods a sheet asks about: all of them are too much to fetch for a phone. */
export const methodAgreement = methodAgreementAmong({ saw, topsis, wpm, 'promethee-2': promethee2, vikor });
export const smaa = smaaAmong({});
export const weightThreshold = weightThresholdAmong({});
const dataThreshold = dataThresholdAmong({ cpi });

/** The page's own order: winners share the first place. */
export function leadersOf({ index, weights }: DecisionStudy): number[] {
	const ranking = rankAdditively(index, weights, upwards(weights.length));
	return ranking.ok ? winnersOf(ranking.ranks) : [0];
}

const upwards = (columns: number) => new Array<'benefit'>(columns).fill('benefit');

export function agreementOf(study: DecisionStudy): Agreement {
	const { index, matrix, weights, directions } = study;
	const own = rankAdditively(index, weights, upwards(weights.length));
	const ranks = own.ok ? own.ranks : index.map(() => (index.length + 1) / 2);
	const leaders = winnersOf(ranks);
	const answer = methodAgreement.compute({ matrix, weights, directions, parameters: { methods: compared } });
	const methods: MethodRanks[] = [
		{ id: 'index', ranks, leaders },
		...(answer.result?.methods ?? []).map((one) => ({ ...one, id: one.id as RankingMethodId })),
	];
	const left = answer.result?.left ?? compared.map((id) => ({ id, reason: answer.reason ?? 'OUT_OF_RANGE' }));
	const agreeing = methods.filter((one) => one.leaders.some((leader) => leaders.includes(leader))).length;
	return { methods, left, leaders, agreeing };
}

export function changesOf(study: DecisionStudy): Changes | null {
	const { partIndex, partWeights } = study;
	const directions = upwards(partWeights.length);
	const answer = weightThreshold.compute({ matrix: partIndex, weights: partWeights, directions });
	if (!answer.result) return null;
	const { criteria, neverFirst, overall, leader } = answer.result;
	const one = partWeights.length === 1;
	const walk = partWeights.map((_, part) =>
		walkSteps.map((share) => {
			const moved = partMoved(partWeights, part, share);
			const ranking = rankAdditively(partIndex, moved, directions);
			return ranking.ok ? (winnersOf(ranking.ranks)[0] as number) : leader;
		}),
	);
	return {
		parts: criteria,
		neverFirst: neverFirst ?? [],
		// The distance counts what one weight gains and another loses: half of it moves.
		smallest: one || overall === null ? null : { points: (overall.distance / 2) * 100, by: overall.by },
		walk: one ? [] : walk,
	};
}

const ranksOf = (weights: readonly number[]): number[] =>
	weights.map((weight) => 1 + weights.filter((other) => other > weight + 1e-9).length);

/** Which ways of not knowing the weights mean something for this sheet, in the order they are shown. */
export function regionsOf({ parts, criteria, respondents }: DecisionStudy): WeightRegion[] {
	const regions: WeightRegion[] = parts.length > 1 ? ['parts-free'] : [];
	if (criteria.length > parts.length) regions.push('criteria-free');
	if (parts.length > 1) regions.push('order-kept', 'near');
	if (respondents.filter(({ weights }) => weights !== null).length > 1) regions.push('respondents');
	return regions;
}

function weightModel(study: DecisionStudy, region: WeightRegion): WeightModel {
	const near = nearPoints / 100;
	switch (region) {
		case 'order-kept':
			return { kind: 'ordinal', ranks: ranksOf(study.partWeights) };
		case 'near':
			return {
				kind: 'bounded',
				low: study.partWeights.map((weight) => Math.max(0, weight - near)),
				high: study.partWeights.map((weight) => Math.min(1, weight + near)),
			};
		case 'respondents':
			return {
				kind: 'respondents',
				rows: study.respondents.flatMap(({ weights }) => (weights ? [weights] : [])),
			};
		default:
			return { kind: 'free' };
	}
}

function* simulated(study: DecisionStudy, region: WeightRegion, seed: number) {
	const whole = region === 'criteria-free' || region === 'respondents';
	const matrix = whole ? study.index : study.partIndex;
	const directions = upwards(whole ? study.weights.length : study.partWeights.length);
	const size = Math.max(
		20,
		Math.min(500, Math.floor(400_000 / (matrix.length * (matrix.length + directions.length)))),
	);
	const parameters = { draws: drawCount, seed, weightModel: weightModel(study, region) };
	return yield* smaaInBatches(smaa, { matrix, directions, parameters }, size);
}

function cellsOf(study: DecisionStudy): Pick<Findings, 'cells' | 'cellsIn'> {
	const alone = study.respondents.length === 1 || study.respondentOrder === 'ratings-first';
	const table = study.indexBy === 'given' || (study.indexBy === 'cpi' && alone);
	const cellsIn = table ? 'table' : 'index';
	if (study.alternatives.length > mostCells || study.criteria.length > mostCells)
		return { cells: null, cellsIn };
	const answer =
		study.indexBy === 'cpi' && alone
			? dataThreshold.compute({
					matrix: study.matrix,
					weights: study.weights,
					directions: study.directions,
					parameters: { method: 'cpi', methodParameters: { reference: study.cpiReference } },
				})
			: dataThreshold.compute({
					matrix: study.index,
					weights: study.weights,
					directions: upwards(study.weights.length),
				});
	return { cells: answer.result?.thresholds ?? [], cellsIn };
}

export interface Twins {
	readonly left: number;
	readonly right: number;
	readonly correlation: number;
}

/** Looked for once a sheet: a page asks again whenever it is drawn. */
const twinsKnown = new WeakMap<DecisionStudy, readonly Twins[]>();

function findTwins({ index, criteria }: DecisionStudy): readonly Twins[] {
	if (index.length < 4) return [];
	const columns = columnsOf(index);
	return criteria
		.flatMap((_, left) =>
			criteria.flatMap((_, right) => {
				if (right <= left) return [];
				const correlation = correlationOf(columns[left] ?? [], columns[right] ?? []);
				return correlation > 0.95 ? [{ left, right, correlation }] : [];
			}),
		)
		.sort((a, b) => b.correlation - a.correlation);
}

/** Criteria that say nearly the same of the alternatives: the decision counts the matter twice. */
export function twins(study: DecisionStudy): readonly Twins[] {
	const found = twinsKnown.get(study) ?? findTwins(study);
	twinsKnown.set(study, found);
	return found;
}

function gaiaOf({ matrix, weights, directions }: DecisionStudy): GaiaPlane | null {
	const flows = promethee2.compute({ matrix, weights, directions }).result?.criterionFlows;
	return flows ? gaiaPlane(flows, weights) : null;
}

export interface FindingsProgress {
	readonly findings: Findings;
	/** Of all the work, 0 to 1. */
	readonly done: number;
}

/**
 * Works everything out, the quick questions first. Yields what is known after every small piece of work, so that a
 * caller may show it, report progress, or stop. The last one is complete. The same study and seed give the same bytes.
 */
export function* decisionFindings(
	study: DecisionStudy,
	seed = firstSeed,
): Generator<FindingsProgress, Findings> {
	const regions = regionsOf(study);
	const steps = 4 + regions.length * 4;
	let findings: Findings = {
		agreement: agreementOf(study),
		changes: null,
		regions: {},
		cells: null,
		cellsIn: 'index',
		gaia: null,
		seed,
		complete: false,
	};
	yield { findings, done: 1 / steps };
	findings = { ...findings, changes: changesOf(study) };
	yield { findings, done: 2 / steps };
	for (const [place, region] of regions.entries()) {
		const run = simulated(study, region, seed);
		for (let part = run.next(); ; part = run.next()) {
			if (part.done) {
				if (part.value.result)
					findings = { ...findings, regions: { ...findings.regions, [region]: part.value.result } };
				break;
			}
			yield { findings, done: (2 + place * 4 + (part.value / drawCount) * 4) / steps };
		}
	}
	findings = { ...findings, ...cellsOf(study) };
	yield { findings, done: (steps - 1) / steps };
	findings = { ...findings, gaia: gaiaOf(study), complete: true };
	yield { findings, done: 1 };
	return findings;
}

/** The same at once. */
export function allFindings(study: DecisionStudy, seed = firstSeed): Findings {
	const work = decisionFindings(study, seed);
	for (let part = work.next(); ; part = work.next()) if (part.done) return part.value;
}
