/**
 * The regional product of Bintan as printed: 17 sectors, 2020 to 2022. The caption says constant prices, the headings
 * say current ones; the sheet takes the headings, whose figures grow faster than the real growth that was published.
 */
import { bpsSectors } from './bps-sectors.ts';
import { emptyRegion, emptyYear, type RegionContent } from './region-content.ts';

type Row = readonly [string, string, string];

/** In the order of `bpsSectors`. */
const printed: readonly Row[] = [
	['1.430.744,00', '1.512.447,89', '1.654.688,20'],
	['990.871,00', '971.577,57', '814.289,80'],
	['8.379.229,00', '8.690.851,35', '9.543.671,00'],
	['26.093,00', '26.429,00', '27.813,75'],
	['12.717,00', '12.953,71', '13.742,90'],
	['4.665.065,00', '4.772.319,25', '5.017.637,04'],
	['1.938.715,00', '1.980.384,40', '2.151.518,71'],
	['447.059,00', '468.446,23', '517.827,18'],
	['763.398,00', '761.860,95', '1.093.073,51'],
	['249.692,00', '250.587,22', '263.607,86'],
	['339.694,00', '340.132,74', '346.885,68'],
	['238.716,00', '239.854,63', '248.226,81'],
	['155,00', '156,22', '172,55'],
	['616.276,00', '562.259,45', '593.492,02'],
	['396.432,00', '402.185,22', '427.930,37'],
	['217.163,00', '226.486,33', '243.986,42'],
	['31.677,00', '32.193,43', '37.213,69'],
];

const totals: Row = ['20.743.698,00', '21.251.125,59', '22.995.777,49'];

function bintan(locale: 'id' | 'en'): RegionContent {
	return {
		...emptyRegion(),
		title: locale === 'id' ? 'Sektor unggulan Bintan' : 'Leading sectors of Bintan',
		source:
			locale === 'id' ? 'naskah sentra kerupuk ikan Bintan, Tabel 1' : 'Bintan fish cracker paper, Table 1',
		region: locale === 'id' ? 'Kabupaten Bintan' : 'Bintan Regency',
		unit: locale === 'id' ? 'juta rupiah' : 'million rupiah',
		basis: 'ADHB',
		captionBasis: 'constant',
		headingBasis: 'current',
		years: ['2020', '2021', '2022'].map((label, place) => ({
			...emptyYear,
			label,
			total: totals[place] ?? '',
		})),
		sectors: printed.map((region, place) => ({
			name: bpsSectors[place]?.[locale] ?? '',
			region,
			reference: [],
		})),
	};
}

/** The example of this name; null when there is none. */
export function regionSample(name: string, locale: 'id' | 'en'): RegionContent | null {
	return name === 'bintan' ? bintan(locale) : null;
}
