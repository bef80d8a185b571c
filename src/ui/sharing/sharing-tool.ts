/** "Bagi hasil" as a quick tool. */
import { sharingContent, type SharingContent } from '#inputs/sharing-content.ts';
import type { ToolDefinition } from '#ui/tool/tool-definition.ts';
import { m } from '#words/messages.js';

export const sharingTool: ToolDefinition<SharingContent> = {
	...sharingContent,
	path: '/alat/bagi-hasil',
	name: () => m.web_sharing(),
	lead: () => m.sharing_lead(),
	description: () => m.sharing_description(),
	examples: [
		{ name: 'serang', title: () => m.sharing_example_serang(), note: () => m.sharing_example_note() },
	],
	example: async (name, locale) => (await import('#inputs/sharing-samples.ts')).sharingSample(name, locale),
	report: async () => (await import('#reports/sharing.ts')).sharingReport,
};
