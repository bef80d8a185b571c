/** Reads a PDF for tests, strictly: every offset, length and reference must be right, or it throws. Knows what we write. */
import { unzlibSync } from 'fflate';

export type PdfValue =
	| number
	| boolean
	| { readonly name: string }
	| { readonly reference: number }
	| { readonly codes: readonly number[] }
	| readonly PdfValue[]
	| ReadonlyMap<string, PdfValue>;

const letters = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** Values and operators one after the other. */
class Reader {
	private readonly source: string;
	at: number;
	constructor(source: string, at = 0) {
		this.source = source;
		this.at = at;
	}

	private take(pattern: RegExp): string | undefined {
		const sticky = new RegExp(pattern, 'y');
		sticky.lastIndex = this.at;
		const found = sticky.exec(this.source)?.[0];
		if (found !== undefined) this.at += found.length;
		return found;
	}

	expect(pattern: RegExp): string {
		const found = this.take(pattern);
		if (found === undefined)
			throw new Error(`${pattern} expected: ${this.source.slice(this.at, this.at + 60)}`);
		return found;
	}

	end(): boolean {
		this.take(/\s*/);
		return this.at >= this.source.length;
	}

	/** A word that is no value: an operator of a page. */
	operator(): string | undefined {
		this.take(/\s*/);
		return this.take(/[A-Za-z]+(?=\s|$)/);
	}

	value(): PdfValue {
		this.take(/\s*/);
		const reference = this.take(/\d+ 0 R\b/);
		if (reference) return { reference: Number.parseInt(reference, 10) };
		const number = this.take(/[-+]?(\d+\.?\d*|\.\d+)(?=[\s\]>/]|$)/);
		if (number) return Number(number);
		const name = this.take(/\/[A-Za-z0-9-]+/);
		if (name) return { name: name.slice(1) };
		if (this.take(/true\b/)) return true;
		if (this.take(/<</)) return this.dictionary();
		if (this.take(/\[/)) {
			const items: PdfValue[] = [];
			while (!this.take(/\s*\]/)) items.push(this.value());
			return items;
		}
		const hex = this.take(/<[0-9A-F]*>/);
		if (hex) return { codes: (hex.match(/[0-9A-F]{2}/g) ?? []).map((pair) => Number.parseInt(pair, 16)) };
		this.expect(/\(/);
		return { codes: this.string() };
	}

	private dictionary(): ReadonlyMap<string, PdfValue> {
		const entries = new Map<string, PdfValue>();
		while (!this.take(/\s*>>/)) {
			const key = this.expect(/\s*\/[A-Za-z0-9-]+/)
				.trim()
				.slice(1);
			if (entries.has(key)) throw new Error(`${key} stands twice in a dictionary`);
			entries.set(key, this.value());
		}
		return entries;
	}

