import type { Actions, PageServerLoad } from './$types';
import { may } from '#server/access/roles.ts';
import { enterpriseKinds } from '#server/features/enterprise/schema.ts';
import { changeRuleSetCommand, saveRuleSetCommand } from '#server/features/permit-rule/commands.ts';
import { ruleSetOn, ruleSets } from '#server/features/permit-rule/queries.ts';
import { permitKinds } from '#server/features/permit/schema.ts';
import { commandAction, commandId, text, today } from '../../../../../team.server.ts';
import { inProgramme } from '../../../../programme.server.ts';
import { mapPage, newId, ruleSetFrom, versionOf } from '../../mapping.server.ts';

export const load: PageServerLoad = (event) =>
	inProgramme(event, async (tx, actor, { name, slug }) => ({
		programme: { name, slug },
		today: today(),
		ruleSet: await ruleSetOn(tx, actor.orgId, today()),
		sets: await ruleSets(tx, actor.orgId),
		permitKinds,
		enterpriseKinds,
		mayRule: may(actor.role, 'change-programme'),
		id: commandId(),
	}));

export const actions: Actions = {
	simpan: commandAction(
		saveRuleSetCommand,
		(form) => ({ ...ruleSetFrom(form), ruleSetId: newId(form), validFrom: text(form, 'validFrom') ?? '' }),
		(_, event) => mapPage(event, 'usaha/aturan'),
	),
	betulkan: commandAction(
		changeRuleSetCommand,
		(form) => ({ ...ruleSetFrom(form), ruleSetId: text(form, 'ruleSetId'), version: versionOf(form) }),
		(_, event) => mapPage(event, 'usaha/aturan'),
	),
};
