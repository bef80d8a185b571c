/** The Kalanganyar programme as its paper gives it, and with a drying yield that is assumed here. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowContent, type FlowContent } from '#inputs/flow-content.ts';
import { flowSample } from '#inputs/flow-samples.ts';
import type { Block } from './block.ts';
import { flowReport } from './flow.ts';

const kalanganyar = flowSample('kalanganyar', 'id') as FlowContent;
const [scales] = kalanganyar.streams as [FlowContent['streams'][number]];
const [firstUse] = kalanganyar.uses as [FlowContent['uses'][number]];
const [drying] = kalanganyar.processes as [FlowContent['processes'][number]];
const blocksOf = (content: FlowContent, locale: 'id' | 'en' = 'id') =>
	flowReport(content, { locale })?.blocks ?? [];

/** Every text of the blocks that a reader sees, without the drawings. */
function textOf(blocks: readonly Block[]): string {
	return blocks
		.flatMap((block) => {
			if (block.kind === 'list') return block.items;
			if (block.kind === 'table')
				return [block.caption, ...block.rows.map(({ cells }) => cells.map(({ text }) => text).join(' | '))];
			if (block.kind === 'sentence') return [block.text, block.condition ?? ''];
			if (block.kind === 'chart') return [block.title, block.foot];
			return [block.text];
		})
		.join('\n')
		.replaceAll('\u00a0', ' ');
}

const dried = (low: string, more: Partial<FlowContent> = {}): FlowContent => ({
	...kalanganyar,
	processes: kalanganyar.processes.map((one) => ({ ...one, low })),
	...more,
});

describe('the flow of Kalanganyar', () => {
	it('says first that 20 to 30 kg arrive and that nobody weighed where they go', () => {
		const [first] = blocksOf(kalanganyar);
		expect(first).toMatchObject({
			kind: 'sentence',
			text: '20–30 kg sisik ikan (basah) datang tiap hari. Ke mana perginya belum ditimbang.',
		});
	});

	it('asks for the drying yield and works out no batches without it', () => {
		const text = textOf(blocksOf(kalanganyar));
		expect(text).toContain('Berapa kg kering dari 1 kg sisik ikan (basah)?');
		expect(text).toContain('Adonan belum dapat dihitung.');
		expect(text).not.toContain('lenjer');
	});

	it('feeds 1.6 to 2.4 batches and 224 to 336 sticks a day when 0.4 kg stays of 1 kg', () => {
		const text = textOf(blocksOf(dried('0,4')));
		expect(text).toContain('Kerupuk sisik | 8–12 kg per hari | 1,6–2,4 | 224–336 lenjer | –');
		expect(text).toContain('Berapa pemasukan dari satu adonan kerupuk sisik?');
		const paid = dried('0,4', {
			days: '25',
			batches: kalanganyar.batches.map((one) => ({ ...one, income: '100.000' })),
		});
		expect(textOf(blocksOf(paid))).toContain('Rp 160.000–240.000 | Rp 4.000.000–6.000.000');
	});

	it('balances in, out and left, and says what does not add up', () => {
		const using = (low: string): FlowContent => ({
			...kalanganyar,
			processes: [],
			uses: [{ ...firstUse, low, high: '' }],
		});
		expect(textOf(blocksOf(using('5')))).toContain(
			'Sisik ikan (basah) | kg per hari | 20–30 | 5 | 15–25 | ada sisa',
		);
		expect(textOf(blocksOf(using('25')))).toContain('−5 sampai 5 | kurang pada hari sepi');
		expect(textOf(blocksOf(using('40')))).toContain('Angka sisik ikan (basah) tidak cocok: 40 kg keluar');
	});

	it('earns a bone remover Rp 150,000 to 300,000 a day, from 400 to 750 fish by the group', () => {
		const text = textOf(blocksOf(kalanganyar));
		expect(text).toContain('Setiap orang mendapat Rp 150.000–300.000 sehari, dari 400–750 biji sekelompok.');
		expect(text).toContain('Pemasukan kelompok sehari | Rp 600.000–1.500.000');
	});

	it('names drying that adds mass, a range in one box, another unit, and a circle', () => {
		expect(textOf(blocksOf(dried('1,2')))).toContain('hasil pengeringan lebih berat daripada bahannya');
		const oneBox = { ...kalanganyar, streams: [{ ...scales, low: '20-30', high: '' }] };
		expect(textOf(blocksOf(oneBox))).toContain('“20-30” terbaca di bawah nol. Untuk 20 sampai 30');
		const units = { ...kalanganyar, streams: [scales, { ...scales, unit: 'ekor' }] };
		expect(textOf(blocksOf(units))).toContain('satuannya ekor, baris lain dari bahan ini kg');
		const circle: FlowContent = {
			...kalanganyar,
			processes: [drying, { ...drying, from: 'sisik ikan|dry', basis: 'wet' }],
		};
		expect(textOf(blocksOf(circle))).toContain('yang akhirnya dibuat dari');
	});

	it('adds grams to kilograms and months to days', () => {
		const mixed: FlowContent = {
			...kalanganyar,
			days: '25',
			streams: [
				scales,
				{ ...scales, low: '5000', high: '', unit: 'gram' },
				{ ...scales, low: '250', high: '', per: 'month' },
			],
		};
		expect(textOf(blocksOf(mixed))).toContain('Sisik ikan (basah) | kg per hari | 35–45');
		expect(textOf(blocksOf({ ...mixed, days: '' }))).toContain('Isi hari kerja sebulan');
	});

	it('is written in English with the same figures', () => {
		const sample = flowSample('kalanganyar', 'en') as FlowContent;
		const text = textOf(blocksOf(sample, 'en'));
		expect(text).toContain('20–30 kg of fish scales (wet) arrives every day.');
		expect(text).toContain('How many kg are left, dry, of 1 kg of fish scales (wet)?');
	});

	it('takes whatever an address can hold', () => {
		fc.assert(
			fc.property(fc.anything(), (value) => {
				const content = flowContent.read(value);
				if (content) flowReport(content, { locale: 'id' });
				const inside = flowContent.read({
					...kalanganyar,
					streams: [value],
					processes: [value],
					uses: [value],
					batches: [value],
				});
				expect(inside && flowContent.read(JSON.parse(JSON.stringify(inside)))).toEqual(inside);
				if (inside) flowReport(inside, { locale: 'en' });
			}),
		);
	});
});
