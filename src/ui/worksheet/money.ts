import { writeRupiah } from '#inputs/number-writer.ts';
import type { Locale } from '#reports/row-label.ts';

/** An amount of rupiah in a line of text: whole when it is whole, else with two decimals: `Rp 1.700`, `Rp 5.154,20`. */
export function moneyText(value: number, locale: Locale): string {
	const cents = Math.round(value * 100) / 100;
	return writeRupiah(value, locale, { decimals: Number.isInteger(cents) ? 0 : 2 });
}
