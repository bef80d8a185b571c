/** Laws: whatever is calculated rightly and printed rounded or cut is never called wrong. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consistencyOf } from '../decision/consistency.ts';
import { prioritiesOf } from '../decision/priorities.ts';
import { checkTables } from './check-tables.ts';
import type { Finding } from './finding.ts';
import type { PrintedNumber, PrintedTables } from './printed.ts';

type Style = 'rounded' | 'cut';
const style = fc.constantFrom<Style>('rounded', 'cut');
let cells = 0;

/** A figure as a table prints it, in a cell of its own. */
function print(value: number, decimals: number, how: Style): PrintedNumber {
	const unit = 10 ** decimals;
	const scaled = Number((value * unit).toPrecision(13));
	const shown =
		(how === 'cut' ? Math.trunc(scaled) : Math.sign(scaled) * Math.round(Math.abs(scaled))) / unit;
	cells += 1;
	return { value: shown + 0, text: shown.toFixed(decimals), decimals, cell: `A${cells}`, table: 'T' };
}

const tables = (part: Partial<PrintedTables>): PrintedTables => ({
	title: 'T',
	hayami: [],
	costs: [],
	depreciation: [],
	summaries: [],
	stated: [],
	malformed: [],
	...part,
});

const findingsOf = (part: Partial<PrintedTables>): readonly Finding[] => checkTables(tables(part)).findings;
const wrong = (findings: readonly Finding[]) =>
	findings.filter((one) => one.verdict === 'differs').map((one) => [one.row, one.printedText, one.expected]);

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('scores of whole numbers', () => {
	const people = fc.integer({ min: 3, max: 60 });
	const indicators = people.chain((n) => {
		const scores = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: n, maxLength: n });
		return fc.record({
			n: fc.constant(n),
			rows: fc.array(fc.tuple(scores, scores), { minLength: 2, maxLength: 6 }),
		});
	});

	it('have changes and means that follow, and are possible for their number of respondents', () => {
		fc.assert(
			fc.property(indicators, style, ({ n, rows }, how) => {
				const exact = rows.map(([before, after]) => [mean(before), mean(after)] as const);
				const row = (label: string, kind: 'indicator' | 'mean', before: number, after: number) => ({
					label,
					group: 'Aset manusia',
					kind,
					whole: false,
					before: print(before, 2, how),
					after: print(after, 2, how),
					change: print(after - before, 2, how),
				});
				const changes = [
					{
						name: 'T',
						scores: true,
						rows: [
							...exact.map(([before, after], index) => row(`Indikator ${index}`, 'indicator', before, after)),
							row(
								'Rata-rata',
								'mean',
								mean(exact.map(([before]) => before)),
								mean(exact.map(([, after]) => after)),
							),
						],
					},
				];
				const respondents = [{ count: n, text: `n = ${n}`, cell: 'Z1', table: 'T' }];
				const findings = findingsOf({ changes, respondents });
				expect(wrong(findings)).toEqual([]);
				expect(findings.filter((one) => one.code === 'grim')).toEqual([]);
				expect(findings.filter((one) => one.code === 'mean')).toHaveLength(2);
			}),
			{ numRuns: 150 },
		);
	});
});

describe('a ranking', () => {
	const figures = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 3, maxLength: 3 });
	const matrix = fc.array(figures, { minLength: 3, maxLength: 6 });
	const weights = fc.constantFrom(
		[0.3, 0.4, 0.3],
		[0.5, 0.25, 0.25],
		[1 / 3, 1 / 3, 1 / 3],
		[0.633, 0.26, 0.107],
	);

	it('has cells, totals and ranks that follow from the figures beside it', () => {
		fc.assert(
			fc.property(matrix, weights, style, (rows, shares, how) => {
				const least = [0, 1, 2].map((column) => Math.min(...rows.map((row) => row[column] as number)));
				// The first criterion is better when less, the others when more.
				const index = rows.map((row) =>
					row.map((value, column) =>
						column === 0 ? (100 * (least[0] as number)) / value : (100 * value) / (least[column] as number),
					),
				);
				const totals = index.map((row) =>
					row.reduce((sum, value, column) => sum + value * (shares[column] as number), 0),
				);
				const criteria = ['Modal', 'Keuntungan', 'Tenaga kerja'].map((name, column) => ({
					name,
					group: '',
					weight: print(shares[column] as number, 3, 'rounded'),
				}));
				const rankings = [
					{
						name: 'T',
						isIndex: false,
						weightSum: null,
						criteria: criteria.map((one) => ({ ...one, weight: null })),
						alternatives: rows.map((row, at) => ({
							name: `A${at}`,
							cells: row.map((value) => print(value, 0, 'rounded')),
							total: null,
							rank: null,
						})),
					},
					{
						name: 'T',
						isIndex: true,
						weightSum: null,
						criteria,
						alternatives: index.map((row, at) => ({
							name: `A${at}`,
							cells: row.map((value) => print(value, 2, how)),
							total: print(totals[at] as number, 2, how),
							rank: print(1 + totals.filter((other) => other > (totals[at] as number)).length, 0, 'rounded'),
						})),
					},
				];
				const findings = findingsOf({ rankings });
				expect(wrong(findings)).toEqual([]);
				expect(findings.filter((one) => one.row === 'rankingTotal')).toHaveLength(rows.length);
			}),
			{ numRuns: 300 },
		);
	});
});

