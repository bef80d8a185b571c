/** What would have to change for another to win: weights, figures, or nothing that is possible. */
import { thresholdBars, type ThresholdBar } from '#charts/threshold-bars.ts';
import { writeNumber } from '#inputs/number-writer.ts';
import { m } from '#words/messages.js';
import type { Block, ChartBlock } from './block.ts';
import { leadersOf, type Changes, type Findings } from './decision-findings.ts';
import { byScore, drawsText, sentenceCase, weightText } from './decision-names.ts';
import { alternativeName, partName, type DecisionView } from './decision-view.ts';
import { dash, listText, textCell } from './figure-text.ts';

interface PartThreshold {
	readonly part: number;
	readonly weight: number;
	readonly change: number;
	readonly by: number;
}

/** `Ekonomi ≥ 52,4 %` */
export function thresholdPhrase(view: DecisionView, { part, weight, change }: PartThreshold): string {
	const { locale } = view.names;
	const said = { part: partName(view, part), weight: weightText(weight, locale) };
	return change >= 0
		? m.decision_results_at_least(said, { locale })
		: m.decision_results_at_most(said, { locale });
}

/** Every weight at which another takes over, the smallest change first. */
function thresholdsOf({ parts }: Changes): PartThreshold[] {
	return parts
		.flatMap(({ index, down, up }) => [down, up].flatMap((one) => (one ? [{ part: index, ...one }] : [])))
		.sort((a, b) => Math.abs(a.change) - Math.abs(b.change));
}

const mostBars = 8;
/** Thresholds said in words; the table has all. */
const mostSaid = 8;

/** The parts drawn: those that can turn the decision, nearest first, then the heaviest of the others. */
function drawnParts({ study }: DecisionView, changes: Changes): number[] {
	const turning = [...new Set(thresholdsOf(changes).map(({ part }) => part))];
	const others = study.parts
		.map((_, part) => part)
		.filter((part) => !turning.includes(part))
		.sort((a, b) => (study.partWeights[b] as number) - (study.partWeights[a] as number));
	return [...turning, ...others].slice(0, mostBars);
}

function barOf(view: DecisionView, changes: Changes, part: number): ThresholdBar {
	const { locale } = view.names;
	const leader = alternativeName(view, leadersOf(view.study)[0] as number);
	const one = changes.parts[part];
	const [down, up] = [one?.down ?? null, one?.up ?? null];
	const zones = [
		...(down
			? [{ to: down.weight, winner: alternativeName(view, down.by), cutText: '', current: false }]
			: []),
		{
			to: up?.weight ?? 1,
			winner: leader,
			cutText: down ? `≤ ${weightText(down.weight, locale)}` : '',
			current: true,
		},
		...(up
			? [
					{
						to: 1,
						winner: alternativeName(view, up.by),
						cutText: `≥ ${weightText(up.weight, locale)}`,
						current: false,
					},
				]
			: []),
	];
	const now = view.study.partWeights[part] as number;
	return {
		label: partName(view, part),
		zones,
		now,
		nowText: m.decision_results_now({ weight: weightText(now, locale) }, { locale }),
	};
}

function changeTitle(view: DecisionView, changes: Changes): string {
	const { locale } = view.names;
	const [nearest] = thresholdsOf(changes);
	if (!nearest) return m.decision_results_change_title_none({}, { locale });
	return m.decision_results_change_title_one(
		{ rival: alternativeName(view, nearest.by), change: thresholdPhrase(view, nearest) },
		{ locale },
	);
}

