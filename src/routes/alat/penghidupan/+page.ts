import { openTool } from '#ui/tool/open-tool.ts';
import { livelihoodTool } from '#ui/livelihood/livelihood-tool.ts';

export const load = ({ url }: { url: URL }) => openTool(livelihoodTool, url);
