/**
 * The open worksheet: its texts, every figure computed from them, undo, and its place on the device.
 * Sheets are replaced and never changed in place, so undo is a list of sheets and a recalculation is one pass.
 */
import { sheetIsBlank, type ValueAddedSheet } from '#inputs/value-added-sheet.ts';
import type { KeptSheet } from '#ui/tool/kept-sheet.svelte.ts';
import { readOnlySheet, type ComputedSheet, type Engine } from './computed-sheet.ts';
import { edited, redone, startHistory, undone, type History } from '#ui/tool/history.ts';

export class WorksheetState {
	#history: History<ValueAddedSheet> = $state.raw() as History<ValueAddedSheet>;
	#engine: Engine | null = $state.raw(null);
	/** Its place on the device; fetched when the page is drawn. */
	#kept: KeptSheet | null = $state.raw(null);
	/** The last answers, whose unchanged products need no second computation. */
	#before: ComputedSheet | undefined;
	/** The product that the question pages, the drawer and the charts speak of. */
	#active = $state(0);
	/** Another sheet was on screen before; it is in the list of sheets. */
	setAside = $state(false);
	/** The example on screen, as long as nothing in it was changed. */
	example: string | null = $state(null);
	/** The address carried a sheet that is cut or damaged. */
	brokenLink = $state(false);
	/** The address names a sheet that is not on this device. */
	missing = $state(false);

	readonly sheet = $derived(this.#history.present);
	readonly computed = $derived.by(
		() => (this.#before = (this.#engine ?? readOnlySheet)(this.sheet, this.#before)),
	);
	readonly canUndo = $derived(this.#history.past.length > 0);
	readonly canRedo = $derived(this.#history.future.length > 0);
	readonly id = $derived.by(() => this.#kept?.id ?? null);
	readonly copied = $derived.by(() => this.#kept?.copied ?? false);
	readonly active = $derived(Math.min(this.#active, this.sheet.products.length - 1));

	/** `engine` may come later: a phone's first question needs the reader only. */
	constructor(sheet: ValueAddedSheet, engine: Engine | null, example: string | null = null) {
		this.example = example;
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
		if (next === this.sheet) return;
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

	/**
	 * Puts another sheet in the place of this one, which stays in the list of sheets; undoing brings its texts back. An
	 * example is kept only when somebody works on it.
	 */
	replace(next: ValueAddedSheet, example: string | null = null): void {
		this.setAside ||= this.id !== null;
		this.#kept?.leave();
		this.#active = 0;
		this.#history = edited(this.#history, next);
		this.example = example;
		if (example === null) this.#keep();
	}

	/** Connects the sheet with the device: opens what the address names or what was used last, and keeps every edit. */
	async connect(address: {
		readonly id: string | null;
		readonly packed: string | null;
		readonly keepAsOpened: boolean;
	}): Promise<void> {
		const [{ sheetFrom }, { KeptSheet: Kept }] = await Promise.all([
			import('#inputs/value-added-sheet-form.ts'),
			import('#ui/tool/kept-sheet.svelte.ts'),
		]);
		const kept = new Kept('value-added');
		await kept.connect();
		this.#kept = kept;
		// What was typed before the device answered is newer than anything it holds.
		if (this.canUndo) return this.#keep();
		if (address.packed !== null) {
			this.brokenLink = !(await this.openPacked(address.packed));
			return;
		}
		const candidates = await kept.find(address.id);
		if (address.keepAsOpened && address.id === null) {
			this.setAside = candidates.length > 0;
			return;
		}
		for (const found of candidates) {
			const sheet = sheetFrom(found.content);
			if (sheet === null || this.canUndo) continue;
			this.#history = startHistory(sheet);
			this.example = null;
			kept.take(found);
			if (found.savedAt === null) this.#keep();
			return;
		}
		this.missing = address.id !== null;
	}

	/** Opens a sheet that came behind `#t=` in an address, as a sheet of its own. False when it is cut or damaged. */
	async openPacked(packed: string): Promise<boolean> {
		const [{ unpackContent }, { valueAddedContent }] = await Promise.all([
			import('#ui/tool/packed-content.ts'),
			import('#inputs/value-added-content.ts'),
		]);
		const sheet = unpackContent(valueAddedContent, packed);
		if (sheet) this.replace(sheet);
		return sheet !== null;
	}

	/** Writes what is waiting and lets the device go. */
	disconnect(): void {
		this.#kept?.leave();
	}

	#keep(): void {
		if (sheetIsBlank(this.sheet) && this.id === null) return;
		const title = this.sheet.title.trim() || this.sheet.products[0]?.name.trim() || '';
		this.#kept?.keep(title, $state.snapshot(this.sheet));
	}
}
