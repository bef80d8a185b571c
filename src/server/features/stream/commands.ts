/** Writing down, changing and taking back by-product streams. */
import type { TransactionSql } from 'postgres';
import type * as v from 'valibot';
import { command } from '../../db/command.ts';
import { asColumns, holdSeen, removeSeen, traced, writeSeen } from '../../db/rows.ts';
import type { Row } from '../../db/rows.ts';
import { Problem } from '../../problems.ts';
import { partyPlace } from '../party/queries.ts';
import { changeStream, recordStream, removeStream } from './schema.ts';

const seen = (id: string, version: number) => ({ table: 'by_product_stream', key: 'stream_id', id, version });

type Details = Omit<v.InferOutput<typeof recordStream>, 'streamId'>;

/** The stream's columns, with what it carries of its source. */
async function placed(
	tx: TransactionSql,
	orgId: string,
	{ source, villageCode: arisesIn, ...details }: Details,
) {
	const { villageCode: sourceVillage, ...from } = await partyPlace(tx, orgId, source, 'source');
	const villageCode = source.kind === 'enterprise' ? sourceVillage : (arisesIn ?? sourceVillage);
	if (villageCode === null) throw new Problem('village_missing', { field: 'villageCode' });
	return { ...details, ...from, villageCode };
}

/** An agreement names its giver itself: a stream that is taken from stays whose it is until its agreements are put right. */
async function checkGivers(
	tx: TransactionSql,
	orgId: string,
	streamId: string,
	before: Row,
	after: { readonly enterpriseId: string | null; readonly stakeholderId: string | null },
) {
	if (before['enterprise_id'] === after.enterpriseId && before['stakeholder_id'] === after.stakeholderId)
		return;
	const [taken] = await tx<{ count: number }[]>`select count(*)::int from supply_agreement
		where org_id = ${orgId} and stream_id = ${streamId}`;
	if (taken !== undefined && taken.count > 0)
		throw new Problem('stream_is_given', { field: 'source', count: taken.count });
}

export const recordStreamCommand = command('stream.record', {
	right: 'change-enterprise',
	schema: recordStream,
	async run({ tx, actor, input: { streamId, ...details } }) {
		const stream = { streamId, ...(await placed(tx, actor.orgId, details)) };
		await tx`insert into by_product_stream ${tx({ org_id: actor.orgId, ...asColumns(stream) })}`;
		return {
			receipt: { streamId, version: 1 },
			traces: [{ kind: 'stream', id: streamId, village: stream.villageCode, after: stream }],
		};
	},
});

export const changeStreamCommand = command('stream.change', {
	right: 'change-enterprise',
	schema: changeStream,
	async run({ tx, actor, input: { streamId, version, ...details } }) {
		const known = seen(streamId, version);
		const before = await holdSeen(tx, actor.orgId, known);
		const stream = await placed(tx, actor.orgId, details);
		await checkGivers(tx, actor.orgId, streamId, before, stream);
		await writeSeen(tx, actor.orgId, known, stream);
		const after = { ...stream, version: version + 1 };
		return {
			receipt: { streamId, version: version + 1 },
			traces: [{ kind: 'stream', id: streamId, village: stream.villageCode, before: traced(before), after }],
		};
	},
});

export const removeStreamCommand = command('stream.remove', {
	right: 'change-enterprise',
	schema: removeStream,
	async run({ tx, actor, input: { streamId, version } }) {
		const before = await removeSeen(tx, actor.orgId, seen(streamId, version));
		const village = before['village_code'] as string;
		return {
			receipt: { streamId },
			traces: [{ kind: 'stream', id: streamId, village, before: traced(before), after: null }],
		};
	},
});
