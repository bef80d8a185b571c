/**
 * The five papers by keyboard alone, on a phone and on a desk, in both languages, with the signal gone after the first
 * visit: each printed table is pasted, understood, and taken away as Word and as PDF.
 */
import type { Locator, Page } from '@playwright/test';
import { Keyboard } from './keyboard.ts';
import { bintanTable, harvestRule, milkTable, musselTables, serabiTable } from './papers.ts';
import { expect, expectAccessible, keptOnDevice, ready, scrollsSideways, test } from './test.ts';
import { docxText, pdfText } from './tool-files.ts';

type Language = 'id' | 'en';
interface Walk {
	readonly paper: string;
	readonly path: string;
	/** From the empty page to the results; answers with the files that were taken along. */
	readonly walk: (keys: Keyboard, page: Page, language: Language) => Promise<Files>;
	/** What both files must say. */
	readonly says: Readonly<Record<Language, readonly string[]>>;
}
interface Files {
	readonly word: Uint8Array;
	readonly pdf: Uint8Array;
}

const inWords = {
	id: {
		export: 'Ekspor',
		share: 'Bagikan dan simpan',
		pasteSheet: 'Tempel dari Excel',
		paste: 'Tempel tabel',
		read: 'Baca tabel',
		use: 'Pakai',
		results: 'Hasil',
	},
	en: {
		export: 'Export',
		share: 'Share and save',
		pasteSheet: 'Paste from Excel',
		paste: 'Paste a table',
		read: 'Read the table',
		use: 'Use it',
		results: 'Results',
	},
} as const;

/** A figure as the page's language writes it; the walks name it as Indonesian does. */
const figure = (text: string, language: Language) =>
	language === 'id' ? text : text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function takeBoth(keys: Keyboard, menu: string): Promise<Files> {
	const word = await keys.takeFile(menu, 'Word (.docx)', 'Shift+Tab');
	return { word, pdf: await keys.takeFile(menu, 'PDF', 'Shift+Tab') };
}

/** Opens the box for a printed table, pastes, reads and uses it; ends on the box's own button. */
async function pasteTable(keys: Keyboard, box: Locator, table: string, language: Language): Promise<void> {
	const words = inWords[language];
	const opener = box.locator('summary').filter({ hasText: words.paste }).first();
	await keys.use(opener);
	await keys.press('Tab');
	await keys.paste(table);
	await keys.use(box.getByRole('button', { name: words.read, exact: true }));
	const use = box.getByRole('button', { name: words.use, exact: true });
	await expect(use).toBeVisible();
	await keys.use(use);
	await expect(opener).toBeFocused();
}

