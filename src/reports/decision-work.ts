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
	/** Sent when there is something new to show; between that only `done` goes on. */
	readonly findings?: Findings;
	/** Of all the work, 0 to 1. */
	readonly done: number;
}

/** How many of the questions have an answer: a page is drawn anew when this grows, not with every draw. */
const answered = ({ agreement, changes, regions, complete }: Findings): number =>
	[agreement !== null, changes !== null, Object.keys(regions).length > 0, complete].filter(Boolean).length;

/** The answers to a task, the numbers of the sheet first. Each step takes a few milliseconds for a usual sheet. */
export function* decisionWork({ round, content, seed }: DecisionTask): Generator<DecisionProgress, void> {
	const reading = decisionStudy(content);
	if (!reading.study) {
		yield { round, reading, done: 1 };
		return;
	}
	yield { round, reading, done: 0 };
	let said = 0;
	for (const { findings, done } of decisionFindings(reading.study, seed)) {
		const news = answered(findings) > said;
		said = answered(findings);
		yield { round, done, ...(news ? { findings } : {}) };
	}
}
