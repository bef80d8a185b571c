/** The check of an options object. An empty list counts as no options: PHP and R write an empty object so. */
import { record } from '../numeric/input-check.ts';
import type { Check } from '../numeric/input-check.ts';

/** Options whose given fields pass their checks, or nothing. Reason `NOT_AN_OBJECT`. */
export const options =
	(fields: Readonly<Record<string, Check>>): Check =>
	(value, at) =>
		Array.isArray(value) && value.length === 0 ? null : record(fields)(value, at);
