/** Ranks and weights as lines of text, for the record of a decision. */
import type { DecisionContent } from '#inputs/decision-content.ts';
import { decisionStudy } from '#inputs/decision-study.ts';
import { writeNumber } from '#inputs/number-writer.ts';
import { m } from '#words/messages.js';
import { rankedAlternatives } from './provisional.ts';

/** One line an alternative, best first, then one line of weights; empty while nothing can be ranked. */
export function snapshotOf(content: DecisionContent, locale: 'id' | 'en'): string {
	const { study } = decisionStudy(content);
	if (!study) return '';
	const ranks = rankedAlternatives(content).map(
		({ rank, name, score }) => `${rank}. ${name} (${writeNumber(score, locale, 2)})`,
	);
	const weights = study.parts.map(
		({ name }, index) => `${name} ${writeNumber((study.partWeights[index] ?? 0) * 100, locale, 1)} %`,
	);
	return [...ranks, m.decision_snapshot_weights({ weights: weights.join(', ') })].join('\n');
}
