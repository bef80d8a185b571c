/** Undo and redo over whole sheets: an edit keeps the sheet before it, and sheets share what did not change. */
export interface History<Value> {
	readonly past: readonly Value[];
	readonly present: Value;
	readonly future: readonly Value[];
	/** Edits with the same tag in a row are one step: the letters typed into one field. */
	readonly tag: string | null;
}

const mostSteps = 200;

/** A history in which nothing happened yet. */
export function startHistory<Value>(present: Value): History<Value> {
	return { past: [], present, future: [], tag: null };
}

/** The history after an edit; what had been undone is gone. */
export function edited<Value>(
	history: History<Value>,
	next: Value,
	tag: string | null = null,
): History<Value> {
	if (next === history.present) return history;
	const sameField = tag !== null && tag === history.tag && history.past.length > 0;
	const past = sameField ? history.past : [...history.past, history.present].slice(-mostSteps);
	return { past, present: next, future: [], tag };
}

/** One step back; the same history when there is none. */
export function undone<Value>(history: History<Value>): History<Value> {
	const previous = history.past.at(-1);
	if (previous === undefined) return history;
	return {
		past: history.past.slice(0, -1),
		present: previous,
		future: [history.present, ...history.future],
		tag: null,
	};
}

/** One step forward again; the same history when there is none. */
export function redone<Value>(history: History<Value>): History<Value> {
	const [next, ...future] = history.future;
	if (next === undefined) return history;
	return { past: [...history.past, history.present], present: next, future, tag: null };
}
