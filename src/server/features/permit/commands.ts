/** Writing down, changing and taking back permits. */
import { command } from '../../db/command.ts';
import { asColumns, changeSeen, removeSeen, traced } from '../../db/rows.ts';
import { enterprisePlace } from '../enterprise/queries.ts';
import { changePermit, recordPermit, removePermit } from './schema.ts';

const seen = (id: string, version: number) => ({ table: 'permit', key: 'permit_id', id, version });

export const recordPermitCommand = command('permit.record', {
	right: 'change-enterprise',
	schema: recordPermit,
	async run({ tx, actor, input }) {
		const { villageCode, ownerId } = await enterprisePlace(tx, actor.orgId, input.enterpriseId);
		await tx`insert into permit ${tx({
			org_id: actor.orgId,
			village_code: villageCode,
			owner_id: ownerId,
			...asColumns(input),
		})}`;
		const { permitId } = input;
		return {
			receipt: { permitId, version: 1 },
			traces: [
				{ kind: 'permit', id: permitId, village: villageCode, personId: ownerId, after: traced(input) },
			],
		};
	},
});

export const changePermitCommand = command('permit.change', {
	right: 'change-enterprise',
	schema: changePermit,
	async run({ tx, actor, input: { permitId, version, ...details } }) {
		const before = await changeSeen(tx, actor.orgId, seen(permitId, version), details);
		const village = before['village_code'] as string;
		const personId = before['owner_id'] as string | null;
		const after = { ...details, version: version + 1 };
		return {
			receipt: { permitId, version: version + 1 },
			traces: [{ kind: 'permit', id: permitId, village, personId, before: traced(before), after }],
		};
	},
});

export const removePermitCommand = command('permit.remove', {
	right: 'change-enterprise',
	schema: removePermit,
	async run({ tx, actor, input: { permitId, version } }) {
		const before = await removeSeen(tx, actor.orgId, seen(permitId, version));
		const village = before['village_code'] as string;
		return {
			receipt: { permitId },
			traces: [{ kind: 'permit', id: permitId, village, before: traced(before), after: null }],
		};
	},
});
