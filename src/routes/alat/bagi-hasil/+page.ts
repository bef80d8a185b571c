import { openTool } from '#ui/tool/open-tool.ts';
import { sharingTool } from '#ui/sharing/sharing-tool.ts';

export const load = ({ url }: { url: URL }) => openTool(sharingTool, url);
