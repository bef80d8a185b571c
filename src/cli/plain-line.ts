/**
 * The quick way through one line of a cost table: plain digits between delimiters, read from the bytes without making
 * a string. Whatever is not plain (quotes, spaces, `Rp`, group marks, empty cells, letters beyond ASCII) is left to the
 * full reader, which answers the same for the plain ones.
 */
import type { HayamiInputKey } from '#methods/value-added/hayami-rows.ts';
import type { NumberStyle } from '#inputs/number-reading.ts';
import type { CostHeader, CostRowValues } from './cost-rows.ts';
import { costKeys } from './cost-rows.ts';

/** Powers of ten that a double holds exactly: one division rounds once, as reading the decimal text does. */
const POWERS = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);
const MOST_DIGITS = 15;

const NAME = 7;
const SKIP = 8;
const TAB = 9;
const QUOTE = 34;
const COMMA = 44;
const POINT = 46;
const ZERO = 48;

export interface PlainLine {
	/** Reads bytes `start` to `end`; false when the line is not plain, and nothing is promised then. */
	read(bytes: Uint8Array, start: number, end: number): boolean;
	readonly values: CostRowValues;
	/** Where the name stood. */
	nameStart: number;
	nameEnd: number;
}

/** A reader for lines of one table; null when the table lacks a column, so that every line needs the full reader. */
export function plainLine(
	header: CostHeader,
	styles: readonly (NumberStyle | null)[],
	delimiter: string,
): PlainLine | null {
	if (costKeys.some((key) => header.columns[key] < 0) || header.name < 0) return null;
	const mark = delimiter.charCodeAt(0);
	const columns = header.headings.length;
	const slots = new Uint8Array(columns).fill(SKIP);
	slots[header.name] = NAME;
	costKeys.forEach((key, slot) => {
		slots[header.columns[key]] = slot;
	});
	// A column that proves no style has no decimal mark here: a mark in it is for the full reader.
	const decimalMarks = new Uint8Array(columns);
	styles.forEach((style, at) => {
		decimalMarks[at] = style === null ? 0 : style === 'id' ? COMMA : POINT;
	});
	const found = new Float64Array(7);
	const values = Object.fromEntries(costKeys.map((key) => [key, 0])) as Record<HayamiInputKey, number>;

	const line: PlainLine = {
		values,
		nameStart: 0,
		nameEnd: 0,
		read(bytes, start, end) {
			let at = start;
			for (let column = 0; column < columns; column += 1) {
				const slot = slots[column] as number;
				if (slot < NAME) {
					const first = at;
					const decimalMark = decimalMarks[column] as number;
					let mantissa = 0;
					let markAt = -1;
					for (; at < end; at += 1) {
						const byte = bytes[at] as number;
						if (byte >= ZERO && byte <= ZERO + 9) mantissa = mantissa * 10 + (byte - ZERO);
						else if (byte === mark) break;
						else if (byte === decimalMark && markAt < 0) markAt = at;
						else return false;
					}
					const length = at - first;
					const whole = markAt < 0 ? length : markAt - first;
					const decimals = markAt < 0 ? 0 : length - whole - 1;
					if (whole === 0 || (markAt >= 0 && decimals === 0) || length > MOST_DIGITS) return false;
					if (whole > 1 && bytes[first] === ZERO) return false;
					found[slot] = decimals === 0 ? mantissa : mantissa / (POWERS[decimals] as number);
				} else {
					const first = at;
					for (; at < end; at += 1) {
						const byte = bytes[at] as number;
						if (byte === mark) break;
						if (byte > 126 || byte < 32 || byte === QUOTE || byte === COMMA || byte === TAB) return false;
					}
					if (slot === NAME) {
						line.nameStart = first;
						line.nameEnd = at;
					}
				}
				if (column < columns - 1) {
					if (at >= end) return false;
					at += 1;
				}
			}
			if (at < end || found[1] === 0) return false;
			values.output = found[0] as number;
			values.rawMaterial = found[1] as number;
			values.labour = found[2] as number;
			values.outputPrice = found[3] as number;
			values.wage = found[4] as number;
			values.rawMaterialPrice = found[5] as number;
			values.otherInputs = found[6] as number;
			return true;
		},
	};
	return line;
}
