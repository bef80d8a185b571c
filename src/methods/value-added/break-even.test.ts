import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hayamiBreakEven } from './break-even.ts';
import type { BreakEvenKey } from './break-even.ts';
import { hayami } from './hayami.ts';
import type { HayamiInput } from './hayami.ts';

const serabi: HayamiInput = {
	output: 59,
	rawMaterial: 50,
	labour: 2,
	outputPrice: 6500,
	wage: 30000,
	rawMaterialPrice: 1700,
	otherInputs: 2187.22,
};

const point = (input: HayamiInput, key: BreakEvenKey) =>
	hayamiBreakEven.compute(input).result?.points.find((candidate) => candidate.input === key);

const known = fc.double({ min: 1, max: 1e6, noNaN: true });
const table = fc.record({
	output: known,
	rawMaterial: known,
	labour: known,
	outputPrice: known,
	wage: known,
	rawMaterialPrice: known,
	otherInputs: known,
});

describe('break-even values', () => {
	// Serabi cake waste, Sumenep, with all operating costs of Table 3 over 50 kg, by hand.
	it('gives the lowest price and yield and the highest costs of serabi', () => {
		expect(point(serabi, 'outputPrice')?.breakEven).toBeCloseTo(4311.2, 2);
		expect(point(serabi, 'rawMaterialPrice')?.breakEven).toBeCloseTo(4282.78, 2);
		expect(point(serabi, 'wage')?.breakEven).toBeCloseTo(94569.5, 1);
		expect(point(serabi, 'otherInputs')?.breakEven).toBeCloseTo(4770, 6);
		expect(point(serabi, 'conversionFactor')?.breakEven).toBeCloseTo(0.782649, 6);
		expect(point(serabi, 'outputPrice')?.distancePct).toBeCloseTo(-33.67, 2);
	});

	it('leave no profit when they are put in', () => {
		fc.assert(
			fc.property(table, (input) => {
				for (const { input: key, breakEven } of hayamiBreakEven.compute(input).result?.points ?? []) {
					if (breakEven === null || breakEven < 0) continue;
					const change =
						key === 'conversionFactor' ? { output: breakEven * input.rawMaterial } : { [key]: breakEven };
					const row = hayami.compute({ ...input, ...change }).result;
					const scale = Math.max(
						row?.outputValue ?? 0,
						row?.labourIncome ?? 0,
						input.otherInputs,
						input.rawMaterialPrice,
					);
					expect(Math.abs(row?.profit ?? NaN)).toBeLessThanOrEqual(1e-9 * Math.max(1, scale));
				}
			}),
		);
	});

	it('say when even nothing would not be cheap enough', () => {
		const answer = hayamiBreakEven.compute({ ...serabi, outputPrice: 2000 });
		expect(answer.warnings).toContainEqual({ code: 'BREAK_EVEN_BELOW_ZERO', at: 'rawMaterialPrice' });
	});

	it('have none for a wage when no labour is hired, and none without row 9 except of row 9 itself', () => {
		expect(point({ ...serabi, labour: 0 }, 'wage')?.breakEven).toBeNull();
		const unknown = { ...serabi, otherInputs: null };
		expect(point(unknown, 'outputPrice')?.breakEven).toBeNull();
		expect(point(unknown, 'otherInputs')?.breakEven).toBeCloseTo(4770, 6);
	});
});
