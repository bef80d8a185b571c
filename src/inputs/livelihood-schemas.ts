/** What the livelihood methods take, as Valibot schemas by method id. */
import * as v from 'valibot';

const said = <Schema extends v.GenericSchema>(schema: Schema, text: string) =>
	v.pipe(schema, v.description(text));

const finite = v.pipe(v.number(), v.finite());
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const share = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1));
const whole = (least: number, most: number) =>
	v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const answers = v.pipe(v.array(v.nullable(finite)), v.maxLength(10_000));
const alternative = v.optional(said(v.picklist(['two-sided', 'greater', 'less']), 'two-sided unless stated'));
const distribution = v.optional(said(v.picklist(['auto', 'exact', 'normal']), 'auto unless stated'));

const paired = {
	before: v.nullish(said(answers, 'one per respondent; null where not answered')),
	after: v.nullish(said(answers, 'in the same order')),
	differences: v.nullish(said(answers, 'after - before, in place of both')),
};

const wave = v.union([finite, answers]);

const indicator = v.strictObject({
	name: v.string(),
	polarity: said(v.picklist(['positive', 'negative']), 'whether a high score is good'),
	weight: v.nullish(v.pipe(v.number(), v.finite(), v.gtValue(0), v.description('1 unless stated'))),
	before: wave,
	after: wave,
	printedChange: v.nullish(said(finite, 'to be checked')),
});

export const livelihoodSchemas = {
	slia: v.strictObject({
		assets: v.pipe(
			v.array(
				v.strictObject({
					name: v.string(),
					indicators: v.pipe(v.array(indicator), v.minLength(1), v.maxLength(200)),
				}),
			),
			v.minLength(1),
			v.maxLength(50),
		),
		scale: v.nullish(v.strictObject({ min: finite, max: finite })),
		aggregation: v.nullish(said(v.picklist(['respondent', 'indicator']), 'respondent unless stated')),
		minimumAnswered: v.nullish(said(share, '0.6 unless stated')),
		respondents: v.nullish(said(whole(1, 1_000_000), 'whole scores behind the means')),
		decimals: v.nullish(said(whole(0, 6), 'of the means; 2 unless stated')),
		duplicates: v.nullish(said(v.picklist(['exclude', 'keep']), 'exclude unless stated')),
	}),
	'wilcoxon-signed-rank': v.pipe(
		v.strictObject({
			...paired,
			zeros: v.nullish(said(v.picklist(['pratt', 'wilcox', 'zsplit']), 'pratt unless stated')),
			alternative,
			distribution,
			continuity: v.nullish(v.boolean()),
		}),
		v.minEntries(1),
	),
	'bootstrap-interval': v.pipe(
		v.strictObject({
			...paired,
			values: v.nullish(said(answers, 'one per respondent, in place of before and after')),
			statistic: v.nullish(said(v.picklist(['mean', 'median', 'rank-biserial']), 'mean unless stated')),
			resamples: v.nullish(said(whole(100, 1_000_000), '10,000 unless stated')),
			level: v.nullish(v.pipe(v.number(), v.gtValue(0), v.ltValue(1), v.description('0.95 unless stated'))),
			seed: v.nullish(said(whole(-(2 ** 31), 2 ** 31), '1 unless stated')),
		}),
		v.minEntries(1),
	),
	holm: v.strictObject({
		pValues: v.pipe(v.array(share), v.minLength(1), v.maxLength(10_000)),
		names: v.nullish(v.pipe(v.array(v.string()), v.maxLength(10_000))),
		alpha: v.nullish(said(share, '0.05 unless stated')),
	}),
	'mann-whitney': v.strictObject({
		x: said(answers, 'the first group'),
		y: said(answers, 'the second group'),
		alternative,
		distribution,
		continuity: v.nullish(v.boolean()),
	}),
	'difference-in-differences': v.strictObject({
		participants: said(v.pipe(v.strictObject(paired), v.minEntries(1)), 'those who took part'),
		comparison: said(v.pipe(v.strictObject(paired), v.minEntries(1)), 'those who did not'),
		alternative: v.nullish(
			said(v.picklist(['two-sided', 'greater', 'less']), 'two-sided unless stated; greater: participants'),
		),
		permutations: v.nullish(said(whole(100, 1_000_000), 'random ones; 10,000 unless stated')),
		seed: v.nullish(said(whole(0, 2_147_483_647), '1 unless stated')),
	}),
	friedman: v.strictObject({
		matrix: v.pipe(
			v.array(v.pipe(v.array(finite), v.minLength(2), v.maxLength(1000))),
			v.minLength(2),
			v.maxLength(10_000),
			v.description('a row for each respondent'),
		),
	}),
	grim: v.strictObject({
		means: v.pipe(v.array(finite), v.minLength(1), v.maxLength(1000), v.description('as printed')),
		decimals: v.nullish(said(whole(0, 6), '2 unless stated')),
		n: v.nullish(said(whole(1, 1_000_000), 'the number of respondents the text gives')),
		items: v.nullish(said(whole(1, 1000), 'items averaged within a respondent; 1 unless stated')),
		maxN: v.nullish(said(whole(1, 1000), '100 unless stated')),
		rounding: v.nullish(said(v.picklist(['half-up', 'half', 'any']), 'half-up unless stated')),
	}),
	'satisfaction-index': v.pipe(
		v.strictObject({
			scores: v.nullish(
				v.pipe(
					v.array(v.pipe(v.array(v.nullable(amount)), v.maxLength(200))),
					v.maxLength(100_000),
					v.description('a row for each respondent, a column for each element, 1 to 4'),
				),
			),
			elementMeans: v.nullish(v.pipe(v.array(amount), v.maxLength(200))),
			names: v.nullish(v.pipe(v.array(v.string()), v.maxLength(200))),
			weighting: v.nullish(said(v.picklist(['exact', 'official011']), 'exact unless stated')),
		}),
		v.minEntries(1),
	),
};
