import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import cases from './hayami.cases.json' with { type: 'json' };
import { hayami } from './hayami.ts';
import type { HayamiInput } from './hayami.ts';
import { hayamiRow } from './hayami-rows.ts';
import type { HayamiKey } from './hayami-rows.ts';

const serabi: HayamiInput = {
	output: 59,
	rawMaterial: 50,
	labour: 2,
	outputPrice: 6500,
	wage: 30000,
	rawMaterialPrice: 1700,
	otherInputs: 2187.22,
};

const resultOf = (input: HayamiInput) => {
	const answer = hayami.compute(input);
	if (answer.result === null) throw new Error(`${answer.status} ${answer.reason} ${answer.at}`);
	return answer.result;
};

const codes = (input: HayamiInput) => hayami.compute(input).warnings.map(({ code }) => code);

const stepOf = (input: HayamiInput, id: string) => hayami.compute(input).steps.find((step) => step.id === id);

describe('published tables', () => {
	for (const { name, inputs, expected, tolerance } of cases) {
		it(`gives the figures of ${name}`, () => {
			const result: Record<string, unknown> = { ...resultOf(inputs as HayamiInput) };
			for (const [key, value] of Object.entries(expected)) {
				const { unit } = hayamiRow(key as HayamiKey);
				const room = unit === 'Rp' ? tolerance.Rp : unit === '%' ? tolerance.pct : tolerance.ratio;
				expect(Math.abs((result[key] as number) - value), `${key} ${result[key]}`).toBeLessThanOrEqual(room);
			}
		});
	}
});

/** Nothing, or at least a tenth of a cent: below that doubles run out before rupiah do. */
const price = fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 1e7, noNaN: true }));
const quantity = fc.double({ min: 0.01, max: 1e5, noNaN: true });
const table = fc.record({
	output: quantity,
	rawMaterial: quantity,
	labour: quantity,
	outputPrice: price,
	wage: price,
	rawMaterialPrice: price,
	otherInputs: price,
});

/** Equal but for the rounding of doubles, measured against the largest figure that went in. */
const near = (left: number, right: number, scale: number) =>
	expect(Math.abs(left - right)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(scale)));

describe('laws of the table', () => {
	it('splits value added into labour income and profit, and the margin into three', () => {
		fc.assert(
			fc.property(table, (input) => {
				const row = resultOf(input);
				const scale = Math.max(
					row.outputValue ?? 0,
					input.rawMaterialPrice,
					input.otherInputs,
					row.labourIncome ?? 0,
				);
				near(row.valueAdded ?? NaN, (row.labourIncome ?? NaN) + (row.profit ?? NaN), scale);
				near(row.margin ?? NaN, (row.labourIncome ?? NaN) + input.otherInputs + (row.profit ?? NaN), scale);
				near(row.outputValue ?? NaN, (input.output * input.outputPrice) / input.rawMaterial, scale);
			}),
		);
	});

	it('has shares that make 100 wherever shares have a meaning', () => {
		fc.assert(
			fc.property(table, (input) => {
				const row = resultOf(input);
				const { labourSharePct, profitOverValueAddedPct, margin } = row;
				if ((row.valueAdded ?? 0) <= 0) {
					expect([labourSharePct, profitOverValueAddedPct]).toEqual([null, null]);
				} else {
					const whole = (labourSharePct ?? NaN) + (profitOverValueAddedPct ?? NaN);
					near(whole, 100, (labourSharePct ?? 0) + 100);
				}
				const thirds = [row.marginLabourPct, row.marginOtherInputsPct, row.marginProfitPct];
				if ((margin ?? 0) <= 0) expect(thirds).toEqual([null, null, null]);
				else {
					const [labour = null, other = null, profit = null] = thirds;
					near((labour ?? NaN) + (other ?? NaN) + (profit ?? NaN), 100, (labour ?? 0) + (other ?? 0) + 100);
				}
			}),
		);
	});

	it('does not change per unit of raw material when the whole process is made larger', () => {
		fc.assert(
			fc.property(table, fc.double({ min: 0.01, max: 1000, noNaN: true }), (input, factor) => {
				const larger = {
					...input,
					output: input.output * factor,
					rawMaterial: input.rawMaterial * factor,
					labour: input.labour * factor,
				};
				const [small, big] = [resultOf(input), resultOf(larger)];
				const scale = Math.max(small.outputValue ?? 0, small.labourIncome ?? 0, input.otherInputs);
				for (const key of ['outputValue', 'valueAdded', 'labourIncome', 'profit', 'margin'] as const)
					near(small[key] ?? NaN, big[key] ?? NaN, scale);
			}),
		);
	});

	it('gives per process the row times the raw material, and per output the row over the conversion factor', () => {
		fc.assert(
			fc.property(table, (input) => {
				const row = resultOf(input);
				for (const key of ['outputValue', 'valueAdded', 'labourIncome', 'profit', 'margin'] as const) {
					const value = row[key] ?? NaN;
					near(row.perProcess[key] ?? NaN, value * input.rawMaterial, value * input.rawMaterial);
					const factor = row.conversionFactor ?? NaN;
					near(row.perOutput[key] ?? NaN, value / factor, value / factor);
				}
			}),
		);
	});
});

