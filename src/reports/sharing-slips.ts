/** Slips of a division: one for the group with every part, one for each person with nothing but their own. */
import { amountInWords } from '#inputs/amount-in-words.ts';
import { writeNumber, writePercent, writeRupiah } from '#inputs/number-writer.ts';
import type { SharingContent } from '#inputs/sharing-content.ts';
import { divideSheet, type Division } from '#inputs/sharing-division.ts';
import { m } from '#words/messages.js';
import { dateText } from './figure-text.ts';
import type { Locale } from './row-label.ts';

export interface Slip {
	readonly title: string;
	/** Whose slip it is, and when. */
	readonly about: readonly string[];
	/** The amount in figures and in words; only on a person's slip. */
	readonly amount?: string;
	readonly words?: string;
	readonly lines: readonly { readonly label: string; readonly value: string; readonly total?: boolean }[];
	readonly foot: string;
}

// Documents follow the spelling rules: no space between Rp and the digits, which also is harder to tamper with.
const rupiah = (value: number | string, locale: Locale, decimals: 0 | 2 = 0) =>
	writeRupiah(Number(value), locale, { decimals, spelling: 'eyd' });
const percent = (value: number | string, locale: Locale) =>
	writePercent(Number(value), locale, { decimals: { min: 0, max: 4 }, spelling: 'eyd' });

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function headOf(content: SharingContent, locale: Locale): { title: string; date: string } {
	return {
		title: content.group.trim() || content.title.trim() || m.sharing_untitled({}, { locale }),
		date: content.date ? dateText(content.date, locale) : '',
	};
}

function remainderFoot(division: Division, locale: Locale): string {
	const { result, remainderTo } = division;
	if (Number(result.remainder) === 0 || remainderTo === null) return m.sharing_slip_wrong({}, { locale });
	const name = result.parts[remainderTo]?.name ?? '';
	return [
		m.sharing_remainder_to({ amount: rupiah(result.remainder, locale), name }, { locale }),
		m.sharing_slip_wrong({}, { locale }),
	].join(' ');
}

function groupSlip(content: SharingContent, division: Division, locale: Locale): Slip {
	const { title, date } = headOf(content, locale);
	const { result, input, peoplePart } = division;
	return {
		title,
		about: [content.title.trim(), date, content.decidedBy.trim()].filter((line) => line && line !== title),
		lines: [
			{ label: m.sharing_amount_label({}, { locale }), value: rupiah(result.total, locale) },
			...result.parts.map((part, index) => ({
				label:
					`${part.name || m.tool_row({ number: index + 1 }, { locale })}, ${percent(input.parts[index]?.pct ?? 0, locale)}` +
					(index === peoplePart
						? `, ${m.sharing_people_count({ count: result.people.length }, { locale })}`
						: ''),
				value: rupiah(part.amount, locale),
			})),
			{ label: m.sharing_total({}, { locale }), value: rupiah(result.total, locale), total: true },
		],
		foot: remainderFoot(division, locale),
	};
}

function personSlip(content: SharingContent, division: Division, index: number, locale: Locale): Slip | null {
	const person = division.result.people[index];
	if (!person || division.peoplePart === null) return null;
	const { title, date } = headOf(content, locale);
	const name =
		person.name || m.sharing_slip_number({ number: String(index + 1).padStart(3, '0') }, { locale });
	const part = division.result.parts[division.peoplePart];
	return {
		title,
		about: [content.title.trim(), date].filter((line) => line && line !== title),
		amount: rupiah(person.amount, locale),
		words: upperFirst(`${amountInWords(Number(person.amount), locale)} rupiah`),
		lines: [
			{ label: m.sharing_slip_for({}, { locale }), value: name },
			{
				label: `${part?.name ?? ''} ${rupiah(part?.entitled ?? 0, locale)}`.trim(),
				value: `${m.sharing_slip_right({}, { locale })} Rp${writeNumber(person.entitled, locale, 2)}`,
			},
			{ label: m.sharing_received({}, { locale }), value: rupiah(person.amount, locale), total: true },
		],
		foot: remainderFoot(division, locale),
	};
}

export interface Slips {
	readonly group: Slip;
	/** Names in order, for choosing; empty when no part is divided over people. */
	readonly people: readonly string[];
	person(index: number): Slip | null;
}

/** The slips of a sheet; null while it cannot be divided. */
export function slipsOf(content: SharingContent, locale: Locale): Slips | null {
	const divided = divideSheet(content);
	if ('problems' in divided) return null;
	const { division } = divided;
	return {
		group: groupSlip(content, division, locale),
		people: division.result.people.map(
			({ name }, index) =>
				name || m.sharing_slip_number({ number: String(index + 1).padStart(3, '0') }, { locale }),
		),
		person: (index) => personSlip(content, division, index, locale),
	};
}

/** A slip as a message: bold where messengers show it, and readable where they do not. */
export function slipText(slip: Slip): string {
	return [
		`*${slip.title}*`,
		...slip.about,
		...(slip.amount ? [`*${slip.amount}*`, `(${slip.words ?? ''})`] : []),
		...slip.lines.map(({ label, value, total }) => (total ? `*${label}: ${value}*` : `${label}: ${value}`)),
		slip.foot,
	].join('\n');
}
