/** The keeper reads every organisation's rows, for a backup and for the doctor. It writes nothing, and no request is it. */
import type { Sql, TransactionSql } from 'postgres';

/** Runs the work in one read-only transaction: every statement sees the same moment, and the rows of everybody. */
export async function asKeeper<Answer>(
	sql: Sql,
	work: (tx: TransactionSql) => Promise<Answer>,
): Promise<Answer> {
	const answer = await sql.begin('isolation level repeatable read read only', async (tx) => {
		await tx.unsafe(`set local role sentra_keeper; set local app.villages = '*'; set local app.person = '*'`);
		return work(tx);
	});
	return answer as Answer;
}
