/**
 * The addresses kept on the device by a first visit, so that every page opens without a signal. Nothing here has a
 * parameter: what a person enters stays in the page itself, so one copy of each page is enough.
 */
const PAGES = [
	'/',
	'/alat/nilai-tambah',
	'/alat/periksa-tabel',
	'/alat/keputusan',
	'/alat/bagi-hasil',
	'/alat/penghidupan',
	'/alat/aliran-bahan',
	'/alat/pohon-produk',
	'/alat/kelayakan',
	'/alat/buku-kode',
	'/alat/wilayah',
	'/terbaru',
	'/semua',
	'/bantuan',
	'/istilah',
	'/metode',
	'/sumber',
] as const;

/** Shown when a page that is not on the device is asked for without a signal. */
const NO_SIGNAL_PAGE = '/tanpa-sinyal';

/** How long the network may take before the copy on the device is shown, in milliseconds. */
export const NETWORK_PATIENCE_MS = 3000;

/** Tells the server that a page is fetched to be stored beside the styles, so that it need not carry its own. */
export const keepingHeader = 'sentra-keeping';

function inEnglish(path: string): string {
	return path === '/' ? '/en' : `/en${path}`;
}

/** Every page of both languages, as the browser asks for them. */
export function offlinePages(): string[] {
	return [...PAGES, NO_SIGNAL_PAGE].flatMap((path) => [path, inEnglish(path)]);
}

/** The page of kind words in the language of the address that could not be opened. */
export function noSignalPage(pathname: string): string {
	return languageOfPath(pathname) === 'en' ? inEnglish(NO_SIGNAL_PAGE) : NO_SIGNAL_PAGE;
}

/** The language an address is in. */
export function languageOfPath(pathname: string): 'id' | 'en' {
	return pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'id';
}

/** The address under which a page is kept: without a closing slash. */
export function keptAddress(pathname: string): string {
	return pathname.length > 1 ? pathname.replace(/\/+$/, '') || '/' : pathname;
}
