/** What a quick tool is made of. The page, the frame and the list of sheets read this; a tool's own parts come lazily. */
import type { OutSheet } from '#files/spreadsheet.ts';
import type { ToolContent } from '#inputs/tool-content.ts';
import type { Report } from '#reports/block.ts';
import type { Locale } from '#words/runtime.js';

export interface ReportOptions {
	readonly locale: Locale;
	/** ISO date for the foot of charts and documents. */
	readonly date?: string;
}

/** Everything a sheet says, as blocks: the page and every file are made from it. Null while too little is typed. */
export type ReportOf<Content> = (content: Content, options: ReportOptions) => Report | null;

export interface ToolExample {
	/** As in `?contoh=name`. */
	readonly name: string;
	readonly title: () => string;
	/** Said while it is on screen, in the place of "an example from a published paper". */
	readonly note?: () => string;
}

export interface ToolDefinition<Content> extends ToolContent<Content> {
	/** Without language. */
	readonly path: string;
	readonly name: () => string;
	/** One sentence under the title. */
	readonly lead: () => string;
	/** For search engines and link previews. */
	readonly description: () => string;
	readonly examples: readonly ToolExample[];
	/** The example's content; null for a name that is none. */
	readonly example: (name: string, locale: Locale) => Promise<Content | null>;
	/** The engine and the words of the results: a part of its own, fetched when there is something to work out. */
	readonly report: () => Promise<ReportOf<Content>>;
	/** Sheets with live formulas, put before the report's tables in a workbook. */
	readonly formulaSheets?: (content: Content, locale: Locale) => Promise<readonly OutSheet[]>;
}
