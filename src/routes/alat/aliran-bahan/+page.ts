import { flowTool } from '#ui/flow/flow-tool.ts';
import { openTool } from '#ui/tool/open-tool.ts';

export const load = ({ url }: { url: URL }) => openTool(flowTool, url);
