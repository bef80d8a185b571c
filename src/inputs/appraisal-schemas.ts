/** What the appraisal methods take, as Valibot schemas by method id. */
import * as v from 'valibot';

const said = <Schema extends v.GenericSchema>(schema: Schema, text: string) =>
	v.pipe(schema, v.description(text));

const finite = v.pipe(v.number(), v.finite());
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
const share = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1));
const years = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100));
const flows = v.pipe(v.array(finite), v.maxLength(2000));
const amounts = v.pipe(v.array(amount), v.maxLength(2000));
const aboveMinusOne = v.pipe(v.number(), v.finite(), v.gtValue(-1));

const rate = {
	rate: v.nullish(said(aboveMinusOne, 'fraction per period, 0.08 for 8 %; or discountRatePct')),
	discountRatePct: v.nullish(
		v.pipe(v.number(), v.finite(), v.gtValue(-100), v.description('percent per period, in place of rate')),
	),
};

const outcome = v.strictObject({
	stakeholder: v.string(),
	outcome: v.string(),
	quantity: said(amount, 'units of the outcome a year'),
	proxy: said(finite, 'rupiah per unit; negative for harm'),
	deadweight: v.nullish(said(share, 'share that would have happened anyway')),
	displacement: v.nullish(said(share, 'share that only moved from elsewhere')),
	attribution: v.nullish(said(share, 'share that others brought about')),
	dropOff: v.nullish(said(share, 'share lost each year after the first')),
	duration: v.nullish(said(years, 'years it lasts; 1 unless stated')),
	startYear: v.nullish(said(years, 'year it begins in; 1 unless stated')),
});

export const appraisalSchemas = {
	npv: v.strictObject({
		cashFlows: said(flows, 'net cash of periods 0, 1, 2 ...'),
		firstFlow: v.optional(
			said(v.picklist(['now', 'end-of-first-period']), 'now (t = 0, not discounted) unless stated'),
		),
		...rate,
	}),
	irr: v.strictObject({
		cashFlows: said(flows, 'net cash of periods 0, 1, 2 ...'),
		financeRate: v.nullish(said(aboveMinusOne, 'fraction, for MIRR')),
		reinvestRate: v.nullish(said(aboveMinusOne, 'fraction, for MIRR')),
		trialRates: v.optional(v.pipe(v.array(aboveMinusOne), v.minLength(2), v.maxLength(2))),
	}),
	'net-benefit-cost': v.pipe(
		v.strictObject({
			cashFlows: v.optional(said(flows, 'net cash of periods 0, 1, 2 ...; or benefits and costs')),
			benefits: v.optional(said(amounts, 'benefits of periods 0, 1, 2 ...')),
			costs: v.optional(said(amounts, 'costs of periods 0, 1, 2 ..., as positive numbers')),
			...rate,
		}),
		v.minEntries(1),
	),
	xirr: v.strictObject({
		cashFlows: said(flows, 'one for each date'),
		dates: v.pipe(v.array(said(v.string(), 'YYYY-MM-DD')), v.maxLength(2000)),
	}),
	sroi: v.strictObject({
		investments: v.optional(
			v.pipe(
				v.array(v.strictObject({ name: v.string(), value: amount, inKind: v.nullish(v.boolean()) })),
				v.maxLength(1000),
			),
		),
		totalInput: v.nullish(said(amount, 'rupiah, in place of investments')),
		outcomes: v.pipe(v.array(outcome), v.minLength(1), v.maxLength(1000)),
		yearsCountedAt: v.optional(said(v.picklist(['end', 'start']), 'end unless stated')),
		changePct: v.nullish(said(positive, 'for the sensitivity; 10 unless stated')),
		...rate,
	}),
};
