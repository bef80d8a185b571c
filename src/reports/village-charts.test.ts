import { describe, expect, it } from 'vitest';
import { priceShares } from '#methods/programme/price-shares.ts';
import { networkBlock, placesBlock, priceBlock, priceRemarks } from './village-charts.ts';
import type { NetworkTelling } from './village-charts.ts';

const actor = (id: string, lines: number, group: NetworkTelling['actors'][number]['actorGroup'] = null) => ({
	id,
	name: `Pelaku ${id}`,
	actorGroup: group,
	lines,
});
const agreement = {
	giver: '1',
	taker: '2',
	giverName: 'Pelaku 1',
	takerName: 'Pelaku 2',
	material: 'Sisik',
	amountText: '5 kg basah per hari',
	deliveryText: 'BUMDes',
	byBumdes: true,
};

describe('the network in words', () => {
	it('counts actors and agreements, and has every agreement in its table', () => {
		const block = networkBlock(
			{
				actors: [actor('1', 1), actor('2', 1, 'business')],
				agreements: [agreement],
				outside: 0,
				day: '2026-11-22',
			},
			'id',
		);
		expect(block.title).toBe('2 pelaku, 1 kesepakatan yang berjalan');
		expect(block.foot).toContain('22 November 2026');
		expect(block.table.rows[0]?.cells.map(({ text }) => text)).toEqual([
			'Pelaku 1',
			'Pelaku 2',
			'Sisik',
			'5 kg basah per hari',
			'BUMDes',
		]);
		expect(block.narrow).toContain('Dunia usaha');
		expect(block.narrow).toContain('stroke-dasharray');
	});

	it('draws at most 40 names, those with agreements first, and says how many are left out', () => {
		const actors = Array.from({ length: 60 }, (_, index) => actor(String(index), index === 59 ? 1 : 0));
		const { narrow, foot } = networkBlock({ actors, agreements: [], outside: 3, day: '2026-11-22' }, 'id');
		expect(narrow.split('<circle').length - 1).toBe(40);
		expect(narrow).toContain('Pelaku 59');
		expect(foot).toContain('20 pelaku tanpa kesepakatan tidak digambar');
		expect(foot).toContain('3 kesepakatan menuju pelaku di luar');
	});
});

/** A no-break space is a space to a reader of tests. */
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

describe('a price chain in words', () => {
	const step = (actorName: string, sellsAt: string | null, buysAt: string | null = null, unit = 'kg') => ({
		actorName,
		unit,
		buysAt,
		sellsAt,
	});
	const telling = (...steps: ReturnType<typeof step>[]) => ({
		product: 'Susu',
		villageName: 'Sukorejo',
		steps,
		shares: priceShares(
			steps.map(({ unit, buysAt, sellsAt }) => ({
				unit,
				buysAt: buysAt === null ? null : Number(buysAt),
				sellsAt: sellsAt === null ? null : Number(sellsAt),
			})),
		),
	});

	it('begins with the share of who makes it', () => {
		const chain = telling(step('Peternak', '4200.00'), step('KUD', '6000.00', '4200.00'));
		expect(plain(priceBlock(chain, 'id')?.title)).toBe('Peternak menerima 70 % dari harga akhir Susu');
		expect(priceBlock(chain, 'en')?.title).toBe('Peternak gets 70% of the final price of Susu');
		expect(priceRemarks(chain, 'id')).toEqual([]);
	});

	it('says where somebody is missing between two actors, and where prices cross', () => {
		const gap = telling(step('Peternak', '4200'), step('Kedai', '8400', '6500'));
		expect(priceRemarks(gap, 'id').map(plain)).toEqual([
			'Kedai: membeli Rp 2.300 lebih mahal daripada harga jual pelaku sebelumnya. Mungkin ada pelaku di antaranya yang belum dicatat.',
		]);
		const crossed = telling(step('Peternak', '4200'), step('Kedai', '8400', '4000'));
		expect(plain(priceRemarks(crossed, 'id')[0])).toContain('Rp 200 lebih murah');
	});

	it('draws nothing without a price or across units, and says what is missing', () => {
		const silent = telling(step('Peternak', null), step('KUD', '6000'));
		expect(priceBlock(silent, 'id')).toBeNull();
		expect(priceRemarks(silent, 'id')[0]).toContain('harga jual Peternak belum ada');
		const mixed = telling(step('Peternak', '4200', null, 'liter'), step('Kedai', '100', null, 'gelas'));
		expect(priceRemarks(mixed, 'id')[0]).toContain('satuan Kedai berbeda');
		expect(priceRemarks(telling(step('A', '0')), 'id')[0]).toContain('nol');
	});
});

describe('the places in words', () => {
	it('keep the numbers of the list and count what has no coordinates', () => {
		const place = (number: number, latitude: string | null) => ({
			number,
			name: `Tempat ${number}`,
			latitude,
			longitude: latitude === null ? null : '112.79',
			colour: 'untung' as const,
		});
		const block = placesBlock({ places: [place(1, null), place(2, '-7.398')] }, 'id');
		expect(block.title).toBe('1 tempat dengan koordinat');
		expect(block.foot).toContain('1 belum punya koordinat');
		expect(block.table.rows[0]?.cells.map(({ text }) => text)).toEqual([
			'2',
			'Tempat 2',
			'−7,3980; 112,7900',
		]);
		expect(placesBlock({ places: [place(1, null)] }, 'en').wide).toContain('No coordinates yet');
	});
});
