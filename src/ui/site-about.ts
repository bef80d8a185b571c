/**
 * One sentence for every page of the site map. Apart from the names, because the rail and the footer are on every page
 * and need none of these.
 */
import { m } from '#words/messages.js';
import type { SitePage } from './site-map.ts';

const abouts: Readonly<Record<string, () => string>> = {
	'/alat/nilai-tambah': () => m.web_value_added_about(),
	'/alat/periksa-tabel': () => m.web_check_table_about(),
	'/alat/keputusan': () => m.web_decision_about(),
	'/alat/bagi-hasil': () => m.web_sharing_about(),
	'/alat/penghidupan': () => m.web_slia_about(),
	'/alat/aliran-bahan': () => m.web_flow_about(),
	'/alat/pohon-produk': () => m.web_tree_about(),
	'/alat/kelayakan': () => m.web_eligibility_about(),
	'/alat/buku-kode': () => m.web_codebook_about(),
	'/alat/wilayah': () => m.web_region_about(),
	'/terbaru': () => m.tool_recent_about(),
	'/bantuan': () => m.web_help_about(),
	'/istilah': () => m.web_glossary_about(),
	'/metode': () => m.web_methods_about(),
	'/sumber': () => m.web_sources_about(),
};

/** What a page is for, in one sentence; empty for a page that is not in the site map. */
export function aboutPage({ path }: SitePage): string {
	return abouts[path]?.() ?? '';
}
