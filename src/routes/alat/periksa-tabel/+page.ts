import { getLocale } from '#words/runtime.js';

/**
 * An example asked for in the address is checked before the page is drawn, also for a browser without script. The
 * rest of the page needs nothing from a server.
 */
export async function load({ url }: { url: URL }) {
	const name = url.searchParams.get('contoh');
	if (name === null) return { example: null };
	const [{ exampleText, exampleWorkbook }, { examine }] = await Promise.all([
		import('#ui/table-check/examples.ts'),
		import('#ui/table-check/examine.ts'),
	]);
	const workbook = exampleWorkbook(name);
	const text = exampleText(name);
	if (!workbook || text === null) return { example: null };
	const choices = { meanings: {}, corrections: {} };
	const result = await examine(workbook, choices, getLocale());
	return { example: 'view' in result ? { name, text, workbook, choices, view: result.view } : null };
}
