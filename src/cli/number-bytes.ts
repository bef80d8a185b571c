/**
 * Numbers as ASCII digits straight into bytes, for millions of result rows: turning each double into a string would
 * cost more than all other work. Six decimals at most, trailing zeros left out; figures are per unit of raw material
 * or percentages, so the seventh decimal says nothing.
 */
const MILLION = 1_000_000;
const ZERO = 48;

/** The three digits of every number below 1000, and how many of them are left without its trailing zeros. */
const digitsOf = new Uint8Array(3000);
const lengthOf = new Uint8Array(1000);
for (let number = 0; number < 1000; number += 1) {
	digitsOf[3 * number] = ZERO + Math.floor(number / 100);
	digitsOf[3 * number + 1] = ZERO + (Math.floor(number / 10) % 10);
	digitsOf[3 * number + 2] = ZERO + (number % 10);
	lengthOf[number] = number % 100 === 0 ? 1 : number % 10 === 0 ? 2 : 3;
}

/** A group of three digits; without its leading zeros when it comes first. */
function writeGroup(bytes: Uint8Array, at: number, group: number, first: boolean): number {
	const from = 3 * group;
	let place = at;
	if (!first || group >= 100) bytes[place++] = digitsOf[from] as number;
	if (!first || group >= 10) bytes[place++] = digitsOf[from + 1] as number;
	bytes[place++] = digitsOf[from + 2] as number;
	return place;
}

function writeInteger(bytes: Uint8Array, at: number, value: number): number {
	if (value < 1000) return writeGroup(bytes, at, value, true);
	const thousands = (value / 1000) | 0;
	const place = writeInteger(bytes, at, thousands);
	return writeGroup(bytes, place, value - thousands * 1000, false);
}

/** Writes the number at a position of a buffer that has at least 32 bytes left; answers the position after it. */
export function writeNumberBytes(bytes: Uint8Array, at: number, value: number): number {
	const size = value < 0 ? -value : value;
	// From here on 32-bit integers would overflow, and a double has no six certain decimals left.
	if (!(size < 2_000_000_000)) {
		const text = String(value);
		for (let index = 0; index < text.length; index += 1) bytes[at + index] = text.charCodeAt(index);
		return at + text.length;
	}
	let whole = size | 0;
	let fraction = Math.round((size - whole) * MILLION) | 0;
	if (fraction === MILLION) {
		whole += 1;
		fraction = 0;
	}
	let place = at;
	if (value < 0 && (whole > 0 || fraction > 0)) bytes[place++] = 45;
	place = writeInteger(bytes, place, whole);
	if (fraction === 0) return place;
	bytes[place++] = 46;
	const high = (fraction / 1000) | 0;
	const low = fraction - high * 1000;
	writeGroup(bytes, place, high, false);
	if (low === 0) return place + (lengthOf[high] as number);
	writeGroup(bytes, place + 3, low, false);
	return place + 3 + (lengthOf[low] as number);
}
