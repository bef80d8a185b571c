import { error } from '@sveltejs/kit';
import { methods } from '#methods/index.ts';

/** A page to read: no script travels with it. */
export const csr = false;

/** What one method says of itself. The data is the method's own, so the page cannot lag behind the code. */
export function load({ params }) {
	const method = Object.values(methods).find((one) => one.id === params.id);
	if (!method) error(404);
	const { id, version, formula, unit, source, variants } = method;
	return {
		method: {
			id,
			version,
			formula,
			unit,
			source,
			variants: Object.entries(variants ?? {}).map(([name, about]) => ({ name, about })),
			commands: [`npx sentra metode jelaskan ${id}`, `npx sentra metode jalankan ${id} < input.json`],
		},
	};
}
