/** What an eligibility sheet says: one planted fault for every kind of evidence, the example, and the letters. */
import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	eligibilityContent,
	emptyAnswer,
	emptyRule,
	ruleKinds,
	type ApplicantProduct,
	type EligibilityContent,
	type RuleKind,
	type SheetAnswer,
} from '#inputs/eligibility-content.ts';
import { readPdf } from '#files/testing.ts';
import { eligibilitySample } from '#inputs/eligibility-samples.ts';
import type { Report } from './block.ts';
import { lettersOf, lettersReport, letterText } from './eligibility-letters.ts';
import { eligibilityReport } from './eligibility.ts';
import { renderCsv } from './render-csv.ts';
import { renderDocx } from './render-docx.ts';
import { renderPlainPdf } from './render-plain-pdf.ts';
import { renderXlsx } from './render-xlsx.ts';

const locale = 'id';
const noPicture = () => Promise.reject(new Error('no picture here'));

/** One applicant and one rule of a kind. */
function sheet(
	kind: RuleKind,
	answer: Partial<SheetAnswer>,
	productKind: ApplicantProduct = '',
): EligibilityContent {
	return {
		...eligibilityContent.empty(),
		programme: 'Bantuan',
		validOn: '2025-06-01',
		rules: [{ ...emptyRule('r1'), name: 'Syarat', kind }],
		applicants: [
			{
				name: 'Rahmi',
				product: '',
				productKind,
				answers: [{ ...emptyAnswer('r1'), seen: 'yes', ...answer }],
			},
		],
	};
}

const reportOf = (content: EligibilityContent) => eligibilityReport(content, { locale }) as Report;
const textOf = (report: Report | null) => JSON.stringify(report?.blocks);
const state = (content: EligibilityContent) => {
	const table = reportOf(content).blocks.find((block) => block.kind === 'table');
	return table?.kind === 'table' ? table.rows[0]?.cells.slice(1).map(({ text }) => text) : undefined;
};

const met = ['✓ layak', '✓ ada'];
const failing = ['✗ belum memenuhi', '✗ belum'];
const unknown = ['? belum lengkap', '? belum dilihat'];
const again = ['? belum lengkap', '? lihat lagi'];

/** A good answer of each kind, a fault planted in it, what becomes of it, and the words that say so. */
const faults: readonly [RuleKind, Partial<SheetAnswer>, Partial<SheetAnswer>, string[], string][] = [
	['yes-no', {}, { seen: 'no' }, failing, 'Bukti untuk \\"Syarat\\".'],
	['document', { validUntil: '2025-06-01' }, { validUntil: '2025-05-31' }, failing, 'sudah habis'],
	['nik', { number: '2101064502850001' }, { number: '2101064532850001' }, again, 'bulan lahir'],
	['nib', { number: '1234567890123' }, { number: '123456789012' }, again, '13 angka'],
	['pirt', { number: '2022101010001-27' }, { number: '2022101010001-24' }, failing, 'Ajukan perpanjangan'],
	['halal', { number: 'ID81110000123450720' }, { number: 'KH 1234' }, again, 'bukan sertifikat'],
	['siinas', { number: 'SII-1' }, { seen: 'unknown' }, unknown, 'siinas.kemenperin.go.id'],
	['land', { number: 'SHM 1' }, { seen: 'no' }, failing, 'Kantor Pertanahan'],
	['text', { number: 'sejak 2011' }, { seen: 'unknown', number: '' }, unknown, 'Keterangan untuk'],
];

describe('every kind of evidence', () => {
	it('is tried', () => {
		expect(faults.map(([kind]) => kind)).toEqual([...ruleKinds]);
	});

	it.each(faults)('%s: good, and with one fault', (kind, good, fault, expected, words) => {
		expect(state(sheet(kind, good))).toEqual(met);
		const bad = sheet(kind, { ...good, ...fault });
		expect(state(bad)).toEqual(expected);
		expect(textOf(reportOf(bad))).toContain(words);
		expect(textOf(reportOf(sheet(kind, good)))).not.toContain(words);
	});

	it('halal of before 30 December 2022 ends after four years, later ones do not', () => {
		const number = 'ID81110000123450720';
		expect(state(sheet('halal', { number, issuedOn: '2021-05-31' }))).toEqual(failing);
		expect(state(sheet('halal', { number, issuedOn: '2021-06-01' }))).toEqual(met);
		expect(state(sheet('halal', { number, issuedOn: '2023-01-01', changed: 'yes' }))).toEqual(failing);
	});

	it('milk needs a BPOM registration instead of a PIRT, with or without a number', () => {
		for (const number of ['2022101010001-27', '']) {
			const milk = sheet('pirt', { number }, 'milk');
			expect(state(milk)).toEqual(failing);
			expect(textOf(reportOf(milk))).toContain('Izin edar BPOM (MD)');
			expect(state(sheet('pirt', { number }, 'dry-or-shelf-stable'))).toEqual(met);
		}
		const feed = sheet('pirt', { seen: 'unknown' }, 'animal-feed');
		expect(textOf(reportOf(feed))).toContain('Nomor pendaftaran pakan (NPP)');
	});

	it('a soft rule is asked for and does not decide', () => {
		const one = sheet('land', { seen: 'no' });
		const soft: EligibilityContent = {
			...one,
			rules: [
				{ ...emptyRule('r0'), name: 'Usaha', kind: 'yes-no' },
				...one.rules.slice(0, 1).map((rule) => ({ ...rule, weight: 'soft' as const })),
			],
			applicants: one.applicants.map((applicant) => ({
				...applicant,
				answers: [...applicant.answers, { ...emptyAnswer('r0'), seen: 'yes' }],
			})),
		};
		expect(state(soft)).toEqual(['✓ layak', '✓ ada', '✗ belum']);
		expect(textOf(reportOf(soft))).toContain('dianjurkan, tidak menentukan');
	});

	it('a NIK that came masked counts as seen; one masked whole is looked at again', () => {
		expect(state(sheet('nik', { number: '2101**********01' }))).toEqual(met);
		expect(state(sheet('nik', { number: '*'.repeat(16) }))).toEqual(again);
	});
});

