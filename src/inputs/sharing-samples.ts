/** The harvest of the mussel co-operative in Serang: 30/60/8/2, the partners' part over 36 of them. */
import type { SharingContent } from './sharing-content.ts';

const figures = {
	date: '2026-11-22',
	amount: '4.137.500',
	peoplePart: '1',
	division: 'equal',
	peopleCount: '36',
	people: [],
	roundTo: '1',
	remainderTo: '2',
} as const;

const serang: Readonly<Record<'id' | 'en', SharingContent>> = {
	id: {
		...figures,
		title: 'Panen kerang hijau',
		group: 'Koperasi kerang hijau Serang',
		decidedBy: 'RAT 2026',
		parts: [
			{ name: 'Jasa pengelola', percent: '30' },
			{ name: 'Mitra', percent: '60' },
			{ name: 'Tabungan perbaikan bagan', percent: '8' },
			{ name: 'Koperasi', percent: '2' },
		],
	},
	en: {
		...figures,
		title: 'Green mussel harvest',
		group: 'Serang green mussel co-operative',
		decidedBy: 'annual meeting 2026',
		parts: [
			{ name: "Manager's share", percent: '30' },
			{ name: 'Partners', percent: '60' },
			{ name: 'Raft-repair fund', percent: '8' },
			{ name: 'Co-operative', percent: '2' },
		],
	},
};

/** The example of this name; null when there is none. */
export function sharingSample(name: string, locale: 'id' | 'en'): SharingContent | null {
	return name === 'serang' ? serang[locale] : null;
}
