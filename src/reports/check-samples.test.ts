/** Goldens of the published tables that hold no value-added study: `npm run goldens` rewrites them. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '#files/read-workbook.ts';
import { readPrintedTables } from '#inputs/printed-tables.ts';
import { checkTables } from '#methods/table-check/check-tables.ts';
import { renderHtml } from './render-html.ts';
import { checkReport, checkSentence, reviewNote } from './table-check.ts';

const folder = new URL('../../samples/', import.meta.url);

function golden(name: string, text: string): void {
	const file = new URL(name, folder);
	if (process.env.SENTRA_GOLDENS === 'write') writeFileSync(file, text);
	expect(existsSync(file), `${name} is missing: run npm run goldens`).toBe(true);
	expect(text).toBe(readFileSync(file, 'utf8'));
}

/** Ten significant digits: enough to see a change, not a last binary bit. */
const rounded = (_key: string, value: unknown) =>
	typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(10)) : value;

function checkOf(name: string) {
	const bytes = new Uint8Array(readFileSync(new URL(`${name}.xlsx`, folder)));
	const book = readWorkbook(bytes, { name: `${name}.xlsx` });
	if (!book.ok) throw new Error(JSON.stringify(book.problems));
	const read = readPrintedTables(book.value);
	if (!read.ok) throw new Error(JSON.stringify(read.problems));
	return checkTables(read.value.tables);
}

describe.each(['bintan', 'serang'])('the tables %s', (name) => {
	const check = checkOf(name);

	it('are checked to their golden result', () => {
		const { counts, judged, findings } = check;
		const kept = findings.map(
			({ code, table, cell, row, column, verdict, printed, expected, wouldMatchIf, params }) => ({
				code,
				table,
				cell,
				row,
				column,
				verdict,
				printed,
				expected,
				wouldMatchIf,
				params,
			}),
		);
		golden(`${name}.result.json`, `${JSON.stringify({ counts, judged, findings: kept }, rounded, '\t')}\n`);
	});

	it('have their golden review note, in both languages', () => {
		for (const locale of ['id', 'en'] as const) {
			golden(
				`${name}.note.${locale}.txt`,
				`${checkSentence(check, locale)}\n\n${reviewNote(check, locale)}\n`,
			);
		}
	});

	it('are reported to their golden page', () => {
		golden(`${name}.report.html`, renderHtml(checkReport(check, { locale: 'id' })));
	});
});

/** Tables 1 and 2 of the fish cracker cluster, recomputed by hand. */
describe('the fish cracker cluster of Sei Lekop', () => {
	const { findings, counts } = checkOf('bintan');
	const odd = (code: string) => findings.filter((finding) => finding.code === code);

	it('has a regional product whose sectors add up, 2020 but for a rounding of 2', () => {
		expect(counts.differs).toBe(0);
		const totals = findings.filter((finding) => finding.table === 'Tabel 1' && finding.row === 'Jumlah');
		expect(totals.map((total) => [total.column, total.verdict, total.printed])).toEqual([
			['2020', 'rounding', 20_743_698],
			['2021', 'match', 21_251_125.59],
			['2022', 'match', 22_995_777.49],
		]);
		expect(totals[0]?.expected).toBe(20_743_696);
		expect(totals[0]?.params).toMatchObject({ difference: 2, parts: 17 });
	});

	it('grows too fast for the constant prices of its caption', () => {
		const [basis] = odd('price-basis');
		expect(basis?.params).toMatchObject({ caption: 'constant', headings: 'current', evidence: 'current' });
		expect(basis?.params?.growth).toBeCloseTo(8.21, 2);
	});

	it('has three zeros too many in both revenues, and 10,965 kg where 10,956 stands', () => {
		expect(odd('implied-price').map((finding) => [finding.printed, finding.params?.zeros])).toEqual([
			[366_750_000_000, 3],
			[548_250_000_000, 3],
		]);
		const [swapped] = odd('quantity-by-price');
		expect(swapped).toMatchObject({ printed: 10_956, expected: 10_965 });
		expect(swapped?.wouldMatchIf).toEqual([{ kind: 'swapped-digits', at: 'digits', value: 10_965 }]);
	});

	it('doubles a unit, overlaps two periods and counts its enterprises three ways', () => {
		expect(odd('scale-word').map((finding) => finding.printedText)).toEqual(['Rp 4.143.833.000 Miliar']);
		expect(odd('period-overlap')[0]?.params).toMatchObject({ from: 2021, to: 2021 });
		expect(odd('conflicting-counts')[0]?.params).toMatchObject({ text: '47 unit usaha', counts: '53 63' });
	});
});

/** Tables 1 and 2 of the green mussel programme, and the harvest divided by its rule. */
describe('the green mussel programme of Serang', () => {
	const { findings, counts } = checkOf('serang');
	const odd = (code: string) => findings.filter((finding) => finding.code === code);

	it('has one change that does not follow: 1,45 to 3,27 is 1,82', () => {
		expect(counts).toEqual({ match: 42, rounding: 0, differs: 1, uncheckable: 0, odd: 4 });
		const [change] = findings.filter((finding) => finding.verdict === 'differs');
		expect(change).toMatchObject({ column: 'Gotong royong', row: 'change', cell: 'E20', printed: 2.82 });
		expect(change?.expected).toBeCloseTo(1.82, 9);
		expect(change?.wouldMatchIf).toEqual([{ kind: 'one-digit', at: 'digit', value: 1.82 }]);
	});

	it('reads 4.91 and 4,91 alike', () => {
		const bytes = new Uint8Array(readFileSync(new URL('serang.xlsx', folder)));
		const book = readWorkbook(bytes, { name: 'serang.xlsx' });
		const read = book.ok ? readPrintedTables(book.value) : null;
		const row = read?.ok ? read.value.tables.changes?.[1]?.rows[1] : undefined;
		expect([row?.before?.text, row?.after?.text]).toEqual(['4.91', '4,91']);
		expect([row?.before?.value, row?.after?.value]).toEqual([4.91, 4.91]);
	});

	it('prints an indicator twice, and its mean counts it once', () => {
		const [twice] = odd('duplicate-row');
		expect(twice).toMatchObject({
			label: 'Perkembangan kelompok',
			cell: 'C23',
			params: { otherCell: 'C19', mean: 1.73 },
		});
		expect(twice?.params?.withBoth).toBeCloseTo(1.598, 9);
		const means = findings.filter((finding) => finding.params?.variant === 'counted-once');
		expect(means.map((mean) => [mean.table, mean.row, mean.printed])).toEqual([
			['Tabel 1', 'meanBefore', 1.73],
			['Tabel 1', 'meanAfter', 3.23],
		]);
	});

	it('cannot have 50 respondents, but can have 11', () => {
		const [grim] = odd('grim');
		expect(grim?.params).toMatchObject({ respondents: 50, count: 22, of: 40 });
		expect(String(grim?.params?.possible).split(', ')[0]).toBe('11');
	});

	it('divides Rp 4.137.500 by 30/60/8/2 and leaves Rp 12 among 36 partners', () => {
		const amounts = findings.filter((finding) => finding.row === 'splitAmount');
		expect(amounts.map((one) => [one.printed, one.verdict])).toEqual([
			[1_241_250, 'match'],
			[2_482_500, 'match'],
			[331_000, 'match'],
			[82_750, 'match'],
		]);
		const [left] = odd('split-remainder');
		expect(left?.params).toMatchObject({ left: 12, recipients: 36, each: 68_958, whole: 2_482_500 });
	});
});
