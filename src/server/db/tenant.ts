/**
 * The only way to an organisation's rows: one transaction that names the organisation, the villages and the person, and
 * runs as a role that no policy lets pass. A guest's names her one programme and runs as a role that reads little else.
 */
import type { Sql, TransactionSql } from 'postgres';
import type { Actor } from '../access/roles.ts';
import { overLosses } from './connection-loss.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const VILLAGE = /^[0-9]{10}$/;

function checked(pattern: RegExp, text: string): string {
	// SET takes no parameters, so what goes into its text is looked at here.
	if (!pattern.test(text)) throw new Error('an id of the actor is not one');
	return text;
}

/** A list of no villages must not become the setting that means all. */
const villagesOf = ({ villages }: Actor): string =>
	villages === null ? '*' : villages.map((code) => checked(VILLAGE, code)).join(',');

/** The statements that make a transaction the actor's. `SET LOCAL`, because it reaches the shards and ends by itself. */
export const tenantSettings = (actor: Actor): string =>
	[
		...(actor.programmeId == null
			? ['set local role sentra_tenant']
			: ['set local role sentra_guest', `set local app.programme = '${checked(UUID, actor.programmeId)}'`]),
		`set local app.org_id = '${checked(UUID, actor.orgId)}'`,
		`set local app.villages = '${villagesOf(actor)}'`,
		`set local app.person = '${actor.personId === null ? '*' : checked(UUID, actor.personId)}'`,
	].join('; ');

/** Lets the rest of a transaction take values of one person out of the trail; null ends that. See `forgetInTrail`. */
export const forgettingSetting = (personId: string | null): string =>
	`set local app.forgets = '${personId === null ? '' : checked(UUID, personId)}'`;

/**
 * Goes on within a transaction as this actor, who replaces the one before: somebody who sees her own membership alone
 * becomes what it says.
 *
 * The settings go out together with the first statement of the work, on the same connection and before it: one journey
 * less. When they fail, PostgreSQL refuses every statement that follows.
 */
export async function goOnAs<Answer>(
	tx: TransactionSql,
	actor: Actor,
	work: (tx: TransactionSql) => Promise<Answer>,
): Promise<Answer> {
	const settings = tx.unsafe(tenantSettings(actor)).execute();
	// Waited for below; until then its error is nobody's.
	settings.catch(() => undefined);
	const answer = await work(tx);
	await settings;
	return answer;
}

/** Runs the work in one transaction as the actor. Everything inside is written, or nothing is. */
export async function asTenant<Answer>(
	sql: Sql,
	actor: Actor,
	work: (tx: TransactionSql) => Promise<Answer>,
): Promise<Answer> {
	const answer = await sql.begin((tx) => goOnAs(tx, actor, work));
	return answer as Answer;
}

/**
 * As `asTenant`, for reading: PostgreSQL itself refuses to write, and every statement sees the same moment. When the
 * connection is lost the work is done again from its beginning, so it sends nothing on before it ends.
 */
export async function readAsTenant<Answer>(
	sql: Sql,
	actor: Actor,
	work: (tx: TransactionSql) => Promise<Answer>,
): Promise<Answer> {
	const answer = await overLosses(() =>
		sql.begin('isolation level repeatable read read only', (tx) => goOnAs(tx, actor, work)),
	);
	return answer as Answer;
}
