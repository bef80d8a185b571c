/** Copeland: every alternative meets every other, and scores its majorities won less those lost. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { faultStatus } from '../numeric/input-check.ts';
import { averageRanks } from '../numeric/ranks.ts';
import { readVoters } from './voters.ts';
import type { VotersInput } from './voters.ts';
import { finiteAnswer, listSteps, sum } from './weights-result.ts';

export interface CopelandResult {
	/** Wins less losses. */
	readonly scores: readonly number[];
	readonly ranks: readonly number[];
	readonly better: 'higher';
	readonly wins: readonly number[];
	readonly losses: readonly number[];
	readonly ties: readonly number[];
	/** Weight of the voters who prefer the row to the column; a voter's tie counts half to each. */
	readonly preferences: readonly (readonly number[])[];
	/** The alternative that beats every other; null when none does. */
	readonly condorcetWinner: number | null;
}

function compute(input: VotersInput): MethodResult<CopelandResult> {
	const voters = readVoters(input);
	if ('reason' in voters) return refused(faultStatus(voters), voters.reason, voters.at);
	const m = voters.ranks[0]?.length ?? 0;
	if (m > 300)
		return refused('invalid-input', 'TOO_MANY_ALTERNATIVES', input.scores ? 'scores[0]' : 'ranks[0]');
	const preferences = Array.from({ length: m }, (_, i) =>
		Array.from({ length: m }, (_, j) =>
			i === j
				? 0
				: sum(
						voters.ranks.map((row, voter) => {
							const gap = (row[j] as number) - (row[i] as number);
							return (voters.weights[voter] as number) * (gap > 0 ? 1 : gap === 0 ? 0.5 : 0);
						}),
					),
		),
	);
	const near = 1e-12 * sum(voters.weights);
	const outcomes = preferences.map((row, i) =>
		row.map((mine, j) => {
			const gap = mine - (preferences[j]?.[i] ?? 0);
			return i === j ? null : Math.abs(gap) <= near ? 0 : Math.sign(gap);
		}),
	);
	const tally = (kind: number) => outcomes.map((row) => row.filter((outcome) => outcome === kind).length);
	const [wins, losses, ties] = [tally(1), tally(-1), tally(0)];
	const scores = wins.map((won, index) => won - (losses[index] as number));
	const winner = wins.indexOf(m - 1);
	const result: CopelandResult = {
		scores,
		ranks: averageRanks(scores, 'higher'),
		better: 'higher',
		wins,
		losses,
		ties,
		preferences,
		condorcetWinner: winner === -1 ? null : winner,
	};
	const warnings = winner === -1 ? [{ code: 'NO_CONDORCET_WINNER', at: 'scores' }] : [];
	return finiteAnswer(
		result,
		listSteps('scores', scores, 'majorities won - majorities lost'),
		warnings,
		'voterWeights',
	);
}

/** Copeland scores from majorities between every two alternatives. */
export const copeland = method<VotersInput, CopelandResult>({
	id: 'copeland',
	version: 1,
	formula: 'score_i = |{j: more prefer i to j}| - |{j: more prefer j to i}|',
	unit: 'majorities',
	source:
		'Copeland, A. H. (1951), A reasonable social welfare function, University of Michigan Seminar on Applications of Mathematics to the Social Sciences.',
	example: {
		ranks: [
			[1, 2, 3],
			[2, 1, 3],
			[1, 3, 2],
		],
	},
	compute,
});
