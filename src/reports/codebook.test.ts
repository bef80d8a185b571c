/** What a codebook sheet says: counts, pairs, saturation and agreement, and nothing made up where there is no answer. */
import { describe, expect, it } from 'vitest';
import { codebookContent, emptyCode, type CodebookContent } from '#inputs/codebook-content.ts';
import { marked } from '#inputs/codebook-edits.ts';
import { codebookSample } from '#inputs/codebook-samples.ts';
import type { Block, Report } from './block.ts';
import { codebookReport } from './codebook.ts';
import { codebookStudy } from './codebook-study.ts';

const sample = (locale: 'id' | 'en'): CodebookContent =>
	codebookSample('susu', locale) ?? codebookContent.empty();
const reportOf = (content: CodebookContent, locale: 'id' | 'en' = 'id'): Report => {
	const report = codebookReport(content, { locale, date: '2026-11-22' });
	if (!report) throw new Error('no report');
	return report;
};
const texts = (blocks: readonly Block[]) =>
	blocks.flatMap((block) => ('text' in block ? [block.text] : block.kind === 'list' ? block.items : []));
const table = ({ blocks }: Report, id: string) => {
	const tables = blocks.flatMap((block) =>
		block.kind === 'table' ? [block] : block.kind === 'chart' ? [block.table] : [],
	);
	return tables.find((one) => one.id === id)?.rows.map(({ cells }) => cells.map((cell) => cell.text));
};

/** Sentences `S1. S2. ...` in one interview, marked with one code by two coders where the letters say so. */
function twice(first: string, second: string): CodebookContent {
	const text = [...first].map((_, k) => `S${k + 1}.`).join(' ');
	let content: CodebookContent = {
		...codebookContent.empty(),
		interviews: [{ id: 'w1', name: 'A', text }],
		codes: [{ ...emptyCode, id: 'k1', name: 'Bahan' }],
		coders: [
			{ id: 'p1', name: '' },
			{ id: 'p2', name: '' },
		],
	};
	for (const [coder, letters] of [
		['p1', first],
		['p2', second],
	] as const)
		for (const [k, letter] of [...letters].entries())
			if (letter === '1')
				content = marked(
					content,
					{ coder, interview: 'w1', code: 'k1' },
					{ start: text.indexOf(`S${k + 1}.`), end: text.indexOf(`S${k + 1}.`) + `S${k + 1}.`.length },
				);
	return content;
}

describe('the example', () => {
	it('says first what is spoken of most, and that its texts were written by us', () => {
		const { blocks } = reportOf(sample('id'));
		expect(blocks[0]).toMatchObject({
			kind: 'sentence',
			text: 'Proses paling sering dibicarakan: 7 potongan di 6 dari 6 wawancara.',
			condition: 'Ada 24 potongan bertanda di 6 wawancara, menurut Pengkode pertama.',
		});
		expect(texts(blocks)[1]).toContain('bukan wawancara sungguhan');
		expect(texts(reportOf(sample('en'), 'en').blocks)[1]).toContain('not real interviews');
	});
	it('counts passages, sentences and interviews of every code', () => {
		expect(table(reportOf(sample('id')), 'counts')).toEqual([
			['Tenaga kerja', '6', '6', '5'],
			['Bahan baku', '5', '5', '4'],
			['Proses', '7', '7', '6'],
			['Pasar', '6', '6', '4'],
		]);
	});
	it('shows which codes share a sentence, the same both ways', () => {
		const rows = table(reportOf(sample('id')), 'together') ?? [];
		expect(rows.map((row) => row.slice(1))).toEqual([
			['–', '0', '0', '1'],
			['0', '–', '1', '0'],
			['0', '1', '–', '0'],
			['1', '0', '0', '–'],
		]);
	});
	it('draws saturation over six interviews', () => {
		const chart = reportOf(sample('id')).blocks.find((block) => block.kind === 'chart');
		expect(chart?.title).toContain('Jenuh sesudah wawancara ke-4');
		expect(table(reportOf(sample('id')), 'saturation')?.map((row) => row.slice(1))).toEqual([
			['1', '3', '3'],
			['2', '0', '3'],
			['3', '1', '4'],
			['4', '0', '4'],
			['5', '0', '4'],
			['6', '0', '4'],
		]);
	});
	it('tells the agreement of its coders in words, with the figure and what it was read from', () => {
		const report = reportOf(sample('id'));
		expect(texts(report.blocks)).toContain(
			'Pengkode pertama dan Pengkode kedua cukup sepakat: alfa 0,791, hanya untuk kesimpulan sementara.',
		);
		expect(table(report, 'agreement')?.at(-1)).toEqual(['Semua kode', '0,791', 'sementara']);
		expect(report.sources.map(({ id }) => id)).toEqual([
			'code-co-occurrence',
			'saturation',
			'krippendorff-alpha',
		]);
	});
	it('lists every passage under its code, with the interview', () => {
		const quotes = texts(reportOf(sample('en'), 'en').blocks).filter((text) =>
			/\(Respondent \d\)$/.test(text),
		);
		expect(quotes).toHaveLength(24);
		expect(quotes).toContain('"I buy the starter in town." (Respondent 2)');
	});
});

