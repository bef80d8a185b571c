import type { Article, ArticleSection } from '#ui/article.ts';
import { link } from '#ui/locale-link.ts';
import { m } from '#words/messages.js';
import type { Locale } from '#words/runtime.js';
import { inShort, shortHelp } from './tools-in-short.ts';

const plain = (...texts: string[]) => texts.map((text) => ({ text }));

function valueAdded(locale: Locale): ArticleSection {
	const l = { locale };
	return {
		id: 'nilai-tambah',
		heading: m.help_va_heading({}, l),
		parts: [
			{ kind: 'paragraph', text: m.help_va_about({}, l) },
			{
				kind: 'list',
				ordered: true,
				items: [
					m.help_va_step_1({}, l),
					m.help_va_step_2({}, l),
					m.help_va_step_3({}, l),
					m.help_va_step_4({}, l),
					m.help_va_step_5({}, l),
				],
			},
			{
				kind: 'links',
				links: [{ text: m.help_va_open({}, l), href: link('/alat/nilai-tambah', locale) }],
			},
		],
	};
}

function tableCheck(locale: Locale): ArticleSection {
	const l = { locale };
	return {
		id: 'periksa-tabel',
		heading: m.help_check_heading({}, l),
		parts: [
			{ kind: 'paragraph', text: m.help_check_about({}, l) },
			{
				kind: 'list',
				ordered: true,
				items: [
					m.help_check_step_1({}, l),
					m.help_check_step_2({}, l),
					m.help_check_step_3({}, l),
					m.help_check_step_4({}, l),
				],
			},
			{
				kind: 'table',
				caption: m.help_check_marks({}, l),
				columns: [m.help_mark({}, l), m.help_meaning({}, l)],
				rows: [
					plain(m.help_mark_match({}, l), m.help_mark_match_about({}, l)),
					plain(m.help_mark_rounding({}, l), m.help_mark_rounding_about({}, l)),
					plain(m.help_mark_differs({}, l), m.help_mark_differs_about({}, l)),
					plain(m.help_mark_uncheckable({}, l), m.help_mark_uncheckable_about({}, l)),
					plain(m.help_mark_odd({}, l), m.help_mark_odd_about({}, l)),
				],
			},
			{
				kind: 'links',
				links: [{ text: m.help_check_open({}, l), href: link('/alat/periksa-tabel', locale) }],
			},
		],
	};
}

function sheets(locale: Locale): ArticleSection {
	const l = { locale };
	return {
		id: 'lembar',
		heading: m.help_sheets_heading({}, l),
		parts: [
			{
				kind: 'list',
				ordered: false,
				items: [
					m.help_sheets_1({}, l),
					m.help_sheets_2({}, l),
					m.help_sheets_3({}, l),
					m.help_sheets_4({}, l),
					m.help_sheets_5({}, l),
					m.help_sheets_6({}, l),
					m.help_sheets_7({}, l),
				],
			},
			{ kind: 'links', links: [{ text: m.help_sheets_open({}, l), href: link('/terbaru', locale) }] },
		],
	};
}

function numbers(locale: Locale): ArticleSection {
	const l = { locale };
	const row = (typed: string, reading: string) => [{ text: typed, code: true }, { text: reading }];
	return {
		id: 'angka',
		heading: m.help_numbers_heading({}, l),
		parts: [
			{ kind: 'paragraph', text: m.help_numbers_about({}, l) },
			{
				kind: 'table',
				caption: m.help_numbers_heading({}, l),
				columns: [m.help_typed({}, l), m.help_read_as({}, l)],
				rows: [
					row('1.700,50', m.help_number_plain({}, l)),
					row('1.700', m.help_number_thousand({}, l)),
					row('1,700', m.help_number_comma({}, l)),
					row('1,5 jt', m.help_number_million({}, l)),
					row('=50*1700', m.help_number_product({}, l)),
					row('4.078,64,00', m.help_number_refused({}, l)),
				],
			},
		],
	};
}

