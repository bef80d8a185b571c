/** The actors of a programme and the agreements between them, as dots and lines. */
import type { TransactionSql } from 'postgres';
import { listAgreements } from '../agreement/queries.ts';
import type { ListedAgreement } from '../agreement/queries.ts';
import { listParties } from '../party/queries.ts';
import type { ListedParty } from '../party/queries.ts';

export interface ActorNetwork {
	/** Enterprises and stakeholders, each with how many lines it has. */
	readonly actors: readonly (ListedParty & { readonly lines: number })[];
	/** Agreements whose two sides are both among the actors. */
	readonly agreements: readonly ListedAgreement[];
	/** Agreements with a side that this actor does not see or that has ended: they are counted, not drawn. */
	readonly leadingOutside: number;
}

interface NetworkFilter {
	readonly programmeId: string;
	readonly on: string;
	/** Its actors, those that work everywhere, and whom they have agreements with. */
	readonly villageCode?: string | null;
}

const sidesOf = (agreement: ListedAgreement): readonly [string, string] => [
	(agreement.giverEnterpriseId ?? agreement.giverStakeholderId) as string,
	(agreement.takerEnterpriseId ?? agreement.takerStakeholderId) as string,
];

/** Everybody, with the agreements that run on the day. */
export async function actorNetwork(
	tx: TransactionSql,
	orgId: string,
	{ programmeId, on, villageCode }: NetworkFilter,
): Promise<ActorNetwork> {
	const everybody = (await listParties(tx, orgId, programmeId)).filter(({ ended }) => !ended);
	const listed = await listAgreements(tx, orgId, { programmeId, on, villageCode });
	const running = listed.filter(({ state }) => state === 'running');
	const known = new Set(everybody.map(({ id }) => id));
	const agreements = running.filter((one) => sidesOf(one).every((id) => known.has(id)));
	const lines = new Map<string, number>();
	for (const id of agreements.flatMap(sidesOf)) lines.set(id, (lines.get(id) ?? 0) + 1);
	const actors = everybody
		.filter(
			(one) =>
				!villageCode || one.villageCode === villageCode || one.villageCode === null || lines.has(one.id),
		)
		.map((one) => ({ ...one, lines: lines.get(one.id) ?? 0 }));
	return { actors, agreements, leadingOutside: running.length - agreements.length };
}
