import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sharingContent, type SharingContent } from '#inputs/sharing-content.ts';
import { sharingSample } from '#inputs/sharing-samples.ts';
import { sharingReport } from './sharing.ts';
import { slipsOf, slipText } from './sharing-slips.ts';
import { plainReportText } from './plain-report-text.ts';

const serang = sharingSample('serang', 'id') as SharingContent;
const said = (content: SharingContent, locale: 'id' | 'en' = 'id') => {
	const report = sharingReport(content, { locale });
	return report ? plainReportText(report).replaceAll('\u00a0', ' ') : '';
};

describe('the harvest of Serang, 30/60/8/2 over 36 partners', () => {
	test('is told with what each receives and where the 12 rupiah go', () => {
		expect(said(serang)).toContain('Rp 4.137.500 dibagi habis: 36 orang menerima Rp 68.958 seorang.');
		expect(said(serang)).toContain('Sisa pembulatan Rp 12 masuk ke Tabungan perbaikan bagan.');
		expect(said(sharingSample('serang', 'en') as SharingContent, 'en')).toContain(
			'36 people receive Rp 68,958 each',
		);
	});

	test('has a table whose column of amounts is the total', () => {
		const report = sharingReport(serang, { locale: 'id' });
		const table = report?.blocks.find((block) => block.kind === 'table');
		const amounts = table?.kind === 'table' ? table.rows.map((row) => row.cells[3]?.value ?? 0) : [];
		expect(amounts).toEqual([1_241_250, 2_482_488, 331_012, 82_750, 4_137_500]);
	});

	test('gives the group one slip and every partner one with nothing but their own', () => {
		const slips = slipsOf(serang, 'id');
		expect(slips?.people).toHaveLength(36);
		const own = slipText(slips?.person(16) as NonNullable<ReturnType<NonNullable<typeof slips>['person']>>);
		expect(own).toContain('*Rp68.958*');
		expect(own).toContain('(Enam puluh delapan ribu sembilan ratus lima puluh delapan rupiah)');
		expect(own).toContain('Untuk: No. 017');
		expect(own).not.toContain('1.241.250');
		expect(slipText(slips?.group as NonNullable<typeof slips>['group'])).toContain('*Jumlah: Rp4.137.500*');
	});
});

test.each<[string, Partial<SharingContent>, string]>([
	['98 percent', { parts: [{ name: 'a', percent: '98' }] }, 'Tambah 2 % supaya genap 100 %.'],
	['102,5 percent', { parts: [{ name: 'a', percent: '102,5' }] }, 'Kurangi 2,5 %.'],
	['no amount', { amount: '' }, 'Isi penjualan bersihnya.'],
	['two decimal commas', { amount: '4.078,64,00' }, '"4.078,64,00" tidak terbaca sebagai angka.'],
	['a loss', { amount: '-5.000' }, 'Rugi tidak dibagi'],
	['half a rupiah', { amount: '10,5' }, 'rupiah bulat'],
	['nobody to pay', { peopleCount: '' }, 'Isi berapa orang'],
	['half a person', { peopleCount: '2,5' }, 'Isi berapa orang'],
	[
		'notes of 500 with no receiver',
		{ roundTo: '500', remainderTo: '' },
		'pilih bagian yang menerima sisanya',
	],
	['the rest going back where it came from', { remainderTo: '1' }, 'Pilih bagian lain.'],
	[
		'a person without units',
		{ division: 'by-unit', people: [{ name: 'Siti', units: '' }], peopleCount: '' },
		'Isi jumlah unit untuk Siti.',
	],
	[
		'units of zero',
		{ division: 'by-unit', people: [{ name: 'Siti', units: '0' }], peopleCount: '' },
		'Jumlah unit semua orang nol.',
	],
])('says what to do about %s', (_name, change, sentence) => {
	expect(said({ ...serang, ...change })).toContain(sentence);
	expect(slipsOf({ ...serang, ...change }, 'id')).toBeNull();
});

test('anything that was stored or received is read or refused, and what is read can be told', () => {
	fc.assert(
		fc.property(fc.anything(), (value) => {
			const content = sharingContent.read(value);
			if (content) sharingReport(content, { locale: 'id' });
		}),
	);
	const odd = fc.record({
		title: fc.anything(),
		amount: fc.oneof(fc.string(), fc.constantFrom('1.000', '12,5', '-3', '1e400')),
		parts: fc.array(fc.record({ name: fc.string(), percent: fc.constantFrom('50', '100', 'x', '') })),
		peoplePart: fc.constantFrom('', '0', '1', '99', 'x'),
		remainderTo: fc.constantFrom('', '0', '1', '99'),
		peopleCount: fc.constantFrom('', '3', '0', '-1', '1e9'),
		people: fc.array(fc.record({ name: fc.string(), units: fc.string() })),
		division: fc.constantFrom('equal', 'by-unit', 'other'),
		roundTo: fc.constantFrom('1', '500', '7'),
	});
	fc.assert(
		fc.property(odd, (value) => {
			const content = sharingContent.read(value);
			expect(content).not.toBeNull();
			if (content) sharingReport(content, { locale: 'en' });
		}),
	);
});
