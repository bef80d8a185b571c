/**
 * The place of one open sheet on the device: found by its id or as the last one used, kept as the person types, and
 * reported by the status pill.
 */
import type * as device from '#field/device-works.ts';
import type { WorkKeeper } from '#field/work-keeper.ts';
import type { ToolId } from '#inputs/tool-content.ts';
import { momentFrom, rightNow } from '#ui/right-now.ts';
import { saveStatus } from '#ui/save-status.svelte.ts';

/** Something on the device that may be the sheet. Its content is not checked. */
export interface Candidate {
	readonly id: string;
	readonly content: unknown;
	/** The revision it was made from. */
	readonly seen: number;
	/** When it reached the database; null for what a closing page had only noted. */
	readonly savedAt: string | null;
}

export class KeptSheet {
	readonly #tool: ToolId;
	/** What reaches the device's storage; fetched when the page is drawn. */
	#device: typeof device | null = null;
	#keeper: WorkKeeper | null = null;
	/** The sheet's id on this device; null while nothing was typed. */
	id: string | null = $state(null);
	/** The sheet was also changed in another tab; what is typed here goes on as a copy. */
	copied = $state(false);

	constructor(tool: ToolId) {
		this.#tool = tool;
	}

	/** Fetches what reaches the device. Until then nothing can be kept. */
	async connect(): Promise<void> {
		this.#device ??= await import('#field/device-works.ts');
	}

	/**
	 * What the device holds for this id, or for the sheet of this tool that was used last: first what a closing page
	 * had only noted, then what is in the database.
	 */
	async find(id: string | null): Promise<Candidate[]> {
		await this.connect();
		const held = this.#device;
		if (!held) return [];
		// The notes first: a closing page takes its note away only when the database has it.
		const ids = held.unsavedIds().filter((one) => one.startsWith(`${this.#tool}-`));
		const notes = Object.fromEntries(ids.map((one) => [one, held.unsavedOf(one)]));
		const stored = id === null ? (await held.listWorks(this.#tool))[0] : await held.loadWork(id);
		const wanted = id ?? stored?.id ?? ids[0];
		if (wanted === undefined) return [];
		const unsaved = notes[wanted];
		const same = stored && unsaved && JSON.stringify(stored.content) === JSON.stringify(unsaved.content);
		return [
			...(unsaved && !same
				? [{ id: wanted, content: unsaved.content, seen: unsaved.seen, savedAt: null }]
				: []),
			...(stored
				? [{ id: wanted, content: stored.content, seen: stored.revision, savedAt: stored.changedAt }]
				: []),
		];
	}

	/** Goes on with what was found. */
	take(found: Candidate): void {
		this.id = found.id;
		this.#start(found.seen, found.content);
		if (found.savedAt !== null) saveStatus.saved(momentFrom(found.savedAt));
	}

	/** Keeps this content as typed. The first one makes the sheet. */
	keep(title: string, content: unknown): void {
		this.#start(0);
		this.#keeper?.keep(title, content);
	}

	/** Writes what is waiting and lets the sheet go; the next content kept is another sheet. */
	leave(): void {
		this.#keeper?.stop();
		this.#keeper = null;
		this.id = null;
		this.copied = false;
		saveStatus.nothing();
	}

	#start(revision: number, content?: unknown): void {
		if (!this.#device || this.#keeper) return;
		this.id ??= this.#device.newWorkId(this.#tool);
		this.#keeper = this.#device.keepWork(this.#tool, { id: this.id, revision, content }, rightNow, (news) => {
			if (news.kind === 'refused') {
				saveStatus.refused(news.reason);
				return;
			}
			saveStatus.saved(rightNow());
			this.id = news.work.id;
			if (news.kind === 'copied') this.copied = true;
		});
	}
}
