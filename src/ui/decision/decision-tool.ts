/** "Keputusan" as a quick tool. */
import { decisionContent, type DecisionContent } from '#inputs/decision-content.ts';
import type { ToolDefinition } from '#ui/tool/tool-definition.ts';
import { m } from '#words/messages.js';

export const decisionTool: ToolDefinition<DecisionContent> = {
	...decisionContent,
	path: '/alat/keputusan',
	name: () => m.web_decision(),
	lead: () => m.decision_lead(),
	description: () => m.decision_description(),
	examples: [
		{ name: 'serabi', title: () => m.decision_example_serabi() },
		{ name: 'susu', title: () => m.decision_example_milk() },
	],
	example: async (name, locale) => (await import('#inputs/decision-samples.ts')).decisionSample(name, locale),
	report: async () => (await import('#reports/decision.ts')).decisionReport,
	formulaSheets: async (content, locale) =>
		(await import('#reports/decision-workbook.ts')).decisionSheets(content, locale),
};