function changeChart(view: DecisionView, changes: Changes): ChartBlock {
	const { study, names } = view;
	const { locale } = names;
	const shown = drawnParts(view, changes);
	const alt = weightSentences(view, changes).join(' ');
	const cell = (threshold: { weight: number; by: number } | null) =>
		threshold === null
			? textCell(dash)
			: textCell(
					m.decision_results_winner_there(
						{ weight: weightText(threshold.weight, locale), rival: alternativeName(view, threshold.by) },
						{ locale },
					),
				);
	return {
		kind: 'chart',
		id: 'thresholds',
		title: changeTitle(view, changes),
		subtitle: m.decision_results_change_subtitle({}, { locale }),
		foot: m.decision_results_change_about({}, { locale }),
		...thresholdBars({
			bars: shown.map((part) => barOf(view, changes, part)),
			zeroText: '0',
			wholeText: weightText(1, locale),
			alt,
			noData: m.decision_results_no_data({}, { locale }),
		}),
		alt,
		table: {
			kind: 'table',
			id: 'thresholds-table',
			caption: m.decision_results_change_table({}, { locale }),
			columns: [
				{ label: m.decision_results_part({}, { locale }), align: 'left' },
				{ label: m.decision_results_weight_now({}, { locale }), align: 'right' },
				{ label: m.decision_results_new_winner_below({}, { locale }), align: 'right' },
				{ label: m.decision_results_new_winner_above({}, { locale }), align: 'right' },
			],
			rows: study.parts.map((_, part) => ({
				cells: [
					textCell(partName(view, part)),
					{
						text: weightText(study.partWeights[part] as number, locale),
						value: (study.partWeights[part] as number) * 100,
						decimals: 1,
					},
					cell(changes.parts[part]?.down ?? null),
					cell(changes.parts[part]?.up ?? null),
				],
			})),
		},
	};
}

const pointsText = (points: number, locale: 'id' | 'en'): string =>
	writeNumber(Math.abs(points), locale, { min: 0, max: 1 });

/** The weights that turn the decision, and those that never do. */
function weightSentences(view: DecisionView, changes: Changes): string[] {
	const { study, names } = view;
	const { locale } = names;
	const all = thresholdsOf(changes);
	const turning = all.slice(0, mostSaid).map((threshold) => {
		const { part, weight, change, by } = threshold;
		const said = {
			part: partName(view, part),
			points: pointsText(change * 100, locale),
			now: weightText(study.partWeights[part] as number, locale),
			weight: weightText(weight, locale),
			rival: alternativeName(view, by),
		};
		const way =
			change >= 0 ? m.decision_results_rise(said, { locale }) : m.decision_results_fall(said, { locale });
		return `${thresholdPhrase(view, threshold)}. ${sentenceCase(way)}`;
	});
	const still = changes.parts
		.filter(({ down, up }) => down === null && up === null)
		.map(({ index }) => index);
	if (still.length === 0 || study.parts.length < 2) return turning;
	const part = listText(
		still.slice(0, 6).map((index) => partName(view, index)),
		locale,
	);
	return [...turning, sentenceCase(m.decision_results_any_weight({ part }, { locale }))];
}

/** The part where the rival's figures need least: how far they must rise together for a tie. */
function partSumSentence(view: DecisionView, leader: number, rival: number): string | null {
	const { study, names } = view;
	const { locale } = names;
	const margin = (study.scores[leader] as number) - (study.scores[rival] as number);
	const options = study.parts.flatMap(({ columns, isGroup }, part) => {
		const shares = columns.map((column) => study.weights[column] as number);
		const [share = 0] = shares;
		// Only where the criteria of a part weigh the same is their plain sum what counts.
		if (!isGroup || !(share > 0) || shares.some((one) => Math.abs(one - share) > 1e-9)) return [];
		const from = columns.reduce((sum, column) => sum + (study.index[rival]?.[column] as number), 0);
		return [{ part, from, rise: margin / share }];
	});
	const [least] = options.sort((a, b) => a.rise - b.rise);
	if (!least || !(margin > 0)) return null;
	return m.decision_results_part_sum(
		{
			part: partName(view, least.part),
			rival: alternativeName(view, rival),
			change: writeNumber(least.rise, locale, 1),
			from: writeNumber(least.from, locale, { min: 0, max: 2 }),
			to: writeNumber(least.from + least.rise, locale, { min: 0, max: 1 }),
		},
		{ locale },
	);
}

