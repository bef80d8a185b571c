/** What a tool's page needs before it is drawn. The server has no sheet of anybody: it draws an empty one or an example. */
import { getLocale } from '#words/runtime.js';
import type ReportBlocks from '#ui/ReportBlocks.svelte';
import type { ReportOf, ToolDefinition } from './tool-definition.ts';

export interface OpenedTool<Content> {
	readonly content: Content;
	/** The name of the example that was asked for. */
	readonly example: string | null;
	/** Given when results are shown at once. */
	readonly report: ReportOf<Content> | null;
	/** What draws them. */
	readonly blocks: typeof ReportBlocks | null;
}

/** An example in the address (`?contoh=serabi`) is worked out before the page is drawn, also without script. */
export async function openTool<Content>(
	tool: ToolDefinition<Content>,
	url: URL,
): Promise<OpenedTool<Content>> {
	const name = url.searchParams.get('contoh');
	const content = name === null ? null : await tool.example(name, getLocale());
	if (content === null) return { content: tool.empty(), example: null, report: null, blocks: null };
	const [report, { default: blocks }] = await Promise.all([tool.report(), import('#ui/ReportBlocks.svelte')]);
	return { content, example: name, report, blocks };
}
