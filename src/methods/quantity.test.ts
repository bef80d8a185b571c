import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addQuantities, quantity, quantityKind, subtractQuantities } from './quantity.ts';

const amount = fc.double({ min: -1e9, max: 1e9, noNaN: true });

describe('quantities', () => {
	it('adds and subtracts within one unit and basis', () => {
		const value = quantity(7670, 'Rp', 'raw-material');
		const cost = quantity(1700, 'Rp', 'raw-material');
		expect(subtractQuantities(value, cost)).toMatchObject({
			value: 5970,
			basis: 'raw-material',
			status: 'ok',
		});
		expect(addQuantities(value, cost).value).toBe(9370);
	});

	it('names both bases when a cost per output is taken from a value per raw material', () => {
		const value = quantity(7670, 'Rp', 'raw-material');
		const perOutput = quantity(691.36, 'Rp', 'output');
		expect(subtractQuantities(value, perOutput)).toMatchObject({
			value: null,
			status: 'invalid-input',
			reason: 'BASIS_MISMATCH',
			params: { left: 'Rp per raw-material', right: 'Rp per output' },
		});
	});

	it('keeps wet and dry kilograms, and kilograms and packs, apart', () => {
		const wet = quantity(20, 'kg', 'process', 'wet');
		const dry = quantity(5, 'kg', 'process', 'dry');
		expect(addQuantities(wet, dry).params).toEqual({
			left: 'kg per process (wet)',
			right: 'kg per process (dry)',
		});
		expect(addQuantities(dry, quantity(5, 'pack', 'process')).reason).toBe('BASIS_MISMATCH');
	});

	it('never passes on a number that is not finite', () => {
		for (const value of [NaN, Infinity, -Infinity])
			expect(quantity(value, 'Rp', 'total')).toMatchObject({ value: null, status: 'invalid-input' });
		const most = quantity(Number.MAX_VALUE, 'Rp', 'total');
		expect(addQuantities(most, most)).toMatchObject({ value: null, status: 'invalid-input' });
	});

	it('hands on the reason of an operand without a value', () => {
		const unknown = { ...quantity(0, 'Rp', 'total'), value: null, status: 'undefined', reason: 'X' } as const;
		expect(addQuantities(quantity(1, 'Rp', 'total'), unknown)).toMatchObject({ value: null, reason: 'X' });
	});

	it('writes a total and a ratio without "per"', () => {
		expect(quantityKind(quantity(1, 'Rp', 'total'))).toBe('Rp');
		expect(quantityKind(quantity(1, '%', 'none'))).toBe('%');
	});

	it('adds in either order, and subtracts back to where it began', () => {
		fc.assert(
			fc.property(amount, amount, (a, b) => {
				const [left, right] = [quantity(a, 'Rp', 'month'), quantity(b, 'Rp', 'month')];
				expect(addQuantities(left, right)).toEqual(addQuantities(right, left));
				const back = subtractQuantities(addQuantities(left, right), right).value ?? NaN;
				expect(Math.abs(back - a)).toBeLessThanOrEqual(1e-6);
			}),
		);
	});
});
