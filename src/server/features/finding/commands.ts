/** Writing down, changing and taking back problems and potentials. */
import type { TransactionSql } from 'postgres';
import type { Actor } from '../../access/roles.ts';
import { command } from '../../db/command.ts';
import { asColumns, holdSeen, removeSeen, traced, writeSeen } from '../../db/rows.ts';
import type { Row } from '../../db/rows.ts';
import { Problem } from '../../problems.ts';
import { enterprisePlace } from '../enterprise/queries.ts';
import { checkPerson } from '../party/queries.ts';
import { changeFinding, recordFinding, removeFinding } from './schema.ts';
import type { Finding } from './schema.ts';

const seen = (id: string, version: number) => ({ table: 'finding', key: 'finding_id', id, version });

/** A foreign key looks past the policies: what a finding is newly about must be seen by who writes it. */
async function checkLinks(
	tx: TransactionSql,
	actor: Actor,
	{ personId, enterpriseId, streamId }: Pick<Finding, 'personId' | 'enterpriseId' | 'streamId'>,
	onRecord: Row = {},
) {
	const { orgId } = actor;
	await checkPerson(tx, actor, personId, 'personId', onRecord['person_id']);
	if (enterpriseId !== null && enterpriseId !== onRecord['enterprise_id'])
		await enterprisePlace(tx, orgId, enterpriseId);
	if (streamId === null || streamId === onRecord['stream_id']) return;
	const [stream] =
		await tx`select from by_product_stream where org_id = ${orgId} and stream_id = ${streamId}`;
	if (stream === undefined) throw new Problem('not_found', { field: 'streamId' });
}

export const recordFindingCommand = command('finding.record', {
	right: 'change-enterprise',
	schema: recordFinding,
	async run({ tx, actor, input }) {
		await checkLinks(tx, actor, input);
		await tx`insert into finding ${tx({ org_id: actor.orgId, ...asColumns(input) })}`;
		const { findingId, villageCode } = input;
		return {
			receipt: { findingId, version: 1 },
			traces: [{ kind: 'finding', id: findingId, village: villageCode, after: input }],
		};
	},
});

export const changeFindingCommand = command('finding.change', {
	right: 'change-enterprise',
	schema: changeFinding,
	async run({ tx, actor, input: { findingId, version, ...details } }) {
		const known = seen(findingId, version);
		const before = await holdSeen(tx, actor.orgId, known);
		await checkLinks(tx, actor, details, before);
		await writeSeen(tx, actor.orgId, known, details);
		const after = { ...details, version: version + 1 };
		return {
			receipt: { findingId, version: version + 1 },
			traces: [
				{ kind: 'finding', id: findingId, village: details.villageCode, before: traced(before), after },
			],
		};
	},
});

export const removeFindingCommand = command('finding.remove', {
	right: 'change-enterprise',
	schema: removeFinding,
	async run({ tx, actor, input: { findingId, version } }) {
		const before = await removeSeen(tx, actor.orgId, seen(findingId, version));
		const village = before['village_code'] as string;
		return {
			receipt: { findingId },
			traces: [{ kind: 'finding', id: findingId, village, before: traced(before), after: null }],
		};
	},
});
