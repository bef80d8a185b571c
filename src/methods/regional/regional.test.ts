import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dynamicLocationQuotient } from './dynamic-location-quotient.ts';
import { growthContribution } from './growth-contribution.ts';
import { leontief } from './leontief.ts';
import { locationQuotient } from './location-quotient.ts';
import cases from './regional.cases.json' with { type: 'json' };
import { sectorShare } from './sector-share.ts';
import { shiftShare } from './shift-share.ts';
import { shiftShareEstebanMarquillas } from './shift-share-esteban-marquillas.ts';
import { specialisation } from './specialisation.ts';

const { bintan } = cases;
const priceBasis = 'ADHK' as const;
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const figure = fc.double({ min: 1, max: 1e6, noNaN: true });
const series = fc.integer({ min: 1, max: 6 }).chain((n) => {
	const rows = fc.array(fc.tuple(figure, figure, figure), { minLength: n, maxLength: n });
	return fc.record({ region: rows, reference: rows });
});

describe('regional product of Bintan', () => {
	it('has the industry shares of the text, sums within rounding, and is stamped nominal', () => {
		const { result, warnings } = sectorShare.compute({ ...bintan, priceBasis: 'ADHB' });
		expect(result?.sectors[2]?.sharePct.map((share) => Math.round((share ?? 0) * 100) / 100)).toEqual(
			bintan.industrySharePct,
		);
		expect(result?.printed[0]).toMatchObject({ difference: bintan.difference2020, agrees: true });
		expect(result?.prices).toBe('nominal');
		expect(warnings).toContainEqual({ code: 'NOMINAL_FIGURES', at: 'priceBasis' });
	});

	it('grows by 8.21 % in the printed prices of 2022', () => {
		const { result } = growthContribution.compute({ values: bintan.values, priceBasis: 'ADHB' });
		expect(result?.totalGrowthPct[1]).toBeCloseTo(bintan.growth2022Pct, 2);
	});

	it('is refused without its price basis', () => {
		expect(sectorShare.compute({ ...bintan } as never)).toMatchObject({
			status: 'missing-input',
			at: 'priceBasis',
		});
	});
});

describe('laws of regional methods', () => {
	it('shares sum to 100 %, contributions to the growth of the whole', () => {
		fc.assert(
			fc.property(series, ({ region }) => {
				const shares = sectorShare.compute({ priceBasis, values: region }).result;
				for (const year of [0, 1, 2])
					expect(sum(shares?.sectors.map(({ sharePct }) => sharePct[year] ?? NaN) ?? [])).toBeCloseTo(100, 8);
				const growth = growthContribution.compute({ priceBasis, values: region }).result;
				const parts = sum(growth?.sectors.map((sector) => sector.contributionPct[0] ?? NaN) ?? []);
				const whole = growth?.totalGrowthPct[0] ?? NaN;
				expect(Math.abs(parts - whole)).toBeLessThanOrEqual(1e-9 * Math.max(100, Math.abs(whole)));
			}),
		);
	});

	it('shift-share parts add up to the change, of both kinds, at once and year by year', () => {
		fc.assert(
			fc.property(series, fc.boolean(), (input, dynamic) => {
				const classic = shiftShare.compute({ priceBasis, ...input, dynamic }).result;
				const parted = shiftShareEstebanMarquillas.compute({ priceBasis, ...input, dynamic }).result;
				input.region.forEach((row, i) => {
					const one = classic?.sectors[i];
					const two = parted?.sectors[i];
					const terms = [one?.national, one?.mix, one?.regional].map((part) => part ?? NaN);
					const others = [two?.national, two?.mix, two?.homothetic, two?.allocation].map(
						(part) => part ?? NaN,
					);
					const room = 1e-9 * Math.max(...[...terms, ...others, row[0]].map(Math.abs));
					expect(Math.abs(sum(terms) - (row[2] - row[0]))).toBeLessThanOrEqual(room);
					expect(Math.abs(sum(others) - (row[2] - row[0]))).toBeLessThanOrEqual(room);
				});
			}),
		);
	});

	it('a region with the structure of its reference has LQ 1 and no specialisation', () => {
		fc.assert(
			fc.property(fc.array(figure, { minLength: 1, maxLength: 8 }), (reference) => {
				const region = reference.map((value) => value / 4);
				const lq = locationQuotient.compute({ priceBasis, region, reference }).result;
				for (const sector of lq?.sectors ?? []) expect(sector.class).toBe('self-sufficient');
				const special = specialisation.compute({ priceBasis, region, reference }).result;
				for (const key of ['krugman', 'gini', 'theil'] as const) expect(special?.[key]).toBeCloseTo(0, 9);
			}),
		);
	});

	it('L times I - A is I', () => {
		const size = fc.integer({ min: 1, max: 5 });
		const economy = size.chain((n) =>
			fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: n, maxLength: n }), {
				minLength: n,
				maxLength: n,
			}),
		);
		fc.assert(
			fc.property(economy, (transactions) => {
				const output = transactions.map((_, j) => 1 + sum(transactions.map((row) => row[j] as number)));
				const result = leontief.compute({ priceBasis, transactions, output }).result;
				result?.inverse.forEach((row, i) =>
					row.forEach((_, j) => {
						const entry = sum(
							row.map((value, k) => value * ((k === j ? 1 : 0) - (result.coefficients[k]?.[j] as number))),
						);
						expect(entry).toBeCloseTo(i === j ? 1 : 0, 9);
					}),
				);
				expect(sum(result?.sectors.map((sector) => sector.powerOfDispersion) ?? [])).toBeCloseTo(
					output.length,
					9,
				);
			}),
		);
	});
});

