/** A codebook sheet as blocks: what is spoken of most, what goes together, saturation, agreement, quotes, the rules. */
import type { CodebookContent } from '#inputs/codebook-content.ts';
import { codeCoOccurrence } from '#methods/qualitative/code-co-occurrence.ts';
import { krippendorffAlpha } from '#methods/qualitative/krippendorff-alpha.ts';
import { saturation } from '#methods/qualitative/saturation.ts';
import { m } from '#words/messages.js';
import type { Block, Report, TableBlock } from './block.ts';
import { agreementBlocks } from './codebook-agreement.ts';
import { quoteBlocks } from './codebook-quotes.ts';
import { saturationBlock } from './codebook-saturation.ts';
import { coderName, type Telling } from './codebook-telling.ts';
import { codebookStudy, framedCodes } from './codebook-study.ts';
import { listText, textCell } from './figure-text.ts';
import type { Locale } from './row-label.ts';

/** More codes would make a heat table nobody can read. */
const mostTogether = 12;

const whole = (value: number) => ({ text: String(value), value, decimals: 0 });

function sentence({ study, locale }: Telling): Block {
	const highest = Math.max(...study.counts.map(({ segments }) => segments));
	const first = study.counts.filter(({ segments }) => segments === highest);
	const coded = study.coded.length;
	const left = study.content.interviews.filter(
		({ id, text }) => text.trim() !== '' && !study.coded.some((one) => one.id === id),
	).length;
	const said = { segments: study.segments.length, coded, coder: coderName(study, study.coder.id, locale) };
	const [one] = first;
	return {
		kind: 'sentence',
		text:
			one && first.length === 1
				? m.codebook_sentence(
						{ code: one.code.name.trim(), segments: one.segments, interviews: one.interviews, coded },
						{ locale },
					)
				: m.codebook_sentence_tie(
						{
							codes: listText(
								first.map(({ code }) => code.name.trim()),
								locale,
							),
							segments: highest,
						},
						{ locale },
					),
		condition:
			left > 0
				? m.codebook_condition_left({ ...said, left }, { locale })
				: m.codebook_condition(said, { locale }),
	};
}

function countsTable({ study, locale }: Telling): TableBlock {
	return {
		kind: 'table',
		id: 'counts',
		caption: m.codebook_counts_table({}, { locale }),
		columns: [
			{ label: m.codebook_column_code({}, { locale }), align: 'left' },
			{ label: m.codebook_column_segments({}, { locale }), align: 'right' },
			{ label: m.codebook_column_sentences({}, { locale }), align: 'right' },
			{ label: m.codebook_column_interviews({}, { locale }), align: 'right' },
		],
		rows: study.counts.map(({ code, depth, segments, sentences, interviews }) => ({
			cells: [
				textCell(`${'– '.repeat(depth)}${code.name.trim()}`),
				whole(segments),
				whole(sentences),
				whole(interviews),
			],
		})),
		source: m.codebook_counts_note({}, { locale }),
	};
}

/** A count as a heat cell: the most frequent pair darkest. */
function heatCell(count: number, most: number) {
	const heat = Math.max(1, Math.ceil((count / most) * 6)) as 1 | 2 | 3 | 4 | 5 | 6;
	return { text: String(count), value: count, decimals: 0, heat };
}

function togetherBlocks({ study, locale }: Telling): Block[] {
	const heading: Block = { kind: 'heading', level: 2, text: m.codebook_together_heading({}, { locale }) };
	const [first] = study.pairs;
	const names = new Map(study.counts.map(({ code }) => [code.id, code.name.trim()]));
	if (!first) return [heading, { kind: 'paragraph', text: m.codebook_together_none({}, { locale }) }];
	const used = study.counts.filter(({ segments }) => segments > 0);
	const shown = [...used]
		.sort((a, b) => b.segments - a.segments)
		.slice(0, mostTogether)
		.map(({ code }) => code.id);
	const ordered = used.map(({ code }) => code.id).filter((id) => shown.includes(id));
	const together = new Map(
		study.pairs.map(({ codes, together: count }) => [[...codes].sort().join(' '), count]),
	);
	const said = {
		one: names.get(first.codes[0]) ?? '',
		other: names.get(first.codes[1]) ?? '',
		count: first.together,
	};
	return [
		heading,
		{
			kind: 'paragraph',
			text:
				first.together > 1
					? m.codebook_together_sentence(said, { locale })
					: m.codebook_together_once({}, { locale }),
		},
		{
			kind: 'table',
			id: 'together',
			caption: m.codebook_together_table({}, { locale }),
			columns: [
				{ label: m.codebook_column_code({}, { locale }), align: 'left' },
				...ordered.map((id) => ({ label: names.get(id) ?? '', align: 'right' as const })),
			],
			rows: ordered.map((row) => ({
				cells: [
					textCell(names.get(row) ?? ''),
					...ordered.map((column) =>
						row === column
							? textCell(m.codebook_together_same({}, { locale }))
							: heatCell(together.get([row, column].sort().join(' ')) ?? 0, first.together),
					),
				],
			})),
			...(used.length > mostTogether
				? { source: m.codebook_together_top({ count: mostTogether }, { locale }) }
				: {}),
		},
	];
}

/** The frame itself, for the appendix of a study; null while no code has a name. */
function frameBlocks(content: CodebookContent, locale: Locale): Block[] {
	const codes = framedCodes(content.codes);
	if (codes.length === 0) return [];
	const columns = [
		m.codebook_code,
		m.codebook_code_definition,
		m.codebook_code_include,
		m.codebook_code_exclude,
		m.codebook_code_example,
	];
	return [
		{ kind: 'heading', level: 2, text: m.codebook_frame_heading({}, { locale }) },
		{
			kind: 'table',
			id: 'frame',
			caption: m.codebook_frame_table({}, { locale }),
			columns: columns.map((label) => ({ label: label({}, { locale }), align: 'left' })),
			rows: codes.map(({ code, depth }) => ({
				cells: [
					textCell(`${'– '.repeat(depth)}${code.name.trim()}`),
					...[code.definition, code.include, code.exclude, code.example].map((text) => textCell(text.trim())),
				],
			})),
		},
	];
}

/** The report; null while there is neither a named code nor a mark. */
export function codebookReport(
	content: CodebookContent,
	{ locale, date }: { readonly locale: Locale; readonly date?: string },
): Report | null {
	const study = codebookStudy(content);
	const frame = frameBlocks(content, locale);
	const title = content.title.trim() || m.codebook_untitled({}, { locale });
	const source = content.source.trim();
	const from: Block[] =
		source === '' ? [] : [{ kind: 'note', text: m.codebook_from({ source }, { locale }) }];
	if (!study) {
		if (frame.length === 0) return null;
		const wait: Block = { kind: 'paragraph', text: m.codebook_not_marked({}, { locale }) };
		return { title, locale, blocks: [wait, ...from, ...frame], sources: [] };
	}
	const telling: Telling = { study, locale, date };
	return {
		title,
		locale,
		blocks: [
			sentence(telling),
			...from,
			countsTable(telling),
			...togetherBlocks(telling),
			...saturationBlock(telling),
			...agreementBlocks(telling),
			...quoteBlocks(telling),
			...frame,
		],
		sources: [codeCoOccurrence, saturation, ...(study.agreement ? [krippendorffAlpha] : [])].map(
			({ id, version, source: cited }) => ({ id, version, source: cited }),
		),
	};
}
