/**
 * What each method takes, as a Valibot schema by method id: for forms, files and programs that want to check an
 * object before they send it, and as the JSON Schema of `sentra metode jelaskan`. The methods check for themselves;
 * a schema never lets through what a method then refuses for its type, sign or choice of words.
 * Unknown keys are refused here, because a misspelt option would otherwise be left out without a sound.
 */
import { measures } from '#methods/value-added/changed-input.ts';
import * as v from 'valibot';
import { ratioAndCompromiseSchemas } from './ratio-and-compromise-schemas.ts';
import { outrankingAndDistanceSchemas } from './outranking-and-distance-schemas.ts';
import { appraisalSchemas } from './appraisal-schemas.ts';
import { livelihoodSchemas } from './livelihood-schemas.ts';
import type { methods } from '#methods/index.ts';
import type { VariedInput } from '#methods/value-added/changed-input.ts';
import { weightsSchemas } from './weights-schemas.ts';
import { cooperativeSchemas } from './cooperative-schemas.ts';
import { regionalSchemas } from './regional-schemas.ts';
import { groupSchemas } from './group-schemas.ts';
import { programmeSchemas } from './programme-schemas.ts';
import { qualitativeSchemas } from './qualitative-schemas.ts';
import { robustnessSchemas } from './robustness-schemas.ts';

const described = (schema: v.GenericSchema<number>, text: string) => v.pipe(schema, v.description(text));

const finite = v.pipe(v.number(), v.finite());
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));

const maybe = (text: string) => v.nullish(described(amount, text));
const maybePositive = (text: string) => v.nullish(described(positive, text));

const pricedQuantity = v.strictObject({
	name: v.string(),
	quantity: described(amount, 'per process'),
	price: described(amount, 'rupiah per unit'),
});

const otherInputLine = v.strictObject({
	name: v.string(),
	group: v.picklist(['auxiliary', 'packaging', 'energy', 'transport', 'rent', 'depreciation', 'other']),
	cost: maybe('rupiah; or quantity and unitPrice'),
	quantity: maybe('with unitPrice, in place of cost'),
	unitPrice: maybe('rupiah per unit'),
	unit: v.optional(v.string()),
	per: v.optional(v.pipe(v.picklist(['process', 'month']), v.description('month needs processesPerPeriod'))),
});

const hayamiTable = v.strictObject({
	output: maybe('row 1, per process; may be left out when outputs are listed'),
	rawMaterial: described(amount, 'row 2, per process'),
	labour: maybe('row 3, direct labour per process, in HOK'),
	outputPrice: maybe('row 6, rupiah per unit of output'),
	wage: maybe('row 7, rupiah per unit of labour'),
	rawMaterialPrice: maybe('row 8, rupiah per unit of raw material'),
	otherInputs: maybe('row 9, rupiah per unit of raw material; left out it is unknown, not 0'),
	otherInputLines: v.optional(v.array(otherInputLine)),
	otherInputsScope: v.optional(
		v.pipe(
			v.picklist(['auxiliary-only', 'all-operating', 'all-operating+depreciation']),
			v.description('which lines count in row 9; all-operating+depreciation unless stated'),
		),
	),
	otherInputsBasis: v.optional(
		v.pipe(v.picklist(['raw-material', 'output']), v.description('what otherInputs is counted per')),
	),
	outputs: v.optional(v.array(pricedQuantity)),
	byProducts: v.optional(v.array(pricedQuantity)),
	jointMode: v.optional(v.picklist(['joint', 'byproduct-credit', 'separate'])),
	allocationKey: v.optional(
		v.pipe(v.picklist(['mass', 'sales-value']), v.description('required by jointMode separate')),
	),
	familyLabour: v.optional(
		v.strictObject({
			days: described(amount, 'unpaid part of labour'),
			imputedWage: maybe('wage unless stated'),
		}),
	),
	otherRawMaterials: v.optional(v.array(pricedQuantity)),
	processesPerPeriod: maybePositive('processes a month'),
	labourHours: maybePositive('hours in one unit of labour: 8 for a HOK, 1 for an hour'),
});

const variedInput = v.picklist([
	'outputPrice',
	'conversionFactor',
	'otherInputs',
	'rawMaterialPrice',
	'wage',
	'labourCoefficient',
	'output',
	'rawMaterial',
	'labour',
] satisfies VariedInput[]);

const measure = v.optional(v.pipe(v.picklist(measures), v.description('profit unless stated')));

const axis = v.strictObject({
	input: variedInput,
	values: v.optional(v.pipe(v.array(amount), v.maxLength(200))),
	low: maybe('first value; 10 % below today unless stated'),
	high: maybe('last value; 10 % above today unless stated'),
	points: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(200))),
});

const period = v.optional(v.pipe(v.picklist(['month', 'year']), v.description('month unless stated')));

