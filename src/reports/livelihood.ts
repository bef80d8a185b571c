/** A livelihood sheet as a report: which asset rose most and how sure that is, two drawings, tables, what to check. */
import type { LivelihoodContent } from '#inputs/livelihood-content.ts';
import { writeNumber, writePercent } from '#inputs/number-writer.ts';
import { bootstrapInterval } from '#methods/livelihood/bootstrap-interval.ts';
import { grim } from '#methods/livelihood/grim.ts';
import { holm } from '#methods/livelihood/holm.ts';
import { slia } from '#methods/livelihood/slia.ts';
import { wilcoxonSignedRank } from '#methods/livelihood/wilcoxon-signed-rank.ts';
import { m } from '#words/messages.js';
import type { Block, Report } from './block.ts';
import { listText } from './figure-text.ts';
import { dumbbellBlock, pentagonBlock } from './livelihood-charts.ts';
import { livelihoodChecks, troubleTexts } from './livelihood-checks.ts';
import { livelihoodStudy } from './livelihood-study.ts';
import { assetChangesTable, respondentsTable, testTables } from './livelihood-tables.ts';
import { livelihoodTests, type LivelihoodTests } from './livelihood-tests.ts';
import { assetInSentence, ends, indicatorName, moves, scoreText, type Telling } from './livelihood-words.ts';
import type { Locale } from './row-label.ts';

const alpha = 0.05;

/** Figures as sentences say them: enough to tell two assets apart. */
function mainSentence(telling: Telling, tests: LivelihoodTests | null): string {
	const { study, locale } = telling;
	const known = study.assets.flatMap(({ id, figures }) =>
		figures && figures.change !== null && figures.before !== null && figures.after !== null
			? [{ id, change: figures.change, before: figures.before, after: figures.after }]
			: [],
	);
	if (known.length === 0) {
		const { up, count } = moves(study.rows.map((row) => row.figures?.change ?? null));
		return m.livelihood_no_asset_yet({ up, count }, { locale });
	}
	const most = Math.max(...known.map(({ change }) => change));
	const least = known.reduce((low, one) => (one.change < low.change ? one : low));
	const leaders = known.filter(({ change }) => Math.abs(change - most) < 1e-9);
	const [leader] = leaders as [(typeof known)[number]];
	const score = (value: number) => scoreText(value, telling);
	if (most <= 0)
		return least.change < 0
			? m.livelihood_rose_none_fell(
					{
						asset: assetInSentence(least.id, locale),
						change: score(-least.change),
						before: score(least.before),
						after: score(least.after),
					},
					{ locale },
				)
			: m.livelihood_rose_none({}, { locale });
	if (leaders.length > 1) {
		const assets = listText(
			leaders.map(({ id }) => assetInSentence(id, locale)),
			locale,
		);
		return m.livelihood_rose_most_several({ assets, change: score(most), ...ends(telling) }, { locale });
	}
	const first = m.livelihood_rose_most(
		{
			asset: assetInSentence(leader.id, locale),
			change: score(leader.change),
			before: score(leader.before),
			after: score(leader.after),
			...ends(telling),
		},
		{ locale },
	);
	const tested = tests?.assets.get(leader.id);
	if (!tested) return first;
	const interval = m.livelihood_interval_sentence(
		{
			level: writePercent(95, locale, { decimals: 0 }),
			low: score(tested.interval.low),
			high: score(tested.interval.high),
			n: tested.wilcoxon.pairs,
		},
		{ locale },
	);
	return `${first} ${interval}`;
}

function respondentsSentence({ study, locale }: Telling): string {
	const { check, content } = study;
	if (content.entry === 'scores') return '';
	if (check === null) return '';
	if (check.stated === null) return m.livelihood_n_unsaid({}, { locale });
	if (check.possibleWithStated === null) return '';
	if (check.possibleWithStated === check.means)
		return m.livelihood_n_possible({ stated: check.stated }, { locale });
	const [first] = check.possible;
	return first === undefined
		? m.livelihood_n_impossible_none({ stated: check.stated }, { locale })
		: m.livelihood_n_impossible({ stated: check.stated, possible: first }, { locale });
}

/** The line under the sentence: how many indicators moved, and what may be believed of it. */
function condition(telling: Telling, tests: LivelihoodTests | null): string {
	const { study, locale } = telling;
	const { up, same, down, count } = moves(study.rows.map((row) => row.figures?.change ?? null));
	const counts = [
		...(count > 0 ? [m.livelihood_counts({ up, count }, { locale })] : []),
		...(same > 0 ? [m.livelihood_counts_same({ count: same }, { locale })] : []),
		...(down > 0 ? [m.livelihood_counts_fell({ count: down }, { locale })] : []),
	].join(', ');
	const sure = tests ? [...tests.assets.values()].filter(({ holmP }) => holmP <= alpha).length : 0;
	return [
		counts === '' ? '' : `${counts}.`,
		respondentsSentence(telling),
		tests === null
			? m.livelihood_means_only({}, { locale })
			: tests.assets.size === 0
				? ''
				: m.livelihood_holm_counts(
						{ sure, count: tests.assets.size, alpha: writeNumber(alpha, locale, 2) },
						{ locale },
					),
		m.livelihood_no_control({}, { locale }),
	]
		.filter(Boolean)
		.join(' ');
}

