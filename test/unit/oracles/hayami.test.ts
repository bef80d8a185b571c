/** The published table of the tofu makers of Tegal: every printed row to its tolerance, every figure in full. */
import { describe, expect, it } from 'vitest';
import { hayami } from '#methods/value-added/hayami.ts';
import type { HayamiResult } from '#methods/value-added/hayami.ts';
import cases from './hayami.cases.json' with { type: 'json' };
import { everyCaseRan, ran } from './reference-run.ts';

type Figure = keyof (typeof cases)[number]['expectedFull'];

/** Our name of each row. The paper divides profit by value added in row 13b. */
const ours: Readonly<Record<Figure, keyof HayamiResult>> = {
	conversionFactor: 'conversionFactor',
	labourCoefficient: 'labourCoefficient',
	outputValue: 'outputValue',
	valueAdded: 'valueAdded',
	valueAddedRatioPct: 'valueAddedRatioPct',
	labourIncome: 'labourIncome',
	labourSharePct: 'labourSharePct',
	profit: 'profit',
	profitRateOfValueAddedPct: 'profitOverValueAddedPct',
	profitRateOfOutputPct: 'profitRatePct',
	margin: 'margin',
	marginToLabourPct: 'marginLabourPct',
	marginToOtherInputsPct: 'marginOtherInputsPct',
	marginToProfitPct: 'marginProfitPct',
};

describe('published Hayami tables', () => {
	for (const one of cases)
		it(one.id, () => {
			const { input: rawMaterial, ...inputs } = one.inputs;
			const { status, result } = hayami.compute({ rawMaterial, ...inputs });
			expect(status).toBe('ok');
			const figure = (name: Figure) => result?.[ours[name]] as number;
			for (const [name, value] of Object.entries(one.expectedFull) as [Figure, number][])
				expect(Math.abs(figure(name) - value), name).toBeLessThanOrEqual(1e-9 * value);
			const { Rp, pct, ratio } = one.tolerancePublished;
			for (const [name, printed] of Object.entries(one.published) as [Figure, number][]) {
				const tolerance = name.endsWith('Pct') ? pct : printed < 10 ? ratio : Rp;
				expect(Math.abs(figure(name) - printed), name).toBeLessThanOrEqual(tolerance);
			}
			ran('hayami', one.id);
		});
});

everyCaseRan('hayami');
