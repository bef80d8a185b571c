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
}

export interface ToolPage extends SitePage {
	readonly id: ToolId;
}

export const tools: readonly ToolPage[] = [
	{
		id: 'value-added',
		path: '/alat/nilai-tambah',
		name: () => m.web_value_added(),
	},
	{
		id: 'table-check',
		path: '/alat/periksa-tabel',
		name: () => m.web_check_table(),
	},
	{
		id: 'decision',
		path: '/alat/keputusan',
		name: () => m.web_decision(),
	},
	{
		id: 'sharing',
		path: '/alat/bagi-hasil',
		name: () => m.web_sharing(),
	},
	{
		id: 'livelihood',
		path: '/alat/penghidupan',
		name: () => m.web_slia(),
	},
	{
		id: 'flow',
		path: '/alat/aliran-bahan',
		name: () => m.web_flow(),
	},
	{
		id: 'tree',
		path: '/alat/pohon-produk',
		name: () => m.web_tree(),
	},
	{
		id: 'eligibility',
		path: '/alat/kelayakan',
		name: () => m.web_eligibility(),
	},
	{
		id: 'codebook',
		path: '/alat/buku-kode',
		name: () => m.web_codebook(),
	},
	{
		id: 'region',
		path: '/alat/wilayah',
		name: () => m.web_region(),
	},
];

/** The sheets on this device. */
export const recent: SitePage = {
	path: '/terbaru',
	name: () => m.web_recent(),
};

export const reading: readonly SitePage[] = [
	{ path: '/bantuan', name: () => m.web_help() },
	{ path: '/istilah', name: () => m.web_glossary() },
	{ path: '/metode', name: () => m.web_methods() },
	{ path: '/sumber', name: () => m.web_sources() },
];
