import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisionContent, newRespondent, noWeights, type DecisionContent } from '#inputs/decision-content.ts';
import { decisionSample } from '#inputs/decision-samples.ts';
import { decisionStudy } from '#inputs/decision-study.ts';
import type { Block, Report, TableBlock } from './block.ts';
import { decisionReport, findingsOf, keepFindings } from './decision.ts';
import { allFindings, decisionFindings } from './decision-findings.ts';
import { decisionNames } from './decision-names.ts';
import { decisionProblemText } from './decision-problem-text.ts';
import { decisionWork } from './decision-work.ts';

const sample = (name = 'serabi', locale: 'id' | 'en' = 'id') =>
	decisionSample(name, locale) as DecisionContent;
const reportOf = (content: DecisionContent, locale: 'id' | 'en' = 'id') =>
	decisionReport(content, { locale, date: '2026-11-22' }) as Report;

const texts = (blocks: readonly Block[]): string[] =>
	blocks.flatMap((block) => {
		if (block.kind === 'table' || block.kind === 'chart') return [];
		return block.kind === 'list' ? block.items : [block.text];
	});
const tables = (blocks: readonly Block[]): TableBlock[] =>
	blocks.flatMap((block) => (block.kind === 'table' ? [block] : block.kind === 'chart' ? [block.table] : []));
const lines = ({ blocks }: Report, id: string): string[] =>
	(tables(blocks).find((table) => table.id === id)?.rows ?? []).map(({ cells }) =>
		cells
			.map(({ text }) => text)
			.join(' | ')
			.replaceAll('\u00a0', ' '),
	);
const said = (report: Report): string => texts(report.blocks).join('\n').replaceAll('\u00a0', ' ');

describe('the serabi decision', () => {
	const report = reportOf(sample());

	it('begins with who wins, how firmly, and what would turn it', () => {
		const [first] = report.blocks;
		const plain = (text = '') => text.replaceAll('\u00a0', ' ');
		expect(first?.kind === 'sentence' && plain(first.text)).toBe(
			'Pakan ternak peringkat 1 pada 76 % kemungkinan bobot kelompok, dan pada 6 dari 6 metode.',
		);
		expect(first?.kind === 'sentence' && plain(first.condition)).toBe(
			'Keunggulannya tipis: 95,19 lawan 92,78. Pupuk organik menang bila Ekonomi ≥ 52,4 %.',
		);
	});

	it('prints the chances of every space of weights', () => {
		expect(lines(report, 'winner-chances')).toEqual([
			'Bobot kelompok bebas | 76 % | 24 %',
			'Bobot 9 subkriteria bebas | 71 % | 29 %',
			'Urutan kelompok tetap | 32 % | 68 %',
			'±10 poin dari bobot Anda | 100 % | 0 %',
		]);
		expect(lines(report, 'rank-chances')).toEqual([
			'Pakan ternak | 76 % | 24 % | 0 % | 0 %',
			'Pupuk organik | 24 % | 76 % | 0 % | 0 %',
			'Briket | 0 % | 0 % | 98 % | 2 %',
			'Nata de coco | 0 % | 0 % | 2 % | 98 %',
		]);
	});

	it('says what would have to change: Ekonomi from 52.4 %, Teknis to 16.4 %, Lingkungan never', () => {
		expect(lines(report, 'thresholds-table')).toEqual([
			'Teknis | 30 % | 16,4 % (Pupuk organik) | –',
			'Ekonomi | 40 % | – | 52,4 % (Pupuk organik)',
			'Lingkungan | 30 % | – | –',
		]);
		const words = said(report);
		expect(words).toContain('Lingkungan berapa pun tidak mengubah juara.');
		expect(words).toContain('Briket dan Nata de coco tidak menang dengan bobot kelompok berapa pun.');
		expect(words).toContain('Jumlah indeks Ekonomi Pupuk organik naik 18,1 (291,67 menjadi 309,7): seri.');
	});

	it('adds up: what each part gives makes the score', () => {
		const chart = report.blocks.find((block) => block.kind === 'chart');
		for (const { cells } of chart?.kind === 'chart' ? chart.table.rows : []) {
			const figures = cells.slice(2).map(({ value }) => value as number);
			const total = figures.pop() as number;
			expect(figures.reduce((sum, value) => sum + value, 0)).toBeCloseTo(total, 9);
		}
	});

	it('warns of the column on both sides of 100 and of criteria that say the same', () => {
		expect(said(report)).toContain('Janggal: indeks Proses produksi');
		expect(said(report)).toContain('(r = 0,99)');
	});

	it('names every option and the sources of its methods', () => {
		expect(said(report)).toContain('10.000 tarikan bobot, benih 7');
		expect(report.sources.map(({ id }) => id)).toEqual(
			expect.arrayContaining(['cpi', 'smaa', 'weight-threshold']),
		);
	});

	it('says the same in English', () => {
		const english = reportOf(sample('serabi', 'en'), 'en');
		expect(english.blocks[0]).toMatchObject({
			text: expect.stringMatching(
				/^Animal feed ranks first in 76\s?% of possible group weights, and in 6 of 6 methods\.$/,
			),
		});
		expect(said(english)).not.toMatch(/\b(bobot|juara|menang)\b/);
	});
});