/** The one figure whose smallest change in percent puts this rival first. */
function cellSentence(view: DecisionView, findings: Findings, rival: number): string | null {
	const { study, names } = view;
	const { locale } = names;
	const one = findings.cells?.find(({ by }) => by === rival);
	if (!one) return null;
	const figures = findings.cellsIn === 'table' ? study.matrix : study.index;
	const said = {
		criterion: names.member(study.criteria[one.column]?.id ?? ''),
		alternative: alternativeName(view, one.row),
		from: writeNumber(figures[one.row]?.[one.column] as number, locale, { min: 0, max: 2 }),
		to: writeNumber(one.value, locale, { min: 0, max: Math.abs(one.value) < 10 ? 2 : 1 }),
		rival: alternativeName(view, rival),
	};
	return findings.cellsIn === 'table' && study.indexBy !== 'given'
		? m.decision_results_cell_table(said, { locale })
		: m.decision_results_cell_index(said, { locale });
}

/** Sentences for every rival, from the nearest to those that can never win. */
export function changeSentences(view: DecisionView, changes: Changes): string[] {
	const { study, findings, names } = view;
	const { locale } = names;
	const leader = leadersOf(study)[0] as number;
	const rivals = byScore(study).filter((row) => row !== leader);
	const single = new Set(thresholdsOf(changes).map(({ by }) => by));
	const never = rivals.filter((row) => changes.neverFirst.includes(row));
	const shares = findings?.regions['parts-free']?.rankAcceptability;
	const others = rivals.filter((row) => !single.has(row) && !never.includes(row));
	// Level at one corner of all weights is no win: such a rival is first in no draw.
	const undrawn = shares ? others.filter((row) => shares[row]?.[0] === 0) : [];
	const joint = others.filter((row) => !undrawn.includes(row));
	const list = (rows: readonly number[]) => {
		const shown = rows.slice(0, 8).map((row) => alternativeName(view, row));
		return listText(rows.length > 8 ? [...shown, `+${rows.length - 8}`] : shown, locale);
	};
	const groups = study.parts.some(({ isGroup }) => isGroup);
	const figures = rivals
		.slice(0, 3)
		.flatMap((rival) => [
			...(rival === rivals[0] ? [partSumSentence(view, leader, rival)] : []),
			findings ? cellSentence(view, findings, rival) : null,
		])
		.filter((sentence) => sentence !== null);
	return [
		...weightSentences(view, changes),
		...(changes.smallest && single.size > 0 && study.parts.length > 2
			? [
					m.decision_results_together(
						{
							points: pointsText(changes.smallest.points, locale),
							rival: alternativeName(view, changes.smallest.by),
						},
						{ locale },
					),
				]
			: []),
		...(joint.length > 0 && study.parts.length > 1
			? [m.decision_results_not_single({ rivals: list(joint) }, { locale })]
			: []),
		...(undrawn.length > 0
			? [m.decision_results_not_drawn({ rivals: list(undrawn), draws: drawsText(locale) }, { locale })]
			: []),
		...(never.length > 0
			? [
					groups
						? m.decision_results_never_groups({ rivals: list(never) }, { locale })
						: m.decision_results_never({ rivals: list(never) }, { locale }),
				]
			: []),
		...figures.map(sentenceCase),
	];
}

/** Heading, chart with its table, and the sentences. */
export function changeBlocks(view: DecisionView): Block[] {
	const { locale } = view.names;
	const heading: Block = {
		kind: 'heading',
		level: 1,
		text: m.decision_results_change_heading({}, { locale }),
	};
	const changes = view.findings?.changes;
	if (!changes) return [heading, { kind: 'paragraph', text: m.decision_results_waiting({}, { locale }) }];
	return [
		heading,
		...(view.study.parts.length > 1 ? [changeChart(view, changes)] : []),
		{ kind: 'list', ordered: false, items: changeSentences(view, changes) },
	];
}
