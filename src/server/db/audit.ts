/**
 * The log of commands as a chain: every entry holds the hash of the one before. What is personal lies beside the entry,
 * which holds a seal of it (personal-values.ts), so that it can be forgotten and the chain still fits.
 */
import type { TransactionSql } from 'postgres';
import type { Actor } from '../access/roles.ts';
import { canonicalText, sha256 } from './canonical.ts';
import type { Plain } from './canonical.ts';
import { keepPersonal, missingFrom, personalColumn, sealTrace, takenOutBy } from './personal-values.ts';
import type { PersonalColumn, PersonalValue } from './personal-values.ts';

/** Which record a command changed, what it was and what it became. */
export interface Trace {
	readonly kind: string;
	readonly id: string;
	/** The area code of its village, so that a facilitator reads no trace of another's. */
	readonly village?: string | null;
	/** Whom it tells of, when no field of it names her. */
	readonly personId?: string | null;
	readonly before?: unknown;
	readonly after?: unknown;
}

/** How an entry is written: 1 with its values, 2 with seals of those that are personal. */
const FORMAT = 2;

interface Entry {
	readonly format: number;
	readonly number: string;
	readonly command_id: string;
	readonly at: Date;
	readonly verb: string;
	readonly actor_account_id: string | null;
	readonly actor_name: string;
	readonly actor_role: string;
	readonly record_kind: string | null;
	readonly record_id: string | null;
	readonly record_village: string | null;
	readonly before: Plain;
	readonly after: Plain;
}

/** The first entry follows this. */
const BEGINNING = Buffer.alloc(32);

const hashOf = (entry: ReturnType<typeof columns>, previous: Buffer): Buffer =>
	sha256(`${previous.toString('hex')}\n${canonicalText(entry)}`);

const columns = (entry: Entry) => ({
	// Entries of the first format were hashed before there was another.
	...(entry.format === 1 ? {} : { format: entry.format }),
	number: entry.number,
	command_id: entry.command_id,
	at: entry.at,
	verb: entry.verb,
	actor_account_id: entry.actor_account_id,
	actor_name: entry.actor_name,
	actor_role: entry.actor_role,
	record_kind: entry.record_kind,
	record_id: entry.record_id,
	record_village: entry.record_village,
	before: entry.before,
	after: entry.after,
});

/** Adds an entry for every trace of a command. The chain's end is locked until the transaction ends. */
export async function addToAudit(
	tx: TransactionSql,
	actor: Actor,
	command: { readonly id: string; readonly verb: string; readonly at: Date },
	traces: readonly Trace[],
): Promise<void> {
	await tx`insert into audit_head (org_id, number, hash) values (${actor.orgId}, 0, ${BEGINNING})
		on conflict (org_id) do nothing`;
	const [head] = await tx<{ number: string; hash: Buffer }[]>`
		select number, hash from audit_head where org_id = ${actor.orgId} for update`;
	let [number, previous] = [BigInt(head?.number ?? 0), head?.hash ?? BEGINNING];
	const personal: { number: string; village: string | null; values: readonly PersonalValue[] }[] = [];
	for (const trace of traces.length > 0 ? traces : [null]) {
		number += 1n;
		const { before, after, actorName, values } = sealTrace(trace, actor);
		const entry: Entry = {
			format: FORMAT,
			number: String(number),
			command_id: command.id,
			at: command.at,
			verb: command.verb,
			actor_account_id: actor.accountId,
			actor_name: actorName,
			actor_role: actor.role,
			record_kind: trace?.kind ?? null,
			record_id: trace?.id ?? null,
			record_village: trace?.village ?? null,
			before,
			after,
		};
		const hash = hashOf(columns(entry), previous);
		await tx`insert into audit_entry ${tx({
			org_id: actor.orgId,
			...columns(entry),
			before: tx.json(entry.before as never),
			after: tx.json(entry.after as never),
			previous_hash: previous,
			hash,
		})}`;
		previous = hash;
		personal.push({ number: entry.number, village: entry.record_village, values });
	}
	await keepPersonal(tx, actor.orgId, personal);
	await tx`update audit_head set number = ${String(number)}, hash = ${previous} where org_id = ${actor.orgId}`;
}

/** What is wrong with a chain: the number of the first entry that does not fit, or null when all do. */
export interface ChainState {
	readonly entries: number;
	readonly brokenAt: string | null;
}

type StoredEntry = Entry & {
	readonly previous_hash: Buffer;
	readonly hash: Buffer;
	readonly personal: PersonalColumn;
};

const numberOf = (place: string): bigint => BigInt(/^\d+/.exec(place)?.[0] ?? 0);

/** The first entry of which a value is not there and nobody was forgotten, or is there although somebody was. */
function firstUncovered(missing: ReadonlySet<string>, takenOut: ReadonlySet<string>): string | null {
	const wrong = [
		...[...missing].filter((place) => !takenOut.has(place)),
		...[...takenOut].filter((place) => !missing.has(place)),
	].map(numberOf);
	return wrong.length === 0 ? null : String(wrong.reduce((least, one) => (one < least ? one : least)));
}

/**
 * Reads an organisation's whole chain and computes every hash again, and the seal of every personal value that is there.
 * One that is not there must be named by an entry that forgot a person. The actor must see all villages and people.
 */
export async function verifyAudit(tx: TransactionSql, orgId: string): Promise<ChainState> {
	const [head] = await tx<{ number: string; hash: Buffer }[]>`
		select number, hash from audit_head where org_id = ${orgId}`;
	let expected = 0n;
	let previous: Buffer = BEGINNING;
	const missing = new Set<string>();
	const takenOut = new Set<string>();
	const all = tx<StoredEntry[]>`
		select format, number, command_id, at, verb, actor_account_id, actor_name, actor_role, record_kind, record_id,
			record_village, before, after, previous_hash, hash, ${personalColumn(tx, orgId)}
		from audit_entry where org_id = ${orgId} order by number`.cursor(500);
	for await (const rows of all)
		for (const row of rows) {
			expected += 1n;
			const absent = missingFrom(row.number, row);
			const fits =
				BigInt(row.number) === expected &&
				row.previous_hash.equals(previous) &&
				row.hash.equals(hashOf(columns(row), previous)) &&
				absent !== null;
			if (!fits) return { entries: Number(expected), brokenAt: String(expected) };
			for (const place of absent) missing.add(place);
			for (const place of takenOutBy(row)) takenOut.add(place);
			previous = row.hash;
		}
	const uncovered = firstUncovered(missing, takenOut);
	if (uncovered !== null) return { entries: Number(expected), brokenAt: uncovered };
	// Entries taken from the end leave a chain that fits, but not its head.
	const whole = BigInt(head?.number ?? 0) === expected && (head?.hash ?? BEGINNING).equals(previous);
	return { entries: Number(expected), brokenAt: whole ? null : String(expected + 1n) };
}

/** The chains of every organisation that the transaction sees: all of them, when it is the keeper's. */
export async function allChains(tx: TransactionSql): Promise<({ orgId: string } & ChainState)[]> {
	const all = await tx<{ org_id: string }[]>`select org_id from organisation order by org_id`;
	const chains = [];
	for (const { org_id: orgId } of all) chains.push({ orgId, ...(await verifyAudit(tx, orgId)) });
	return chains;
}
