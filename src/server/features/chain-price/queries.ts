/** Reading the prices of value chains, and who gets how much of the final price. */
import type { TransactionSql } from 'postgres';
import { priceShares } from '#methods/programme/price-shares.ts';
import type { PriceShares } from '#methods/programme/price-shares.ts';
import { asRecord } from '../../db/rows.ts';
import type { ChainPrice } from './schema.ts';

export interface PriceChain {
	readonly product: string;
	readonly villageCode: string;
	readonly villageName: string;
	/** From who makes it to who sells it last. */
	readonly steps: readonly ChainPrice[];
	readonly shares: PriceShares;
}

interface ChainFilter {
	readonly programmeId: string;
	readonly villageCode?: string | null;
}

const number = (text: string | null): number | null => (text === null ? null : Number(text));

/** One chain a product and village. */
export async function priceChains(
	tx: TransactionSql,
	orgId: string,
	{ programmeId, villageCode }: ChainFilter,
): Promise<PriceChain[]> {
	const rows = await tx<Record<string, unknown>[]>`
		select chain_price_id, programme_id, village_code, area.name as village_name, product, step, actor_name,
			enterprise_id, stakeholder_id, buys_at, sells_at, unit, noted_on, version
		from chain_price join area on area.code = village_code
		where org_id = ${orgId} and programme_id = ${programmeId}
			${villageCode ? tx`and village_code = ${villageCode}` : tx``}
		order by lower(product), product, village_code, step`;
	const chains = new Map<string, { villageName: string; steps: ChainPrice[] }>();
	for (const row of rows) {
		const { villageName, ...step } = asRecord<ChainPrice & { readonly villageName: string }>(row);
		const key = `${step.villageCode} ${step.product}`;
		const chain = chains.get(key) ?? { villageName, steps: [] };
		chains.set(key, chain);
		chain.steps.push(step);
	}
	return [...chains.values()].map(({ villageName, steps }) => ({
		product: steps[0]?.product ?? '',
		villageCode: steps[0]?.villageCode ?? '',
		villageName,
		steps,
		shares: priceShares(
			steps.map(({ unit, buysAt, sellsAt }) => ({ unit, buysAt: number(buysAt), sellsAt: number(sellsAt) })),
		),
	}));
}
