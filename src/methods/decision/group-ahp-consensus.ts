/** How far the members of a group agree in their priorities, by the entropy they share and the entropy between them. */
import { method, refused } from '../method.ts';
import type { MethodResult } from '../method.ts';
import { groupParameters, groupStatus, readGroup, scaleMaximumCheck } from './group-members.ts';
import type { GroupInput, GroupParameters, Member } from './group-members.ts';
import { figureStep, finiteAnswer, sum } from './weights-result.ts';

export type AhpConsensusInput = GroupInput<
	GroupParameters & {
		/** The largest judgement of the scale; 9 unless stated. */
		readonly scaleMaximum?: number | null;
	}
>;

export interface AhpConsensusResult {
	/** 0 (no agreement) to 1 (all alike). */
	readonly consensus: number;
	readonly alphaEntropy: number;
	readonly gammaEntropy: number;
	/** Gamma less alpha: what differs between members. */
	readonly betaEntropy: number;
	readonly members: readonly Member[];
}

const entropyOf = (parts: readonly number[]): number =>
	parts.reduce((total, part) => total - (part > 0 ? part * Math.log(part) : 0), 0);

function compute(input: AhpConsensusInput): MethodResult<AhpConsensusResult> {
	const group = readGroup(input, groupParameters({ scaleMaximum: scaleMaximumCheck }), 2);
	if ('reason' in group) return refused(groupStatus(group), group.reason, group.at);
	const { members, memberWeights } = group;
	const n = members[0]?.weights.length ?? 0;
	if (n < 2) return refused('undefined', 'ONE_CRITERION', 'judgements');
	const scale = input.parameters?.scaleMaximum ?? 9;
	const means = Array.from({ length: n }, (_, index) =>
		sum(members.map(({ weights }, at) => (memberWeights[at] as number) * (weights[index] as number))),
	);
	const alphaEntropy = sum(
		members.map(({ weights }, at) => (memberWeights[at] as number) * entropyOf(weights)),
	);
	const gammaEntropy = entropyOf(means);
	const betaEntropy = Math.max(0, gammaEntropy - alphaEntropy);
	// The least entropy of one member: one criterion scale times as heavy as each of the others.
	const whole = n + scale - 1;
	const leastAlpha = entropyOf([scale / whole, ...Array.from({ length: n - 1 }, () => 1 / whole)]);
	const least = Math.exp(leastAlpha) / n;
	const consensus = (Math.exp(-betaEntropy) - least) / (1 - least);
	const steps = [
		figureStep('alphaEntropy', alphaEntropy, 'mean over members of -sum p ln p'),
		figureStep('gammaEntropy', gammaEntropy, '-sum g ln g, g = mean priority'),
		figureStep('betaEntropy', betaEntropy, 'gammaEntropy - alphaEntropy', [
			['gammaEntropy', gammaEntropy],
			['alphaEntropy', alphaEntropy],
		]),
		figureStep('consensus', consensus, '(exp(-beta) - exp(alphaMin) / n) / (1 - exp(alphaMin) / n)', [
			['betaEntropy', betaEntropy],
			['alphaMin', leastAlpha],
			['n', n],
		]),
	];
	const warnings = [...group.warnings];
	if (consensus < 0) warnings.push({ code: 'BEYOND_SCALE', at: 'consensus' });
	const result = { consensus, alphaEntropy, gammaEntropy, betaEntropy, members };
	return finiteAnswer(result, steps, warnings, 'judgements');
}

/** AHP consensus. Below 0 (`BEYOND_SCALE`) the members differ more than judgements within the scale could make them. */
export const ahpConsensus = method<AhpConsensusInput, AhpConsensusResult>({
	id: 'ahp-consensus',
	version: 1,
	formula:
		'S = (exp(-H_beta) - 1 / cor) / (1 - 1 / cor), cor = n / exp(H_alpha min), H_beta = H_gamma - H_alpha',
	unit: 'share of 1',
	source:
		'Goepel, K. D. (2018), Implementation of an online software tool for the analytic hierarchy process (AHP-OS), International Journal of the Analytic Hierarchy Process 10(3), doi 10.13033/ijahp.v10i3.590.',
	example: {
		judgements: [
			[
				[1, 3, 5],
				[0.3333333333333333, 1, 3],
				[0.2, 0.3333333333333333, 1],
			],
			[
				[1, 0.5, 3],
				[2, 1, 5],
				[0.3333333333333333, 0.2, 1],
			],
			[
				[1, 2, 4],
				[0.5, 1, 3],
				[0.25, 0.3333333333333333, 1],
			],
		],
	},
	compute,
});
