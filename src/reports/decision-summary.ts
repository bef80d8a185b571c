/** What a decision comes to: the sentence, what each score is made of, and whether the methods agree. */
import { contributionBars } from '#charts/contribution-bars.ts';
import type { BarPart } from '#charts/part-names.ts';
import { writeNumber } from '#inputs/number-writer.ts';
import { m } from '#words/messages.js';
import type { Block, ChartBlock, TableBlock } from './block.ts';
import { thresholdPhrase } from './decision-change.ts';
import { leadersOf, type Agreement } from './decision-findings.ts';
import { byScore, chanceText, rankCell, scoreText } from './decision-names.ts';
import { alternativeName, fixedCell, partName, type DecisionView } from './decision-view.ts';
import { dateText, listText, numberCell, textCell } from './figure-text.ts';

const colours: readonly BarPart['colour'][] = ['untung', 'input', 'kerja', 'bahan', 'abu', 'kosong'];
const mostBars = 12;
const mostColumns = 12;
/** Closer than this share of the winner's score, a lead is thin. */
const thin = 0.05;

function headline(view: DecisionView, leaders: readonly number[]): string {
	const { study, findings, names } = view;
	const { locale } = names;
	if (leaders.length > 1)
		return m.decision_results_sentence_tied(
			{
				leaders: listText(
					leaders.map((row) => alternativeName(view, row)),
					locale,
				),
			},
			{ locale },
		);
	const leader = alternativeName(view, leaders[0] as number);
	const agreement = findings?.agreement;
	if (!agreement) return m.decision_results_sentence_leader({ leader }, { locale });
	const methods = { leader, agreeing: agreement.agreeing, all: agreement.methods.length };
	const shares = findings.regions['parts-free'];
	if (!shares) return m.decision_results_sentence_methods(methods, { locale });
	const chance = chanceText(shares.rankAcceptability[leaders[0] as number]?.[0] ?? 0, locale);
	return study.parts.some(({ isGroup }) => isGroup)
		? m.decision_results_sentence_groups({ ...methods, chance }, { locale })
		: m.decision_results_sentence_criteria({ ...methods, chance }, { locale });
}

/** The sentence on top: who wins, how firmly, by how much, and what would turn it. */
export function summarySentence(view: DecisionView): Block {
	const { study, findings, names } = view;
	const { locale } = names;
	const leaders = leadersOf(study);
	const order = byScore(study);
	const [first, second] = [order[0] as number, order[1] as number];
	const scores = {
		first: scoreText(study.scores[first] as number, locale),
		second: scoreText(study.scores[second] as number, locale),
		runner: alternativeName(view, second),
	};
	const close =
		(study.scores[first] as number) - (study.scores[second] as number) <
		thin * (study.scores[first] as number);
	const lead = close
		? m.decision_results_lead_thin(scores, { locale })
		: m.decision_results_lead_clear(scores, { locale });
	const nearest = (findings?.changes?.parts ?? [])
		.flatMap(({ smallest, index }) => (smallest ? [{ part: index, ...smallest }] : []))
		.sort((a, b) => Math.abs(a.change) - Math.abs(b.change))[0];
	const flip = nearest
		? ` ${m.decision_results_flips(
				{ rival: alternativeName(view, nearest.by), change: thresholdPhrase(view, nearest) },
				{ locale },
			)}`
		: '';
	const condition = leaders.length > 1 ? undefined : `${lead}${flip}`;
	return { kind: 'sentence', text: headline(view, leaders), ...(condition ? { condition } : {}) };
}

/** Parts in the order of the sheet; beyond six the lightest are drawn as one. */
function drawnParts({
	study,
}: DecisionView): { readonly columns: readonly number[]; readonly rest: boolean }[] {
	const all = study.parts.map((_, part) => part);
	if (all.length <= colours.length) return all.map((part) => ({ columns: [part], rest: false }));
	const heaviest = [...all]
		.sort((a, b) => (study.partWeights[b] as number) - (study.partWeights[a] as number))
		.slice(0, colours.length - 1);
	return [
		...all.filter((part) => heaviest.includes(part)).map((part) => ({ columns: [part], rest: false })),
		{ columns: all.filter((part) => !heaviest.includes(part)), rest: true },
	];
}

