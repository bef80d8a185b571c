/**
 * Fresh milk of Sukorejo, Musuk, Boyolali: six products with the yields of the paper's Table 1 and the value added that
 * follows from its inputs (kefir 75,800 where the paper prints 74,800). Whey stays of cheese; the paper gives neither
 * its amount nor the scores of the screening, so those cells are empty.
 */
import { hayami } from '#methods/value-added/hayami.ts';
import { plainNumberText } from './plain-number-text.ts';
import { emptyTreeRow, treeContent, type TreeContent } from './tree-content.ts';
import { sheetToStudy } from './value-added-sheet.ts';
import { sampleSheet } from './value-added-samples.ts';

const names: Readonly<Record<'id' | 'en', readonly string[]>> = {
	id: ['Keju', 'Es krim', 'Yogurt', 'Kefir', 'Stik susu', 'Susu pasteurisasi'],
	en: ['Cheese', 'Ice cream', 'Yogurt', 'Kefir', 'Milk sticks', 'Pasteurised milk'],
};
const words = {
	id: {
		title: 'Pohon susu segar',
		source: 'Susu segar, Desa Sukorejo, Musuk, Boyolali, Tabel 1',
		root: 'Susu segar',
		unit: 'liter',
		whey: 'Whey (air keju)',
		criteria: ['Kemampuan tenaga kerja', 'Kemudahan bahan baku', 'Kemudahan proses', 'Permintaan pasar'],
	},
	en: {
		title: 'Tree of fresh milk',
		source: 'Fresh milk, Sukorejo village, Musuk, Boyolali, Table 1',
		root: 'Fresh milk',
		unit: 'litre',
		whey: 'Whey',
		criteria: ['Ability of labour', 'Ease of raw material', 'Ease of process', 'Market demand'],
	},
} as const;

function milk(locale: 'id' | 'en'): TreeContent {
	const { title, source, root, unit, whey, criteria } = words[locale];
	const { products } = sheetToStudy(sampleSheet('susu', locale)).study;
	return {
		...treeContent.empty(),
		title,
		source,
		root,
		rootUnit: unit,
		criteria: criteria.map((name) => ({ name })),
		rows: [
			...products.map(({ input }, index) => {
				const { result } = hayami.compute(input);
				return {
					...emptyTreeRow,
					name: names[locale][index] ?? '',
					unit,
					yield: plainNumberText(result?.conversionFactor ?? Number.NaN),
					valueAdded: plainNumberText(result?.valueAdded ?? Number.NaN),
				};
			}),
			{ ...emptyTreeRow, name: whey, kind: 'by-product' as const, unit },
		],
	};
}

/** The example of this name; null when there is none. */
export function treeSample(name: string, locale: 'id' | 'en'): TreeContent | null {
	return name === 'susu' ? milk(locale) : null;
}
