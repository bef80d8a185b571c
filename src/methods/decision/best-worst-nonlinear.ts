/**
 * The nonlinear model of the best-worst method, solved without an optimiser. With t = w_B / w_W and u_j = w_j / w_W a
 * given xi allows u_j between max(a_jW - xi, t / (a_Bj + xi)) and min(a_jW + xi, t / (a_Bj - xi)), so t must lie
 * between (a_Bj - xi)(a_jW - xi) and (a_Bj + xi)(a_jW + xi) for every j and within xi of a_BW. The least xi for which
 * these ranges still meet is found by halving; there they meet in one t, and every u_j has its own range.
 */

/** What both models answer; intervals are the least and the greatest weight among all that are as good. */
export interface BestWorstSolution {
	readonly xi: number;
	readonly weights: readonly number[];
	readonly intervals: readonly (readonly [low: number, high: number])[];
	readonly formula: string;
}

type Values = readonly number[];

function ratioRange(toOthers: Values, toWorst: Values, others: Values, direct: number, xi: number) {
	let low = Math.max(0, direct - xi);
	let high = direct + xi;
	for (const j of others) {
		const [a, b] = [toOthers[j] as number, toWorst[j] as number];
		low = Math.max(low, Math.max(0, a - xi) * Math.max(0, b - xi));
		high = Math.min(high, (a + xi) * (b + xi));
	}
	return { low, high };
}

/** Solves the nonlinear model. The lists must hold judgements of at least 1, the same for best against worst in both. */
export function nonlinearBestWorst(
	bestToOthers: Values,
	othersToWorst: Values,
	best: number,
	worst: number,
): BestWorstSolution {
	const direct = bestToOthers[worst] as number;
	const others = bestToOthers.flatMap((_, index) => (index === best || index === worst ? [] : [index]));
	const range = (xi: number) => ratioRange(bestToOthers, othersToWorst, others, direct, xi);
	const meets = (xi: number): boolean => range(xi).low <= range(xi).high;
	let [below, xi] = [0, 0];
	if (!meets(0)) {
		xi = 10;
		for (let halving = 0; halving < 200 && xi - below > 0; halving += 1) {
			const middle = (below + xi) / 2;
			if (middle === below || middle === xi) break;
			if (meets(middle)) xi = middle;
			else below = middle;
		}
	}
	const t = (range(xi).low + range(xi).high) / 2;
	const bounds = others.map((j) => {
		const [a, b] = [bestToOthers[j] as number, othersToWorst[j] as number];
		const low = Math.max(b - xi, t / (a + xi), 0);
		const high = Math.min(b + xi, a > xi ? t / (a - xi) : Infinity);
		// The two ends of a range that is one point may cross by rounding.
		return low <= high ? ([low, high] as const) : ([(low + high) / 2, (low + high) / 2] as const);
	});
	const lows = bounds.reduce((total, [low]) => total + low, 1 + t);
	const highs = bounds.reduce((total, [, high]) => total + high, 1 + t);
	const middles = bounds.map(([low, high]) => (low + high) / 2);
	const whole = middles.reduce((total, value) => total + value, 1 + t);
	const weights = bestToOthers.map(() => 0);
	const intervals = bestToOthers.map((): readonly [number, number] => [0, 0]);
	weights[best] = t / whole;
	weights[worst] = 1 / whole;
	intervals[best] = [t / highs, t / lows];
	intervals[worst] = [1 / highs, 1 / lows];
	others.forEach((j, place) => {
		const [low, high] = bounds[place] as readonly [number, number];
		weights[j] = (middles[place] as number) / whole;
		intervals[j] = [low / (highs - high + low), high / (lows - low + high)];
	});
	const formula = 'least xi with |w_B / w_j - a_Bj| <= xi and |w_j / w_W - a_jW| <= xi for every j';
	return { xi, weights, intervals, formula };
}