describe('a decision over figures', () => {
	it('says who never won instead of a win at one corner of the weights', () => {
		const report = reportOf(sample('susu'));
		expect(said(report)).toContain('tidak sekali pun juara dalam 10.000 tarikan bobot');
		expect(said(report)).toContain(
			'Bobot kelompok dan kriteria utama belum diisi, jadi sementara sama besar.',
		);
	});

	const contrary = (cells: Readonly<Record<string, string>>): DecisionContent => ({
		...decisionContent.empty(),
		alternatives: ['x', 'y', 'z'].map((id) => ({ id, name: `Usaha ${id}`, note: '' })),
		criteria: ['a', 'b'].map((id) => ({
			id,
			name: `Ukuran ${id}`,
			group: '',
			direction: 'benefit',
			unit: '',
		})),
		respondents: [
			{ ...newRespondent('r1'), cells, weights: { ...noWeights, numbers: { a: '50', b: '50' } } },
		],
	});

	it('tells when the methods do not agree, with the reason', () => {
		// z is middling in both and first where a weak side counts; x wins by one very large index.
		const content = contrary({ 'x|a': '1', 'x|b': '40', 'y|a': '4', 'y|b': '1', 'z|a': '3', 'z|b': '25' });
		const report = reportOf(content);
		const methods = tables(report.blocks).find(({ id }) => id === 'methods');
		expect(methods?.caption).toContain('Metode tidak sepakat');
		expect(said(report)).toMatch(/Metode tidak sepakat\. CPI menjumlahkan indeks.*memilih Usaha z/);
	});

	it('names the column that decides alone', () => {
		const content = contrary({ 'x|a': '1', 'x|b': '40', 'y|a': '4', 'y|b': '1', 'z|a': '3', 'z|b': '25' });
		expect(said(reportOf(content))).toMatch(/Ukuran b menyumbang 9\d % dari nilai Usaha x/);
	});

	it('is null while nothing can be compared', () => {
		expect(decisionReport(decisionContent.empty(), { locale: 'id' })).toBeNull();
		expect(decisionReport(contrary({ 'x|a': '1' }), { locale: 'id' })).toBeNull();
	});
});

