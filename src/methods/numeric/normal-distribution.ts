/** The standard normal distribution: the share below a value, and the value below which a share lies. */

const SQRT_PI = Math.sqrt(Math.PI);

/** erfc for x >= 0: a series near zero, a continued fraction in the tail; about 15 digits. */
function erfcPositive(x: number): number {
	if (x > 27) return 0;
	if (x < 2) {
		let [term, sum] = [x, x];
		for (let n = 1; n < 200; n += 1) {
			term *= (-x * x) / n;
			sum += term / (2 * n + 1);
			if (Math.abs(term) < 1e-18) break;
		}
		return 1 - (2 / SQRT_PI) * sum;
	}
	let fraction = x;
	for (let n = 120; n >= 1; n -= 1) fraction = x + n / 2 / fraction;
	return Math.exp(-x * x) / (SQRT_PI * fraction);
}

/** The complementary error function. */
export function erfc(x: number): number {
	return x < 0 ? 2 - erfcPositive(-x) : erfcPositive(x);
}

/** The share of a standard normal below z (Abramowitz & Stegun 1964, 7.1.5 and 7.1.14). */
export function normalBelow(z: number): number {
	return erfc(-z / Math.SQRT2) / 2;
}

/** The z below which the share p lies; p strictly between 0 and 1. Halved until no double lies between. */
export function normalQuantile(p: number): number {
	if (p > 0.5) return -normalQuantile(1 - p);
	let [low, high] = [-39, 0];
	for (let round = 0; round < 80; round += 1) {
		const middle = (low + high) / 2;
		if (middle <= low || middle >= high) break;
		if (normalBelow(middle) < p) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}
