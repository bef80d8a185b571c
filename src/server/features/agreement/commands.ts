/** Writing down, changing and taking back supply agreements. One that ended keeps its row, with its last day. */
import type { TransactionSql } from 'postgres';
import type * as v from 'valibot';
import { command } from '../../db/command.ts';
import { asColumns, holdSeen, removeSeen, traced, writeSeen } from '../../db/rows.ts';
import type { Row } from '../../db/rows.ts';
import { Problem } from '../../problems.ts';
import { partyPlace } from '../party/queries.ts';
import type { PartyPlace } from '../party/queries.ts';
import { changeAgreement, recordAgreement, removeAgreement } from './schema.ts';

const seen = (id: string, version: number) => ({
	table: 'supply_agreement',
	key: 'agreement_id',
	id,
	version,
});

type Details = Omit<v.InferOutput<typeof recordAgreement>, 'agreementId'>;

/**
 * What is newly taken from a stream is given by who has the stream. Held, so that the stream is not given to somebody else
 * before the agreement is there.
 */
async function checkStream(
	tx: TransactionSql,
	orgId: string,
	streamId: string,
	giver: PartyPlace,
	onRecord: Row,
) {
	const same =
		streamId === onRecord['stream_id'] &&
		giver.enterpriseId === onRecord['giver_enterprise_id'] &&
		giver.stakeholderId === onRecord['giver_stakeholder_id'];
	if (same) return;
	const [stream] = await tx`select from by_product_stream where org_id = ${orgId} and stream_id = ${streamId}
		and enterprise_id is not distinct from ${giver.enterpriseId}::uuid
		and stakeholder_id is not distinct from ${giver.stakeholderId}::uuid for key share`;
	if (stream === undefined) throw new Problem('not_found', { field: 'streamId' });
}

/** The agreement's columns, with what it carries of its two sides. */
async function placed(
	tx: TransactionSql,
	orgId: string,
	{ giver, taker, ...details }: Details,
	onRecord: Row = {},
) {
	const from = await partyPlace(tx, orgId, giver, 'giver');
	const to = await partyPlace(tx, orgId, taker, 'taker');
	if (from.programmeId !== to.programmeId) throw new Problem('not_found', { field: 'taker' });
	if (details.streamId !== null) await checkStream(tx, orgId, details.streamId, from, onRecord);
	return {
		...details,
		programmeId: from.programmeId,
		villageCode: from.villageCode,
		takerVillageCode: to.villageCode,
		giverEnterpriseId: from.enterpriseId,
		giverStakeholderId: from.stakeholderId,
		giverOwnerId: from.ownerId,
		takerEnterpriseId: to.enterpriseId,
		takerStakeholderId: to.stakeholderId,
		takerOwnerId: to.ownerId,
	};
}

/** The trail is read by one village: the giver's, or the taker's when the giver works everywhere. */
const villageOf = (row: { readonly villageCode: unknown; readonly takerVillageCode: unknown }) =>
	(row.villageCode ?? row.takerVillageCode) as string | null;

export const recordAgreementCommand = command('agreement.record', {
	right: 'change-enterprise',
	schema: recordAgreement,
	async run({ tx, actor, input: { agreementId, ...details } }) {
		const agreement = { agreementId, ...(await placed(tx, actor.orgId, details)) };
		await tx`insert into supply_agreement ${tx({ org_id: actor.orgId, ...asColumns(agreement) })}`;
		return {
			receipt: { agreementId, version: 1 },
			traces: [
				{ kind: 'agreement', id: agreementId, village: villageOf(agreement), after: traced(agreement) },
			],
		};
	},
});

export const changeAgreementCommand = command('agreement.change', {
	right: 'change-enterprise',
	schema: changeAgreement,
	async run({ tx, actor, input: { agreementId, version, ...details } }) {
		const known = seen(agreementId, version);
		const before = await holdSeen(tx, actor.orgId, known);
		const agreement = await placed(tx, actor.orgId, details, before);
		await writeSeen(tx, actor.orgId, known, agreement);
		return {
			receipt: { agreementId, version: version + 1 },
			traces: [
				{
					kind: 'agreement',
					id: agreementId,
					village: villageOf(agreement),
					before: traced(before),
					after: { ...agreement, version: version + 1 },
				},
			],
		};
	},
});

export const removeAgreementCommand = command('agreement.remove', {
	right: 'change-enterprise',
	schema: removeAgreement,
	async run({ tx, actor, input: { agreementId, version } }) {
		const before = traced(await removeSeen(tx, actor.orgId, seen(agreementId, version)));
		const village = villageOf(before as { villageCode: unknown; takerVillageCode: unknown });
		return {
			receipt: { agreementId },
			traces: [{ kind: 'agreement', id: agreementId, village, before, after: null }],
		};
	},
});
