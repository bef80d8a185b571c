/**
 * Which parts of the worksheet are needed at once. A desk and an opened example show results; a phone with a new sheet
 * asks questions and loads engine and results while the first of them is answered.
 */
import { getLocale } from '#words/runtime.js';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url }) => {
	const name = url.searchParams.get('contoh');
	const sample = name
		? (await import('#inputs/value-added-samples.ts')).sampleSheet(name, getLocale())
		: null;
	const example = sample ? name : null;
	const atOnce = import.meta.env.SSR || sample !== null || matchMedia('(min-width: 900px)').matches;
	if (!atOnce) return { sample, example, results: null, engine: null };
	const [{ default: results }, { computeSheet }] = await Promise.all([
		import('#ui/worksheet/ResultsPart.svelte'),
		import('#ui/worksheet/compute-sheet.ts'),
	]);
	return { sample, example, results, engine: computeSheet };
};
