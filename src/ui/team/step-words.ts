/** What a step asks for, what of it has no page yet, and the records behind it. */
import type { RecordCounts, Step } from '#server/features/programme/step.ts';
import { m } from '#words/messages.js';
import { countedWords } from './counted-words.ts';

const rules: Readonly<Record<Step, () => string>> = {
	map: () => m.home_rule_map(),
	choose: () => m.home_rule_choose(),
	run: () => m.home_rule_run(),
	share: () => m.home_rule_share(),
	measure: () => m.home_rule_measure(),
	report: () => m.home_rule_report(),
};

/** Null for a step that has all its pages. */
const missing: Readonly<Record<Step, (() => string) | null>> = {
	map: null,
	choose: null,
	run: () => m.home_missing_run(),
	share: () => m.home_missing_share(),
	measure: () => m.home_missing_measure(),
	report: () => m.home_missing_report(),
};

/** When the step is enough. */
export const stepRule = (step: Step): string => rules[step]();

/** What cannot be done here yet; null when nothing is missing. */
export const stepMissing = (step: Step): string | null => missing[step]?.() ?? null;

interface RecordLine {
	readonly words: string;
	/** Below the programme's address. */
	readonly path: string;
}

/** The records of a step that are no studies, each with its list. */
export function stepRecords(step: Step, counts: RecordCounts): RecordLine[] {
	if (step !== 'run') return [];
	return [
		{
			words: countedWords(counts.agreements, m.team_pages_one_count_agreements, m.home_count_agreements),
			path: 'petakan/aliran#kesepakatan',
		},
		{
			words: countedWords(counts.permits, m.team_pages_one_count_permits, m.home_count_permits),
			path: 'petakan/usaha',
		},
		...(counts.permitsEnded > 0
			? [
					{
						words: countedWords(
							counts.permitsEnded,
							m.team_pages_one_permits_expired,
							m.home_permits_expired,
						),
						path: 'petakan/usaha#izin',
					},
				]
			: []),
	];
}
