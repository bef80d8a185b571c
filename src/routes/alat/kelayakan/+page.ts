import { openTool } from '#ui/tool/open-tool.ts';
import { eligibilityTool } from '#ui/eligibility/eligibility-tool.ts';

export const load = ({ url }: { url: URL }) => openTool(eligibilityTool, url);
