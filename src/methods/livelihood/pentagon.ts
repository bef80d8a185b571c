/** The area of a radar of assets. It depends on the order of the axes, so its range over all orders stands beside it. */

export interface Pentagon {
	/** The axes in the order drawn. */
	readonly order: readonly string[];
	readonly before: number;
	readonly after: number;
	/** Smallest and largest area over every order of the axes; null for more than 7 axes. */
	readonly beforeRange: { readonly low: number; readonly high: number } | null;
	readonly afterRange: { readonly low: number; readonly high: number } | null;
	/** How many different orders there are: 12 for five axes. */
	readonly orders: number;
}

/** 1/2 sin(360 / k) times the sum of products of neighbours. */
export function radarArea(scores: readonly number[]): number {
	const k = scores.length;
	const products = scores.reduce((sum, score, axis) => sum + score * (scores[(axis + 1) % k] as number), 0);
	return (Math.sin((2 * Math.PI) / k) / 2) * products;
}

/** Every order of the axes but turns and mirror images: the first stays, and the second comes before the last. */
function orders(k: number): number[][] {
	const extend = (start: number[]): number[][] => {
		if (start.length === k) return (start[1] as number) < (start.at(-1) as number) ? [start] : [];
		const rest = Array.from({ length: k }, (_, axis) => axis).filter((axis) => !start.includes(axis));
		return rest.flatMap((axis) => extend([...start, axis]));
	};
	return extend([0]);
}

const MOST_AXES = 7;

/** Null with fewer than three axes, which enclose nothing. Scores are measured from the lowest of the scale. */
export function pentagon(
	names: readonly string[],
	before: readonly number[],
	after: readonly number[],
): Pentagon | null {
	const k = names.length;
	if (k < 3) return null;
	const all = k <= MOST_AXES ? orders(k) : [];
	const range = (scores: readonly number[]) => {
		if (all.length === 0) return null;
		const areas = all.map((order) => radarArea(order.map((axis) => scores[axis] as number)));
		return { low: Math.min(...areas), high: Math.max(...areas) };
	};
	let count = 1;
	for (let axis = 3; axis < k; axis += 1) count *= axis;
	return {
		order: names,
		before: radarArea(before),
		after: radarArea(after),
		beforeRange: range(before),
		afterRange: range(after),
		orders: count,
	};
}
