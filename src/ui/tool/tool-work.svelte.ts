/**
 * The open sheet of a quick tool: its content, undo, and its place on the device. Contents are replaced and never
 * changed in place. An example, a paste or a link begins another sheet, so it never costs anyone their work.
 */
import { edited, redone, startHistory, undone, type History } from './history.ts';
import { KeptSheet } from './kept-sheet.svelte.ts';
import type { OpenedTool } from './open-tool.ts';
import type { ReportOf, ToolDefinition } from './tool-definition.ts';

/** Something to tell the person about the sheet as a whole. */
export type WorkNotice = 'broken-link' | 'from-link' | 'missing';

export class ToolWork<Content> {
	readonly tool: ToolDefinition<Content>;
	#history: History<Content> = $state.raw() as History<Content>;
	readonly #kept: KeptSheet;
	#report: ReportOf<Content> | null = $state.raw(null);
	notice: WorkNotice | null = $state(null);
	/** The example on screen, as long as nothing in it was changed. */
	example: string | null = $state(null);

	readonly content = $derived(this.#history.present);
	/** The sheet's id on this device; null while nothing was typed. */
	readonly id = $derived.by(() => this.#kept.id);
	/** The sheet was also changed in another tab; what is typed here goes on as a copy. */
	readonly copied = $derived.by(() => this.#kept.copied);
	readonly blank = $derived.by(() => this.tool.blank(this.content));
	readonly title = $derived.by(() => this.tool.title(this.content));
	readonly canUndo = $derived(this.#history.past.length > 0);
	readonly canRedo = $derived(this.#history.future.length > 0);
	/** Makes the report; null until it was fetched. */
	readonly report = $derived(this.#report);

	constructor(tool: ToolDefinition<Content>, opened: OpenedTool<Content>) {
		this.tool = tool;
		this.#kept = new KeptSheet(tool.tool);
		this.#history = startHistory(opened.content);
		this.#report = opened.report;
		this.example = opened.example;
	}

	/** Fetches what works out the results. */
	async bringReport(): Promise<ReportOf<Content>> {
		return (this.#report ??= await this.tool.report());
	}

	/** Accepts an edit. Edits with the same tag in a row are undone together. */
	edit(next: Content, tag: string | null = null): void {
		if (next === this.content) return;
		this.#history = edited(this.#history, next, tag);
		this.example = null;
		this.#keep();
	}

	undo(): void {
		this.#history = undone(this.#history);
		this.#keep();
	}

	redo(): void {
		this.#history = redone(this.#history);
		this.#keep();
	}

	/** Begins another sheet with this content; the one before stays in the list of sheets. */
	begin(content: Content, example: string | null = null): void {
		this.#kept.leave();
		this.notice = null;
		this.example = example;
		this.#history = startHistory(content);
		// An example is kept only when somebody works on it.
		if (!example) this.#keep();
	}

	/**
	 * Connects with the device. The address tells what to open: a link's content, a sheet's id, an example (already
	 * here), else the sheet of this tool that was used last.
	 */
	async connect(address: { readonly id: string | null; readonly packed: string | null }): Promise<void> {
		await this.#kept.connect();
		// What was typed before the device answered is newer than anything it holds.
		if (this.canUndo) return this.#keep();
		if (address.packed !== null) return this.openPacked(address.packed);
		if (this.example !== null && address.id === null) return;
		const untouched = this.content;
		for (const found of await this.#kept.find(address.id)) {
			const content = this.tool.read(found.content);
			if (content === null) continue;
			if (this.content !== untouched) return;
			this.example = null;
			this.#history = startHistory(content);
			this.#kept.take(found);
			if (found.savedAt === null) this.#keep();
			return;
		}
		if (address.id !== null) this.notice = 'missing';
	}

	/** Opens a sheet that came in an address, as a sheet of its own. */
	async openPacked(packed: string): Promise<void> {
		const { unpackContent } = await import('./packed-content.ts');
		const content = unpackContent(this.tool, packed);
		if (!content) {
			this.notice = 'broken-link';
			return;
		}
		this.begin(content);
		this.notice = 'from-link';
	}

	/** Writes what is waiting and lets the device go. */
	disconnect(): void {
		this.#kept.leave();
	}

	#keep(): void {
		if (!this.blank || this.id !== null) this.#kept.keep(this.title, $state.snapshot(this.content));
	}
}
