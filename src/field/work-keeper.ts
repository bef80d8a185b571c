/**
 * Keeps one open sheet on the device as the person types: every key is noted at once, the database follows in typing
 * pauses, one save after the other. When another tab saved in between, what was typed here goes on as a copy.
 */
import type { ToolId } from '#inputs/tool-content.ts';
import type { Refusal } from './device-store.ts';
import { forgetUnsaved, noteUnsaved } from './unsaved-journal.ts';
import { newWorkId, saveWork } from './works.ts';

export interface KeptWork {
	readonly id: string;
	readonly revision: number;
}

export interface OpenedWork extends KeptWork {
	/** As it was opened; absent for a new sheet. */
	readonly content?: unknown;
}

export type KeeperNews =
	| { readonly kind: 'saved'; readonly at: Date; readonly work: KeptWork }
	| { readonly kind: 'refused'; readonly reason: Refusal }
	/** The sheet was changed in another tab; what is typed here is kept under the new id. */
	| { readonly kind: 'copied'; readonly work: KeptWork };

export interface WorkKeeper {
	/** Keeps this content; a later one takes its place. */
	keep(title: string, content: unknown): void;
	/** Saves at once what is waiting. Resolves when it is on the device or refused. */
	flush(): Promise<void>;
	/** Flushes and stops listening to the page. */
	stop(): void;
}

const PAUSE_MS = 200;

/** Starts keeping. `open` is the sheet as it was opened, revision 0 for a new one. */
export function keepWork(
	tool: ToolId,
	open: OpenedWork,
	now: () => Date,
	report: (news: KeeperNews) => void,
): WorkKeeper {
	let { id, revision } = open;
	const opened = JSON.stringify(open.content ?? null);
	let waiting: { title: string; content: unknown } | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let saving: Promise<void> = Promise.resolve();

	const note = (closing: boolean) => {
		if (waiting) noteUnsaved(id, { ...waiting, seen: revision, at: now().toISOString() }, closing);
	};

	async function save(): Promise<void> {
		if (!waiting) return;
		const { title, content } = waiting;
		waiting = null;
		const at = now();
		let answer = await saveWork({ id, tool, title, content }, revision, at);
		let copied = false;
		const other = 'changedElsewhere' in answer ? answer.changedElsewhere : null;
		if (other && JSON.stringify(other.content) === opened) {
			// A closing page had noted this content, was opened from the note, and saved it a moment later: nobody's work.
			revision = other.revision;
			answer = await saveWork({ id, tool, title, content }, revision, at);
		}
		if ('changedElsewhere' in answer) {
			forgetUnsaved(id);
			[id, revision, copied] = [newWorkId(tool), 0, true];
			answer = await saveWork({ id, tool, title, content }, 0, at);
		}
		if ('saved' in answer) {
			revision = answer.saved.revision;
			if (waiting) note(false);
			else forgetUnsaved(id);
			report(
				copied ? { kind: 'copied', work: { id, revision } } : { kind: 'saved', at, work: { id, revision } },
			);
		} else if ('refused' in answer) {
			// It waits for the next key or the next attempt; nothing newer may be overwritten by it.
			waiting ??= { title, content };
			report({ kind: 'refused', reason: answer.refused });
		}
	}

	function flush(): Promise<void> {
		clearTimeout(timer);
		saving = saving.then(save);
		return saving;
	}

	const closing = () => {
		note(true);
		void flush();
	};
	const whenHidden = () => {
		if (document.visibilityState === 'hidden') closing();
	};
	addEventListener('pagehide', closing);
	document.addEventListener('visibilitychange', whenHidden);
	return {
		keep(title, content) {
			waiting = { title, content };
			note(false);
			clearTimeout(timer);
			timer = setTimeout(() => void flush(), PAUSE_MS);
		},
		flush,
		stop() {
			closing();
			removeEventListener('pagehide', closing);
			document.removeEventListener('visibilitychange', whenHidden);
		},
	};
}
