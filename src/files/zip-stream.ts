/** A zip entry by entry and piece by piece: memory stays that of a piece. Below 4 GB, as zips without extensions are. */
import { Zip, ZipDeflate } from 'fflate';

export interface ZipStream {
	/** Begins an entry; the one before must have ended. */
	open(name: string): void;
	/** Adds to the open entry. */
	add(bytes: Uint8Array): void;
	close(): void;
	/** Writes the directory. */
	end(): void;
}

const nothing = new Uint8Array(0);

/** A zip that is given away as it is made. Every entry carries the oldest date a zip can hold: same content, same bytes. */
export function zipStream(give: (bytes: Uint8Array) => void): ZipStream {
	let fault: Error | null = null;
	const zip = new Zip((error, bytes) => {
		if (error) fault = error;
		else give(bytes);
	});
	let entry: ZipDeflate | null = null;
	const push = (bytes: Uint8Array, last: boolean): void => {
		if (entry === null) throw new Error('no entry of the zip is open');
		entry.push(bytes, last);
		if (fault) throw fault;
	};
	return {
		open(name) {
			if (entry !== null) throw new Error('an entry of the zip is still open');
			entry = new ZipDeflate(name, { level: 6 });
			entry.mtime = new Date(1980, 0, 1);
			zip.add(entry);
		},
		add: (bytes) => push(bytes, false),
		close() {
			push(nothing, true);
			entry = null;
		},
		end: () => zip.end(),
	};
}