describe('pairwise judgements', () => {
	const judgement = fc
		.tuple(fc.integer({ min: 1, max: 9 }), fc.boolean())
		.map(([size, inverse]) => (inverse ? 1 / size : size));
	const upper = fc.array(judgement, { minLength: 6, maxLength: 6 });
	const by = fc.constantFrom('column-mean' as const, 'eigenvector' as const, 'geometric-mean' as const);

	it('have reciprocals, sums, priorities and a consistency that follow', () => {
		fc.assert(
			fc.property(upper, by, style, (given, method, how) => {
				const matrix = Array.from({ length: 4 }, () => [1, 1, 1, 1]);
				let next = 0;
				for (let i = 0; i < 4; i += 1)
					for (let j = i + 1; j < 4; j += 1) {
						const value = given[next] as number;
						next += 1;
						(matrix[i] as number[])[j] = value;
						(matrix[j] as number[])[i] = 1 / value;
					}
				const weights = prioritiesOf(matrix, method);
				if (!weights) return;
				const consistency = consistencyOf(matrix, weights, 'saaty');
				const comparison = {
					name: 'T',
					elements: ['Modal', 'Mutu', 'Pasar', 'Limbah'],
					cells: matrix.map((row) => row.map((value) => print(value, 2, how))),
					columnSums: [0, 1, 2, 3].map((column) =>
						print(
							matrix.reduce((sum, row) => sum + (row[column] as number), 0),
							2,
							how,
						),
					),
					priorities: weights.map((weight) => print(weight, 3, how)),
					lambdaMax: print(consistency.lambdaMax, 3, how),
					consistencyIndex: print(consistency.consistencyIndex, 3, how),
					consistencyRatio: print(consistency.consistencyRatio ?? 0, 3, how),
				};
				const findings = findingsOf({ comparisons: [comparison] });
				expect(wrong(findings)).toEqual([]);
				expect(findings).toHaveLength(6 + 4 + 4 + 4 + 3);
			}),
			{ numRuns: 300 },
		);
	});
});

describe('an amount divided', () => {
	const rules = fc.constantFrom([30, 60, 8, 2], [25, 30, 20, 10, 10, 5], [33.3, 33.3, 33.4], [40, 60]);

	it('has parts that follow, rounded, cut or to the last rupiah', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1000, max: 2_000_000_000 }),
				rules,
				style,
				fc.boolean(),
				(whole, shares, how, sumOfParts) => {
					const parts = shares.map((pct, index) => ({
						label: `Pihak ${index}`,
						pct: print(pct, Number.isInteger(pct) ? 0 : 1, 'rounded'),
						amount: print((whole * pct) / 100, 0, how),
						recipients: print(36, 0, 'rounded'),
						each: print(print((whole * pct) / 100, 0, how).value / 36, 0, how),
					}));
					const sum = parts.reduce((all, part) => all + part.amount.value, 0);
					const split = {
						name: 'T',
						parts,
						pctSum: print(100, 0, 'rounded'),
						amountSum: print(sumOfParts ? sum : whole, 0, 'rounded'),
						base: print(whole, 0, 'rounded'),
					};
					const findings = findingsOf({ splits: [split] });
					expect(wrong(findings)).toEqual([]);
					const left = findings.find((one) => one.code === 'split-remainder' && one.column === '');
					expect(left?.params?.left ?? 0).toBe(whole - sum);
				},
			),
			{ numRuns: 300 },
		);
	});
});