/** Respondents too few for the test to say anything, and waves with different respondents. */
function testNotes(telling: Telling, tests: LivelihoodTests): string[] {
	const { study, locale } = telling;
	const few = [
		...study.assets.flatMap(({ id }) => {
			const tested = tests.assets.get(id);
			return tested ? [{ name: assetInSentence(id, locale), tested }] : [];
		}),
		...study.rows.flatMap((row) => {
			const tested = tests.rows.get(row.row);
			return tested ? [{ name: indicatorName(row, locale), tested }] : [];
		}),
	].filter(({ tested }) => tested.wilcoxon.moved > 0 && tested.wilcoxon.smallestP > alpha);
	const uneven = study.assets.flatMap(({ id, figures }) =>
		figures && figures.nBefore !== figures.nAfter
			? [
					m.livelihood_uneven(
						{
							asset: assetInSentence(id, locale),
							before: figures.nBefore ?? 0,
							after: figures.nAfter ?? 0,
						},
						{ locale },
					),
				]
			: [],
	);
	const gaps = study.rows.some((row) =>
		[...row.scoresBefore, ...row.scoresAfter].some((score) => score === null),
	);
	return [
		...few.slice(0, 6).map(({ name, tested }) =>
			m.livelihood_too_few(
				{
					name,
					moved: tested.wilcoxon.moved,
					p: writeNumber(tested.wilcoxon.smallestP, locale, 3),
				},
				{ locale },
			),
		),
		...uneven,
		...(gaps
			? [m.livelihood_enough_answers({ share: writePercent(60, locale, { decimals: 0 }) }, { locale })]
			: []),
	];
}

function readerList(telling: Telling, tests: LivelihoodTests | null): string[] {
	const { study, locale } = telling;
	const turned = study.rows.some((row) => row.figures !== null && row.polarity === 'negative');
	return [
		m.livelihood_reader_control({}, { locale }),
		m.livelihood_reader_wish({}, { locale }),
		...(study.content.recall === 'later' ? [m.livelihood_reader_memory({}, { locale })] : []),
		...(turned ? [m.livelihood_reader_turned(ends(telling), { locale })] : []),
		...(tests === null ? [m.livelihood_reader_means({}, { locale })] : []),
	];
}

/** Sentences on what the sheet itself lacks. */
function sheetNotes({ study, locale }: Telling): Block[] {
	const loose = study.rows.filter((row) => row.figures !== null && row.asset === '').length;
	return [
		...(study.unread > 0 ? [m.livelihood_check_unread({ count: study.unread }, { locale })] : []),
		...(loose > 0 ? [m.livelihood_check_no_asset({ count: loose }, { locale })] : []),
	].map((text): Block => ({ kind: 'note', text }));
}

function section(title: string, blocks: readonly (Block | null)[]): Block[] {
	const kept = blocks.filter((block) => block !== null);
	return kept.length === 0 ? [] : [{ kind: 'heading', level: 1, text: title }, ...kept];
}

const list = (items: readonly string[]): Block | null =>
	items.length === 0 ? null : { kind: 'list', ordered: false, items };

const sourceOf = ({ id, version, source }: { id: string; version: number; source: string }) => ({
	id,
	version,
	source,
});

/** The report; null while no indicator has both scores. */
export function livelihoodReport(
	content: LivelihoodContent,
	{ locale, date }: { readonly locale: Locale; readonly date?: string },
): Report | null {
	const study = livelihoodStudy(content);
	if (study === null) return null;
	const title = content.title.trim() || m.livelihood_untitled({}, { locale });
	if ('troubles' in study) {
		const texts = troubleTexts(study.troubles, content, study.scale, locale);
		return { title, locale, blocks: texts.map((text) => ({ kind: 'note', text })), sources: [] };
	}
	const telling: Telling = { study, locale, date };
	const tests = livelihoodTests(study);
	const charts = [dumbbellBlock(telling), pentagonBlock(telling)].filter((chart) => chart !== null);
	const sources = tests
		? [slia, wilcoxonSignedRank, holm, bootstrapInterval]
		: [slia, ...(study.check ? [grim] : [])];
	return {
		title,
		locale,
		blocks: [
			{ kind: 'sentence', text: mainSentence(telling, tests), condition: condition(telling, tests) },
			...sheetNotes(telling),
			...charts,
			assetChangesTable(telling),
			...(tests
				? section(m.livelihood_tests_heading({}, { locale }), [
						...testTables(telling, tests),
						list(testNotes(telling, tests)),
					])
				: []),
			...section(m.livelihood_n_heading({}, { locale }), [respondentsTable(telling)]),
			...section(m.livelihood_checks_heading({}, { locale }), [list(livelihoodChecks(telling))]),
			...section(m.livelihood_reader_heading({}, { locale }), [list(readerList(telling, tests))]),
		],
		sources: sources.map(sourceOf),
	};
}
