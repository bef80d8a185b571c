/** What the additive, product, ratio and compromise rankings take, as Valibot schemas by method id. */
import * as v from 'valibot';

const finite = v.pipe(v.number(), v.finite());
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
const share = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1));

const choice = <const Options extends readonly string[]>(options: Options, text: string) =>
	v.nullish(v.pipe(v.picklist(options), v.description(text)));

const renormalizeWeights = v.nullish(
	v.pipe(v.boolean(), v.description('bring the weights to a sum of 1; false unless stated')),
);

const matrixOf = (cell: v.GenericSchema<number>) =>
	v.pipe(
		v.array(v.pipe(v.array(cell), v.minLength(1), v.maxLength(1000))),
		v.minLength(1),
		v.maxLength(100_000),
		v.description('rows are alternatives, columns are criteria'),
	);

const directions = v.pipe(v.array(v.picklist(['benefit', 'cost'])), v.minLength(1), v.maxLength(1000));

const weightsOf = (weight: v.GenericSchema<number>, text: string) =>
	v.pipe(v.array(weight), v.minLength(1), v.maxLength(1000), v.description(text));

const usedAsGiven = weightsOf(amount, 'one a criterion; used as given');

const ranking = <Entries extends v.ObjectEntries>(
	parameters: Entries,
	cell: v.GenericSchema<number> = finite,
) =>
	v.strictObject({
		matrix: matrixOf(cell),
		weights: usedAsGiven,
		directions,
		parameters: v.nullish(v.strictObject({ renormalizeWeights, ...parameters })),
	});

const cpi = v.strictObject({
	matrix: v.nullish(matrixOf(finite)),
	respondents: v.nullish(
		v.pipe(
			v.array(v.array(v.array(v.nullable(finite)))),
			v.minLength(1),
			v.maxLength(10_000),
			v.description('in place of matrix: one matrix a respondent, null where there is no answer'),
		),
	),
	weights: weightsOf(amount, 'one a criterion; used as given; within the aspect when aspects are given'),
	directions,
	parameters: v.nullish(
		v.strictObject({
			renormalizeWeights,
			reference: v.nullish(
				v.pipe(
					v.union([
						v.picklist(['min', 'max', 'first']),
						v.strictObject({ fixed: v.union([positive, v.array(positive)]) }),
					]),
					v.description('min unless stated; fixed: one value for all or one a criterion'),
				),
			),
			scale: v.nullish(
				v.pipe(v.picklist([100, 1]), v.description('index of the reference; 100 unless stated')),
			),
			aggregate: choice(
				['ratings-first', 'transform-first'],
				'over respondents; ratings-first unless stated',
			),
			mean: choice(['arithmetic', 'geometric'], 'over respondents; arithmetic unless stated'),
			shift: v.nullish(
				v.pipe(
					v.union([finite, v.array(finite)]),
					v.description(
						'constant added to every value, one for all or one a criterion; it changes the results',
					),
				),
			),
			aspects: v.nullish(
				v.pipe(
					v.array(
						v.strictObject({
							name: v.optional(v.string()),
							weight: amount,
							criteria: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.minLength(1)),
						}),
					),
					v.minLength(1),
					v.description('two-level weights; criteria are columns counted from 0'),
				),
			),
		}),
	),
});

export const ratioAndCompromiseSchemas = {
	cpi,
	saw: ranking({ normalization: choice(['max', 'minmax', 'sum', 'vector'], 'max unless stated') }),
	wpm: ranking({ normalization: choice(['none', 'max', 'sum'], 'none unless stated') }, positive),
	waspas: ranking({
		lambda: v.nullish(v.pipe(share, v.description('share of the weighted sum; 0.5 unless stated'))),
	}),
	mpe: v.strictObject({
		matrix: matrixOf(positive),
		weights: weightsOf(positive, 'importance of each criterion, a whole number above 0'),
		directions,
		parameters: v.nullish(
			v.strictObject({
				highestScore: v.nullish(
					v.pipe(positive, v.description('top of the scale; a cost is turned round with it')),
				),
			}),
		),
	}),
	topsis: ranking({ normalization: choice(['vector', 'minmax'], 'vector unless stated') }),
	vikor: ranking({
		v: v.nullish(v.pipe(share, v.description('weight of the strategy of the majority; 0.5 unless stated'))),
	}),
	moora: ranking({}),
	copras: ranking({}, amount),
	aras: ranking({
		optimal: v.nullish(
			v.pipe(
				v.array(finite),
				v.description('optimal value of each criterion; the best of each column unless stated'),
			),
		),
	}),
};
