import { describe, expect, it } from 'vitest';
import { labourDays } from './labour-days.ts';
import type { LabourDaysInput } from './labour-days.ts';

const resultOf = (input: LabourDaysInput) => labourDays.compute(input).result;

describe('labour in person-days', () => {
	it('is people times days times hours over eight', () => {
		const groups = [{ persons: 2, days: 16, hoursPerDay: 4 }];
		expect(resultOf({ groups })).toMatchObject({ labourDays: 16, labourHours: 128 });
		expect(resultOf({ groups, hoursPerHok: 7 })?.labourDays).toBeCloseTo(128 / 7, 12);
	});

	it("counts a woman's day in full unless a conversion is chosen", () => {
		const groups = [{ kind: 'woman' as const, persons: 1, days: 10 }];
		expect(resultOf({ groups })?.labourDays).toBe(10);
		expect(resultOf({ groups, conversion: { woman: 0.8 } })?.labourDays).toBe(8);
	});

	it("asks what a child's day counts for", () => {
		const groups = [{ kind: 'child' as const, persons: 1, days: 10 }];
		expect(labourDays.compute({ groups })).toMatchObject({ status: 'missing-input', at: 'conversion.child' });
		expect(resultOf({ groups, conversion: { child: 0.5 } })?.labourDays).toBe(5);
	});

	it('warns of a day of more than 24 hours', () => {
		const answer = labourDays.compute({ groups: [{ persons: 1, days: 1, hoursPerDay: 30 }] });
		expect(answer.warnings).toEqual([{ code: 'HOURS_ABOVE_24', at: 'groups[0].hoursPerDay' }]);
	});
});
