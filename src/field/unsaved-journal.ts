/**
 * The last keystrokes before a page ends. The database answers later, and a closing tab does not wait for it; this
 * small store is written at once. What is found here at the next visit had not reached the database.
 */
const PREFIX = 'sentra-belum-tersimpan:';

/** Larger sheets are only written when the page is hidden: at every key they would slow the typing. */
const EVERY_KEY = 60_000;

export interface Unsaved {
	readonly title: string;
	readonly content: unknown;
	/** The revision it was made from. */
	readonly seen: number;
	readonly at: string;
}

/** Sheets found too large for every key since their last save: they are not written out again to find that out. */
const large = new Set<string>();

/** Notes what is not saved yet. `closing` writes it whatever its size. A refused or full store changes nothing. */
export function noteUnsaved(id: string, unsaved: Unsaved, closing: boolean): void {
	if (!closing && large.has(id)) return;
	try {
		const text = JSON.stringify(unsaved);
		if (closing || text.length <= EVERY_KEY) localStorage.setItem(PREFIX + id, text);
		else large.add(id);
	} catch {
		// The database is tried in any case; the pill says when that fails too.
	}
}

/** Takes what was not saved when the page ended; null when everything was. It stays until `forgetUnsaved`. */
export function unsavedOf(id: string): Unsaved | null {
	try {
		const found: unknown = JSON.parse(localStorage.getItem(PREFIX + id) ?? 'null');
		if (typeof found !== 'object' || found === null || !('content' in found)) return null;
		const { title, content, seen, at } = found as Partial<Record<keyof Unsaved, unknown>>;
		return {
			title: typeof title === 'string' ? title : '',
			content,
			seen: typeof seen === 'number' ? seen : 0,
			at: typeof at === 'string' ? at : '',
		};
	} catch {
		return null;
	}
}

/** The ids of sheets with something unsaved. */
export function unsavedIds(): string[] {
	try {
		return Object.keys(localStorage)
			.filter((key) => key.startsWith(PREFIX))
			.map((key) => key.slice(PREFIX.length));
	} catch {
		return [];
	}
}

/** Everything of this sheet is in the database. */
export function forgetUnsaved(id: string): void {
	large.delete(id);
	try {
		localStorage.removeItem(PREFIX + id);
	} catch {
		// Nothing was noted where the store is refused.
	}
}
