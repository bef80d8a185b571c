/**
 * The worksheet as a person types it: raw texts per cell, kept exactly, and what they are read as.
 * The sheet is what is saved on the device and what a form posts; the study is what methods take.
 */
import type {
	HayamiInput,
	OtherInputGroup,
	OtherInputLine,
	OtherInputsScope,
} from '#methods/value-added/hayami.ts';
import type { HayamiInputKey } from '#methods/value-added/hayami-rows.ts';
import { readColumn, scaleDoubt } from './number-reader.ts';
import type { NumberReading, NumberStyle } from './number-reading.ts';
import type { Problem } from './problem.ts';
import type { StudyProduct, ValueAddedStudy } from './value-added-study.ts';

/** One line of the other-input drawer. Without a quantity the price is the line's whole cost. */
export interface SheetLine {
	readonly name: string;
	readonly group: OtherInputGroup;
	readonly quantity: string;
	readonly unit: string;
	readonly unitPrice: string;
	readonly per: 'process' | 'month';
}

export interface SheetProduct {
	readonly name: string;
	readonly rawMaterialName: string;
	readonly rawMaterialUnit: string;
	readonly outputUnit: string;
	readonly labourUnit: string;
	readonly cells: Readonly<Record<HayamiInputKey, string>>;
	readonly otherInputLines: readonly SheetLine[];
	readonly processesPerMonth: string;
	/** Ranges for the sensitivity page; typed by the person, never invented. */
	readonly ranges: SheetRanges;
}

/** Inputs whose range a person may type for the sensitivity page. */
export type RangeKey = 'outputPrice' | 'conversionFactor' | 'otherInputs' | 'rawMaterialPrice' | 'wage';
export type SheetRanges = Readonly<
	Partial<Record<RangeKey, { readonly low: string; readonly high: string }>>
>;

export interface ValueAddedSheet {
	readonly title: string;
	readonly source: string;
	readonly products: readonly SheetProduct[];
	/** Which cost groups row 9 counts. */
	readonly scope: OtherInputsScope;
	/** What a row 9 typed as one figure is counted per. */
	readonly otherInputsBasis: 'raw-material' | 'output';
	/** Which of the two rows 13b sentences and exports speak of. */
	readonly profitRateVariant: 'over-output' | 'over-value-added';
}

/** What every text of one product was read as. */
export interface ProductReadings {
	readonly cells: Readonly<Record<HayamiInputKey, NumberReading>>;
	readonly lines: readonly { readonly quantity: NumberReading; readonly unitPrice: NumberReading }[];
	readonly processesPerMonth: NumberReading;
}

/** A price that is more than 20 times away from the same price of every other product. */
export interface FarCell {
	readonly product: number;
	readonly key: HayamiInputKey;
	readonly value: number;
	readonly othersLow: number;
	readonly othersHigh: number;
}

export interface SheetReading {
	readonly study: ValueAddedStudy;
	readonly cells: readonly ProductReadings[];
	/** Refused texts, each at its path: `products[0].cells.wage`. */
	readonly problems: readonly Problem[];
	readonly far: readonly FarCell[];
}

/** The most products one sheet holds. */
export const mostProducts = 12;

export const sheetInputKeys: readonly HayamiInputKey[] = [
	'output',
	'rawMaterial',
	'labour',
	'outputPrice',
	'wage',
	'rawMaterialPrice',
	'otherInputs',
];

export const otherInputGroups: readonly OtherInputGroup[] = [
	'auxiliary',
	'packaging',
	'energy',
	'transport',
	'rent',
	'depreciation',
	'other',
];

/** A product with nothing typed; units as most village enterprises count. */
export function emptyProduct(): SheetProduct {
	return {
		name: '',
		rawMaterialName: '',
		rawMaterialUnit: 'kg',
		outputUnit: 'kg',
		labourUnit: 'HOK',
		cells: {
			output: '',
			rawMaterial: '',
			labour: '',
			outputPrice: '',
			wage: '',
			rawMaterialPrice: '',
			otherInputs: '',
		},
		otherInputLines: [],
		processesPerMonth: '',
		ranges: {},
	};
}

