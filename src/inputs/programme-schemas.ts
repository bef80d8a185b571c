/** What the programme methods take. A span is one number, or low and high. */
import { documentKinds } from '#methods/programme/evidence-document.ts';
import { productKinds } from '#methods/programme/food-permit.ts';
import * as v from 'valibot';

const finite = v.pipe(v.number(), v.finite());
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
const span = v.union([amount, v.pipe(v.array(amount), v.minLength(2), v.maxLength(2))]);
const day = v.pipe(v.string(), v.description('YYYY-MM-DD'));
const moisture = v.picklist(['wet', 'dry']);
const name = v.nullish(v.string());
const list = <T extends v.GenericSchema>(item: T, most: number) => v.pipe(v.array(item), v.maxLength(most));

export const programmeSchemas = {
	eligibility: v.strictObject({
		validOn: day,
		rules: list(
			v.strictObject({
				id: v.string(),
				evidence: v.string(),
				weight: v.nullish(v.picklist(['hard', 'soft'])),
				from: v.nullish(day),
				until: v.nullish(day),
			}),
			200,
		),
		evidence: list(
			v.strictObject({
				rule: v.string(),
				seen: v.picklist(['yes', 'no', 'unknown']),
				validFrom: v.nullish(day),
				validUntil: v.nullish(day),
				document: v.nullish(
					v.strictObject({
						kind: v.picklist(documentKinds),
						number: v.pipe(v.string(), v.description('as written on the paper')),
						product: v.nullish(v.pipe(v.picklist(productKinds), v.description('of a food permit'))),
						issuedOn: v.nullish(day),
						changed: v.nullish(
							v.pipe(v.boolean(), v.description('halal: ingredients or process are not those certified')),
						),
					}),
				),
			}),
			1_000,
		),
	}),
	'budget-absorption': v.strictObject({
		lines: list(
			v.strictObject({ name, budget: amount, realised: v.nullish(amount), units: v.nullish(positive) }),
			10_000,
		),
	}),
	'material-balance': v.strictObject({
		streams: list(
			v.strictObject({
				name,
				ratePerDay: span,
				unit: v.nullish(v.string()),
				collectedPct: v.nullish(span),
				moisture,
			}),
			200,
		),
		yields: v.nullish(list(v.strictObject({ name, yield: v.nullish(span), to: moisture }), 50)),
		batch: v.nullish(
			v.strictObject({
				quantity: positive,
				moisture,
				output: v.nullish(span),
				outputUnit: v.nullish(v.string()),
			}),
		),
		daysPerPeriod: v.nullish(positive),
	}),
	'service-capacity': v.strictObject({
		people: span,
		itemsPerPersonDay: span,
		feePerItem: span,
		minutesPerItem: v.nullish(positive),
		hoursPerDay: v.nullish(positive),
		costsPerDay: v.nullish(amount),
		daysPerPeriod: v.nullish(positive),
	}),
	schedule: v.strictObject({
		tasks: list(
			v.strictObject({ id: v.string(), duration: amount, after: v.nullish(list(v.string(), 1_000)) }),
			2_000,
		),
		startDate: v.nullish(day),
	}),
	'product-tree': v.strictObject({
		root: v.string(),
		processes: list(
			v.strictObject({
				from: v.string(),
				to: v.string(),
				yield: v.nullish(amount),
				valueAdded: v.nullish(finite),
				recycling: v.nullish(v.boolean()),
			}),
			1_000,
		),
	}),
};
