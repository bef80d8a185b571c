/** What the AHP group methods take: the judgements of each member, or the priorities each came to. */
import { anyNumber, count, firstFault, listOf, oneOf, positive } from '../numeric/input-check.ts';
import type { Check, Fault } from '../numeric/input-check.ts';
import { randomIndexTables } from './consistency.ts';
import { judge } from './judged-priorities.ts';
import type { JudgedMatrix, JudgementParameters } from './judged-priorities.ts';
import type { JudgementInput, Judgements } from './judgement-matrix.ts';
import { options } from './options-check.ts';
import { shares, sum } from './weights-result.ts';
import type { Warning } from '../method.ts';

export interface GroupParameters extends JudgementParameters {
	/** What becomes of members with a consistency ratio above 0.10: `flag` (default) or `exclude`. */
	readonly inconsistent?: 'flag' | 'exclude' | null;
}

export interface GroupInput<Parameters = GroupParameters> {
	/** One matrix a member. */
	readonly judgements?: readonly JudgementInput[] | null;
	/** One row a member, brought to a sum of 1; in place of judgements. */
	readonly priorities?: readonly (readonly number[])[] | null;
	/** One a member; equal unless stated. */
	readonly memberWeights?: readonly number[] | null;
	readonly parameters?: Parameters | null;
}

export interface Member {
	readonly weights: readonly number[];
	readonly consistencyRatio: number | null;
	readonly consistent: boolean | null;
	readonly included: boolean;
}

export interface Group {
	readonly members: readonly Member[];
	readonly matrices: readonly Judgements[];
	/** Of the included members, sum 1; 0 for the others. */
	readonly memberWeights: readonly number[];
	readonly warnings: readonly Warning[];
}

type Read = Member & { readonly matrix: Judgements | null };

export const groupParameters = (more: Readonly<Record<string, Check>> = {}): Check =>
	options({
		priority: oneOf(['eigenvector', 'geometric-mean', 'column-mean']),
		randomIndex: oneOf(randomIndexTables),
		inconsistent: oneOf(['flag', 'exclude']),
		...more,
	});

/** A whole number from 2 to 1000. */
export const scaleMaximumCheck: Check = count(2, 1000);

function readPriorities(rows: readonly (readonly number[])[]): Fault | Read[] {
	const read: Read[] = [];
	for (const [index, row] of rows.entries()) {
		const at = `priorities[${index}]`;
		if (row.length !== rows[0]?.length) return { reason: 'RAGGED', at };
		if (row.length < 2) return { reason: 'TOO_FEW', at };
		const zero = row.findIndex((value) => value < 0);
		if (zero !== -1) return { reason: 'BELOW_ZERO', at: `${at}[${zero}]` };
		const total = sum(row);
		if (total === 0) return { reason: 'ZERO_DENOMINATOR', at };
		if (!Number.isFinite(total)) return { reason: 'OUT_OF_RANGE', at };
		read.push({
			weights: shares(row),
			consistencyRatio: null,
			consistent: null,
			included: true,
			matrix: null,
		});
	}
	return read;
}

function judgedMembers(
	matrices: readonly unknown[],
	parameters: GroupParameters | null,
	warnings: Warning[],
): Fault | Read[] {
	const read: Read[] = [];
	let first: JudgedMatrix | null = null;
	for (const [index, matrix] of matrices.entries()) {
		const at = `judgements[${index}]`;
		const one = judge(matrix, at, parameters);
		if ('reason' in one) return one;
		first ??= one.judged;
		if (one.judged.weights.length !== first.weights.length) return { reason: 'WRONG_LENGTH', at };
		warnings.push(...one.warnings);
		const { weights, consistencyRatio, consistent } = one.judged;
		const included = !(parameters?.inconsistent === 'exclude' && consistent === false);
		if (!included) warnings.push({ code: 'MEMBER_EXCLUDED', at });
		read.push({ weights, consistencyRatio, consistent, included, matrix: one.matrix });
	}
	return read;
}

/** The members of a group with their priorities, or the first fault. `GIVEN_TWICE`, `NONE_INCLUDED`, `TOO_FEW`. */
export function readGroup(input: GroupInput, parameters: Check, fewest = 1): Fault | Group {
	// An empty list is an object without fields to a schema, so it is here.
	if (Array.isArray(input) && input.length === 0) return { reason: 'MISSING_INPUT', at: 'judgements' };
	const fault = firstFault(input, {
		judgements: listOf(() => null, 1000),
		priorities: listOf(listOf(anyNumber, 100), 1000),
		memberWeights: listOf(positive, 1000),
		parameters,
	});
	if (fault !== null) return fault;
	const { judgements, priorities, memberWeights } = input;
	if (judgements != null && priorities != null) return { reason: 'GIVEN_TWICE', at: 'priorities' };
	const at = priorities == null ? 'judgements' : 'priorities';
	const size = (judgements ?? priorities)?.length;
	if (size === undefined) return { reason: 'MISSING_INPUT', at };
	if (size < fewest) return { reason: 'TOO_FEW', at };
	if (memberWeights != null && memberWeights.length !== size)
		return { reason: 'WRONG_LENGTH', at: 'memberWeights' };
	const warnings: Warning[] = [];
	const read =
		priorities == null
			? judgedMembers(judgements ?? [], input.parameters ?? null, warnings)
			: readPriorities(priorities);
	if ('reason' in read) return read;
	const raw = read.map(({ included }, index) => (included ? (memberWeights?.[index] ?? 1) : 0));
	if (read.filter(({ included }) => included).length < fewest) return { reason: 'NONE_INCLUDED', at };
	if (!Number.isFinite(sum(raw))) return { reason: 'OUT_OF_RANGE', at: 'memberWeights' };
	return {
		members: read.map(({ weights, consistencyRatio, consistent, included }) => ({
			weights,
			consistencyRatio,
			consistent,
			included,
		})),
		matrices: read.flatMap(({ matrix }) => (matrix === null ? [] : [matrix])),
		memberWeights: shares(raw),
		warnings,
	};
}

/** Reasons that leave no answer rather than a wrong input. */
export function groupStatus({ reason }: Fault): 'undefined' | 'missing-input' | 'invalid-input' {
	if (reason === 'MISSING_INPUT') return 'missing-input';
	const open = ['NOT_CONNECTED', 'NOT_CONVERGED', 'NONE_INCLUDED', 'ZERO_DENOMINATOR'];
	return open.includes(reason) ? 'undefined' : 'invalid-input';
}
