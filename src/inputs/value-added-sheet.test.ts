import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hayami } from '#methods/value-added/hayami.ts';
import { readNumber } from './number-reader.ts';
import { plainNumberText } from './plain-number-text.ts';
import { sampleSheet } from './value-added-samples.ts';
import {
	filledRight,
	withCell,
	withLine,
	withNewProduct,
	withoutProduct,
} from './value-added-sheet-edits.ts';
import { fieldName, lineFieldName } from './value-added-sheet-fields.ts';
import { sheetFrom, sheetFromForm } from './value-added-sheet-form.ts';
import { sheetFromStudy } from './value-added-sheet-study.ts';
import {
	emptySheet,
	mostProducts,
	sheetIsBlank,
	sheetToStudy,
	type ValueAddedSheet,
} from './value-added-sheet.ts';

const resultOf = (sheet: ValueAddedSheet, product = 0) => {
	const study = sheetToStudy(sheet).study;
	return hayami.compute(study.products[product]?.input as never).result;
};

const serabi = sampleSheet('serabi', 'id');
const milk = sampleSheet('susu', 'id');

describe('the serabi example (Sumenep, Tables 2 to 5)', () => {
	it('gives the figures recomputed with every operating cost', () => {
		const result = resultOf(serabi);
		expect(result?.otherInputs).toBeCloseTo(2187.22, 8);
		expect(result?.valueAdded).toBeCloseTo(3782.78, 8);
		expect(result?.valueAddedRatioPct).toBeCloseTo(49.32, 2);
		expect(result?.profit).toBeCloseTo(2582.78, 8);
		expect(result?.profitRatePct).toBeCloseTo(33.67, 2);
		expect(result?.profitOverValueAddedPct).toBeCloseTo(68.28, 2);
	});

	it('loses the depreciation of 106,200 a month over 16 processes of 50 kg when that is counted', () => {
		const result = resultOf({ ...serabi, scope: 'all-operating+depreciation' });
		expect(result?.valueAdded).toBeCloseTo(3782.78 - 106_200 / 16 / 50, 8);
		expect(result?.profit).toBeCloseTo(2450.03, 8);
	});

	it('is read without a single doubt', () => {
		const reading = sheetToStudy(serabi);
		expect(reading.problems).toEqual([]);
		const readings = reading.cells.flatMap(({ cells, lines, processesPerMonth }) => [
			...Object.values(cells),
			...lines.flatMap((line) => [line.quantity, line.unitPrice]),
			processesPerMonth,
		]);
		expect(readings.filter(({ status }) => status === 'ambiguous' || status === 'refused')).toEqual([]);
	});
});

describe('the milk example (Boyolali, Table 1)', () => {
	it('gives 75,800 for kefir where the paper prints 74,800, and the printed figure for the others', () => {
		const values = milk.products.map((_, index) => resultOf(milk, index)?.valueAdded);
		expect(values).toEqual([2372, 14598, 15800, 75800, 8858, 12374]);
	});

	it('counts five products in hours and cheese in days, as the paper does', () => {
		const hours = sheetToStudy(milk).study.products.map(({ input }) => input.labourHours);
		expect(hours).toEqual([8, 1, 1, 1, 1, 1]);
	});
});

describe('texts as typed', () => {
	const sheet = withCell(withCell(emptySheet(), 0, 'outputPrice', '1.700'), 0, 'wage', '4.078,64,00');

	it('keeps a refused text and leaves the figure out', () => {
		const reading = sheetToStudy(sheet);
		expect(reading.cells[0]?.cells.wage).toMatchObject({
			status: 'refused',
			text: '4.078,64,00',
			value: null,
		});
		expect(reading.study.products[0]?.input.wage).toBeNull();
		expect(reading.problems).toEqual([
			{ code: 'TWO_DECIMAL_MARKS', at: { path: 'products[0].cells.wage' }, content: '4.078,64,00' },
		]);
	});

	it('reads 1.700 as 1,700 with the other reading beside it, until the column proves a style', () => {
		expect(sheetToStudy(sheet).cells[0]?.cells.outputPrice).toMatchObject({
			status: 'ambiguous',
			value: 1700,
		});
		const proven = withCell(withCell(sheet, 0, 'wage', '30.000,50'), 0, 'rawMaterialPrice', '1.430,25');
		expect(sheetToStudy(proven).cells[0]?.cells.outputPrice).toMatchObject({ status: 'ok', value: 1700 });
	});

	it('never turns an empty cell into 0', () => {
		expect(sheetToStudy(emptySheet()).study.products[0]?.input).toMatchObject({
			output: null,
			otherInputs: null,
		});
	});

	it('works arithmetic out in a cell', () => {
		const typed = withCell(emptySheet(), 0, 'rawMaterialPrice', '=85000/50');
		expect(sheetToStudy(typed).study.products[0]?.input.rawMaterialPrice).toBe(1700);
	});

	it('asks about a price more than 20 times away from the other products', () => {
		const far = withCell(milk, 0, 'rawMaterialPrice', '4,2');
		expect(sheetToStudy(far).far).toEqual([
			{ product: 0, key: 'rawMaterialPrice', value: 4.2, othersLow: 4200, othersHigh: 4200 },
		]);
		expect(sheetToStudy(milk).far).toEqual([]);
	});

	it('takes a price without a quantity as the whole cost of a line', () => {
		const lines = withLine(emptySheet(), 0, 0, { name: 'Gas', unitPrice: '22000' });
		expect(sheetToStudy(lines).study.products[0]?.input.otherInputLines).toEqual([
			{ name: 'Gas', group: 'auxiliary', per: 'process', cost: 22000 },
		]);
	});
});

