/** Tables as people paste them: the printed means of a paper, and scores by respondent in the shapes of spreadsheets. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAddress, type Grid, type Workbook } from './grid.ts';
import {
	emptyIndicator,
	emptyLivelihood,
	livelihoodContent,
	mostIndicators,
	mostPeople,
	type LivelihoodContent,
} from './livelihood-content.ts';
import { livelihoodSample } from './livelihood-samples.ts';
import { assetOf, readLivelihoodTable } from './livelihood-table.ts';

const grid = (text: string, caption?: string): Grid => ({
	name: 'Tabel',
	...(caption ? { caption } : {}),
	rows: text
		.trim()
		.split('\n')
		.map((line, row) =>
			line.split('|').map((cell, column) => ({ text: cell.trim(), address: cellAddress(row, column) })),
		),
});
const workbook = (...grids: Grid[]): Workbook => ({ source: 'tempelan', format: 'text', grids, notes: [] });
const read = (...grids: Grid[]) => readLivelihoodTable(workbook(...grids), emptyLivelihood());

/** The paper's table, typed as it is laid out: the assets as headings, then its means in a table of their own. */
function printedPaper(): Grid[] {
	const sample = livelihoodSample('serang', 'id');
	if (!sample) throw new Error('the sample is gone');
	const names = {
		natural: 'Alam',
		physical: 'Fisik',
		human: 'SDM',
		financial: 'Finansial',
		social: 'Sosial',
	};
	const assets = Object.entries(names) as [keyof typeof names, string][];
	const rows = assets.flatMap(([id, name]) => [
		`Aset ${name}|||`,
		...sample.indicators
			.filter(({ asset }) => asset === id)
			.map((one) => `${one.name}|${one.before}|${one.after}|${one.change}`),
	]);
	const means = assets.map(([id, name]) => {
		const { before, after, change } = sample.assets[id];
		return `${name}|${before}|${after}|${change}`;
	});
	return [
		grid(['Aset|Sebelum|Sesudah|Perubahan', ...means].join('\n'), 'Tabel 1. Skor aset, 50 penerima manfaat'),
		grid(['Indikator|Sebelum|Sesudah|Varian', ...rows].join('\n'), 'Tabel 2. Skor indikator'),
	];
}

describe('a printed table of means', () => {
	it('of the mussel growers becomes 20 indicators in five assets, figure by figure', () => {
		const sample = livelihoodSample('serang', 'id');
		const found = read(...printedPaper());
		expect(found).toMatchObject({ kind: 'means', indicators: 20, assets: 5, means: 5, withoutAsset: 0 });
		expect(found?.respondents).toBe(50);
		expect(found?.content.assets).toEqual(sample?.assets);
		const figures = ({ indicators }: LivelihoodContent) =>
			indicators.map(({ asset, name, before, after, change }) => [asset, name, before, after, change]);
		expect(figures(found?.content ?? emptyLivelihood())).toEqual(figures(sample ?? emptyLivelihood()));
		// Which way is good is never assumed.
		expect(new Set(found?.content.indicators.map(({ polarity }) => polarity))).toEqual(new Set(['']));
	});

	it('keeps what the sheet already says of an indicator of the same name', () => {
		const content = {
			...emptyLivelihood(),
			indicators: [{ ...emptyIndicator, name: 'gotong  royong', asset: 'social', polarity: 'positive' }],
		} as const;
		const pasted = grid(
			'Indikator|Sebelum|Sesudah|Selisih\nGotong royong|1,45|3,27|1,82\nLain|1,00|2,00|1,00',
		);
		const found = readLivelihoodTable(workbook(pasted), content);
		expect(found?.content.indicators).toMatchObject([
			{ asset: 'social', polarity: 'positive', before: '1,45' },
			{ asset: '', polarity: '', after: '2,00' },
		]);
		expect(found?.withoutAsset).toBe(1);
	});
});

