/** The first three of a decision as it stands, for the panel beside the questions. */
import type { DecisionContent } from '#inputs/decision-content.ts';
import { decisionStudy } from '#inputs/decision-study.ts';
import { writeNumber } from '#inputs/number-writer.ts';

export interface Leader {
	readonly id: string;
	readonly name: string;
	readonly rank: number;
	readonly score: string;
	/** Length of the bar, of the first one's. */
	readonly percent: number;
}

/** Scores this close print alike and share a rank. */
const room = 1e-9;

/** At most three, best first; equal scores share a rank. Empty while nothing can be ranked. */
export function provisionalLeaders(content: DecisionContent, locale: 'id' | 'en'): readonly Leader[] {
	return rankedAlternatives(content)
		.slice(0, 3)
		.map(({ id, name, rank, score, share }) => ({
			id,
			name,
			rank,
			score: writeNumber(score, locale, 2),
			percent: share,
		}));
}

/** Every alternative that can be ranked, best first. */
export function rankedAlternatives(content: DecisionContent): readonly {
	readonly id: string;
	readonly name: string;
	readonly rank: number;
	readonly score: number;
	readonly share: number;
}[] {
	const { study } = decisionStudy(content);
	if (!study) return [];
	const most = Math.max(...study.scores, 0);
	return study.alternatives
		.map(({ id, name }, index) => {
			const score = study.scores[index] as number;
			const rank = 1 + study.scores.filter((other) => other > score * (1 + room) + room).length;
			return { id, name, rank, score, share: most > 0 ? Math.max(0, (score / most) * 100) : 0 };
		})
		.sort((one, other) => one.rank - other.rank);
}
