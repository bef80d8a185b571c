/** Exponentially distributed draws without a logarithm each: the ziggurat. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** Strips of equal area under exp(-x), the lowest with the tail; where the tail begins, and the area of a strip. */
const STRIPS = 256;
const TAIL = 7.69711747013105;
const AREA = 3.949659822581557e-3;

/** A draw has 24 random bits for its place in a strip and 8 for the strip. */
const PLACES = 2 ** 24;

/** Right edges of the strips, from the lowest up; the lowest is as wide as its area asks, tail and all. */
const edge = new Float64Array(STRIPS + 1);
/** exp(-edge), the height at which a strip begins. */
const height = new Float64Array(STRIPS + 1);
/** What a place is worth in each strip, and the places from which on the curve has to be asked. */
export const width = new Float64Array(STRIPS);
export const inside = new Float64Array(STRIPS);

edge[0] = AREA / Math.exp(-TAIL);
edge[1] = TAIL;
for (let strip = 2; strip < STRIPS; strip += 1) {
	const right = edge[strip - 1] as number;
	edge[strip] = -Math.log(Math.exp(-right) + AREA / right);
}
edge.forEach((right, strip) => (height[strip] = Math.exp(-right)));
for (let strip = 0; strip < STRIPS; strip += 1) {
	width[strip] = (edge[strip] as number) / PLACES;
	inside[strip] = ((edge[strip + 1] as number) / (edge[strip] as number)) * PLACES;
}

/** A draw that fell where the strip leaves the curve: the tail, or accepted by its height, or another draw. */
export function atTheEdge(chance: RandomGenerator, strip: number, draw: number): number {
	if (strip === 0) return TAIL - Math.log(1 - uniformFloat64(chance));
	const [low, high] = [height[strip] as number, height[strip + 1] as number];
	return low + (high - low) * uniformFloat64(chance) < Math.exp(-draw) ? draw : exponential(chance);
}

/**
 * One draw with mean 1, never 0 (Marsaglia, G. and Tsang, W. W. (2000), The Ziggurat Method for Generating Random
 * Variables, Journal of Statistical Software 5(8)). Strip and place come from different bits (Doornik 2005).
 */
export function exponential(chance: RandomGenerator): number {
	const bits = chance.next();
	const strip = bits >>> 24;
	const place = (bits & (PLACES - 1)) + 0.5;
	const draw = place * (width[strip] as number);
	return place < (inside[strip] as number) ? draw : atTheEdge(chance, strip, draw);
}
