import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { keptAddress, noSignalPage, offlinePages } from './offline-pages.ts';

/**
 * Every folder of src/routes that holds one page, as its address. Pages with a parameter (one a method) are kept only
 * once they were opened: their list, `/metode`, is on the device.
 */
function pagesOfRoutes(): string[] {
	const root = new URL('../routes/', import.meta.url);
	return (
		readdirSync(root, { recursive: true, encoding: 'utf8' })
			// Nobody keeps a page of a team: what it shows belongs to whoever is signed in.
			.filter((path) => path.endsWith('+page.svelte') && !path.includes('[') && !path.startsWith('(tim)'))
			.map((path) => `/${path.replaceAll('\\', '/').replace(/\/?\+page\.svelte$/, '')}`)
	);
}

describe('the pages kept on the device', () => {
	test('are all pages there are, in both languages', () => {
		const expected = pagesOfRoutes().flatMap((path) => [path, path === '/' ? '/en' : `/en${path}`]);
		expect(offlinePages().sort()).toEqual(expected.sort());
	});

	test('are found with and without a closing slash', () => {
		expect(keptAddress('/alat/nilai-tambah/')).toBe('/alat/nilai-tambah');
		expect(keptAddress('/')).toBe('/');
	});

	test('are replaced by kind words in the language of the address', () => {
		expect(noSignalPage('/en/nowhere')).toBe('/en/tanpa-sinyal');
		expect(noSignalPage('/english')).toBe('/tanpa-sinyal');
	});
});
