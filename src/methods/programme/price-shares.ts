/**
 * Who gets how much of the final price of a product: each actor keeps what she sells for less what the one before sold
 * for, so that the parts add up to the final price. Kohls and Uhl (2002), Marketing of Agricultural Products, 9th
 * edition, chapter 6 (the food marketing margin); the first part is the producer's share.
 */

export interface PriceStep {
	/** What the price is for. A chain has one unit: a kilogram of fish is not a kilogram of crackers. */
	readonly unit: string;
	/** Rupiah for one unit; null when nobody said. The first one makes it and need not buy. */
	readonly buysAt: number | null;
	readonly sellsAt: number | null;
}

export interface PricePart {
	/** Rupiah for one unit; below 0 for who sells for less than the one before. */
	readonly keeps: number;
	/** In per cent of the final price. */
	readonly sharePct: number;
	/** What she says she paid, less what the one before says she got: 0, or something between them is not on record. */
	readonly unexplained: number | null;
}

export type PriceShares =
	| { readonly status: 'ok'; readonly finalPrice: number; readonly parts: readonly PricePart[] }
	| {
			readonly status: 'missing-input' | 'invalid-input' | 'undefined';
			/** `NO_STEPS`, `NO_SELLING_PRICE`, `UNITS_DIFFER` or `FINAL_PRICE_ZERO`. */
			readonly reason: string;
			/** Index of the step that is why; null when it is none of them. */
			readonly at: number | null;
	  };

const refused = (
	status: 'missing-input' | 'invalid-input' | 'undefined',
	reason: string,
	at: number | null,
): PriceShares => ({ status, reason, at });

/** The parts of the final price, in the order of the chain. Law: they add up to it. */
export function priceShares(steps: readonly PriceStep[]): PriceShares {
	if (steps.length === 0) return refused('missing-input', 'NO_STEPS', null);
	const stranger = steps.findIndex(({ unit }) => unit !== steps[0]?.unit);
	if (stranger >= 0) return refused('invalid-input', 'UNITS_DIFFER', stranger);
	const silent = steps.findIndex(({ sellsAt }) => sellsAt === null || !Number.isFinite(sellsAt));
	if (silent >= 0) return refused('missing-input', 'NO_SELLING_PRICE', silent);
	const sold = steps.map(({ sellsAt }) => sellsAt as number);
	const finalPrice = sold.at(-1) as number;
	if (finalPrice <= 0) return refused('undefined', 'FINAL_PRICE_ZERO', steps.length - 1);
	const parts = steps.map(({ buysAt }, index): PricePart => {
		const before = index === 0 ? 0 : (sold[index - 1] as number);
		const keeps = (sold[index] as number) - before;
		const unexplained = index === 0 || buysAt === null ? null : buysAt - before;
		return { keeps, sharePct: (keeps / finalPrice) * 100, unexplained };
	});
	return { status: 'ok', finalPrice, parts };
}
