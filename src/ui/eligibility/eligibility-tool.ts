/** "Kelayakan bantuan" as a quick tool. */
import { eligibilityContent, type EligibilityContent } from '#inputs/eligibility-content.ts';
import type { ToolDefinition } from '#ui/tool/tool-definition.ts';
import { m } from '#words/messages.js';

export const eligibilityTool: ToolDefinition<EligibilityContent> = {
	...eligibilityContent,
	path: '/alat/kelayakan',
	name: () => m.web_eligibility(),
	lead: () => m.eligibility_lead(),
	description: () => m.eligibility_description(),
	examples: [
		{
			name: 'bintan',
			title: () => m.eligibility_example_bintan(),
			note: () => m.eligibility_example_invented(),
		},
	],
	example: async (name, locale) =>
		(await import('#inputs/eligibility-samples.ts')).eligibilitySample(name, locale),
	report: async () => (await import('#reports/eligibility.ts')).eligibilityReport,
};
