/**
 * The open worksheet: its texts, every figure computed from them, undo, and the draft on the device.
 * Sheets are replaced and never changed in place, so undo is a list of sheets and a recalculation is one pass.
 */
import type { DraftKeeper } from '#field/drafts.ts';
import { sheetIsBlank, type ValueAddedSheet } from '#inputs/value-added-sheet.ts';
import { rightNow } from '#ui/right-now.ts';
import { saveStatus } from '#ui/save-status.svelte.ts';
import { readOnlySheet, type ComputedSheet, type Engine } from './computed-sheet.ts';
import { edited, redone, startHistory, undone, type History } from '#ui/tool/history.ts';

export class WorksheetState {
	#history: History<ValueAddedSheet> = $state.raw() as History<ValueAddedSheet>;
	#engine: Engine | null = $state.raw(null);
	#keeper: DraftKeeper | null = null;
	/** The last answers, whose unchanged products need no second computation. */
	#before: ComputedSheet | undefined;
	/** The product that the question pages, the drawer and the charts speak of. */
	#active = $state(0);
	/** A sheet that an example or a paste replaced and that can be opened again. */
	previous: ValueAddedSheet | null = $state.raw(null);

	readonly sheet = $derived(this.#history.present);
	readonly computed = $derived.by(
		() => (this.#before = (this.#engine ?? readOnlySheet)(this.sheet, this.#before)),
	);
	readonly canUndo = $derived(this.#history.past.length > 0);
	readonly canRedo = $derived(this.#history.future.length > 0);
	readonly active = $derived(Math.min(this.#active, this.sheet.products.length - 1));

	/** `engine` may come later: a phone's first question needs the reader only. */
	constructor(sheet: ValueAddedSheet, engine: Engine | null) {
		this.#history = startHistory(sheet);
		this.#engine = engine;
	}

	/** Loads the engine when the sheet was opened without it. */
	async bringEngine(): Promise<void> {
		this.#engine ??= (await import('./compute-sheet.ts')).computeSheet;
	}

	/** Makes another product the one that is shown. */
	show(product: number): void {
		this.#active = product;
	}

	/** Accepts an edit. Edits with the same tag in a row are undone together. */
	edit(next: ValueAddedSheet, tag: string | null = null): void {
		this.#history = edited(this.#history, next, tag);
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

	/** Puts another sheet in the place of this one; what was typed before can be opened again. */
	replace(next: ValueAddedSheet): void {
		this.#setAside(this.sheet);
		this.#active = 0;
		this.edit(next);
	}

	/** Opens the sheet that was replaced; the two change places. */
	openPrevious(): void {
		if (this.previous) this.replace(this.previous);
	}

	/**
	 * Connects the sheet with the device: opens the draft when `openDraft`, and keeps every later edit.
	 * With an example in the address the draft is not opened but set aside.
	 */
	async connect(openDraft: boolean): Promise<void> {
		const [{ draftKeeper, loadDraft }, { sheetFrom }] = await Promise.all([
			import('#field/drafts.ts'),
			import('#inputs/value-added-sheet-form.ts'),
		]);
		this.#keeper = draftKeeper('value-added', (refused) =>
			refused ? saveStatus.refused(refused) : saveStatus.saved(rightNow()),
		);
		const [draft, previous] = [
			sheetFrom(await loadDraft('value-added')),
			sheetFrom(await loadDraft('value-added-previous')),
		];
		this.previous ??= previous;
		// What was typed before the device answered is newer than any draft.
		if (this.canUndo) this.#keep();
		if (!draft || sheetIsBlank(draft)) return;
		if (openDraft && !this.canUndo) {
			this.#history = startHistory(draft);
			saveStatus.saved(rightNow());
		} else if (JSON.stringify(draft) !== JSON.stringify(this.sheet)) {
			this.#setAside(draft);
		}
	}

	/** Writes what is waiting and lets the device go. */
	disconnect(): void {
		this.#keeper?.stop();
		this.#keeper = null;
		saveStatus.nothing();
	}

	#setAside(sheet: ValueAddedSheet): void {
		if (sheetIsBlank(sheet)) return;
		this.previous = sheet;
		void import('#field/drafts.ts').then(({ saveDraft }) => saveDraft('value-added-previous', sheet));
	}

	#keep(): void {
		this.#keeper?.keep($state.snapshot(this.sheet));
	}
}
