/** What the outranking, distance and compromise rankings take, as Valibot schemas by method id. */
import { criterionKinds } from '#methods/decision/pvm.ts';
import * as v from 'valibot';

const finite = v.pipe(v.number(), v.finite());
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
const share = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1));

const shareOf = (text: string) => v.nullish(v.pipe(share, v.description(text)));
const choice = <const Options extends readonly string[]>(options: Options, text: string) =>
	v.nullish(v.pipe(v.picklist(options), v.description(text)));

const renormalizeWeights = v.nullish(
	v.pipe(v.boolean(), v.description('bring the weights to a sum of 1; false unless stated')),
);

const matrixOf = (cell: typeof finite | typeof amount, alternatives: number, most = 100_000) =>
	v.pipe(
		v.array(v.pipe(v.array(cell as typeof finite), v.minLength(1), v.maxLength(1000))),
		v.minLength(alternatives),
		v.maxLength(most),
		v.description('rows are alternatives, columns are criteria'),
	);

interface Size {
	readonly alternatives?: number;
	readonly most?: number;
	readonly cell?: typeof finite | typeof amount;
}

function ranking<Entries extends v.ObjectEntries>(
	parameters: Entries,
	{ alternatives = 1, most, cell = finite }: Size = {},
) {
	return v.strictObject({
		matrix: matrixOf(cell, alternatives, most),
		weights: v.pipe(
			v.array(amount),
			v.minLength(1),
			v.maxLength(1000),
			v.description('one a criterion; used as given'),
		),
		directions: v.pipe(v.array(v.picklist(['benefit', 'cost'])), v.minLength(1), v.maxLength(1000)),
		parameters: v.nullish(v.strictObject({ renormalizeWeights, ...parameters })),
	});
}

const shape = v.picklist(['usual', 'u-shape', 'v-shape', 'level', 'linear', 'gaussian']);
const threshold = (text: string) =>
	v.nullish(v.pipe(v.union([amount, v.array(v.nullable(amount))]), v.description(text)));

const stretches = (text: string) =>
	v.nullish(v.pipe(v.array(v.pipe(v.array(finite), v.minLength(2), v.maxLength(2))), v.description(text)));

export const outrankingAndDistanceSchemas = {
	'promethee-2': ranking(
		{
			preferenceFunctions: v.nullish(
				v.pipe(
					v.union([shape, v.array(v.nullable(shape))]),
					v.description('one for all or one a criterion; usual unless stated'),
				),
			),
			p: threshold('strict preference of v-shape, level and linear: one for all or one a criterion'),
			q: threshold('indifference of u-shape, level and linear: one for all or one a criterion'),
			s: v.nullish(
				v.pipe(
					v.union([positive, v.array(v.nullable(positive))]),
					v.description('turning point of gaussian: one for all or one a criterion'),
				),
			),
			sustainability: v.nullish(
				v.pipe(v.array(share), v.description('PROSA-C coefficients, one a criterion, 0 to 1')),
			),
		},
		{ alternatives: 2 },
	),
	'electre-1': ranking(
		{
			normalization: choice(['minmax', 'sum', 'vector', 'max', 'none'], 'minmax unless stated'),
			discordanceScale: choice(
				['largest-range', 'criterion-range', 'pair'],
				'what a loss is measured against; largest-range unless stated',
			),
			weightedDiscordance: v.nullish(
				v.pipe(v.boolean(), v.description('normalised values times weights; false unless stated')),
			),
			concordanceThreshold: shareOf('0.65 unless stated'),
			discordanceThreshold: shareOf('0.35 unless stated'),
		},
		{ alternatives: 2, most: 5_000 },
	),
	edas: ranking({}),
	mabac: ranking({}),
	marcos: ranking({}, { cell: amount }),
	codas: ranking(
		{ tau: shareOf('threshold of the Euclidean distance; 0.02 unless stated') },
		{ cell: amount },
	),
	cocoso: ranking({
		lambda: shareOf('share of the weighted sum in strategy c; 0.5 unless stated'),
		strategy: choice(['a', 'b', 'c', 'combined'], 'which score ranks; combined unless stated'),
	}),
	spotis: ranking({
		bounds: v.nullish(
			v.pipe(
				v.array(v.pipe(v.array(finite), v.minLength(2), v.maxLength(2))),
				v.description('[least, most] of each criterion; from the columns, with a warning, unless stated'),
			),
		),
		idealPoint: v.nullish(
			v.pipe(v.array(finite), v.description('expected solution point, one value a criterion')),
		),
		idealPointShare: shareOf('Balanced SPOTIS: share of the distance from idealPoint; 1 unless stated'),
	}),
	mairca: ranking({}),
	ram: ranking({}, { cell: amount }),
	aroman: ranking(
		{
			beta: shareOf('share of the range scale; 0.5 unless stated'),
			lambda: shareOf('exponent of the costs; 0.5 unless stated'),
		},
		{ cell: amount },
	),
	lmaw: ranking({}, { cell: amount }),
	cradis: ranking({}, { cell: amount }),
	probid: ranking({}, { most: 1_000 }),
	rim: ranking({
		bounds: stretches('[least, most] of each scale; from the columns, with a warning, unless stated'),
		idealRanges: stretches('[from, to] of what is ideal; the better bound unless stated'),
	}),
	pvm: ranking({
		kinds: v.nullish(
			v.pipe(v.array(v.picklist(criterionKinds)), v.description('from the directions unless stated')),
		),
		preferred: v.nullish(v.pipe(v.array(finite), v.description('better quartile or end unless stated'))),
		avoided: v.nullish(v.pipe(v.array(finite), v.description('worse quartile or end unless stated'))),
	}),
};
