/** What the group methods take, as Valibot schemas by method id. */
import * as v from 'valibot';

const finite = v.pipe(v.number(), v.finite());
const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
const whole = (least: number, most: number, text: string) =>
	v.nullish(
		v.pipe(v.number(), v.finite(), v.integer(), v.minValue(least), v.maxValue(most), v.description(text)),
	);
const choice = <const Options extends readonly string[]>(choices: Options, text: string) =>
	v.nullish(v.pipe(v.picklist(choices), v.description(text)));

const voters = {
	ranks: v.nullish(
		v.pipe(
			v.array(v.pipe(v.array(positive), v.minLength(2), v.maxLength(1000))),
			v.maxLength(10_000),
			v.description('one row a voter, one column an alternative; 1 is the best; or scores'),
		),
	),
	scores: v.nullish(
		v.pipe(
			v.array(v.pipe(v.array(finite), v.minLength(2), v.maxLength(1000))),
			v.maxLength(10_000),
			v.description('in place of ranks'),
		),
	),
	better: choice(['higher', 'lower'], 'of the scores; higher unless stated'),
	voterWeights: v.nullish(v.pipe(v.array(positive), v.maxLength(10_000))),
};
const votes = v.strictObject({ ...voters, parameters: v.nullish(v.strictObject({})) });

const judgement = {
	priority: choice(['eigenvector', 'geometric-mean', 'column-mean'], 'eigenvector unless stated'),
	randomIndex: choice(['saaty', 'donegan-dodd', 'alonso-lamata'], 'saaty unless stated'),
	inconsistent: choice(['flag', 'exclude'], 'members with a ratio above 0.10; flag unless stated'),
};
const members = {
	judgements: v.nullish(
		v.pipe(
			v.array(v.pipe(v.array(v.array(v.nullish(positive))), v.minLength(1), v.maxLength(100))),
			v.maxLength(1000),
			v.description('one matrix a member'),
		),
	),
	priorities: v.nullish(
		v.pipe(
			v.array(v.pipe(v.array(finite), v.minLength(2), v.maxLength(100))),
			v.maxLength(1000),
			v.description('one row a member, in place of judgements'),
		),
	),
	memberWeights: v.nullish(v.pipe(v.array(positive), v.maxLength(1000))),
};

export const groupSchemas = {
	'aggregate-judgements': v.strictObject({
		...members,
		parameters: v.nullish(v.strictObject(judgement)),
	}),
	'aggregate-priorities': v.strictObject({
		...members,
		parameters: v.nullish(
			v.strictObject({
				...judgement,
				mean: choice(['geometric', 'arithmetic'], 'geometric unless stated'),
			}),
		),
	}),
	'ahp-consensus': v.strictObject({
		...members,
		parameters: v.nullish(v.strictObject({ ...judgement, scaleMaximum: whole(2, 1000, '9 unless stated') })),
	}),
	borda: votes,
	copeland: votes,
	'kendall-w': v.strictObject({
		...voters,
		parameters: v.nullish(
			v.strictObject({
				permutations: whole(100, 1_000_000, 'random shuffles; every order is counted unless stated'),
				seed: whole(0, 2_147_483_647, '1 unless stated'),
			}),
		),
	}),
	'rank-similarity': v.strictObject({
		x: v.pipe(v.array(finite), v.maxLength(5000), v.description('the reference')),
		y: v.pipe(v.array(finite), v.maxLength(5000)),
		parameters: v.nullish(
			v.strictObject({
				values: choice(['ranks', 'scores'], 'ranks unless stated'),
				better: choice(['higher', 'lower'], 'of scores; higher unless stated'),
			}),
		),
	}),
};