	private string(): number[] {
		const codes: number[] = [];
		for (;;) {
			if (this.take(/\)/)) return codes;
			const octal = this.take(/\\[0-7]{3}/);
			if (octal) codes.push(Number.parseInt(octal.slice(1), 8));
			else if (this.take(/\\/)) codes.push(this.expect(/[()\\]/).charCodeAt(0));
			else codes.push(this.expect(/[ -'*-[\]-~]/).charCodeAt(0));
		}
	}
}

export interface TextOnPage {
	readonly x: number;
	/** From the lower edge, as in the file. */
	readonly y: number;
	readonly size: number;
	readonly font: string;
	readonly text: string;
	/** The number of its piece of content; undefined for decoration. */
	readonly content?: number;
}

export interface PageInPdf {
	readonly number: number;
	readonly width: number;
	readonly height: number;
	readonly texts: readonly TextOnPage[];
	readonly pictures: readonly ReadonlyMap<string, PdfValue>[];
}

export interface TagInPdf {
	readonly role: string;
	readonly entries: ReadonlyMap<string, PdfValue>;
	readonly text: string;
	readonly children: readonly TagInPdf[];
}

const asMap = (value: PdfValue | undefined) => {
	if (value instanceof Map) return value as ReadonlyMap<string, PdfValue>;
	throw new Error('a dictionary is missing');
};
const asList = (value: PdfValue | undefined) => {
	if (Array.isArray(value)) return value as readonly PdfValue[];
	throw new Error('an array is missing');
};
const asName = (value: PdfValue | undefined) => (value as { readonly name: string }).name;

/** Windows-1252 from 0x80 to 0x9F, 0 where it has no character. Node 20 decodes that part wrongly. */
const windows1252 = [
	0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
	0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
	0x0153, 0, 0x017e, 0x0178,
];

/** Codes of a standard font as text. Throws at a code without a character. */
export function decodeWinAnsi(codes: readonly number[]): string {
	const points = codes.map((code) => (code < 0x80 || code > 0x9f ? code : (windows1252[code - 0x80] ?? 0)));
	if (points.some((point) => point < 0x20 || point === 0x7f)) throw new Error('a code without a character');
	return points.map((point) => String.fromCharCode(point)).join('');
}

/** A text string of the document: UTF-16 with its mark. */
export function textOf(value: PdfValue | undefined): string {
	const codes = (value as { readonly codes: readonly number[] }).codes;
	if (codes[0] !== 0xfe || codes[1] !== 0xff) throw new Error('a text string without the mark of UTF-16');
	const units = codes
		.slice(2)
		.flatMap((high, index, all) => (index % 2 === 0 ? [high * 256 + (all[index + 1] ?? 0)] : []));
	return units.map((unit) => String.fromCharCode(unit)).join('');
}

/** Objects, streams (inflated), and the document as pages and tags. */
export function readPdf(bytes: Uint8Array) {
	const file = letters(bytes);
	if (!file.startsWith('%PDF-1.7\n')) throw new Error('no PDF header');
	const start = /startxref\n(\d+)\n%%EOF\n$/.exec(file);
	if (!start) throw new Error('no startxref at the end');
	const objects = new Map<number, PdfValue>();
	const streams = new Map<number, Uint8Array>();

	const readStream = (offset: number, number?: number): number => {
		const reader = new Reader(file, offset);
		const own = Number.parseInt(
			reader.expect(number === undefined ? /\d+ 0 obj\n/ : new RegExp(`${number} 0 obj\n`)),
			10,
		);
		const entries = asMap(reader.value());
		reader.expect(/\nstream\n/);
		const body = bytes.slice(reader.at, reader.at + (entries.get('Length') as number));
		reader.at += body.length;
		reader.expect(/\nendstream\nendobj\n/);
		objects.set(own, entries);
		streams.set(own, asName(entries.get('Filter')) === 'FlateDecode' ? unzlibSync(body) : body);
		return own;
	};

	const tableNumber = readStream(Number(start[1]));
	const trailer = asMap(objects.get(tableNumber));
	const table = streams.get(tableNumber) as Uint8Array;
	if (table.length !== (trailer.get('Size') as number) * 7)
		throw new Error('the table has not a row for each object');
	const row = (number: number) => {
		const part = table.slice(number * 7, number * 7 + 7);
		const view = new DataView(part.buffer);
		return { type: view.getUint8(0), first: view.getUint32(1), second: view.getUint16(5) };
	};
	const numbers = Array.from({ length: table.length / 7 }, (_, number) => number);
	for (const number of numbers)
		if (row(number).type === 1 && number !== tableNumber) readStream(row(number).first, number);
	for (const number of numbers) {
		const { type, first, second } = row(number);
		if (type === 0 && number > 0) throw new Error(`object ${number} is missing`);
		if (type !== 2) continue;
		const pack = asMap(objects.get(first));
		const reader = new Reader(letters(streams.get(first) as Uint8Array));
		const heads = Array.from({ length: (pack.get('N') as number) * 2 }, () => reader.value() as number);
		if (heads[second * 2] !== number) throw new Error(`object ${number} is not where the table says`);
		reader.at = (pack.get('First') as number) + (heads[second * 2 + 1] ?? 0);
		objects.set(number, reader.value());
	}

	const follow = (value: PdfValue | undefined): PdfValue => {
		const found = objects.get((value as { readonly reference: number }).reference);
		if (found === undefined) throw new Error('a reference to nothing');
		return found;
	};
	const catalog = asMap(follow(trailer.get('Root')));
	const tree = asMap(follow(catalog.get('Pages')));
	const pages = asList(tree.get('Kids')).map((kid) =>
		readPage((kid as { readonly reference: number }).reference, asMap(follow(kid)), streams, follow),
	);
	if (tree.get('Count') !== pages.length) throw new Error('the count of pages is wrong');

	const readTag = (value: PdfValue): TagInPdf => {
		const entries = asMap(follow(value));
		const kids = entries.has('K') ? asList(entries.get('K')) : [];
		let text = '';
		const children: TagInPdf[] = [];
		for (const kid of kids) {
			if (!(kid instanceof Map)) children.push(readTag(kid));
			else {
				const page = pages.find(
					({ number }) => number === (kid.get('Pg') as { reference: number }).reference,
				);
				const own = page?.texts.filter(({ content }) => content === kid.get('MCID')) ?? [];
				text += own.map((piece) => `${piece.text} `).join('');
			}
		}
		return { role: asName(entries.get('S')), entries, text: text.trim(), children };
	};
	const structure = asMap(follow(catalog.get('StructTreeRoot')));
	return {
		objects,
		streams,
		catalog,
		info: asMap(follow(trailer.get('Info'))),
		pages,
		document: readTag(structure.get('K') as PdfValue),
	};
}

function readPage(
	number: number,
	entries: ReadonlyMap<string, PdfValue>,
	streams: ReadonlyMap<number, Uint8Array>,
	follow: (value: PdfValue | undefined) => PdfValue,
): PageInPdf {
	const [, , width, height] = asList(entries.get('MediaBox')) as readonly number[];
	const resources = asMap(entries.get('Resources'));
	const [fonts, images] = [asMap(resources.get('Font')), asMap(resources.get('XObject'))];
	const content = streams.get((entries.get('Contents') as { readonly reference: number }).reference);
	if (!content || width === undefined || height === undefined)
		throw new Error('a page without content or size');
	const reader = new Reader(letters(content));
	const texts: TextOnPage[] = [];
	const pictures: ReadonlyMap<string, PdfValue>[] = [];
	let operands: PdfValue[] = [];
	let [font, size, x, y] = ['', 0, 0, 0];
	let open: number | 'decoration' | undefined;
	while (!reader.end()) {
		const operator = reader.operator();
		if (operator === undefined) {
			operands.push(reader.value());
			continue;
		}
		if (operator === 'BDC' || operator === 'BMC') {
			if (open !== undefined) throw new Error('marked content inside marked content');
			open = operator === 'BMC' ? 'decoration' : (asMap(operands[1]).get('MCID') as number);
		} else if (operator === 'EMC') open = undefined;
		else if (open === undefined) throw new Error(`${operator} outside of marked content`);
		else if (operator === 'Tf') {
			font = asName(asMap(follow(fonts.get(asName(operands[0])))).get('BaseFont'));
			size = operands[1] as number;
		} else if (operator === 'Td') [x, y] = operands as [number, number];
		else if (operator === 'Tj') {
			const text = decodeWinAnsi((operands[0] as { readonly codes: readonly number[] }).codes);
			texts.push({ x, y, size, font, text, ...(open === 'decoration' ? {} : { content: open }) });
		} else if (operator === 'Do') pictures.push(asMap(follow(images.get(asName(operands[0])))));
		operands = [];
	}
	if (open !== undefined) throw new Error('marked content without an end');
	return { number, width, height, texts, pictures };
}
