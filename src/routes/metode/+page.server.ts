import { methods } from '#methods/index.ts';

/** A page to read: no script travels with it. */
export const csr = false;

/** Every method in a line; what more a method says of itself stands on its own page. */
export function load() {
	return { methods: Object.values(methods).map(({ id, formula, unit }) => ({ id, formula, unit })) };
}
