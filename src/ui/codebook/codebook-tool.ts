/** "Buku kode" as a quick tool. */
import { codebookContent, type CodebookContent } from '#inputs/codebook-content.ts';
import type { ToolDefinition } from '#ui/tool/tool-definition.ts';
import { m } from '#words/messages.js';

export const codebookTool: ToolDefinition<CodebookContent> = {
	...codebookContent,
	path: '/alat/buku-kode',
	name: () => m.web_codebook(),
	lead: () => m.codebook_lead(),
	description: () => m.codebook_description(),
	examples: [{ name: 'susu', title: () => m.codebook_example_susu(), note: () => m.codebook_example_note() }],
	example: async (name, locale) => (await import('#inputs/codebook-samples.ts')).codebookSample(name, locale),
	report: async () => (await import('#reports/codebook.ts')).codebookReport,
};
