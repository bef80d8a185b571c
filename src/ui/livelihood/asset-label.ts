/** The five assets as the fields call them. The words of the results stand with the report, which is fetched later. */
import type { AssetId } from '#inputs/livelihood-content.ts';
import { m } from '#words/messages.js';

export function assetLabel(asset: AssetId | ''): string {
	const labels = {
		natural: m.livelihood_asset_natural,
		physical: m.livelihood_asset_physical,
		human: m.livelihood_asset_human,
		financial: m.livelihood_asset_financial,
		social: m.livelihood_asset_social,
		'': m.livelihood_asset_none,
	} as const;
	return labels[asset]();
}
