/** Sheets as one file to take along, and back. The file is JSON with a name of its own, so that it explains itself. */
import { leavingContent } from './personal-numbers.ts';
import { listFrom, recordFrom, textFrom, toolIds, type ToolId } from './tool-content.ts';

export interface WorkEntry {
	readonly tool: ToolId;
	readonly title: string;
	readonly content: unknown;
}

const kind = 'sentra-sheets';
const version = 1;
const mostWorks = 2000;

/** The text of a file with these sheets, with identity numbers of people masked. */
export function writeWorkFile(works: readonly WorkEntry[]): string {
	const sheets = works.map(({ tool, title, content }) => ({
		tool,
		title,
		content: leavingContent(tool, content),
	}));
	return `${JSON.stringify({ kind, version, sheets }, null, '\t')}\n`;
}

/** The sheets of such a file; null when the text is none. Sheets of unknown tools are left out and counted. */
export function readWorkFile(text: string): { works: WorkEntry[]; unknown: number } | null {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return null;
	}
	const file = recordFrom(value);
	if (file.kind !== kind || !Array.isArray(file.sheets)) return null;
	const entries = listFrom(file.sheets, mostWorks, (entry) => {
		const { tool, title, content } = recordFrom(entry);
		const known = toolIds.find((id) => id === tool);
		return known && content !== undefined ? { tool: known, title: textFrom(title), content } : null;
	});
	const works = entries.filter((entry) => entry !== null);
	return { works, unknown: entries.length - works.length };
}
