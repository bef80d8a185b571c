/**
 * The pages that exist, in the order a visitor meets them. The rail, the page of all pages and the footer read this,
 * so none of them can lead to a page that is not there.
 */
import type { ToolId } from '#inputs/tool-content.ts';
import { m } from '#words/messages.js';

export interface SitePage {
	/** Without language; `link` adds it. */
	readonly path: string;
	readonly name: () => string;
	readonly about: () => string;
}

export interface ToolPage extends SitePage {
	readonly id: ToolId;
}

export const tools: readonly ToolPage[] = [
	{
		id: 'value-added',
		path: '/alat/nilai-tambah',
		name: () => m.web_value_added(),
		about: () => m.web_value_added_about(),
	},
	{
		id: 'table-check',
		path: '/alat/periksa-tabel',
		name: () => m.web_check_table(),
		about: () => m.web_check_table_about(),
	},
	{
		id: 'decision',
		path: '/alat/keputusan',
		name: () => m.web_decision(),
		about: () => m.web_decision_about(),
	},
	{
		id: 'sharing',
		path: '/alat/bagi-hasil',
		name: () => m.web_sharing(),
		about: () => m.web_sharing_about(),
	},
	{
		id: 'livelihood',
		path: '/alat/penghidupan',
		name: () => m.web_slia(),
		about: () => m.web_slia_about(),
	},
	{
		id: 'flow',
		path: '/alat/aliran-bahan',
		name: () => m.web_flow(),
		about: () => m.web_flow_about(),
	},
	{
		id: 'tree',
		path: '/alat/pohon-produk',
		name: () => m.web_tree(),
		about: () => m.web_tree_about(),
	},
	{
		id: 'eligibility',
		path: '/alat/kelayakan',
		name: () => m.web_eligibility(),
		about: () => m.web_eligibility_about(),
	},
	{
		id: 'codebook',
		path: '/alat/buku-kode',
		name: () => m.web_codebook(),
		about: () => m.web_codebook_about(),
	},
	{
		id: 'region',
		path: '/alat/wilayah',
		name: () => m.web_region(),
		about: () => m.web_region_about(),
	},
];

/** The sheets on this device. */
export const recent: SitePage = {
	path: '/terbaru',
	name: () => m.tool_recent_title(),
	about: () => m.tool_recent_about(),
};

export const reading: readonly SitePage[] = [
	{ path: '/bantuan', name: () => m.web_help(), about: () => m.web_help_about() },
	{ path: '/istilah', name: () => m.web_glossary(), about: () => m.web_glossary_about() },
	{ path: '/metode', name: () => m.web_methods(), about: () => m.web_methods_about() },
	{ path: '/sumber', name: () => m.web_sources(), about: () => m.web_sources_about() },
];
