/** Two organisations with a programme each, for the tests of what a village has. Figures are from the papers. */
import { v7 } from 'uuid';
import type * as v from 'valibot';
import type { Role } from '../../access/roles.ts';
import { perform } from '../../db/command.ts';
import type { Command } from '../../db/command.ts';
import { asTenant, readAsTenant } from '../../db/tenant.ts';
import { people } from '../../db/testing.ts';
import type { People, TestHouse } from '../../db/testing.ts';
import type { TransactionSql } from 'postgres';
import { villages } from '../../db/testing-areas.ts';
import { removePerson } from '../person/commands.ts';
import { recordStakeholderCommand } from '../stakeholder/commands.ts';
import { recordEnterpriseCommand } from './commands.ts';

export const day = '2026-11-22';

export interface Scene {
	readonly who: People;
	readonly programmeId: string;
	/** Does a command as a role; a manager unless stated. */
	readonly does: <Schema extends v.GenericSchema, Receipt>(
		command: Command<Schema, Receipt>,
		input: v.InferInput<Schema>,
		role?: Role,
	) => Promise<Receipt>;
	readonly reads: <Answer>(
		query: (tx: TransactionSql) => Promise<Answer>,
		role?: Role | { readonly personId: string },
	) => Promise<Answer>;
	readonly enterprise: (
		given?: Partial<v.InferInput<(typeof recordEnterpriseCommand)['schema']>>,
		role?: Role,
	) => Promise<string>;
	/** Somebody on record; her id. */
	readonly person: (villageCode?: string) => Promise<string>;
	/** The programme works in this village too. */
	readonly worksIn: (villageCode: string) => Promise<void>;
	/** Takes her off the list of people. */
	readonly removed: (personId: string) => Promise<void>;
	readonly stakeholder: (
		given?: Partial<v.InferInput<(typeof recordStakeholderCommand)['schema']>>,
		role?: Role,
	) => Promise<string>;
}

/** An organisation with a programme in Kalanganyar and Sei Lekop. */
export async function scene(house: TestHouse, name?: string): Promise<Scene> {
	const who = await people(house.sql, name);
	const programmeId = v7();
	await asTenant(house.sql, who.as('owner'), async (tx) => {
		await tx`insert into programme (org_id, programme_id, slug, name, stage)
			values (${who.orgId}, ${programmeId}, 'kalanganyar', 'Kalanganyar Sentris Berseri', 'growing')`;
	});
	const does: Scene['does'] = (command, input, role = 'manager') =>
		perform(house.sql, command, { actor: who.as(role), id: v7(), input });
	const reads: Scene['reads'] = (query, role = 'manager') => {
		const actor = typeof role === 'string' ? who.as(role) : { ...who.as('member'), ...role };
		return readAsTenant(house.sql, actor, query);
	};
	const person: Scene['person'] = async (villageCode = villages.kalanganyar) => {
		const personId = v7();
		await asTenant(house.sql, who.as('owner'), async (tx) => {
			await tx`insert into person (org_id, person_id, name, village_code)
				values (${who.orgId}, ${personId}, 'Bu Rini', ${villageCode})`;
		});
		return personId;
	};
	const worksIn: Scene['worksIn'] = async (villageCode) => {
		await asTenant(
			house.sql,
			who.as('owner'),
			(tx) => tx`insert into programme_village (org_id, programme_id, village_code)
				values (${who.orgId}, ${programmeId}, ${villageCode})`,
		);
	};
	const removed: Scene['removed'] = async (personId) => {
		await does(removePerson, { personId, version: 1, reason: 'double' });
	};
	const enterprise: Scene['enterprise'] = async (given = {}, role) => {
		const enterpriseId = given.enterpriseId ?? v7();
		const base = { villageCode: villages.kalanganyar, name: 'OLIKAN', kind: 'food' as const };
		await does(recordEnterpriseCommand, { programmeId, ...base, ...given, enterpriseId }, role);
		return enterpriseId;
	};
	const stakeholder: Scene['stakeholder'] = async (given = {}, role) => {
		const stakeholderId = given.stakeholderId ?? v7();
		const base = { name: 'DPPU Juanda', actorGroup: 'business' as const, kind: 'company' as const };
		await does(recordStakeholderCommand, { programmeId, ...base, ...given, stakeholderId }, role);
		return stakeholderId;
	};
	return { who, programmeId, does, reads, person, worksIn, removed, enterprise, stakeholder };
}
