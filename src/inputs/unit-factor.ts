/** How many units of the price one unit of the quantity is: 30 gram at a price per kg is 0.03 kg. */

const sizes: Readonly<Record<string, readonly [kind: string, size: number]>> = {
	g: ['mass', 1],
	gr: ['mass', 1],
	gram: ['mass', 1],
	gm: ['mass', 1],
	ons: ['mass', 100],
	kg: ['mass', 1000],
	kilogram: ['mass', 1000],
	kilo: ['mass', 1000],
	kuintal: ['mass', 100_000],
	kw: ['mass', 100_000],
	ton: ['mass', 1_000_000],
	ml: ['volume', 1],
	cc: ['volume', 1],
	l: ['volume', 1000],
	lt: ['volume', 1000],
	ltr: ['volume', 1000],
	liter: ['volume', 1000],
	litre: ['volume', 1000],
};

/** The unit a quantity is counted in: `30 gram` or a unit column's `gram`. */
export function countedIn(text: string): string {
	return /([a-z]+)\.?\s*$/i.exec(text.trim())?.[1]?.toLowerCase() ?? '';
}

/** The unit a price is for: `12.500/kg`, `Rp/kg`, `Rp 500 per liter`. */
export function pricedPer(text: string): string {
	return /(?:\/|\bper\b|@)\s*([a-z]+)/i.exec(text)?.[1]?.toLowerCase() ?? '';
}

/** The factor between two units of the same kind; 1 when they are equal or not known. */
export function unitFactor(counted: string, priced: string): number {
	const [from, to] = [sizes[counted], sizes[priced]];
	return from && to && from[0] === to[0] ? from[1] / to[1] : 1;
}

/** The factor to the next larger unit, for small units whose price may be for the larger: gram to kg, ml to litre. */
export function toLargerUnit(counted: string): number | null {
	const own = sizes[counted];
	return own && own[1] < 1000 ? own[1] / 1000 : null;
}
