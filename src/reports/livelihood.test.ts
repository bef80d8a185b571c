/** A livelihood sheet as a reader gets it, against the mussel growers' paper and against counts done by hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	assetIds,
	emptyIndicator,
	emptyLivelihood,
	livelihoodContent,
	type LivelihoodContent,
} from '#inputs/livelihood-content.ts';
import { livelihoodSample } from '#inputs/livelihood-samples.ts';
import type { Block, ChartBlock, Report, TableBlock } from './block.ts';
import { livelihoodReport } from './livelihood.ts';

function reportOf(content: LivelihoodContent | null, locale: 'id' | 'en' = 'id'): Report {
	const report = content && livelihoodReport(content, { locale, date: '2026-11-22' });
	if (!report) throw new Error('there is no report');
	return report;
}

/** Every table, those of the charts too. */
const tables = (report: Report) =>
	report.blocks.flatMap((block): TableBlock[] =>
		block.kind === 'table' ? [block] : block.kind === 'chart' ? [block.table] : [],
	);
const charts = (report: Report) =>
	report.blocks.filter((block): block is ChartBlock => block.kind === 'chart');
const table = (report: Report, id: string) => {
	const found = tables(report).find((one) => one.id === id);
	if (!found) throw new Error(`no table ${id}`);
	return found.rows.map((row) => row.cells.map((cell) => cell.text));
};
const sentence = (report: Report) =>
	report.blocks.find((block): block is Extract<Block, { kind: 'sentence' }> => block.kind === 'sentence');
const items = (report: Report) =>
	report.blocks.flatMap((block) =>
		block.kind === 'list' ? block.items : block.kind === 'note' ? [block.text] : [],
	);

const mussel = reportOf(livelihoodSample('serang', 'id'));

describe('the table of the mussel growers', () => {
	it('says which asset rose most, and that means cannot rule out chance', () => {
		expect(sentence(mussel)?.text).toBe(
			'Aset fisik naik paling banyak: 3,23 poin, dari 0,02 menjadi 3,25 pada skala 0–5.',
		);
		for (const part of ['17 dari 19', '2 tetap', 'n = 50 tidak cocok', 'cocok 11', 'kelompok pembanding'])
			expect(sentence(mussel)?.condition).toContain(part);
	});

	it('gives the five published means in the fixed order, and changes from before rounding', () => {
		expect(table(mussel, 'assets').map((row) => row.slice(0, 4))).toEqual([
			['Alam', '3,95', '3,95', 'tetap'],
			['Fisik', '0,02', '3,25', '+3,23'],
			// The paper takes 2,95 - 1,39 = 1,56; 130/44 - 61/44 is 1,568.
			['SDM', '1,39', '2,95', '+1,57'],
			['Finansial', '0,65', '3,25', '+2,60'],
			['Sosial', '1,73', '3,23', '+1,50'],
		]);
		// 3.227 of the 4.977 that were left to gain.
		expect(table(mussel, 'asset-changes')[1]).toEqual(['Fisik', '+3,23', '65', '4']);
		const cells = tables(mussel).find(({ id }) => id === 'assets')?.rows[2]?.cells;
		expect(cells?.[3]?.value).toBeCloseTo(69 / 44, 9);
	});

	it('draws the dumbbells first and the pentagon second, each with its table', () => {
		expect(charts(mussel).map(({ id }) => id)).toEqual(['before-after', 'pentagon']);
		const [dots, pentagon] = charts(mussel);
		expect(dots?.table.rows.filter(({ role }) => role !== 'section')).toHaveLength(19);
		expect(dots?.title).toContain('Bahan, mesin dan alat pascapanen (+3,91)');
		expect(pentagon?.subtitle).toContain('Luas tidak bermakna');
		const places = ['Alam', 'Fisik', 'SDM', 'Finansial', 'Sosial'].map((name) =>
			pentagon?.wide.indexOf(`>${name}<`),
		);
		expect(places).toEqual([...places].sort((a, b) => Number(a) - Number(b)));
		expect(pentagon?.wide).toContain('0,02 → 3,25');
		// 2.86 to 6.41 over the twelve orders (from the printed means 2.85).
		expect(pentagon?.foot).toContain('2,86 sampai 6,41');
	});

	it('finds the change of 2,82, the row printed twice, the 50 who cannot be, and the open direction', () => {
		const said = items(mussel);
		expect(said.filter((text) => text.startsWith('≠'))).toEqual([
			'≠ Berbeda: Gotong royong, tertulis 2,82. Hitung ulang 3,27 − 1,45 = 1,82.',
		]);
		expect(said.find((text) => text.includes('Perkembangan kelompok'))).toMatch(
			/baris 16 dan 20.*1,73 cocok bila satu saja dihitung; dengan keduanya 1,60/,
		);
		expect(said.some((text) => text.includes('20 dari 38 rata-rata tidak mungkin'))).toBe(true);
		expect(said.some((text) => text.includes('arah skor “Kerentanan konflik”'))).toBe(true);
		expect(table(mussel, 'respondents')).toEqual([
			['50 (menurut naskah)', '18 dari 38'],
			['11 (atau 22, 33, 44)', '38 dari 38'],
		]);
	});

	it('says the same in English', () => {
		const english = reportOf(livelihoodSample('serang', 'en'), 'en');
		expect(sentence(english)?.text).toContain('physical asset rose most: by 3.23 points');
		expect(JSON.stringify(english)).not.toMatch(/\b(aset|tertulis|sebelum|naskah|rata-rata)\b/i);
	});

	it('takes means as printed where scores need not be whole', () => {
		const sample = livelihoodSample('serang', 'id') ?? emptyLivelihood();
		const report = reportOf({ ...sample, whole: 'no' });
		expect(table(report, 'assets')[0]?.slice(0, 3)).toEqual(['Alam', '3,96', '3,96']);
		expect(tables(report).some(({ id }) => id === 'respondents')).toBe(false);
	});

	it('turns an indicator where high is bad', () => {
		const sample = livelihoodSample('serang', 'id') ?? emptyLivelihood();
		const indicators = sample.indicators.map((one) =>
			one.name === 'Kerentanan konflik' ? { ...one, polarity: 'negative' as const } : one,
		);
		const report = reportOf({ ...sample, indicators });
		expect(
			charts(report)[0]?.table.rows.find(({ cells }) => cells[0]?.text === 'Kerentanan konflik'),
		).toMatchObject({
			cells: [{}, { text: '2,82' }, { text: '1,73' }, { text: '−1,09' }, {}],
		});
		expect(sentence(report)?.condition).toContain('16 dari 19 indikator naik, 2 tetap, 1 turun');
	});
});

