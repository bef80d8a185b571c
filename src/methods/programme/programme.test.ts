import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetAbsorption } from './budget-absorption.ts';
import { eligibility } from './eligibility.ts';
import { materialBalance } from './material-balance.ts';
import { productTree } from './product-tree.ts';
import { schedule } from './schedule.ts';
import { serviceCapacity } from './service-capacity.ts';

describe('aid for the cluster of Sei Lekop, Bintan (the text of the paper)', () => {
	it('absorbed 95.90, 99.92 and together 98.38 %, at Rp 335,618,750 a house', () => {
		const result = budgetAbsorption.compute(budgetAbsorption.example).result;
		expect(result?.lines.map(({ absorptionPct }) => absorptionPct?.toFixed(2))).toEqual(['95.90', '99.92']);
		expect(result?.totalAbsorptionPct?.toFixed(2)).toBe('98.38');
		expect(result?.lines[1]?.perUnit).toBe(335618750);
	});

	it('lists one document to bring for every rule without proof', () => {
		const result = eligibility.compute(eligibility.example).result;
		expect(result?.outcome).toBe('incomplete');
		expect(result?.toBring.map(({ rule, why }) => [rule, why])).toEqual([
			['halal', 'NOT_LOOKED_AT'],
			['siinas', 'NO_EVIDENCE'],
		]);
	});

	it('judges a permit by the day that is asked about', () => {
		const late = eligibility.compute({ ...eligibility.example, validOn: '2024-02-01' }).result;
		expect(late?.outcome).toBe('not-eligible');
		expect(late?.toBring[0]).toMatchObject({ rule: 'pirt', why: 'EXPIRED' });
		const { rules } = eligibility.example;
		const evidence = rules.map(({ id }) => ({ rule: id, seen: 'yes' as const }));
		expect(eligibility.compute({ validOn: '2024-02-29', rules, evidence }).result).toMatchObject({
			outcome: 'eligible',
			toBring: [],
		});
		expect(eligibility.compute({ validOn: '2023-02-29', rules, evidence })).toMatchObject({
			reason: 'NOT_A_DATE',
		});
	});
});

describe('Kalanganyar Sentris Berseri, Sidoarjo (the text of the paper)', () => {
	const streams = [{ name: 'wet fish scales', ratePerDay: [20, 30] as const, moisture: 'wet' as const }];
	const batch = { quantity: 5, moisture: 'dry' as const, output: 140, outputUnit: 'stick' };

	it('asks for the drying yield that the paper does not give', () => {
		expect(materialBalance.compute({ streams, batch })).toMatchObject({
			status: 'missing-input',
			at: 'yields[0].yield',
			result: null,
		});
		const answer = materialBalance.compute({ streams, batch, yields: [{ yield: null, to: 'dry' }] });
		expect(answer).toMatchObject({ status: 'missing-input', at: 'yields[0].yield' });
		expect(answer.steps.find(({ id }) => id === 'available.high')?.value).toBe(30);
	});

	it('turns dry scales into batches of 140 sticks once a yield is known, and shows the waste diverted', () => {
		const yields = [{ yield: 0.5, to: 'dry' as const }];
		const result = materialBalance.compute({ streams, batch, yields, daysPerPeriod: 30 }).result;
		expect(result).toMatchObject({
			batchesPerDay: [2, 3],
			divertedPerPeriod: [600, 900],
			divertedPct: [100, 100],
		});
		expect(result?.outputPerDay?.map(Math.round)).toEqual([280, 420]);
		const wetter = [{ yield: 1.2, to: 'dry' as const }];
		expect(materialBalance.compute({ streams, yields: wetter })).toMatchObject({
			reason: 'DRYING_ADDS_MASS',
		});
	});

	it('pays 4 to 5 people for 100 to 150 fish each', () => {
		const result = serviceCapacity.compute(serviceCapacity.example).result;
		expect(result).toMatchObject({
			itemsPerDay: [400, 750],
			incomePerDay: [600000, 1500000],
			sharePerMember: [150000, 300000],
		});
		expect(result?.hoursPerPerson?.[1]).toBeCloseTo(5, 12);
	});
});

describe('schedules and trees', () => {
	it('finds the critical path and its dates', () => {
		const result = schedule.compute(schedule.example).result;
		expect(result).toMatchObject({ duration: 56, endDate: '2024-02-26' });
		expect(result?.criticalPath).toEqual(['social mapping', 'planning', 'training', 'bazaar']);
		expect(result?.tasks[2]?.slack).toBe(7);
	});

	it('refuses circles and names unknown tasks', () => {
		const circle = [
			{ id: 'a', duration: 1, after: ['b'] },
			{ id: 'b', duration: 1, after: ['a'] },
		];
		expect(schedule.compute({ tasks: circle })).toMatchObject({ status: 'invalid-input', reason: 'CYCLE' });
		expect(schedule.compute({ tasks: [{ id: 'a', duration: 1, after: ['x'] }] })).toMatchObject({
			at: 'tasks[0].after[0]',
		});
		const processes = [
			{ from: 'a', to: 'b', yield: 1 },
			{ from: 'b', to: 'a', yield: 1 },
		];
		expect(productTree.compute({ root: 'a', processes })).toMatchObject({
			status: 'invalid-input',
			reason: 'CYCLE',
		});
	});

	it('never starts a task before those it waits for, and is as long as its longest chain', () => {
		const chain = fc.array(fc.record({ duration: fc.nat(50), back: fc.nat(5) }), {
			minLength: 1,
			maxLength: 30,
		});
		fc.assert(
			fc.property(chain, (list) => {
				const tasks = list.map(({ duration, back }, k) => ({
					id: `t${k}`,
					duration,
					after: k === 0 || back === 0 ? [] : [`t${Math.max(0, k - back)}`],
				}));
				const result = schedule.compute({ tasks }).result;
				const finish = new Map(result?.tasks.map((task) => [task.id, task.earliestFinish]));
				for (const [k, task] of tasks.entries())
					for (const id of task.after)
						expect(result?.tasks[k]?.earliestStart).toBeGreaterThanOrEqual(finish.get(id) ?? NaN);
				const path = result?.tasks.filter(({ critical }) => critical) ?? [];
				expect(Math.max(...path.map(({ earliestFinish }) => earliestFinish))).toBe(result?.duration);
			}),
		);
	});

	it('multiplies yields along a path and adds value on the raw basis', () => {
		const paths = productTree.compute(productTree.example).result?.paths;
		const cheese = paths?.find(({ nodes }) => nodes.at(-1) === 'cheese');
		expect(cheese?.cumulativeYield).toBeCloseTo(0.096, 12);
		expect(cheese?.cumulativeValueAdded).toBeCloseTo(900 + 0.12 * 12000, 9);
	});
});
