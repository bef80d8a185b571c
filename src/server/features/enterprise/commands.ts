/** Writing down and changing enterprises. */
import type { TransactionSql } from 'postgres';
import { command } from '../../db/command.ts';
import { asColumns, holdSeen, traced, writeSeen } from '../../db/rows.ts';
import { checkPerson } from '../party/queries.ts';
import { changeEnterprise, recordEnterprise, setOwner } from './schema.ts';

export const recordEnterpriseCommand = command('enterprise.record', {
	right: 'change-enterprise',
	schema: recordEnterprise,
	async run({ tx, actor, input }) {
		await checkPerson(tx, actor, input.ownerId, 'ownerId');
		await tx`insert into enterprise ${tx({ org_id: actor.orgId, ...asColumns(input) })}`;
		const { enterpriseId, villageCode } = input;
		return {
			receipt: { enterpriseId, version: 1 },
			traces: [{ kind: 'enterprise', id: enterpriseId, village: villageCode, after: traced(input) }],
		};
	},
});

interface Belonging {
	readonly orgId: string;
	readonly enterpriseId: string;
	readonly villageCode: string;
	readonly ownerId: string | null;
}

/** What belongs to an enterprise is seen by who sees the enterprise: it goes along to another village or owner. */
async function takeAlong(tx: TransactionSql, { orgId, enterpriseId, villageCode, ownerId }: Belonging) {
	await tx`update permit set village_code = ${villageCode}, owner_id = ${ownerId}
		where org_id = ${orgId} and enterprise_id = ${enterpriseId}`;
	await tx`update by_product_stream set village_code = ${villageCode}, owner_id = ${ownerId}
		where org_id = ${orgId} and enterprise_id = ${enterpriseId}`;
	await tx`update supply_agreement set village_code = ${villageCode}, giver_owner_id = ${ownerId}
		where org_id = ${orgId} and giver_enterprise_id = ${enterpriseId}`;
	await tx`update supply_agreement set taker_village_code = ${villageCode}, taker_owner_id = ${ownerId}
		where org_id = ${orgId} and taker_enterprise_id = ${enterpriseId}`;
	await tx`update chain_price set owner_id = ${ownerId}
		where org_id = ${orgId} and enterprise_id = ${enterpriseId}`;
}

export const changeEnterpriseCommand = command('enterprise.change', {
	right: 'change-enterprise',
	schema: changeEnterprise,
	async run({ tx, actor, input: { enterpriseId, version, ...details } }) {
		const { orgId } = actor;
		const seen = { table: 'enterprise', key: 'enterprise_id', id: enterpriseId, version };
		const before = await holdSeen(tx, orgId, seen);
		await checkPerson(tx, actor, details.ownerId, 'ownerId', before['owner_id']);
		await writeSeen(tx, orgId, seen, details);
		const { villageCode, ownerId } = details;
		if (before['village_code'] !== villageCode || before['owner_id'] !== ownerId)
			await takeAlong(tx, { orgId, enterpriseId, villageCode, ownerId });
		const after = { ...traced(details), version: version + 1 };
		return {
			receipt: { enterpriseId, version: version + 1 },
			traces: [{ kind: 'enterprise', id: enterpriseId, village: villageCode, before: traced(before), after }],
		};
	},
});

export const setOwnerCommand = command('enterprise.set-owner', {
	right: 'change-enterprise',
	schema: setOwner,
	async run({ tx, actor, input: { enterpriseId, version, ownerId } }) {
		const { orgId } = actor;
		const seen = { table: 'enterprise', key: 'enterprise_id', id: enterpriseId, version };
		const before = await holdSeen(tx, orgId, seen);
		await checkPerson(tx, actor, ownerId, 'ownerId', before['owner_id']);
		await writeSeen(tx, orgId, seen, { ownerId });
		const villageCode = before['village_code'] as string;
		await takeAlong(tx, { orgId, enterpriseId, villageCode, ownerId });
		const trace = {
			before: { ownerId: before['owner_id'], version },
			after: { ownerId, version: version + 1 },
		};
		return {
			receipt: { enterpriseId, version: version + 1 },
			traces: [{ kind: 'enterprise', id: enterpriseId, village: villageCode, ...trace }],
		};
	},
});
