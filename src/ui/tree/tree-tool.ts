/** "Pohon produk" as a quick tool. */
import { treeContent, type TreeContent } from '#inputs/tree-content.ts';
import type { ToolDefinition } from '#ui/tool/tool-definition.ts';
import { m } from '#words/messages.js';

export const treeTool: ToolDefinition<TreeContent> = {
	...treeContent,
	path: '/alat/pohon-produk',
	name: () => m.web_tree(),
	lead: () => m.tree_lead(),
	description: () => m.tree_description(),
	examples: [{ name: 'susu', title: () => m.tree_example_susu() }],
	example: async (name, locale) => (await import('#inputs/tree-samples.ts')).treeSample(name, locale),
	report: async () => (await import('#reports/tree.ts')).treeReport,
};
