/** What the qualitative methods take: codes of coders, of interviews and of segments. */
import * as v from 'valibot';

const whole = (least: number, most: number) =>
	v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const list = <T extends v.GenericSchema>(item: T, most: number) => v.pipe(v.array(item), v.maxLength(most));
const code = v.nullable(v.union([v.pipe(v.number(), v.finite()), v.string()]));

export const qualitativeSchemas = {
	'krippendorff-alpha': v.strictObject({
		ratings: v.pipe(
			list(list(code, 10_000), 100),
			v.description('[coder][unit], null where there is no code'),
		),
		level: v.picklist(['nominal', 'ordinal', 'interval', 'ratio']),
		bootstrap: v.nullish(
			v.strictObject({
				seed: whole(0, 2 ** 31 - 1),
				draws: v.nullish(whole(100, 20_000)),
				confidencePct: v.nullish(whole(50, 99)),
			}),
		),
	}),
	saturation: v.strictObject({
		interviews: list(list(v.string(), 5_000), 2_000),
		baseSize: v.nullish(whole(1, 1_000)),
		runLength: v.nullish(whole(1, 1_000)),
		thresholdPct: v.nullish(v.pipe(v.number(), v.finite(), v.minValue(0))),
	}),
	'code-co-occurrence': v.strictObject({
		segments: list(v.strictObject({ document: v.nullish(v.string()), codes: list(v.string(), 100) }), 20_000),
	}),
};
