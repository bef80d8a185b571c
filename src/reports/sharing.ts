/** A division as sentences, a bar and tables: who receives how much, to the last rupiah. */
import { splitBar } from '#charts/split-bar.ts';
import { writeNumber, writeRupiah } from '#inputs/number-writer.ts';
import type { SharingContent } from '#inputs/sharing-content.ts';
import { divideSheet, type Division, type SharingProblem } from '#inputs/sharing-division.ts';
import { divideProceeds } from '#methods/cooperative/divide-proceeds.ts';
import { m } from '#words/messages.js';
import type { Block, ChartBlock, Report, TableBlock, TableCell } from './block.ts';
import { dateText, percentText, sourceText, textCell } from './figure-text.ts';
import type { Locale } from './row-label.ts';

export interface SharingOptions {
	readonly locale: Locale;
	readonly date?: string;
}

const amountText = (value: number | string, locale: Locale) =>
	writeRupiah(Number(value), locale, { decimals: 0 });
const amountCell = (value: number | string, locale: Locale): TableCell => ({
	text: amountText(value, locale),
	value: Number(value),
	decimals: 0,
});
const shareText = (pct: number | string, locale: Locale) =>
	percentText(Number(pct), locale, { min: 0, max: 4 });

/** What keeps a sheet from being divided, and what to do about it. */
export function sharingProblemText(problem: SharingProblem, locale: Locale): string {
	const to = { locale };
	switch (problem.code) {
		case 'amount-missing':
			return m.sharing_problem_amount_missing({}, to);
		case 'amount-unread':
			return m.sharing_problem_unread({ text: problem.text }, to);
		case 'percent-unread':
			return m.sharing_problem_unread({ text: problem.text }, to);
		case 'amount-negative':
			return m.sharing_problem_amount_negative({}, to);
		case 'amount-not-whole':
			return m.sharing_problem_amount_not_whole({}, to);
		case 'parts-missing':
			return m.sharing_problem_parts_missing({}, to);
		case 'percent-missing':
			return m.sharing_problem_percent_missing(
				{ name: problem.name || m.tool_row({ number: problem.row }, to) },
				to,
			);
		case 'not-hundred': {
			const sum = shareText(problem.sum, locale);
			const gap = shareText(Math.abs(Math.round((100 - problem.sum) * 1e6) / 1e6), locale);
			return problem.sum < 100
				? m.sharing_problem_below_hundred({ sum, gap }, to)
				: m.sharing_problem_above_hundred({ sum, gap }, to);
		}
		case 'people-missing':
			return m.sharing_problem_people_missing({}, to);
		case 'remainder-needs-receiver':
			return m.sharing_problem_remainder_receiver({}, to);
		case 'remainder-stays':
			return m.sharing_problem_remainder_stays({}, to);
		case 'units-missing':
			return m.sharing_problem_units_missing(
				{ name: problem.name || m.tool_row({ number: problem.row }, to) },
				to,
			);
		case 'units-zero':
			return m.sharing_problem_units_zero({}, to);
		case 'count-differs':
			return m.sharing_problem_people_missing({}, to);
	}
}

const partName = (name: string, index: number, locale: Locale) =>
	name || m.tool_row({ number: index + 1 }, { locale });

function barBlock(division: Division, content: SharingContent, options: SharingOptions): ChartBlock {
	const { locale } = options;
	const { result, input } = division;
	const parts = result.parts.map((part, index) => ({
		label: partName(part.name, index, locale),
		value: Number(part.amount),
		shareText: shareText(input.parts[index]?.pct ?? 0, locale),
		valueText: writeNumber(Number(part.amount), locale, 0),
	}));
	const largest = parts.reduce(
		(best, part) => (part.value > best.value ? part : best),
		parts[0] as (typeof parts)[0],
	);
	const total = amountText(result.total, locale);
	const alt = m.sharing_bar_alt(
		{ total, parts: parts.map(({ label, shareText: share }) => `${label} ${share}`).join(', ') },
		{ locale },
	);
	return {
		kind: 'chart',
		id: 'division',
		title: m.sharing_bar_title({ name: largest.label, share: largest.shareText }, { locale }),
		subtitle: m.sharing_bar_subtitle({ total }, { locale }),
		foot: sourceText(content.decidedBy.trim(), content.date || options.date, locale),
		...splitBar({ parts, alt, noData: m.reports_no_data({}, { locale }) }),
		alt,
		table: partsTable(division, locale, 'division-table'),
	};
}

function partsTable(division: Division, locale: Locale, id: string): TableBlock {
	const { result, input, peoplePart, remainderTo } = division;
	const remainder = Number(result.remainder);
	return {
		kind: 'table',
		id,
		caption: m.sharing_table({ amount: amountText(result.total, locale) }, { locale }),
		columns: [
			{ label: m.sharing_part({}, { locale }), align: 'left' },
			{ label: m.sharing_percent({}, { locale }), align: 'right' },
			{ label: m.sharing_entitled({}, { locale }), align: 'right' },
			{ label: m.sharing_received({}, { locale }), align: 'right' },
		],
		rows: [
			...result.parts.map((part, index) => ({
				cells: [
					textCell(
						partName(part.name, index, locale) +
							(index === peoplePart
								? `, ${m.sharing_people_count({ count: result.people.length }, { locale })}`
								: '') +
							(index === remainderTo && remainder > 0
								? ` ${m.sharing_with_remainder({ amount: amountText(remainder, locale) }, { locale })}`
								: ''),
					),
					{
						text: shareText(input.parts[index]?.pct ?? 0, locale),
						value: Number(input.parts[index]?.pct ?? 0),
						decimals: 2,
					},
					amountCell(part.entitled, locale),
					amountCell(part.amount, locale),
				],
			})),
			{
				role: 'total' as const,
				cells: [
					textCell(m.sharing_total({}, { locale }), true),
					{ text: shareText(100, locale), value: 100, decimals: 0 },
					amountCell(result.total, locale),
					amountCell(result.total, locale),
				],
			},
		],
	};
}

