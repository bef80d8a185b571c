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

/** The step of a programme whose question a tool answers. */
export type ToolStep = 'map' | 'choose' | 'share' | 'measure';

export interface ToolPage extends SitePage {
	readonly id: ToolId;
	readonly step: ToolStep;
}

/** In the order of the steps. */
export const tools: readonly ToolPage[] = [
	{
		id: 'flow',
		step: 'map',
		path: '/alat/aliran-bahan',
		name: () => m.web_flow(),
	},
	{
		id: 'tree',
		step: 'map',
		path: '/alat/pohon-produk',
		name: () => m.web_tree(),
	},
	{
		id: 'region',
		step: 'map',
		path: '/alat/wilayah',
		name: () => m.web_region(),
	},
	{
		id: 'value-added',
		step: 'choose',
		path: '/alat/nilai-tambah',
		name: () => m.web_value_added(),
	},
	{
		id: 'decision',
		step: 'choose',
		path: '/alat/keputusan',
		name: () => m.web_decision(),
	},
	{
		id: 'sharing',
		step: 'share',
		path: '/alat/bagi-hasil',
		name: () => m.web_sharing(),
	},
	{
		id: 'eligibility',
		step: 'share',
		path: '/alat/kelayakan',
		name: () => m.web_eligibility(),
	},
	{
		id: 'livelihood',
		step: 'measure',
		path: '/alat/penghidupan',
		name: () => m.web_slia(),
	},
	{
		id: 'codebook',
		step: 'measure',
		path: '/alat/buku-kode',
		name: () => m.web_codebook(),
	},
	{
		id: 'table-check',
		step: 'measure',
		path: '/alat/periksa-tabel',
		name: () => m.web_check_table(),
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