const depreciationItem = v.strictObject({
	name: v.string(),
	purchaseValue: described(amount, 'rupiah for the whole line'),
	salvageValue: maybe('rupiah at the end of its life; 0 unless stated'),
	life: described(positive, 'in lifeUnit'),
	lifeUnit: v.optional(v.pipe(v.picklist(['month', 'year']), v.description('month unless stated'))),
	age: maybe('time in use, in lifeUnit'),
});

export const methodSchemas = {
	hayami: hayamiTable,
	'hayami-break-even': hayamiTable,
	'hayami-sensitivity': v.strictObject({
		base: hayamiTable,
		measure,
		changePct: maybePositive('stand-in for ranges nobody gave; 10 unless stated'),
		ranges: v.optional(
			v.pipe(v.array(v.strictObject({ input: variedInput, low: amount, high: amount })), v.maxLength(100)),
		),
		inputs: v.optional(v.pipe(v.array(variedInput), v.maxLength(100))),
	}),
	'hayami-two-way': v.strictObject({ base: hayamiTable, row: axis, column: axis, measure }),
	'hayami-reconciliation': v.strictObject({
		table: hayamiTable,
		periodProfit: described(finite, 'profit of the cost table over the period, rupiah'),
		processesPerPeriod: maybePositive('that of the table unless stated'),
	}),
	'value-added-comparison': v.strictObject({
		products: v.pipe(
			v.array(
				v.strictObject({
					name: v.string(),
					input: hayamiTable,
					labourUnit: v.optional(v.string()),
					processesPerMonth: maybePositive('for the profit per month'),
				}),
			),
			v.minLength(1),
			v.maxLength(10_000),
		),
		hoursPerHok: maybePositive('the working day labour is brought to; 8 unless stated'),
	}),
	'cost-structure': v.strictObject({
		period,
		fixedCosts: v.optional(
			v.array(v.strictObject({ name: v.string(), cost: described(amount, 'rupiah per period') })),
		),
		depreciation: v.optional(v.array(depreciationItem)),
		variableCosts: v.optional(
			v.array(
				v.strictObject({
					name: v.string(),
					cost: maybe('rupiah; or quantity and unitPrice'),
					quantity: maybe('with unitPrice, in place of cost'),
					unitPrice: maybe('rupiah per unit'),
					per: v.optional(v.pipe(v.picklist(['process', 'period']), v.description('process unless stated'))),
				}),
			),
		),
		products: v.pipe(
			v.array(
				v.strictObject({
					name: v.string(),
					quantity: described(amount, 'per period'),
					price: described(amount, 'rupiah per unit'),
				}),
			),
			v.minLength(1),
		),
		processesPerPeriod: maybePositive('must agree with the quantities below'),
		rawMaterialPerPeriod: maybePositive('with rawMaterialPerProcess it tells the processes'),
		rawMaterialPerProcess: maybePositive('with rawMaterialPerPeriod it tells the processes'),
		outputPerPeriod: maybePositive('the quantity of the only product unless stated'),
		outputPerProcess: maybePositive('with outputPerPeriod it tells the processes'),
		capacity: maybePositive('output a period the equipment could make'),
		investment: maybePositive('rupiah, for the payback'),
	}),
	'straight-line-depreciation': v.strictObject({
		items: v.pipe(v.array(depreciationItem), v.minLength(1)),
		period,
	}),
	payback: v.strictObject({
		investment: described(positive, 'rupiah put in at the start'),
		evenCash: v.nullish(described(finite, 'the same net cash every period; or cashFlows')),
		cashFlows: v.optional(v.array(finite)),
		discountRatePct: v.nullish(
			v.pipe(v.number(), v.finite(), v.gtValue(-100), v.description('percent per period')),
		),
	}),
	'labour-days': v.strictObject({
		groups: v.pipe(
			v.array(
				v.strictObject({
					name: v.optional(v.string()),
					kind: v.optional(v.picklist(['man', 'woman', 'child'])),
					persons: amount,
					days: amount,
					hoursPerDay: maybe('the hours of one HOK unless stated'),
				}),
			),
			v.minLength(1),
		),
		hoursPerHok: maybePositive('8 unless stated'),
		conversion: v.optional(
			v.strictObject({
				man: maybePositive('1 unless stated'),
				woman: maybePositive('1 unless stated'),
				child: maybePositive('required when children worked'),
			}),
		),
	}),
	...appraisalSchemas,
	...livelihoodSchemas,
	...weightsSchemas,
	...cooperativeSchemas,
	...ratioAndCompromiseSchemas,
	...outrankingAndDistanceSchemas,
	...regionalSchemas,
	...groupSchemas,
	...programmeSchemas,
	...qualitativeSchemas,
	...robustnessSchemas,
} satisfies Record<keyof typeof methods, v.GenericSchema>;
