/**
 * Every rate at which timed cash flows are worth nothing, on (-99 %, 1000 %]. With u = ln(1 + r) the worth is a sum of
 * exponentials in u. The range is cut into small cells, each cell at the zero of the slope inside it: between two
 * roots lies such a zero (Rolle), so that neither a pair of close roots nor a root that only touches zero is missed.
 */

export interface TimedFlow {
	/** In periods; need not be whole. */
	readonly time: number;
	readonly cash: number;
}

const LOWEST = Math.log(0.01);
const HIGHEST = Math.log(11);
const CELLS = 2800;
/** Below this share of the sizes added up, the worth is rounding noise around zero. */
const NOISE = 1e-14;
/** Two roots closer than this are one. */
const SAME = 1e-7;

type Curve = (u: number) => number;

/** Worth and slope, both divided by the sum of sizes: their signs and zeros are kept, overflow is not possible. */
function curves(flows: readonly TimedFlow[]): { worth: Curve; slope: Curve } {
	const start = Math.min(...flows.map(({ time }) => time));
	const used = flows.filter(({ cash }) => cash !== 0);
	const logs = used.map(({ cash }) => Math.log(Math.abs(cash)));
	const times = used.map(({ time }) => time - start);
	const signs = used.map(({ cash }) => Math.sign(cash));
	const sum =
		(factor: (time: number) => number): Curve =>
		(u) => {
			let largest = -Infinity;
			for (let i = 0; i < logs.length; i += 1)
				largest = Math.max(largest, (logs[i] as number) - u * (times[i] as number));
			let [total, size] = [0, 0];
			for (let i = 0; i < logs.length; i += 1) {
				const time = times[i] as number;
				const term = Math.exp((logs[i] as number) - u * time - largest) * factor(time);
				total += term * (signs[i] as number);
				size += Math.abs(term);
			}
			return size === 0 ? 0 : total / size;
		};
	return { worth: sum(() => 1), slope: sum((time) => -time) };
}

/** Halves an interval whose ends differ in sign until no double lies between. */
export function halve(curve: Curve, left: number, right: number): number {
	let [low, high] = [left, right];
	const lowSign = Math.sign(curve(low));
	for (let round = 0; round < 200; round += 1) {
		const middle = (low + high) / 2;
		if (middle <= low || middle >= high) break;
		const sign = Math.sign(curve(middle));
		if (sign === 0) return middle;
		if (sign === lowSign) low = middle;
		else high = middle;
	}
	return Math.abs(curve(low)) <= Math.abs(curve(high)) ? low : high;
}

/** The points where cells begin and end, with the zeros of the slope between them. */
function cuts({ slope }: { slope: Curve }): number[] {
	const points: number[] = [];
	let [before, beforeSlope] = [LOWEST, slope(LOWEST)];
	points.push(before);
	for (let cell = 1; cell <= CELLS; cell += 1) {
		const here = cell === CELLS ? HIGHEST : LOWEST + ((HIGHEST - LOWEST) * cell) / CELLS;
		const hereSlope = slope(here);
		if (beforeSlope * hereSlope < 0) points.push(halve(slope, before, here));
		points.push(here);
		[before, beforeSlope] = [here, hereSlope];
	}
	return points;
}

/** All roots in rising order, as fractions per period: `0.1` for 10 %. */
export function rateRoots(flows: readonly TimedFlow[]): number[] {
	if (flows.every(({ cash }) => cash === 0)) return [];
	const { worth, slope } = curves(flows);
	const points = cuts({ slope });
	const found: number[] = [];
	const add = (u: number) => {
		const last = found.at(-1);
		if (last === undefined || u - last > SAME) found.push(u);
	};
	let [before, beforeWorth] = [LOWEST, worth(LOWEST)];
	for (const here of points) {
		const hereWorth = worth(here);
		// A touch counts at once: halving toward it would only follow the noise.
		const touches = Math.abs(hereWorth) <= NOISE;
		if (!touches && Math.abs(beforeWorth) > NOISE && beforeWorth * hereWorth < 0)
			add(halve(worth, before, here));
		else if (touches && here > LOWEST) add(here);
		[before, beforeWorth] = [here, hereWorth];
	}
	return found.map((u) => Math.expm1(u)).filter((rate) => rate > -0.99 && rate <= 10);
}

/** How often the flows turn from minus to plus or back, in the order given; zeros are passed over. */
export function signChanges(cashFlows: readonly number[]): number {
	let [changes, last] = [0, 0];
	for (const cash of cashFlows) {
		const sign = Math.sign(cash);
		if (sign !== 0 && last !== 0 && sign !== last) changes += 1;
		if (sign !== 0) last = sign;
	}
	return changes;
}
