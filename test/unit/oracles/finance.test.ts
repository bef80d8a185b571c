import { describe, expect, it } from 'vitest';
import { irr } from '#methods/appraisal/irr.ts';
import { npv } from '#methods/appraisal/npv.ts';
import { xirr } from '#methods/appraisal/xirr.ts';
import oracle from './finance.json' with { type: 'json' };
import { everyCaseRan, ran } from './reference-run.ts';

interface Case {
	id: string;
	method: string;
	cashflows: number[];
	dates?: string[];
	rate?: number;
	expected: number | string;
	allRealRoots?: number[];
	full?: number;
	excelNPVConvention?: number;
	tolerance?: number;
}

const runs: Record<string, (c: Case) => void> = {
	IRR: (c) => {
		const answer = irr.compute({ cashFlows: c.cashflows });
		if (c.allRealRoots === undefined) {
			expect([answer.status, answer.reason]).toEqual(['undefined', 'NO_SIGN_CHANGE']);
			return;
		}
		const roots = answer.result?.roots ?? [];
		expect(roots).toHaveLength(c.allRealRoots.length);
		c.allRealRoots.forEach((root, index) => expect(roots[index]).toBeCloseTo(root, 9));
		expect(answer.result?.irr === null).toBe(c.allRealRoots.length > 1);
		expect(answer.warnings.some(({ code }) => code === 'MULTIPLE_IRR')).toBe(c.allRealRoots.length > 1);
		if (typeof c.expected === 'number')
			expect(Math.abs((answer.result?.nearestToZero ?? NaN) - c.expected)).toBeLessThanOrEqual(
				c.tolerance ?? 0,
			);
	},
	'NPV (t=0 undiscounted)': (c) => {
		const input = { cashFlows: c.cashflows, rate: c.rate ?? NaN };
		expect(npv.compute(input).result?.npv).toBeCloseTo(c.full ?? NaN, 8);
		const excel = npv.compute({ ...input, firstFlow: 'end-of-first-period' });
		expect(excel.result?.npv).toBeCloseTo(c.excelNPVConvention ?? NaN, 8);
	},
	XIRR: (c) => {
		const answer = xirr.compute({ cashFlows: c.cashflows, dates: c.dates ?? [] });
		expect(answer.result?.xirr).toBeCloseTo(c.full ?? NaN, 12);
	},
};

describe('published finance cases', () => {
	for (const c of oracle.cases as unknown as Case[])
		it(c.id, () => {
			expect(runs[c.method]).toBeTypeOf('function');
			runs[c.method]?.(c);
			ran('finance', c.id);
		});
});

everyCaseRan('finance');