describe('a table of scores by respondent', () => {
	const scores = {
		people: ['Ani', 'Budi', 'Cici'],
		tools: { name: 'Alat', scoresBefore: ['0', '1', ''], scoresAfter: ['3', '4', '3'] },
		help: { name: 'Gotong royong', scoresBefore: ['2', '1', '3'], scoresAfter: ['3', '3', '2'] },
	};
	const both = [scores.tools, scores.help];

	it('is read with the wave in every heading', () => {
		const found = read(
			grid(
				'Nama|Alat sebelum|Alat sesudah|Gotong royong (sebelum)|Gotong royong (sesudah)\nAni|0|3|2|3\nBudi|1|4|1|3\nCici||3|3|2\nRata-rata|0,5|3,3|2|2,7',
			),
		);
		expect(found).toMatchObject({ kind: 'scores', people: 3, indicators: 2, missing: 1 });
		expect(found?.content).toMatchObject({ entry: 'scores', people: scores.people, indicators: both });
	});

	it('is read with the wave in a heading row of its own, and the asset above', () => {
		const found = read(
			grid(
				'|Aset fisik||Aset sosial|\n|Alat||Gotong royong|\nResponden|Sebelum|Sesudah|Sebelum|Sesudah\nAni|0|3|2|3\nBudi|1|4|1|3\nCici||3|3|2',
			),
		);
		expect(found?.content.indicators).toMatchObject([
			{ ...scores.tools, asset: 'physical' },
			{ ...scores.help, asset: 'social' },
		]);
	});

	it('is read in the long layout, whatever the order of its rows', () => {
		const found = read(
			grid(
				'Responden|Indikator|Sebelum|Sesudah\nAni|Alat|0|3\nBudi|Alat|1|4\nBudi|Gotong royong|1|3\nAni|Gotong royong|2|3\nCici|Gotong royong|3|2\nCici|Alat||3',
			),
		);
		expect(found?.content).toMatchObject({ people: scores.people, indicators: both });
	});

	it('leaves out what a sheet cannot hold, and counts it', () => {
		const rows = Array.from({ length: mostPeople + 5 }, (_, index) => `O${index}|1|2`);
		const found = read(grid(['Responden|A sebelum|A sesudah', ...rows].join('\n')));
		expect(found).toMatchObject({ people: mostPeople, left: 5 });
	});
});

describe('anything else', () => {
	it('gives nothing, and no error', () => {
		expect(read(grid('a|b\nc|d'))).toBeNull();
		const cell = fc.oneof(
			fc.constantFrom(
				'Sebelum',
				'Sesudah',
				'Indikator',
				'Responden',
				'Rata-rata',
				'1,5',
				'0',
				'Aset alam',
				'',
			),
			fc.string({ maxLength: 12 }),
		);
		fc.assert(
			fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (rows) => {
				const text = rows.map((row) => row.map((one) => one.replaceAll(/[|\n]/g, ' ')).join('|')).join('\n');
				const found = read(grid(text || ' '));
				if (found) expect(livelihoodContent.read(found.content)).toEqual(found.content);
			}),
		);
	});

	it('names an asset only when it names one', () => {
		expect(['Modal alam', 'Human capital', 'Aset Keuangan', 'SDM', 'x', ''].map(assetOf)).toEqual([
			'natural',
			'human',
			'financial',
			'human',
			'',
			'',
		]);
		expect(assetOf('Sosial dan ekonomi')).toBe('');
	});
});

describe('what a sheet holds', () => {
	it('is read from anything without an error, and a sheet comes back as it was', () => {
		fc.assert(
			fc.property(fc.anything(), (value) => {
				const found = livelihoodContent.read(value);
				if (found) expect(found.indicators.length).toBeLessThanOrEqual(mostIndicators);
			}),
		);
		fc.assert(
			fc.property(fc.array(fc.anything(), { maxLength: 5 }), fc.anything(), (indicators, assets) => {
				const found = livelihoodContent.read({ indicators, assets, people: indicators, entry: assets });
				expect(livelihoodContent.read(JSON.parse(JSON.stringify(found)))).toEqual(found);
			}),
		);
		const sample = livelihoodSample('serang', 'en');
		expect(livelihoodContent.read(JSON.parse(JSON.stringify(sample)))).toEqual(sample);
	});

	it('is blank until something is typed', () => {
		expect(livelihoodContent.blank(emptyLivelihood())).toBe(true);
		expect(livelihoodContent.blank({ ...emptyLivelihood(), people: ['Ani'] })).toBe(false);
		const indicators = [{ ...emptyIndicator, scoresAfter: ['', '3'] }];
		expect(livelihoodContent.blank({ ...emptyLivelihood(), indicators })).toBe(false);
		expect(livelihoodSample('nobody', 'id')).toBeNull();
	});
});
