/** What a page and its worker say to each other while a decision is worked out. */
import type { DecisionContent } from '#inputs/decision-content.ts';
import { decisionStudy, type StudyReading } from '#inputs/decision-study.ts';
import { decisionFindings, type Findings } from './decision-findings.ts';

export interface DecisionTask {
	/** Answers to an older task are passed over. */
	readonly round: number;
	readonly content: DecisionContent;
	readonly seed: number;
}

export interface DecisionProgress {
	readonly round: number;
	/** Sent once, with the first answer. */
	readonly reading?: StudyReading;
	readonly findings: Findings | null;
	/** Of all the work, 0 to 1. */
	readonly done: number;
}

/** The answers to a task, the numbers of the sheet first. Each step takes a few milliseconds for a usual sheet. */
export function* decisionWork({ round, content, seed }: DecisionTask): Generator<DecisionProgress, void> {
	const reading = decisionStudy(content);
	if (!reading.study) {
		yield { round, reading, findings: null, done: 1 };
		return;
	}
	yield { round, reading, findings: null, done: 0 };
	for (const { findings, done } of decisionFindings(reading.study, seed)) yield { round, findings, done };
}
