import type { HayamiKey } from '#methods/value-added/hayami-rows.ts';

/** The figure that "Dari mana angka ini?" explains. */
export interface Asked {
	readonly product: number;
	readonly key: HayamiKey;
}
