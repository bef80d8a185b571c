import { openTool } from '#ui/tool/open-tool.ts';
import { codebookTool } from '#ui/codebook/codebook-tool.ts';

export const load = ({ url }: { url: URL }) => openTool(codebookTool, url);