const walks: readonly Walk[] = [
	{
		paper: 'six milk products',
		path: '/alat/nilai-tambah',
		says: { id: ['Kefir', '75.800'], en: ['Kefir', '75,800'] },
		async walk(keys, page, language) {
			const words = inWords[language];
			const heading = page.locator('#tempel-j');
			// Opened and closed again: the keyboard is back where it was.
			await keys.use(button(page, words.pasteSheet));
			await expect(heading).toBeFocused();
			await keys.use(button(page, language === 'id' ? 'Tutup' : 'Close'));
			await expect(button(page, words.pasteSheet)).toBeFocused();
			await keys.press('Enter');
			await keys.go(page.locator('#tempel-isi'));
			await keys.paste(milkTable);
			await expect(heading).toBeFocused();
			await keys.use(button(page, words.use));
			await expect(page.locator('h1')).toBeFocused();
			await expect(page.locator('#bandingkan')).toContainText('Kefir');
			const word = await keys.takeFile(words.export, 'Word (.docx)', 'Tab');
			return { word, pdf: await keys.takeFile(words.export, 'PDF', 'Tab') };
		},
	},
	{
		paper: 'serabi ranking',
		path: '/alat/keputusan',
		says: { id: ['Pakan ternak', '95,19', '60,43'], en: ['Pakan ternak', '95.19', '60.43'] },
		async walk(keys, page, language) {
			const steps = page.locator('nav.langkah');
			const heading = page.locator('#judul-langkah');
			await keys.use(steps.locator('a[href="#data"]'));
			await expect(heading).toHaveText(language === 'id' ? 'Datanya' : 'The data');
			await pasteTable(keys, page.locator('main'), serabiTable, language);
			await keys.use(page.locator('.pindah a[href="#bobot"]'));
			await expect(heading).toBeFocused();
			const direct = page.getByRole('radio', { name: language === 'id' ? /^Langsung/ : /^Directly/ });
			await keys.go(page.locator('input[name="cara-bobot"]:checked'));
			for (let choice = 0; choice < 6 && !(await direct.isChecked()); choice += 1)
				await keys.press('ArrowDown');
			await expect(direct).toBeFocused();
			const groups = page.locator('section.kumpulan').last();
			for (const [name, weight] of [
				['Teknis', '0,30'],
				['Ekonomi', '0,40'],
				['Lingkungan', '0,30'],
			] as const) {
				await keys.go(groups.getByRole('textbox', { name }));
				await keys.type(figure(weight, language));
			}
			await keys.use(page.locator('.pindah a[href="#penilai"]'));
			await keys.use(page.locator('.pindah a[href="#hasil"]'));
			await expect(heading).toBeFocused();
			await expect(page.locator('.kalimat').first()).toContainText('Pakan ternak');
			await expect(page.locator('main')).toContainText(figure('95,19', language));
			return takeBoth(keys, inWords[language].share);
		},
	},
	{
		paper: 'mussel pentagon',
		path: '/alat/penghidupan',
		says: { id: ['3,23 poin', '+1,57'], en: ['3.23 points', '+1.57'] },
		async walk(keys, page, language) {
			const words = inWords[language];
			await pasteTable(keys, page.locator('main'), musselTables, language);
			const results = page.getByRole('region', { name: words.results, exact: true });
			await expect(results).toContainText(figure('3,23', language));
			await expect(results.locator('figure svg:visible')).toHaveCount(2);
			return takeBoth(keys, words.share);
		},
	},
	{
		paper: 'Bintan table',
		path: '/alat/wilayah',
		says: { id: ['Industri Pengolahan', '41,50'], en: ['Industri Pengolahan', '41.50'] },
		async walk(keys, page, language) {
			const words = inWords[language];
			const box = page.locator('section[aria-labelledby="judul-tabel-daerah"]');
			await pasteTable(keys, box, bintanTable, language);
			const prices = page.getByRole('radio', { name: language === 'id' ? /ADHB/ : 'Current prices' });
			await keys.go(prices);
			await keys.press('Space');
			await expect(prices).toBeChecked();
			const results = page.getByRole('region', { name: words.results, exact: true });
			await expect(results).toContainText('Industri Pengolahan');
			await expect(results).toContainText(figure('20.743.696', language));
			return takeBoth(keys, words.share);
		},
	},
	{
		paper: 'harvest split',
		path: '/alat/bagi-hasil',
		says: { id: ['Mitra', 'Rp2.482.488', 'Rp331.012'], en: ['Mitra', '2,482,488', '331,012'] },
		async walk(keys, page, language) {
			await keys.go(page.locator('#jumlah'));
			await keys.type(figure('4.137.500', language));
			await keys.go(page.locator('#bagian-0-0'));
			await keys.paste(harvestRule);
			await expect(page.locator('#bagian-3-0')).toHaveValue('Koperasi');
			await keys.go(page.locator('#bagian-orang'));
			await keys.type('Mitra');
			await keys.go(page.locator('#sisa-pembulatan'));
			await keys.type('Tabungan');
			await keys.go(page.locator('#jumlah-orang'));
			await keys.type('36');
			await expect(page.locator('.kalimat').first()).toContainText(figure('68.958', language));
			return takeBoth(keys, inWords[language].share);
		},
	},
];

for (const { paper, path, walk, says } of walks)
	for (const width of [360, 1280])
		for (const language of ['id', 'en'] as const)
			test(`${paper}: paste to Word and PDF by keyboard at ${width} px (${language})`, async ({
				page,
				context,
			}) => {
				test.setTimeout(90_000);
				await context.grantPermissions(['clipboard-read', 'clipboard-write']);
				await page.setViewportSize({ width, height: 740 });
				await page.goto(language === 'id' ? path : `/en${path}`);
				await keptOnDevice(page);
				await context.setOffline(true);
				await page.reload();
				await ready(page);
				const { word, pdf } = await walk(new Keyboard(page), page, language);
				expect(await scrollsSideways(page)).toBe(false);
				await expectAccessible(page);
				const wordText = docxText(word);
				const pdfWords = pdfText(pdf).replace(/\s+/g, ' ');
				for (const text of says[language]) {
					expect(wordText).toContain(text);
					expect(pdfWords).toContain(text);
				}
			});
