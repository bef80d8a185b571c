/** "Dampak penghidupan (SLIA)" as a quick tool. */
import { livelihoodContent, type LivelihoodContent } from '#inputs/livelihood-content.ts';
import type { ToolDefinition } from '#ui/tool/tool-definition.ts';
import { m } from '#words/messages.js';

export const livelihoodTool: ToolDefinition<LivelihoodContent> = {
	...livelihoodContent,
	path: '/alat/penghidupan',
	name: () => m.web_slia(),
	lead: () => m.livelihood_lead(),
	description: () => m.livelihood_description(),
	examples: [{ name: 'serang', title: () => m.livelihood_example_serang() }],
	example: async (name, locale) =>
		(await import('#inputs/livelihood-samples.ts')).livelihoodSample(name, locale),
	report: async () => (await import('#reports/livelihood.ts')).livelihoodReport,
};
