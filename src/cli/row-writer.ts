/** Result rows as tab- or comma-separated text or as JSON lines, gathered in one buffer and handed on when it is full. */
import type { HayamiFigures } from '#methods/value-added/hayami-figures.ts';
import type { HayamiResultKey } from '#methods/value-added/hayami-rows.ts';
import { hayamiRows } from '#methods/value-added/hayami-rows.ts';
import type { CostRow } from './cost-rows.ts';
import { writeNumberBytes } from './number-bytes.ts';

export type RowFormat = 'tsv' | 'csv' | 'jsonl';

export const figureKeys: readonly HayamiResultKey[] = hayamiRows
	.filter((row) => row.kind === 'computed')
	.map((row) => row.key as HayamiResultKey);

const SIZE = 512 * 1024;
/** No row is longer than this: 14 figures of 32 bytes and the longest name kept. */
const ROOM = 4096;
const LONGEST_NAME = 600;
const encoder = new TextEncoder();

/** Text for one field; tabs and line breaks would make other fields of it. */
function plainName(name: string, format: RowFormat): string {
	const short = name.length > LONGEST_NAME ? name.slice(0, LONGEST_NAME) : name;
	if (format === 'csv') return /[",\r\n]/.test(short) ? `"${short.replace(/"/g, '""')}"` : short;
	return /[\t\r\n]/.test(short) ? short.replace(/[\t\r\n]+/g, ' ') : short;
}

export class RowWriter {
	readonly #format: RowFormat;
	readonly #send: (bytes: Uint8Array) => Promise<void>;
	#bytes: Uint8Array = new Uint8Array(SIZE);
	#at = 0;

	constructor(format: RowFormat, send: (bytes: Uint8Array) => Promise<void>) {
		this.#format = format;
		this.#send = send;
		if (format !== 'jsonl') this.#text(`${['name', ...figureKeys].join(format === 'tsv' ? '\t' : ',')}\n`);
	}

	/** JSON lines need the name as a string. */
	get takesPlain(): boolean {
		return this.#format !== 'jsonl';
	}

	/** Whether the buffer should be handed on before the next row. */
	get full(): boolean {
		return this.#at > SIZE - ROOM;
	}

	/** Adds one row; call `flush` first when `full`. */
	add(row: CostRow): void {
		if (this.#format === 'jsonl') {
			this.#text(`${JSON.stringify({ name: row.name.slice(0, LONGEST_NAME), ...row.figures })}\n`);
			return;
		}
		this.#text(plainName(row.name, this.#format));
		this.#figures(row.figures);
	}

	/** Adds one row whose name stands as plain ASCII in `bytes`, without making a string of it. */
	addPlain(source: Uint8Array, nameStart: number, nameEnd: number, figures: HayamiFigures): void {
		const bytes = this.#bytes;
		let at = this.#at;
		const last = Math.min(nameEnd, nameStart + LONGEST_NAME);
		for (let index = nameStart; index < last; index += 1) bytes[at++] = source[index] as number;
		this.#at = at;
		this.#figures(figures);
	}

	#figures(figures: HayamiFigures): void {
		const mark = this.#format === 'tsv' ? 9 : 44;
		const bytes = this.#bytes;
		let at = this.#at;
		for (let index = 0; index < figureKeys.length; index += 1) {
			bytes[at++] = mark;
			const value = figures[figureKeys[index] as HayamiResultKey];
			if (value !== null) at = writeNumberBytes(bytes, at, value);
		}
		bytes[at++] = 10;
		this.#at = at;
	}

	/** Hands on what was gathered, and waits until the reader can take more. */
	async flush(): Promise<void> {
		if (this.#at === 0) return;
		const piece = this.#bytes.subarray(0, this.#at);
		// The stream may keep the bytes for a while: the next rows go into a buffer of their own.
		this.#bytes = new Uint8Array(SIZE);
		this.#at = 0;
		await this.#send(piece);
	}

	#text(text: string): void {
		const bytes = this.#bytes;
		const start = this.#at;
		for (let index = 0; index < text.length; index += 1) {
			const code = text.charCodeAt(index);
			if (code > 127) {
				this.#at = start + encoder.encodeInto(text, bytes.subarray(start)).written;
				return;
			}
			bytes[start + index] = code;
		}
		this.#at = start + text.length;
	}
}
