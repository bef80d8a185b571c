/** "Wilayah dan sektor" as a quick tool. */
import { regionContent, type RegionContent } from '#inputs/region-content.ts';
import type { ToolDefinition } from '#ui/tool/tool-definition.ts';
import { m } from '#words/messages.js';

export const regionTool: ToolDefinition<RegionContent> = {
	...regionContent,
	path: '/alat/wilayah',
	name: () => m.web_region(),
	lead: () => m.region_lead(),
	description: () => m.region_description(),
	examples: [{ name: 'bintan', title: () => m.region_example_bintan() }],
	example: async (name, locale) => (await import('#inputs/region-samples.ts')).regionSample(name, locale),
	report: async () => (await import('#reports/region.ts')).regionReport,
};
