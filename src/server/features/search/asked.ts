/** What somebody who types into the one search box may mean: a name, a day, an amount; often two of them at once. */
import { readDecimalField } from '#inputs/decimal-field.ts';
import { readDay } from '#methods/numeric/calendar-day.ts';
import { searchText } from '../person/schema.ts';

/** From a first to a last day, both included. */
export interface Days {
	readonly from: string;
	readonly until: string;
}

export interface Asked {
	/** Small letters without marks, or empty. */
	readonly name: string;
	readonly days: Days | null;
	/** An exact decimal, as records keep it. */
	readonly amount: string | null;
	/** Sixteen figures: an identity number is searched nowhere, so that nobody can try numbers out here. */
	readonly identityNumber: boolean;
}

/** Longer than any name; what comes after is not searched. */
export const LONGEST_SEARCH = 100;

const months = [
	['jan', 'januari', 'january'],
	['feb', 'februari', 'february'],
	['mar', 'maret', 'march'],
	['apr', 'april'],
	['mei', 'may'],
	['jun', 'juni', 'june'],
	['jul', 'juli', 'july'],
	['agu', 'agt', 'agustus', 'aug', 'august'],
	['sep', 'sept', 'september'],
	['okt', 'oktober', 'oct', 'october'],
	['nov', 'november'],
	['des', 'desember', 'dec', 'december'],
];

const iso = (year: string, month: number, day: number): string =>
	`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

function oneDay(year: string, month: number, day: number): Days | null {
	const text = iso(year, month, day);
	return readDay(text) === null ? null : { from: text, until: text };
}

function wholeMonth(year: string, month: number): Days | null {
	for (const last of [31, 30, 29, 28]) {
		const until = iso(year, month, last);
		if (readDay(until) !== null) return { from: iso(year, month, 1), until };
	}
	return null;
}

/** `22/11/2026`, `22-11-2026`, `2026-11-22`, `22 November 2026`, and a month with its year. */
export function daysIn(text: string): Days | null {
	const plain = text.trim().toLowerCase();
	const world = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain);
	if (world) return oneDay(world[1] ?? '', Number(world[2]), Number(world[3]));
	const figures = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(plain);
	if (figures) return oneDay(figures[3] ?? '', Number(figures[2]), Number(figures[1]));
	const words = /^(?:(\d{1,2}) )?([a-z]+)\.? (\d{4})$/.exec(plain);
	if (!words) return null;
	const month = months.findIndex((names) => names.includes(words[2] ?? '')) + 1;
	if (month === 0) return null;
	const year = words[3] ?? '';
	return words[1] === undefined ? wholeMonth(year, month) : oneDay(year, month, Number(words[1]));
}

/** `Rp 4.200`, `20 kg`, `29.311.200,-`: the number, in the style of the page. */
function amountIn(text: string, style: 'id' | 'en'): string | null {
	const number = /^(?:rp\.?\s*)?(\d[\d.,]*?)(?:,-)?(?:\s*[\p{L}/]+)?$/iu.exec(text.trim())?.[1];
	return number === undefined ? null : readDecimalField(number, style);
}

/** What a text may mean, in the language of the page. */
export function askedBy(text: string, style: 'id' | 'en'): Asked {
	const given = text.slice(0, LONGEST_SEARCH);
	if (given.replace(/[\s.-]/g, '').match(/^\d{16}$/))
		return { name: '', days: null, amount: null, identityNumber: true };
	const days = daysIn(given);
	return {
		name: searchText(given),
		days,
		amount: days === null ? amountIn(given, style) : null,
		identityNumber: false,
	};
}
