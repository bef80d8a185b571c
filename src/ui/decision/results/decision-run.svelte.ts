/**
 * The running calculation of a decision: a worker answers part by part; stopping ends it at once. Where no worker can
 * be started, the same steps run on the page in slices between which the browser breathes.
 */
import type { DecisionContent } from '#inputs/decision-content.ts';
import type { StudyReading } from '#inputs/decision-study.ts';
import { decisionWork, type DecisionProgress, type DecisionTask } from '#reports/decision-work.ts';
import type { Findings } from '#reports/decision-findings.ts';
import { startDecisionWorker } from './start-worker.ts';

export interface WorkedOut {
	readonly content: DecisionContent;
	readonly reading: StudyReading;
	readonly findings: Findings | null;
}

/** Milliseconds of work on the page before the browser has its turn. */
const slice = 12;

export class DecisionRun {
	/** The newest sheet that was read, with as much as is known of it. */
	shown: WorkedOut | null = $state.raw(null);
	/** Of all the work, 0 to 1. */
	done = $state(0);
	state: 'waiting' | 'running' | 'stopped' | 'complete' = $state('waiting');
	#worker: Worker | null = null;
	#round = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(begun: WorkedOut | null) {
		this.shown = begun;
		if (begun?.findings?.complete) this.state = 'complete';
	}

	/** Whether this sheet with this seed was worked out to the end. */
	knows(content: DecisionContent, seed: number): boolean {
		const { shown } = this;
		if (shown?.content !== content || this.state === 'stopped') return false;
		return (
			shown.reading.study === null || (shown.findings?.complete === true && shown.findings.seed === seed)
		);
	}

	start(content: DecisionContent, seed: number): void {
		this.#end();
		this.#round += 1;
		this.done = 0;
		this.state = 'running';
		const task: DecisionTask = { round: this.#round, content, seed };
		const worker = this.#bringWorker(task);
		if (worker) worker.postMessage(task);
		else this.#onPage(task);
	}

	/** Ends the calculation; what is known stays. */
	stop(): void {
		if (this.state !== 'running') return;
		this.#end();
		this.state = 'stopped';
	}

	/** Lets the worker go with the page. */
	close(): void {
		this.#end();
	}

	#bringWorker(task: DecisionTask): Worker | null {
		try {
			const worker = startDecisionWorker();
			worker.addEventListener('message', ({ data }: MessageEvent<DecisionProgress>) =>
				this.#take(task, data),
			);
			worker.addEventListener('error', () => {
				if (this.#worker !== worker) return;
				this.#end();
				this.#onPage(task);
			});
			this.#worker = worker;
			return worker;
		} catch {
			return null;
		}
	}

	#onPage(task: DecisionTask): void {
		const work = decisionWork(task);
		const next = () => {
			const until = performance.now() + slice;
			let last: DecisionProgress | null = null;
			while (performance.now() < until) {
				const step = work.next();
				if (step.done) break;
				if (last?.reading || last?.findings) this.#take(task, last);
				last = step.value;
			}
			if (last === null) return;
			this.#take(task, last);
			this.#timer = setTimeout(next, 0);
		};
		this.#timer = setTimeout(next, 0);
	}

	#take({ content }: DecisionTask, { round, reading, findings, done }: DecisionProgress): void {
		if (round !== this.#round || this.state !== 'running') return;
		this.done = done;
		const before = this.shown?.content === content ? this.shown : null;
		// Another seed for the same sheet: what is on screen stays until the new figures are complete.
		const keeps = before?.findings?.complete === true && done < 1;
		const read = before?.reading ?? reading;
		if (read && !keeps && (reading || findings))
			this.shown = { content, reading: read, findings: findings ?? before?.findings ?? null };
		if (done < 1) return;
		this.state = 'complete';
		this.#end();
	}

	#end(): void {
		this.#worker?.terminate();
		this.#worker = null;
		clearTimeout(this.#timer);
	}
}
