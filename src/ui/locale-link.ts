/**
 * The language of a page is in its address: Indonesian at `/alat/...`, English at `/en/alat/...`.
 * A shared link therefore opens in the language it was shared in.
 */
import { getLocale, type Locale } from '#words/runtime.js';

/** The language that an address asks for. */
export function localeOf(pathname: string): Locale {
	return pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'id';
}

/** The address without its language, as the folders of `src/routes` know it. */
export function withoutLocale(pathname: string): string {
	return localeOf(pathname) === 'en' ? pathname.slice('/en'.length) || '/' : pathname;
}

/** A path of this site in a language; the current one unless told. `path` is written without language. */
export function link(path: string, locale: Locale = getLocale()): string {
	if (locale === 'id') return path;
	return path === '/' ? '/en' : `/en${path}`;
}

/** The same page in the other language, with what was asked for and where on the page the reader stands. */
export function linkToOtherLanguage(url: { pathname: string; search: string; hash: string }): string {
	const other: Locale = localeOf(url.pathname) === 'en' ? 'id' : 'en';
	return link(withoutLocale(url.pathname), other) + url.search + url.hash;
}
