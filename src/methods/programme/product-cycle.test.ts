import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { productCycle } from './product-cycle.ts';
import { productTree } from './product-tree.ts';

describe('a circle in a product tree', () => {
	it('is named from its first node back to it, without what only leads there', () => {
		const processes = [
			{ from: 'milk', to: 'curd' },
			{ from: 'curd', to: 'cheese' },
			{ from: 'cheese', to: 'whey' },
			{ from: 'whey', to: 'curd' },
			{ from: 'cheese', to: 'snack' },
		];
		expect(productCycle(processes)).toEqual(['curd', 'cheese', 'whey', 'curd']);
	});

	it('is none when the way back is declared as recycling', () => {
		expect(
			productCycle([
				{ from: 'milk', to: 'curd' },
				{ from: 'curd', to: 'milk', recycling: true },
			]),
		).toBeNull();
	});

	it('is found exactly when the tree is refused for one', () => {
		const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
		fc.assert(
			fc.property(
				fc.array(fc.record({ from: name, to: name }), { minLength: 1, maxLength: 8 }),
				(processes) => {
					const refused =
						productTree.compute({ root: processes[0]?.from ?? '', processes }).reason === 'CYCLE';
					expect(productCycle(processes) !== null).toBe(refused);
				},
			),
		);
	});
});
