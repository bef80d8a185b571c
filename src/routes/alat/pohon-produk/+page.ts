import { openTool } from '#ui/tool/open-tool.ts';
import { treeTool } from '#ui/tree/tree-tool.ts';

export const load = ({ url }: { url: URL }) => openTool(treeTool, url);
