import { describe, expect, it } from 'vitest';
import { link, linkToOtherLanguage, localeOf, withoutLocale } from './locale-link.ts';

describe('the language in the address', () => {
	it('is English only below /en', () => {
		expect(localeOf('/en')).toBe('en');
		expect(localeOf('/en/alat/nilai-tambah')).toBe('en');
		expect(localeOf('/energi')).toBe('id');
		expect(localeOf('/')).toBe('id');
	});

	it('leaves the path that the routes know', () => {
		expect(withoutLocale('/en')).toBe('/');
		expect(withoutLocale('/en/semua')).toBe('/semua');
		expect(withoutLocale('/semua')).toBe('/semua');
	});

	it('makes links that keep the language', () => {
		expect(link('/semua', 'en')).toBe('/en/semua');
		expect(link('/', 'en')).toBe('/en');
		expect(link('/semua', 'id')).toBe('/semua');
	});

	it('leads to the same place on the same page in the other language', () => {
		const here = { pathname: '/alat/nilai-tambah', search: '?contoh=serabi', hash: '#hasil' };
		expect(linkToOtherLanguage(here)).toBe('/en/alat/nilai-tambah?contoh=serabi#hasil');
		expect(linkToOtherLanguage({ ...here, pathname: '/en/alat/nilai-tambah' })).toBe(
			'/alat/nilai-tambah?contoh=serabi#hasil',
		);
	});
});