function contributionTitle(view: DecisionView, [first, second]: readonly number[]): string {
	const { study, names } = view;
	const { locale } = names;
	const gap = (part: number) =>
		((study.partIndex[first as number]?.[part] as number) -
			(study.partIndex[second as number]?.[part] as number)) *
		(study.partWeights[part] as number);
	const gaps = study.parts.map((_, part) => ({ part, gap: gap(part) }));
	const least = 1e-9 * Math.abs(study.scores[first as number] as number);
	const largest = (sign: number) =>
		gaps
			.filter((one) => sign * one.gap > least)
			.sort((a, b) => sign * (b.gap - a.gap))
			.slice(0, 2)
			.sort((a, b) => a.part - b.part)
			.map(({ part }) => partName(view, part));
	const [own, other] = [largest(1), largest(-1)];
	const said = {
		leader: alternativeName(view, first as number),
		runner: alternativeName(view, second as number),
		own: listText(own, locale),
		other: listText(other, locale),
	};
	if (own.length === 0) return m.decision_results_contribution_none(said, { locale });
	return other.length === 0
		? m.decision_results_contribution_all(said, { locale })
		: m.decision_results_contribution_each(said, { locale });
}

/** What each total is made of, part by part. */
export function contributionChart(view: DecisionView): ChartBlock {
	const { study, names, date } = view;
	const { locale } = names;
	const order = byScore(study);
	const shown = order.slice(0, mostBars);
	const parts = drawnParts(view);
	// A table of forty columns is read by nobody: beyond twelve it has the parts of the drawing.
	const columns =
		study.parts.length > mostColumns
			? parts
			: study.parts.map((_, part) => ({ columns: [part], rest: false }));
	const value = (row: number, columns: readonly number[]) =>
		columns.reduce(
			(sum, part) => sum + (study.partIndex[row]?.[part] as number) * (study.partWeights[part] as number),
			0,
		);
	const label = ({ columns, rest }: (typeof parts)[number]) =>
		rest ? m.decision_results_other_parts({}, { locale }) : partName(view, columns[0] as number);
	const scores = shown.map((row) =>
		m.decision_results_contribution_item(
			{ alternative: alternativeName(view, row), score: scoreText(study.scores[row] as number, locale) },
			{ locale },
		),
	);
	const alt = m.decision_results_contribution_alt(
		{ scores: scores.join('; '), parts: listText(parts.map(label), locale) },
		{ locale },
	);
	const drawing = contributionBars({
		parts: parts.map((part, index) => ({ label: label(part), colour: colours[index] ?? 'kosong' })),
		rows: shown.map((row, place) => ({
			label: alternativeName(view, row),
			values: parts.map(({ columns }) => {
				const one = value(row, columns);
				return { value: one, text: writeNumber(one, locale, 1) };
			}),
			totalText: scoreText(study.scores[row] as number, locale),
			strong: place === 0,
		})),
		alt,
		noData: m.decision_results_no_data({}, { locale }),
	});
	const counts = {
		alternatives: study.alternatives.length,
		criteria: study.criteria.length,
		respondents: study.respondents.length,
	};
	const foot = [
		counts.respondents > 1
			? m.decision_results_contribution_foot(counts, { locale })
			: m.decision_results_contribution_foot_one(counts, { locale }),
		...(order.length > mostBars ? [m.decision_results_first_shown({ shown: mostBars }, { locale })] : []),
		...(date ? [`${dateText(date, locale)}.`] : []),
	].join(' ');
	return {
		kind: 'chart',
		id: 'contributions',
		title: contributionTitle(view, order),
		subtitle:
			study.indexBy === 'range'
				? m.decision_results_contribution_range({}, { locale })
				: m.decision_results_contribution_cpi({}, { locale }),
		foot,
		...drawing,
		alt,
		table: {
			kind: 'table',
			id: 'contributions-table',
			caption: m.decision_results_contribution_table({}, { locale }),
			columns: [
				{ label: m.decision_results_rank({}, { locale }), align: 'right' },
				{ label: m.decision_results_alternative({}, { locale }), align: 'left' },
				...columns.map((part) => ({ label: label(part), align: 'right' as const })),
				{ label: m.decision_results_total({}, { locale }), align: 'right' },
			],
			rows: order.map((row, place) => ({
				cells: [
					numberCell(place + 1, locale, 0),
					textCell(alternativeName(view, row), place === 0),
					...columns.map((part) => fixedCell(value(row, part.columns), locale)),
					{ ...fixedCell(study.scores[row] as number, locale), strong: true },
				],
			})),
		},
	};
}