describe('edges of the table', () => {
	it('has no value for raw material 0', () => {
		const { status, reason, at, result } = hayami.compute({ ...serabi, rawMaterial: 0 });
		expect({ status, reason, at, result }).toEqual({
			status: 'undefined',
			reason: 'ZERO_DENOMINATOR',
			at: 'rawMaterial',
			result: null,
		});
	});

	it('calls value added an upper bound when row 9 is missing, and works nothing out from it', () => {
		const input = { ...serabi, otherInputs: null };
		const row = resultOf(input);
		expect(row.valueAdded).toBe(5970);
		expect(row.valueAddedIsUpperBound).toBe(true);
		expect([row.otherInputs, row.profit, row.valueAddedRatioPct, row.marginOtherInputsPct]).toEqual([
			null,
			null,
			null,
			null,
		]);
		expect(row.marginLabourPct).toBeCloseTo(20.1, 2);
		expect(codes(input)).toContain('VALUE_ADDED_UPPER_BOUND');
		expect(stepOf(input, 'valueAdded')?.reason).toBe('UPPER_BOUND');
		expect(stepOf(input, 'profit')).toMatchObject({ value: null, status: 'missing-input' });
	});

	it('blocks only the rows that a missing wage carries', () => {
		const row = resultOf({ ...serabi, wage: null });
		expect(row.valueAdded).toBeCloseTo(3782.78, 2);
		expect([row.labourIncome, row.profit, row.labourSharePct]).toEqual([null, null, null]);
		expect(codes({ ...serabi, wage: null })).toContain('MISSING_INPUT');
	});

	it('is missing-input only when nothing can be computed', () => {
		const nothing = { output: null, labour: null, outputPrice: 1, wage: 1, rawMaterialPrice: 1 };
		expect(hayami.compute({ ...nothing, rawMaterial: 50 }).status).toBe('missing-input');
		expect(hayami.compute({ ...serabi, rawMaterial: null })).toMatchObject({
			status: 'missing-input',
			at: 'rawMaterial',
		});
		expect(hayami.compute({ ...nothing, rawMaterial: 50, labour: 2 }).status).toBe('ok');
	});

	it('gives no shares of a value added of nothing or less', () => {
		const zero = { ...serabi, otherInputs: 5970 };
		expect(resultOf(zero)).toMatchObject({
			valueAdded: 0,
			labourSharePct: null,
			profitOverValueAddedPct: null,
		});
		expect(stepOf(zero, 'labourSharePct')?.reason).toBe('ZERO_DENOMINATOR');
		const negative = { ...serabi, otherInputs: 7000 };
		expect(resultOf(negative)).toMatchObject({ valueAddedClass: 'negative', labourSharePct: null });
		expect(stepOf(negative, 'profitOverValueAddedPct')?.reason).toBe('NEGATIVE_BASE');
		expect(codes(negative)).toEqual(expect.arrayContaining(['NEGATIVE_VALUE_ADDED', 'LOSS']));
	});

	it('gives no shares of a margin of nothing or less, and none of an output value of 0', () => {
		const noMargin = { ...serabi, rawMaterialPrice: 8000 };
		expect(resultOf(noMargin)).toMatchObject({ margin: -330, marginLabourPct: null, marginProfitPct: null });
		expect(stepOf(noMargin, 'marginLabourPct')?.reason).toBe('NEGATIVE_BASE');
		const free = { ...serabi, outputPrice: 0 };
		expect(resultOf(free)).toMatchObject({ outputValue: 0, valueAddedRatioPct: null, profitRatePct: null });
		expect(stepOf(free, 'profitRatePct')?.reason).toBe('ZERO_DENOMINATOR');
	});

	it('refuses bad values and says where', () => {
		const bad: [Record<string, unknown>, string, string][] = [
			[{ outputPrice: -1 }, 'outputPrice', 'NEGATIVE'],
			[{ rawMaterial: -50 }, 'rawMaterial', 'NEGATIVE'],
			[{ wage: '30.000' }, 'wage', 'NOT_A_NUMBER'],
			[{ output: NaN }, 'output', 'NOT_A_NUMBER'],
			[{ output: Infinity }, 'output', 'NOT_A_NUMBER'],
			[{ labour: [2] }, 'labour', 'NOT_A_NUMBER'],
			[
				{ otherInputLines: [{ name: 'a', group: 'fuel', cost: 1 }] },
				'otherInputLines[0].group',
				'UNKNOWN_CHOICE',
			],
			[
				{ otherInputLines: [{ name: 'a', group: 'energy', cost: -1 }] },
				'otherInputLines[0].cost',
				'NEGATIVE',
			],
			[{ outputs: 'none' }, 'outputs', 'NOT_A_LIST'],
			[{ processesPerPeriod: 0 }, 'processesPerPeriod', 'NOT_POSITIVE'],
			[{ familyLabour: { days: 3, imputedWage: null } }, 'familyLabour.days', 'FAMILY_ABOVE_LABOUR'],
		];
		for (const [change, at, reason] of bad)
			expect(hayami.compute({ ...serabi, ...change } as HayamiInput)).toMatchObject({
				status: 'invalid-input',
				at,
				reason,
				result: null,
			});
		for (const input of [null, undefined, 3, 'x', []])
			expect(hayami.compute(input as never)).toMatchObject({ status: 'invalid-input', at: 'input' });
	});

	it('answers with a reason, not with infinity, when a figure is too large for a number', () => {
		const huge = { ...serabi, output: 1e308, outputPrice: 1e308 };
		expect(resultOf(huge).outputValue).toBeNull();
		expect(stepOf(huge, 'outputValue')).toMatchObject({ status: 'undefined', reason: 'OUT_OF_RANGE' });
	});
});

