/**
 * Every sheet of every quick tool on this device. A sheet carries a revision: who saves must have seen the latest one,
 * so two open tabs never overwrite each other.
 */
import type { ToolId } from '#inputs/tool-content.ts';
import { openDevice, refusalOf, type Refusal } from './device-store.ts';

export interface Work {
	/** Made on this device: the tool and random letters. */
	readonly id: string;
	readonly tool: ToolId;
	readonly title: string;
	/** As the tool's `read` takes it; its shape is not checked here. */
	readonly content: unknown;
	/** Counts the saves, from 1. */
	readonly revision: number;
	/** ISO time of the last save on this device. */
	readonly changedAt: string;
}

export type SaveAnswer =
	| { readonly saved: Work }
	| { readonly refused: Refusal }
	/** Somebody saved in between (another tab): nothing was written. Null when it was removed there. */
	| { readonly changedElsewhere: Work | null };

/** A new id, the tool first. `crypto.randomUUID` does not exist over plain http, as on a village network. */
export function newWorkId(tool: ToolId): string {
	const letters = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) =>
		byte.toString(36).padStart(2, '0'),
	);
	return `${tool}-${letters.join('')}`;
}

/** The sheet with this id; null when there is none or the browser refuses storage. */
export async function loadWork(id: string): Promise<Work | null> {
	try {
		return ((await (await openDevice()).get('works', id)) as Work | undefined) ?? null;
	} catch {
		return null;
	}
}

/** All sheets, the latest first; of one tool when told. Empty when the browser refuses storage. */
export async function listWorks(tool?: ToolId): Promise<Work[]> {
	try {
		const device = await openDevice();
		const works = (
			tool ? await device.getAllFromIndex('works', 'tool', tool) : await device.getAll('works')
		) as Work[];
		return works.sort((a, b) => b.changedAt.localeCompare(a.changedAt));
	} catch {
		return [];
	}
}

/**
 * Saves a sheet. `seen` is the revision it was made from, 0 for a new one; when the stored one is another, nothing is
 * written and the stored sheet comes back. Reading and writing are one transaction.
 */
export async function saveWork(
	work: Omit<Work, 'revision' | 'changedAt'>,
	seen: number,
	now: Date,
): Promise<SaveAnswer> {
	try {
		const transaction = (await openDevice()).transaction('works', 'readwrite', { durability: 'strict' });
		const stored = (await transaction.store.get(work.id)) as Work | undefined;
		if ((stored?.revision ?? 0) !== seen) {
			await transaction.done;
			return { changedElsewhere: stored ?? null };
		}
		const saved: Work = { ...work, revision: seen + 1, changedAt: now.toISOString() };
		// Both are awaited: a full disk shows itself only when the transaction ends.
		await Promise.all([transaction.store.put(saved), transaction.done]);
		return { saved };
	} catch (error) {
		return { refused: refusalOf(error) };
	}
}

/** Puts a new sheet on the device: from a file, or handed over by another tool. Null when storage is refused. */
export async function addWork(
	tool: ToolId,
	title: string,
	content: unknown,
	now: Date,
): Promise<Work | null> {
	const answer = await saveWork({ id: newWorkId(tool), tool, title, content }, 0, now);
	return 'saved' in answer ? answer.saved : null;
}

/** Removes a sheet. Returns false when the browser refuses storage. */
export async function removeWork(id: string): Promise<boolean> {
	try {
		await (await openDevice()).delete('works', id);
		return true;
	} catch {
		return false;
	}
}
