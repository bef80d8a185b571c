import { expect, it } from 'vitest';
import { dataThreshold } from './data-threshold.ts';

it('finds the value at which the lead changes: sums of 10 against 9', () => {
	const { result } = dataThreshold.compute(dataThreshold.example);
	const at = (row: number, column: number) =>
		result?.thresholds.find((one) => one.row === row && one.column === column);
	expect(at(0, 0)?.value).toBeCloseTo(5, 8);
	expect(at(0, 1)?.value).toBeCloseTo(3, 8);
	expect(at(1, 0)?.value).toBeCloseTo(6, 8);
	expect(at(1, 1)?.changePct).toBeCloseTo(25, 7);
	expect(result?.thresholds[0]).toMatchObject({ row: 0, column: 0, by: 1 });
	expect(result?.safeCells).toBe(0);
});