describe('working a decision out', () => {
	const { study } = decisionStudy(sample());
	if (!study) throw new Error('the sample has a study');

	it('answers part by part, never backwards, and the same for the same seed', () => {
		const steps = [...decisionFindings(study, 7)];
		const done = steps.map((step) => step.done);
		expect(done).toEqual([...done].sort((a, b) => a - b));
		expect(done.at(-1)).toBe(1);
		expect(steps.length).toBeGreaterThan(20);
		expect(allFindings(study, 7)).toEqual(steps.at(-1)?.findings);
		expect(allFindings(study, 8).regions).not.toEqual(allFindings(study, 7).regions);
	});

	it('survives the way to a worker and back', () => {
		const answers = [...decisionWork({ round: 1, content: sample(), seed: 7 })];
		const last = structuredClone(answers.at(-1));
		expect(answers[0]?.reading?.study).toEqual(study);
		expect(last).toMatchObject({ round: 1, done: 1, findings: { complete: true, seed: 7 } });
		expect([...decisionWork({ round: 2, content: decisionContent.empty(), seed: 7 })]).toMatchObject([
			{ round: 2, done: 1 },
		]);
	});

	it('prints what the page found, with its seed', () => {
		const content = sample();
		keepFindings(content, { ...allFindings(study, 7), complete: false });
		expect(findingsOf(content)).toBeNull();
		keepFindings(content, allFindings(study, 2026));
		expect(said(reportOf(content))).toContain('benih 2026');
	});
});

it('has words in both languages for every problem, with nothing left unsaid', () => {
	const content = sample();
	const codes = [
		...['TOO_FEW_ALTERNATIVES', 'NO_CRITERIA', 'CRITERION_WITHOUT_DATA', 'CELLS_MISSING', 'CELL_UNREADABLE'],
		...[
			'CELL_AMBIGUOUS',
			'CELL_NOT_POSITIVE',
			'CELL_FAR_OFF',
			'INDEX_BOTH_SIDES',
			'WEIGHTS_MISSING',
			'WEIGHT_BLANK',
		],
		...['WEIGHT_UNREADABLE', 'WEIGHTS_NOT_WHOLE', 'ORDER_INCOMPLETE', 'PAIR_UNREADABLE', 'PAIRS_INCOMPLETE'],
		...['PAIRS_NOT_CONNECTED', 'INCONSISTENT', 'BEST_WORST_NOT_CHOSEN', 'BEST_WORST_INCOMPLETE'],
		...['BEST_WORST_OUTSIDE_SCALE', 'VOICE_UNREADABLE', 'RESPONDENT_LEFT_OUT'],
	] as const;
	const place = {
		alternative: 'a1',
		criterion: 'c1',
		criteria: ['c1'],
		parent: 'g1',
		member: 'c1',
		other: 'c2',
		text: 'x',
	};
	const params = { value: 1, times: 20, least: 1, most: 2, total: 90, missing: 2, ratio: 0.2 };
	for (const locale of ['id', 'en'] as const)
		for (const code of codes) {
			const words = decisionProblemText(
				{ code: code as never, ...place, respondent: 'r1', params },
				decisionNames(content, locale),
				false,
			);
			expect(words, code).not.toMatch(/undefined|\{|\}/);
			expect(words.length, code).toBeGreaterThan(20);
		}
});

it('never throws and never prints what is no number, whatever the figures', () => {
	const figure = fc.constantFrom('0', '-3', '1', '1', '5', '1e300', '0,000001', '7', 'x', '');
	fc.assert(
		fc.property(
			fc.array(figure, { minLength: 9, maxLength: 9 }),
			fc.array(figure, { minLength: 3, maxLength: 3 }),
			(cells, weights) => {
				const ids = ['p', 'q', 'r'];
				const content: DecisionContent = {
					...decisionContent.empty(),
					alternatives: ids.map((id) => ({ id, name: '', note: '' })),
					criteria: ids.map((id, index) => ({
						id,
						name: '',
						group: '',
						direction: index === 1 ? 'cost' : 'benefit',
						unit: '',
					})),
					respondents: [
						{
							...newRespondent('r1'),
							cells: Object.fromEntries(
								ids.flatMap((a, i) => ids.map((c, j) => [`${a}|${c}`, cells[i * 3 + j] ?? ''])),
							),
							weights: {
								...noWeights,
								numbers: Object.fromEntries(ids.map((id, i) => [id, weights[i] ?? ''])),
							},
						},
					],
				};
				const report = decisionReport(content, { locale: 'id' });
				return report === null || !/NaN|Infinity|undefined/.test(JSON.stringify(report.blocks));
			},
		),
		{ numRuns: 12 },
	);
});
