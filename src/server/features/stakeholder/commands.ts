/** Writing down and changing stakeholders. */
import { command } from '../../db/command.ts';
import { asColumns, holdSeen, traced, writeSeen } from '../../db/rows.ts';
import { checkPerson } from '../party/queries.ts';
import { changeStakeholder, recordStakeholder } from './schema.ts';

export const recordStakeholderCommand = command('stakeholder.record', {
	right: 'change-enterprise',
	schema: recordStakeholder,
	async run({ tx, actor, input }) {
		await checkPerson(tx, actor, input.personId, 'personId');
		await tx`insert into stakeholder ${tx({ org_id: actor.orgId, ...asColumns(input) })}`;
		const { stakeholderId, villageCode } = input;
		return {
			receipt: { stakeholderId, version: 1 },
			traces: [{ kind: 'stakeholder', id: stakeholderId, village: villageCode, after: traced(input) }],
		};
	},
});

export const changeStakeholderCommand = command('stakeholder.change', {
	right: 'change-enterprise',
	schema: changeStakeholder,
	async run({ tx, actor, input: { stakeholderId, version, ...details } }) {
		const { orgId } = actor;
		const seen = { table: 'stakeholder', key: 'stakeholder_id', id: stakeholderId, version };
		const before = await holdSeen(tx, orgId, seen);
		await checkPerson(tx, actor, details.personId, 'personId', before['person_id']);
		await writeSeen(tx, orgId, seen, details);
		const { villageCode } = details;
		// Its side of an agreement is seen where it is.
		await tx`update supply_agreement set village_code = ${villageCode}, giver_owner_id = ${details.personId}
			where org_id = ${orgId} and giver_stakeholder_id = ${stakeholderId}`;
		await tx`update supply_agreement set taker_village_code = ${villageCode}, taker_owner_id = ${details.personId}
			where org_id = ${orgId} and taker_stakeholder_id = ${stakeholderId}`;
		const after = { ...traced(details), version: version + 1 };
		return {
			receipt: { stakeholderId, version: version + 1 },
			traces: [
				{ kind: 'stakeholder', id: stakeholderId, village: villageCode, before: traced(before), after },
			],
		};
	},
});
