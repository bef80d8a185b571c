import { describe, expect, it } from 'vitest';
import { clusterIndex } from '#methods/regional/cluster-index.ts';
import { klassen } from '#methods/regional/klassen.ts';
import { locationQuotient } from '#methods/regional/location-quotient.ts';
import { shiftShare } from '#methods/regional/shift-share.ts';
import { shiftShareEstebanMarquillas } from '#methods/regional/shift-share-esteban-marquillas.ts';
import { specialisation } from '#methods/regional/specialisation.ts';
import { besideTheProject, everyCaseRan, ran } from './reference-run.ts';
import oracle from './regional.json' with { type: 'json' };

/* eslint-disable @typescript-eslint/no-explicit-any -- each case has its own shape */
const stored = besideTheProject('regional.json') as any;
const datasets: any[] = (stored?.cases ?? []).filter((found: any) => found.dataset === true);
const caseOf = (id: string): any => [...oracle.cases, ...datasets].find((found: any) => found.id === id);
const near = (actual: number | null | undefined, expected: number, tolerance: number) =>
	expect(Math.abs((actual ?? NaN) - expected)).toBeLessThanOrEqual(tolerance);
const priceBasis = 'quantity' as const;

function checkShiftShare(id: string) {
	const known = caseOf(id);
	const pair = (before: number[], after: number[]) => before.map((value, i) => [value, after[i] as number]);
	const input = {
		priceBasis,
		region: pair(known.region0, known.region1),
		reference: pair(known.nation0, known.nation1),
	};
	const scale = 1e-9 * known.region0.reduce((sum: number, value: number) => sum + value, 0);
	const classic = shiftShare.compute(input).result;
	const full = known.expectedFull;
	near(classic?.total.change, full.growth, scale);
	near(classic?.total.national, full.nationalShare, scale);
	near(classic?.total.mix, full.industrialMix, scale);
	near(classic?.total.regional, full.regionalShare, scale);
	for (const key of ['national', 'mix', 'regional'] as const)
		full.bySector[key].forEach((value: number, i: number) => near(classic?.sectors[i]?.[key], value, scale));
	const parted = shiftShareEstebanMarquillas.compute(input).result;
	near(parted?.total.homothetic, full.esteban.regionalShareHomothetic, scale);
	near(parted?.total.allocation, full.esteban.allocationEffect, scale);
	near(classic?.factors?.mix, full.gerfin.industrialMix, 1e-12);
	near(classic?.factors?.regional, full.gerfin.regionalShare, 1e-12);
	near(classic?.factors?.total, full.gerfin.netTotalShift, 1e-12);
	ran('regional', id);
}

describe('oracle: regional', () => {
	it('LQ of Farhauer and Kroell', () => {
		const known = caseOf('lq-farhauer-kroell');
		const { result } = locationQuotient.compute({
			priceBasis,
			region: [known.e_ij],
			regionTotal: known.e_j,
			reference: [known.e_i],
			referenceTotal: known.e,
		});
		near(result?.locationQuotients[0], known.full, 1e-12);
		ran('regional', known.id);
	});

	it('Gini and Krugman of Farhauer and Kroell', () => {
		const known = caseOf('gini-spec-conc-krugman');
		const of = (region: number[], reference: number[]) =>
			specialisation.compute({ priceBasis, region, reference }).result;
		const { giniSpecialization: spec, giniConcentration: conc, krugman } = known;
		near(of(spec.e_ij, spec.e_i)?.gini, spec.expected, known.tolerance);
		near(of(conc.e_ij, conc.e_j)?.gini, conc.expected, known.tolerance);
		near(of(krugman.a, krugman.b)?.krugman, krugman.expected, known.tolerance);
		const { litzenberger: given } = known;
		const { result } = clusterIndex.compute({
			workers: given.e_ij,
			workersReference: given.e_i,
			firms: given.b_ij,
			firmsReference: given.b_i,
			area: given.a_j,
			areaReference: given.a,
			population: given.p_j,
			populationReference: given.p,
		});
		near(result?.index, given.expected, 5e-6);
		ran('regional', known.id);
	});

	it('shift-share of Farhauer and Kroell, region C', () => checkShiftShare('shift-share-farhauer-kroell-C'));

	it('Klassen by its rules, a tie in no class', () => {
		const classes = ['advanced-growing', 'advanced-pressed', 'developing-fast', 'lagging', 'on-the-line'];
		caseOf('klassen-rules').cases.forEach((rule: any, k: number) => {
			const { result } = klassen.compute({
				priceBasis,
				items: [{ growthPct: rule.g, level: rule.y }],
				referenceGrowthPct: rule.g0,
				referenceLevel: rule.y0,
			});
			expect(result?.items[0]?.class).toBe(classes[k]);
		});
		ran('regional', 'klassen-rules');
	});

	it('whole data sets, where they are at hand', () => {
		if (stored === null) {
			expect(datasets).toEqual([]);
			return;
		}
		checkShiftShare('shift-share-freiburg-2008-2014');
		const freiburg = caseOf('shift-share-freiburg-2008-2014');
		const gini = specialisation.compute({
			priceBasis,
			region: freiburg.region1,
			reference: freiburg.nation1,
		});
		near(gini.result?.gini, freiburg.giniSpecialization2014, 6e-7);
		const known = caseOf('goettingen-2008-2017');
		const [region, reference] = [known.region['2017'], known.nation['2017']];
		const input = { priceBasis, region: region.slice(1), reference: reference.slice(1) };
		const lq = locationQuotient.compute({ ...input, regionTotal: region[0], referenceTotal: reference[0] });
		known.LQ2017Full.forEach((value: number, i: number) =>
			near(lq.result?.locationQuotients[i], value, 1e-9),
		);
		const special = specialisation.compute(input).result;
		near(special?.krugman, known.krugmanSpec2017, known.tolerance);
		near(special?.gini, known.giniSpec2017, known.tolerance);
		ran('regional', known.id);
	});
});

everyCaseRan('regional');