describe('a sheet that cannot be judged yet', () => {
	it.each([
		[{ validOn: '' }, 'Isi tanggal penilaian'],
		[{ rules: [emptyRule('r1')] }, 'Tulis paling sedikit satu syarat'],
		[{ applicants: [] }, 'Tulis nama pemohon pertama'],
		[{ rules: [{ ...emptyRule('r1'), name: 'A', until: '2020-01-01' }] }, 'Tidak ada syarat yang berlaku'],
	])('%j', (part, words) => {
		const content = { ...sheet('land', {}), ...part };
		expect(textOf(reportOf(content))).toContain(words);
		expect(lettersReport(content, locale)).toBeNull();
	});

	it('never throws, whatever was received', () => {
		fc.assert(
			fc.property(fc.anything(), fc.anything(), fc.string(), (rules, applicants, validOn) => {
				const content = eligibilityContent.read({ rules: [rules], applicants: [applicants], validOn });
				if (content) eligibilityReport(content, { locale });
			}),
		);
	});
});

describe('the example of Sei Lekop', () => {
	const content = eligibilitySample('bintan', locale) as EligibilityContent;
	const report = reportOf(content);

	it('says first how many are complete, then who lacks what', () => {
		expect(report.blocks[0]).toMatchObject({
			text: 'Dari 3 pemohon Bantuan klaster kerupuk Sei Lekop (pemohon rekaan) 2021: 0 layak, 2 belum lengkap, 1 belum memenuhi.',
		});
		const lists = report.blocks.filter((block) => block.kind === 'list');
		expect(lists.slice(0, 3).map((block) => block.kind === 'list' && block.items.length)).toEqual([1, 1, 1]);
		expect(textOf(report)).toMatch(/Izin P-IRT.*Nomor KH.*SIINas/);
		expect(textOf(report)).toContain('2101**********01');
	});

	it('is the same in English', () => {
		const english = eligibilityReport(eligibilitySample('bintan', 'en') as EligibilityContent, {
			locale: 'en',
		});
		expect(english?.blocks[0]).toMatchObject({
			text: expect.stringContaining('0 eligible, 2 incomplete, 1 not yet meeting') as string,
		});
	});

	it('writes letters without a word of judgement', () => {
		const letters = lettersOf(content, locale);
		expect(letters.map(({ bring }) => bring.length)).toEqual([1, 1, 1]);
		const text = letters.map((letter) => letterText(letter, locale)).join('\n');
		expect(text).toContain('*Yang perlu dibawa*');
		expect(text).toContain('Dibawa ke: kantor Dinas');
		expect(text).not.toMatch(/layak|memenuhi|lolos|gagal|ditolak/i);
	});

	it('puts each letter on a page of its own', async () => {
		const letters = lettersReport(content, locale) as Report;
		const xml = strFromU8(unzipSync(await renderDocx(letters, noPicture))['word/document.xml'] as Uint8Array);
		expect(xml.match(/<w:pageBreakBefore\/>/g)).toHaveLength(2);
		const { pages } = readPdf(await renderPlainPdf(letters, noPicture));
		expect(pages).toHaveLength(3);
	});

	it('shows no whole NIK in any file', async () => {
		const whole = content.applicants.flatMap(({ answers }) =>
			answers.filter(({ rule }) => rule === 'ktp').map(({ number }) => number),
		);
		expect(whole).toHaveLength(3);
		for (const one of [report, lettersReport(content, locale) as Report]) {
			const texts = [
				renderCsv(one, { style: locale }),
				...Object.values(unzipSync(await renderDocx(one, noPicture))).map((part) => strFromU8(part)),
				...Object.values(unzipSync(renderXlsx(one))).map((part) => strFromU8(part)),
				JSON.stringify(one),
			].join('\n');
			for (const nik of whole) expect(texts).not.toContain(nik);
		}
	});
});
