/** Worked examples of textbooks, manuals and lecture notes whose input and output are both printed, each with its source. */
import { describe, expect, it } from 'vitest';
import { irr } from '#methods/appraisal/irr.ts';
import { npv } from '#methods/appraisal/npv.ts';
import { borda } from '#methods/decision/group-borda.ts';
import { copeland } from '#methods/decision/group-copeland.ts';
import { friedman } from '#methods/livelihood/friedman.ts';
import { mannWhitney } from '#methods/livelihood/mann-whitney.ts';
import { krippendorffAlpha } from '#methods/qualitative/krippendorff-alpha.ts';
import { locationQuotient } from '#methods/regional/location-quotient.ts';
import { shiftShare } from '#methods/regional/shift-share.ts';
import { hayami } from '#methods/value-added/hayami.ts';

/** Half a unit of the last printed decimal. */
const printed = (found: number | null | undefined, value: number, decimals: number): void =>
	expect(Math.abs((found ?? NaN) - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9);

describe('Krumme, Shift and Share Table with Excel Explanations (University of Washington, Geography 350)', () => {
	const region = [
		[500, 1000],
		[100, 100],
		[200, 250],
		[200, 280],
	];
	// Printed as shares of 10, 20, 40 and 30 % that grow by 10, 20, 30 and 40 %: 29 % together.
	const reference = [
		[1000, 1100],
		[2000, 2400],
		[4000, 5200],
		[3000, 4200],
	];

	it('location quotients 5, 0.5, 0.5 and 0.667', () => {
		const start = (rows: number[][]) => rows.map(([first = NaN]) => first);
		const { result } = locationQuotient.compute({
			priceBasis: 'quantity',
			region: start(region),
			reference: start(reference),
		});
		[5, 0.5, 0.5, 0.667].forEach((value, at) => printed(result?.locationQuotients[at], value, 3));
	});

	it('630 more jobs: 290 national, -80 by composition, 420 differential', () => {
		const { result } = shiftShare.compute({ priceBasis: 'quantity', region, reference });
		expect(result?.total.change).toBeCloseTo(630, 9);
		expect(result?.total.national).toBeCloseTo(290, 9);
		expect(result?.total.mix).toBeCloseTo(-80, 9);
		expect(result?.total.regional).toBeCloseTo(420, 9);
		[450, -20, -10, 0].forEach((value, at) => expect(result?.sectors[at]?.regional).toBeCloseTo(value, 9));
		[-95, -9, 2, 22].forEach((value, at) => expect(result?.sectors[at]?.mix).toBeCloseTo(value, 9));
	});
});

it('Hayami table of rice flour (Perhitungan Nilai Tambah Produk Pangan, scribd.com/doc/250382089)', () => {
	const { result } = hayami.compute({
		output: 40_000_000,
		rawMaterial: 60_000_000,
		labour: 15_000,
		outputPrice: 10_000,
		wage: 5_000,
		rawMaterialPrice: 3_800,
		otherInputs: 50,
	});
	printed(result?.conversionFactor, 0.666666667, 9);
	printed(result?.labourCoefficient, 0.00025, 5);
	printed(result?.outputValue, 6666.666667, 6);
	printed(result?.valueAdded, 2816.666667, 6);
	printed(result?.valueAddedRatioPct, 42.25, 2);
	printed(result?.labourIncome, 1.25, 2);
});

describe("Krippendorff, Computing Krippendorff's Alpha-Reliability (2007, 2011)", () => {
	const numbered = (letters: string) => letters.split('').map((letter) => letter.charCodeAt(0));

	it('A: two observers, ten binary codings: 0.095', () => {
		const digits = (codes: string) => codes.split('').map(Number);
		const [meg, owen] = [digits('0100000010'), digits('1110010000')];
		const { result } = krippendorffAlpha.compute({ ratings: [meg, owen], level: 'nominal' });
		printed(result?.alpha, 0.095, 3);
	});

	it('B: two observers, twelve codings into five categories: 0.692', () => {
		const ratings = [numbered('aabbdcccedda'), numbered('babbbccceddd')];
		const { result } = krippendorffAlpha.compute({ ratings, level: 'nominal' });
		printed(result?.alpha, 0.692, 3);
	});
});

it('Friedman test of the times to round first base (Hollander and Wolfe 1973, p. 140; R stats::friedman.test)', () => {
	const times =
		`5.40 5.50 5.55 5.85 5.70 5.75 5.20 5.60 5.50 5.55 5.50 5.40 5.90 5.85 5.70 5.45 5.55 5.60 5.40 5.40 5.35
		5.45 5.50 5.35 5.25 5.15 5.00 5.85 5.80 5.70 5.25 5.20 5.10 5.65 5.55 5.45 5.60 5.35 5.45 5.05 5.00 4.95 5.50 5.50 5.40
		5.45 5.55 5.50 5.55 5.55 5.35 5.45 5.50 5.55 5.50 5.45 5.25 5.65 5.60 5.40 5.70 5.65 5.55 6.30 6.30 6.25`
			.split(/\s+/)
			.map(Number);
	const matrix = Array.from({ length: 22 }, (_, row) => times.slice(3 * row, 3 * row + 3));
	const { result } = friedman.compute({ matrix });
	printed(result?.statistic, 11.143, 3);
	expect(result?.degrees).toBe(2);
	printed(result?.p, 0.003805, 6);
});

it('Mann-Whitney test of the permeability of membranes (Hollander and Wolfe 1973, p. 69; R stats::wilcox.test)', () => {
	const { result } = mannWhitney.compute({
		x: [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46],
		y: [1.15, 0.88, 0.9, 0.74, 1.21],
		alternative: 'greater',
	});
	expect(result?.u1).toBe(35);
	printed(result?.p, 0.1272, 4);
});

describe('the examples of Microsoft Excel, functions NPV, IRR and MIRR', () => {
	it('NPV(10 %; -10,000; 3,000; 4,200; 6,800) = 1,188.44, and 1,922.06 for the shoe shop', () => {
		const first = npv.compute({
			rate: 0.1,
			cashFlows: [-10_000, 3_000, 4_200, 6_800],
			firstFlow: 'end-of-first-period',
		});
		printed(first.result?.npv, 1188.44, 2);
		const shop = npv.compute({ rate: 0.08, cashFlows: [-40_000, 8_000, 9_200, 10_000, 12_000, 14_500] });
		printed(shop.result?.npv, 1922.06, 2);
	});

	it('IRR after four years -2.1 %, after five 8.7 %', () => {
		const flows = [-70_000, 12_000, 15_000, 18_000, 21_000];
		printed(irr.compute({ cashFlows: flows }).result?.irrPct, -2.1, 1);
		printed(irr.compute({ cashFlows: [...flows, 26_000] }).result?.irrPct, 8.7, 1);
	});

	it('MIRR at 10 % and 12 %: 12.61 %, at 10 % and 14 %: 13.48 %', () => {
		const flows = [-120_000, 39_000, 30_000, 21_000, 37_000, 46_000];
		const mirr = (cashFlows: number[], reinvestRate: number) =>
			(irr.compute({ cashFlows, financeRate: 0.1, reinvestRate }).result?.mirr ?? NaN) * 100;
		printed(mirr(flows, 0.12), 12.61, 2);
		printed(mirr(flows, 0.14), 13.48, 2);
	});
});

it('the capital of Tennessee: Borda and Copeland counts (Wikipedia, Borda count and Copeland method)', () => {
	// Memphis, Nashville, Chattanooga, Knoxville; 42, 26, 15 and 17 of 100 voters.
	const ranks = [
		[1, 2, 3, 4],
		[4, 1, 2, 3],
		[4, 3, 1, 2],
		[4, 3, 2, 1],
	];
	const voterWeights = [42, 26, 15, 17];
	expect(borda.compute({ ranks, voterWeights }).result?.scores).toEqual([126, 194, 173, 107]);
	const { result } = copeland.compute({ ranks, voterWeights });
	expect(result?.ranks).toEqual([4, 1, 2, 3]);
	expect(result?.condorcetWinner).toBe(1);
});
