import { openTool } from '#ui/tool/open-tool.ts';
import { regionTool } from '#ui/region/region-tool.ts';

export const load = ({ url }: { url: URL }) => openTool(regionTool, url);
