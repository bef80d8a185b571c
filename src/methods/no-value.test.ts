/**
 * Where a figure has no meaning: every such case that a source or the house names, with the status and reason a method
 * answers, the step that has no value, or the warning that goes with a value. Changes of a method's example keep
 * everything else right, so that it is this one thing that is answered.
 */
import { describe, expect, it } from 'vitest';
import { methods } from './index.ts';
import type { Method, MethodResult } from './method.ts';

type Id = keyof typeof methods;
type Change = Readonly<Record<string, unknown>>;

const answer = (id: Id, change: Change): MethodResult<unknown> => {
	const method = methods[id] as unknown as Method<unknown, unknown>;
	return method.compute({ ...(method.example as object), ...change });
};

/** [what is odd, method, change of its example, status, reason, place] */
const refusals: readonly (readonly [string, Id, Change, string, string, string])[] = [
	// Hayami
	['raw material 0', 'hayami', { rawMaterial: 0 }, 'undefined', 'ZERO_DENOMINATOR', 'rawMaterial'],
	[
		'raw material not given',
		'hayami',
		{ rawMaterial: null },
		'missing-input',
		'MISSING_INPUT',
		'rawMaterial',
	],
	['raw material below 0', 'hayami', { rawMaterial: -1 }, 'invalid-input', 'NEGATIVE', 'rawMaterial'],
	[
		'separate products without a key',
		'hayami',
		{
			jointMode: 'separate',
			outputs: [
				{ name: 'a', quantity: 1, price: 1 },
				{ name: 'b', quantity: 1, price: 1 },
			],
		},
		'missing-input',
		'ALLOCATION_KEY_REQUIRED',
		'allocationKey',
	],
	// Costs, depreciation, appraisal
	[
		'a life of 0',
		'straight-line-depreciation',
		{ items: [{ name: 'a', purchaseValue: 1, life: 0 }] },
		'invalid-input',
		'NOT_POSITIVE',
		'items[0].life',
	],
	[
		'processes that disagree',
		'cost-structure',
		{ outputPerProcess: 60 },
		'invalid-input',
		'RUNS_DISAGREE',
		'processesPerPeriod',
	],
	['a rate of -100 %', 'npv', { rate: -1 }, 'invalid-input', 'RATE_TOO_LOW', 'rate'],
	['no cash flows', 'npv', { cashFlows: [] }, 'missing-input', 'MISSING_INPUT', 'cashFlows'],
	['flows of one sign', 'irr', { cashFlows: [100, 39] }, 'undefined', 'NO_SIGN_CHANGE', 'cashFlows'],
	['flows of nothing', 'irr', { cashFlows: [0, 0] }, 'undefined', 'NO_SIGN_CHANGE', 'cashFlows'],
	[
		'a root beyond the search',
		'irr',
		{ cashFlows: [-1, 100], financeRate: null, reinvestRate: null },
		'undefined',
		'NO_IRR_IN_RANGE',
		'cashFlows',
	],
	[
		'dated flows of one sign',
		'xirr',
		{ cashFlows: [1, 2, 3, 4, 5] },
		'undefined',
		'NO_SIGN_CHANGE',
		'cashFlows',
	],
	[
		'dated flows of one day',
		'xirr',
		{ cashFlows: [-1, 2], dates: ['2024-01-01', '2024-01-01'] },
		'undefined',
		'SAME_DAY',
		'dates',
	],
	[
		'nothing put in',
		'sroi',
		{ investments: [{ name: 'a', value: 0 }] },
		'undefined',
		'ZERO_DENOMINATOR',
		'investments',
	],
	[
		'a share above 1',
		'sroi',
		{
			outcomes: [
				{
					stakeholder: 'a',
					outcome: 'b',
					quantity: 1,
					proxy: 1,
					deadweight: 1.1,
					displacement: 0,
					attribution: 0,
					dropOff: 0,
				},
			],
		},
		'invalid-input',
		'NOT_A_FRACTION',
		'outcomes[0].deadweight',
	],
	// CPI and companions
	[
		'a measurement of 0 has no ratio',
		'cpi',
		{
			matrix: [
				[0, 1, 5],
				[20, 1, 6],
			],
		},
		'invalid-input',
		'NO_RATIO_SCALE',
		'matrix[0][0]',
	],
	[
		'a measurement below 0',
		'cpi',
		{
			matrix: [
				[30, 1, 5],
				[20, 1, -6],
			],
		},
		'invalid-input',
		'NO_RATIO_SCALE',
		'matrix[1][2]',
	],
	['a weight below 0', 'cpi', { weights: [0.5, 0.7, -0.2] }, 'invalid-input', 'NEGATIVE', 'weights[2]'],
	['weights of nothing', 'cpi', { weights: [0, 0, 0] }, 'invalid-input', 'ZERO_WEIGHTS', 'weights'],
	[
		'a score of 0',
		'mpe',
		{
			matrix: [
				[0, 1],
				[2, 3],
			],
			weights: [1, 1],
			directions: ['benefit', 'benefit'],
		},
		'invalid-input',
		'NOT_POSITIVE',
		'matrix[0][0]',
	],
	[
		'a cost of 0',
		'saw',
		{ matrix: [[1, 0]], weights: [1, 1], directions: ['benefit', 'cost'] },
		'invalid-input',
		'COST_NOT_POSITIVE',
		'matrix[0][1]',
	],
	[
		'alternatives alike',
		'topsis',
		{ matrix: [[1], [1]], weights: [1], directions: ['benefit'] },
		'undefined',
		'ZERO_DENOMINATOR',
		'matrix',
	],
	['one alternative', 'entropy', { matrix: [[1, 2]] }, 'undefined', 'ONE_ALTERNATIVE', 'matrix'],
	['one alternative', 'critic', { matrix: [[1, 2]] }, 'undefined', 'ONE_ALTERNATIVE', 'matrix'],
	['one alternative', 'gini', { matrix: [[1, 2]] }, 'undefined', 'ONE_ALTERNATIVE', 'matrix'],
	['one alternative', 'angle', { matrix: [[1, 2]] }, 'undefined', 'ONE_ALTERNATIVE', 'matrix'],
	['one alternative', 'variance', { matrix: [[1, 2]] }, 'undefined', 'ONE_ALTERNATIVE', 'matrix'],
	[
		'one alternative',
		'cilos',
		{ matrix: [[1, 2]], directions: null },
		'undefined',
		'ONE_ALTERNATIVE',
		'matrix',
	],
	[
		'one alternative',
		'idocriw',
		{ matrix: [[1, 2]], directions: null },
		'undefined',
		'ONE_ALTERNATIVE',
		'matrix',
	],
	[
		'two criteria that lose nothing',
		'cilos',
		{
			matrix: [
				[4, 4, 1],
				[2, 3, 2],
			],
			directions: null,
		},
		'ok',
		'',
		'',
	],
	[
		'a cost of 0 to turn round',
		'cilos',
		{
			matrix: [
				[1, 0],
				[2, 3],
			],
			directions: ['benefit', 'cost'],
		},
		'invalid-input',
		'COST_NOT_POSITIVE',
		'matrix[0][1]',
	],
	['no criteria', 'equal-weights', { criteria: 0 }, 'invalid-input', 'NOT_A_COUNT', 'criteria'],
	[
		'the best named the worst',
		'bwm',
		{ bestIndex: 0, worstIndex: 0, bestToOthers: [1, 2], othersToWorst: [1, 2] },
		'invalid-input',
		'BEST_IS_WORST',
		'worstIndex',
	],
	[
		'everything tied',
		'kendall-w',
		{
			ranks: [
				[1, 1],
				[2, 2],
			],
		},
		'undefined',
		'ALL_TIED',
		'ranks',
	],
	[
		'bounds without weights',
		'smaa',
		{ parameters: { weightModel: { kind: 'bounded', low: [0.6, 0.6] } } },
		'invalid-input',
		'NO_SUCH_WEIGHTS',
		'parameters.weightModel',
	],
	[
		'judgements that join nothing',
		'ahp',
		{
			criteriaMatrix: [
				[1, null],
				[null, 1],
			],
			alternativeMatrices: null,
		},
		'undefined',
		'NOT_CONNECTED',
		'criteriaMatrix',
	],
	// Livelihood
	[
		'nobody answered twice',
		'wilcoxon-signed-rank',
		{ before: [1, null], after: [null, 2] },
		'missing-input',
		'MISSING_INPUT',
		'before',
	],
	[
		'nobody answered',
		'satisfaction-index',
		{ scores: [[null, null]] },
		'missing-input',
		'NO_ANSWERS',
		'elements[0]',
	],
	// Co-operative
	[
		'an allocation of 105 %',
		'surplus-share',
		{
			allocation: [
				{ name: 'reserve', fund: 'reserve', pct: 65 },
				{ name: 'business', fund: 'member-business', pct: 40 },
			],
		},
		'invalid-input',
		'NOT_ONE_HUNDRED_PCT',
		'allocation',
	],
	['a loss to split', 'split', { total: -1 }, 'undefined', 'LOSS_NOT_DISTRIBUTED', 'total'],
	[
		'a loss of the harvest',
		'harvest-split',
		{ netSales: -1 },
		'undefined',
		'LOSS_NOT_DISTRIBUTED',
		'netSales',
	],
	[
		'shares of less than everything',
		'split',
		{
			rules: [
				{ name: 'a', pct: 30 },
				{ name: 'b', pct: 60 },
			],
		},
		'invalid-input',
		'NOT_ONE_HUNDRED_PCT',
		'rules',
	],
	[
		'a return on a qardh',
		'loan-schedule',
		{ contract: 'qardh', margin: 5 },
		'invalid-input',
		'QARDH_HAS_RETURN',
		'margin',
	],
	// Regional
	[
		'a sector nobody has',
		'location-quotient',
		{ region: [0], reference: [0] },
		'undefined',
		'ZERO_DENOMINATOR',
		'reference',
	],
	[
		'a sector only the region has',
		'location-quotient',
		{ region: [5], reference: [0] },
		'invalid-input',
		'REGION_OUTSIDE_REFERENCE',
		'reference[0]',
	],
	[
		'only new sectors',
		'shift-share',
		{ region: [[0, 5]], reference: [[0, 9]] },
		'undefined',
		'ZERO_DENOMINATOR',
		'region',
	],
	[
		'a region of nothing',
		'specialisation',
		{ region: [0, 0], reference: [1, 1] },
		'undefined',
		'ZERO_DENOMINATOR',
		'region',
	],
	['a trade without firms', 'cluster-index', { firms: 0 }, 'undefined', 'ZERO_DENOMINATOR', 'firms'],
	['a trade without workers', 'cluster-index', { workers: 0 }, 'undefined', 'ZERO_DENOMINATOR', 'workers'],
	[
		'a region above its country',
		'cluster-index',
		{ area: 577 },
		'invalid-input',
		'REGION_ABOVE_REFERENCE',
		'area',
	],
	[
		'a sector without output',
		'leontief',
		{ output: [0, 2000] },
		'undefined',
		'ZERO_DENOMINATOR',
		'output[0]',
	],
	[
		'inputs above the output',
		'leontief',
		{
			transactions: [
				[950, 500],
				[200, 100],
			],
		},
		'undefined',
		'NOT_PRODUCTIVE',
		'transactions',
	],
	// Programme and content analysis
	[
		'a loop nobody called recycling',
		'product-tree',
		{
			processes: [
				{ from: 'milk', to: 'curd' },
				{ from: 'curd', to: 'milk' },
			],
		},
		'invalid-input',
		'CYCLE',
		'processes[0]',
	],
	[
		'no rule in force',
		'eligibility',
		{ rules: [{ id: 'ktp', evidence: 'card', until: '2001-01-01' }], evidence: [] },
		'undefined',
		'NO_RULE_IN_FORCE',
		'rules',
	],
	[
		'codes that never vary',
		'krippendorff-alpha',
		{
			ratings: [
				[1, 1, 1],
				[1, 1, 1],
			],
		},
		'undefined',
		'NO_VARIATION',
		'ratings',
	],
	[
		'no unit coded twice',
		'krippendorff-alpha',
		{
			ratings: [
				[1, null],
				[null, 2],
			],
		},
		'undefined',
		'NO_PAIRED_UNIT',
		'ratings',
	],
	['a loss of the year', 'surplus-share', { surplus: -5 }, 'undefined', 'LOSS_NOT_DISTRIBUTED', 'surplus'],
	[
		'no flow below 0',
		'net-benefit-cost',
		{ cashFlows: [0, 5, 6] },
		'undefined',
		'ZERO_DENOMINATOR',
		'cashFlows',
	],
	[
		'nothing in any year',
		'sector-share',
		{ values: [[0, 0]], years: [2020, 2021], sectors: null, printedTotals: null },
		'undefined',
		'ZERO_DENOMINATOR',
		'values',
	],
	[
		'a year before of nothing',
		'growth-contribution',
		{
			values: [
				[0, 1512],
				[0, 8690],
			],
		},
		'undefined',
		'ZERO_DENOMINATOR',
		'values',
	],
	[
		'nothing in the budget',
		'budget-absorption',
		{ lines: [{ name: 'a', budget: 0, realised: 0 }] },
		'undefined',
		'ZERO_DENOMINATOR',
		'lines',
	],
	['nobody to serve', 'service-capacity', { people: [0, 0] }, 'undefined', 'ZERO_DENOMINATOR', 'people'],
	[
		'rows all tied',
		'friedman',
		{
			matrix: [
				[1, 1],
				[2, 2],
			],
		},
		'undefined',
		'NO_VARIATION',
		'matrix',
	],
];

