/** Goldens of the published studies: `npm run goldens` rewrites them, the diff is the review. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '#files/read-workbook.ts';
import { readValueAddedStudy } from '#inputs/value-added-table.ts';
import { checkTables } from '#methods/table-check/check-tables.ts';
import { hayami } from '#methods/value-added/hayami.ts';
import { renderHtml } from './render-html.ts';
import { checkSentence, reviewNote } from './table-check.ts';
import { valueAddedReport } from './value-added.ts';

const folder = new URL('../../samples/', import.meta.url);

function golden(name: string, text: string): void {
	const file = new URL(name, folder);
	if (process.env.SENTRA_GOLDENS === 'write') writeFileSync(file, text);
	expect(existsSync(file), `${name} is missing: run npm run goldens`).toBe(true);
	expect(text).toBe(readFileSync(file, 'utf8'));
}

/** Seven significant digits: enough to see a change, not a last binary bit. */
const rounded = (_key: string, value: unknown) =>
	typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(10)) : value;

describe.each(['boyolali', 'serabi'])('the study %s', (name) => {
	const bytes = new Uint8Array(readFileSync(new URL(`${name}.xlsx`, folder)));
	const book = readWorkbook(bytes, { name: `${name}.xlsx` });
	if (!book.ok) throw new Error(JSON.stringify(book.problems));
	const read = readValueAddedStudy(book.value);
	if (!read.ok) throw new Error(JSON.stringify(read.problems));
	const { study, tables } = read.value;

	it('computes to its golden result', () => {
		const results = study.products.map((product) => ({
			name: product.name,
			input: product.input,
			result: hayami.compute(product.input).result,
		}));
		golden(`${name}.result.json`, `${JSON.stringify(results, rounded, '\t')}\n`);
	});

	it('is checked to its golden review note, in both languages', () => {
		const check = checkTables(tables);
		for (const locale of ['id', 'en'] as const) {
			golden(
				`${name}.note.${locale}.txt`,
				`${checkSentence(check, locale)}\n\n${reviewNote(check, locale)}\n`,
			);
		}
	});

	it('is reported to its golden page', () => {
		golden(`${name}.report.html`, renderHtml(valueAddedReport(study, { locale: 'id', date: '2026-11-22' })));
	});
});
