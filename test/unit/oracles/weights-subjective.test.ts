import { describe, expect, it } from 'vitest';
import { bwm } from '#methods/decision/weights-bwm.ts';
import { swara } from '#methods/decision/weights-swara.ts';
import { everyCaseRan, ran } from './reference-run.ts';
import cases from './weights-subjective.cases.json' with { type: 'json' };

function compute(one: (typeof cases)[number]) {
	if (one.s !== undefined) return swara.compute({ order: one.criteriaOrder, comparativeImportance: one.s });
	const { bestToOthers = [], othersToWorst = [], bestIndex, worstIndex } = one;
	return bwm.compute({
		bestToOthers,
		othersToWorst,
		bestIndex,
		worstIndex,
		parameters: { model: 'nonlinear' },
	});
}

describe('subjective weights against published cases', () => {
	for (const one of cases)
		it(one.id, () => {
			const { result } = compute(one);
			result?.weights.forEach((weight, index) =>
				expect(Math.abs(weight - (one.expected[index] ?? NaN))).toBeLessThanOrEqual(one.tolerance),
			);
			expect(result?.weights).toHaveLength(one.expected.length);
			ran('weights-subjective', one.id);
			one.expectedFull?.forEach((weight, index) => expect(result?.weights[index]).toBeCloseTo(weight, 10));
			if (one.epsilon !== undefined && result !== null && 'xi' in result)
				expect(Math.abs(result.xi - one.epsilon)).toBeLessThanOrEqual(one.tolerance);
		});
});

everyCaseRan('weights-subjective');
