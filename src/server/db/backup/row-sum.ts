/**
 * The checksum of a table that does not depend on the order of its rows: the sum of the hashes of its lines. PostgreSQL
 * gives rows in any order, and another server gives them in another.
 */
import { createHash } from 'node:crypto';

const NEWLINE = 10;
const LANES = 8;

export interface RowSum {
	readonly rows: number;
	/** 64 hexadecimal figures. */
	readonly sum: string;
}

/** Takes COPY text in pieces of any size. A line's hash is begun where the piece ends and goes on in the next. */
export function rowSum(): { add: (piece: Buffer) => void; end: () => RowSum } {
	const sums = new Uint32Array(LANES);
	let rows = 0;
	let open = createHash('sha256');
	let openBytes = 0;
	const endLine = (): void => {
		const digest = open.digest();
		for (let lane = 0; lane < LANES; lane += 1)
			// A lane overflows by itself: the sum is taken modulo 2^32.
			sums[lane] = (sums[lane] ?? 0) + digest.readUInt32BE(4 * lane);
		rows += 1;
		open = createHash('sha256');
		openBytes = 0;
	};
	return {
		add(piece) {
			let from = 0;
			for (let to = piece.indexOf(NEWLINE); to !== -1; to = piece.indexOf(NEWLINE, from)) {
				open.update(piece.subarray(from, to));
				endLine();
				from = to + 1;
			}
			if (from < piece.length) {
				open.update(piece.subarray(from));
				openBytes += piece.length - from;
			}
		},
		end() {
			if (openBytes > 0) throw new Error('COPY text ends within a row');
			return { rows, sum: [...sums].map((lane) => lane.toString(16).padStart(8, '0')).join('') };
		},
	};
}