/** [what is odd, method, change, step, reason of the step] where the answer as a whole still is one. */
const openSteps: readonly (readonly [string, Id, Change, string, string])[] = [
	['output value 0', 'hayami', { outputPrice: 0 }, 'valueAddedRatioPct', 'ZERO_DENOMINATOR'],
	['output value 0', 'hayami', { outputPrice: 0 }, 'profitRatePct', 'ZERO_DENOMINATOR'],
	['value added below 0', 'hayami', { outputPrice: 1 }, 'labourSharePct', 'NEGATIVE_BASE'],
	['value added below 0', 'hayami', { outputPrice: 1 }, 'profitOverValueAddedPct', 'NEGATIVE_BASE'],
	[
		'value added of 0',
		'hayami',
		{ output: 10, rawMaterial: 10, outputPrice: 3000, rawMaterialPrice: 2000, otherInputs: 1000 },
		'labourSharePct',
		'ZERO_DENOMINATOR',
	],
	[
		'value added of 0',
		'hayami',
		{ output: 10, rawMaterial: 10, outputPrice: 3000, rawMaterialPrice: 2000, otherInputs: 1000 },
		'profitOverValueAddedPct',
		'ZERO_DENOMINATOR',
	],
	[
		'a margin of 0',
		'hayami',
		{ output: 10, rawMaterial: 10, outputPrice: 2000, rawMaterialPrice: 2000 },
		'marginLabourPct',
		'ZERO_DENOMINATOR',
	],
	['a margin below 0', 'hayami', { outputPrice: 1 }, 'marginLabourPct', 'NEGATIVE_BASE'],
	['a margin below 0', 'hayami', { outputPrice: 1 }, 'marginOtherInputsPct', 'NEGATIVE_BASE'],
	['a margin below 0', 'hayami', { outputPrice: 1 }, 'marginProfitPct', 'NEGATIVE_BASE'],
	['no row 9', 'hayami', { otherInputs: null, otherInputLines: undefined }, 'profit', 'MISSING_INPUT'],
	['no hired labour', 'hayami-break-even', { labour: 0 }, 'breakEven.wage', 'ZERO_DENOMINATOR'],
	[
		'a price below the variable cost',
		'cost-structure',
		{ products: [{ name: 'feed', quantity: 944, price: 100 }] },
		'breakEvenUnits',
		'NO_BREAK_EVEN',
	],
	['an investment never recovered', 'payback', { evenCash: -5 }, 'payback', 'NOT_RECOVERED'],
	['several internal rates', 'irr', { cashFlows: [-100, 230, -132] }, 'irr', 'MULTIPLE_IRR'],
	[
		'nothing put in at the start',
		'net-benefit-cost',
		{ cashFlows: [0, -5, 60] },
		'profitabilityIndex',
		'ZERO_DENOMINATOR',
	],
	[
		'full marks before',
		'slia',
		{
			assets: [
				{ name: 'a', indicators: [{ name: 'i', polarity: 'positive', before: [5, 5], after: [5, 5] }] },
			],
		},
		'assets[0].attainablePct',
		'ZERO_DENOMINATOR',
	],
	[
		'nothing moved',
		'wilcoxon-signed-rank',
		{ before: [1, 2], after: [1, 2] },
		'rankBiserial',
		'ZERO_DENOMINATOR',
	],
	['nothing moved', 'wilcoxon-signed-rank', { before: [1, 2], after: [1, 2] }, 'rZ', 'ZERO_DENOMINATOR'],
	[
		'one who took part',
		'difference-in-differences',
		{ participants: { differences: [1] } },
		'standardError',
		'TOO_FEW',
	],
	[
		'a new sector',
		'shift-share',
		{
			region: [
				[0, 5],
				[100, 115],
				[110, 85],
				[300, 390],
			],
		},
		'factors.mix',
		'ZERO_DENOMINATOR',
	],
	[
		'a sector the reference lacks',
		'specialisation',
		{ region: [1, 1], reference: [2, 0] },
		'gini',
		'ZERO_DENOMINATOR',
	],
	[
		'an empty line of the budget',
		'budget-absorption',
		{
			lines: [
				{ name: 'a', budget: 0, realised: 0 },
				{ name: 'b', budget: 5, realised: 0 },
			],
		},
		'lines[0].absorptionPct',
		'ZERO_DENOMINATOR',
	],
	[
		'a sector nobody has',
		'location-quotient',
		{ region: [0, 5], reference: [0, 9], regionTotal: null, referenceTotal: null },
		'sectors[0].locationQuotient',
		'ZERO_DENOMINATOR',
	],
	[
		'a new sector',
		'dynamic-location-quotient',
		{
			region: [
				[0, 110, 121],
				[200, 204, 208],
			],
		},
		'sectors[0].dynamicLocationQuotient',
		'ZERO_DENOMINATOR',
	],
	[
		'nobody answered before',
		'slia',
		{
			assets: [
				{ name: 'a', indicators: [{ name: 'i', polarity: 'positive', before: [null, null], after: [5, 5] }] },
			],
		},
		'assets[0].change',
		'NO_ANSWERS',
	],
];

