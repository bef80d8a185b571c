/** Names and figures of a decision as a reader sees them; a nameless row is called by its number. */
import type { DecisionContent } from '#inputs/decision-content.ts';
import type { DecisionStudy } from '#inputs/decision-study.ts';
import { writeNumber } from '#inputs/number-writer.ts';
import { m } from '#words/messages.js';
import { percentText } from './figure-text.ts';
import type { Locale } from './row-label.ts';
import type { TableCell } from './block.ts';
import type { WeightRegion } from './decision-findings.ts';
import { drawCount, nearPoints } from './decision-findings.ts';

export interface DecisionNames {
	readonly locale: Locale;
	readonly alternative: (id: string) => string;
	/** A criterion, a group, or the upper level for an empty id. */
	readonly member: (id: string) => string;
	readonly respondent: (id: string) => string;
}

type Listed = readonly { readonly id: string; readonly name: string }[];

/** The names as typed; what has none is called by its place in the sheet. */
export function decisionNames(
	{ alternatives, criteria, groups, respondents }: DecisionContent,
	locale: Locale,
): DecisionNames {
	const byId = (list: Listed, unnamed: (n: number) => string) =>
		new Map(list.map(({ id, name }, index) => [id, name.trim() || unnamed(index + 1)]));
	const named = byId(alternatives, (n) => m.decision_results_unnamed_alternative({ n }, { locale }));
	const members = new Map([
		...byId(groups, (n) => m.decision_results_unnamed_group({ n }, { locale })),
		...byId(criteria, (n) => m.decision_results_unnamed_criterion({ n }, { locale })),
		['', m.decision_results_upper_level({}, { locale })],
	]);
	const people = byId(respondents, (n) => m.decision_results_unnamed_respondent({ n }, { locale }));
	return {
		locale,
		alternative: (id) => named.get(id) ?? id,
		member: (id) => members.get(id) ?? id,
		respondent: (id) => people.get(id) ?? id,
	};
}

/** A chance: whole percent, and never 0 or 100 for what is only nearly so. */
export function chanceText(share: number, locale: Locale): string {
	if (share > 0 && share < 0.005) return `< ${percentText(1, locale, 0)}`;
	if (share < 1 && share > 0.995) return `> ${percentText(99, locale, 0)}`;
	return percentText(share * 100, locale, 0);
}

/** A weight in percent with at most one decimal. */
export const weightText = (weight: number, locale: Locale): string =>
	percentText(weight * 100, locale, { min: 0, max: 1 });

/** A score: two decimals, as the papers print them. */
export const scoreText = (score: number, locale: Locale): string => writeNumber(score, locale, 2);

const chanceSteps = [0.05, 0.2, 0.4, 0.6, 0.9];

/** A chance as a heat cell. */
export function chanceCell(share: number, locale: Locale): TableCell {
	const heat = (1 + chanceSteps.filter((step) => share >= step).length) as 1 | 2 | 3 | 4 | 5 | 6;
	return { text: chanceText(share, locale), value: share * 100, decimals: 1, heat };
}

/** A rank as a heat cell: the first darkest. */
export function rankCell(rank: number, locale: Locale): TableCell {
	const heat = rank < 1.75 ? 5 : rank < 2.75 ? 3 : rank < 3.75 ? 2 : 1;
	return {
		text: writeNumber(rank, locale, { min: 0, max: 1 }),
		value: rank,
		decimals: Number.isInteger(rank) ? 0 : 1,
		heat,
	};
}

/** The space of weights in words. */
export function regionName(region: WeightRegion, study: DecisionStudy, locale: Locale): string {
	const groups = study.parts.some(({ isGroup }) => isGroup);
	switch (region) {
		case 'parts-free':
			return groups
				? m.decision_results_region_parts_free_groups({}, { locale })
				: m.decision_results_region_parts_free({}, { locale });
		case 'criteria-free':
			return m.decision_results_region_criteria_free({ count: study.criteria.length }, { locale });
		case 'order-kept':
			return groups
				? m.decision_results_region_order_kept_groups({}, { locale })
				: m.decision_results_region_order_kept({}, { locale });
		case 'near':
			return m.decision_results_region_near({ points: nearPoints }, { locale });
		case 'respondents':
			return m.decision_results_region_respondents({}, { locale });
	}
}

const about: Readonly<
	Record<WeightRegion, (inputs: { points: number }, options: { locale: Locale }) => string>
> = {
	'parts-free': m.decision_results_region_about_parts_free,
	'criteria-free': m.decision_results_region_about_criteria_free,
	'order-kept': m.decision_results_region_about_order_kept,
	near: m.decision_results_region_about_near,
	respondents: m.decision_results_region_about_respondents,
};

/** What the space of weights takes for granted, in one sentence. */
export const regionAbout = (region: WeightRegion, locale: Locale): string =>
	about[region]({ points: nearPoints }, { locale });

export const drawsText = (locale: Locale): string => writeNumber(drawCount, locale, 0);

/** A sentence begins with a capital, whatever name it begins with. */
export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Rows from the best score to the worst, in the order of the sheet where they tie. */
export function byScore({ scores }: DecisionStudy): number[] {
	return scores.map((_, row) => row).sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
}
