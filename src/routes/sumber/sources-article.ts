import type { Article, ArticlePart, ArticleSection } from '#ui/article.ts';
import { link } from '#ui/locale-link.ts';
import { m } from '#words/messages.js';
import type { Locale } from '#words/runtime.js';

function openExample(name: string, locale: Locale): ArticlePart {
	const l = { locale };
	return {
		kind: 'links',
		links: [
			{
				text: m.help_source_open_check({}, l),
				href: `${link('/alat/periksa-tabel', locale)}?contoh=${name}`,
			},
			{ text: m.help_source_open_sheet({}, l), href: `${link('/alat/nilai-tambah', locale)}?contoh=${name}` },
		],
	};
}

/** The papers whose figures fill a tool's sheet without being a table of value added, and what is invented. */
function furtherSources(locale: Locale): ArticleSection[] {
	const l = { locale };
	return [
		{
			id: 'serang',
			heading: m.help_source_mussel_title({}, l),
			parts: [
				{ kind: 'paragraph', text: m.help_source_mussel_what({}, l) },
				{
					kind: 'list',
					ordered: false,
					items: [m.help_source_mussel_1({}, l), m.help_source_mussel_2({}, l)],
				},
				{
					kind: 'links',
					links: [
						{
							text: m.help_source_mussel_open_1({}, l),
							href: `${link('/alat/penghidupan', locale)}?contoh=serang`,
						},
						{
							text: m.help_source_mussel_open_2({}, l),
							href: `${link('/alat/bagi-hasil', locale)}?contoh=serang`,
						},
					],
				},
			],
		},
		{
			id: 'bintan',
			heading: m.help_source_bintan_title({}, l),
			parts: [
				{ kind: 'paragraph', text: m.help_source_bintan_what({}, l) },
				{
					kind: 'list',
					ordered: false,
					items: [m.help_source_bintan_1({}, l), m.help_source_bintan_2({}, l)],
				},
				{
					kind: 'links',
					links: [
						{
							text: m.help_source_bintan_open_1({}, l),
							href: `${link('/alat/wilayah', locale)}?contoh=bintan`,
						},
						{
							text: m.help_source_bintan_open_2({}, l),
							href: `${link('/alat/kelayakan', locale)}?contoh=bintan`,
						},
					],
				},
			],
		},
		{
			id: 'kalanganyar',
			heading: m.help_source_scales_title({}, l),
			parts: [
				{ kind: 'paragraph', text: m.help_source_scales_what({}, l) },
				{ kind: 'list', ordered: false, items: [m.help_source_scales_1({}, l)] },
				{
					kind: 'links',
					links: [
						{
							text: m.help_source_scales_open({}, l),
							href: `${link('/alat/aliran-bahan', locale)}?contoh=kalanganyar`,
						},
					],
				},
			],
		},
		{
			id: 'rekaan',
			heading: m.help_invented_heading({}, l),
			parts: [
				{
					kind: 'list',
					ordered: false,
					items: [
						m.help_invented_1({}, l),
						m.help_invented_2({}, l),
						m.help_invented_3({}, l),
						m.help_invented_4({}, l),
					],
				},
			],
		},
	];
}

/** The source papers of the examples: what stands in them, what was found, and the licences. */
export function sourcesArticle(locale: Locale): Article {
	const l = { locale };
	return {
		title: m.help_sources_title({}, l),
		description: m.help_sources_description({}, l),
		lead: m.help_sources_lead({}, l),
		sections: [
			{
				id: 'serabi',
				heading: m.help_source_serabi_title({}, l),
				parts: [
					{ kind: 'paragraph', text: m.help_source_serabi_what({}, l) },
					{
						kind: 'list',
						ordered: false,
						items: [
							m.help_source_serabi_1({}, l),
							m.help_source_serabi_2({}, l),
							m.help_source_serabi_3({}, l),
							m.help_source_serabi_4({}, l),
						],
					},
					openExample('serabi', locale),
				],
			},
			{
				id: 'boyolali',
				heading: m.help_source_milk_title({}, l),
				parts: [
					{ kind: 'paragraph', text: m.help_source_milk_what({}, l) },
					{
						kind: 'list',
						ordered: false,
						items: [
							m.help_source_milk_1({}, l),
							m.help_source_milk_2({}, l),
							m.help_source_milk_3({}, l),
							m.help_source_milk_4({}, l),
							m.help_source_milk_5({}, l),
						],
					},
					openExample('boyolali', locale),
				],
			},
			...furtherSources(locale),
			{
				id: 'metode',
				heading: m.help_method_heading({}, l),
				parts: [
					{ kind: 'paragraph', text: m.help_method_hayami({}, l) },
					{ kind: 'links', links: [{ text: m.help_methods_title({}, l), href: link('/metode', locale) }] },
				],
			},
			{
				id: 'lisensi',
				heading: m.help_licence_heading({}, l),
				parts: [{ kind: 'list', ordered: false, items: [m.help_licence_1({}, l), m.help_licence_2({}, l)] }],
			},
		],
	};
}
