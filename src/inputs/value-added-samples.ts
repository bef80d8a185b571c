/**
 * Filled sheets for "Coba contoh": the figures two published papers print, typed as a person would type them.
 */
import { emptyProduct, emptySheet, type SheetLine, type ValueAddedSheet } from './value-added-sheet.ts';

const line = (
	name: string,
	group: SheetLine['group'],
	quantity: string,
	unit: string,
	unitPrice: string,
	per: SheetLine['per'] = 'process',
): SheetLine => ({ name, group, quantity, unit, unitPrice, per });

/**
 * Animal feed from coconut pulp, serabi cake business "Apen Julit Gettas", Sumenep, Tables 2 to 5.
 * Row 9 holds every cost group of the paper's own cost table; depreciation is listed and left out of the scope.
 */
const serabi: ValueAddedSheet = {
	...emptySheet(),
	title: 'Pakan ternak ampas kelapa',
	source: 'Usaha serabi "Apen Julit Gettas", Sumenep, Tabel 2–5',
	products: [
		{
			...emptyProduct(),
			name: 'Pakan ternak',
			rawMaterialName: 'ampas kelapa',
			cells: {
				output: '59',
				rawMaterial: '50',
				labour: '2',
				outputPrice: '6500',
				wage: '30000',
				rawMaterialPrice: '1700',
				otherInputs: '',
			},
			otherInputLines: [
				line('Kulit kacang tanah', 'auxiliary', '50', 'kg', '500'),
				line('Tetes tebu', 'auxiliary', '0,5', 'kg', '500'),
				line('Urea', 'auxiliary', '0,3', 'kg', '1800'),
				line('Probiotik', 'auxiliary', '0,2', 'kg', '75000'),
				line('Sablon', 'packaging', '59', 'unit', '500'),
				line('Plastik PP 15x30 cm', 'packaging', '59', 'unit', '314'),
				line('Listrik', 'energy', '7', 'kWh', '535'),
				line('Bensin', 'transport', '2', 'liter', '8400'),
				line('Karung', 'depreciation', '', '', '5200', 'month'),
				line('Tali rafia', 'depreciation', '', '', '1000', 'month'),
				line('Mesin pengaduk', 'depreciation', '', '', '100000', 'month'),
			],
			processesPerMonth: '16',
		},
	],
};

const milkProduct = (
	name: string,
	output: string,
	rawMaterial: string,
	labour: string,
	outputPrice: string,
	wage: string,
	otherInputs: string,
): ValueAddedSheet['products'][number] => ({
	...emptyProduct(),
	name,
	rawMaterialName: 'susu segar',
	rawMaterialUnit: 'liter',
	outputUnit: 'liter',
	// The paper counts hours for five products and days for cheese, and says so only in its text.
	labourUnit: labour === '8' ? 'HOK' : 'jam',
	cells: { output, rawMaterial, labour, outputPrice, wage, rawMaterialPrice: '4200', otherInputs },
});

/** Six products from fresh milk, Sukorejo village, Musuk, Boyolali, Table 1. */
const milk: ValueAddedSheet = {
	...emptySheet(),
	title: 'Produk susu segar',
	source: 'Susu segar, Desa Sukorejo, Musuk, Boyolali, Tabel 1',
	products: [
		milkProduct('Keju', '100', '1000', '8', '90000', '50000', '2428'),
		milkProduct('Ice cream', '1', '1', '1', '52000', '6250', '33202'),
		milkProduct('Yogurt', '1', '1', '1', '25000', '6250', '5000'),
		milkProduct('Kefir', '1', '1', '1', '180000', '6250', '100000'),
		milkProduct('Stik susu', '3,75', '1', '1', '15000', '6250', '43192'),
		milkProduct('Susu pasteurisasi', '1', '1', '1', '20000', '6250', '3426'),
	],
};

export const sampleSheets = { serabi, susu: milk } as const;
export type SampleName = keyof typeof sampleSheets;

/** The filled sheet of a name in an address (`?contoh=serabi`); null when there is none of that name. */
export function sampleSheet(name: string | null): ValueAddedSheet | null {
	return name === 'serabi' || name === 'susu' ? sampleSheets[name] : null;
}
