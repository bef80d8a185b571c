/**
 * The formulas are computed here by a small reader of their own, so that cached values are checked against what a
 * spreadsheet would show. (LibreOffice computes the same figures from a book whose cached values are taken out.)
 */
import { describe, expect, it } from 'vitest';
import type { OutCell, Spreadsheet } from '#files/spreadsheet.ts';
import { writeXlsx } from '#files/xlsx-writer.ts';
import { hayami } from '#methods/value-added/hayami.ts';
import type { HayamiInput } from '#methods/value-added/hayami.ts';
import type { ValueAddedStudy } from '#inputs/value-added-study.ts';
import { valueAddedWorkbook } from './value-added-workbook.ts';

type Value = number | string | boolean;

/** Evaluates the few functions and operators of the book: IF, COUNT, SUMIF, COUNTIFS, arithmetic, `=` and `>`. */
function calculator(book: Spreadsheet) {
	const cellOf = (sheet: string, address: string): OutCell | null => {
		const [, letters = '', row = ''] = /^\$?([A-Z]+)\$?(\d+)$/.exec(address) ?? [];
		const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
		return book.sheets.find(({ name }) => name === sheet)?.rows[Number(row) - 1]?.[column] ?? null;
	};
	const valueOf = (sheet: string, address: string): Value => {
		const cell = cellOf(sheet, address);
		return cell?.formula ? evaluate(cell.formula, sheet) : (cell?.value ?? '');
	};
	const rangeOf = (sheet: string, range: string): Value[] => {
		const [, column = '', from = '', to = ''] = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(range) ?? [];
		return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) =>
			valueOf(sheet, `${column}${Number(from) + index}`),
		);
	};
	function evaluate(formula: string, sheet: string): Value {
		const tokens =
			formula.match(
				/"[^"]*"|(?:'[^']+'|[A-Za-z]\w*)!\$?[A-Z]+\$?\d+|[A-Z]+\d+:[A-Z]+\d+|\$?[A-Z]+\$?\d+|[A-Z]+(?=\()|\d+(?:\.\d+)?|[-+*/(),=>]/g,
			) ?? [];
		let at = 0;
		const next = () => tokens[at++] ?? '';
		const number = (value: Value) => {
			if (typeof value !== 'number') throw new Error(`${formula}: ${String(value)} is no number`);
			return value;
		};
		const list = (): string[][] => {
			const parts: string[][] = [[]];
			for (let depth = 1; depth > 0;) {
				const token = next();
				if (token === '(') depth += 1;
				if (token === ')') depth -= 1;
				if (token === ',' && depth === 1) parts.push([]);
				else if (depth > 0) parts.at(-1)?.push(token);
			}
			return parts;
		};
		const call = (name: string): Value => {
			next();
			const parts = list().map((part) => part.join(''));
			const [first = '', second = '', third = '', fourth = ''] = parts;
			const text = (quoted: string) => quoted.slice(1, -1);
			if (name === 'IF') return evaluate(evaluate(first, sheet) === true ? second : third, sheet);
			if (name === 'COUNT') return parts.filter((part) => typeof evaluate(part, sheet) === 'number').length;
			if (name === 'SUMIF') {
				const amounts = rangeOf(sheet, third);
				return rangeOf(sheet, first).reduce<number>(
					(sum, value, index) => sum + (value === text(second) ? number(amounts[index] ?? 0) : 0),
					0,
				);
			}
			if (name === 'COUNTIFS') {
				const others = rangeOf(sheet, third);
				return rangeOf(sheet, first).filter(
					(value, i) => value === text(second) && others[i] === text(fourth),
				).length;
			}
			throw new Error(`no function ${name}`);
		};
		const atom = (): Value => {
			const token = next();
			if (token === '(') {
				const value = comparison();
				next();
				return value;
			}
			if (token.startsWith('"')) return token.slice(1, -1);
			if (/^\d/.test(token)) return Number(token);
			if (/^[A-Z]+$/.test(token)) return call(token);
			const [place, address] = token.includes('!') ? token.split('!') : [sheet, token];
			return valueOf((place ?? '').replaceAll("'", ''), address ?? '');
		};
		const product = (): Value => {
			let value = atom();
			while (tokens[at] === '*' || tokens[at] === '/') {
				const sign = next();
				const right = number(atom());
				value = sign === '*' ? number(value) * right : number(value) / right;
			}
			return value;
		};
		const sum = (): Value => {
			let value = product();
			while (tokens[at] === '+' || tokens[at] === '-') {
				const sign = next();
				const right = number(product());
				value = sign === '+' ? number(value) + right : number(value) - right;
			}
			return value;
		};
		const comparison = (): Value => {
			const left = sum();
			if (tokens[at] !== '=' && tokens[at] !== '>') return left;
			const sign = next();
			const right = sum();
			return sign === '=' ? left === right : number(left) > number(right);
		};
		return comparison();
	}
	return { evaluate };
}

