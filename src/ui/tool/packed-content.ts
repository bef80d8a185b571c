/** A sheet in the part of an address behind `#`, which is never sent to a server. */
import { recordFrom, type ToolContent } from '#inputs/tool-content.ts';
import { packText, unpackText } from '#ui/packed-text.ts';

/** Packs a sheet into letters that are safe in an address. */
export function packContent<Content>(tool: ToolContent<Content>, content: Content): string {
	return packText(JSON.stringify({ tool: tool.tool, v: tool.version, content }));
}

/** Reads what `packContent` wrote for this tool; null for anything else, because an address can hold whatever somebody typed. */
export function unpackContent<Content>(tool: ToolContent<Content>, text: string): Content | null {
	try {
		const packed = recordFrom(JSON.parse(unpackText(text)));
		return packed.tool === tool.tool ? tool.read(packed.content) : null;
	} catch {
		return null;
	}
}
