/**
 * How far the writing of an import is. The database knows whether somebody writes at all: the writer holds a lock that
 * ends with its connection, so that a server that died is known at once. How many rows are done only this process knows.
 */
import type { TransactionSql } from 'postgres';
import type { ProblemCode } from '#server/problems.ts';
import type { IntakeState } from './schema.ts';

interface Progress {
	done: number;
	of: number;
	/** What stopped it; null while it goes on. */
	failed: ProblemCode | 'fault' | null;
}

const underWay = new Map<string, Progress>();

/** Whether this process writes it already. */
export const isUnderWay = (intakeId: string): boolean => underWay.get(intakeId)?.failed === null;

/** Notes that this process writes an import of so many rows. */
export function noteStart(intakeId: string, of: number): void {
	underWay.set(intakeId, { done: 0, of, failed: null });
}

export function noteRows(intakeId: string, done: number): void {
	const progress = underWay.get(intakeId);
	if (progress !== undefined) progress.done = done;
}

/** Notes why it stopped; nothing was written then. */
export function noteFailure(intakeId: string, failed: ProblemCode | 'fault'): void {
	underWay.set(intakeId, { done: 0, of: 0, failed });
}

export function noteEnd(intakeId: string): void {
	underWay.delete(intakeId);
}

interface Judged {
	readonly done: number;
	readonly of: number;
}

const judging = new Map<string, Judged>();

/** Notes how many rows of a list are judged; all of them are rows of its sheet, titles and totals too. */
export function noteJudged(intakeId: string, done: number, of: number): void {
	judging.set(intakeId, { done, of });
}

export const judgedSoFar = (intakeId: string): Judged => judging.get(intakeId) ?? { done: 0, of: 0 };

export function forgetJudging(intakeId: string): void {
	judging.delete(intakeId);
}

/** Two numbers of the lock, made of the id: one import, one writer. */
const lockKey = (intakeId: string): string => {
	const figures = intakeId.replaceAll('-', '');
	return BigInt.asIntN(64, BigInt(`0x${figures.slice(16)}`)).toString();
};

interface Asking {
	readonly tx: TransactionSql;
}

/** Takes the lock until the transaction ends; false when somebody else writes. */
export async function beTheWriter({ tx }: Asking, intakeId: string): Promise<boolean> {
	const [row] = await tx<{ taken: boolean }[]>`
		select pg_try_advisory_xact_lock(${lockKey(intakeId)}::bigint) as taken`;
	return row?.taken === true;
}

export interface Work {
	readonly state: 'idle' | 'writing' | 'stopped';
	readonly done: number;
	readonly of: number;
	readonly failed: ProblemCode | 'fault' | null;
}

const IDLE: Work = { state: 'idle', done: 0, of: 0, failed: null };

/** What goes on with an import in this state. `stopped`: it was confirmed, nobody writes it, and nothing of it is written. */
export async function isBeingWritten({ tx }: Asking, state: IntakeState, intakeId: string): Promise<Work> {
	if (state !== 'confirmed') return IDLE;
	// Looked up and not tried: a try that succeeds would stand in the way of a writer who comes at this moment.
	const [row] = await tx<{ held: boolean }[]>`
		select exists (select from pg_locks
			where locktype = 'advisory' and granted and mode = 'ExclusiveLock' and objsubid = 1
				and database = (select oid from pg_database where datname = current_database())
				and ((classid::bigint << 32) | objid::bigint) = ${lockKey(intakeId)}::bigint) as held`;
	const progress = underWay.get(intakeId) ?? { done: 0, of: 0, failed: null };
	// Begun here a moment ago, and not yet at the lock.
	const begun = isUnderWay(intakeId);
	return { ...progress, state: row?.held === true || begun ? 'writing' : 'stopped' };
}