function expectCachedValues(book: Spreadsheet): number {
	const { evaluate } = calculator(book);
	let count = 0;
	for (const sheet of book.sheets) {
		for (const [row, cells] of sheet.rows.entries()) {
			for (const cell of cells) {
				if (!cell?.formula) continue;
				count += 1;
				const computed = evaluate(cell.formula, sheet.name);
				const place = `${sheet.name} row ${row + 1}: ${cell.formula}`;
				if (typeof computed !== 'number') expect(cell.value, place).toBe(computed);
				else
					expect(Math.abs(computed - Number(cell.value)), place).toBeLessThanOrEqual(
						Math.abs(computed) * 1e-12,
					);
			}
		}
	}
	return count;
}

const serabi: HayamiInput = {
	output: 59,
	rawMaterial: 50,
	labour: 2,
	outputPrice: 6500,
	wage: 30000,
	rawMaterialPrice: 1700,
	otherInputsScope: 'all-operating',
	processesPerPeriod: 16,
	otherInputLines: [
		{ name: 'Kulit kacang tanah', group: 'auxiliary', quantity: 50, unit: 'kg', unitPrice: 500 },
		{ name: 'Kemasan', group: 'packaging', cost: 48026 },
		{ name: 'Penyusutan', group: 'depreciation', cost: 106200, per: 'month' },
	],
};
const study = (...inputs: HayamiInput[]): ValueAddedStudy => ({
	title: 'Uji',
	source: '',
	products: inputs.map((input, index) => ({
		name: `Produk ${index + 1}`,
		rawMaterialName: '',
		rawMaterialUnit: 'kg',
		outputUnit: 'kg',
		labourUnit: 'HOK',
		processesPerMonth: 16,
		input,
	})),
});

describe('the value-added workbook', () => {
	it('has six sheets, in either language', () => {
		const names = (locale: 'id' | 'en') =>
			valueAddedWorkbook(study(serabi), locale).sheets.map(({ name }) => name);
		expect(names('id')).toEqual([
			'Ringkasan',
			'Data',
			'Hayami',
			'Rincian input lain',
			'Kepekaan',
			'Catatan metode',
		]);
		expect(names('en')).toHaveLength(6);
	});
	it('holds formulas whose cached values are what they compute', () => {
		for (const locale of ['id', 'en'] as const) {
			expect(expectCachedValues(valueAddedWorkbook(study(serabi), locale))).toBeGreaterThan(60);
		}
	});
	it('does so with monthly lines in scope, further materials, by-products and several products', () => {
		const joint: HayamiInput = {
			...serabi,
			otherInputsScope: 'all-operating+depreciation',
			otherRawMaterials: [{ name: 'Garam', quantity: 2, price: 3000 }],
			byProducts: [{ name: 'Dedak', quantity: 4, price: 700 }],
			jointMode: 'byproduct-credit',
		};
		const perOutput: HayamiInput = {
			...serabi,
			otherInputLines: [],
			otherInputs: 691.36,
			otherInputsBasis: 'output',
		};
		expectCachedValues(valueAddedWorkbook(study(serabi, joint, perOutput), 'id'));
	});
	it('leaves cells empty where figures are missing, undefined or a loss makes a share meaningless', () => {
		const noOther: HayamiInput = { ...serabi, otherInputLines: [], otherInputs: null };
		const loss: HayamiInput = { ...serabi, outputPrice: 100 };
		const noProcesses: HayamiInput = { ...serabi, otherInputsScope: 'all-operating+depreciation' };
		delete (noProcesses as { processesPerPeriod?: number }).processesPerPeriod;
		for (const input of [noOther, loss, { ...serabi, rawMaterial: null }, { ...serabi, labour: 0 }]) {
			expectCachedValues(valueAddedWorkbook(study(input), 'id'));
		}
	});
	it('carries the engine result in the Hayami sheet', () => {
		const rows = valueAddedWorkbook(study(serabi), 'id').sheets[2]?.rows ?? [];
		const profit = rows.find((row) => row[0]?.value === '13a')?.[4];
		expect(profit?.value).toBe(hayami.compute(serabi).result?.profit);
		expect(profit?.formula).toBe('IF(COUNT(E16,E18)=2,E16-E18,"")');
	});
	it('names inputs and results in Indonesian', () => {
		const { names } = valueAddedWorkbook(study(serabi), 'en');
		expect(names?.['Harga_output']).toBe('Data!$D$8');
		expect(names?.['Nilai_tambah']).toBe('Hayami!$E$16');
		const several = valueAddedWorkbook(study(serabi, serabi), 'id');
		expect(several.names?.['Harga_output']).toBe('Data!$D$8:$E$8');
	});
	it('can be written, also without products', () => {
		expect(writeXlsx(valueAddedWorkbook(study(), 'id')).length).toBeGreaterThan(1000);
		const book = valueAddedWorkbook(study(serabi), 'id');
		expect(writeXlsx(book)).toEqual(writeXlsx(book));
	});
});
