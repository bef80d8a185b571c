/** What a sharing sheet holds: an amount, the rule that divides it, and the people one part is divided over. */
import { choiceFrom, listFrom, recordFrom, textFrom, type ToolContent } from './tool-content.ts';

export interface SharingPart {
	readonly name: string;
	/** Percent of the amount, as typed. */
	readonly percent: string;
}

export interface SharingPerson {
	readonly name: string;
	/** Rafts, hectares or days, as typed; used when the division is by unit. */
	readonly units: string;
}

/** Nobody is paid in smaller coins than these, in rupiah. */
export const coins = ['1', '100', '500', '1000'] as const;

export interface SharingContent {
	readonly title: string;
	/** Who shares: the co-operative or group that stands on the slips. */
	readonly group: string;
	/** ISO date of the division; empty when not told. */
	readonly date: string;
	/** Where the rule was decided, for the slips: `RAT 2026`. */
	readonly decidedBy: string;
	/** Rupiah, as typed. */
	readonly amount: string;
	readonly parts: readonly SharingPart[];
	/** Index of the part that is divided over people; empty for none. */
	readonly peoplePart: string;
	readonly division: 'equal' | 'by-unit';
	/** How many people, when they are not listed. */
	readonly peopleCount: string;
	readonly people: readonly SharingPerson[];
	readonly roundTo: (typeof coins)[number];
	/** Index of the part that takes what rounding leaves; empty: one rupiah each to some of the people. */
	readonly remainderTo: string;
}

export const mostParts = 40;
export const mostPeople = 2_000;

const emptyPart: SharingPart = { name: '', percent: '' };
export const emptyPerson: SharingPerson = { name: '', units: '' };

const indexFrom = (value: unknown) => (/^\d{1,2}$/.test(textFrom(value)) ? textFrom(value) : '');

export const sharingContent: ToolContent<SharingContent> = {
	tool: 'sharing',
	version: 1,
	empty: () => ({
		title: '',
		group: '',
		date: '',
		decidedBy: '',
		amount: '',
		parts: [emptyPart, emptyPart],
		peoplePart: '',
		division: 'equal',
		peopleCount: '',
		people: [],
		roundTo: '1',
		remainderTo: '',
	}),
	read(value) {
		const from = recordFrom(value);
		if (!Array.isArray(from.parts)) return null;
		return {
			title: textFrom(from.title),
			group: textFrom(from.group),
			date: textFrom(from.date, 20),
			decidedBy: textFrom(from.decidedBy),
			amount: textFrom(from.amount),
			parts: listFrom(from.parts, mostParts, (entry) => {
				const part = recordFrom(entry);
				return { name: textFrom(part.name), percent: textFrom(part.percent) };
			}),
			peoplePart: indexFrom(from.peoplePart),
			division: choiceFrom(from.division, ['equal', 'by-unit'], 'equal'),
			peopleCount: textFrom(from.peopleCount, 20),
			people: listFrom(from.people, mostPeople, (entry) => {
				const person = recordFrom(entry);
				return { name: textFrom(person.name), units: textFrom(person.units, 40) };
			}),
			roundTo: choiceFrom(from.roundTo, coins, '1'),
			remainderTo: indexFrom(from.remainderTo),
		};
	},
	title: ({ title }) => title.trim(),
	blank: ({ title, group, amount, parts, people }) =>
		[
			title,
			group,
			amount,
			...parts.flatMap(({ name, percent }) => [name, percent]),
			...people.map(({ name }) => name),
		].every((text) => text.trim() === ''),
};
