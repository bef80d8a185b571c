import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveToFolderOwner } from './folder-layout.ts';
import type { FolderLayout } from './folder-layout.ts';
import { identifyThisProcess, judgeProcess } from './process-identity.ts';
import type { ProcessIdentity } from './process-identity.ts';

/**
 * A lease is a file that says: this process uses the server. All of this is called under the start lock only.
 */

/** Writes a lease of this process and answers its path. One process may hold several. */
export function takeLease(layout: FolderLayout): string {
	const path = join(layout.leases, `${process.pid}-${randomUUID()}.json`);
	// Beside and then renamed: a kill in between leaves a name that the sweep takes for rubbish, not half a lease.
	writeFileSync(`${path}.new`, JSON.stringify(identifyThisProcess()), { mode: 0o600 });
	giveToFolderOwner(`${path}.new`, layout.folder);
	renameSync(`${path}.new`, path);
	return path;
}

export function dropLease(path: string): void {
	rmSync(path, { force: true });
}

function readLease(path: string): ProcessIdentity | null {
	try {
		const lease = JSON.parse(readFileSync(path, 'utf8')) as Partial<ProcessIdentity> | null;
		const { pid, startedAt, boot, namespace } = lease ?? {};
		if (!Number.isInteger(pid) || (pid as number) <= 0) return null;
		if (typeof startedAt !== 'string' || typeof boot !== 'string' || typeof namespace !== 'string')
			return null;
		return { pid: pid as number, startedAt, boot, namespace };
	} catch {
		return null;
	}
}

/**
 * Removes the leases of processes that are gone and counts the rest. `newServer`: the server of before is gone too, so
 * holders in other containers, whom we cannot judge, have nothing left to hold.
 */
export function sweepLeases(layout: FolderLayout, newServer = false): number {
	let alive = 0;
	for (const name of readdirSync(layout.leases)) {
		const path = join(layout.leases, name);
		const lease = name.endsWith('.json') ? readLease(path) : null;
		const verdict = lease ? judgeProcess(lease) : 'gone';
		if (verdict === 'gone' || (verdict === 'elsewhere' && newServer)) dropLease(path);
		else alive += 1;
	}
	return alive;
}

/** How many other processes use the server; one that is known to be gone does not count. */
export function othersWithLease(layout: FolderLayout): number {
	sweepLeases(layout);
	const ours = identifyThisProcess();
	const others = readdirSync(layout.leases)
		.map((name) => readLease(join(layout.leases, name)))
		.filter((lease) => lease !== null && (lease.pid !== ours.pid || lease.namespace !== ours.namespace));
	return new Set(others.map((lease) => `${lease?.namespace} ${lease?.pid}`)).size;
}