/** A line with nothing typed. */
export function emptyLine(): SheetLine {
	return { name: '', group: 'auxiliary', quantity: '', unit: '', unitPrice: '', per: 'process' };
}

/** A sheet with one empty product. Depreciation is out, as in Hayami; the page shows what it would change. */
export function emptySheet(): ValueAddedSheet {
	return {
		title: '',
		source: '',
		products: [emptyProduct()],
		scope: 'all-operating',
		otherInputsBasis: 'raw-material',
		profitRateVariant: 'over-output',
	};
}

/** True when nothing was typed into the line. */
export function lineIsBlank(line: SheetLine): boolean {
	return [line.name, line.quantity, line.unit, line.unitPrice].every((text) => text.trim() === '');
}

/** True when row 9 of the product comes from cost lines and not from one figure. */
export function hasLines(product: SheetProduct): boolean {
	return product.otherInputLines.some((line) => !lineIsBlank(line));
}

/** True when the product holds no typed text besides its units. */
export function productIsBlank(product: SheetProduct): boolean {
	return (
		[product.name, product.rawMaterialName, product.processesPerMonth, ...Object.values(product.cells)].every(
			(text) => text.trim() === '',
		) && !hasLines(product)
	);
}

/** True when there is nothing in the sheet that a person would miss. */
export function sheetIsBlank(sheet: ValueAddedSheet): boolean {
	return (
		[sheet.title, sheet.source].every((text) => text.trim() === '') && sheet.products.every(productIsBlank)
	);
}

const reasonsOfRefusal = (reading: NumberReading, path: string): readonly Problem[] =>
	reading.status === 'refused'
		? [{ code: reading.reason ?? 'NOT_A_NUMBER', at: { path }, content: reading.text.slice(0, 200) }]
		: [];

/** Hours in one unit of labour, when the unit says so; a bare `orang` does not. */
export function labourHoursOf(unit: string): number | undefined {
	const name = unit.trim().toLowerCase();
	if (/^(jam|hour|hours)$/.test(name)) return 1;
	if (/^(hok|hko|hkp|person-?days?|hari( orang)?( kerja)?)$/.test(name)) return 8;
	return undefined;
}

/** Every number text of a product, in the order in which `readProduct` hands the readings out again. */
function numberTexts(product: SheetProduct): string[] {
	return [
		...sheetInputKeys.map((key) => product.cells[key]),
		product.processesPerMonth,
		...product.otherInputLines.flatMap((line) => [line.quantity, line.unitPrice]),
	];
}

/**
 * Reads one product as one column: the style that its cells prove decides its ambiguous cells, and where they prove
 * none the style of the whole sheet does. The page's language never does: a draft must not change its meaning with it.
 */
function readProduct(product: SheetProduct, style: NumberStyle | null): ProductReadings {
	const { readings } = readColumn(numberTexts(product), { arithmetic: true, ...(style ? { style } : {}) });
	const at = (index: number) => readings[index] as NumberReading;
	const cells = Object.fromEntries(sheetInputKeys.map((key, index) => [key, at(index)]));
	const firstLine = sheetInputKeys.length + 1;
	return {
		cells: cells as Record<HayamiInputKey, NumberReading>,
		processesPerMonth: at(sheetInputKeys.length),
		lines: product.otherInputLines.map((_, index) => ({
			quantity: at(firstLine + 2 * index),
			unitPrice: at(firstLine + 2 * index + 1),
		})),
	};
}