function keyboard(locale: Locale): ArticleSection {
	const l = { locale };
	return {
		id: 'papan-ketik',
		heading: m.help_keys_heading({}, l),
		parts: [
			{ kind: 'paragraph', text: m.help_keys_about({}, l) },
			{
				kind: 'table',
				caption: m.help_keys_heading({}, l),
				columns: [m.help_key({}, l), m.help_key_does({}, l)],
				rows: [
					plain(m.help_key_arrows({}, l), m.help_key_arrows_does({}, l)),
					plain(m.help_key_enter({}, l), m.help_key_enter_does({}, l)),
					plain(m.help_key_tab({}, l), m.help_key_tab_does({}, l)),
					plain(m.help_key_f2({}, l), m.help_key_f2_does({}, l)),
					plain(m.help_key_esc({}, l), m.help_key_esc_does({}, l)),
					plain(m.help_key_undo({}, l), m.help_key_undo_does({}, l)),
					plain(m.help_key_fill({}, l), m.help_key_fill_does({}, l)),
					plain(m.help_key_delete({}, l), m.help_key_delete_does({}, l)),
				],
			},
		],
	};
}

function offlineAndPrivacy(locale: Locale): ArticleSection[] {
	const l = { locale };
	return [
		{
			id: 'tanpa-sinyal',
			heading: m.help_offline_heading({}, l),
			parts: [
				{
					kind: 'list',
					ordered: false,
					items: [m.help_offline_1({}, l), m.help_offline_2({}, l), m.help_offline_3({}, l)],
				},
			],
		},
		{
			id: 'privasi',
			heading: m.help_privacy_heading({}, l),
			parts: [
				{
					kind: 'list',
					ordered: false,
					items: [
						m.help_privacy_1({}, l),
						m.help_privacy_2({}, l),
						m.help_privacy_3({}, l),
						m.help_privacy_4({}, l),
						m.help_privacy_5({}, l),
					],
				},
			],
		},
	];
}

function commandLine(locale: Locale): ArticleSection {
	const l = { locale };
	const row = (command: string, does: string) => [{ text: command, code: true }, { text: does }];
	return {
		id: 'baris-perintah',
		heading: m.help_cli_heading({}, l),
		parts: [
			{ kind: 'paragraph', text: m.help_cli_about({}, l) },
			{
				kind: 'table',
				caption: m.help_cli_heading({}, l),
				columns: [m.help_command({}, l), m.help_key_does({}, l)],
				rows: [
					row('npx sentra periksa contoh:boyolali', m.help_cli_check({}, l)),
					row('npx sentra nilai-tambah hitung contoh:serabi', m.help_cli_compute({}, l)),
					row('npx sentra angka "1.700,50"', m.help_cli_number({}, l)),
					row('npx sentra metode daftar', m.help_cli_methods({}, l)),
					row('npx sentra --help', m.help_cli_help({}, l)),
				],
			},
			{ kind: 'paragraph', text: m.help_cli_json({}, l) },
		],
	};
}

function backups(locale: Locale): ArticleSection {
	const l = { locale };
	const row = (command: string, does: string) => [{ text: command, code: true }, { text: does }];
	return {
		id: 'cadangan',
		heading: m.help_backup_heading({}, l),
		parts: [
			{ kind: 'paragraph', text: m.help_backup_about({}, l) },
			{
				kind: 'list',
				ordered: true,
				items: [
					m.help_backup_1({}, l),
					m.help_backup_2({}, l),
					m.help_backup_3({}, l),
					m.help_backup_4({}, l),
				],
			},
			{
				kind: 'table',
				caption: m.help_backup_heading({}, l),
				columns: [m.help_command({}, l), m.help_key_does({}, l)],
				rows: [
					row('npx sentra cadangan buat --ke sentra.tar --dengan-kunci', m.help_backup_create({}, l)),
					row('npx sentra cadangan pulihkan sentra.tar', m.help_backup_restore({}, l)),
					row('npx sentra cadangan pindah', m.help_backup_move({}, l)),
					row('npx sentra dokter', m.help_backup_doctor({}, l)),
				],
			},
		],
	};
}

