/**
 * Which permits an enterprise needs: a dated set of rules that an organisation may replace by its own. The set that comes
 * with the program is a starting point, never the word of an office; every page that shows it says so.
 */
import * as v from 'valibot';
import { enterpriseKinds } from '../enterprise/schema.ts';
import type { EnterpriseKind } from '../enterprise/schema.ts';
import { day, givenText, optionalDay, optionalText, recordId, seenVersion } from '../fields/schema.ts';
import { permitKinds } from '../permit/schema.ts';
import type { PermitKind } from '../permit/schema.ts';

const rule = v.strictObject({
	/** Names the rule in one set; the built-in ones have words under it. */
	code: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), v.maxLength(40)),
	/** One of these is enough. */
	anyOf: v.pipe(v.array(v.picklist(permitKinds)), v.minLength(1)),
	/** Kinds of enterprise that need it; empty means all. */
	enterpriseKinds: v.array(v.picklist(enterpriseKinds)),
	need: v.picklist(['required', 'advised']),
	/** What to do first, in the organisation's own words. */
	nextStep: optionalText,
	/** What to bring. */
	documents: v.pipe(v.array(givenText), v.maxLength(30)),
	/** The regulation or the office that says so. */
	source: optionalText,
});

const set = {
	verifiedWith: optionalText,
	verifiedOn: optionalDay,
	rules: v.pipe(
		v.array(rule),
		v.maxLength(50),
		v.check((all) => new Set(all.map(({ code }) => code)).size === all.length, 'codes are different'),
	),
};

export const saveRuleSet = v.strictObject({ ruleSetId: recordId, validFrom: day, ...set });
export const changeRuleSet = v.strictObject({ ruleSetId: recordId, version: seenVersion, ...set });

export interface PermitRule {
	readonly code: string;
	readonly anyOf: readonly PermitKind[];
	readonly enterpriseKinds: readonly EnterpriseKind[];
	readonly need: 'required' | 'advised';
	readonly nextStep: string | null;
	readonly documents: readonly string[];
	readonly source: string | null;
}

export interface PermitRuleSet {
	/** Null for the set that comes with the program. */
	readonly ruleSetId: string | null;
	readonly validFrom: string;
	readonly verifiedWith: string | null;
	readonly verifiedOn: string | null;
	readonly rules: readonly PermitRule[];
	readonly version: number;
}

const builtIn = (
	code: string,
	anyOf: readonly PermitKind[],
	kinds: readonly EnterpriseKind[],
	need: PermitRule['need'],
	source: string,
): PermitRule => ({ code, anyOf, enterpriseKinds: kinds, need, nextStep: null, documents: [], source });

/** What to do and what to bring stand in the words of the interface, under the rule's code. */
export const builtInRuleSet: PermitRuleSet = {
	ruleSetId: null,
	validFrom: '2026-11-01',
	verifiedWith: null,
	verifiedOn: null,
	version: 1,
	rules: [
		builtIn('nib', ['nib'], [], 'required', 'PP 28/2025; oss.go.id'),
		builtIn('food-permit', ['pirt', 'md'], ['food'], 'required', 'Peraturan BPOM 22/2018; BPOM 4/2024'),
		builtIn('halal', ['halal'], ['food'], 'required', 'UU 33/2014; PP 42/2024'),
		builtIn(
			'siinas',
			['siinas'],
			['food', 'craft', 'industry'],
			'advised',
			'UU 3/2014; siinas.kemenperin.go.id',
		),
	],
};
