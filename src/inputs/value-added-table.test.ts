import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '#files/read-workbook.ts';
import { hayami } from '#methods/value-added/hayami.ts';
import { checkTables } from '#methods/table-check/check-tables.ts';
import { readValueAddedStudy } from './value-added-table.ts';

function study(name: string) {
	const bytes = new Uint8Array(readFileSync(new URL(`../../samples/${name}.xlsx`, import.meta.url)));
	const book = readWorkbook(bytes, { name: `${name}.xlsx` });
	if (!book.ok) throw new Error(JSON.stringify(book.problems));
	const read = readValueAddedStudy(book.value);
	if (!read.ok) throw new Error(JSON.stringify(read.problems));
	return read.value;
}

describe('the sample workbooks', () => {
	it('give the serabi study with row 9 opened into its cost lines', () => {
		const { study: serabi } = study('serabi');
		expect(serabi.products).toHaveLength(1);
		const [feed] = serabi.products;
		expect(feed).toMatchObject({
			name: 'Pakan ternak',
			rawMaterialName: 'ampas kelapa',
			processesPerMonth: 16,
		});
		const answer = hayami.compute((feed as (typeof serabi.products)[number]).input);
		// Recomputed figures of the study: row 9 with packaging, energy and transport, over 50 kg of raw material.
		expect(answer.result?.otherInputs).toBeCloseTo(2187.22, 6);
		expect(answer.result?.valueAdded).toBeCloseTo(3782.78, 6);
		expect(answer.result?.profit).toBeCloseTo(2582.78, 6);
	});

	it('give six milk products whose recomputed value added leads with kefir', () => {
		const { study: milk } = study('boyolali');
		const values = milk.products.map((product) => [
			product.name,
			hayami.compute(product.input).result?.valueAdded,
		]);
		expect(values).toEqual([
			['Keju', 2372],
			['Ice cream', 14598],
			['Yogurt', 15800],
			['Kefir', 75800],
			['Stik susu', 8858],
			['Susu pasteurisasi', 12374],
		]);
	});

	it('are checked with the differences of the two papers and nothing else', () => {
		const counts = ['boyolali', 'serabi'].map((name) => checkTables(study(name).tables).counts);
		expect(counts).toEqual([
			{ match: 47, rounding: 0, differs: 7, uncheckable: 0, odd: 3 },
			{ match: 34, rounding: 2, differs: 2, uncheckable: 4, odd: 5 },
		]);
	});
});
