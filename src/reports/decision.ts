/** A decision as blocks: the answer first, then how firm it is, what would change it, and what it was made from. */
import type { DecisionContent } from '#inputs/decision-content.ts';
import { decisionStudy, type StudyReading } from '#inputs/decision-study.ts';
import { bwm } from '#methods/decision/weights-bwm.ts';
import { ahp } from '#methods/decision/weights-ahp.ts';
import { cpi } from '#methods/decision/cpi.ts';
import { promethee2 } from '#methods/decision/promethee-2.ts';
import { rankOrderCentroid } from '#methods/decision/weights-rank-order-centroid.ts';
import { saw } from '#methods/decision/saw.ts';
import { topsis } from '#methods/decision/topsis.ts';
import { vikor } from '#methods/decision/vikor.ts';
import { wpm } from '#methods/decision/wpm.ts';
import { m } from '#words/messages.js';
import type { Block, Report } from './block.ts';
import { dataBlocks, noteBlocks, optionBlocks } from './decision-basis.ts';
import { changeBlocks } from './decision-change.ts';
import { expertTables, gaiaBlock } from './decision-expert.ts';
import { allFindings, methodAgreement, smaa, weightThreshold, type Findings } from './decision-findings.ts';
import { decisionNames } from './decision-names.ts';
import { decisionProblemTexts } from './decision-problem-text.ts';
import { robustnessBlocks } from './decision-robustness.ts';
import { contributionChart, methodBlocks, summarySentence } from './decision-summary.ts';
import type { DecisionView } from './decision-view.ts';
import type { Locale } from './row-label.ts';

interface DecisionReportOptions {
	readonly locale: Locale;
	readonly date?: string;
}

/** What was worked out for a sheet, so that an export says the same as the page and need not compute it again. */
const known = new WeakMap<DecisionContent, Findings>();

/** Remembers what a page found for this very content. */
export function keepFindings(content: DecisionContent, findings: Findings): void {
	if (findings.complete) known.set(content, findings);
}

/** What was found for this very content, as long as it is at hand. */
export const findingsOf = (content: DecisionContent): Findings | null => known.get(content) ?? null;

/** The numbers of a sheet with the names to say them. */
export function decisionView(
	content: DecisionContent,
	{ study }: StudyReading,
	findings: Findings | null,
	{ locale, date }: DecisionReportOptions,
): DecisionView | null {
	if (!study) return null;
	return { study, findings, names: decisionNames(content, locale), ...(date ? { date } : {}) };
}

/** Only what is still missing: while fewer than two alternatives are complete. */
export function problemBlocks(content: DecisionContent, { problems }: StudyReading, locale: Locale): Block[] {
	const items = decisionProblemTexts(
		problems,
		decisionNames(content, locale),
		content.respondents.length === 1,
	);
	return [
		{ kind: 'paragraph', text: m.decision_results_only_problems({}, { locale }) },
		...(items.length > 0 ? [{ kind: 'list' as const, ordered: false, items }] : []),
	];
}

const used = (content: DecisionContent) => [
	...(content.weighing === 'pairs' ? [ahp] : []),
	...(content.weighing === 'best-worst' ? [bwm] : []),
	...(content.weighing === 'order' ? [rankOrderCentroid] : []),
	...[cpi, saw, topsis, wpm, promethee2, vikor, methodAgreement, smaa, weightThreshold],
];

/** Everything of a decision with findings at hand. */
export function decisionBlocks(view: DecisionView, problems: StudyReading['problems']): Block[] {
	const { locale } = view.names;
	const plane = gaiaBlock(view);
	const expert = [...(plane ? [plane] : []), ...expertTables(view)];
	return [
		summarySentence(view),
		contributionChart(view),
		...methodBlocks(view),
		...robustnessBlocks(view),
		...changeBlocks(view),
		...noteBlocks(view, problems),
		...optionBlocks(view),
		...dataBlocks(view),
		...(expert.length > 0
			? [
					{ kind: 'heading' as const, level: 1 as const, text: m.decision_results_expert({}, { locale }) },
					...expert,
				]
			: []),
	];
}

/**
 * The whole report, for files and for the first drawing of a page. Null while fewer than two alternatives are
 * complete. What the page has found for this content is used again; otherwise everything is worked out now, with the
 * first seed.
 */
export function decisionReport(content: DecisionContent, options: DecisionReportOptions): Report | null {
	const reading = decisionStudy(content);
	if (!reading.study) return null;
	const findings = findingsOf(content) ?? allFindings(reading.study);
	keepFindings(content, findings);
	const view = decisionView(content, reading, findings, options);
	if (!view) return null;
	const { locale } = options;
	return {
		title: content.title.trim() || m.decision_results_untitled({}, { locale }),
		locale,
		blocks: decisionBlocks(view, reading.problems),
		sources: used(content).map(({ id, version, source }) => ({ id, version, source })),
	};
}
