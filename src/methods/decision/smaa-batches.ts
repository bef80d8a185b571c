/**
 * Stochastic acceptability in parts, for a page that must show progress and be able to stop. The draws are those of
 * one run: the stream of weights goes on from part to part, and the shares are added up.
 */
import type { Method, MethodResult } from '../method.ts';
import { normalisedWeights } from './ranking-input.ts';
import { parametersOf } from './robust-ranker.ts';
import type { SmaaResult } from './smaa-among.ts';
import type { SmaaInput } from './smaa-input.ts';
import { weightDraw } from './smaa-draws.ts';

/** The part of the answer of `smaa` that exact values need. */
export interface AcceptabilityShares {
	/** Share of the draws in which alternative i takes place r; a tie shares its places equally. */
	readonly rankAcceptability: readonly (readonly number[])[];
	/** Mean weights of the draws in which i is first; null when it never is. */
	readonly centralWeights: readonly (readonly number[] | null)[];
	/** -sum p log2 p over the first places. */
	readonly entropy: number;
	readonly draws: number;
	readonly seed: number;
}

interface Sums {
	readonly places: number[][];
	readonly central: number[][];
	readonly first: number[];
}

function add(sums: Sums, batch: NonNullable<MethodResult<AcceptabilityShares>['result']>): void {
	batch.rankAcceptability.forEach((row, i) => {
		const places = sums.places[i] as number[];
		row.forEach((share, place) => (places[place] = (places[place] as number) + share * batch.draws));
		const first = (row[0] as number) * batch.draws;
		sums.first[i] = (sums.first[i] as number) + first;
		const central = sums.central[i] as number[];
		batch.centralWeights[i]?.forEach(
			(weight, column) => (central[column] = (central[column] as number) + weight * first),
		);
	});
}

/**
 * Yields the draws done so far after every `size` draws; answers like `smaa` with the same input, value model
 * `exact`, up to the last bits of the sums. A refused input is refused before the first part.
 * Source: as `smaa`.
 */
export function* smaaInBatches(
	smaa: Method<SmaaInput, SmaaResult>,
	input: SmaaInput,
	size = 500,
): Generator<number, MethodResult<AcceptabilityShares>> {
	const parameters = parametersOf(input.parameters);
	const once = smaa.compute({ ...input, parameters: { ...parameters, draws: 1 } });
	if (once.result === null) return { ...once, result: null };
	const { draws: asked, seed: given, weightModel } = parameters;
	const [draws, seed] = [asked ?? 10_000, given ?? 1];
	const [m, n] = [input.matrix.length, input.directions.length];
	const fixed = input.weights == null ? [] : normalisedWeights(input.weights).weights;
	const draw = weightDraw(seed, parametersOf(weightModel), n, fixed);
	const into = new Float64Array(n);
	const zeros = (width: number) => Array.from({ length: m }, () => new Array<number>(width).fill(0));
	const sums: Sums = { places: zeros(m), central: zeros(n), first: new Array<number>(m).fill(0) };
	for (let done = 0; done < draws;) {
		const rows = Array.from({ length: Math.min(size, draws - done) }, (_, index) => {
			draw(into, done + index);
			return Array.from(into);
		});
		const batch = smaa.compute({
			...input,
			parameters: { ...parameters, weightModel: { kind: 'samples', rows } },
		});
		if (batch.result === null) return { ...batch, result: null };
		add(sums, batch.result);
		done += rows.length;
		yield done;
	}
	const firsts = sums.first.map((count) => count / draws);
	const result: AcceptabilityShares = {
		rankAcceptability: sums.places.map((row) => row.map((count) => count / draws)),
		centralWeights: sums.central.map((row, i) => {
			const first = sums.first[i] as number;
			return first === 0 ? null : row.map((sum) => sum / first);
		}),
		entropy: firsts.reduce((sum, share) => (share > 0 ? sum - share * Math.log2(share) : sum), 0),
		draws,
		seed,
	};
	return { status: 'ok', result, steps: [], warnings: [] };
}
