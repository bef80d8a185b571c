/** The harvest of the mussel co-operative in Serang: 30/60/8/2 over 36 partners. */
import type { SharingContent } from './sharing-content.ts';

const serang: Readonly<Record<'id' | 'en', SharingContent>> = {
	id: {
		title: 'Panen kerang hijau',
		amount: '4.137.500',
		parts: [
			{ name: 'Jasa pengelola', percent: '30' },
			{ name: 'Mitra', percent: '60' },
			{ name: 'Tabungan perbaikan bagan', percent: '8' },
			{ name: 'Koperasi', percent: '2' },
		],
	},
	en: {
		title: 'Green mussel harvest',
		amount: '4.137.500',
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