describe('the sheet as a form and back', () => {
	it('posts every text and gets the same sheet back', () => {
		const form = new FormData();
		form.set('products', String(serabi.products.length));
		for (const name of ['title', 'source', 'scope', 'otherInputsBasis', 'profitRateVariant'] as const)
			form.set(name, serabi[name]);
		for (const [at, product] of serabi.products.entries()) {
			const { cells, otherInputLines, ...names } = product;
			for (const [field, text] of Object.entries({ ...names, ...cells }))
				if (typeof text === 'string') form.set(fieldName(at, field), text);
			form.set(fieldName(at, 'lines'), String(otherInputLines.length));
			for (const [index, line] of otherInputLines.entries())
				for (const [field, text] of Object.entries(line)) form.set(lineFieldName(at, index, field), text);
		}
		expect(sheetFromForm(form)).toEqual(serabi);
	});

	it('bounds what arrives: products, lines and texts', () => {
		const form = new FormData();
		form.set('products', '4000000000');
		form.set(fieldName(0, 'lines'), '4000000000');
		form.set(fieldName(0, 'name'), 'x'.repeat(100_000));
		const sheet = sheetFromForm(form);
		expect(sheet.products).toHaveLength(mostProducts);
		expect(sheet.products[0]?.otherInputLines.length).toBeLessThanOrEqual(60);
		expect(sheet.products[0]?.name).toHaveLength(200);
	});

	it('opens anything that was stored without failing', () => {
		expect(sheetFrom(null)).toBeNull();
		expect(sheetFrom({ products: 5 })).toBeNull();
		fc.assert(
			fc.property(fc.anything(), (value) => {
				const sheet = sheetFrom({ products: [value], scope: value, ranges: value });
				expect(() => sheetToStudy(sheet as ValueAddedSheet)).not.toThrow();
			}),
		);
	});
});

describe('edits', () => {
	it('leave the old sheet as it was', () => {
		const before = JSON.stringify(milk);
		filledRight(withoutProduct(withNewProduct(milk), 2), 0, 'wage');
		expect(JSON.stringify(milk)).toBe(before);
	});

	it('fill to the right only', () => {
		const filled = filledRight(milk, 3, 'wage');
		expect(filled.products.map(({ cells }) => cells.wage)).toEqual([
			'50000',
			'6250',
			'6250',
			'6250',
			'6250',
			'6250',
		]);
		expect(filledRight(milk, 0, 'wage').products.at(-1)?.cells.wage).toBe('50000');
	});

	it('stop at twelve products and never leave none', () => {
		let sheet = emptySheet();
		for (let count = 0; count < 20; count++) sheet = withNewProduct(sheet);
		expect(sheet.products).toHaveLength(mostProducts);
		expect(withoutProduct(emptySheet(), 0).products).toHaveLength(1);
		expect(sheetIsBlank(withoutProduct(emptySheet(), 0))).toBe(true);
	});
});

describe('numbers written into cells', () => {
	it('read back as the same number without a question', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.integer({ min: -1e12, max: 1e12 }),
					fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => Math.round(value * 1e4) / 1e4),
				),
				(value) => {
					const reading = readNumber(plainNumberText(value));
					expect(reading.status).toBe('ok');
					expect(reading.value).toBeCloseTo(value, 4);
				},
			),
		);
	});

	it('give back the study they came from', () => {
		const { study } = sheetToStudy(serabi);
		const again = sheetToStudy(sheetFromStudy(study)).study;
		expect(hayami.compute(again.products[0]?.input as never).result).toEqual(
			hayami.compute(study.products[0]?.input as never).result,
		);
	});
});
