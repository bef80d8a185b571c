/** What the help says of a tool whose page explains the rest. */
import type { ArticleSection } from '#ui/article.ts';
import { link } from '#ui/locale-link.ts';
import { m } from '#words/messages.js';
import type { Locale } from '#words/runtime.js';

interface ToolHelp {
	readonly id: string;
	readonly path: string;
	readonly words: Readonly<
		Record<
			'heading' | 'about' | 'in' | 'out' | 'limit' | 'open',
			(inputs: object, options: { locale: Locale }) => string
		>
	>;
}

/** The tools of each step that need no section of steps. */
export const shortHelp: Readonly<Record<'map' | 'choose' | 'share' | 'measure', readonly ToolHelp[]>> = {
	map: [
		{
			id: 'aliran-bahan',
			path: '/alat/aliran-bahan',
			words: {
				heading: m.help_flow_heading,
				about: m.help_flow_about,
				in: m.help_flow_in,
				out: m.help_flow_out,
				limit: m.help_flow_limit,
				open: m.help_flow_open,
			},
		},
		{
			id: 'pohon-produk',
			path: '/alat/pohon-produk',
			words: {
				heading: m.help_tree_heading,
				about: m.help_tree_about,
				in: m.help_tree_in,
				out: m.help_tree_out,
				limit: m.help_tree_limit,
				open: m.help_tree_open,
			},
		},
		{
			id: 'wilayah',
			path: '/alat/wilayah',
			words: {
				heading: m.help_region_heading,
				about: m.help_region_about,
				in: m.help_region_in,
				out: m.help_region_out,
				limit: m.help_region_limit,
				open: m.help_region_open,
			},
		},
	],
	choose: [
		{
			id: 'keputusan',
			path: '/alat/keputusan',
			words: {
				heading: m.help_decision_heading,
				about: m.help_decision_about,
				in: m.help_decision_in,
				out: m.help_decision_out,
				limit: m.help_decision_limit,
				open: m.help_decision_open,
			},
		},
	],
	share: [
		{
			id: 'bagi-hasil',
			path: '/alat/bagi-hasil',
			words: {
				heading: m.help_sharing_heading,
				about: m.help_sharing_about,
				in: m.help_sharing_in,
				out: m.help_sharing_out,
				limit: m.help_sharing_limit,
				open: m.help_sharing_open,
			},
		},
		{
			id: 'kelayakan',
			path: '/alat/kelayakan',
			words: {
				heading: m.help_eligibility_heading,
				about: m.help_eligibility_about,
				in: m.help_eligibility_in,
				out: m.help_eligibility_out,
				limit: m.help_eligibility_limit,
				open: m.help_eligibility_open,
			},
		},
	],
	measure: [
		{
			id: 'penghidupan',
			path: '/alat/penghidupan',
			words: {
				heading: m.help_livelihood_heading,
				about: m.help_livelihood_about,
				in: m.help_livelihood_in,
				out: m.help_livelihood_out,
				limit: m.help_livelihood_limit,
				open: m.help_livelihood_open,
			},
		},
		{
			id: 'buku-kode',
			path: '/alat/buku-kode',
			words: {
				heading: m.help_codebook_heading,
				about: m.help_codebook_about,
				in: m.help_codebook_in,
				out: m.help_codebook_out,
				limit: m.help_codebook_limit,
				open: m.help_codebook_open,
			},
		},
	],
};

/** A tool in four sentences: the question, what goes in, what comes out, what it cannot do. */
export function inShort({ id, path, words }: ToolHelp, locale: Locale): ArticleSection {
	const l = { locale };
	return {
		id,
		heading: words.heading({}, l),
		parts: [
			{ kind: 'paragraph', text: words.about({}, l) },
			{
				kind: 'list',
				ordered: false,
				items: [
					m.help_point_in({ text: words.in({}, l) }, l),
					m.help_point_out({ text: words.out({}, l) }, l),
					m.help_point_limit({ text: words.limit({}, l) }, l),
				],
			},
			{ kind: 'links', links: [{ text: words.open({}, l), href: link(path, locale) }] },
		],
	};
}
