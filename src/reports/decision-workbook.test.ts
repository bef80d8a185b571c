import { describe, expect, it } from 'vitest';
import type { DecisionContent } from '#inputs/decision-content.ts';
import { decisionSample } from '#inputs/decision-samples.ts';
import { cellAddress } from '#inputs/grid.ts';
import type { OutSheet } from '#files/spreadsheet.ts';
import { decisionSheets } from './decision-workbook.ts';

/** What a spreadsheet would show: the few functions the sheets use, worked out from the cells they name. */
function evaluate(sheets: readonly OutSheet[], home: OutSheet, formula: string): number {
	const cells = new Map<string, { sheet: OutSheet; value: unknown; formula?: string }>();
	for (const sheet of sheets)
		sheet.rows.forEach((row, i) =>
			row.forEach((cell, j) => {
				if (cell) cells.set(`${sheet.name}!${cellAddress(i, j)}`, { sheet, ...cell });
			}),
		);
	const at = (sheet: string, address: string): number => {
		const cell = cells.get(`${sheet}!${address}`);
		if (!cell) throw new Error(`${sheet}!${address} is empty`);
		return cell.formula === undefined ? Number(cell.value) : evaluate(sheets, cell.sheet, cell.formula);
	};
	const column = (letters: string) =>
		[...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
	const list = (sheet: string, from: string, to: string): number[] => {
		const [a, b] = [from, to].map((one) => /^([A-Z]+)(\d+)$/.exec(one));
		const found: number[] = [];
		for (let i = Number(a?.[2]) - 1; i < Number(b?.[2]); i += 1)
			for (let j = column(a?.[1] ?? ''); j <= column(b?.[1] ?? ''); j += 1)
				found.push(at(sheet, cellAddress(i, j)));
		return found;
	};
	const script = formula
		.replaceAll('$', '')
		.replace(
			/(?:'([^']+)'!)?([A-Z]+\d+)(?::([A-Z]+\d+))?/g,
			(whole, sheet: string | undefined, from: string, to?: string) => {
				if (/^(SUMXMY2|LOG10)$/.test(whole)) return whole;
				const name = JSON.stringify(sheet ?? home.name);
				return to ? `list(${name},"${from}","${to}")` : `at(${name},"${from}")`;
			},
		)
		.replace(/(?<![<>=])=(?!=)/g, '===');
	const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
	const functions = {
		at,
		list,
		MIN: (values: number[]) => Math.min(...values),
		MAX: (values: number[]) => Math.max(...values),
		SUM: sum,
		SUMSQ: (values: number[]) => sum(values.map((value) => value * value)),
		SQRT: Math.sqrt,
		SUMPRODUCT: (a: number[], b: number[]) => sum(a.map((value, index) => value * (b[index] as number))),
		SUMXMY2: (a: number[], b: number[]) => sum(a.map((value, index) => (value - (b[index] as number)) ** 2)),
		RANK: (value: number, all: number[]) => 1 + all.filter((other) => other > value + 1e-12).length,
		IF: (test: boolean, yes: number, no: number) => (test ? yes : no),
	};
	return new Function(...Object.keys(functions), `return ${script}`)(...Object.values(functions)) as number;
}

const row = (sheet: OutSheet | undefined, label: string) =>
	sheet?.rows.find((cells) => cells[0]?.value === label)?.slice(3);

describe('the formula sheets of a decision', () => {
	it.each(['serabi', 'susu'])('show in a spreadsheet what they carry: %s', (name) => {
		const sheets = decisionSheets(decisionSample(name, 'id') as DecisionContent, 'id');
		expect(sheets.map((sheet) => sheet.name)).toEqual(['Data dan bobot', 'CPI', 'SAW', 'TOPSIS']);
		let formulas = 0;
		for (const sheet of sheets)
			for (const cell of sheet.rows.flat())
				if (cell?.formula !== undefined) {
					formulas += 1;
					expect(evaluate(sheets, sheet, cell.formula), `${sheet.name}: ${cell.formula}`).toBeCloseTo(
						cell.value as number,
						8,
					);
				}
		expect(formulas).toBeGreaterThan(60);
	});

	it('hold the figures of the serabi paper', () => {
		const sheets = decisionSheets(decisionSample('serabi', 'id') as DecisionContent, 'id');
		const scores = row(sheets[1], 'Nilai')?.map((cell) => (cell?.value as number).toFixed(2));
		expect(scores).toEqual(['95.19', '60.43', '67.09', '92.78']);
		expect(row(sheets[1], 'Peringkat')?.map((cell) => cell?.value)).toEqual([1, 4, 3, 2]);
	});

	it('are none while nothing can be compared', () => {
		const content = decisionSample('serabi', 'en') as DecisionContent;
		expect(decisionSheets({ ...content, alternatives: [] }, 'en')).toEqual([]);
	});
});
