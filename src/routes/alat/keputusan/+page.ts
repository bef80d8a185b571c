import { decisionTool } from '#ui/decision/decision-tool.ts';
import { openTool } from '#ui/tool/open-tool.ts';

/** An example begins with what comes out of it, so its results are drawn with the page. */
export const load = async ({ url }: { url: URL }) => {
	const opened = await openTool(decisionTool, url);
	if (opened.example === null) return { opened, results: null };
	return { opened, results: (await import('#ui/decision/results/DecisionResults.svelte')).default };
};
