/** What the robustness methods take, as Valibot schemas by method id. */
import * as v from 'valibot';
import { rankingMethodIds } from '#methods/decision/ranking-methods.ts';
import { beyondKinds } from '#methods/decision/partial-value.ts';
import { levelKinds, valueKinds, weightKinds } from '#methods/decision/smaa-input.ts';

const finite = v.pipe(v.number(), v.finite());
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
const row = (cell: v.GenericSchema<number>) => v.pipe(v.array(cell), v.maxLength(100));
const whole = (least: number, most: number) =>
	v.pipe(v.number(), v.finite(), v.integer(), v.minValue(least), v.maxValue(most));

const choice = <const Options extends readonly string[]>(options: Options, text: string) =>
	v.nullish(v.pipe(v.picklist(options), v.description(text)));

const table = (most: number, least = 2) => ({
	matrix: v.pipe(
		v.array(v.pipe(v.array(finite), v.minLength(1), v.maxLength(most))),
		v.minLength(least),
		v.maxLength(most),
		v.description('rows are alternatives, columns are criteria'),
	),
	directions: v.pipe(v.array(v.picklist(['benefit', 'cost'])), v.minLength(1), v.maxLength(most)),
});

const weights = v.pipe(
	v.array(amount),
	v.minLength(1),
	v.maxLength(100),
	v.description('one a criterion; brought to a sum of 1'),
);

const ranker = {
	method: choice(
		['additive', ...rankingMethodIds] as const,
		'the ranking asked about; additive unless stated',
	),
	methodParameters: v.nullish(v.pipe(v.looseObject({}), v.description('parameters of that method'))),
	scale: choice(['none', 'minmax'], 'of the additive model; none unless stated'),
};

const groups = v.nullish(
	v.pipe(
		v.array(
			v.strictObject({
				name: v.nullish(v.string()),
				criteria: v.pipe(v.array(whole(0, 1000)), v.minLength(1), v.maxLength(1000)),
			}),
		),
		v.minLength(1),
		v.maxLength(1000),
		v.description('aspects; criteria are columns counted from 0'),
	),
);

export const robustnessSchemas = {
	'weight-threshold': v.strictObject({
		...table(100),
		weights,
		parameters: v.nullish(v.strictObject({ ...ranker, groups })),
	}),

	'weight-recovery': v.strictObject({
		matrix: v.pipe(
			v.array(v.pipe(v.array(finite), v.minLength(1), v.maxLength(60))),
			v.minLength(1),
			v.maxLength(60),
			v.description('rows are alternatives, columns the figures that were weighted'),
		),
		totals: v.pipe(v.array(finite), v.minLength(1), v.maxLength(60), v.description('as printed')),
		directions: v.nullish(v.pipe(v.array(v.picklist(['benefit', 'cost'])), v.maxLength(60))),
		parameters: v.nullish(
			v.strictObject({
				tolerance: v.nullish(v.pipe(amount, v.description('of a total; 0.01 unless stated'))),
				groups,
				sum: v.nullish(v.pipe(amount, v.description('of all weights; free unless stated'))),
				groupSum: v.nullish(
					v.pipe(amount, v.description('of the weights of each aspect; free unless stated')),
				),
			}),
		),
	}),
	smaa: v.strictObject({
		...table(100),
		weights: v.nullish(weights),
		parameters: v.nullish(
			v.strictObject({
				...ranker,
				draws: v.nullish(v.pipe(whole(1, 1_000_000), v.description('10,000 unless stated'))),
				seed: v.nullish(v.pipe(whole(0, 2_147_483_647), v.description('1 unless stated'))),
				weightModel: v.nullish(
					v.strictObject({
						kind: choice(weightKinds, 'free unless stated; fixed needs weights'),
						low: v.nullish(row(amount)),
						high: v.nullish(row(amount)),
						ranks: v.nullish(v.pipe(row(positive), v.description('ordinal: 1 is the most important'))),
						groups,
						between: choice(levelKinds, 'two-level: weights of the aspects; free unless stated'),
						inside: choice(levelKinds, 'two-level: weights inside an aspect; free unless stated'),
						rows: v.nullish(
							v.pipe(
								v.array(row(amount)),
								v.maxLength(100_000),
								v.description('respondents: one row each; samples: one row a draw'),
							),
						),
					}),
				),
				valueModel: v.nullish(
					v.strictObject({
						kind: choice(valueKinds, 'exact unless stated'),
						spread: v.nullish(
							v.pipe(
								v.array(row(amount)),
								v.maxLength(100),
								v.description('uniform: half-width; normal: standard deviation; one row for all or one each'),
							),
						),
						matrices: v.nullish(
							v.pipe(
								v.array(v.pipe(v.array(row(finite)), v.maxLength(100))),
								v.maxLength(100_000),
								v.description('bootstrap: one matrix a respondent; samples: one a draw'),
							),
						),
					}),
				),
				valueFunctions: v.nullish(
					v.pipe(
						v.array(
							v.nullable(
								v.strictObject({
									cutoffs: v.pipe(row(finite), v.minLength(2), v.description('rising')),
									values: v.pipe(row(finite), v.minLength(2), v.description('the worth at each cut-off')),
									beyond: choice(beyondKinds, 'outside the cut-offs; refuse unless stated'),
								}),
							),
						),
						v.maxLength(100),
						v.description('additive model: what a measurement is worth, one a criterion'),
					),
				),
			}),
		),
	}),
	'leave-one-out': v.strictObject({
		...table(100),
		weights,
		parameters: v.nullish(v.strictObject(ranker)),
	}),
	'method-agreement': v.strictObject({
		...table(100),
		weights,
		parameters: v.nullish(
			v.strictObject({
				methods: v.nullish(
					v.pipe(
						v.array(v.picklist(rankingMethodIds)),
						v.minLength(1),
						v.maxLength(100),
						v.description('all ranking methods unless stated'),
					),
				),
			}),
		),
	}),
	'data-threshold': v.strictObject({
		...table(20),
		weights,
		parameters: v.nullish(
			v.strictObject({
				...ranker,
				limitPct: v.nullish(v.pipe(positive, v.description('percent of the value; 100 unless stated'))),
			}),
		),
	}),
};