describe('agreement', () => {
	// Krippendorff (2011), nominal data of two observers, example A: ten units, alpha 0.095.
	it('is the published one for the published codes', () => {
		const study = codebookStudy(twice('0100000010', '1110010000'));
		expect(study?.agreement?.whole.alpha).toBeCloseTo(0.095, 3);
		expect(study?.agreement?.whole.verdict).toBe('unreliable');
	});
	it('is undefined without any difference, not 1', () => {
		const report = reportOf(twice('1111', '1111'));
		expect(texts(report.blocks).join(' ')).toContain('tidak ada perbedaan untuk dibandingkan');
		expect(table(report, 'agreement')?.[0]).toEqual([
			'Bahan',
			'–',
			'tidak dapat dihitung: tidak ada perbedaan untuk dibandingkan, semua kalimat sama-sama bertanda atau sama-sama tidak.',
		]);
	});
	it('says what is missing while only one has coded, or never the same interview', () => {
		expect(texts(reportOf(twice('11', '00')).blocks).join(' ')).toContain('Baru satu orang yang menandai');
		const both = twice('11', '00');
		const apart = {
			...both,
			interviews: [...both.interviews, { id: 'w2', name: 'B', text: 'Lain.' }],
			segments: [...both.segments, { coder: 'p2', interview: 'w2', code: 'k1', start: 0, end: 5 }],
		};
		expect(texts(reportOf(apart).blocks).join(' ')).toContain(
			'belum ada wawancara yang ditandai oleh dua pengkode',
		);
	});
});

describe('a sheet that is not ready', () => {
	it('has no report while nothing is named, and shows its frame before the first mark', () => {
		expect(codebookReport(codebookContent.empty(), { locale: 'id' })).toBeNull();
		const named = { ...codebookContent.empty(), codes: [{ ...emptyCode, id: 'k1', name: 'Bahan' }] };
		expect(texts(reportOf(named).blocks)[0]).toContain('Belum ada potongan yang ditandai');
	});
	it('does not speak of saturation before there are six interviews, and tells those not marked', () => {
		const { interviews, segments } = sample('id');
		const early = {
			...sample('id'),
			interviews,
			segments: segments.filter(({ interview }) => interview < 'w4'),
		};
		const report = reportOf(early);
		expect(report.blocks.find((block) => block.kind === 'chart')?.title).toContain('baru ada 3');
		expect(report.blocks[0]).toMatchObject({
			condition: expect.stringContaining('3 wawancara belum ditandai') as string,
		});
	});
	it('works out the largest sheet and says what is too much', () => {
		const text = 'Susu segar ada setiap pagi di desa. '.repeat(1111).slice(0, 40_000);
		const interviews = Array.from({ length: 60 }, (_, k) => ({ id: `w${k + 1}`, name: '', text }));
		const codes = Array.from({ length: 20 }, (_, k) => ({
			...emptyCode,
			id: `k${k + 1}`,
			name: `Kode ${k + 1}`,
		}));
		const segments = Array.from({ length: 20_000 }, (_, k) => ({
			coder: Math.floor(k / 60) % 2 === 0 ? 'p1' : 'p2',
			interview: `w${(k % 60) + 1}`,
			code: `k${(k % 20) + 1}`,
			start: (k * 7) % 39_000,
			end: ((k * 7) % 39_000) + 40,
		}));
		const coders = [
			{ id: 'p1', name: '' },
			{ id: 'p2', name: '' },
		];
		const study = codebookStudy({ ...codebookContent.empty(), interviews, codes, segments, coders });
		expect(study?.coded).toHaveLength(60);
		// 60 interviews of a thousand sentences are too many pairs for one figure; each code still says so for itself.
		expect(study?.agreement?.whole.reason).toBe('TOO_MANY');
		expect(study?.agreement?.sentences).toBeGreaterThan(60_000);
	});
});
