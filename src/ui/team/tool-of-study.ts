/** The tool a study was made with: its name and its page. */
import type { ToolId } from '#inputs/tool-content.ts';
import { tools } from '#ui/site-map.ts';

export const toolName = (kind: ToolId): string => tools.find(({ id }) => id === kind)?.name() ?? kind;
export const toolPath = (kind: ToolId): string => tools.find(({ id }) => id === kind)?.path ?? '/semua';
