/** "Aliran bahan" as a quick tool. */
import { flowContent, type FlowContent } from '#inputs/flow-content.ts';
import type { ToolDefinition } from '#ui/tool/tool-definition.ts';
import { m } from '#words/messages.js';

export const flowTool: ToolDefinition<FlowContent> = {
	...flowContent,
	path: '/alat/aliran-bahan',
	name: () => m.web_flow(),
	lead: () => m.flow_lead(),
	description: () => m.flow_description(),
	examples: [{ name: 'kalanganyar', title: () => m.flow_example_kalanganyar() }],
	example: async (name, locale) => (await import('#inputs/flow-samples.ts')).flowSample(name, locale),
	report: async () => (await import('#reports/flow.ts')).flowReport,
};
