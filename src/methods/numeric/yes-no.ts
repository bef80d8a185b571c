import type { Check } from './input-check.ts';

/** True or false, or nothing. Reason `NOT_YES_OR_NO`. */
export const yesNo: Check = (value, at) =>
	value === null || value === undefined || typeof value === 'boolean'
		? null
		: { reason: 'NOT_YES_OR_NO', at };