/** [what is odd, method, change, warning, place] beside a value that stands. */
const warned: readonly (readonly [string, Id, Change, string, string | undefined])[] = [
	[
		'no row 9',
		'hayami',
		{ otherInputs: null, otherInputLines: undefined },
		'VALUE_ADDED_UPPER_BOUND',
		'valueAdded',
	],
	['value added below 0', 'hayami', { outputPrice: 1 }, 'NEGATIVE_VALUE_ADDED', 'valueAdded'],
	[
		'more comes out than goes in',
		'hayami',
		{ output: 60, rawMaterial: 50 },
		'CONVERSION_ABOVE_ONE',
		'conversionFactor',
	],
	['free raw material', 'hayami', { rawMaterialPrice: 0 }, 'FREE_RAW_MATERIAL', 'rawMaterialPrice'],
	[
		'worth more at the end',
		'straight-line-depreciation',
		{ items: [{ name: 'a', purchaseValue: 1, salvageValue: 2, life: 3 }] },
		'SALVAGE_ABOVE_PURCHASE',
		'items[0].salvageValue',
	],
	['several internal rates', 'irr', { cashFlows: [-100, 230, -132] }, 'MULTIPLE_IRR', 'irr'],
	['weights that do not sum to 1', 'cpi', { weights: [1, 1, 1] }, 'WEIGHTS_SUM_NOT_ONE', 'weights'],
	[
		'a column of zeros',
		'topsis',
		{
			matrix: [
				[0, 1],
				[0, 2],
			],
			weights: [0.5, 0.5],
			directions: ['benefit', 'benefit'],
		},
		'ZERO_COLUMN',
		'criteria[0]',
	],
	[
		'nothing varies',
		'entropy',
		{
			matrix: [
				[1, 2],
				[1, 2],
			],
		},
		'EQUAL_WEIGHTS',
		'matrix',
	],
	[
		'nothing varies',
		'gini',
		{
			matrix: [
				[1, 2],
				[1, 2],
			],
		},
		'EQUAL_WEIGHTS',
		'matrix',
	],
	[
		'nothing varies',
		'angle',
		{
			matrix: [
				[1, 2],
				[1, 2],
			],
		},
		'EQUAL_WEIGHTS',
		'matrix',
	],
	[
		'nothing varies',
		'variance',
		{
			matrix: [
				[1, 2],
				[1, 2],
			],
		},
		'EQUAL_WEIGHTS',
		'matrix',
	],
	[
		'several are best',
		'cilos',
		{
			matrix: [
				[4, 1],
				[4, 2],
				[1, 3],
			],
			directions: null,
		},
		'BEST_TIED',
		'matrix[0][0]',
	],
	[
		'never first',
		'smaa',
		{
			matrix: [
				[1, 1],
				[0, 0],
			],
			parameters: { draws: 50 },
		},
		'NO_FIRST_RANK',
		'matrix[1]',
	],
	['nothing moved', 'wilcoxon-signed-rank', { before: [1, 2], after: [1, 2] }, 'NOTHING_MOVED', 'before'],
	[
		'too few moved',
		'wilcoxon-signed-rank',
		{ before: [1, 2, 1, 1, 1], after: [2, 3, 2, 3, 4] },
		'CANNOT_REACH_SIGNIFICANCE',
		'p',
	],
	[
		'no business with members',
		'surplus-share',
		{ members: [{ name: 'A', transactions: 0, savings: 5 }] },
		'POOL_TO_RESERVE',
		'members.transactions',
	],
	[
		'a new sector',
		'shift-share',
		{
			region: [
				[0, 5],
				[100, 115],
				[110, 85],
				[300, 390],
			],
		},
		'NEW_SECTOR',
		'region[0]',
	],
	[
		'current prices',
		'growth-contribution',
		{ priceBasis: 'ADHB', baseYear: null },
		'NOMINAL_FIGURES',
		'priceBasis',
	],
	['too many respondents to tell', 'grim', { n: 500, maxN: 500 }, 'GRIM_NO_POWER', 'n'],
	[
		'more spent than planned',
		'budget-absorption',
		{ lines: [{ name: 'a', budget: 1, realised: 2 }] },
		'SPENT_ABOVE_BUDGET',
		'lines[0].realised',
	],
	[
		'units coded once',
		'krippendorff-alpha',
		{
			ratings: [
				[1, 2, 3],
				[1, 3, null],
			],
		},
		'UNITS_WITHOUT_PAIR',
		'ratings',
	],
];

describe('no value, with the reason', () => {
	it.each(refusals)('%s: %s', (_, id, change, status, reason, at) => {
		const found = answer(id, change);
		expect([found.status, found.reason ?? '', found.at ?? '']).toEqual([status, reason, at]);
		if (status !== 'ok') expect(found.result).toBeNull();
	});

	it.each(openSteps)('%s: %s has no %s', (_, id, change, step, reason) => {
		const found = answer(id, change);
		expect(found.status).toBe('ok');
		const open = found.steps.find((one) => one.id === step);
		expect([open?.value, open?.reason]).toEqual([null, reason]);
	});

	it.each(warned)('%s: %s says so', (_, id, change, code, at) => {
		const found = answer(id, change);
		expect(found.status).toBe('ok');
		expect(found.warnings.map((one) => [one.code, one.at])).toContainEqual([code, at]);
	});
});