const scored = (
	rows: readonly [asset: 'physical' | 'social', before: string[], after: string[]][],
): LivelihoodContent => ({
	...emptyLivelihood(),
	entry: 'scores',
	recall: 'later',
	indicators: rows.map(([asset, scoresBefore, scoresAfter], index) => ({
		...emptyIndicator,
		asset,
		name: `i${index}`,
		polarity: 'positive',
		scoresBefore,
		scoresAfter,
	})),
});
const eleven = (score: string) => Array.from({ length: 11 }, () => score);

describe('scores of respondents', () => {
	// Eleven who all rise by 2, and eleven of whom five rise by 1.
	const five = [...eleven('2').slice(0, 6), ...Array.from({ length: 5 }, () => '3')];
	const content = scored([
		['physical', eleven('1'), eleven('3')],
		['social', eleven('2'), five],
	]);
	const report = reportOf(content);

	it('give the exact p with Holm, the middle, the interval and who moved', () => {
		// 2 / 2^11 = 0.00098 and 2 / 2^5 = 0.0625; Holm doubles the smaller.
		const [physical, social] = table(report, 'tests-assets');
		expect(physical).toEqual([
			'Fisik',
			'+2,00',
			'2,00',
			'2,00',
			'2,00',
			'< 0,001',
			'0,002',
			'11 / 0 / 0',
			'11',
			'0',
		]);
		expect(social?.slice(4)).toEqual(['0,50', '0,063', '0,063', '5 / 6 / 0', '11', '0']);
		expect(table(report, 'tests-indicators')).toHaveLength(2);
		const source = tables(report).find(({ id }) => id === 'tests-assets')?.source;
		expect(source).toMatch(/eksak.*10\.000 undian ulang, angka awal 1,/);
		expect(report.sources.map(({ id }) => id)).toContain('wilcoxon-signed-rank');
	});

	it('say the interval and n in the sentence, and what memory does', () => {
		expect(sentence(report)?.text).toContain('Selang 95\u00a0%: 2,00 sampai 2,00, dari 11 penjawab.');
		expect(sentence(report)?.condition).toContain('Pada 1 dari 2 aset');
		expect(items(report).some((text) => text.includes('ingatan'))).toBe(true);
		expect(items(report).some((text) => text.includes('hanya 5 penjawab yang berubah'))).toBe(true);
	});

	it('count what is missing and keep it out of both waves of the test', () => {
		const gap = reportOf(scored([['physical', ['1', '1', '', '2'], ['3', '', '4', '3']]]));
		expect(table(gap, 'tests-assets')[0]?.slice(7)).toEqual(['2 / 0 / 0', '2', '2']);
		expect(items(gap).some((text) => text.includes('60\u00a0%'))).toBe(true);
	});

	it('give the same interval for the same seed, around the mean change', () => {
		const mixed = scored([
			['social', ['0', '1', '2', '3', '1', '0', '2'], ['5', '1', '3', '2', '4', '1', '2']],
		]);
		const interval = (seed: string) => table(reportOf({ ...mixed, seed }), 'tests-assets')[0]?.slice(1, 4);
		expect(interval('7')).toEqual(interval('7'));
		const [mean, low, high] = (interval('7') ?? []).map((text) => Number(text.replace(',', '.')));
		expect(mean).toBeCloseTo(9 / 7, 2);
		expect(low).toBeLessThan(9 / 7);
		expect(high).toBeGreaterThan(9 / 7);
	});

	it('speak of a score that is not whole', () => {
		const odd = items(reportOf(scored([['social', ['1,5', '2'], ['2', '3']]])));
		expect(odd.some((text) => text.includes('1 skor bukan bilangan bulat'))).toBe(true);
	});
});

