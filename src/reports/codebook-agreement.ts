/** Whether coders agree, said in words before the figure, and for every code. */
import { writeNumber } from '#inputs/number-writer.ts';
import { m } from '#words/messages.js';
import type { Block } from './block.ts';
import { coderName, type Telling } from './codebook-telling.ts';
import type { Agreement } from './codebook-study.ts';
import { dash, listText, textCell } from './figure-text.ts';
import type { Locale } from './row-label.ts';

const reasons: Readonly<Record<string, (typeof m)['codebook_agreement_other']>> = {
	NO_VARIATION: m.codebook_agreement_no_variation,
	NO_PAIRED_UNIT: m.codebook_agreement_no_shared,
	TOO_MANY: m.codebook_agreement_too_many,
};

const verdicts = {
	reliable: m.codebook_agreement_word_reliable,
	tentative: m.codebook_agreement_word_tentative,
	unreliable: m.codebook_agreement_word_unreliable,
} as const;

const sentences = {
	reliable: m.codebook_agreement_reliable,
	tentative: m.codebook_agreement_tentative,
	unreliable: m.codebook_agreement_unreliable,
} as const;

/** Never rounded up over a threshold it did not reach. */
function alphaText({ alpha, verdict }: Agreement, locale: Locale): string {
	if (alpha === null) return dash;
	const text = writeNumber(alpha, locale, 3);
	const risen =
		(verdict === 'tentative' && Math.round(alpha * 1000) >= 800) ||
		(verdict === 'unreliable' && Math.round(alpha * 1000) >= 667);
	return risen ? writeNumber(alpha, locale, 5) : text;
}

/** Heading, sentence and table; one sentence while a single person has coded. */
export function agreementBlocks({ study, locale }: Telling): Block[] {
	const heading: Block = { kind: 'heading', level: 2, text: m.codebook_agreement_heading({}, { locale }) };
	const { agreement } = study;
	if (!agreement) return [heading, { kind: 'paragraph', text: m.codebook_agreement_one({}, { locale }) }];
	const { whole } = agreement;
	const coders = listText(
		agreement.coders.map(({ id }) => coderName(study, id, locale)),
		locale,
	);
	const why = (reason: string | null) =>
		(reasons[reason ?? ''] ?? m.codebook_agreement_other)({}, { locale });
	if (agreement.interviews === 0) {
		const reason = m.codebook_agreement_no_shared({}, { locale });
		return [heading, { kind: 'note', text: m.codebook_agreement_none({ reason }, { locale }) }];
	}
	const told: Block =
		whole.verdict === null
			? { kind: 'note', text: m.codebook_agreement_none({ reason: why(whole.reason) }, { locale }) }
			: {
					kind: 'paragraph',
					text: sentences[whole.verdict]({ coders, alpha: alphaText(whole, locale) }, { locale }),
				};
	const rule = m.codebook_agreement_rule(
		{ sentences: agreement.sentences, interviews: agreement.interviews },
		{ locale },
	);
	const range =
		whole.interval === null
			? []
			: [
					m.codebook_agreement_interval(
						{
							low: writeNumber(whole.interval.low, locale, 2),
							high: writeNumber(whole.interval.high, locale, 2),
						},
						{ locale },
					),
				];
	const row = (name: string, one: Agreement, total: boolean) => ({
		...(total ? { role: 'total' as const } : {}),
		cells: [
			textCell(name, total),
			{ text: alphaText(one, locale), value: one.alpha, decimals: 3 },
			textCell(
				one.verdict === null
					? `${m.codebook_agreement_word_none({}, { locale })}: ${why(one.reason)}`
					: verdicts[one.verdict]({}, { locale }),
			),
		],
	});
	return [
		heading,
		told,
		{
			kind: 'table',
			id: 'agreement',
			caption: m.codebook_agreement_table({}, { locale }),
			columns: [
				{ label: m.codebook_code({}, { locale }), align: 'left' },
				{ label: m.codebook_agreement_alpha({}, { locale }), align: 'right' },
				{ label: m.codebook_agreement_meaning({}, { locale }), align: 'left' },
			],
			rows: [
				...agreement.codes.map(({ code, agreement: one }) => row(code.name.trim(), one, false)),
				row(m.codebook_agreement_all({}, { locale }), whole, true),
			],
			source: [rule, ...range].join(' '),
		},
	];
}