/** The name of a method at the head of a column. */
export function methodLabel({ study, names: { locale } }: DecisionView, id: string): string {
	const fixed: Readonly<Record<string, string>> = {
		saw: 'SAW',
		topsis: 'TOPSIS',
		wpm: 'WP',
		'promethee-2': 'PROM. II',
		vikor: 'VIKOR',
	};
	return fixed[id] ?? (study.indexBy === 'range' ? m.decision_results_method_range({}, { locale }) : 'CPI');
}

const reasons: Readonly<
	Record<string, (inputs: { leader: string }, options: { locale: 'id' | 'en' }) => string>
> = {
	saw: m.decision_results_reason_saw,
	topsis: m.decision_results_reason_topsis,
	wpm: m.decision_results_reason_wpm,
	'promethee-2': m.decision_results_reason_promethee,
	vikor: m.decision_results_reason_vikor,
};

function methodsCaption(view: DecisionView, { methods, agreeing, leaders }: Agreement): string {
	const { locale } = view.names;
	if (agreeing < methods.length)
		return m.decision_results_methods_disagree(
			{ agreeing, all: methods.length, leader: alternativeName(view, leaders[0] as number) },
			{ locale },
		);
	const first = methods[0]?.ranks.join();
	return methods.every(({ ranks }) => ranks.join() === first)
		? m.decision_results_methods_same({ count: methods.length }, { locale })
		: m.decision_results_methods_winner({ count: methods.length }, { locale });
}

/** Ranks over the methods, and where they do not agree, why. */
export function methodBlocks(view: DecisionView): Block[] {
	const { study, findings, names } = view;
	const { locale } = names;
	const agreement = findings?.agreement;
	if (!agreement) return [];
	const { methods, left, leaders } = agreement;
	const table: TableBlock = {
		kind: 'table',
		id: 'methods',
		caption: methodsCaption(view, agreement),
		columns: [
			{ label: m.decision_results_alternative({}, { locale }), align: 'left' },
			...methods.map(({ id }) => ({ label: methodLabel(view, id), align: 'right' as const })),
		],
		rows: byScore(study).map((row) => ({
			cells: [
				textCell(alternativeName(view, row), leaders.includes(row)),
				...methods.map(({ ranks }) => rankCell(ranks[row] as number, locale)),
			],
		})),
		source: m.decision_results_methods_source({}, { locale }),
	};
	const dissenting = methods.filter((one) => !one.leaders.some((leader) => leaders.includes(leader)));
	const why = dissenting.flatMap(({ id, leaders: theirs }) => {
		const leader = listText(
			theirs.map((row) => alternativeName(view, row)),
			locale,
		);
		return reasons[id]?.({ leader }, { locale }) ?? [];
	});
	const full = study.indexBy === 'range' ? [] : [m.decision_results_reason_index({}, { locale })];
	const notes: Block[] =
		why.length > 0
			? [
					{
						kind: 'note',
						text: m.decision_results_methods_note({ reasons: [...full, ...why].join(' ') }, { locale }),
					},
				]
			: [];
	const skipped = left.map(({ id }): Block => ({
		kind: 'paragraph',
		text: m.decision_results_method_left_out({ method: methodLabel(view, id) }, { locale }),
	}));
	return [table, ...notes, ...skipped];
}