describe('edges of regional methods', () => {
	it('gives the textbook inverse of Miller and Blair', () => {
		const result = leontief.compute(leontief.example).result;
		expect(result?.inverse.flat().map((value) => Math.round(value * 1e4) / 1e4)).toEqual([
			1.2541, 0.33, 0.264, 1.1221,
		]);
	});

	it('has no growth for a sector that was nearly nothing the year before, and still the growth of the whole', () => {
		const values = [
			[8.41e-306, 1512],
			[8379, 8690],
		];
		const { status, result } = growthContribution.compute({ values, priceBasis: 'ADHB' });
		expect(status).toBe('ok');
		expect(result?.sectors[0]?.growthPct).toEqual([null]);
		expect(result?.sectors[0]?.contributionPct[0]).toBeCloseTo((1512 / 8379) * 100, 8);
	});

	it('says when a sector is new, outside the reference, or the economy not productive', () => {
		const input = {
			priceBasis,
			region: [
				[0, 5],
				[5, 5],
			],
			reference: [
				[10, 12],
				[10, 12],
			],
		};
		const { result, warnings } = shiftShare.compute(input);
		expect(result?.newSectors).toBe(5);
		expect(warnings.map(({ code }) => code)).toContain('NEW_SECTOR');
		expect(locationQuotient.compute({ priceBasis, region: [1, 2], reference: [0, 9] })).toMatchObject({
			status: 'invalid-input',
			reason: 'REGION_OUTSIDE_REFERENCE',
		});
		expect(
			leontief.compute({
				priceBasis,
				transactions: [
					[9, 1],
					[9, 1],
				],
				output: [5, 5],
			}),
		).toMatchObject({
			status: 'undefined',
			reason: 'NOT_PRODUCTIVE',
		});
		expect(leontief.compute({ priceBasis, transactions: [[1]], output: [0] })).toMatchObject({
			status: 'undefined',
			at: 'output[0]',
		});
	});

	it('gives a DLQ of 1 where all grows alike, and follows the definition', () => {
		const even = dynamicLocationQuotient.compute({
			priceBasis,
			region: [
				[1, 2],
				[3, 6],
			],
			reference: [
				[9, 18],
				[7, 14],
			],
		});
		for (const sector of even.result?.sectors ?? [])
			expect(sector.dynamicLocationQuotient).toBeCloseTo(1, 12);
		const region = [
			[100, 121],
			[100, 100],
		];
		const reference = [
			[100, 110],
			[900, 900],
		];
		const { result } = dynamicLocationQuotient.compute({ priceBasis, region, reference });
		expect(result?.sectors[0]?.dynamicLocationQuotient).toBeCloseTo(1.21 / 1.105 / (1.1 / 1.01), 12);
		expect(result?.sectors[0]?.class).toBe('leading');
	});
});
