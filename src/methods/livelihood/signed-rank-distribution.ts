/** Exact distributions of rank statistics, by adding one rank at a time. Ranks are doubled so that ties stay whole. */

/**
 * P(W <= w) and P(W >= w) of the sum of ranks whose sign is a fair coin: the coefficients of prod(1 + x^(2 R)) / 2^n.
 * Only sums up to the nearer tail are followed; the distribution is symmetric.
 */
export function signedRankTails(
	doubled: readonly number[],
	doubledW: number,
): { below: number; above: number } {
	const total = doubled.reduce((sum, rank) => sum + rank, 0);
	const tail = Math.min(doubledW, total - doubledW);
	const chance = new Float64Array(tail + 1);
	chance[0] = 1;
	let reached = 0;
	for (const rank of [...doubled].sort((a, b) => a - b)) {
		reached = Math.min(tail, reached + rank);
		for (let sum = reached; sum >= rank; sum -= 1)
			chance[sum] = 0.5 * ((chance[sum] as number) + (chance[sum - rank] as number));
		for (let sum = Math.min(rank - 1, reached); sum >= 0; sum -= 1)
			chance[sum] = 0.5 * (chance[sum] as number);
	}
	let near = 0;
	for (const part of chance) near += part;
	const far = Math.min(1, 1 - near + (chance[tail] as number));
	return doubledW <= total - doubledW ? { below: near, above: far } : { below: far, above: near };
}

/**
 * P(R <= r) and P(R >= r) of the sum of `size` ranks drawn from all of them without regard to order: subsets counted by
 * size and sum.
 */
export function rankSumTails(
	doubled: readonly number[],
	size: number,
	doubledSum: number,
): { below: number; above: number } {
	const total = doubled.reduce((sum, rank) => sum + rank, 0);
	const width = total + 1;
	const ways = new Float64Array((size + 1) * width);
	ways[0] = 1;
	let reached = 0;
	doubled.forEach((rank, index) => {
		reached += rank;
		for (let taken = Math.min(size, index + 1); taken >= 1; taken -= 1) {
			const [row, from] = [taken * width, (taken - 1) * width - rank];
			for (let sum = reached; sum >= rank; sum -= 1)
				ways[row + sum] = (ways[row + sum] as number) + (ways[from + sum] as number);
		}
	});
	let [below, above, all] = [0, 0, 0];
	for (let sum = 0; sum < width; sum += 1) {
		const count = ways[size * width + sum] as number;
		all += count;
		if (sum <= doubledSum) below += count;
		if (sum >= doubledSum) above += count;
	}
	return { below: below / all, above: above / all };
}

/** P(X <= k) for n tosses of a fair coin, in logarithms so that no power underflows. */
export function fairCoinBelow(n: number, k: number): number {
	let [log, total] = [-n * Math.LN2, 0];
	for (let heads = 0; heads <= k; heads += 1) {
		total += Math.exp(log);
		log += Math.log(n - heads) - Math.log(heads + 1);
	}
	return Math.min(1, total);
}
