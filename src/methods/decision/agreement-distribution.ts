/** How often voters who rank without looking agree as well as those seen: every way to rank counted. */

/** Every different order of the ranks of one voter; null when there are more than `most`. */
function arrangements(ranks: readonly number[], most: number): number[][] | null {
	const values = [...new Set(ranks)].sort((a, b) => a - b);
	const left = values.map((value) => ranks.filter((rank) => rank === value).length);
	const found: number[][] = [];
	const order: number[] = [];
	const place = (): boolean => {
		if (order.length === ranks.length) {
			found.push([...order]);
			return found.length <= most;
		}
		for (const [index, value] of values.entries()) {
			if (left[index] === 0) continue;
			left[index] = (left[index] as number) - 1;
			order.push(value);
			const goesOn = place();
			order.pop();
			left[index] = (left[index] as number) + 1;
			if (!goesOn) return false;
		}
		return true;
	};
	return place() ? found : null;
}

/** Additions of one order to one set of rank sums that a phone makes within a second. */
const MOST_WORK = 400_000;

/**
 * P(S >= observed) when every voter's ranks, ties kept, fall in any order alike. The rank sums are followed voter by
 * voter as sorted lists, since no alternative is told from another; the first voter may then stay as he is. Null when
 * the work grows past a second: the caller draws at random instead.
 */
export function exactAgreementP(ranks: readonly (readonly number[])[], observed: number): number | null {
	const n = ranks[0]?.length ?? 0;
	// Doubled, so that mid-ranks are whole and sums compare exactly.
	const doubled = ranks.map((row) => row.map((rank) => Math.round(rank * 2)));
	const squares = (sums: readonly number[]): number => {
		const mean = (ranks.length * (n + 1)) / 2;
		return sums.reduce((total, value) => total + (value / 2 - mean) ** 2, 0);
	};
	const first = [...(doubled[0] ?? [])].sort((a, b) => a - b);
	let states = new Map([[first.join(), { sums: first, chance: 1 }]]);
	let work = 0;
	for (const row of doubled.slice(1)) {
		const orders = arrangements(row, MOST_WORK);
		if (orders === null) return null;
		work += states.size * orders.length;
		if (work > MOST_WORK) return null;
		const next: typeof states = new Map();
		for (const { sums, chance } of states.values())
			for (const order of orders) {
				const added = sums.map((value, index) => value + (order[index] as number)).sort((a, b) => a - b);
				const key = added.join();
				const known = next.get(key);
				if (known) known.chance += chance / orders.length;
				else next.set(key, { sums: added, chance: chance / orders.length });
			}
		states = next;
	}
	let p = 0;
	for (const { sums, chance } of states.values()) if (squares(sums) >= observed - 1e-9) p += chance;
	return Math.min(1, p);
}
