/** How firm the order is: the chance of every rank, and of winning in every space of weights. */
import { m } from '#words/messages.js';
import type { AcceptabilityShares } from '#methods/decision/smaa-batches.ts';
import type { Block, TableBlock } from './block.ts';
import { leadersOf, regionsOf, type WeightRegion } from './decision-findings.ts';
import { chanceCell, chanceText, drawsText, regionName, sentenceCase } from './decision-names.ts';
import { alternativeName, type DecisionView } from './decision-view.ts';
import { textCell } from './figure-text.ts';

const mostRows = 12;
const mostPlaces = 8;
const waiting = '…';

/** From the best expected rank to the worst. */
function byExpectedRank({ rankAcceptability }: AcceptabilityShares): number[] {
	const expected = rankAcceptability.map((row) =>
		row.reduce((sum, share, place) => sum + share * (place + 1), 0),
	);
	return expected
		.map((_, row) => row)
		.sort((a, b) => (expected[a] as number) - (expected[b] as number) || a - b);
}

/** The order of the page while nothing was drawn yet. */
function byScoreOf({ study }: DecisionView): number[] {
	return study.scores
		.map((_, row) => row)
		.sort((a, b) => (study.scores[b] as number) - (study.scores[a] as number));
}

/** The chance of every rank in one space of weights; cells wait until it was worked out. */
export function rankChances(view: DecisionView, region: WeightRegion): TableBlock {
	const { study, findings, names } = view;
	const { locale } = names;
	const shares = findings?.regions[region] ?? null;
	const order = shares ? byExpectedRank(shares) : byScoreOf(view);
	const places = Math.min(mostPlaces, order.length);
	const rows = Math.min(mostRows, order.length);
	const leaders = leadersOf(study);
	const draws = { draws: drawsText(locale), seed: String(findings?.seed ?? '') };
	return {
		kind: 'table',
		id: 'rank-chances',
		caption: m.decision_results_ranks_table({ region: regionName(region, study, locale) }, { locale }),
		columns: [
			{ label: m.decision_results_alternative({}, { locale }), align: 'left' },
			...Array.from({ length: places }, (_, place) => ({
				label: String(place + 1),
				align: 'right' as const,
			})),
		],
		rows: order.slice(0, rows).map((row) => ({
			cells: [
				textCell(alternativeName(view, row), leaders.includes(row)),
				...Array.from({ length: places }, (_, place) =>
					shares
						? chanceCell(shares.rankAcceptability[row]?.[place] ?? 0, locale)
						: { text: waiting, value: null, heat: 1 as const },
				),
			],
		})),
		source:
			rows < order.length
				? m.decision_results_ranks_source_more({ ...draws, rows, places }, { locale })
				: m.decision_results_ranks_source(draws, { locale }),
	};
}

/** Winning chances below this in every space are said in one line. */
const rare = 0.001;
const mostWinners = 4;

/** The chance of winning in every space of weights that means something for the sheet. */
export function winnerChances(view: DecisionView): TableBlock | null {
	const { study, findings, names } = view;
	const { locale } = names;
	const regions = regionsOf(study);
	if (regions.length === 0) return null;
	const firsts = (row: number) =>
		regions.map((region) => findings?.regions[region]?.rankAcceptability[row]?.[0] ?? 0);
	const order = byScoreOf(view);
	const contenders = order.filter((row, place) => place < 2 || firsts(row).some((share) => share >= rare));
	const shown = contenders.slice(0, mostWinners);
	const most = Math.max(0, ...order.filter((row) => !shown.includes(row)).flatMap(firsts));
	const known = regions.every((region) => findings?.regions[region]);
	return {
		kind: 'table',
		id: 'winner-chances',
		caption: m.decision_results_regions_table({}, { locale }),
		columns: [
			{ label: m.decision_results_region({}, { locale }), align: 'left' },
			...shown.map((row) => ({ label: alternativeName(view, row), align: 'right' as const })),
		],
		rows: regions.map((region) => {
			const shares = findings?.regions[region]?.rankAcceptability;
			const best = Math.max(...shown.map((row) => shares?.[row]?.[0] ?? 0));
			return {
				cells: [
					textCell(sentenceCase(regionName(region, study, locale))),
					...shown.map((row) => {
						const share = shares?.[row]?.[0];
						if (share === undefined) return { text: waiting, value: null };
						return {
							text: chanceText(share, locale),
							value: share * 100,
							decimals: 1,
							...(share === best ? { strong: true } : {}),
						};
					}),
				],
			};
		}),
		...(known && order.length > shown.length
			? {
					source: m.decision_results_regions_rest(
						{ chance: chanceText(Math.max(rare * 5, Math.ceil(most * 100 + 1e-9) / 100), locale) },
						{ locale },
					),
				}
			: {}),
	};
}

/** One sentence on the first space: firm, or which two may change places. */
export function firmness(view: DecisionView): string | null {
	const { study, findings, names } = view;
	const { locale } = names;
	const [region] = regionsOf(study);
	const shares = region ? findings?.regions[region] : null;
	if (!shares) return null;
	const firsts = shares.rankAcceptability.map(([first]) => first ?? 0);
	const order = firsts.map((_, row) => row).sort((a, b) => (firsts[b] as number) - (firsts[a] as number));
	const [first, second] = [order[0] as number, order[1] as number];
	const leader = alternativeName(view, first);
	const chance = chanceText(firsts[first] as number, locale);
	return (firsts[first] as number) >= 0.95
		? m.decision_results_firm_winner({ leader, chance }, { locale })
		: m.decision_results_swap_winner(
				{
					leader,
					runner: alternativeName(view, second),
					first: chance,
					second: chanceText(firsts[second] as number, locale),
				},
				{ locale },
			);
}

/** The heading, the sentence and both tables, for the space of weights that is asked about first. */
export function robustnessBlocks(view: DecisionView, region = regionsOf(view.study)[0]): Block[] {
	const { locale } = view.names;
	if (!region) return [];
	const said = firmness(view);
	const winners = winnerChances(view);
	return [
		{ kind: 'heading', level: 1, text: m.decision_results_robust_heading({}, { locale }) },
		...(said === null ? [] : [{ kind: 'paragraph' as const, text: said }]),
		rankChances(view, region),
		...(winners ? [winners] : []),
	];
}

export const drawsSaid = (view: DecisionView): string =>
	m.decision_results_basis_smaa(
		{ draws: drawsText(view.names.locale), seed: String(view.findings?.seed ?? '') },
		{ locale: view.names.locale },
	);