function imports(locale: Locale): ArticleSection {
	const l = { locale };
	return {
		id: 'ambil-dari-excel',
		heading: m.help_import_heading({}, l),
		parts: [
			{ kind: 'paragraph', text: m.help_import_about({}, l) },
			{
				kind: 'list',
				ordered: true,
				items: [
					m.help_import_1({}, l),
					m.help_import_2({}, l),
					m.help_import_3({}, l),
					m.help_import_4({}, l),
					m.help_import_5({}, l),
				],
			},
			{ kind: 'paragraph', text: m.help_import_nik({}, l) },
		],
	};
}

function exporting(locale: Locale): ArticleSection {
	const l = { locale };
	return {
		id: 'ekspor',
		heading: m.help_export_heading({}, l),
		parts: [
			{ kind: 'paragraph', text: m.help_export_about({}, l) },
			{
				kind: 'list',
				ordered: false,
				items: [
					m.help_export_1({}, l),
					m.help_export_2({}, l),
					m.help_export_3({}, l),
					m.help_export_4({}, l),
					m.help_export_5({}, l),
				],
			},
		],
	};
}

function teams(locale: Locale): ArticleSection {
	const l = { locale };
	const row = (role: string, may: string) => [{ text: role }, { text: may }];
	return {
		id: 'tim',
		heading: m.home_help_heading({}, l),
		parts: [
			{ kind: 'paragraph', text: m.home_help_about({}, l) },
			{
				kind: 'table',
				caption: m.home_help_heading({}, l),
				columns: [m.home_help_role({}, l), m.home_help_may({}, l)],
				rows: [
					row(m.house_role_owner({}, l), m.house_role_owner_may({}, l)),
					row(m.house_role_manager({}, l), m.house_role_manager_may({}, l)),
					row(m.house_role_facilitator({}, l), m.house_role_facilitator_may({}, l)),
					row(m.house_role_treasurer({}, l), m.house_role_treasurer_may({}, l)),
					row(m.house_role_member({}, l), m.house_role_member_may({}, l)),
					row(m.house_role_auditor({}, l), m.house_role_auditor_may({}, l)),
					row(m.house_role_guest({}, l), m.house_role_guest_may({}, l)),
				],
			},
			{
				kind: 'list',
				ordered: false,
				items: [
					m.home_help_invite({}, l),
					m.home_help_1({}, l),
					m.home_help_2({}, l),
					m.home_help_3({}, l),
					m.home_help_4({}, l),
					m.home_help_5({}, l),
				],
			},
		],
	};
}

function forgetting(locale: Locale): ArticleSection {
	const l = { locale };
	return {
		id: 'dilupakan',
		heading: m.forget_help_heading({}, l),
		parts: [
			{ kind: 'paragraph', text: m.forget_help_1({}, l) },
			{
				kind: 'list',
				ordered: false,
				items: [m.forget_help_2({}, l), m.forget_help_3({}, l), m.forget_help_4({}, l)],
			},
		],
	};
}

/** The help page: each tool by the question it answers, sheets, numbers, keys, no signal, privacy, command line, teams, backups. */
export function helpArticle(locale: Locale): Article {
	return {
		title: m.help_title({}, { locale }),
		description: m.help_description({}, { locale }),
		lead: m.help_lead({}, { locale }),
		contents: m.help_contents({}, { locale }),
		sections: [
			...shortHelp.map.map((tool) => inShort(tool, locale)),
			valueAdded(locale),
			...[...shortHelp.choose, ...shortHelp.share, ...shortHelp.measure].map((tool) => inShort(tool, locale)),
			tableCheck(locale),
			sheets(locale),
			numbers(locale),
			keyboard(locale),
			...offlineAndPrivacy(locale),
			commandLine(locale),
			teams(locale),
			exporting(locale),
			backups(locale),
			imports(locale),
			forgetting(locale),
		],
	};
}
