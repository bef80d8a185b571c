import { offlinePages } from '../../src/field/offline-pages.ts';

/** Every page of both languages. A unit test keeps this list equal to the folders of src/routes. */
export const everyPage: readonly string[] = offlinePages();

/** The language an address asks for. */
export function languageOf(path: string): 'id' | 'en' {
	return path === '/en' || path.startsWith('/en/') ? 'en' : 'id';
}