describe('row 9 from cost lines', () => {
	const line = (group: string, more: object) => ({ name: group, group, ...more });
	const withLines = (...otherInputLines: object[]) =>
		({ ...serabi, otherInputs: undefined, otherInputLines }) as HayamiInput;

	it('is not known when one line has no cost, and keeps the known part in the upper bound', () => {
		const input = withLines(line('energy', { cost: 3745 }), line('packaging', { quantity: 59 }));
		expect(resultOf(input)).toMatchObject({ otherInputs: null, valueAddedIsUpperBound: true });
		expect(resultOf(input).valueAdded).toBeCloseTo(5970 - 3745 / 50, 9);
		expect(hayami.compute(input).warnings).toContainEqual({
			code: 'MISSING_INPUT',
			at: 'otherInputLines[1]',
		});
	});

	it('asks for the processes a month of a monthly line', () => {
		const input = withLines(line('rent', { cost: 100000, per: 'month' }));
		expect(resultOf(input).otherInputs).toBeNull();
		expect(hayami.compute(input).warnings).toContainEqual({
			code: 'MISSING_INPUT',
			at: 'processesPerPeriod',
		});
		expect(resultOf({ ...input, processesPerPeriod: 16 }).otherInputs).toBe(125);
	});

	it('does not take a list without lines for a cost of 0', () => {
		expect(resultOf(withLines()).valueAddedIsUpperBound).toBe(true);
	});

	it('says which line states two different costs', () => {
		const input = withLines(line('energy', { cost: 4000, quantity: 7, unitPrice: 535 }));
		expect(hayami.compute(input).warnings).toContainEqual({
			code: 'LINE_COST_DIFFERS',
			at: 'otherInputLines[0].cost',
			params: { cost: 4000, quantityTimesPrice: 3745 },
		});
	});

	it('names a second raw material that is booked as an auxiliary', () => {
		const shell = line('auxiliary', { quantity: 50, unitPrice: 500, unit: 'kg' });
		const answer = hayami.compute(withLines(shell));
		expect(answer.warnings).toContainEqual(
			expect.objectContaining({ code: 'CO_FEED_NOT_NUMERAIRE', at: 'otherInputLines[0]' }),
		);
		expect(codes(withLines(shell))).not.toContain('CONVERSION_ABOVE_ONE');
		const pieces = line('auxiliary', { quantity: 59, unitPrice: 500, unit: 'lembar' });
		expect(codes(withLines(pieces))).toContain('CONVERSION_ABOVE_ONE');
		expect(codes(withLines(pieces))).not.toContain('CO_FEED_NOT_NUMERAIRE');
	});

	it('counts further raw materials at cost', () => {
		const input = {
			...serabi,
			otherInputs: 0,
			otherRawMaterials: [{ name: 'shell', quantity: 50, price: 500 }],
		};
		expect(resultOf(input).otherInputs).toBe(500);
		expect(codes(input)).toContain('CO_FEED_NOT_NUMERAIRE');
	});
});

