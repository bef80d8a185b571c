/** The chi-square distribution with whole degrees of freedom. */
import { erfc } from './normal-distribution.ts';

/** The share above x (Abramowitz & Stegun 1964, 26.4.4 and 26.4.5: finite sums for whole degrees of freedom). */
export function chiSquareAbove(x: number, degrees: number): number {
	if (x <= 0) return 1;
	const half = x / 2;
	const odd = degrees % 2 === 1;
	let total = odd ? erfc(Math.sqrt(half)) : 0;
	// The first term is half^s e^-half / gamma(s + 1) with s = 1/2 or 0; in logarithms, so that it cannot overflow.
	let log = odd ? Math.log(half) / 2 - half - Math.log(Math.sqrt(Math.PI) / 2) : -half;
	const terms = odd ? (degrees - 1) / 2 : degrees / 2;
	for (let j = 0; j < terms; j += 1) {
		total += Math.exp(log);
		log += Math.log(half) - Math.log(j + (odd ? 1.5 : 1));
	}
	return Math.min(1, total);
}