function toLines(product: SheetProduct, readings: ProductReadings): OtherInputLine[] {
	return product.otherInputLines.flatMap((line, index) => {
		const read = readings.lines[index];
		if (lineIsBlank(line) || !read) return [];
		const figures =
			read.quantity.status === 'empty'
				? { cost: read.unitPrice.value }
				: { quantity: read.quantity.value, unitPrice: read.unitPrice.value };
		const unit = line.unit.trim();
		return [
			{ name: line.name.trim(), group: line.group, per: line.per, ...(unit ? { unit } : {}), ...figures },
		];
	});
}

function toStudyProduct(
	sheet: ValueAddedSheet,
	product: SheetProduct,
	readings: ProductReadings,
): StudyProduct {
	const value = (key: HayamiInputKey) => readings.cells[key].value;
	const processes = readings.processesPerMonth.value;
	const labourHours = labourHoursOf(product.labourUnit);
	const input: HayamiInput = {
		output: value('output'),
		rawMaterial: value('rawMaterial'),
		labour: value('labour'),
		outputPrice: value('outputPrice'),
		wage: value('wage'),
		rawMaterialPrice: value('rawMaterialPrice'),
		...(hasLines(product)
			? { otherInputLines: toLines(product, readings) }
			: { otherInputs: value('otherInputs'), otherInputsBasis: sheet.otherInputsBasis }),
		otherInputsScope: sheet.scope,
		...(processes === null ? {} : { processesPerPeriod: processes }),
		...(labourHours === undefined ? {} : { labourHours }),
	};
	return {
		name: product.name.trim(),
		rawMaterialName: product.rawMaterialName.trim(),
		rawMaterialUnit: product.rawMaterialUnit.trim(),
		outputUnit: product.outputUnit.trim(),
		labourUnit: product.labourUnit.trim(),
		input,
		processesPerMonth: processes,
	};
}

function problemsOf(readings: ProductReadings, index: number): Problem[] {
	const base = `products[${index}]`;
	return [
		...sheetInputKeys.flatMap((key) => reasonsOfRefusal(readings.cells[key], `${base}.cells.${key}`)),
		...readings.lines.flatMap((line, at) => [
			...reasonsOfRefusal(line.quantity, `${base}.otherInputLines[${at}].quantity`),
			...reasonsOfRefusal(line.unitPrice, `${base}.otherInputLines[${at}].unitPrice`),
		]),
		...reasonsOfRefusal(readings.processesPerMonth, `${base}.processesPerMonth`),
	];
}

const priceKeys: readonly HayamiInputKey[] = ['outputPrice', 'wage', 'rawMaterialPrice'];

/** Prices more than 20 times above or below every other product's: likelier a misread separator than a price. */
function farCells(cells: readonly ProductReadings[]): FarCell[] {
	return priceKeys.flatMap((key) =>
		cells.flatMap((readings, product) => {
			const value = readings.cells[key].value;
			const others = cells
				.filter((_, index) => index !== product)
				.map((other) => other.cells[key].value)
				.filter((other): other is number => other !== null && other > 0);
			if (value === null || value <= 0 || others.length === 0) return [];
			const [othersLow, othersHigh] = [Math.min(...others), Math.max(...others)];
			return scaleDoubt(value, others) === null ? [] : [{ product, key, value, othersLow, othersHigh }];
		}),
	);
}

/**
 * Reads every text of the sheet. Refused texts are null in the study and listed as problems with their path;
 * nothing is guessed silently, so ambiguous readings stay visible in `cells`.
 */
export function sheetToStudy(sheet: ValueAddedSheet): SheetReading {
	const { style } = readColumn(sheet.products.flatMap(numberTexts), { arithmetic: true });
	const cells = sheet.products.map((product) => readProduct(product, style));
	const products = sheet.products.map((product, index) =>
		toStudyProduct(sheet, product, cells[index] as ProductReadings),
	);
	return {
		study: { title: sheet.title.trim(), source: sheet.source.trim(), products },
		cells,
		problems: cells.flatMap(problemsOf),
		far: farCells(cells),
	};
}
