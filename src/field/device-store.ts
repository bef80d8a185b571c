/** The database on this device. Every kind of thing kept there has a file of its own; this one opens it. */
import { openDB, type IDBPDatabase } from 'idb';

/** Why the device did not take it: its storage is full, or the browser refuses storage to this site. */
export type Refusal = 'full' | 'denied';

let database: Promise<IDBPDatabase> | null = null;

/** Opens the database; a refused opening is tried again at the next call, because the person may have freed space. */
export function openDevice(): Promise<IDBPDatabase> {
	database ??= openDB('sentra', 2, {
		async upgrade(created, before, _now, transaction) {
			if (before < 2) created.createObjectStore('works', { keyPath: 'id' }).createIndex('tool', 'tool');
			// Version 1 held one draft a tool.
			if (before === 1) {
				for (const key of ['value-added', 'value-added-previous', 'table-check']) {
					const content: unknown = await transaction.objectStore('drafts').get(key);
					const tool = key === 'table-check' ? key : 'value-added';
					const work = { id: `${tool}-${key}`, tool, title: '', content, revision: 1 };
					const changedAt = new Date(0).toISOString();
					if (content !== undefined) await transaction.objectStore('works').put({ ...work, changedAt });
				}
				created.deleteObjectStore('drafts');
			}
		},
		blocking(_current, _blocked, event) {
			// A newer version of this site wants the database in another tab; this one opens it anew when needed.
			(event.target as IDBDatabase).close();
			database = null;
		},
		terminated() {
			database = null;
		},
	}).catch((error: unknown) => {
		database = null;
		throw error;
	});
	return database;
}

/** What a failed write means for the person. */
export function refusalOf(error: unknown): Refusal {
	return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'denied';
}
