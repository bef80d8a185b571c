/**
 * A program for the tests of kills: four hands that give real commands to two organisations, one after the other, through
 * `perform`. It tells on stdout what it sends and what was acknowledged, one line a thing. First it gives again what it
 * reads on stdin, as an app does after its own end.
 */
import { createInterface } from 'node:readline';
import { v7 } from 'uuid';
import type { Actor } from '../../access/roles.ts';
import { addPerson, changePerson } from '../../features/person/commands.ts';
import { holdIdentityKeys, openIdentityKeys } from '../../identity/identity-keys.ts';
import { perform } from '../command.ts';
import { connect } from '../connect.ts';
import { reachServer } from '../open.ts';

/** A command as it is sent, and sent again. */
export interface TrialCommand {
	readonly id: string;
	readonly verb: 'person.add' | 'person.change';
	readonly actor: Actor;
	readonly input: Readonly<Record<string, unknown>>;
	readonly at: string;
}

export type TrialLine =
	| { readonly what: 'joined'; readonly ms: number }
	| { readonly what: 'sent'; readonly command: TrialCommand }
	| { readonly what: 'done'; readonly id: string; readonly receipt: unknown; readonly sentAt: number }
	| { readonly what: 'refused'; readonly id: string; readonly message: string };

export interface TrialOrder {
	readonly actors: readonly Actor[];
	readonly village: string;
	readonly again: readonly TrialCommand[];
	readonly write: boolean;
}

const HANDS_PER_ORGANISATION = 2;
const say = (line: TrialLine): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

async function run(folder: string): Promise<void> {
	const began = Date.now();
	const { where } = await reachServer({ folder, migrations: '' });
	const sql = connect(where);
	await sql`select 1`;
	holdIdentityKeys(openIdentityKeys(folder));
	say({ what: 'joined', ms: Date.now() - began });

	async function give(command: TrialCommand): Promise<void> {
		const sentAt = Date.now();
		const { id, actor, input } = command;
		const request = { actor, id, input, at: new Date(command.at) };
		try {
			const receipt =
				command.verb === 'person.add'
					? await perform(sql, addPerson, request)
					: await perform(sql, changePerson, request);
			say({ what: 'done', id, receipt, sentAt });
		} catch (error) {
			say({ what: 'refused', id, message: String((error as Error).stack) });
		}
	}

	async function hand(actor: Actor, village: string): Promise<void> {
		for (;;) {
			const personId = v7();
			const person = { personId, name: `Ibu ${personId}`, villageCode: village, phone: '0812 3456 789' };
			const twice: TrialCommand[] = [
				{ id: v7(), verb: 'person.add', actor, input: person, at: new Date().toISOString() },
				{
					id: v7(),
					verb: 'person.change',
					actor,
					input: { ...person, note: 'pindah rumah', version: 1 },
					at: new Date().toISOString(),
				},
			];
			for (const command of twice) {
				say({ what: 'sent', command });
				await give(command);
			}
		}
	}

	for await (const line of createInterface({ input: process.stdin })) {
		const order = JSON.parse(line) as TrialOrder;
		for (const command of order.again) await give(command);
		if (!order.write) process.exit(0);
		for (const actor of order.actors)
			for (let one = 0; one < HANDS_PER_ORGANISATION; one += 1) void hand(actor, order.village);
	}
}

await run(process.argv[2] ?? '');
