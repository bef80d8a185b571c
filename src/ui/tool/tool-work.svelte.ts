/**
 * The open sheet of a quick tool: its content, undo, and its place on the device. Contents are replaced and never
 * changed in place. An example, a paste or a link begins another sheet, so it never costs anyone their work.
 */
import type * as device from '#field/device-works.ts';
import type { WorkKeeper } from '#field/work-keeper.ts';
import { rightNow } from '#ui/right-now.ts';
import { saveStatus } from '#ui/save-status.svelte.ts';
import { edited, redone, startHistory, undone, type History } from './history.ts';
import type { OpenedTool } from './open-tool.ts';
import type { ReportOf, ToolDefinition } from './tool-definition.ts';

/** Something to tell the person about the sheet as a whole. */
export type WorkNotice = 'copied' | 'broken-link' | 'from-link' | 'missing';

export class ToolWork<Content> {
	readonly tool: ToolDefinition<Content>;
	#history: History<Content> = $state.raw() as History<Content>;
	#keeper: WorkKeeper | null = null;
	/** What reaches the device's storage; fetched when the page is drawn. */
	#device: typeof device | null = null;
	#report: ReportOf<Content> | null = $state.raw(null);
	notice: WorkNotice | null = $state(null);
	/** The sheet's id on this device; null while nothing was typed. */
	id: string | null = $state(null);
	/** The example on screen, as long as nothing in it was changed. */
	example: string | null = $state(null);

	readonly content = $derived(this.#history.present);
	readonly blank = $derived.by(() => this.tool.blank(this.content));
	readonly title = $derived.by(() => this.tool.title(this.content));
	readonly canUndo = $derived(this.#history.past.length > 0);
	readonly canRedo = $derived(this.#history.future.length > 0);
	/** Makes the report; null until it was fetched. */
	readonly report = $derived(this.#report);

	constructor(tool: ToolDefinition<Content>, opened: OpenedTool<Content>) {
		this.tool = tool;
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
		this.#keeper?.stop();
		this.#keeper = null;
		this.id = null;
		this.notice = null;
		this.example = example;
		this.#history = startHistory(content);
		saveStatus.nothing();
		// An example is kept only when somebody works on it.
		if (!example) this.#keep();
	}

	/**
	 * Connects with the device. The address tells what to open: a link's content, a sheet's id, an example (already
	 * here), else the sheet of this tool that was used last.
	 */
	async connect(address: { readonly id: string | null; readonly packed: string | null }): Promise<void> {
		this.#device = await import('#field/device-works.ts');
		const { forgetUnsaved, listWorks, loadWork, unsavedIds, unsavedOf } = this.#device;
		// What was typed before the device answered is newer than anything it holds.
		if (this.canUndo) return this.#keep();
		if (address.packed !== null) return this.openPacked(address.packed);
		if (this.example !== null && address.id === null) return;
		const untouched = this.content;
		const works = address.id === null ? await listWorks(this.tool.tool) : [];
		const latest = address.id === null ? (works[0] ?? null) : await loadWork(address.id);
		const id = address.id ?? latest?.id ?? unsavedIds().find((one) => one.startsWith(`${this.tool.tool}-`));
		if (!id || this.content !== untouched) return;
		const unsaved = unsavedOf(id);
		const [found, kept] = [
			unsaved ? this.tool.read(unsaved.content) : null,
			latest ? this.tool.read(latest.content) : null,
		];
		if (!found && unsaved) forgetUnsaved(id);
		const content = found ?? kept;
		if (!content) {
			this.notice = address.id === null ? null : 'missing';
			return;
		}
		this.example = null;
		this.#history = startHistory(content);
		this.id = id;
		this.#startKeeping(found && unsaved ? unsaved.seen : (latest?.revision ?? 0));
		if (found) this.#keep();
		if (latest && !found) saveStatus.saved(new Date(latest.changedAt));
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
		this.#keeper?.stop();
		this.#keeper = null;
		saveStatus.nothing();
	}

	#startKeeping(revision: number): void {
		if (!this.#device || this.#keeper) return;
		this.id ??= this.#device.newWorkId(this.tool.tool);
		this.#keeper = this.#device.keepWork(this.tool.tool, { id: this.id, revision }, rightNow, (news) => {
			if (news.kind === 'refused') return saveStatus.refused(news.reason);
			saveStatus.saved(news.kind === 'saved' ? news.at : rightNow());
			this.id = news.work.id;
			if (news.kind === 'copied') this.notice = 'copied';
		});
	}

	#keep(): void {
		if (!this.blank) this.#startKeeping(0);
		this.#keeper?.keep(this.title, $state.snapshot(this.content));
	}
}