describe('several products of one process', () => {
	const oil = { name: 'oil', quantity: 20, price: 15000 };
	const cake = { name: 'cake', quantity: 30, price: 2000 };
	const process: HayamiInput = { ...serabi, output: null, outputPrice: null, otherInputs: 1000 };

	it('adds their revenue over the raw material, with the share of each', () => {
		const row = resultOf({ ...process, outputs: [oil, cake] });
		expect(row.outputValue).toBeCloseTo((20 * 15000 + 30 * 2000) / 50, 9);
		expect(row.conversionFactor).toBe(1);
		expect(row.outputs.map(({ conversionFactor }) => conversionFactor)).toEqual([0.4, 0.6]);
		expect(row.outputs.reduce((sum, { sharePct }) => sum + (sharePct ?? NaN), 0)).toBeCloseTo(100, 9);
	});

	it('takes the credit of a by-product off row 9 and keeps the ratio over the main product', () => {
		const input = { ...process, outputs: [oil], byProducts: [cake], jointMode: 'byproduct-credit' as const };
		const row = resultOf(input);
		expect(row.outputValue).toBe(6000);
		expect(row.otherInputs).toBe(1000 - 1200);
		expect(row.valueAdded).toBe(6000 - 1700 + 200);
		expect(row.valueAddedRatioPct).toBeCloseTo((4500 / 6000) * 100, 9);
		expect(codes(input)).toEqual(
			expect.arrayContaining(['RATIOS_OVER_MAIN_OUTPUT', 'CREDIT_ABOVE_OTHER_INPUTS']),
		);
		expect(row.valueAdded).toBeCloseTo(resultOf({ ...input, jointMode: 'joint' }).valueAdded ?? NaN, 9);
	});

	it('asks for the key before it separates, and the separated tables add up to the whole', () => {
		const separate = { ...process, outputs: [oil, cake], jointMode: 'separate' as const };
		expect(hayami.compute(separate)).toMatchObject({ status: 'missing-input', at: 'allocationKey' });
		for (const allocationKey of ['mass', 'sales-value'] as const) {
			const row = resultOf({ ...separate, allocationKey });
			const whole = row.separate.reduce(
				(sum, { allocatedPct, figures }) => sum + ((allocatedPct ?? NaN) / 100) * (figures.valueAdded ?? NaN),
				0,
			);
			expect(whole).toBeCloseTo(row.valueAdded ?? NaN, 6);
		}
	});
});

describe('what stands beside the rows', () => {
	it('shows profit with and without the wages the family does not pay itself', () => {
		const row = resultOf({ ...serabi, familyLabour: { days: 1, imputedWage: null } });
		expect(row.familyLabour).toMatchObject({ labourIncomePaid: 600, labourIncomeImputed: 600 });
		expect(row.familyLabour?.profitWithImputation).toBeCloseTo(row.profit ?? NaN, 9);
		expect(row.familyLabour?.profitWithoutImputation).toBeCloseTo((row.profit ?? NaN) + 600, 9);
	});

	it('says what waste may cost at most, and what it leaves when it is free', () => {
		const row = resultOf({ ...serabi, rawMaterialPrice: 0 });
		expect(row.breakEvenRawMaterialPrice).toBeCloseTo(4282.78, 2);
		expect(row.residualValue).toBeCloseTo(5482.78, 2);
		expect(codes({ ...serabi, rawMaterialPrice: 0 })).toContain('FREE_RAW_MATERIAL');
	});

	it('classes the ratio below 15, up to 40 and above', () => {
		const classAt = (otherInputs: number) => resultOf({ ...serabi, otherInputs }).valueAddedClass;
		expect([classAt(5000), classAt(4000), classAt(2000)]).toEqual(['low', 'medium', 'high']);
	});

	it('traces every row with its formula in ids and its inputs', () => {
		expect(stepOf(serabi, 'valueAdded')).toEqual({
			id: 'valueAdded',
			value: expect.closeTo(3782.78, 6),
			unit: 'Rp',
			basis: 'raw-material',
			formula: 'outputValue - rawMaterialPrice - otherInputs',
			inputs: [
				{ id: 'outputValue', value: 7670 },
				{ id: 'rawMaterialPrice', value: 1700 },
				{ id: 'otherInputs', value: 2187.22 },
			],
			status: 'ok',
		});
	});
});
