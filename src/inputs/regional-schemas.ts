/** What the regional methods take. The price basis is mandatory: growth of current prices is not real growth. */
import * as v from 'valibot';

const finite = v.pipe(v.number(), v.finite());
const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const whole = (least: number, most: number) =>
	v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const vector = v.pipe(v.array(amount), v.maxLength(5_000));
const table = v.pipe(v.array(v.pipe(v.array(amount), v.maxLength(500))), v.minLength(1), v.maxLength(5_000));
const ioRow = v.pipe(v.array(amount), v.maxLength(200));
const prices = {
	priceBasis: v.pipe(
		v.picklist(['ADHB', 'ADHK', 'quantity']),
		v.description('current prices, constant prices, or people and tonnes'),
	),
	baseYear: v.nullish(whole(1900, 2200)),
	unit: v.nullish(v.string()),
	sectors: v.nullish(v.pipe(v.array(v.string()), v.maxLength(5_000))),
};
const growth = {
	...prices,
	years: v.nullish(v.pipe(v.array(whole(1, 9_999)), v.maxLength(500))),
	region: v.pipe(table, v.description('[sector][year]')),
	reference: v.pipe(table, v.description('[sector][year], the region included')),
	regionTotals: v.nullish(vector),
	referenceTotals: v.nullish(vector),
};

export const regionalSchemas = {
	'sector-share': v.strictObject({
		...prices,
		years: v.nullish(vector),
		values: table,
		printedTotals: v.nullish(vector),
		tolerance: v.nullish(amount),
	}),
	'growth-contribution': v.strictObject({ ...prices, years: v.nullish(vector), values: table }),
	'location-quotient': v.strictObject({
		...prices,
		region: vector,
		reference: vector,
		regionTotal: v.nullish(amount),
		referenceTotal: v.nullish(amount),
	}),
	'dynamic-location-quotient': v.strictObject({
		...growth,
		growth: v.nullish(v.picklist(['arithmetic', 'compound'])),
	}),
	'shift-share': v.strictObject({ ...growth, dynamic: v.nullish(v.boolean()) }),
	'shift-share-esteban-marquillas': v.strictObject({ ...growth, dynamic: v.nullish(v.boolean()) }),
	klassen: v.strictObject({
		...prices,
		items: v.pipe(
			v.array(
				v.strictObject({
					name: v.nullish(v.string()),
					growthPct: finite,
					level: amount,
					referenceGrowthPct: v.nullish(finite),
					referenceLevel: v.nullish(amount),
				}),
			),
			v.minLength(1),
			v.maxLength(5_000),
		),
		referenceGrowthPct: v.nullish(finite),
		referenceLevel: v.nullish(amount),
	}),
	specialisation: v.strictObject({ ...prices, region: vector, reference: vector }),
	'cluster-index': v.strictObject({
		workers: amount,
		workersReference: positive,
		firms: amount,
		firmsReference: positive,
		area: positive,
		areaReference: positive,
		population: positive,
		populationReference: positive,
	}),
	leontief: v.strictObject({
		...prices,
		transactions: v.pipe(v.array(ioRow), v.minLength(1), v.maxLength(200)),
		output: ioRow,
		satellites: v.nullish(
			v.pipe(v.array(v.strictObject({ name: v.nullish(v.string()), values: ioRow })), v.maxLength(20)),
		),
	}),
};
