/** One matrix of judgements judged: its priorities, its consistency, and the words of warning that go with them. */
import type { Warning } from '../method.ts';
import type { Fault } from '../numeric/input-check.ts';
import { consistencyOf, worstTriad } from './consistency.ts';
import type { Consistency, RandomIndexTable, Triad } from './consistency.ts';
import { isConnected, readJudgements } from './judgement-matrix.ts';
import type { Judgements } from './judgement-matrix.ts';
import { prioritiesOf } from './priorities.ts';
import type { PriorityMethod } from './priorities.ts';

export interface JudgementParameters {
	/** `eigenvector` unless stated. */
	readonly priority?: PriorityMethod | null;
	/** `saaty` unless stated. */
	readonly randomIndex?: RandomIndexTable | null;
}

export interface JudgedMatrix extends Consistency {
	/** Where it stands in the input. */
	readonly at: string;
	readonly weights: readonly number[];
	readonly worstTriad: Triad | null;
}

export interface Judged {
	readonly judged: JudgedMatrix;
	readonly matrix: Judgements;
	readonly warnings: readonly Warning[];
}

/** A fault of judgements that is not one of shape has a status of its own: there is no one answer. */
export const undefinedReasons: readonly string[] = ['NOT_CONNECTED', 'NOT_CONVERGED'];

/** Priorities and consistency of one matrix, or its fault. `NOT_CONNECTED` when gaps leave elements apart. */
export function judge(
	value: unknown,
	at: string,
	parameters: JudgementParameters | null = null,
): Fault | Judged {
	const read = readJudgements(value, at);
	if ('reason' in read) return read;
	const { matrix, missing } = read;
	if (!isConnected(matrix)) return { reason: 'NOT_CONNECTED', at };
	const by = parameters?.priority ?? 'eigenvector';
	const table = parameters?.randomIndex ?? 'saaty';
	const weights = prioritiesOf(matrix, by);
	if (weights === null || !weights.every(Number.isFinite)) return { reason: 'NOT_CONVERGED', at };
	const consistency = consistencyOf(matrix, weights, table);
	const warnings = [...read.warnings];
	const { consistent, consistencyRatio } = consistency;
	if (consistent === false)
		warnings.push({ code: 'INCONSISTENT', at, params: { consistencyRatio: consistencyRatio as number } });
	if (consistent === null)
		warnings.push({ code: 'NO_RANDOM_INDEX', at, params: { elements: matrix.length, table } });
	if (missing > 0 && matrix.length > 2) warnings.push({ code: 'RANDOM_INDEX_OF_COMPLETE', at });
	const judged = { at, weights, ...consistency, worstTriad: worstTriad(matrix, weights, by, table) };
	return { judged, matrix, warnings };
}
