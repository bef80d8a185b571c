/** What the weighting methods take, as Valibot schemas by method id. */
import * as v from 'valibot';

const finite = v.pipe(v.number(), v.finite());
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
const index = v.nullish(v.pipe(v.number(), v.finite(), v.integer(), v.minValue(0), v.maxValue(1_000_000)));

const directionList = v.pipe(v.array(v.picklist(['benefit', 'cost'])), v.minLength(1), v.maxLength(1000));
const matrix = v.pipe(
	v.array(v.pipe(v.array(finite), v.minLength(1), v.maxLength(1000))),
	v.minLength(1),
	v.maxLength(100_000),
	v.description('rows are alternatives, columns are criteria'),
);
const directions = v.nullish(v.pipe(directionList, v.description('all benefit unless stated')));

const parameters = <Entries extends v.ObjectEntries>(entries: Entries) => v.nullish(v.strictObject(entries));
const none = parameters({});

const ranked = v.strictObject({
	ranks: v.pipe(
		v.array(positive),
		v.minLength(1),
		v.maxLength(1000),
		v.description('one a criterion, 1 is the most important; equal ranks are ties'),
	),
});

const nonNegativeMatrix = v.pipe(
	v.array(v.pipe(v.array(amount), v.minLength(1), v.maxLength(1000))),
	v.minLength(1),
	v.maxLength(100_000),
	v.description('rows are alternatives, columns are criteria; 0 or more'),
);
const ratioMatrix = v.pipe(
	v.array(v.pipe(v.array(positive), v.minLength(1), v.maxLength(1000))),
	v.minLength(1),
	v.maxLength(100_000),
	v.description('rows are alternatives, columns are criteria; above 0'),
);

const judgements = (text: string) =>
	v.pipe(
		v.array(v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(9))),
		v.minLength(2),
		v.maxLength(50),
		v.description(text),
	);

const judgementMatrix = v.pipe(
	v.array(v.array(v.nullish(positive))),
	v.minLength(1),
	v.maxLength(100),
	v.description('row over column; null on both sides of the diagonal is a missing judgement'),
);

/** Levels of criteria below one another: a recursive schema has no end that JSON Schema could be told. */
const level = <Below extends v.ObjectEntries>(below: Below) => ({
	criteriaMatrix: judgementMatrix,
	alternativeMatrices: v.nullish(v.array(v.nullish(judgementMatrix))),
	...below,
});
const under = <Entries extends v.ObjectEntries>(entries: Entries) => ({
	subcriteria: v.nullish(v.array(v.nullish(v.strictObject(entries)))),
});

const priority = v.nullish(
	v.pipe(
		v.picklist(['eigenvector', 'geometric-mean', 'column-mean']),
		v.description('eigenvector unless stated'),
	),
);
const randomIndex = v.nullish(
	v.pipe(v.picklist(['saaty', 'donegan-dodd', 'alonso-lamata']), v.description('saaty unless stated')),
);

export const weightsSchemas = {
	ahp: v.strictObject({
		...level(under(level(under(level(under(level({}))))))),
		parameters: parameters({
			priority,
			randomIndex,
			synthesis: v.nullish(
				v.pipe(v.picklist(['distributive', 'ideal']), v.description('distributive unless stated')),
			),
		}),
	}),
	entropy: v.strictObject({
		matrix: nonNegativeMatrix,
		directions,
		parameters: parameters({
			cost: v.nullish(
				v.pipe(v.picklist(['as-is', 'reciprocal']), v.description('cost columns; as-is unless stated')),
			),
		}),
	}),
	critic: v.strictObject({ matrix, directions, parameters: none }),
	merec: v.strictObject({ matrix: ratioMatrix, directions: directionList, parameters: none }),
	'standard-deviation': v.strictObject({
		matrix,
		directions,
		parameters: parameters({
			normalisation: v.nullish(v.pipe(v.picklist(['none', 'min-max']), v.description('none unless stated'))),
		}),
	}),
	'equal-weights': v.strictObject({
		criteria: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000)),
	}),
	angle: v.strictObject({ matrix: nonNegativeMatrix, directions, parameters: none }),
	variance: v.strictObject({ matrix, directions, parameters: none }),
	gini: v.strictObject({ matrix: nonNegativeMatrix, directions, parameters: none }),
	cilos: v.strictObject({ matrix: nonNegativeMatrix, directions, parameters: none }),
	idocriw: v.strictObject({ matrix: nonNegativeMatrix, directions, parameters: none }),
	'rank-order-centroid': ranked,
	'rank-sum': ranked,
	'rank-reciprocal': ranked,
	swara: v.strictObject({
		comparativeImportance: v.pipe(
			v.array(amount),
			v.maxLength(1000),
			v.description('from the second in order: how much less than the one before, 0.35 is 35 %'),
		),
		order: v.nullish(
			v.pipe(
				v.array(v.pipe(v.number(), v.finite(), v.integer(), v.minValue(0), v.maxValue(1_000_000))),
				v.maxLength(1001),
				v.description('criteria from most to least important, numbered from 0; as given unless stated'),
			),
		),
	}),
	'direct-points': v.strictObject({
		points: v.pipe(v.array(amount), v.minLength(1), v.maxLength(1000)),
		parameters: parameters({
			total: v.nullish(v.pipe(positive, v.description('what the points ought to add up to'))),
		}),
	}),
	bwm: v.strictObject({
		bestToOthers: judgements('the best criterion against each, 1 to 9'),
		othersToWorst: judgements('each criterion against the worst, 1 to 9'),
		bestIndex: index,
		worstIndex: index,
		parameters: parameters({
			model: v.nullish(v.pipe(v.picklist(['linear', 'nonlinear']), v.description('linear unless stated'))),
		}),
	}),
};
