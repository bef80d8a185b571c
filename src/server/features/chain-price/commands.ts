/** Writing down, changing and taking back prices of a value chain. */
import type { TransactionSql } from 'postgres';
import { command } from '../../db/command.ts';
import { asColumns, holdSeen, removeSeen, traced, writeSeen } from '../../db/rows.ts';
import type { Row } from '../../db/rows.ts';
import { partyPlace } from '../party/queries.ts';
import type { Party } from '../party/schema.ts';
import { changePrice, recordPrice, removePrice } from './schema.ts';

const seen = (id: string, version: number) => ({ table: 'chain_price', key: 'chain_price_id', id, version });

/** The actor that a price names already, with the person whose record it is. One in another village stays, unseen. */
function actorOnRecord({ kind, id }: Party, row: Row) {
	if (row[kind === 'enterprise' ? 'enterprise_id' : 'stakeholder_id'] !== id) return null;
	return {
		enterpriseId: kind === 'enterprise' ? id : null,
		stakeholderId: kind === 'stakeholder' ? id : null,
		ownerId: row['owner_id'] as string | null,
	};
}

/** The price's columns, with the actor on record. */
async function placed<Details extends { readonly actor: Party | null }>(
	tx: TransactionSql,
	orgId: string,
	{ actor, ...details }: Details,
	onRecord: Row = {},
) {
	const found =
		actor === null ? null : (actorOnRecord(actor, onRecord) ?? (await partyPlace(tx, orgId, actor, 'actor')));
	return {
		...details,
		enterpriseId: found?.enterpriseId ?? null,
		stakeholderId: found?.stakeholderId ?? null,
		ownerId: found?.ownerId ?? null,
	};
}

export const recordPriceCommand = command('chain-price.record', {
	right: 'change-enterprise',
	schema: recordPrice,
	async run({ tx, actor, input }) {
		const price = await placed(tx, actor.orgId, input);
		await tx`insert into chain_price ${tx({ org_id: actor.orgId, ...asColumns(price) })}`;
		const { chainPriceId, villageCode } = input;
		return {
			receipt: { chainPriceId, version: 1 },
			traces: [{ kind: 'chain-price', id: chainPriceId, village: villageCode, after: price }],
		};
	},
});

export const changePriceCommand = command('chain-price.change', {
	right: 'change-enterprise',
	schema: changePrice,
	async run({ tx, actor, input: { chainPriceId, version, ...details } }) {
		const known = seen(chainPriceId, version);
		const before = await holdSeen(tx, actor.orgId, known);
		const price = await placed(tx, actor.orgId, details, before);
		await writeSeen(tx, actor.orgId, known, price);
		const after = { ...price, version: version + 1 };
		const village = details.villageCode;
		return {
			receipt: { chainPriceId, version: version + 1 },
			traces: [{ kind: 'chain-price', id: chainPriceId, village, before: traced(before), after }],
		};
	},
});

export const removePriceCommand = command('chain-price.remove', {
	right: 'change-enterprise',
	schema: removePrice,
	async run({ tx, actor, input: { chainPriceId, version } }) {
		const before = await removeSeen(tx, actor.orgId, seen(chainPriceId, version));
		const village = before['village_code'] as string;
		return {
			receipt: { chainPriceId },
			traces: [{ kind: 'chain-price', id: chainPriceId, village, before: traced(before), after: null }],
		};
	},
});
