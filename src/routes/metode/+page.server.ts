import { methods } from '#methods/index.ts';

/** A page to read: no script travels with it. */
export const csr = false;

/** What every method says of itself. The data is the method's own, so the page cannot lag behind the code. */
export function load() {
	return {
		methods: Object.values(methods).map(({ id, version, formula, unit, source, variants }) => ({
			id,
			version,
			formula,
			unit,
			source,
			variants: Object.entries(variants ?? {}).map(([name, about]) => ({ name, about })),
			commands: [`npx sentra metode jelaskan ${id}`, `npx sentra metode jalankan ${id} < input.json`],
		})),
	};
}
