/**
 * Filled sheets for "Coba contoh": the figures two published papers print, typed as a person would type them, with the
 * words of the reader's language.
 */
import { emptyProduct, emptySheet, type SheetLine, type ValueAddedSheet } from './value-added-sheet.ts';

type Locale = 'id' | 'en';
type Names = Readonly<Record<Locale, string>>;

/** The same in both languages: a name, or a unit that needs no translation. */
const same = (text: string): Names => ({ id: text, en: text });
const litre: Names = { id: 'liter', en: 'litre' };

interface SampleLine extends Omit<SheetLine, 'name' | 'unit'> {
	readonly name: Names;
	readonly unit: Names;
}

const line = (
	name: Names,
	group: SheetLine['group'],
	quantity: string,
	unit: Names,
	unitPrice: string,
	per: SheetLine['per'] = 'process',
): SampleLine => ({ name, group, quantity, unit, unitPrice, per });

/** The paper's own cost table, Tables 2 and 3. */
const feedCosts: readonly SampleLine[] = [
	line({ id: 'Kulit kacang tanah', en: 'Peanut shells' }, 'auxiliary', '50', same('kg'), '500'),
	line({ id: 'Tetes tebu', en: 'Molasses' }, 'auxiliary', '0,5', same('kg'), '500'),
	line(same('Urea'), 'auxiliary', '0,3', same('kg'), '1800'),
	line({ id: 'Probiotik', en: 'Probiotics' }, 'auxiliary', '0,2', same('kg'), '75000'),
	line({ id: 'Sablon', en: 'Screen printing' }, 'packaging', '59', same('unit'), '500'),
	line({ id: 'Plastik PP 15x30 cm', en: 'PP bags 15x30 cm' }, 'packaging', '59', same('unit'), '314'),
	line({ id: 'Listrik', en: 'Electricity' }, 'energy', '7', same('kWh'), '535'),
	line({ id: 'Bensin', en: 'Petrol' }, 'transport', '2', litre, '8400'),
	line({ id: 'Karung', en: 'Sacks' }, 'depreciation', '', same(''), '5200', 'month'),
	line({ id: 'Tali rafia', en: 'Raffia string' }, 'depreciation', '', same(''), '1000', 'month'),
	line({ id: 'Mesin pengaduk', en: 'Mixing machine' }, 'depreciation', '', same(''), '100000', 'month'),
];
const feedWords = {
	id: {
		title: 'Pakan ternak ampas kelapa',
		source: 'Usaha serabi "Apen Julit Gettas", Sumenep, Tabel 2–5',
		name: 'Pakan ternak',
		material: 'ampas kelapa',
	},
	en: {
		title: 'Animal feed from coconut pulp',
		source: 'Serabi cake business "Apen Julit Gettas", Sumenep, Tables 2–5',
		name: 'Animal feed',
		material: 'coconut pulp',
	},
} as const;

/**
 * Animal feed from coconut pulp, serabi cake business "Apen Julit Gettas", Sumenep, Tables 2 to 5.
 * Row 9 holds every cost group of the paper's own cost table; depreciation is listed and left out of the scope.
 */
function serabi(locale: Locale): ValueAddedSheet {
	const { title, source, name, material } = feedWords[locale];
	return {
		...emptySheet(),
		title,
		source,
		products: [
			{
				...emptyProduct(),
				name,
				rawMaterialName: material,
				cells: {
					output: '59',
					rawMaterial: '50',
					labour: '2',
					outputPrice: '6500',
					wage: '30000',
					rawMaterialPrice: '1700',
					otherInputs: '',
				},
				otherInputLines: feedCosts.map((cost) => ({
					...cost,
					name: cost.name[locale],
					unit: cost.unit[locale],
				})),
				processesPerMonth: '16',
			},
		],
	};
}

const milkWords = {
	id: {
		title: 'Produk susu segar',
		source: 'Susu segar, Desa Sukorejo, Musuk, Boyolali, Tabel 1',
		material: 'susu segar',
		hour: 'jam',
	},
	en: {
		title: 'Products of fresh milk',
		source: 'Fresh milk, Sukorejo village, Musuk, Boyolali, Table 1',
		material: 'fresh milk',
		hour: 'hour',
	},
} as const;

/** Output, raw material, labour, output price, wage and other inputs, as printed. */
const milkProducts: readonly (readonly [name: Names, ...figures: readonly string[]])[] = [
	[{ id: 'Keju', en: 'Cheese' }, '100', '1000', '8', '90000', '50000', '2428'],
	[same('Ice cream'), '1', '1', '1', '52000', '6250', '33202'],
	[same('Yogurt'), '1', '1', '1', '25000', '6250', '5000'],
	[same('Kefir'), '1', '1', '1', '180000', '6250', '100000'],
	[{ id: 'Stik susu', en: 'Milk sticks' }, '3,75', '1', '1', '15000', '6250', '43192'],
	[{ id: 'Susu pasteurisasi', en: 'Pasteurised milk' }, '1', '1', '1', '20000', '6250', '3426'],
];

/** Six products from fresh milk, Sukorejo village, Musuk, Boyolali, Table 1. */
function milk(locale: Locale): ValueAddedSheet {
	const { title, source, material, hour } = milkWords[locale];
	return {
		...emptySheet(),
		title,
		source,
		products: milkProducts.map(
			([
				name,
				output = '',
				rawMaterial = '',
				labour = '',
				outputPrice = '',
				wage = '',
				otherInputs = '',
			]) => ({
				...emptyProduct(),
				name: name[locale],
				rawMaterialName: material,
				rawMaterialUnit: litre[locale],
				outputUnit: litre[locale],
				// The paper counts hours for five products and days for cheese, and says so only in its text.
				labourUnit: labour === '8' ? 'HOK' : hour,
				cells: { output, rawMaterial, labour, outputPrice, wage, rawMaterialPrice: '4200', otherInputs },
			}),
		),
	};
}

const samples = { serabi, susu: milk } as const;
export type SampleName = keyof typeof samples;

/** The filled sheet of a name in an address (`?contoh=serabi`); null when there is none of that name. */
export function sampleSheet(name: SampleName, locale: Locale): ValueAddedSheet;
export function sampleSheet(name: string | null, locale: Locale): ValueAddedSheet | null;
export function sampleSheet(name: string | null, locale: Locale): ValueAddedSheet | null {
	return name === 'serabi' || name === 'susu' ? samples[name](locale) : null;
}
