/** An organisation's own rules on permits: a new set from a day on, or a set put right. */
import { command } from '../../db/command.ts';
import { changeSeen, traced } from '../../db/rows.ts';
import { changeRuleSet, saveRuleSet } from './schema.ts';

export const saveRuleSetCommand = command('permit-rule.save', {
	right: 'change-programme',
	schema: saveRuleSet,
	async run({ tx, actor, input }) {
		const { ruleSetId, validFrom, verifiedWith, verifiedOn, rules } = input;
		await tx`insert into permit_rule_set (org_id, rule_set_id, valid_from, verified_with, verified_on, rules)
			values (${actor.orgId}, ${ruleSetId}, ${validFrom}, ${verifiedWith}, ${verifiedOn}, ${tx.json(rules)})`;
		return {
			receipt: { ruleSetId, version: 1 },
			traces: [{ kind: 'permit-rule-set', id: ruleSetId, after: input }],
		};
	},
});

export const changeRuleSetCommand = command('permit-rule.change', {
	right: 'change-programme',
	schema: changeRuleSet,
	async run({ tx, actor, input: { ruleSetId, version, rules, ...checked } }) {
		const seen = { table: 'permit_rule_set', key: 'rule_set_id', id: ruleSetId, version };
		const before = await changeSeen(tx, actor.orgId, seen, { ...checked, rules: tx.json(rules) });
		const after = { ...checked, rules, version: version + 1 };
		return {
			receipt: { ruleSetId, version: version + 1 },
			traces: [{ kind: 'permit-rule-set', id: ruleSetId, before: traced(before), after }],
		};
	},
});
