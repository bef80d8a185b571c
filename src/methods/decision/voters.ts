/** What voting methods take: how each voter ranks, or scores, the same alternatives. */
import type { Fault } from '../numeric/input-check.ts';
import { anyNumber, firstFault, listOf, oneOf, positive } from '../numeric/input-check.ts';
import { averageRanks } from '../numeric/ranks.ts';

export interface VotersInput<Parameters = Readonly<Record<string, unknown>>> {
	/** One row a voter, one column an alternative; 1 is the best, equal ranks are ties. Or `scores`. */
	readonly ranks?: readonly (readonly number[])[] | null;
	/** In place of ranks. */
	readonly scores?: readonly (readonly number[])[] | null;
	/** Which end of the scores is good; `higher` unless stated. */
	readonly better?: 'higher' | 'lower' | null;
	/** One a voter; equal unless stated. */
	readonly voterWeights?: readonly number[] | null;
	readonly parameters?: Parameters | null;
}

export interface Voters {
	/** Average ranks, one row a voter. */
	readonly ranks: readonly (readonly number[])[];
	readonly weights: readonly number[];
}

/** Ranks of every voter, ties averaged, or the first fault. `GIVEN_TWICE`, `RAGGED`, `TOO_FEW`, `WRONG_LENGTH`. */
export function readVoters(input: VotersInput<unknown>, fewest = 1): Fault | Voters {
	// An empty list is an object without fields to a schema, so it is here.
	if (Array.isArray(input) && input.length === 0) return { reason: 'MISSING_INPUT', at: 'ranks' };
	const table = listOf(listOf(anyNumber, 1000), 10_000);
	const fault = firstFault(input, {
		ranks: listOf(listOf(positive, 1000), 10_000),
		scores: table,
		better: oneOf(['higher', 'lower']),
		voterWeights: listOf(positive, 10_000),
	});
	if (fault !== null) return fault;
	const at = input.scores == null ? 'ranks' : 'scores';
	if (input.ranks != null && input.scores != null) return { reason: 'GIVEN_TWICE', at };
	const rows = input.scores ?? input.ranks;
	if (rows == null) return { reason: 'MISSING_INPUT', at };
	if (rows.length < fewest) return { reason: 'TOO_FEW', at };
	const width = rows[0]?.length ?? 0;
	if (width < 2) return { reason: 'TOO_FEW', at: `${at}[0]` };
	for (const [index, row] of rows.entries())
		if (row.length !== width) return { reason: 'RAGGED', at: `${at}[${index}]` };
	const { voterWeights } = input;
	if (voterWeights != null && voterWeights.length !== rows.length)
		return { reason: 'WRONG_LENGTH', at: 'voterWeights' };
	const better = at === 'ranks' ? 'lower' : (input.better ?? 'higher');
	return { ranks: rows.map((row) => averageRanks(row, better)), weights: voterWeights ?? rows.map(() => 1) };
}
