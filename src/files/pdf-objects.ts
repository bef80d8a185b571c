/**
 * The objects of a PDF file and the table that says where each one stands. Objects without a stream are packed together,
 * so that the tags of a long table weigh little.
 * Source: ISO 32000-1, 7.3 (objects), 7.5.7 (object streams), 7.5.8 (cross-reference streams).
 */
import { strToU8, zlibSync } from 'fflate';

/** A reference to an object, as it is written in another one. */
export type PdfReference = `${number} 0 R`;

export interface PdfObjects {
	/** Keeps a number for an object that is written later. */
	reserve(): PdfReference;
	/** Adds an object, under a number that was kept or a new one. */
	add(body: string, reference?: PdfReference): PdfReference;
	/** Adds a stream; `entries` are the rest of its dictionary. `plain` bytes are deflated, `packed` ones stand as they are. */
	addStream(
		entries: string,
		content: { readonly plain: Uint8Array } | { readonly packed: Uint8Array },
	): PdfReference;
	/** The whole file. */
	write(catalog: PdfReference, info: PdfReference): Uint8Array;
}

/** A text of people (title, alternative text) as a string object in UTF-16, which holds every sign. */
export function textString(text: string): string {
	let hex = 'FEFF';
	for (let index = 0; index < text.length; index += 1) {
		hex += text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0');
	}
	return `<${hex}>`;
}

/** Codes of a font as a string object; what would end or bend the string is escaped. */
export function codeString(codes: readonly number[]): string {
	const signs = codes.map((code) => {
		const sign = String.fromCharCode(code);
		if (sign === '(' || sign === ')' || sign === '\\') return `\\${sign}`;
		return code < 0x20 || code > 0x7e ? `\\${code.toString(8).padStart(3, '0')}` : sign;
	});
	return `(${signs.join('')})`;
}

/** A measure with at most two decimals, never with an exponent. */
export function pdfNumber(value: number): string {
	const rounded = Math.round(value * 100) / 100;
	return Object.is(rounded, -0) ? '0' : String(rounded);
}

/** Objects a reader unpacks at once. */
const packSize = 100;

const numberOf = (reference: PdfReference) => Number.parseInt(reference, 10);

/** Where an object stands: at a byte of the file, or at a place in a packed stream. */
type Place = readonly [type: 0 | 1 | 2, first: number, second: number];

/** An empty file; the same objects in the same order give the same bytes. */
export function pdfObjects(): PdfObjects {
	let count = 0;
	const loose: { readonly number: number; readonly body: string }[] = [];
	const streams: { readonly number: number; readonly entries: string; readonly bytes: Uint8Array }[] = [];

	const reserve = (): PdfReference => `${(count += 1)} 0 R`;
	const addStream: PdfObjects['addStream'] = (entries, content) => {
		const reference = reserve();
		const plain = 'plain' in content;
		const bytes = plain ? zlibSync(content.plain, { level: 6 }) : content.packed;
		const filter = plain ? '/Filter /FlateDecode ' : '';
		streams.push({ number: numberOf(reference), entries: `${filter}${entries}`, bytes });
		return reference;
	};

	function packLoose(places: Map<number, Place>): void {
		for (let start = 0; start < loose.length; start += packSize) {
			const part = loose.slice(start, start + packSize);
			let offset = 0;
			const heads = part.map(({ number, body }) => {
				const head = `${number} ${offset}`;
				offset += body.length + 1;
				return head;
			});
			const head = `${heads.join(' ')}\n`;
			const bodies = part.map(({ body }) => `${body}\n`).join('');
			const stream = addStream(`/Type /ObjStm /N ${part.length} /First ${head.length}`, {
				plain: strToU8(head + bodies),
			});
			part.forEach(({ number }, index) => places.set(number, [2, numberOf(stream), index]));
		}
	}

	return {
		reserve,
		add(body, reference = reserve()) {
			loose.push({ number: numberOf(reference), body });
			return reference;
		},
		addStream,
		write(catalog, info) {
			const places = new Map<number, Place>([[0, [0, 0, 65_535]]]);
			packLoose(places);
			// The comment of high bytes tells a mail program that the file is not text.
			const pieces: Uint8Array[] = [strToU8('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', true)];
			let length = pieces[0]?.length ?? 0;
			const put = (piece: Uint8Array) => {
				pieces.push(piece);
				length += piece.length;
			};
			const putStream = (number: number, entries: string, bytes: Uint8Array) => {
				put(strToU8(`${number} 0 obj\n<< ${entries} /Length ${bytes.length} >>\nstream\n`));
				put(bytes);
				put(strToU8('\nendstream\nendobj\n'));
			};
			for (const { number, entries, bytes } of streams) {
				places.set(number, [1, length, 0]);
				putStream(number, entries, bytes);
			}
			const table = numberOf(reserve());
			const start = length;
			places.set(table, [1, start, 0]);
			const rows = Array.from({ length: count + 1 }, (_, number) => {
				const [type, first, second] = places.get(number) ?? [0, 0, 65_535];
				return [type, first >>> 24, first >>> 16, first >>> 8, first, second >>> 8, second];
			});
			putStream(
				table,
				`/Type /XRef /Size ${count + 1} /W [1 4 2] /Root ${catalog} /Info ${info} /Filter /FlateDecode`,
				zlibSync(Uint8Array.from(rows.flat().map((byte) => byte & 0xff)), { level: 6 }),
			);
			put(strToU8(`startxref\n${start}\n%%EOF\n`));
			const file = new Uint8Array(length);
			let at = 0;
			for (const piece of pieces) {
				file.set(piece, at);
				at += piece.length;
			}
			return file;
		},
	};
}