describe('what stands in the way', () => {
	const one = (before: string, after: string, more: Partial<LivelihoodContent> = {}) =>
		livelihoodReport(
			{
				...emptyLivelihood(),
				...more,
				indicators: [{ ...emptyIndicator, asset: 'social', name: 'Gotong royong', before, after }],
			},
			{ locale: 'id' },
		);

	it('is no report while a row has only one of its scores', () => {
		expect(one('1', '')).toBeNull();
		expect(livelihoodReport(emptyLivelihood(), { locale: 'id' })).toBeNull();
	});

	it('is named by row, with the scale and the way out', () => {
		expect(one('5,4', '3')?.blocks).toEqual([
			{
				kind: 'note',
				text: 'Gotong royong, sebelum: 5,4 di luar skala 0–5. Betulkan skornya, atau ubah ujung skala.',
			},
		]);
		expect(one('5,4', '3', { highest: '10' })?.blocks[0]?.kind).toBe('sentence');
		expect(items(one('1', '3', { lowest: '5' }) ?? mussel)[0]).toContain('Ujung skala belum benar');
	});

	it('tells falls and standstill apart', () => {
		expect(sentence(one('3', '2') ?? mussel)?.text).toContain('Aset sosial turun paling banyak: 1,0 poin');
		expect(sentence(one('3', '3') ?? mussel)?.text).toBe('Tidak ada aset yang berubah.');
	});

	it('draws the pentagon from printed asset means alone', () => {
		const sample = livelihoodSample('serang', 'id') ?? emptyLivelihood();
		const report = reportOf({ ...sample, indicators: [] });
		expect(charts(report).map(({ id }) => id)).toEqual(['pentagon']);
		expect(sentence(report)?.text).toContain('Aset fisik naik paling banyak: 3,23 poin');
	});

	it('never throws and never prints a number that is none', () => {
		const figure = fc.constantFrom('', '0', '1,5', '3,27', '5', 'x', '-1', '1e308', '4.5', '2');
		const list = fc.array(figure, { maxLength: 7 });
		const indicator = fc.record({
			asset: fc.constantFrom(...assetIds, ''),
			name: fc.constantFrom('', 'a', 'b', 'A '),
			polarity: fc.constantFrom('positive', 'negative', ''),
			before: figure,
			after: figure,
			change: figure,
			scoresBefore: list,
			scoresAfter: list,
		});
		const sheet = fc.record({
			indicators: fc.array(indicator, { maxLength: 6 }),
			entry: fc.constantFrom('means', 'scores'),
			lowest: fc.constantFrom('0', '-5', '1', 'x'),
			highest: fc.constantFrom('5', '10', '1e9'),
			whole: fc.constantFrom('yes', 'no'),
			respondents: fc.constantFrom('', '11', '50', '1000', 'x'),
			assets: fc.record({ social: fc.record({ before: figure, after: figure, change: figure }) }),
			seed: fc.constantFrom('1', '', 'x'),
		});
		fc.assert(
			fc.property(sheet, fc.constantFrom('id' as const, 'en' as const), (value, locale) => {
				const content = livelihoodContent.read(value);
				const report = content && livelihoodReport(content, { locale });
				if (report) expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity|undefined/);
			}),
			{ numRuns: 60 },
		);
	});
});
