import { decisionTool } from '#ui/decision/decision-tool.ts';
import { openTool } from '#ui/tool/open-tool.ts';

export const load = async ({ url }: { url: URL }) => {
	const opened = await openTool(decisionTool, url);
	return { opened, results: null };
};
