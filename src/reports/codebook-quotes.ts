/** The marked passages under their code, each with the interview it comes from. */
import { m } from '#words/messages.js';
import type { Block } from './block.ts';
import type { Telling } from './codebook-telling.ts';
import type { CodebookStudy } from './codebook-study.ts';
import type { Locale } from './row-label.ts';

/** A report is read; the whole of a large study is in its project file. */
const mostQuotes = 40;
const longestQuote = 500;

/** The name of an interview, or its number while it has none. */
export function interviewName(study: CodebookStudy, id: string, locale: Locale): string {
	const place = study.content.interviews.findIndex((one) => one.id === id);
	return (
		study.content.interviews[place]?.name.trim() ||
		m.codebook_interview_number({ number: place + 1 }, { locale })
	);
}

function shortened(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	if (line.length <= longestQuote) return line;
	return `${line.slice(0, longestQuote).replace(/\s+\S*$/u, '')} …`;
}

/** A heading and a list for every code that was used. */
export function quoteBlocks({ study, locale }: Telling): Block[] {
	const order = new Map(study.content.interviews.map(({ id }, place) => [id, place]));
	const texts = new Map(study.content.interviews.map(({ id, text }) => [id, text]));
	const lists = study.counts.flatMap(({ code }): Block[] => {
		const quotes = study.segments
			.filter((segment) => segment.code === code.id)
			.sort((a, b) => (order.get(a.interview) ?? 0) - (order.get(b.interview) ?? 0) || a.start - b.start);
		if (quotes.length === 0) return [];
		const items = quotes.slice(0, mostQuotes).map(({ interview, start, end }) =>
			m.codebook_quote(
				{
					text: shortened((texts.get(interview) ?? '').slice(start, end)),
					interview: interviewName(study, interview, locale),
				},
				{ locale },
			),
		);
		const more = quotes.length - items.length;
		return [
			{ kind: 'heading', level: 3, text: code.name.trim() },
			{
				kind: 'list',
				ordered: false,
				items: more > 0 ? [...items, m.codebook_quotes_more({ count: more }, { locale })] : items,
			},
		];
	});
	return [{ kind: 'heading', level: 2, text: m.codebook_quotes_heading({}, { locale }) }, ...lists];
}
