/** What permits an enterprise lacks on a day, by the rules that hold on that day. */
import type { TransactionSql } from 'postgres';
import { readDay } from '#methods/numeric/calendar-day.ts';
import { asRecord } from '../../db/rows.ts';
import { listEnterprises } from '../enterprise/queries.ts';
import type { EnterpriseFilter, ListedEnterprise } from '../enterprise/queries.ts';
import type { EnterpriseKind } from '../enterprise/schema.ts';
import { alwaysEnding } from '../permit/schema.ts';
import type { PermitKind } from '../permit/schema.ts';
import { builtInRuleSet } from './schema.ts';
import type { PermitRule, PermitRuleSet } from './schema.ts';

/** The organisation's latest set that began on or before the day; before its first, the one of the program. */
export async function ruleSetOn(tx: TransactionSql, orgId: string, on: string): Promise<PermitRuleSet> {
	const [row] = await tx`
		select rule_set_id, valid_from, verified_with, verified_on, rules, version from permit_rule_set
		where org_id = ${orgId} and valid_from <= ${on}::date order by valid_from desc limit 1`;
	return row === undefined ? builtInRuleSet : asRecord<PermitRuleSet>(row);
}

/** All sets of the organisation, the latest first. */
export async function ruleSets(tx: TransactionSql, orgId: string): Promise<PermitRuleSet[]> {
	const rows = await tx`
		select rule_set_id, valid_from, verified_with, verified_on, rules, version from permit_rule_set
		where org_id = ${orgId} order by valid_from desc`;
	return rows.map((row) => asRecord<PermitRuleSet>(row));
}

interface Held {
	readonly kind: PermitKind;
	readonly expiresOn: string | null;
}

/**
 * How a rule stands: `undated` when a permit that always ends has no day of expiry on record, so that nobody knows
 * whether it holds; `ends-soon` within 90 days.
 */
export interface RuleState {
	readonly rule: PermitRule;
	readonly state: 'held' | 'ends-soon' | 'undated' | 'expired' | 'missing';
	/** The permit that decides it. */
	readonly kind: PermitKind | null;
	readonly expiresOn: string | null;
}

const SOON = 90;
const best = ['held', 'ends-soon', 'undated', 'expired'] as const;

function stateOf({ kind, expiresOn }: Held, on: string): (typeof best)[number] {
	if (expiresOn === null) return alwaysEnding.includes(kind) ? 'undated' : 'held';
	const left = (readDay(expiresOn) ?? 0) - (readDay(on) ?? 0);
	return left < 0 ? 'expired' : left <= SOON ? 'ends-soon' : 'held';
}

/** Each rule that is for this kind of enterprise, with the best permit that answers it. */
export function judgePermits(
	{ rules }: PermitRuleSet,
	enterpriseKind: EnterpriseKind,
	permits: readonly Held[],
	on: string,
): RuleState[] {
	const asked = rules.filter(
		({ enterpriseKinds: kinds }) => kinds.length === 0 || kinds.includes(enterpriseKind),
	);
	return asked.map((rule) => {
		const answers = permits
			.filter(({ kind }) => rule.anyOf.includes(kind))
			.map((held) => ({ ...held, state: stateOf(held, on) }))
			.sort((one, other) => best.indexOf(one.state) - best.indexOf(other.state));
		const [answer] = answers;
		return answer === undefined
			? { rule, state: 'missing', kind: null, expiresOn: null }
			: { rule, state: answer.state, kind: answer.kind, expiresOn: answer.expiresOn };
	});
}

export interface RequirementRow {
	readonly enterprise: ListedEnterprise;
	readonly states: readonly RuleState[];
}

/** A page of enterprises against the rules of the day: the table "who needs what". */
export async function requirementTable(
	tx: TransactionSql,
	orgId: string,
	{ on, ...filter }: EnterpriseFilter & { readonly on: string },
): Promise<{ readonly ruleSet: PermitRuleSet; readonly rows: readonly RequirementRow[] }> {
	const ruleSet = await ruleSetOn(tx, orgId, on);
	const enterprises = await listEnterprises(tx, orgId, filter);
	return {
		ruleSet,
		rows: enterprises.map((enterprise) => ({
			enterprise,
			states: judgePermits(ruleSet, enterprise.kind, enterprise.permits, on),
		})),
	};
}