/** People without a name who receive the same stand in one row: from the first of them to the last. */
function runsOf(people: Division['result']['people']) {
	const runs: { person: (typeof people)[number]; index: number; last: number }[] = [];
	people.forEach((person, index) => {
		const before = runs.at(-1);
		const same =
			before?.person.name === '' &&
			person.name === '' &&
			before.person.amount === person.amount &&
			before.person.entitled === person.entitled;
		if (before && same) before.last = index;
		else runs.push({ person, index, last: index });
	});
	return runs;
}

function peopleTable(division: Division, locale: Locale): TableBlock {
	const { result, input, peoplePart } = division;
	const units = input.division === 'by-unit';
	const digits = Math.max(3, String(result.people.length).length);
	const numbered = (index: number) => String(index + 1).padStart(digits, '0');
	return {
		kind: 'table',
		id: 'people',
		caption: m.sharing_people_table(
			{ part: partName(result.parts[peoplePart ?? 0]?.name ?? '', peoplePart ?? 0, locale) },
			{ locale },
		),
		columns: [
			{ label: m.sharing_person({}, { locale }), align: 'left' },
			...(units ? [{ label: m.sharing_units({}, { locale }), align: 'right' as const }] : []),
			{ label: m.sharing_entitled({}, { locale }), align: 'right' },
			{ label: m.sharing_received({}, { locale }), align: 'right' },
		],
		rows: [
			...runsOf(result.people).map(({ person, index, last }) => ({
				cells: [
					textCell(
						person.name ||
							(index === last
								? numbered(index)
								: m.sharing_people_run({ from: numbered(index), to: numbered(last) }, { locale })),
					),
					...(units
						? [
								{
									text: writeNumber(Number(input.people?.[index]?.units ?? 0), locale),
									value: Number(input.people?.[index]?.units ?? 0),
								},
							]
						: []),
					{ text: writeNumber(person.entitled, locale, 2), value: person.entitled, decimals: 2 },
					amountCell(person.amount, locale),
				],
			})),
			{
				role: 'total' as const,
				cells: [
					textCell(m.sharing_total({}, { locale }), true),
					...(units ? [textCell('')] : []),
					amountCell(result.parts[peoplePart ?? 0]?.entitled ?? 0, locale),
					amountCell(
						result.people.reduce((sum, person) => sum + Number(person.amount), 0),
						locale,
					),
				],
			},
		],
	};
}

function sentence(division: Division, locale: Locale): Block {
	const { result, input, peoplePart, remainderTo } = division;
	const total = amountText(result.total, locale);
	const remainder = Number(result.remainder);
	const amounts = result.people.map(({ amount }) => Number(amount));
	const [least, most] = [Math.min(...amounts), Math.max(...amounts)];
	if (peoplePart === null)
		return {
			kind: 'sentence',
			text:
				result.parts.length === 1
					? m.sharing_sentence_one(
							{ amount: total, name: partName(result.parts[0]?.name ?? '', 0, locale) },
							{ locale },
						)
					: m.sharing_sentence({ amount: total, count: result.parts.length }, { locale }),
		};
	const where =
		remainderTo === null ? '' : partName(result.parts[remainderTo]?.name ?? '', remainderTo, locale);
	const coin = input.roundTo ?? 1;
	return {
		kind: 'sentence',
		text:
			least === most
				? m.sharing_sentence_people(
						{ amount: total, count: amounts.length, each: amountText(least, locale) },
						{ locale },
					)
				: m.sharing_sentence_people_range(
						{
							amount: total,
							count: amounts.length,
							least: amountText(least, locale),
							most: amountText(most, locale),
						},
						{ locale },
					),
		condition: [
			remainder > 0
				? m.sharing_remainder_to({ amount: amountText(remainder, locale), name: where }, { locale })
				: m.sharing_no_remainder({}, { locale }),
			...(coin > 1 ? [m.sharing_rounded_to({ coin: amountText(coin, locale) }, { locale })] : []),
		].join(' '),
	};
}

/** The report; null while nothing can be said. A rule that does not total 100 % gives no division, only what to mend. */
export function sharingReport(content: SharingContent, options: SharingOptions): Report | null {
	const { locale } = options;
	const divided = divideSheet(content);
	const title = content.title.trim() || m.sharing_untitled({}, { locale });
	const sources = [{ id: divideProceeds.id, version: divideProceeds.version, source: divideProceeds.source }];
	if ('problems' in divided) {
		const texts = divided.problems.map((problem) => sharingProblemText(problem, locale));
		return {
			title,
			locale,
			blocks: [
				{ kind: 'note', text: m.sharing_not_yet({}, { locale }) },
				{ kind: 'list', ordered: false, items: texts },
			],
			sources: [],
		};
	}
	const { division } = divided;
	const about = [
		content.group.trim(),
		content.date ? dateText(content.date, locale) : '',
		content.decidedBy.trim() ? m.sharing_decided_by({ where: content.decidedBy.trim() }, { locale }) : '',
	].filter(Boolean);
	return {
		title,
		locale,
		blocks: [
			sentence(division, locale),
			barBlock(division, content, options),
			partsTable(division, locale, 'parts'),
			...(about.length > 0 ? [{ kind: 'paragraph' as const, text: `${about.join(', ')}.` }] : []),
			...(division.peoplePart === null ? [] : [peopleTable(division, locale)]),
		],
		sources,
	};
}
