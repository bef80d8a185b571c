/** What the co-operative methods take. Money is whole rupiah: a number, or digits as text when it is very large. */
import * as v from 'valibot';

const rupiah = v.union([v.pipe(v.number(), v.integer()), v.string()]);
const share = v.union([v.pipe(v.number(), v.finite(), v.minValue(0)), v.string()]);
const signedShare = v.union([v.pipe(v.number(), v.finite()), v.string()]);
const day = v.pipe(v.string(), v.description('YYYY-MM-DD'));
const whole = (least: number, most: number) =>
	v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

const harvest = {
	date: v.nullish(day),
	rules: v.nullish(
		v.pipe(
			v.array(
				v.strictObject({
					from: v.nullish(day),
					managerPct: share,
					partnersPct: share,
					savingsPct: share,
					cooperativePct: share,
				}),
			),
			v.minLength(1),
			v.maxLength(1_000),
		),
	),
	base: v.nullish(v.picklist(['net-sales', 'coopFirst'])),
	partners: v.nullish(
		v.pipe(
			v.array(v.strictObject({ name: v.nullish(v.string()), units: v.nullish(share) })),
			v.minLength(1),
			v.maxLength(10_000),
		),
	),
	partnerCount: v.nullish(whole(1, 10_000)),
	division: v.nullish(v.picklist(['equal', 'by-unit'])),
	rotation: v.nullish(whole(0, 1_000_000)),
};

export const cooperativeSchemas = {
	split: v.strictObject({
		total: rupiah,
		rules: v.pipe(
			v.array(v.strictObject({ name: v.nullish(v.string()), pct: share, carried: v.nullish(signedShare) })),
			v.minLength(1),
			v.maxLength(1_000),
		),
	}),
	'divide-proceeds': v.strictObject({
		total: rupiah,
		parts: v.pipe(
			v.array(v.strictObject({ name: v.nullish(v.string()), pct: share })),
			v.minLength(1),
			v.maxLength(1_000),
		),
		peoplePart: v.nullish(whole(0, 999)),
		people: v.nullish(
			v.pipe(
				v.array(v.strictObject({ name: v.nullish(v.string()), units: v.nullish(share) })),
				v.minLength(1),
				v.maxLength(10_000),
			),
		),
		peopleCount: v.nullish(whole(1, 10_000)),
		division: v.nullish(v.picklist(['equal', 'by-unit'])),
		roundTo: v.nullish(whole(1, 1_000_000)),
		remainderTo: v.nullish(whole(0, 999)),
	}),
	// Net sales, or sales with their costs: the method says which is missing.
	'harvest-split': v.pipe(
		v.strictObject({
			netSales: v.nullish(rupiah),
			sales: v.nullish(rupiah),
			costs: v.nullish(rupiah),
			...harvest,
		}),
		v.minEntries(1),
	),
	'surplus-share': v.strictObject({
		surplus: rupiah,
		nonMemberSurplus: v.nullish(rupiah),
		nonMember: v.nullish(v.picklist(['reserve', 'distribute'])),
		allocation: v.pipe(
			v.array(
				v.strictObject({
					name: v.nullish(v.string()),
					fund: v.picklist(['member-business', 'member-capital', 'reserve', 'other']),
					pct: share,
				}),
			),
			v.minLength(1),
			v.maxLength(100),
		),
		members: v.pipe(
			v.array(
				v.strictObject({
					name: v.nullish(v.string()),
					transactions: rupiah,
					savings: rupiah,
					voluntarySavings: v.nullish(rupiah),
					partOfYear: v.nullish(share),
				}),
			),
			v.maxLength(20_000),
		),
		totalTransactions: v.nullish(rupiah),
		totalSavings: v.nullish(rupiah),
		capital: v.nullish(v.picklist(['principal-and-mandatory', 'with-voluntary'])),
		resigned: v.nullish(v.picklist(['pro-rata', 'excluded'])),
	}),
	'loan-schedule': v.strictObject({
		contract: v.picklist(['qardh', 'murabahah', 'mudharabah', 'musyarakah']),
		principal: v.nullish(rupiah),
		margin: v.nullish(rupiah),
		marginPct: v.nullish(share),
		downPayment: v.nullish(rupiah),
		adminFee: v.nullish(rupiah),
		periods: v.nullish(whole(1, 1_200)),
		partners: v.nullish(
			v.pipe(
				v.array(v.strictObject({ name: v.nullish(v.string()), capital: rupiah, nisbahPct: share })),
				v.maxLength(100),
			),
		),
		results: v.nullish(v.pipe(v.array(rupiah), v.maxLength(1_200))),
		nisbahBase: v.nullish(v.picklist(['revenue', 'gross-profit', 'net-profit'])),
		negligence: v.nullish(v.boolean()),
		guaranteedReturn: v.nullish(v.boolean()),
	}),
};
