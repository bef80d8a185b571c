/**
 * What a person typed, kept on this device exactly as typed. One draft per tool, plus the sheet that an example or
 * a paste replaced, so that opening an example never costs anyone their work.
 */
import { openDevice as open, refusalOf as refusal, type Refusal } from './device-store.ts';

export type DraftTool = 'value-added' | 'value-added-previous' | 'table-check';

export type DraftRefusal = Refusal;

/** The stored draft of a tool; null when there is none or the browser refuses storage. Its shape is not checked. */
export async function loadDraft(tool: DraftTool): Promise<unknown> {
	try {
		return (await (await open()).get('drafts', tool)) ?? null;
	} catch {
		return null;
	}
}

/** Stores the draft. Returns null when it is on the device, else why it is not. */
export async function saveDraft(tool: DraftTool, value: unknown): Promise<DraftRefusal | null> {
	try {
		await (await open()).put('drafts', value, tool);
		return null;
	} catch (error) {
		return refusal(error);
	}
}

/** Forgets the draft of a tool. */
export async function removeDraft(tool: DraftTool): Promise<void> {
	try {
		await (await open()).delete('drafts', tool);
	} catch {
		// Nothing was stored where storage is refused.
	}
}

export interface DraftKeeper {
	/** Stores the value soon, at most `delay` milliseconds later; a later value takes its place. */
	keep(value: unknown): void;
	/** Stores at once what is still waiting. */
	flush(): void;
	/** Flushes and stops listening to the page. */
	stop(): void;
}

/**
 * Keeps a tool's draft up to date without writing at every key: typing pauses of 200 ms are waited for, and the rest
 * is written when the page is hidden, because a phone may end a hidden page without further notice.
 */
export function draftKeeper(
	tool: DraftTool,
	report: (refused: DraftRefusal | null) => void,
	delay = 200,
): DraftKeeper {
	let waiting: { value: unknown } | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const flush = () => {
		clearTimeout(timer);
		if (!waiting) return;
		const { value } = waiting;
		waiting = null;
		void saveDraft(tool, value).then(report);
	};
	const whenHidden = () => {
		if (document.visibilityState === 'hidden') flush();
	};
	addEventListener('pagehide', flush);
	document.addEventListener('visibilitychange', whenHidden);
	return {
		keep(value) {
			waiting = { value };
			clearTimeout(timer);
			timer = setTimeout(flush, delay);
		},
		flush,
		stop() {
			flush();
			removeEventListener('pagehide', flush);
			document.removeEventListener('visibilitychange', whenHidden);
		},
	};
}
