/**
 * The only way to change an organisation's records. A verb is one string with three uses: permission, audit row, event.
 * One transaction holds the change, its trace and its receipt; the same command sent again gets the same receipt.
 */
import type { Sql, TransactionSql } from 'postgres';
import * as v from 'valibot';
import type { Actor, Right } from '../access/roles.ts';
import { may } from '../access/roles.ts';
import { Problem, isProblemCode } from '../problems.ts';
import { addToAudit } from './audit.ts';
import type { Trace } from './audit.ts';
import { canonicalText, plain, sha256 } from './canonical.ts';
import { problemOf } from './complaints.ts';
import { overLosses } from './connection-loss.ts';
import { asTenant, readAsTenant } from './tenant.ts';

/** What a command's own code is given. */
export interface Work<Input> {
	readonly tx: TransactionSql;
	readonly actor: Actor;
	readonly input: Input;
	/** The moment of the command. */
	readonly at: Date;
}

/** What it gives back: the answer, which must be plain data, and what it changed. */
export interface Done<Receipt> {
	readonly receipt: Receipt;
	readonly traces: readonly Trace[];
}

export interface Command<Schema extends v.GenericSchema, Receipt> {
	readonly verb: string;
	readonly right: Right;
	readonly schema: Schema;
	/**
	 * What of the input tells one sending from another, when the input holds a secret of few figures: the plain hash of it
	 * could be tried out by whoever reads the receipts. Without it the whole input, as it was given.
	 */
	readonly hashed?: (input: v.InferOutput<Schema>, actor: Actor) => unknown;
	readonly run: (work: Work<v.InferOutput<Schema>>) => Promise<Done<Receipt>>;
}

/** Every command by its verb, for tests that walk them all and for an outbox that sends verbs. */
export const commands = new Map<string, Command<v.GenericSchema, unknown>>();

/** Declares a command. */
export function command<Schema extends v.GenericSchema, Receipt>(
	verb: string,
	parts: Omit<Command<Schema, Receipt>, 'verb'>,
): Command<Schema, Receipt> {
	if (commands.has(verb)) throw new Error(`two commands are called ${verb}`);
	const made = { verb, ...parts };
	commands.set(verb, made as unknown as Command<v.GenericSchema, unknown>);
	return made;
}

export interface Request {
	readonly actor: Actor;
	/** A UUID made where the command was given: sent twice it is done once. */
	readonly id: string;
	readonly input: unknown;
	readonly at?: Date;
}

const commandId = v.pipe(v.string(), v.uuid());

/** The input as its schema reads it. Throws `input_not_readable`, or the problem that the schema names, with the field. */
export function readInput<Schema extends v.GenericSchema>(
	schema: Schema,
	given: unknown,
): v.InferOutput<Schema> {
	const parsed = v.safeParse(schema, given);
	if (parsed.success) return parsed.output;
	const [issue] = parsed.issues;
	const field = v.getDotPath(issue) ?? '';
	// A schema may say what is wrong with a field by the code of a problem.
	if (isProblemCode(issue.message)) throw new Problem(issue.message, { field });
	throw new Problem('input_not_readable', { field, message: issue.message });
}

/** Does a command, or throws a `Problem`; then nothing is written. */
export async function perform<Schema extends v.GenericSchema, Receipt>(
	sql: Sql,
	{ verb, right, schema, hashed, run }: Command<Schema, Receipt>,
	{ actor, id, input: given, at = new Date() }: Request,
): Promise<Receipt> {
	if (!may(actor.role, right)) throw new Problem('not_allowed', { verb });
	// A form brings it back: what is no id would only be found by the database.
	readInput(commandId, id);
	const output = readInput(schema, given);
	const told = hashed === undefined ? given : hashed(output, actor);
	const hash = sha256(canonicalText({ verb, input: told }));
	const answered = async (tx: TransactionSql): Promise<{ readonly answer: Receipt } | null> => {
		const [known] = await tx<{ input_sha256: Buffer; receipt: { answer: Receipt } }[]>`
			select input_sha256, receipt from command_receipt where org_id = ${actor.orgId} and command_id = ${id}`;
		if (known === undefined) return null;
		// Emptied when whom it told of was forgotten: then the answer stands for whatever was sent.
		if (known.input_sha256.length > 0 && !known.input_sha256.equals(hash))
			throw new Problem('command_reused', { verb });
		return known.receipt;
	};
	const once = () =>
		asTenant(sql, actor, async (tx) => {
			const known = await answered(tx);
			if (known !== null) return known.answer;
			const { receipt, traces } = await run({ tx, actor, input: output, at });
			await addToAudit(tx, actor, { id, verb, at }, traces);
			await tx`insert into command_receipt (org_id, command_id, verb, input_sha256, receipt, at)
				values (${actor.orgId}, ${id}, ${verb}, ${hash}, ${tx.json({ answer: plain(receipt) } as never)}, ${at})`;
			return receipt;
		});
	try {
		// When only the answer was lost, the receipt says so and nothing is done again.
		return await overLosses(once);
	} catch (error) {
		const problem = problemOf(error);
		if (problem?.code === 'database_away') throw problem;
		// The same command came twice at the same moment and the other was first: its receipt is there by now.
		const known = await readAsTenant(sql, actor, answered);
		if (known !== null) return known.answer;
		throw problem ?? error;
	}
}
