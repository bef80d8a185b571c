/** A number as text that the reader can only read in one way: no group marks, a decimal comma. */

const mostDecimals = 10;

/**
 * Writes a finite number so that reading it back gives the same number without a question. Exactly three decimals
 * would look like a group of thousands (`2,647`), so such a number gets one more zero.
 */
export function plainNumberText(value: number): string {
	if (!Number.isFinite(value)) return '';
	const text = value.toFixed(mostDecimals).replace(/\.?0+$/, '');
	const [whole = '0', decimals = ''] = (text === '-0' ? '0' : text).split('.');
	if (decimals === '') return whole;
	return `${whole},${decimals}${decimals.length === 3 ? '0' : ''}`;
}
